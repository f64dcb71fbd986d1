import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a key of the same stack',
      terraform: {
        resource: {
          aws_kms_key: { trail: {} },
          aws_cloudtrail: { main: { name: 'main', kms_key_id: '${aws_kms_key.trail.arn}' } },
        },
      },
    },
    {
      title: 'a key by its ARN, region and account filled in',
      terraform: {
        resource: [
          {
            aws_cloudtrail: [
              {
                main: [
                  {
                    name: 'main',
                    kms_key_id: 'arn:aws:kms:${var.region}:${data.aws_caller_identity.me.account_id}:key/1234abcd',
                  },
                ],
              },
            ],
          },
        ],
      },
    },
  ],
  fail: [
    {
      title: 'no key',
      terraform: { resource: { aws_cloudtrail: { main: { count: 1, name: 'main' } } } },
      addresses: ['aws_cloudtrail.main'],
    },
    {
      title: 'no key within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.audit',
                resources: [
                  {
                    address: 'module.audit.aws_cloudtrail.main',
                    mode: 'managed',
                    type: 'aws_cloudtrail',
                    name: 'main',
                    values: { name: 'main', kms_key_id: '' },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.audit.aws_cloudtrail.main'],
    },
  ],
  undetermined: [
    {
      title: 'a variable names the key',
      terraform: {
        variable: { key: {} },
        resource: { aws_cloudtrail: { main: { name: 'main', kms_key_id: '${var.key}' } } },
      },
      addresses: ['aws_cloudtrail.main'],
    },
  ],
};
