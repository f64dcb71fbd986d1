import { Resource, describe } from '../../model';
import { MET, ResourceRule, undetermined, violated } from '../../rule';
import { isTrue, isUnknown } from '../../value';
import { unknownAttribute } from '../checks';
import { configured } from '../configured';
import { requireKey } from '../encryption-key';
import { DATABASES, GLOBAL_CLUSTERS, restoredBy } from './database';

/** Databases that are encrypted, with all that is copied from them. */
export const RDS_003: ResourceRule = {
  id: 'RDS-003',
  title: 'A database is encrypted at rest, for personal data with a customer managed key',
  severity: 'high',
  measures: ['1.2.1', '1.2.3'],
  rationale:
    'Storage, replicas, automated backups and snapshots of an encrypted database are encrypted under its key. By default RDS, DocumentDB and Neptune encrypt nothing; Aurora encrypts what was made since February 2026, and leaves what is older as it was, so the configuration says it. With the key aws/rds, or one that AWS owns, nobody can change who may use it, nor share a snapshot with another account. Instances of a cluster and replicas have the encryption of what they belong to. A database whose class nobody declares counts as personal.',
  fix: 'Set `storage_encrypted` to true, and `kms_key_id` (`kms_key_arn` of Neptune) to a customer managed key, such as that of a `RotatedKey`. A database that is there already cannot be encrypted in place, and Terraform would replace it by an empty one: copy a snapshot of it under the key, and restore that. Where the data is not personal, say so by the tag tom:data-class.',
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html',
    'https://docs.aws.amazon.com/documentdb/latest/developerguide/encryption-at-rest.html',
    'https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html',
    'AWS Security Hub RDS.3, RDS.27, DocumentDB.1, Neptune.1',
  ],
  types: [...DATABASES, ...GLOBAL_CLUSTERS],
  check: (database, model) => {
    if (inherits(database)) return undefined;
    const encrypted = configured(database, 'storage_encrypted');
    if (isUnknown(encrypted)) return unknownAttribute('storage_encrypted', encrypted);
    const origin = restoredBy(database);
    if (encrypted === undefined && origin !== undefined) {
      return undetermined(`storage_encrypted is not set, and ${origin} decides it`);
    }
    if (!isTrue(encrypted)) return violated(`storage_encrypted is ${describe(encrypted)}`);
    if (!database.isPersonal || GLOBAL_CLUSTERS.includes(database.type)) return MET;
    const attribute = database.type === 'aws_neptune_cluster' ? 'kms_key_arn' : 'kms_key_id';
    return requireKey(model, database, attribute, 'nobody can change the policy of the key that encrypts the database');
  },
  examples: {
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
  },
};

/** Whether another database of the configuration, or of the account, decides: it is judged there. */
function inherits(database: Resource): boolean {
  const source = GLOBAL_CLUSTERS.includes(database.type) ? 'source_db_cluster_identifier' : 'replicate_source_db';
  return configured(database, source) !== undefined;
}
