import { ResourceRule } from '../../rule';
import { isTrue } from '../../value';
import { requireAttribute } from '../checks';
import { configured } from '../configured';

const ATTRIBUTE = 'auto_minor_version_upgrade';

/** What takes minor versions by itself, and whether it does where nobody says so. */
const DEFAULTS: { readonly [type: string]: boolean } = {
  aws_db_instance: true,
  aws_dms_replication_instance: false,
  aws_elasticache_cluster: true,
  aws_elasticache_replication_group: true,
  aws_mq_broker: false,
  aws_neptune_cluster_instance: true,
  aws_rds_cluster_instance: true,
};

/** Managed engines that stay patched. */
export const AWS_007: ResourceRule = {
  id: 'AWS-007',
  title: 'Databases, caches, brokers and replication instances take minor versions by themselves',
  severity: 'low',
  measures: ['9.1'],
  rationale:
    'Minor versions bring the fixes of known vulnerabilities. Where the attribute is on, AWS installs them in the maintenance window; where it is off, an engine stays as it was made until somebody thinks of it. RDS, Aurora, Neptune and ElastiCache take them by default; brokers of Amazon MQ and instances of DMS do not. DocumentDB has the attribute and ignores it, and Memcached has no such upgrades: they are left out.',
  fix: `Set \`${ATTRIBUTE}\` to true.`,
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html',
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/VersionManagement.html',
    'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/upgrading-brokers.html',
    'AWS Security Hub RDS.13, ElastiCache.2, MQ.3, DMS.6',
  ],
  types: Object.keys(DEFAULTS),
  check: (resource) => {
    if (resource.type === 'aws_elasticache_cluster' && configured(resource, 'engine') === 'memcached') return undefined;
    const absent = DEFAULTS[resource.type];
    return requireAttribute(resource, ATTRIBUTE, (value) => isTrue(value ?? absent), { [ATTRIBUTE]: true });
  },
  examples: {
    pass: [
      {
        title: 'the defaults of RDS and ElastiCache, and said of brokers and replication instances',
        terraform: {
          resource: {
            aws_db_instance: { orders: { count: 2 } },
            aws_dms_replication_instance: { move: { auto_minor_version_upgrade: true } },
            aws_elasticache_replication_group: { sessions: { auto_minor_version_upgrade: 'true' } },
            aws_mq_broker: { jobs: { auto_minor_version_upgrade: true } },
            aws_neptune_cluster_instance: { friends: {} },
            aws_rds_cluster_instance: { shop: {} },
          },
        },
      },
      {
        title: 'Memcached and DocumentDB, which have none; in lists',
        terraform: {
          resource: [
            {
              aws_docdb_cluster_instance: [{ profiles: [{ auto_minor_version_upgrade: false }] }],
              aws_elasticache_cluster: [
                { pages: [{ engine: 'memcached', auto_minor_version_upgrade: 'false' }] },
                { sessions: [{ engine: 'valkey' }] },
              ],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'the defaults of Amazon MQ and DMS',
        terraform: { resource: { aws_dms_replication_instance: { move: {} }, aws_mq_broker: { jobs: {} } } },
        addresses: ['aws_dms_replication_instance.move', 'aws_mq_broker.jobs'],
      },
      {
        title: 'off',
        terraform: {
          resource: {
            aws_db_instance: { orders: { auto_minor_version_upgrade: false } },
            aws_elasticache_cluster: { sessions: { engine: 'redis', auto_minor_version_upgrade: 'false' } },
            aws_elasticache_replication_group: { carts: { auto_minor_version_upgrade: false } },
            aws_neptune_cluster_instance: { friends: { auto_minor_version_upgrade: false } },
          },
        },
        addresses: [
          'aws_db_instance.orders',
          'aws_elasticache_cluster.sessions',
          'aws_elasticache_replication_group.carts',
          'aws_neptune_cluster_instance.friends',
        ],
      },
      {
        title: 'off within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.data',
                  resources: [
                    {
                      address: 'module.data.aws_rds_cluster_instance.main[0]',
                      mode: 'managed',
                      type: 'aws_rds_cluster_instance',
                      name: 'main',
                      index: 0,
                      values: { engine: 'aurora-mysql', auto_minor_version_upgrade: false },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.data.aws_rds_cluster_instance.main[0]'],
      },
    ],
    undetermined: [
      {
        title: 'a variable decides',
        terraform: {
          variable: { upgrade: {} },
          resource: { aws_db_instance: { orders: { auto_minor_version_upgrade: '${var.upgrade}' } } },
        },
        addresses: ['aws_db_instance.orders'],
      },
    ],
  },
};
