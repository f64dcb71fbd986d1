import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'S3',
  types: {
    aws_s3_bucket: {
      noun: 'bucket',
      holdsData: true,
      lastCopy: {
        setting: {
          attribute: 'force_destroy',
          is: [false],
          default: false,
          otherwise: 'a destroy deletes every object and version',
        },
        demand: 'is not emptied when it is destroyed',
        facts:
          'The versions in a bucket are what a restore comes from. S3 refuses to delete a bucket that is not empty; with force_destroy Terraform empties it first.',
        sources: [
          'https://docs.aws.amazon.com/AmazonS3/latest/userguide/delete-bucket.html',
          'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket',
        ],
      },
    },
    aws_s3_directory_bucket: {
      noun: 'directory bucket',
      holdsData: true,
    },
  },
};
