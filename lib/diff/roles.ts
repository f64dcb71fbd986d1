import { RESOURCE_TYPES } from '../aws/types';
import { Subject } from './change';
import { subjectOf } from './settings';

/** What it means that a resource of a type is there. */
export type Role =
  /** It holds data: without it they are gone. */
  | 'store'
  /** It protects, records or refuses. */
  | 'protection'
  /** It lets somebody in, or something out. */
  | 'opening'
  /** It does neither by itself. */
  | 'neither';

/** Types that protect, record or refuse by being there. */
const PROTECTIONS = new RegExp(
  `^aws_(?:${[
    '\\w*public_access_block\\w*',
    '\\w*block_public_(?:access|sharing)\\w*(?<!exclusion)',
    's3\\w*_(?:versioning|server_side_encryption_configuration|ownership_controls|logging|lifecycle_configuration|object_lock_configuration|replication_configuration)',
    '\\w*encryption_(?:by_default|configuration|control|config)\\w*',
    'kms_(?:key|replica_key|external_key|alias)',
    '\\w*flow_log',
    'cloudtrail\\w*',
    'config_\\w+',
    'guardduty_\\w+',
    'securityhub_\\w+',
    'securitylake_\\w+',
    'inspector2?_\\w+',
    'macie2?_\\w+',
    'detective_\\w+',
    'accessanalyzer_\\w+',
    'auditmanager_\\w+',
    'waf\\w+',
    'shield_\\w+',
    'fms_\\w+',
    'networkfirewall_\\w+',
    'backup_(?:plan|selection|vault|vault_lock_configuration|framework|report_plan|restore_testing_\\w+|global_settings|region_settings)',
    'dlm_lifecycle_policy',
    'rbin_rule',
    'cloudwatch_(?:metric_alarm|composite_alarm|log_metric_filter|log_data_protection_policy|log_subscription_filter|log_account_policy|log_anomaly_detector)',
    'cloudwatch_log_(?:group|stream|destination)',
    'cloudwatch_event_(?:rule|target)',
    'sns_topic_(?:subscription|data_protection_policy)',
    'route53_resolver_(?:firewall|query_log)\\w+',
    'route53_\\w*dnssec\\w*',
    'route53_key_signing_key',
    'default_(?:security_group|network_acl|route_table|vpc)',
    'network_acl\\w*',
    'iam_account_password_policy',
    'iam_virtual_mfa_device',
    'organizations_(?:policy|policy_attachment|organization)',
    'secretsmanager_secret_rotation',
    'lambda_code_signing_config',
    'signer_\\w+',
    'ecr_(?:lifecycle_policy|registry_scanning_configuration)',
    '\\w+_logging\\w*',
    '\\w*_log_config\\w*',
    '\\w*(?:query|access|delivery)_log\\w*',
    'cloudwatch_log_delivery\\w*',
    'ssm_(?:patch\\w*|maintenance_window\\w*|association|document)',
    'elasticache_user_group',
    'rds_cluster_parameter_group',
    'db_parameter_group',
    'acmpca_(?:certificate_authority|policy)',
    'vpc_dhcp_options\\w*',
    'vpc_endpoint',
    'ebs_snapshot_block_public_access',
    'cloudfront_(?:origin_access_control|response_headers_policy|field_level_encryption\\w+|realtime_log_config|monitoring_subscription)',
    'cognito_(?:risk_configuration|log_delivery_configuration)',
    'ec2_instance_metadata_defaults',
    'ecs_account_setting_default',
    'vpc_security_group_vpc_association',
    'autoscaling_(?:lifecycle_hook|policy)',
    'appautoscaling_\\w+',
    'dynamodb_(?:global_table|table_replica|contributor_insights)',
    'rolesanywhere_crl',
  ].join('|')})$`
);

