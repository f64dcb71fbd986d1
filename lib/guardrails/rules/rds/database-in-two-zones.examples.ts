import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a Multi-AZ DB cluster, a replica, and a stack that lives for a test run',
      terraform: {
        resource: {
          aws_db_instance: {
            reports: { replicate_source_db: 'orders' },
            test: { tags: { 'tom:environment': 'ephemeral' } },
          },
          aws_rds_cluster: { shop: { engine: 'postgres', db_cluster_instance_class: 'db.r8gd.large' } },
        },
      },
    },
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
      title: 'one instance for each of a map',
      except: { count: 'two clusters share what is enough for one' },
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
      title: 'no standby',
      terraform: { resource: { aws_db_instance: { main: { engine: 'mysql', multi_az: false } } } },
      addresses: ['aws_db_instance.main'],
    },
  ],
  undetermined: [
    {
      title: 'variables decide on the standby, the engine, and how many instances there are',
      except: { plan: 'a plan knows how many instances there are', count: 'the second cluster has no instance' },
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
};

/** An instance of a resource, as a plan writes it. */
function planned(type: string, index: string, values: JsonObject): JsonObject {
  return { address: `${type}.shop["${index}"]`, mode: 'managed', type, name: 'shop', index, values };
}
