import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'five weeks of personal data, a week of internal data',
      terraform: {
        resource: {
          aws_redshift_cluster: {
            builds: { automated_snapshot_retention_period: '7', tags: { 'tom:data-class': 'internal' } },
            sales: { count: 2, automated_snapshot_retention_period: 35 },
          },
        },
      },
    },
    {
      title: 'a stack that lives for a test run, in lists',
      terraform: {
        resource: [{ aws_redshift_cluster: [{ sales: [{ tags: { 'tom:environment': 'ephemeral' } }] }] }],
      },
    },
  ],
  fail: [
    {
      title: 'the default, and none',
      terraform: {
        resource: {
          aws_redshift_cluster: { sales: {}, stock: { automated_snapshot_retention_period: 0 } },
        },
      },
      addresses: ['aws_redshift_cluster.sales', 'aws_redshift_cluster.stock'],
    },
    {
      title: 'a day too few',
      terraform: {
        resource: {
          aws_redshift_cluster: {
            builds: { automated_snapshot_retention_period: 6, tags: { 'tom:data-class': 'internal' } },
            sales: { automated_snapshot_retention_period: 34 },
          },
        },
      },
      addresses: ['aws_redshift_cluster.builds', 'aws_redshift_cluster.sales'],
    },
    {
      title: 'a day within a module of a plan',
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
                    values: { automated_snapshot_retention_period: 1 },
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
      title: 'a variable decides',
      terraform: {
        variable: { days: {} },
        resource: { aws_redshift_cluster: { sales: { automated_snapshot_retention_period: '${var.days}' } } },
      },
      addresses: ['aws_redshift_cluster.sales'],
    },
  ],
};
