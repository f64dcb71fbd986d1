import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a key of the stack, for each of several environments',
      terraform: {
        resource: {
          aws_kms_key: { main: {} },
          aws_mwaa_environment: { loads: { count: 2, kms_key: '${aws_kms_key.main.arn}' } },
        },
      },
    },
    {
      title: 'internal data, blocks as lists',
      terraform: {
        resource: [{ aws_mwaa_environment: [{ builds: [{ tags: { 'tom:data-class': 'internal' } }] }] }],
      },
    },
  ],
  fail: [
    {
      title: 'no key, and one of AWS, blocks as lists',
      terraform: {
        resource: [
          {
            aws_mwaa_environment: [
              { loads: [{ name: 'loads', kms_key: 'alias/aws/airflow' }] },
              { reports: [{ name: 'reports' }] },
            ],
          },
        ],
      },
      addresses: ['aws_mwaa_environment.loads', 'aws_mwaa_environment.reports'],
    },
    {
      title: 'no key within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.loads',
                resources: [
                  {
                    address: 'module.loads.aws_mwaa_environment.main',
                    mode: 'managed',
                    type: 'aws_mwaa_environment',
                    name: 'main',
                    values: { name: 'main', kms_key: null },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.loads.aws_mwaa_environment.main'],
    },
  ],
  undetermined: [
    {
      title: 'a variable names the key',
      terraform: {
        variable: { key: {} },
        resource: { aws_mwaa_environment: { loads: { kms_key: '${var.key}' } } },
      },
      addresses: ['aws_mwaa_environment.loads'],
    },
  ],
};
