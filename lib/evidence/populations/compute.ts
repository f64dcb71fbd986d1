import { isProduction } from '../../aws/declared';
import { LIFECYCLES } from '../../aws/lifecycles';
import { LOAD_BALANCERS } from '../../aws/elb/load-balancer';
import { typesWith } from '../../aws/types';
import { PopulationReader, every, isSet, those, together } from '../population';
import { PATCHED_STORES } from './stores';

const INSTANCES = every('aws_instance', 'aws_launch_configuration', 'aws_launch_template', 'aws_spot_instance_request');
const TASKS = every('aws_batch_job_definition', 'aws_ecs_task_definition');
const FUNCTIONS = every('aws_lambda_function');
const BALANCERS = every(...LOAD_BALANCERS, 'aws_elb');
const GROUPS = every('aws_autoscaling_group');

/** What starts a task, each with the block that says so. */
const RUNS_OF_TASKS = together(
  those(every('aws_cloudwatch_event_target'), (_model, one) => isSet(one, 'ecs_target')),
  those(every('aws_pipes_pipe'), (_model, one) => isSet(one, 'target_parameters.ecs_task_parameters')),
  those(every('aws_scheduler_schedule'), (_model, one) => isSet(one, 'target.ecs_parameters'))
);

/** A function outside a VPC runs wherever Lambda has room: AWS spreads it. */
const FUNCTIONS_IN_NETWORKS = those(FUNCTIONS, (_model, one) => isSet(one, 'vpc_config'));

const SERVICES_IN_NETWORKS = those(every('aws_ecs_service'), (_model, one) => isSet(one, 'network_configuration'));

const FIREWALLS = every('aws_networkfirewall_firewall');

export const COMPUTE_POPULATIONS = {
  instances: INSTANCES,
  'instances and databases': together(every('aws_elastic_beanstalk_environment', 'aws_instance'), PATCHED_STORES),
  'instances, tasks and clusters': together(INSTANCES, TASKS, every('aws_ecs_cluster', 'aws_eks_cluster')),
  'Kubernetes clusters': every('aws_eks_cluster'),
  'instances, tasks and subnets': together(
    INSTANCES,
    every('aws_default_subnet', 'aws_ecs_service', 'aws_ecs_task_set', 'aws_spot_fleet_request', 'aws_subnet'),
    RUNS_OF_TASKS
  ),
  engines: those(every(...Object.keys(LIFECYCLES)), (_model, one) => {
    const { attribute, isOptional } = LIFECYCLES[one.type];
    return !isOptional || isSet(one, attribute);
  }),
  functions: FUNCTIONS,
  tasks: TASKS,
  'tasks and instances': together(TASKS, INSTANCES),
  'image repositories': every('aws_ecr_repository'),
  'images and functions': together(FUNCTIONS, every('aws_ecr_repository')),
  'buckets and functions': every('aws_lambda_function_url', 'aws_s3_access_point', 'aws_s3_bucket'),
  compute: together(INSTANCES, TASKS, FUNCTIONS, GROUPS),
  'compute in production': those(
    together(BALANCERS, GROUPS, FUNCTIONS_IN_NETWORKS, SERVICES_IN_NETWORKS, FIREWALLS),
    (_model, one) => isProduction(one)
  ),
  'load balancers and groups in production': those(together(BALANCERS, GROUPS), (_model, one) => isProduction(one)),
  'load-bearing resources': together(
    BALANCERS,
    GROUPS,
    FUNCTIONS,
    every(...typesWith(({ backups }) => backups !== undefined), 'aws_dx_connection', 'aws_instance', 'aws_nat_gateway')
  ),
  'scalable resources': together(
    GROUPS,
    every('aws_appautoscaling_target', 'aws_dynamodb_table', 'aws_ecs_service', 'aws_kinesis_stream', 'aws_rds_cluster')
  ),
  'containers, builds and notebooks': together(TASKS, every(...typesWith(({ hardening }) => hardening !== undefined))),
  'critical resources': together(
    BALANCERS,
    every(
      ...typesWith(({ deletionProtection }) => deletionProtection !== undefined),
      'aws_acmpca_certificate_authority',
      'aws_cloudtrail',
      'aws_cloudwatch_log_group',
      'aws_cognito_user_pool',
      'aws_docdbelastic_cluster',
      'aws_dsql_cluster',
      'aws_dynamodb_table',
      'aws_ebs_volume',
      'aws_efs_file_system',
      'aws_elasticache_replication_group',
      'aws_elasticache_serverless_cache',
      'aws_fsx_lustre_file_system',
      'aws_fsx_ontap_file_system',
      'aws_fsx_openzfs_file_system',
      'aws_fsx_windows_file_system',
      'aws_keyspaces_table',
      'aws_kinesis_stream',
      'aws_kms_external_key',
      'aws_kms_key',
      'aws_kms_replica_external_key',
      'aws_kms_replica_key',
      'aws_memorydb_cluster',
      'aws_opensearch_domain',
      'aws_redshift_cluster',
      'aws_redshiftserverless_namespace',
      'aws_s3_bucket',
      'aws_secretsmanager_secret',
      'aws_sqs_queue',
      'aws_timestreaminfluxdb_db_instance'
    )
  ),
} as const satisfies { readonly [population: string]: PopulationReader };
