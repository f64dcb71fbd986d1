import { RESOURCE_TYPES } from '../aws/types';
import { Memo } from '../terraform/memo';
import { Model } from '../terraform/model';
import { plainTarget, targetsOf } from '../terraform/references';
import { Resource } from '../terraform/stack';
import { ownProperty } from '../terraform/value';

/** How a companion names what it is part of: its attribute, the types that it may name, and their attributes that it names them by. */
interface Naming {
  readonly attribute: string;
  readonly types: readonly string[];
  readonly by?: readonly string[];
}

const BUCKET: Naming = { attribute: 'bucket', types: ['aws_s3_bucket'], by: ['id', 'arn', 'bucket'] };
const GROUP: Naming = { attribute: 'security_group_id', types: ['aws_security_group', 'aws_default_security_group'] };
const LISTENER: Naming = { attribute: 'listener_arn', types: ['aws_lb_listener', 'aws_alb_listener'] };
const BALANCER: Naming = { attribute: 'load_balancer_arn', types: ['aws_lb', 'aws_alb'] };
const CLASSIC: Naming = { attribute: 'load_balancer', types: ['aws_elb'], by: ['id', 'name'] };
const ROLE: Naming = { attribute: 'role', types: ['aws_iam_role'], by: ['id', 'name'] };
const FUNCTION: Naming = {
  attribute: 'function_name',
  types: ['aws_lambda_function'],
  by: ['id', 'arn', 'function_name', 'invoke_arn'],
};
const FILE_SYSTEM: Naming = { attribute: 'file_system_id', types: ['aws_efs_file_system'] };
const TOPIC: Naming = { attribute: 'topic_arn', types: ['aws_sns_topic'] };
const SECRET: Naming = { attribute: 'secret_id', types: ['aws_secretsmanager_secret'], by: ['id', 'arn', 'name'] };
const VAULT: Naming = {
  attribute: 'backup_vault_name',
  types: ['aws_backup_vault', 'aws_backup_logically_air_gapped_vault'],
  by: ['id', 'name'],
};
const LOG_GROUP: Naming = { attribute: 'log_group_name', types: ['aws_cloudwatch_log_group'], by: ['id', 'name'] };
const AUTHORITY: Naming = { attribute: 'certificate_authority_arn', types: ['aws_acmpca_certificate_authority'] };

