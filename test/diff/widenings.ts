import { Json, JsonObject } from '../../lib/terraform/value';
import { letsTheSame } from './same-policy';

/** A change to Terraform JSON that makes it less secure. */
export interface Widening {
  readonly kind: 'flipped' | 'unset' | 'dropped' | 'loosened' | 'opened';
  /** `aws_s3_bucket_versioning.Logs versioning_configuration.status`, and what happens there. */
  readonly what: string;
  /** The resource as it is written, and the bucket that it is a part of: what its tags say. */
  readonly of: string;
  /** Changes a copy of the JSON that it was found in. */
  readonly apply: (json: JsonObject) => void;
}

/** Switches that are on or off for other reasons than security. */
const INDIFFERENT =
  /^(?:bucket_key_enabled|create_before_destroy|ebs_optimized|hive_compatible_partitions|per_hour_partition|propagate_at_launch|revoke_rules_on_delete|update_default_version|enable_zonal_shift|enable_dns_hostnames|egress|delete_on_termination|cloudwatch_metrics_enabled|compress|no_password_required|enable_ecs_managed_tags|return_data|allow_overwrite|evaluate_target_health|allowed_oauth_flows_user_pool_client|tom:pseudonymized)$/;

/** Switches that AWS and the provider set as they are set here: not to write them changes nothing. */
const BY_ITSELF =
  /^(?:enabled|enable_dns_support|sampled_requests_enabled|enable_logging|include_global_service_events|auto_minor_version_upgrade)$/;

/** Actions that tell the names and settings of all log groups, and nothing that is in one. Services that write logs look for theirs with it. */
const NAMES_ONLY = /^logs:DescribeLogGroups$/;

/** What is on only where it is more secure, and may be off. */
const ON_IS_SAFER = /^(?:internal|is_organization_trail|allow_admin_create_user_only)$/;

/** What is off where it is more secure, and may be on. */
const OFF_IS_SAFER = /^force_destroy$/;

/** Secure values, and less secure ones in their place. */
const VALUES: readonly (readonly [name: RegExp, secure: RegExp, instead: string])[] = [
  [/^status$/, /^Enabled$/, 'Disabled'],
  [/^http_tokens$/, /^required$/, 'optional'],
  [/^object_ownership$/, /^BucketOwnerEnforced$/, 'ObjectWriter'],
  [/^sse_algorithm$/, /^aws:kms$/, 'AES256'],
  [/^encryption_type$/, /^KMS$/, 'NONE'],
  [/^mode$/, /^COMPLIANCE$/, 'GOVERNANCE'],
  [/^ssl_policy$/, /TLS13/, 'ELBSecurityPolicy-2016-08'],
  [/^protocol$/, /^HTTPS$/, 'HTTP'],
  [/^desync_mitigation_mode$/, /^strictest$/, 'monitor'],
  [/^transit_encryption_mode$/, /^required$/, 'preferred'],
  [/^traffic_type$/, /^ALL$/, 'REJECT'],
  [/^rule_action$/, /^deny$/, 'allow'],
  [/^firewall_fail_open$/, /^DISABLED$/, 'ENABLED'],
  [/^self_service_portal$/, /^disabled$/, 'enabled'],
  [/^internet_gateway_block_mode$/, /^block-/, 'off'],
  [/^tom:data-class$/, /^(?:special-category|personal)$/, 'public'],
  [/^(?:kms_key_id|kms_key_arn|kms_master_key_id|performance_insights_kms_key_id)$/, /./, 'alias/aws/s3'],
];

/** Numbers that are safer the higher they are, or the lower. */
const MORE =
  /^(?:retention_in_days|backup_retention_period|snapshot_retention_limit|deletion_window_in_days|recovery_period_in_days|noncurrent_days|delete_after|permanent_deletion_time_in_days)$/;
const LESS =
  /^(?:rotation_period_in_days|http_put_response_hop_limit|duration_seconds|session_timeout_hours|max_session_duration)$/;

