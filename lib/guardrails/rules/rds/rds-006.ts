import { Model, Resource } from '../../model';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { JsonObject, isUnknown } from '../../value';
import { requireTrue, unknownAttribute } from '../checks';
import { configured } from '../configured';
import { instancesOf } from '../named';
import { isReplica } from './database';

/** The type of the instances of a cluster. */
const INSTANCES: { readonly [type: string]: string } = {
  aws_docdb_cluster: 'aws_docdb_cluster_instance',
  aws_neptune_cluster: 'aws_neptune_cluster_instance',
  aws_rds_cluster: 'aws_rds_cluster_instance',
};

/** Engines whose clusters have two readers in other zones by themselves. */
const MULTI_AZ: readonly unknown[] = ['mysql', 'postgres'];

/** Databases that outlive the loss of a zone. */
export const RDS_006: ResourceRule = {
  id: 'RDS-006',
  title: 'A database outside ephemeral environments stands in two Availability Zones or more',
  severity: 'medium',
  measures: ['3.3.1'],
  rationale:
    'A database in one zone is gone when the zone is. An instance with Multi-AZ has a standby that takes over within minutes. The storage of Aurora, DocumentDB and Neptune is in three zones anyway, but a cluster with one instance answers nobody until another one is made: it needs two, which AWS puts into different zones unless told otherwise. Multi-AZ DB clusters have three by themselves. Replicas are the redundancy of something else. Readers that auto scaling adds are not counted.',
  fix: 'Set `multi_az` to true, or give the cluster two instances or more, whose `availability_zone` is not set or differs. A stack that may fail says so: environment EPHEMERAL, or the tag tom:environment = ephemeral.',
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html',
    'https://docs.aws.amazon.com/documentdb/latest/developerguide/replication.html',
    'AWS Security Hub RDS.5, RDS.15, Neptune.9',
  ],
  types: ['aws_db_instance', ...Object.keys(INSTANCES)],
  check: (database, model) => {
    if (database.isEphemeral || isReplica(database)) return undefined;
    return database.type === 'aws_db_instance' ? requireTrue(database, 'multi_az') : clusterVerdict(model, database);
  },
  examples: {
    pass: [
      {
        title: 'a standby, and two instances a cluster: counted, written twice, or of two clusters',
        terraform: {
          resource: {
            aws_db_instance: { orders: { multi_az: true } },
            aws_docdb_cluster: { profiles: { cluster_identifier: 'profiles' } },
            aws_docdb_cluster_instance: { profiles: { count: 2, cluster_identifier: 'profiles' } },
            aws_neptune_cluster: { friends: {} },
            aws_neptune_cluster_instance: {
              reader: { cluster_identifier: '${aws_neptune_cluster.friends.id}', availability_zone: 'eu-central-1b' },
              writer: { cluster_identifier: '${aws_neptune_cluster.friends.id}', availability_zone: 'eu-central-1a' },
            },
            aws_rds_cluster: { shop: { count: 2, engine: 'aurora-mysql' } },
            aws_rds_cluster_instance: {
              shop: { count: 4, cluster_identifier: '${aws_rds_cluster.shop[count.index % 2].id}' },
            },
          },
        },
      },
      {
        title: 'a Multi-AZ DB cluster, a replica, and a stack that lives for a test run; in lists',
        terraform: {
          resource: [
            {
              aws_db_instance: [
                { reports: [{ replicate_source_db: 'orders' }] },
                { test: [{ tags: { 'tom:environment': 'ephemeral' } }] },
              ],
              aws_rds_cluster: [{ shop: [{ engine: 'postgres', db_cluster_instance_class: 'db.r8gd.large' }] }],
            },
          ],
        },
      },
      {
        title: 'one instance for each of a map',
        terraform: {
          resource: {
            aws_rds_cluster: { shop: { engine: 'aurora-postgresql' } },
            aws_rds_cluster_instance: {
              shop: { for_each: { reader: 'a', writer: 'b' }, cluster_identifier: '${aws_rds_cluster.shop.id}' },
            },
          },
        },
      },
      {
        title: 'two instances in a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              resources: [
                planned('aws_rds_cluster', 'eu', { cluster_identifier: 'shop', engine: 'aurora-mysql' }),
                planned('aws_rds_cluster_instance', 'reader', { cluster_identifier: 'shop' }),
                planned('aws_rds_cluster_instance', 'writer', { cluster_identifier: 'shop' }),
              ],
            },
          },
        },
      },
    ],
    fail: [
      {
        title: 'no standby, one instance, none, or two in one zone',
        terraform: {
          resource: {
            aws_db_instance: { orders: {}, stock: { multi_az: false } },
            aws_docdb_cluster: { profiles: {} },
            aws_neptune_cluster: { friends: {} },
            aws_neptune_cluster_instance: {
              friends: {
                count: 2,
                cluster_identifier: '${aws_neptune_cluster.friends.id}',
                availability_zone: 'eu-central-1a',
              },
            },
            aws_rds_cluster: { shop: { engine: 'aurora-mysql' } },
            aws_rds_cluster_instance: { shop: { cluster_identifier: '${aws_rds_cluster.shop.id}' } },
          },
        },
        addresses: [
          'aws_db_instance.orders',
          'aws_db_instance.stock',
          'aws_docdb_cluster.profiles',
          'aws_neptune_cluster.friends',
          'aws_rds_cluster.shop',
        ],
      },
      {
        title: 'two clusters that share three instances',
        terraform: {
          resource: {
            aws_rds_cluster: { shop: { count: 2, engine: 'aurora-mysql' } },
            aws_rds_cluster_instance: {
              shop: { count: 3, cluster_identifier: '${aws_rds_cluster.shop[count.index % 2].id}' },
            },
          },
        },
        addresses: ['aws_rds_cluster.shop'],
      },
      {
        title: 'one instance for each of two clusters, in a plan of clusters that have no names yet',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              resources: [
                planned('aws_docdb_cluster', 'a', {}),
                planned('aws_docdb_cluster', 'b', {}),
                planned('aws_docdb_cluster_instance', 'a', { cluster_identifier: '${aws_docdb_cluster.shop["a"].id}' }),
                planned('aws_docdb_cluster_instance', 'b', { cluster_identifier: '${aws_docdb_cluster.shop["b"].id}' }),
              ],
            },
          },
        },
        addresses: ['aws_docdb_cluster.shop["a"]', 'aws_docdb_cluster.shop["b"]'],
      },
      {
        title: 'no standby within a module of a plan',
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
                      values: { engine: 'mysql', multi_az: false },
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
        title: 'variables decide on the standby, the engine, and how many instances there are',
        terraform: {
          variable: { count: {}, engine: {}, standby: {} },
          resource: {
            aws_db_instance: { orders: { multi_az: '${var.standby}' } },
            aws_neptune_cluster: { friends: { count: '${var.count}' } },
            aws_neptune_cluster_instance: {
              friends: { count: 2, cluster_identifier: '${aws_neptune_cluster.friends[0].id}' },
            },
            aws_rds_cluster: { any: { engine: '${var.engine}' }, shop: { engine: 'aurora-mysql' } },
            aws_rds_cluster_instance: {
              shop: { count: '${var.count}', cluster_identifier: '${aws_rds_cluster.shop.id}' },
            },
          },
        },
        addresses: [
          'aws_db_instance.orders',
          'aws_neptune_cluster.friends',
          'aws_rds_cluster.any',
          'aws_rds_cluster.shop',
        ],
      },
      {
        title: 'a variable names the cluster of an instance',
        terraform: {
          variable: { cluster: {} },
          resource: {
            aws_docdb_cluster: { profiles: {} },
            aws_docdb_cluster_instance: { profiles: { count: 2, cluster_identifier: '${var.cluster}' } },
          },
        },
        addresses: ['aws_docdb_cluster.profiles'],
      },
    ],
  },
};