/** Types whose name does not say whose companion they are. */
const NAMED: { readonly [type: string]: Naming } = {
  aws_acm_certificate: AUTHORITY,
  aws_acmpca_certificate: AUTHORITY,
  aws_acmpca_certificate_authority_certificate: AUTHORITY,
  aws_acmpca_policy: { ...AUTHORITY, attribute: 'resource_arn' },
  aws_alb_listener: BALANCER,
  aws_alb_listener_certificate: LISTENER,
  aws_alb_listener_rule: LISTENER,
  aws_api_gateway_method_settings: {
    attribute: 'stage_name',
    types: ['aws_api_gateway_stage'],
    by: ['id', 'stage_name'],
  },
  aws_backup_vault_lock_configuration: VAULT,
  aws_backup_vault_notifications: VAULT,
  aws_backup_vault_policy: VAULT,
  aws_cloudwatch_log_data_protection_policy: LOG_GROUP,
  aws_cloudwatch_log_metric_filter: LOG_GROUP,
  aws_cloudwatch_log_stream: LOG_GROUP,
  aws_cloudwatch_log_subscription_filter: LOG_GROUP,
  aws_docdb_cluster_instance: {
    attribute: 'cluster_identifier',
    types: ['aws_docdb_cluster'],
    by: ['id', 'cluster_identifier'],
  },
  aws_dynamodb_table_replica: { attribute: 'global_table_arn', types: ['aws_dynamodb_table'] },
  aws_ec2_client_vpn_authorization_rule: {
    attribute: 'client_vpn_endpoint_id',
    types: ['aws_ec2_client_vpn_endpoint'],
  },
  aws_ec2_client_vpn_network_association: {
    attribute: 'client_vpn_endpoint_id',
    types: ['aws_ec2_client_vpn_endpoint'],
  },
  aws_ecr_lifecycle_policy: { attribute: 'repository', types: ['aws_ecr_repository'], by: ['id', 'name'] },
  aws_ecr_repository_policy: { attribute: 'repository', types: ['aws_ecr_repository'], by: ['id', 'name'] },
  aws_efs_access_point: FILE_SYSTEM,
  aws_efs_backup_policy: FILE_SYSTEM,
  aws_efs_mount_target: FILE_SYSTEM,
  aws_efs_replication_configuration: { ...FILE_SYSTEM, attribute: 'source_file_system_id' },
  aws_elasticache_cluster: {
    attribute: 'replication_group_id',
    types: ['aws_elasticache_replication_group'],
    by: ['id', 'replication_group_id'],
  },
  aws_iam_role_policy: ROLE,
  aws_iam_role_policy_attachment: ROLE,
  aws_iam_role_policy_attachments_exclusive: { ...ROLE, attribute: 'role_name' },
  aws_kms_alias: { attribute: 'target_key_id', types: ['aws_kms_key'], by: ['id', 'arn', 'key_id'] },
  aws_lambda_function_url: FUNCTION,
  aws_lambda_permission: FUNCTION,
  aws_lb_listener: BALANCER,
  aws_lb_listener_certificate: LISTENER,
  aws_lb_listener_rule: LISTENER,
  aws_lb_ssl_negotiation_policy: CLASSIC,
  aws_load_balancer_backend_server_policy: { ...CLASSIC, attribute: 'load_balancer_name' },
  aws_load_balancer_listener_policy: { ...CLASSIC, attribute: 'load_balancer_name' },
  aws_load_balancer_policy: { ...CLASSIC, attribute: 'load_balancer_name' },
  aws_neptune_cluster_instance: {
    attribute: 'cluster_identifier',
    types: ['aws_neptune_cluster'],
    by: ['id', 'cluster_identifier'],
  },
  aws_network_acl_rule: { attribute: 'network_acl_id', types: ['aws_network_acl', 'aws_default_network_acl'] },
  aws_rds_cluster_instance: {
    attribute: 'cluster_identifier',
    types: ['aws_rds_cluster'],
    by: ['id', 'cluster_identifier'],
  },
  aws_redshift_snapshot_copy: {
    attribute: 'cluster_identifier',
    types: ['aws_redshift_cluster'],
    by: ['id', 'cluster_identifier'],
  },
  aws_redshiftserverless_workgroup: {
    attribute: 'namespace_name',
    types: ['aws_redshiftserverless_namespace'],
    by: ['id', 'namespace_name'],
  },
  aws_route53_resolver_firewall_rule_group_association: { attribute: 'vpc_id', types: ['aws_vpc', 'aws_default_vpc'] },
  aws_route53_resolver_query_log_config_association: {
    attribute: 'resource_id',
    types: ['aws_vpc', 'aws_default_vpc'],
  },
  aws_s3_access_point: BUCKET,
  aws_s3_object: BUCKET,
  aws_s3_object_copy: BUCKET,
  aws_s3control_access_point_policy: { attribute: 'access_point_arn', types: ['aws_s3_access_point'] },
  aws_secretsmanager_secret_rotation: SECRET,
  aws_secretsmanager_secret_version: SECRET,
  aws_security_group_rule: GROUP,
  aws_sns_topic_subscription: TOPIC,
  aws_vpc_endpoint_policy: { attribute: 'vpc_endpoint_id', types: ['aws_vpc_endpoint'] },
  aws_vpc_security_group_egress_rule: GROUP,
  aws_vpc_security_group_ingress_rule: GROUP,
};

/** What the table of types knows of policies, logs and snapshots that stand apart from what they are of. */
function fromTable(): Map<string, Naming> {
  const found = new Map<string, Naming>();
  for (const [type, { policy, logs, backups }] of Object.entries(RESOURCE_TYPES)) {
    const apart = policy?.apart;
    if (apart) add(found, apart.type, { attribute: apart.attribute, types: [type], by: ['id', 'arn', apart.names] });
    if (logs?.companion) add(found, logs.companion.type, { attribute: logs.companion.attribute, types: [type] });
    const snapshots = backups?.snapshots;
    if (snapshots)
      add(found, snapshots.type, {
        attribute: snapshots.attribute,
        types: [type],
        by: ['id', 'arn', snapshots.nameOf],
      });
  }
  return found;
}

