import { keepsAnything } from '../../aws/at-rest';
import { keyUseOf } from '../../aws/backup/vault-key';
import { dataClassOf, holdsPersonalData, isEphemeral, isProduction } from '../../aws/declared';
import { givesPersonalData } from '../../aws/iam/access/reading-needs';
import { policiesOf } from '../../aws/iam/resource-policies';
import { securityLogs } from '../../aws/logs/security-log-group';
import { hasOwnKey } from '../../aws/s3/encryption';
import { logUse } from '../../aws/s3/log-bucket';
import { RESOURCE_TYPES, typesWith } from '../../aws/types';
import { Memo } from '../../terraform/memo';
import { Model } from '../../terraform/model';
import { companionsOf } from '../../terraform/references';
import { Resource } from '../../terraform/stack';
import { DataClass } from '../../toms/data-class';
import { TAG } from '../../toms/tags';
import { PopulationReader, ResourcePopulation, every, isSet, those, together } from '../population';

const GROUP = 'aws_cloudwatch_log_group';
const BUCKET = 'aws_s3_bucket';

const DATABASES = every(
  'aws_db_instance',
  'aws_docdb_cluster',
  'aws_docdbelastic_cluster',
  'aws_dsql_cluster',
  'aws_elasticsearch_domain',
  'aws_lightsail_database',
  'aws_neptune_cluster',
  'aws_neptunegraph_graph',
  'aws_opensearch_domain',
  'aws_opensearchserverless_collection',
  'aws_rds_cluster',
  'aws_redshift_cluster',
  'aws_redshiftserverless_namespace',
  'aws_timestreaminfluxdb_db_cluster',
  'aws_timestreaminfluxdb_db_instance'
);

/** What joins clusters, and holds no data of its own. */
const GLOBAL_DATABASES = every('aws_docdb_global_cluster', 'aws_neptune_global_cluster', 'aws_rds_global_cluster');

const TABLES = every(
  'aws_dynamodb_table',
  'aws_dynamodb_table_replica',
  'aws_keyspaces_table',
  'aws_timestreamwrite_table'
);

/** A cluster of a replication group is part of the group. */
const CACHES = those(
  every(
    'aws_dax_cluster',
    'aws_elasticache_cluster',
    'aws_elasticache_replication_group',
    'aws_elasticache_serverless_cache',
    'aws_memorydb_cluster'
  ),
  (_model, cache) => cache.type !== 'aws_elasticache_cluster' || !isSet(cache, 'replication_group_id')
);

/** What would take requests without TLS, and has a policy to deny them: of some types few have one. */
const TAKING_PLAIN_HTTP = those(
  every(...typesWith(({ plainTransport }) => plainTransport !== undefined)),
  (model, store) => !RESOURCE_TYPES[store.type].plainTransport?.isOfPolicies || policiesOf(model, store).length > 0
);

const BUCKETS = every(BUCKET, 'aws_s3_directory_bucket', 'aws_s3tables_table_bucket', 'aws_s3vectors_vector_bucket');

const FILE_SYSTEMS = every(
  'aws_efs_file_system',
  'aws_fsx_file_cache',
  'aws_fsx_lustre_file_system',
  'aws_fsx_ontap_file_system',
  'aws_fsx_openzfs_file_system',
  'aws_fsx_windows_file_system',
  'aws_storagegateway_nfs_file_share',
  'aws_storagegateway_smb_file_share'
);
const VOLUMES = every('aws_ebs_volume');

/** What makes volumes or copies of them, and what has some. */
const VOLUME_MAKERS = every(
  'aws_ami_copy',
  'aws_drs_replication_configuration_template',
  'aws_ebs_snapshot_copy',
  'aws_ebs_snapshot_import',
  'aws_instance',
  'aws_launch_configuration',
  'aws_launch_template',
  'aws_spot_fleet_request',
  'aws_spot_instance_request',
  'aws_storagegateway_cached_iscsi_volume',
  'aws_storagegateway_stored_iscsi_volume',
  'aws_workspaces_workspace'
);

/** What passes data on. */
const TRANSPORTS = every('aws_cloudwatch_event_bus', 'aws_kinesis_firehose_delivery_stream', 'aws_sns_topic');

const STREAMS = every(
  'aws_kinesis_stream',
  'aws_kinesis_video_stream',
  'aws_mq_broker',
  'aws_msk_cluster',
  'aws_msk_serverless_cluster',
  'aws_sqs_queue'
);

const LOG_GROUPS = every(GROUP);
const DIRECTORIES = every('aws_cognito_user_pool');

/** Whether a store keeps security or access logs, whose class and retention have a purpose of their own. */
export function keepsLogs(model: Model, store: Resource): boolean {
  if (store.type === BUCKET) return logUse(model, store) !== undefined;
  return store.type === GROUP && securityLogs(model, store) !== undefined;
}

const PERSONAL = new Memo<boolean>();

