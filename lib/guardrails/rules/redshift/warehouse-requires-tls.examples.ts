import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'the newer default, by its name and in a group of its family',
      terraform: {
        resource: {
          aws_redshift_cluster: {
            a: { cluster_parameter_group_name: 'default.redshift-2.0' },
            b: { cluster_parameter_group_name: 'b' },
          },
          aws_redshift_parameter_group: { b: { name: 'b', family: 'redshift-2.0', parameter: [] } },
        },
      },
    },
    {
      title: 'in the group of each of several clusters, and in a workgroup',
      terraform: {
        resource: {
          aws_redshift_cluster: {
            sales: { count: 2, cluster_parameter_group_name: '${aws_redshift_parameter_group.sales.name}' },
          },
          aws_redshift_parameter_group: {
            sales: { family: 'redshift-1.0', parameter: { name: 'require_ssl', value: 'true' } },
          },
          aws_redshiftserverless_workgroup: {
            sales: {
              config_parameter: [
                { parameter_key: 'datestyle', parameter_value: 'ISO, MDY' },
                { parameter_key: 'require_ssl', parameter_value: true },
              ],
            },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'the older default, by its name and in a group of its family',
      terraform: {
        resource: {
          aws_redshift_cluster: {
            old: { cluster_parameter_group_name: 'default.redshift-1.0' },
            sales: { cluster_parameter_group_name: '${aws_redshift_parameter_group.sales.id}' },
          },
          aws_redshift_parameter_group: {
            sales: { family: 'redshift-1.0', parameter: { name: 'use_fips_ssl', value: 'true' } },
          },
        },
      },
      addresses: ['aws_redshift_cluster.old', 'aws_redshift_cluster.sales'],
    },
    {
      title: 'off',
      terraform: {
        resource: {
          aws_redshift_cluster: {
            sales: { cluster_parameter_group_name: '${aws_redshift_parameter_group.sales.name}' },
          },
          aws_redshift_parameter_group: {
            sales: { family: 'redshift-2.0', parameter: [{ name: 'require_ssl', value: 'false' }] },
          },
          aws_redshiftserverless_workgroup: {
            sales: { config_parameter: { parameter_key: 'require_ssl', parameter_value: 'false' } },
          },
        },
      },
      addresses: ['aws_redshift_cluster.sales', 'aws_redshiftserverless_workgroup.sales'],
    },
    {
      title: 'a group of clusters that are elsewhere',
      terraform: {
        resource: {
          aws_redshift_parameter_group: {
            off: { family: 'redshift-2.0', parameter: { name: 'require_ssl', value: 'false' } },
            old: { family: 'redshift-1.0' },
          },
        },
      },
      addresses: ['aws_redshift_parameter_group.off', 'aws_redshift_parameter_group.old'],
    },
  ],
  undetermined: [
    {
      title: 'neither group nor parameter, so an unknown default',
      terraform: { resource: { aws_redshift_cluster: { a: {} }, aws_redshiftserverless_workgroup: { b: {} } } },
      addresses: ['aws_redshift_cluster.a', 'aws_redshiftserverless_workgroup.b'],
    },
    {
      title: 'variables decide, and a group that is made elsewhere',
      terraform: {
        variable: { group: {}, tls: {} },
        resource: {
          aws_redshift_cluster: {
            elsewhere: { cluster_parameter_group_name: 'shared' },
            group: { cluster_parameter_group_name: '${var.group}' },
            value: { cluster_parameter_group_name: '${aws_redshift_parameter_group.value.name}' },
          },
          aws_redshift_parameter_group: {
            value: { family: 'redshift-1.0', parameter: { name: 'require_ssl', value: '${var.tls}' } },
          },
        },
      },
      addresses: ['aws_redshift_cluster.elsewhere', 'aws_redshift_cluster.group', 'aws_redshift_cluster.value'],
    },
  ],
};
