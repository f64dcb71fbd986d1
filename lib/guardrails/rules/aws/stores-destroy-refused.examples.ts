import { Examples } from '../../rule';

const NOT_IN_PLANS = { plan: 'a plan does not show `lifecycle`' };

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'destruction refused',
      except: NOT_IN_PLANS,
      terraform: { resource: { aws_s3_bucket: { invoices: { lifecycle: { prevent_destroy: true } } } } },
    },
    {
      title: 'a store of no personal data',
      terraform: { resource: { aws_dynamodb_table: { prices: { tags: { 'tom:data-class': 'internal' } } } } },
    },
    {
      title: 'a store of a test run',
      terraform: { resource: { aws_efs_file_system: { uploads: { tags: { 'tom:environment': 'ephemeral' } } } } },
    },
    {
      title: 'a replica',
      terraform: { resource: { aws_db_instance: { reader: { replicate_source_db: 'arn:aws:rds:::db:main' } } } },
    },
    {
      title: 'a plan shows no lifecycle',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            resources: [
              {
                address: 'aws_s3_bucket.invoices',
                mode: 'managed',
                type: 'aws_s3_bucket',
                name: 'invoices',
                values: { bucket: 'invoices' },
              },
            ],
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'a bucket that one apply may destroy',
      except: NOT_IN_PLANS,
      terraform: { resource: { aws_s3_bucket: { invoices: { bucket: 'invoices' } } } },
      addresses: ['aws_s3_bucket.invoices'],
    },
    {
      title: 'a database whose destruction is allowed',
      except: NOT_IN_PLANS,
      terraform: { resource: { aws_rds_cluster: { main: { lifecycle: [{ prevent_destroy: false }] } } } },
      addresses: ['aws_rds_cluster.main'],
    },
  ],
};
