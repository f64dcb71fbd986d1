import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Aurora DSQL',
  types: {
    aws_dsql_cluster: {
      noun: 'Aurora DSQL cluster',
      holdsData: true,
    },
  },
};