/** What protects, records or refuses: types, without one of which something is less secure. */
const COMPANIONS =
  /^aws_(?:s3_bucket_(?:public_access_block|versioning|server_side_encryption_configuration|ownership_controls|logging|lifecycle_configuration|object_lock_configuration|policy)|flow_log|cloudtrail|backup_(?:plan|selection|vault)|wafv2_web_acl(?:_association|_logging_configuration)?|route53_resolver_(?:firewall|query_log)\w*|ebs_encryption_by_default|vpc_block_public_access_options|vpc_encryption_control|default_(?:security_group|network_acl)|cloudwatch_(?:log_group|log_data_protection_policy|event_rule|event_target)|kms_key|sns_topic_policy|(?:rds_cluster|dynamodb_table|kinesis_stream|elasticache_replication_group|s3_bucket))$/;

type Types = { readonly [type: string]: { readonly [name: string]: JsonObject } };

/** Every way in which this generator makes the resources of a stack less secure. */
export function wideningsOf(json: JsonObject): Widening[] {
  const found: Widening[] = [];
  const types = (json.resource ?? {}) as Types;
  for (const [type, named] of Object.entries(types)) {
    for (const [name, body] of Object.entries(named)) {
      const bodyIn = (of: JsonObject): JsonObject => (of.resource as Types)[type][name];
      const made = (change: Change): Widening => ({ ...change, of: JSON.stringify([body, bucketOf(types, body)]) });
      if (COMPANIONS.test(type) && !isEmptyPolicy(body)) {
        const apply = (of: JsonObject): void =>
          void delete (of.resource as { [t: string]: { [n: string]: JsonObject } })[type][name];
        found.push(made({ kind: 'dropped', what: `${type}.${name}`, apply }));
      }
      for (const { path, value } of leaves(body)) {
        found.push(...atLeaf(`${type}.${name}`, path, value, bodyIn, absentKeys(types, body)).map(made));
      }
      if (type === 'aws_vpc_security_group_ingress_rule') {
        found.push(...opened(`${type}.${name}`, body, bodyIn).map(made));
      }
    }
  }
  return found;
}

type BodyIn = (of: JsonObject) => JsonObject;
type Change = Omit<Widening, 'of'>;
type Path = readonly (string | number)[];

