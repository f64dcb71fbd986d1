import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a key of the same stack',
      terraform: {
        resource: {
          aws_kms_key: { data: {} },
          aws_redshift_cluster: {
            sales: { count: 2, encrypted: true, kms_key_id: '${aws_kms_key.data.arn}' },
          },
          aws_redshiftserverless_namespace: { sales: { kms_key_id: '${aws_kms_key.data.arn}' } },
        },
      },
    },
    {
      title: 'the data is internal, and AWS owns the key; in lists',
      terraform: {
        resource: [
          {
            aws_redshift_cluster: [{ builds: [{ encrypted: 'true', tags: { 'tom:data-class': 'internal' } }] }],
            aws_redshiftserverless_namespace: [{ builds: [{ tags: { 'tom:data-class': 'internal' } }] }],
          },
        ],
      },
    },
  ],
  fail: [
    {
      title: 'not encrypted, whatever the data',
      terraform: {
        resource: {
          aws_kms_key: { data: {} },
          aws_redshift_cluster: {
            builds: { encrypted: false, tags: { 'tom:data-class': 'internal' } },
            sales: { encrypted: 'false', kms_key_id: '${aws_kms_key.data.arn}' },
          },
        },
      },
      addresses: ['aws_redshift_cluster.builds', 'aws_redshift_cluster.sales'],
    },
    {
      title: 'AWS owns or manages the key of personal data',
      terraform: {
        resource: {
          aws_redshift_cluster: { sales: { kms_key_id: 'alias/aws/redshift' } },
          aws_redshiftserverless_namespace: { sales: { namespace_name: 'sales' } },
        },
      },
      addresses: ['aws_redshift_cluster.sales', 'aws_redshiftserverless_namespace.sales'],
    },
    {
      title: 'not encrypted within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.data',
                resources: [
                  {
                    address: 'module.data.aws_redshift_cluster.main',
                    mode: 'managed',
                    type: 'aws_redshift_cluster',
                    name: 'main',
                    values: { encrypted: 'false', kms_key_id: null },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.data.aws_redshift_cluster.main'],
    },
  ],
  undetermined: [
    {
      title: 'variables decide',
      terraform: {
        variable: { encrypted: {}, key: {} },
        resource: {
          aws_redshift_cluster: { sales: { encrypted: '${var.encrypted}', kms_key_id: 'alias/sales' } },
          aws_redshiftserverless_namespace: { sales: { kms_key_id: '${var.key}' } },
        },
      },
      addresses: ['aws_redshift_cluster.sales', 'aws_redshiftserverless_namespace.sales'],
    },
  ],
};