function clusterVerdict(model: Model, cluster: Resource): Verdict {
  const engine = configured(cluster, 'engine');
  if (cluster.type === 'aws_rds_cluster' && MULTI_AZ.includes(engine)) return MET;
  const type = INSTANCES[cluster.type];
  const instances = model.companions(cluster, type, 'cluster_identifier');
  const clusters = instances.some((instance) => isUnknown(instance.get('cluster_identifier')))
    ? howManyWritten(model, cluster)
    : 1;
  const counts = instances.map(howMany);
  const known = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  if (clusters !== undefined && known >= 2 * clusters) return zonesVerdict(instances);
  if (cluster.type === 'aws_rds_cluster' && isUnknown(engine)) return unknownAttribute('engine', engine);
  if (clusters === undefined || counts.includes(undefined)) {
    return undetermined('count or for_each decides how many instances the cluster has, which only a plan can tell');
  }
  if (model.hasUndeterminedCompanion(type, 'cluster_identifier')) {
    return undetermined(`an ${type} names its cluster by a value that only a plan can tell`);
  }
  if (clusters > 1) return violated(`${clusters} clusters share ${known} instances, and each needs two`);
  const has = known === 0 ? 'no instance' : 'one instance';
  return violated(`the cluster has ${has}: with fewer than two it answers nobody once a zone is lost`);
}

/** Instances that all name one zone. Those that name none are spread by AWS. */
function zonesVerdict(instances: readonly Resource[]): Verdict {
  const zones = new Set(instances.map((instance) => configured(instance, 'availability_zone')));
  const [zone] = zones;
  return zones.size === 1 && typeof zone === 'string'
    ? violated(`all of its instances stand in ${zone}, and are lost with it`)
    : MET;
}

/** How many clusters a reference may mean. */
function howManyWritten(model: Model, cluster: Resource): number | undefined {
  const written = instancesOf(model, cluster).length;
  return written > 1 ? written : howMany(cluster);
}

/** How many a resource stands for. `undefined` where only a plan can tell; a plan writes each of them out. */
function howMany(resource: Resource): number | undefined {
  const { count, for_each: each } = resource.body;
  if (count !== undefined) {
    const value = resource.get('count');
    return typeof value === 'number' ? value : undefined;
  }
  if (each === undefined) return 1;
  const value = resource.get('for_each');
  if (isUnknown(value) || typeof value !== 'object') return undefined;
  return Array.isArray(value) ? value.length : Object.keys(value).length;
}

/** An instance of a resource, as a plan writes it. */
function planned(type: string, index: string, values: JsonObject): JsonObject {
  return { address: `${type}.shop["${index}"]`, mode: 'managed', type, name: 'shop', index, values };
}