/** Several populations ask it of every store. */
const isPersonal = (model: Model, store: Resource): boolean =>
  PERSONAL.of(store, () => holdsPersonalData(store) && !keepsLogs(model, store));

const personal = (population: ResourcePopulation): ResourcePopulation => those(population, isPersonal);

const STORES = together(DATABASES, TABLES, CACHES, BUCKETS, FILE_SYSTEMS, VOLUMES, STREAMS, LOG_GROUPS, DIRECTORIES);
const PERSONAL_STORES = personal(STORES);

const BROKERS = every('aws_mq_broker', 'aws_msk_cluster', 'aws_msk_serverless_cluster', 'aws_mskconnect_connector');
const ENDPOINTS_OF_DATA = every('aws_db_proxy', 'aws_dms_endpoint');

const TASKS_WITH_FILE_SYSTEMS = those(every('aws_ecs_task_definition'), (_model, task) =>
  task.blocks('volume').some((volume) => volume.has('efs_volume_configuration'))
);

/** Copies of what a store holds. A vault that plans copy backups into is one too. */
const COPIES = together(
  every(
    'aws_db_instance_automated_backups_replication',
    'aws_db_snapshot_copy',
    'aws_ebs_snapshot_copy',
    'aws_rds_cluster_snapshot_copy',
    'aws_redshift_snapshot_copy'
  ),
  those(every('aws_backup_vault', 'aws_backup_logically_air_gapped_vault'), isTargetOfCopies)
);

function isTargetOfCopies(model: Model, vault: Resource): boolean {
  return companionsOf(model, vault, 'aws_backup_plan', 'rule.copy_action.destination_vault_arn').length > 0;
}

/** Counted by the kinds of stores that they are, or are copies of. */
const COUNTED_AS_STORES: ReadonlySet<string> = new Set(
  [
    DATABASES,
    GLOBAL_DATABASES,
    TABLES,
    CACHES,
    BUCKETS,
    FILE_SYSTEMS,
    VOLUMES,
    VOLUME_MAKERS,
    STREAMS,
    TRANSPORTS,
    COPIES,
  ].flatMap(({ types }) => types)
);

/** What services keep beside the stores. */
const SIDE_COPIES = those(
  every(
    'aws_athena_workgroup',
    'aws_eks_cluster',
    'aws_emr_security_configuration',
    'aws_glue_crawler',
    'aws_glue_data_catalog_encryption_settings',
    'aws_glue_dev_endpoint',
    'aws_glue_job',
    'aws_glue_security_configuration',
    'aws_lambda_function',
    ...typesWith(({ atRest }) => atRest !== undefined).filter((type) => !COUNTED_AS_STORES.has(type))
  ),
  (model, one) => {
    // A function keeps nothing at rest but its environment.
    if (one.type === 'aws_lambda_function') return isSet(one, 'environment');
    const { atRest } = RESOURCE_TYPES[one.type] ?? {};
    return atRest === undefined || keepsAnything(atRest, one, model);
  }
);

/** Where stores, and what moves data between them, name their subnets. */
const SUBNETS_OF_STORES: readonly (readonly [type: string, path: string])[] = [
  ['aws_db_subnet_group', 'subnet_ids'],
  ['aws_dax_subnet_group', 'subnet_ids'],
  ['aws_dms_replication_subnet_group', 'subnet_ids'],
  ['aws_docdb_subnet_group', 'subnet_ids'],
  ['aws_efs_mount_target', 'subnet_id'],
  ['aws_elasticache_serverless_cache', 'subnet_ids'],
  ['aws_elasticache_subnet_group', 'subnet_ids'],
  ['aws_elasticsearch_domain', 'vpc_options.subnet_ids'],
  ['aws_memorydb_subnet_group', 'subnet_ids'],
  ['aws_mq_broker', 'subnet_ids'],
  ['aws_msk_cluster', 'broker_node_group_info.client_subnets'],
  ['aws_neptune_subnet_group', 'subnet_ids'],
  ['aws_opensearch_domain', 'vpc_options.subnet_ids'],
  ['aws_redshift_subnet_group', 'subnet_ids'],
  ['aws_redshiftserverless_workgroup', 'subnet_ids'],
];

function isSubnetOfStores(model: Model, subnet: Resource): boolean {
  if (subnet.tag(TAG.tier) === 'data') return true;
  return SUBNETS_OF_STORES.some(([type, path]) => companionsOf(model, subnet, type, path).length > 0);
}

/** Replication instances and brokers are no databases, and data passes through them. */
const ADDRESSABLE_STORES = every(
  ...typesWith(({ publicAddress }) => publicAddress !== undefined && !publicAddress.isWorkload)
);

/** Tasks that move data count with the stores that they fill. */
const TASKS_OF_COPYING = every('aws_dms_replication_config', 'aws_dms_replication_task');

