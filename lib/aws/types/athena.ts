import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Athena',
  types: {
    aws_athena_workgroup: {
      noun: 'workgroup of Athena',
      holdsData: true,
      lastCopy: {
        setting: {
          attribute: 'force_destroy',
          is: [false],
          default: false,
          otherwise: 'a destroy deletes all named queries with it',
        },
        demand: 'is deleted only when it is empty',
        facts: 'With `force_destroy` Terraform deletes all named queries before the workgroup.',
        sources: ['https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/athena_workgroup'],
      },
    },
    aws_athena_database: {
      noun: 'database of Athena',
      atRest: {
        data: 'personal',
        settings: [
          {
            attribute: 'encryption_configuration.encryption_option',
            is: ['SSE_KMS', 'CSE_KMS'],
            otherwise: 'results are encrypted at most with a key that S3 owns',
          },
        ],
        key: 'encryption_configuration.kms_key',
        withoutKey: 'no key encrypts the results',
        facts:
          'Athena writes the results of the statements that make a database to a bucket, encrypted as its block says.',
        sources: ['https://docs.aws.amazon.com/athena/latest/ug/encrypting-query-results-stored-in-s3.html'],
      },
      lastCopy: {
        setting: {
          attribute: 'force_destroy',
          is: [false],
          default: false,
          otherwise: 'a destroy deletes all tables with it',
        },
        demand: 'is deleted only when it is empty',
        facts: 'With `force_destroy` Terraform deletes all tables before the database.',
        sources: ['https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/athena_database'],
      },
    },
  },
};
