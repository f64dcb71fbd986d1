import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Athena',
  types: {
    aws_athena_workgroup: {
      noun: 'workgroup of Athena',
      holdsData: true,
    },
  },
};