/** Types that let somebody in, or something out, by being there. */
const OPENINGS = new RegExp(
  `^aws_(?:${[
    'iam_(?:role|user|group|access_key|user_login_profile|user_ssh_key|instance_profile|group_membership|user_group_membership|\\w*policy\\w*|saml_provider|openid_connect_provider|service_specific_credential)',
    'ssoadmin_\\w+',
    'identitystore_\\w+',
    'kms_grant',
    'lambda_(?:permission|function_url|layer_version_permission)',
    'ram_\\w+',
    'lakeformation_\\w+',
    '\\w*snapshot_(?:permission|create_volume_permission)\\w*',
    'ami_launch_permission',
    'route',
    '(?:egress_only_)?internet_gateway\\w*',
    'nat_gateway',
    'vpc_peering_connection\\w*',
    'ec2_transit_gateway\\w*',
    'vpn_\\w+',
    'customer_gateway',
    'dx_\\w+',
    'ec2_client_vpn_(?:authorization_rule|network_association|route|endpoint)',
    'eip\\w*',
    '(?:alb|lb|elb)(?:_listener\\w*|_target_group_attachment)?',
    'vpc_block_public_access_exclusion',
    's3_bucket_(?:acl|website_configuration|cors_configuration)',
    's3_access_point',
    'apigatewayv?2?_(?:api|route|stage)',
    'api_gateway_(?:rest_api|method|stage|deployment|usage_plan_key|api_key)',
    'cloudfront_distribution',
    'globalaccelerator_\\w+',
    'vpc_endpoint_service\\w*',
    'vpclattice_\\w+',
    'transfer_(?:server|user|ssh_key)',
    'elasticache_user',
    'memorydb_(?:user|acl)',
    'redshift\\w*_(?:authorization|endpoint_access|data_share\\w*)',
    'rolesanywhere_(?:profile|trust_anchor)',
    'cognito_(?:identity_pool\\w*|user_pool_client|identity_provider)',
    'eks_(?:access_entry|access_policy_association|pod_identity_association)',
    'key_pair',
    'mq_user',
    'appstream_\\w+',
    'ecr_replication_configuration',
    'db_proxy(?:_target|_endpoint)?',
  ].join('|')})$`
);

/** What it means that a resource of a type is there. `undefined` where nobody has said. */
export function roleOf(type: string): Role | undefined {
  if (PROTECTIONS.test(type)) return 'protection';
  if (OPENINGS.test(type)) return 'opening';
  const known = RESOURCE_TYPES[type];
  if (
    known &&
    (known.backups ?? known.retention ?? known.lastCopy ?? known.deletionProtection ?? known.reading ?? known.atRest)
  )
    return 'store';
  if (known?.holdsData && !known.network) return 'store';
  if (!type.startsWith('aws_')) return 'neither';
  return NEITHER.test(type) ? 'neither' : undefined;
}

const NEITHER = new RegExp(
  `^aws_(?:${[
    'vpc',
    'subnet',
    'route_table\\w*',
    'security_group',
    'network_interface\\w*',
    'placement_group',
    'instance',
    'launch_\\w+',
    'autoscaling_group',
    'ecs_(?:service|cluster|task_definition|capacity_provider\\w*)',
    'eks_(?:cluster|node_group|addon|fargate_profile)',
    'lambda_(?:function|alias|layer_version|event_source_mapping|provisioned_concurrency_config)',
    'batch_\\w+',
    'sfn_\\w+',
    'scheduler_\\w+',
    'acm_certificate\\w*',
    'acmpca_certificate\\w*',
    'route53_(?:record|zone|health_check)\\w*',
    'cloudwatch_dashboard',
    'service_discovery_\\w+',
    '(?:alb|lb)_target_group',
    '\\w+_subnet_group',
    '\\w+_option_group',
    '\\w+_event_subscription',
    'ssm_parameter',
    'resourcegroups_\\w+',
    'budgets_\\w+',
    'rds_cluster_instance',
    'docdb_cluster_instance',
    'neptune_cluster_instance',
  ].join('|')})$`
);

/** What it is about that a resource of a type is there or not. */
export function subjectOfRole(type: string, role: Role | undefined): Subject {
  if (role === 'store') return 'store';
  if (role === 'opening')
    return /iam|sso|identity|grant|permission|user|ram|roles|lakeformation/.test(type) ? 'access' : 'exposure';
  return role === 'protection' ? subjectOf(type, []) : 'other';
}
