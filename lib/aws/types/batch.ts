import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Batch',
  types: {
    aws_batch_compute_environment: {
      noun: 'compute environment',
      holdsData: true,
    },
  },
};
