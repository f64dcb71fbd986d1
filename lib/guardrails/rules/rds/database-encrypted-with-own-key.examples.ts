import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a key of the same stack, for instances and clusters',
      terraform: {
        resource: {
          aws_kms_key: { data: {} },
          aws_db_instance: {
            orders: { count: 2, storage_encrypted: true, kms_key_id: '${aws_kms_key.data.arn}' },
          },
          aws_docdb_cluster: { profiles: { storage_encrypted: true, kms_key_id: '${aws_kms_key.data.arn}' } },
          aws_neptune_cluster: { friends: { storage_encrypted: 'true', kms_key_arn: '${aws_kms_key.data.arn}' } },
          aws_rds_cluster: { shop: { storage_encrypted: true, kms_key_id: '${aws_kms_key.data.arn}' } },
          aws_rds_cluster_instance: { shop: { cluster_identifier: '${aws_rds_cluster.shop.id}' } },
        },
      },
    },
    {
      title: 'a replica, a global cluster made of a cluster, one of its own, and internal data; in lists',
      terraform: {
        resource: [
          {
            aws_db_instance: [
              { builds: [{ storage_encrypted: true, tags: { 'tom:data-class': 'internal' } }] },
              { reports: [{ replicate_source_db: 'orders' }] },
            ],
            aws_docdb_global_cluster: [{ profiles: [{ source_db_cluster_identifier: 'arn:aws:rds:x' }] }],
            aws_rds_global_cluster: [{ shop: [{ storage_encrypted: true }] }],
          },
        ],
      },
    },
  ],
  fail: [
    {
      title: 'nothing said, or off',
      terraform: {
        resource: {
          aws_db_instance: { orders: { engine: 'postgres' } },
          aws_docdb_cluster: { profiles: { storage_encrypted: false } },
          aws_neptune_cluster: { friends: {} },
          aws_neptune_global_cluster: { friends: {} },
          aws_rds_cluster: { shop: { engine: 'aurora-mysql' } },
        },
      },
      addresses: [
        'aws_db_instance.orders',
        'aws_docdb_cluster.profiles',
        'aws_neptune_cluster.friends',
        'aws_neptune_global_cluster.friends',
        'aws_rds_cluster.shop',
      ],
    },
    {
      title: 'AWS manages the key of personal data',
      terraform: {
        data: { aws_kms_alias: { rds: { name: 'alias/aws/rds' } } },
        resource: {
          aws_db_instance: { orders: { storage_encrypted: true } },
          aws_rds_cluster: {
            shop: { storage_encrypted: true, kms_key_id: '${data.aws_kms_alias.rds.target_key_arn}' },
          },
        },
      },
      addresses: ['aws_db_instance.orders', 'aws_rds_cluster.shop'],
    },
    {
      title: 'no encryption within a module of a plan',
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
                    values: { engine: 'mysql', storage_encrypted: null, restore_to_point_in_time: [] },
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
      title: 'a variable, a snapshot, or a key of somebody decides',
      terraform: {
        variable: { encrypted: {}, key: {} },
        resource: {
          aws_db_instance: {
            keyed: { storage_encrypted: true, kms_key_id: '${var.key}' },
            orders: { storage_encrypted: '${var.encrypted}' },
            restored: { snapshot_identifier: 'rds:orders-2026-01-01' },
          },
        },
      },
      addresses: ['aws_db_instance.keyed', 'aws_db_instance.orders', 'aws_db_instance.restored'],
    },
  ],
};
