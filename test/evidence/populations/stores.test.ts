import { STORE_POPULATIONS } from '../../../lib/evidence/populations/stores';
import { differences, membersIn } from '../../support/members';
import { resources } from '../../support/models';

const PUBLIC = { 'tom:data-class': 'public' };
const HEALTH = { 'tom:data-class': 'special-category' };
const TEST = { 'tom:environment': 'staging' };

const MODEL = resources({
  aws_backup_plan: { daily: { rule: [{ copy_action: [{ destination_vault_arn: '${aws_backup_vault.far.arn}' }] }] } },
  aws_backup_restore_testing_plan: { monthly: {} },
  aws_backup_vault: { far: {}, near: {} },
  aws_cloudwatch_log_group: {
    app: { name: 'app' },
    trail: { name: 'aws-cloudtrail-logs', tags: { 'tom:log-kind': 'security' } },
  },
  aws_db_instance: { orders: {}, test: { tags: TEST }, site: { tags: PUBLIC } },
  aws_db_proxy: { pool: {} },
  aws_db_snapshot_copy: { orders: {} },
  aws_db_subnet_group: { orders: { subnet_ids: ['${aws_subnet.data.id}'] } },
  aws_dynamodb_table: { carts: {} },
  aws_ebs_volume: { disk: {} },
  aws_ecs_task_definition: {
    plain: {},
    mounts: { volume: [{ name: 'v', efs_volume_configuration: [{ file_system_id: 'fs-1' }] }] },
  },
  aws_elasticache_cluster: { part: { replication_group_id: 'group' }, single: {} },
  aws_elasticache_replication_group: { group: {} },
  aws_kinesis_stream: { events: {} },
  aws_lambda_function: { plain: {}, configured: { environment: [{ variables: { A: 'a' } }] } },
  aws_rds_global_cluster: { world: {} },
  aws_s3_access_point: { read: {} },
  aws_s3_bucket: {
    absent: { count: 0 },
    logs: { tags: { 'tom:log-kind': 'access' } },
    site: { tags: PUBLIC },
    visits: {
      tags: HEALTH,
      server_side_encryption_configuration: [
        { rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: 'aws:kms', kms_master_key_id: 'a' }] }] },
      ],
    },
  },
  aws_sns_topic: { news: {} },
  aws_sqs_queue: { jobs: {} },
  aws_subnet: { data: {}, tagged: { tags: { 'tom:tier': 'data' } }, web: {} },
  aws_transfer_server: { files: {} },
  aws_workspaces_workspace: { desk: {} },
  // A type that no rule knows, and that is a store.
  aws_lightsail_database: { small: {} },
});

const PERSONAL = [
  'aws_cloudwatch_log_group.app',
  'aws_db_instance.orders',
  'aws_db_instance.test',
  'aws_dynamodb_table.carts',
  'aws_ebs_volume.disk',
  'aws_elasticache_cluster.single',
  'aws_elasticache_replication_group.group',
  'aws_kinesis_stream.events',
  'aws_lightsail_database.small',
  'aws_s3_bucket.visits',
  'aws_sqs_queue.jobs',
];
const LOGS_AND_PUBLIC = [
  'aws_cloudwatch_log_group.trail',
  'aws_db_instance.site',
  'aws_s3_bucket.logs',
  'aws_s3_bucket.site',
];
const DATABASES = [
  'aws_db_instance.orders',
  'aws_db_instance.site',
  'aws_db_instance.test',
  'aws_lightsail_database.small',
];
const CACHES = ['aws_elasticache_cluster.single', 'aws_elasticache_replication_group.group'];

