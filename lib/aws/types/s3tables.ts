import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'S3 Tables',
  types: {
    aws_s3tables_table_bucket: {
      noun: 'table bucket',
      holdsData: true,
    },
  },
};
