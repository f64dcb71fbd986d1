import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'EMR',
  types: {
    aws_emr_cluster: {
      noun: 'EMR cluster',
      holdsData: true,
    },
  },
};
