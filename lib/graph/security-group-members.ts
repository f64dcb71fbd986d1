import { NodeKind } from './graph';

/** A type of resource that stands in subnets and wears security groups. */
export interface Wearer {
  readonly type: string;
  readonly kind: NodeKind;
  readonly what: string;
  /** The attributes that name its security groups, and its subnets. */
  readonly groups: readonly string[];
  readonly subnets: readonly string[];
  /** The attribute that names a group of subnets instead, and the type of that group. */
  readonly subnetGroup?: readonly [attribute: string, type: string];
  /** The attributes that name the template which says its security groups. */
  readonly templates?: readonly string[];
  /** The block without which it stands in no network. */
  readonly within?: string;
}

const POLICY = 'mixed_instances_policy.launch_template';
const OVERRIDE = `${POLICY}.override.launch_template_specification`;
const RDS = {
  kind: 'database',
  groups: ['vpc_security_group_ids'],
  subnets: [],
  subnetGroup: ['db_subnet_group_name', 'aws_db_subnet_group'],
} as const;
const CACHE = {
  kind: 'database',
  what: 'cache',
  groups: ['security_group_ids'],
  subnets: [],
  subnetGroup: ['subnet_group_name', 'aws_elasticache_subnet_group'],
} as const;
const BALANCER = {
  kind: 'balancer',
  what: 'load balancer',
  groups: ['security_groups'],
  subnets: ['subnets', 'subnet_mapping.subnet_id'],
} as const;

/** What is drawn of those that wear security groups. Interface endpoints are drawn in `endpoints.ts`. */
export const WEARERS: readonly Wearer[] = [
  { type: 'aws_lb', ...BALANCER },
  { type: 'aws_alb', ...BALANCER },
  { type: 'aws_elb', ...BALANCER },
  {
    type: 'aws_autoscaling_group',
    kind: 'workload',
    what: 'Auto Scaling group',
    groups: [],
    subnets: ['vpc_zone_identifier'],
    templates: [
      'launch_template.id',
      'launch_template.name',
      'launch_configuration',
      `${POLICY}.launch_template_specification.launch_template_id`,
      `${POLICY}.launch_template_specification.launch_template_name`,
      `${OVERRIDE}.launch_template_id`,
    ],
  },
  {
    type: 'aws_instance',
    kind: 'workload',
    what: 'instance',
    groups: ['vpc_security_group_ids', 'security_groups'],
    subnets: ['subnet_id'],
    templates: ['launch_template.id', 'launch_template.name'],
  },
  {
    type: 'aws_ecs_service',
    kind: 'workload',
    what: 'ECS service',
    groups: ['network_configuration.security_groups'],
    subnets: ['network_configuration.subnets'],
  },
  {
    type: 'aws_lambda_function',
    kind: 'workload',
    what: 'Lambda function',
    groups: ['vpc_config.security_group_ids'],
    subnets: ['vpc_config.subnet_ids'],
    within: 'vpc_config',
  },
  {
    type: 'aws_eks_cluster',
    kind: 'workload',
    what: 'EKS cluster',
    groups: ['vpc_config.security_group_ids'],
    subnets: ['vpc_config.subnet_ids'],
  },
  {
    type: 'aws_eks_node_group',
    kind: 'workload',
    what: 'EKS nodes',
    groups: [],
    subnets: ['subnet_ids'],
    templates: ['launch_template.id', 'launch_template.name'],
  },
  { type: 'aws_db_instance', what: 'database', ...RDS },
  { type: 'aws_rds_cluster', what: 'database cluster', ...RDS },
  {
    type: 'aws_docdb_cluster',
    what: 'DocumentDB cluster',
    ...RDS,
    subnetGroup: ['db_subnet_group_name', 'aws_docdb_subnet_group'],
  },
  {
    type: 'aws_neptune_cluster',
    what: 'Neptune cluster',
    ...RDS,
    subnetGroup: ['neptune_subnet_group_name', 'aws_neptune_subnet_group'],
  },
  {
    type: 'aws_redshift_cluster',
    what: 'Redshift cluster',
    ...RDS,
    subnetGroup: ['cluster_subnet_group_name', 'aws_redshift_subnet_group'],
  },
  { type: 'aws_elasticache_cluster', ...CACHE },
  { type: 'aws_elasticache_replication_group', ...CACHE },
  {
    type: 'aws_elasticache_serverless_cache',
    kind: 'database',
    what: 'cache',
    groups: ['security_group_ids'],
    subnets: ['subnet_ids'],
  },
  { type: 'aws_memorydb_cluster', ...CACHE, subnetGroup: ['subnet_group_name', 'aws_memorydb_subnet_group'] },
  {
    type: 'aws_opensearch_domain',
    kind: 'database',
    what: 'search domain',
    groups: ['vpc_options.security_group_ids'],
    subnets: ['vpc_options.subnet_ids'],
    within: 'vpc_options',
  },
  {
    type: 'aws_msk_cluster',
    kind: 'database',
    what: 'Kafka cluster',
    groups: ['broker_node_group_info.security_groups'],
    subnets: ['broker_node_group_info.client_subnets'],
  },
  {
    type: 'aws_mq_broker',
    kind: 'database',
    what: 'message broker',
    groups: ['security_groups'],
    subnets: ['subnet_ids'],
  },
  {
    type: 'aws_efs_mount_target',
    kind: 'database',
    what: 'file system',
    groups: ['security_groups'],
    subnets: ['subnet_id'],
  },
  {
    type: 'aws_networkfirewall_firewall',
    kind: 'firewall',
    what: 'network firewall',
    groups: [],
    subnets: ['subnet_mapping.subnet_id'],
  },
  {
    type: 'aws_ec2_client_vpn_endpoint',
    kind: 'vpn',
    what: 'client VPN',
    groups: ['security_group_ids'],
    subnets: [],
  },
];

/** Where a template says its security groups. */
export const TEMPLATES: ReadonlyMap<string, readonly string[]> = new Map([
  ['aws_launch_template', ['vpc_security_group_ids', 'network_interfaces.security_groups']],
  ['aws_launch_configuration', ['security_groups']],
]);
