import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'S3',
  types: {
    aws_s3_bucket: {
      noun: 'bucket',
      holdsData: true,
    },
    aws_s3_directory_bucket: {
      noun: 'directory bucket',
      holdsData: true,
    },
  },
};
