import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a snapshot of staging, and production itself',
      terraform: {
        resource: {
          aws_db_instance: {
            live: { snapshot_identifier: 'orders-prod-final', tags: { 'tom:environment': 'production' } },
            trial: {
              count: 2,
              snapshot_identifier: 'orders-staging-2026',
              tags: { 'tom:environment': 'development' },
            },
          },
        },
      },
    },
    {
      title: 'a reader of a database of the same environment, by name',
      terraform: {
        resource: {
          aws_db_instance: {
            orders: { identifier: 'orders', tags: { 'tom:environment': 'staging' } },
            reader: { replicate_source_db: 'orders', tags: { 'tom:environment': 'staging' } },
          },
        },
      },
    },
    {
      title: 'masked by DMS, and data that is not personal',
      terraform: {
        resource: {
          aws_dms_endpoint: {
            from: { endpoint_id: 'orders-prod', server_name: 'orders.internal' },
            to: { endpoint_id: 'orders-test' },
          },
          aws_dms_replication_task: {
            orders: {
              source_endpoint_arn: '${aws_dms_endpoint.from.endpoint_arn}',
              target_endpoint_arn: '${aws_dms_endpoint.to.endpoint_arn}',
              table_mappings:
                '{"rules":[{"rule-type":"selection","rule-action":"include"},{"rule-type":"transformation","rule-target":"column","rule-action":"data-masking-digits-randomize"}]}',
              tags: { 'tom:environment': 'staging' },
            },
          },
          aws_db_instance: {
            prices: {
              snapshot_identifier: 'prices-prod',
              tags: { 'tom:environment': 'staging', 'tom:data-class': 'public' },
            },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'restored to a point in time',
      terraform: {
        resource: {
          aws_rds_cluster: {
            orders: {
              restore_to_point_in_time: {
                source_cluster_identifier: 'orders-production',
                use_latest_restorable_time: true,
              },
              tags: { 'tom:environment': 'development' },
            },
          },
        },
      },
      addresses: ['aws_rds_cluster.orders'],
    },
    {
      title: 'a snapshot by its name, by a data source, and a replica of a database of production',
      terraform: {
        data: { aws_db_cluster_snapshot: { last: { db_cluster_identifier: 'orders-prod', most_recent: true } } },
        resource: {
          aws_db_instance: {
            live: { tags: { 'tom:environment': 'production' } },
            replica: {
              replicate_source_db: '${aws_db_instance.live.identifier}',
              tags: { 'tom:environment': 'staging' },
            },
            trial: { count: 2, snapshot_identifier: 'prod-orders', tags: { 'tom:environment': 'development' } },
          },
          aws_rds_cluster: {
            trial: {
              snapshot_identifier: '${data.aws_db_cluster_snapshot.last.id}',
              tags: { 'tom:environment': 'ephemeral' },
            },
          },
        },
      },
      addresses: ['aws_db_instance.replica', 'aws_db_instance.trial', 'aws_rds_cluster.trial'],
    },
    {
      title: 'DMS without a mask, and with a hash only',
      terraform: {
        '//': { toms: { posture: { path: 'app', environment: 'staging', dataClass: 'personal' } } },
        resource: {
          aws_dms_endpoint: { from: { endpoint_id: 'from', server_name: 'db.prod.internal' } },
          aws_dms_replication_task: {
            hashed: {
              source_endpoint_arn: '${aws_dms_endpoint.from.endpoint_arn}',
              table_mappings:
                '${jsonencode({ rules = [{ "rule-type" = "transformation", "rule-action" = "data-masking-hash-mask" }] })}',
            },
            plain: {
              source_endpoint_arn: '${aws_dms_endpoint.from.endpoint_arn}',
              table_mappings: '{"rules":[{"rule-type":"selection","rule-action":"include"}]}',
            },
          },
        },
      },
      addresses: ['aws_dms_replication_task.hashed', 'aws_dms_replication_task.plain'],
    },
  ],
  undetermined: [
    {
      title: 'the origin of the data is unknown',
      terraform: {
        variable: { snapshot: {}, mappings: {} },
        resource: {
          aws_db_instance: {
            some: { snapshot_identifier: 'orders-2026-11-25', tags: { 'tom:environment': 'staging' } },
            trial: { snapshot_identifier: '${var.snapshot}', tags: { 'tom:environment': 'staging' } },
          },
          aws_dms_replication_task: {
            orders: {
              source_endpoint_arn: 'arn',
              table_mappings: '${var.mappings}',
              tags: { 'tom:environment': 'staging' },
            },
          },
        },
      },
      addresses: ['aws_db_instance.some', 'aws_db_instance.trial', 'aws_dms_replication_task.orders'],
    },
  ],
};