/** The bucket that a resource names as the one that it is a part of. */
function bucketOf(types: Types, { bucket }: JsonObject): JsonObject | undefined {
  const name = typeof bucket === 'string' ? /^\$\{aws_s3_bucket\.([\w-]+)\./.exec(bucket)?.[1] : undefined;
  return name === undefined ? undefined : types.aws_s3_bucket[name];
}

/** What no request to a bucket has that blocks keys which writers bring: S3 refuses those before it looks at the policy. */
function absentKeys(types: Types, { bucket }: JsonObject): readonly string[] {
  const encryptions = Object.values(types.aws_s3_bucket_server_side_encryption_configuration ?? {});
  const isBlocked = encryptions.some((one) => one.bucket === bucket && JSON.stringify(one).includes('"SSE-C"'));
  return bucket !== undefined && isBlocked ? ['s3:x-amz-server-side-encryption-customer-algorithm'] : [];
}

function leaves(json: Json, path: Path = []): { path: Path; value: Json }[] {
  if (Array.isArray(json)) return json.flatMap((item, index) => leaves(item, [...path, index]));
  if (json !== null && typeof json === 'object')
    return Object.keys(json).flatMap((key) => (key === '//' ? [] : leaves(json[key], [...path, key])));
  return [{ path, value: json }];
}

function atLeaf(address: string, path: Path, value: Json, bodyIn: BodyIn, absent: readonly string[]): Change[] {
  const name = String(path[path.length - 1]);
  const label = `${address} ${path.join('.')}`;
  const set = (to: Json | undefined) => (of: JsonObject) => setAt(bodyIn(of), path, to);
  const flag = value === true || value === 'true' ? true : value === false || value === 'false' ? false : undefined;
  if (flag !== undefined) {
    if (INDIFFERENT.test(name) || (flag ? OFF_IS_SAFER : ON_IS_SAFER).test(name)) return [];
    const flip: Change = { kind: 'flipped', what: `${label}: ${flag} -> ${!flag}`, apply: set(!flag) };
    return flag && !BY_ITSELF.test(name)
      ? [flip, { kind: 'unset', what: `${label}: unset`, apply: set(undefined) }]
      : [flip];
  }
  if (typeof value === 'number') {
    if (MORE.test(name)) return [{ kind: 'flipped', what: `${label}: ${value} -> 0`, apply: set(value > 1 ? 1 : 0) }];
    if (LESS.test(name)) return [{ kind: 'flipped', what: `${label}: ${value} doubled`, apply: set(value * 2) }];
    return [];
  }
  if (typeof value !== 'string') return [];
  const rows = VALUES.filter(([called, secure]) => called.test(name) && secure.test(value)).map(([, , to]): Change => ({
    kind: 'flipped',
    what: `${label}: ${value} -> ${to}`,
    apply: set(to),
  }));
  if (/policy/.test(name) && value.startsWith('{')) {
    return [...rows, ...loosened(label, value, absent, set)];
  }
  return rows;
}

function setAt(body: JsonObject, path: Path, value: Json | undefined): void {
  let at = body as unknown as { [key: string | number]: Json | undefined };
  for (const step of path.slice(0, -1)) at = at[step] as unknown as typeof at;
  const last = path[path.length - 1];
  if (value === undefined) delete at[last];
  else at[last] = value;
}

interface Statement {
  Sid?: string;
  Effect: string;
  Action?: unknown;
  Principal?: unknown;
  Resource?: unknown;
  Condition?: unknown;
}

function isEmptyPolicy({ policy }: JsonObject): boolean {
  return typeof policy === 'string' && !policy.includes('"Deny"');
}

function loosened(
  label: string,
  text: string,
  absent: readonly string[],
  set: (text: string) => (of: JsonObject) => void
): Change[] {
  const policy = JSON.parse(text) as { Statement?: Statement[] };
  if (!Array.isArray(policy.Statement) || !policy.Statement.every(({ Effect }) => Effect)) return [];
  return policy.Statement.flatMap((statement, index) => {
    const changed = (change: (statements: Statement[]) => void): string => {
      const copy = JSON.parse(text) as { Statement: Statement[] };
      change(copy.Statement);
      return JSON.stringify(copy);
    };
    const made = (what: string, change: (statements: Statement[]) => void): Change => ({
      kind: 'loosened',
      what: `${label} ${[index, ...(statement.Sid === undefined ? [] : [statement.Sid])].join(' ')}: ${what}`,
      apply: set(changed(change)),
    });
    /** What another denial or the default covers, or only the same service can meet, changes nothing. */
    const unlessSame = (what: string, change: (statements: Statement[]) => void): Change[] =>
      statement.Principal !== undefined && letsTheSame(text, changed(change), index, absent)
        ? []
        : [made(what, change)];
    if (statement.Effect === 'Deny') {
      return [
        ...unlessSame('denial dropped', (all) => void all.splice(index, 1)),
        ...(statement.Condition === undefined
          ? []
          : [
              ...unlessSame(
                'denial under one more condition',
                (all) =>
                  void (all[index].Condition = {
                    ...(statement.Condition as object),
                    StringEquals: { 'aws:PrincipalTag/x': 'y' },
                  })
              ),
            ]),
      ];
    }
    const found: Change[] = [];
    if (statement.Action !== '*') found.push(made('every action', (all) => void (all[index].Action = '*')));
    const isNamed = statement.Resource !== undefined && [statement.Resource].flat()[0] !== '*';
    if (isNamed && ![statement.Action].flat().every((action) => NAMES_ONLY.test(String(action))))
      found.push(made('every resource', (all) => void (all[index].Resource = '*')));
    if (statement.Principal !== undefined && statement.Principal !== '*')
      found.push(...unlessSame('every principal', (all) => void (all[index].Principal = '*')));
    if (statement.Condition !== undefined) found.push(made('no condition', (all) => void delete all[index].Condition));
    return found;
  });
}

function opened(address: string, body: JsonObject, bodyIn: BodyIn): Change[] {
  const made = (what: string, change: (body: JsonObject) => void): Change => ({
    kind: 'opened',
    what: `${address}: ${what}`,
    apply: (of) => change(bodyIn(of)),
  });
  const everybody = (rule: JsonObject): void => {
    delete rule.referenced_security_group_id;
    delete rule.prefix_list_id;
    rule.cidr_ipv4 = '0.0.0.0/0';
  };
  const found = body.cidr_ipv4 === '0.0.0.0/0' ? [] : [made('from everywhere', everybody)];
  found.push(made('every port', (rule) => Object.assign(rule, { from_port: 0, to_port: 65535 })));
  found.push(made('every protocol', (rule) => Object.assign(rule, { ip_protocol: '-1' })));
  return found;
}
