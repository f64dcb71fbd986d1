import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Glue',
  types: {
    aws_glue_catalog_database: {
      noun: 'database of the Glue catalog',
      holdsData: true,
    },
    aws_glue_job: {
      noun: 'Glue job',
      holdsData: true,
    },
  },
};
