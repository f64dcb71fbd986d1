import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'KMS, for each of several workgroups',
      terraform: {
        resource: {
          aws_athena_workgroup: {
            reports: {
              count: 2,
              configuration: {
                result_configuration: {
                  output_location: 's3://results/',
                  encryption_configuration: { encryption_option: 'SSE_KMS', kms_key_arn: 'arn' },
                },
              },
            },
          },
        },
      },
    },
    {
      title: 'results that Athena keeps, and public data',
      terraform: {
        resource: {
          aws_athena_workgroup: {
            reports: { configuration: { managed_query_results_configuration: { enabled: true } } },
            prices: { tags: { 'tom:data-class': 'public' } },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'unset, and keys of S3',
      terraform: {
        resource: {
          aws_athena_workgroup: {
            reports: { configuration: { result_configuration: { output_location: 's3://results/' } } },
            trends: {
              configuration: {
                result_configuration: { encryption_configuration: { encryption_option: 'SSE_S3' } },
              },
            },
          },
        },
      },
      addresses: ['aws_athena_workgroup.reports', 'aws_athena_workgroup.trends'],
    },
    {
      title: 'clients may choose',
      terraform: {
        resource: {
          aws_athena_workgroup: {
            reports: {
              configuration: {
                enforce_workgroup_configuration: false,
                result_configuration: {
                  encryption_configuration: { encryption_option: 'CSE_KMS', kms_key_arn: 'arn' },
                },
              },
            },
          },
        },
      },
      addresses: ['aws_athena_workgroup.reports'],
    },
    {
      title: 'unset',
      terraform: {
        resource: {
          aws_athena_workgroup: {
            reports: { configuration: { enforce_workgroup_configuration: true, result_configuration: [] } },
          },
        },
      },
      addresses: ['aws_athena_workgroup.reports'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: {
        variable: { option: {} },
        resource: {
          aws_athena_workgroup: {
            reports: {
              configuration: {
                result_configuration: { encryption_configuration: { encryption_option: '${var.option}' } },
              },
            },
          },
        },
      },
      addresses: ['aws_athena_workgroup.reports'],
    },
  ],
};
