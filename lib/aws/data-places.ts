import { Resource } from '../terraform/stack';
import { RESOURCE_TYPES } from './types';

/** Types that take tags, and that no data lies in or passes through: networks and their rules, alarms, deployments, settings. */
const EMPTY = new RegExp(
  `^aws_(?:${[
    '(?:default_)?(?:network_acl|route_table|security_group|subnet|vpc)',
    'vpc_\\w+',
    'default_vpc_dhcp_options',
    '(?:alb|lb)_(?:listener|listener_rule|target_group|trust_store)',
    '(?:customer|egress_only_internet|internet|nat|vpn)_gateway',
    '(?:access_?analyzer|appautoscaling|autoscaling|budgets|codeconnections|codedeploy|config|dx|fis|iam|imagebuilder|rbin|resourcegroups|scheduler|service_discovery)_\\w+',
    'apprunner_(?:\\w+_configuration_version|observability_configuration|connection|vpc_connector)',
    'backup_(?:framework|report_plan|restore_testing_plan)',
    'batch_job_(?:definition|queue)',
    'cloudwatch_(?:composite_alarm|dashboard|event_rule|log_delivery(?:_destination|_source)?|metric_alarm)',
    'dms_(?:certificate|endpoint|event_subscription)',
    'ec2_(?!fleet$)\\w+',
    'ecs_(?:capacity_provider|task_definition)',
    'efs_(?:access_point|mount_target)',
    'eip',
    'eks_(?:access_entry|addon|identity_provider_config|pod_identity_association)',
    'elasticache_user(?:_group)?',
    'flow_log',
    'key_pair',
    'lambda_(?:code_signing_config|event_source_mapping)',
    'launch_template',
    'memorydb_(?:acl|user)',
    'network_interface',
    'networkfirewall_\\w+',
    'placement_group',
    'ram_resource_share',
    'route53_\\w+',
    'ssm_(?!parameter$)\\w+',
    'vpn_connection',
    '(?:codestar|waf)\\w+',
    'xray_\\w+',
    '\\w+_(?:event_subscription|option_group|parameter_group|subnet_group)',
  ].join('|')})$`
);

/**
 * Whether data lies in a resource or passes through it, so that its region matters. Beside the known types that is every
 * resource with tags, but for types that hold nothing: settings of other resources, such as a bucket's policy, take none.
 */
export function isDataPlace(resource: Resource): boolean {
  return RESOURCE_TYPES[resource.type]?.holdsData === true || (isTagged(resource) && !EMPTY.test(resource.type));
}

/** Whether a resource has tags, or has to have them because of the data in it. */
export function takesTags(resource: Resource): boolean {
  return RESOURCE_TYPES[resource.type]?.holdsData === true || isTagged(resource);
}

function isTagged(resource: Resource): boolean {
  return resource.body.tags !== undefined && resource.type.startsWith('aws_') && resource.has('tags');
}
