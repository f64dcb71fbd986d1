import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Glue',
  types: {
    aws_glue_catalog_database: {
      noun: 'database of the Glue catalog',
      holdsData: true,
      policy: { attribute: 'policy', ofAccount: 'aws_glue_resource_policy' },
      reading: {
        reads: [{ action: 'glue:GetTables' }, { action: 'glue:GetTables', path: 'table/${name}/*' }],
        sources: ['https://docs.aws.amazon.com/glue/latest/dg/cross-account-access.html'],
      },
    },
    aws_glue_job: {
      noun: 'Glue job',
      holdsData: true,
    },
  },
};
