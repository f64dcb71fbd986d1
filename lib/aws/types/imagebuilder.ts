import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'EC2 Image Builder',
  types: {
    aws_imagebuilder_infrastructure_configuration: {
      noun: 'infrastructure configuration of Image Builder',
      hardening: {
        demand: 'gives out metadata for a token only',
        ways: [[{ attribute: 'instance_metadata_options.http_tokens', is: ['required'], default: 'optional' }]],
        otherwise: 'version 1 of the metadata service gives away the credentials of the build',
        facts:
          'The instances that build and test images hand the credentials of their role to a plain GET, unless the metadata options ask for a token.',
        sources: ['https://docs.aws.amazon.com/imagebuilder/latest/userguide/manage-infra-config.html'],
      },
      logs: {
        what: 'its builds',
        ways: [[{ attribute: 'logging.s3_logs.s3_bucket_name', such: '${aws_s3_bucket.log.id}' }]],
        otherwise: 'the logs of a build end with its instance',
        facts: 'Image Builder builds and tests images on instances, and stores their logs in S3 where a bucket is set.',
        sources: ['https://docs.aws.amazon.com/imagebuilder/latest/userguide/manage-infra-config.html'],
      },
    },
  },
};
