import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'within the cluster, as older providers have it, and a namespace',
      terraform: {
        resource: {
          aws_redshift_cluster: { sales: { logging: { enable: true, bucket_name: 'logs' } } },
          aws_redshiftserverless_namespace: { sales: { log_exports: ['connectionlog', 'userlog'] } },
        },
      },
    },
    {
      title: 'a resource of its own: to a bucket, and to CloudWatch for each of several clusters',
      terraform: {
        resource: {
          aws_redshift_cluster: { sales: { count: 2 }, stock: { cluster_identifier: 'stock' } },
          aws_redshift_logging: {
            sales: {
              count: 2,
              cluster_identifier: '${aws_redshift_cluster.sales[count.index].id}',
              log_destination_type: 'cloudwatch',
              log_exports: ['userlog', 'connectionlog', 'useractivitylog'],
            },
            stock: { cluster_identifier: 'stock', log_destination_type: 's3', bucket_name: 'logs' },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'no logs, and logs that are off',
      terraform: {
        resource: {
          aws_redshift_cluster: { sales: {}, stock: { logging: { enable: false, bucket_name: 'logs' } } },
          aws_redshiftserverless_namespace: { sales: {} },
        },
      },
      addresses: ['aws_redshift_cluster.sales', 'aws_redshift_cluster.stock', 'aws_redshiftserverless_namespace.sales'],
    },
    {
      title: 'queries to CloudWatch, and not who connects',
      terraform: {
        resource: {
          aws_redshift_cluster: { sales: {} },
          aws_redshift_logging: {
            sales: {
              cluster_identifier: '${aws_redshift_cluster.sales.id}',
              log_destination_type: 'cloudwatch',
              log_exports: ['useractivitylog'],
            },
          },
        },
      },
      addresses: ['aws_redshift_cluster.sales'],
    },
    {
      title: 'one log of two',
      terraform: { resource: { aws_redshiftserverless_namespace: { main: { log_exports: ['userlog'] } } } },
      addresses: ['aws_redshiftserverless_namespace.main'],
    },
  ],
  undetermined: [
    {
      title: 'a variable names the cluster',
      terraform: {
        variable: { cluster: {} },
        resource: {
          aws_redshift_cluster: { sales: {} },
          aws_redshift_logging: { sales: { cluster_identifier: '${var.cluster}', bucket_name: 'logs' } },
        },
      },
      addresses: ['aws_redshift_cluster.sales'],
    },
    {
      title: 'variables name the place and the logs, and turn them on',
      terraform: {
        variable: { on: {}, logs: {}, to: {} },
        resource: {
          aws_redshift_cluster: { sales: {}, stock: { logging: { enable: '${var.on}' } } },
          aws_redshift_logging: {
            sales: { cluster_identifier: '${aws_redshift_cluster.sales.id}', log_destination_type: '${var.to}' },
          },
          aws_redshiftserverless_namespace: { sales: { log_exports: '${var.logs}' } },
        },
      },
      addresses: ['aws_redshift_cluster.sales', 'aws_redshift_cluster.stock', 'aws_redshiftserverless_namespace.sales'],
    },
  ],
};