const EXPECTED: { readonly [P in keyof typeof STORE_POPULATIONS]: readonly string[] } = {
  stores: [...PERSONAL, ...LOGS_AND_PUBLIC],
  'stores of personal data': PERSONAL,
  'stores of special categories': ['aws_s3_bucket.visits'],
  'stores of critical data': PERSONAL,
  'stores for secondary uses': PERSONAL,
  'stores in a backup plan': PERSONAL,
  'databases, caches and file systems in production': [
    ...DATABASES.filter((name) => !name.endsWith('.test')),
    ...CACHES,
  ],
  'stores outside production': ['aws_db_instance.test'],
  'stores of personal data that delete by age': [
    'aws_cloudwatch_log_group.app',
    'aws_kinesis_stream.events',
    'aws_s3_bucket.visits',
    'aws_sqs_queue.jobs',
  ],
  'tables of personal data': ['aws_dynamodb_table.carts'],
  'stores of personal data that take a policy': [
    'aws_dynamodb_table.carts',
    'aws_kinesis_stream.events',
    'aws_s3_access_point.read',
    'aws_s3_bucket.visits',
    'aws_sns_topic.news',
    'aws_sqs_queue.jobs',
  ],
  'stores with a resource policy': [
    'aws_s3_bucket.logs',
    'aws_s3_bucket.site',
    'aws_s3_bucket.visits',
    'aws_sns_topic.news',
    'aws_sqs_queue.jobs',
  ],
  'databases, tables and caches': [...DATABASES, ...CACHES, 'aws_dynamodb_table.carts', 'aws_rds_global_cluster.world'],
  'databases, caches and brokers': [...DATABASES, ...CACHES, 'aws_db_proxy.pool'],
  'connections to data': [...DATABASES, ...CACHES, 'aws_db_proxy.pool', 'aws_ecs_task_definition.mounts'],
  'database proxies': ['aws_db_proxy.pool'],
  'databases and caches': [...DATABASES, ...CACHES],
  'databases and caches of personal data': [...DATABASES.filter((name) => !name.endsWith('.site')), ...CACHES],
  tables: ['aws_dynamodb_table.carts'],
  'buckets and access points': [
    'aws_s3_access_point.read',
    'aws_s3_bucket.logs',
    'aws_s3_bucket.site',
    'aws_s3_bucket.visits',
  ],
  buckets: ['aws_s3_bucket.logs', 'aws_s3_bucket.site', 'aws_s3_bucket.visits'],
  'buckets of personal data with a key of their own': ['aws_s3_bucket.visits'],
  'buckets, file systems and volumes': ['aws_ebs_volume.disk', 'aws_s3_bucket.site', 'aws_s3_bucket.visits'],
  'volumes and file systems': ['aws_ebs_volume.disk', 'aws_workspaces_workspace.desk'],
  'queues, topics, streams and logs of personal data': [
    'aws_cloudwatch_log_group.app',
    'aws_cloudwatch_log_group.trail',
    'aws_kinesis_stream.events',
    'aws_sns_topic.news',
    'aws_sqs_queue.jobs',
  ],
  'side copies': ['aws_lambda_function.configured'],
  'virtual desktops': ['aws_workspaces_workspace.desk'],
  'backup vaults with a key in use, and snapshot copies': [
    'aws_backup_vault.far',
    'aws_backup_vault.near',
    'aws_db_snapshot_copy.orders',
  ],
  'backup copies': ['aws_backup_vault.far', 'aws_db_snapshot_copy.orders'],
  'vaults of copies': ['aws_backup_vault.far'],
  'restore tests': ['aws_backup_restore_testing_plan.monthly'],
  'backup plans outside ephemeral environments': ['aws_backup_plan.daily'],
  'data stores in networks': [
    'aws_db_instance.orders',
    'aws_db_instance.site',
    'aws_db_instance.test',
    'aws_lightsail_database.small',
  ],
  'subnets of data stores': ['aws_subnet.data', 'aws_subnet.tagged'],
  'data services': ['aws_ecs_task_definition.mounts'],
  'ways of personal data': [
    ...DATABASES.filter((name) => !name.endsWith('.site')),
    ...CACHES,
    'aws_db_proxy.pool',
    'aws_s3_bucket.logs',
    'aws_s3_bucket.visits',
    'aws_sns_topic.news',
    'aws_sqs_queue.jobs',
    'aws_transfer_server.files',
  ],
};

test('the populations of stores', () => {
  expect(differences(MODEL, EXPECTED)).toEqual([]);
});

test('a store that may be there counts, and one of a plan without its group too', () => {
  const model = resources({
    aws_s3_bucket: { perhaps: { count: '${var.open}' } },
    aws_elasticache_cluster: { planned: { replication_group_id: null } },
  });
  expect(
    differences(model, {
      buckets: ['aws_s3_bucket.perhaps'],
      'databases and caches': ['aws_elasticache_cluster.planned'],
    })
  ).toEqual([]);
});

test('the key of a vault is in use unless all that it holds has the key of its source', () => {
  const plan = { rule: [{ target_vault_name: '${aws_backup_vault.it.name}' }] };
  const holding = (type: string): readonly string[] =>
    membersIn(
      resources({
        [type]: { store: {} },
        aws_backup_vault: { it: { name: 'it' } },
        aws_backup_plan: { plan },
        aws_backup_selection: { of: { plan_id: '${aws_backup_plan.plan.id}', resources: [`\${${type}.store.arn}`] } },
      }),
      'backup vaults with a key in use, and snapshot copies'
    );
  expect(holding('aws_rds_cluster')).toEqual([]);
  expect(holding('aws_s3_bucket')).toEqual(['aws_backup_vault.it']);
});