/** A companion may be of several types: a flow log of a network, of a subnet, of a transit gateway. */
function add(found: Map<string, Naming>, type: string, naming: Naming): void {
  const same = found.get(type);
  if (same === undefined || same.attribute !== naming.attribute) found.set(type, same ?? naming);
  else found.set(type, { ...same, types: [...same.types, ...naming.types] });
}

const TABLE = fromTable();

/** Settings of a bucket, each a resource of its own, are called after it. What lies in it is none. */
const OF_BUCKET = /^aws_s3_bucket_/;

const NAMINGS = new Map<string, Naming | undefined>();

function namingOf(type: string): Naming | undefined {
  if (NAMINGS.has(type)) return NAMINGS.get(type);
  const naming = ownProperty(NAMED, type) ?? (OF_BUCKET.test(type) ? BUCKET : TABLE.get(type));
  NAMINGS.set(type, naming);
  return naming;
}

/** Whether resources of a type may be part of something else. */
export function mayBePart(type: string): boolean {
  return namingOf(type) !== undefined;
}

/** What a companion is part of. */
export interface Owners {
  /** The resources that it may name: several where only a plan can tell which. */
  readonly named: readonly Resource[];
  /** Whether it belongs to something that this configuration does not show. */
  readonly isOpen: boolean;
}

/** What a verdict on a resource counts for, as far as it is part of something else. `undefined` where it stands for itself. */
export function ownersOf(model: Model, resource: Resource): Owners | undefined {
  const naming = namingOf(resource.type);
  if (naming === undefined) return undefined;
  const plain = plainOwner(resource, naming);
  return plain ? { named: [plain], isOpen: false } : OWNERS.of(resource, () => findOwners(model, resource, naming));
}

/** What a companion is part of where one reference says so, which is how nearly all are written. */
function plainOwner(resource: Resource, naming: Naming): Resource | undefined {
  const plain = resource.multiplicity.kind === 'single' && plainTarget(resource, resource.body[naming.attribute]);
  return plain && naming.types.includes(plain.type) ? plain : undefined;
}

const OWNERS = new Memo<Owners | undefined>();

function findOwners(model: Model, resource: Resource, naming: Naming): Owners | undefined {
  const value = resource.get(naming.attribute);
  if (value === undefined) return undefined;
  const named = targetsOf(model, resource, value, naming.types, naming.by);
  return { named, isOpen: named.length === 0 };
}

/** How many steps lead from a companion to what it is part of, at most: the policy of an access point of a bucket. */
const MAX_STEPS = 3;

/** The way from a resource to the last thing that it is part of, where each step leads to one resource. `undefined` where one does not. */
export function plainWay(model: Model, resource: Resource): readonly Resource[] | undefined {
  const naming = namingOf(resource.type);
  const owner = naming && plainOwner(resource, naming);
  // Most ways have one step.
  if (owner && !mayBePart(owner.type)) return [owner];
  const way: Resource[] = [];
  for (let at = resource, step = 0; step < MAX_STEPS; step++) {
    const owners = ownersOf(model, at);
    if (owners === undefined) break;
    if (owners.isOpen || owners.named.length !== 1) return undefined;
    way.push((at = owners.named[0]));
  }
  return way;
}

/** Where the way from a resource to the members of a population ends. */
export interface Behind extends Owners {
  /** What the way led through. */
  readonly passed: readonly Resource[];
}

/** The members of a population that a verdict on a resource counts for. */
export function membersBehind(model: Model, resource: Resource, isMember: (one: Resource) => boolean): Behind {
  const passed: Resource[] = [];
  let level: readonly Resource[] = [resource];
  for (let step = 0; step <= MAX_STEPS; step++) {
    const members = level.filter(isMember);
    if (members.length > 0) return { named: members, isOpen: false, passed };
    passed.push(...level);
    const above = level.map((one) => ownersOf(model, one));
    if (above.some((owners) => owners?.isOpen)) return { named: [], isOpen: true, passed };
    level = [...new Set(above.flatMap((owners) => owners?.named ?? []))];
    if (level.length === 0) break;
  }
  return { named: [], isOpen: false, passed };
}