export const STORE_POPULATIONS = {
  stores: STORES,
  'stores of personal data': PERSONAL_STORES,
  'stores of special categories': those(STORES, (_model, store) => dataClassOf(store) === DataClass.SPECIAL_CATEGORY),
  // Nothing says which stores are critical, used a second time or in a plan: so every store of personal data may be.
  'stores of critical data': PERSONAL_STORES,
  'stores for secondary uses': PERSONAL_STORES,
  'stores in a backup plan': PERSONAL_STORES,
  'databases, caches and file systems in production': those(
    together(DATABASES, CACHES, FILE_SYSTEMS, every('aws_dms_replication_instance', 'aws_mq_broker')),
    (_model, store) => isProduction(store)
  ),
  'stores outside production': those(together(STORES, TASKS_OF_COPYING), (_model, store) => !isProduction(store)),
  'stores of personal data that delete by age': personal(
    together(BUCKETS, LOG_GROUPS, every('aws_kinesis_stream', 'aws_kinesis_video_stream', 'aws_sqs_queue'))
  ),
  'tables of personal data': personal(TABLES),
  'stores of personal data that take a policy': those(
    every(...typesWith(({ reading }) => reading !== undefined)),
    (model, store) => givesPersonalData(model, store) && !keepsLogs(model, store)
  ),
  'stores with a resource policy': TAKING_PLAIN_HTTP,
  'databases, tables and caches': together(DATABASES, GLOBAL_DATABASES, TABLES, CACHES),
  'databases, caches and brokers': together(DATABASES, CACHES, BROKERS, ENDPOINTS_OF_DATA),
  'connections to data': together(
    DATABASES,
    CACHES,
    BROKERS,
    ENDPOINTS_OF_DATA,
    TASKS_WITH_FILE_SYSTEMS,
    every('aws_emr_cluster', 'aws_emr_security_configuration')
  ),
  'database proxies': every('aws_db_proxy'),
  'databases and caches': together(DATABASES, CACHES),
  'databases and caches of personal data': personal(together(DATABASES, CACHES)),
  tables: TABLES,
  buckets: BUCKETS,
  'buckets of personal data with a key of their own': those(
    every('aws_s3_bucket'),
    (model, bucket) => holdsPersonalData(bucket) && hasOwnKey(model, bucket)
  ),
  'buckets and access points': together(BUCKETS, every('aws_s3_access_point')),
  'buckets, file systems and volumes': those(
    together(BUCKETS, FILE_SYSTEMS, VOLUMES),
    (model, store) => !keepsLogs(model, store)
  ),
  'volumes and file systems': together(FILE_SYSTEMS, VOLUMES, VOLUME_MAKERS),
  'queues, topics, streams and logs of personal data': those(
    together(STREAMS, LOG_GROUPS, TRANSPORTS),
    (_model, store) => holdsPersonalData(store)
  ),
  'side copies': SIDE_COPIES,
  'virtual desktops': every('aws_workspaces_workspace'),
  'backup vaults with a key in use, and snapshot copies': those(
    every(
      'aws_backup_logically_air_gapped_vault',
      'aws_backup_vault',
      'aws_db_instance_automated_backups_replication',
      'aws_db_snapshot_copy',
      'aws_rds_cluster_snapshot_copy'
    ),
    (model, one) => one.type !== 'aws_backup_vault' || keyUseOf(model, one) !== 'unused'
  ),
  'backup copies': COPIES,
  'vaults of copies': those(every('aws_backup_vault', 'aws_backup_logically_air_gapped_vault'), isTargetOfCopies),
  'restore tests': every('aws_backup_restore_testing_plan'),
  'backup plans outside ephemeral environments': those(every('aws_backup_plan'), (_model, plan) => !isEphemeral(plan)),
  'data stores in networks': ADDRESSABLE_STORES,
  'subnets of data stores': those(every('aws_default_subnet', 'aws_subnet'), isSubnetOfStores),
  'data services': together(
    BROKERS,
    every('aws_ec2_client_vpn_authorization_rule', 'aws_efs_file_system'),
    TASKS_WITH_FILE_SYSTEMS
  ),
  'ways of personal data': those(
    together(
      DATABASES,
      CACHES,
      BROKERS,
      ENDPOINTS_OF_DATA,
      TAKING_PLAIN_HTTP,
      every(
        'aws_alb_listener',
        'aws_alb_target_group',
        'aws_api_gateway_stage',
        'aws_apigatewayv2_stage',
        'aws_appsync_graphql_api',
        'aws_cloudfront_distribution',
        'aws_lb_listener',
        'aws_lb_target_group',
        'aws_transfer_server'
      )
    ),
    (_model, way) => holdsPersonalData(way)
  ),
} as const satisfies { readonly [population: string]: PopulationReader };

/** Stores with an engine that has versions, and what moves data between them. An instance of a cluster counts for the cluster. */
export const PATCHED_STORES = together(
  DATABASES,
  CACHES,
  every('aws_dms_replication_instance', 'aws_mq_broker', 'aws_msk_cluster')
);
