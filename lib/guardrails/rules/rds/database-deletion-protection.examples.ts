import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'protected, with a final snapshot, said or by default',
      terraform: {
        resource: {
          aws_db_instance: { orders: { count: 2, deletion_protection: true, skip_final_snapshot: false } },
          aws_docdb_cluster: { profiles: { deletion_protection: true } },
          aws_neptune_cluster: { friends: { deletion_protection: 'true' } },
          aws_rds_cluster: { shop: { deletion_protection: true, final_snapshot_identifier: 'shop-final' } },
          aws_rds_global_cluster: { shop: { deletion_protection: true } },
        },
      },
    },
    {
      title: 'a replica, and a stack that lives for a test run; in lists',
      terraform: {
        resource: [
          {
            aws_db_instance: [{ reports: [{ replicate_source_db: 'orders', skip_final_snapshot: true }] }],
            aws_rds_cluster: [{ shop: [{ skip_final_snapshot: true, tags: { 'tom:environment': 'ephemeral' } }] }],
          },
        ],
      },
    },
  ],
  fail: [
    {
      title: 'the defaults',
      terraform: {
        resource: {
          aws_db_instance: { orders: {} },
          aws_docdb_global_cluster: { profiles: {} },
          aws_neptune_cluster: { friends: {} },
          aws_rds_cluster: { shop: { deletion_protection: false } },
        },
      },
      addresses: [
        'aws_db_instance.orders',
        'aws_docdb_global_cluster.profiles',
        'aws_neptune_cluster.friends',
        'aws_rds_cluster.shop',
      ],
    },
    {
      title: 'protected, and gone without a copy once it is not',
      terraform: {
        resource: { aws_docdb_cluster: { profiles: { deletion_protection: true, skip_final_snapshot: 'true' } } },
      },
      addresses: ['aws_docdb_cluster.profiles'],
    },
    {
      title: 'neither within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.data',
                resources: [
                  {
                    address: 'module.data.aws_db_instance.main',
                    mode: 'managed',
                    type: 'aws_db_instance',
                    name: 'main',
                    values: { deletion_protection: null, skip_final_snapshot: true },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.data.aws_db_instance.main'],
    },
  ],
  undetermined: [
    {
      title: 'variables decide',
      terraform: {
        variable: { keep: {}, skip: {} },
        resource: {
          aws_db_instance: { orders: { deletion_protection: true, skip_final_snapshot: '${var.skip}' } },
          aws_rds_cluster: { shop: { deletion_protection: '${var.keep}' } },
        },
      },
      addresses: ['aws_db_instance.orders', 'aws_rds_cluster.shop'],
    },
  ],
};
