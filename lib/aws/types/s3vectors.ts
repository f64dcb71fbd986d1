import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'S3 Vectors',
  types: {
    aws_s3vectors_vector_bucket: {
      noun: 'vector bucket',
      holdsData: true,
    },
  },
};
