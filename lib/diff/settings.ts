import { contains, parseCidr } from '../aws/ip-ranges';
import { RESOURCE_TYPES } from '../aws/types';
import { Logs, ResourceType, Setting } from '../aws/types/resource-type';
import { Severity } from '../guardrails/rule';
import { Direction, Subject } from './change';
import { Difference, Form, idOf, isObject, leavesOf } from './differences';

/** What a difference of a setting does. */
export interface SettingVerdict {
  readonly direction: Direction;
  readonly subject: Subject;
  readonly severity: Severity;
}

/** Judges a difference by what the project knows about the type, and else by what the provider calls such settings everywhere. */
export function judgeSetting(type: string, difference: Difference): SettingVerdict {
  const { path, before, after } = difference;
  const known = byTable(type, difference);
  if (known) return known;
  if (isObject(before) || isObject(after)) return judgeBlock(type, difference);
  const name = path[path.length - 1] ?? '';
  const subject = subjectOf(type, path);
  const verdict = (direction: Direction): SettingVerdict => ({
    direction,
    subject: direction === 'neutral' ? 'other' : subject,
    severity: direction === 'widens' ? 'medium' : 'low',
  });
  const isSwitch = [before, after].some((form) => form === 'true' || form === 'false');
  const isNeutral =
    (NEUTRAL.test(name) && !(isSwitch && PROTECTIVE.test(name))) || path.some((part) => NEUTRAL_BLOCK.test(part));
  if (isNeutral && subject !== 'classification') return verdict('neutral');
  const direction =
    byRank(name, path, before, after) ??
    bySwitch(name, path, before, after) ??
    byRanges(before, after) ??
    byKey(name, before, after) ??
    byNumber(name, path, before, after) ??
    byList(name, path, before, after) ??
    byPresence(name, path, before, after);
  return verdict(direction ?? 'undetermined');
}

/** A block that is new, or gone: by the gravest of what stands in it, and else by what it is called. */
function judgeBlock(type: string, { path, before, after }: Difference): SettingVerdict {
  const inner = leavesOf(before ?? after, path).map(({ path: leaf, value }) =>
    judgeSetting(
      type,
      before === undefined ? { path: leaf, before, after: value } : { path: leaf, before: value, after }
    )
  );
  const isGone = after === undefined;
  const subject = subjectOf(type, path);
  const name = path[path.length - 1] ?? '';
  const widening = inner.find(({ direction }) => direction === 'widens');
  if (widening) return widening;
  if (NEUTRAL_BLOCK.test(name)) return { direction: 'neutral', subject: 'other', severity: 'low' };
  if (EXPOSING_BLOCK.test(name))
    return { direction: isGone ? 'narrows' : 'widens', subject: 'exposure', severity: isGone ? 'low' : 'medium' };
  if (PROTECTING.test(path.join('.')))
    return { direction: isGone ? 'widens' : 'narrows', subject, severity: isGone ? 'medium' : 'low' };
  const narrowing = inner.find(({ direction }) => direction === 'narrows');
  if (narrowing) return narrowing;
  const open = inner.find(({ direction }) => direction === 'undetermined');
  return open ?? inner[0] ?? { direction: 'undetermined', subject, severity: 'low' };
}

/** What the table of types says: the values that do what a measure demands. */
function byTable(type: string, { path, before, after }: Difference): SettingVerdict | undefined {
  const known = RESOURCE_TYPES[type];
  if (!known) return undefined;
  const written = path.join('.');
  for (const [subject, setting] of settingsOf(known)) {
    if (setting.attribute !== written && !written.endsWith(`.${setting.attribute}`)) continue;
    const [was, is] = [before, after].map((form) => holds(setting, form));
    if (was === is) continue;
    return is
      ? { direction: 'narrows', subject, severity: 'low' }
      : {
          direction: 'widens',
          subject,
          severity: subject === 'encryption' || subject === 'exposure' ? 'high' : 'medium',
        };
  }
  return undefined;
}

function settingsOf(type: ResourceType): [Subject, Setting][] {
  const of = (subject: Subject, settings: readonly (Setting | undefined)[] = []): [Subject, Setting][] =>
    settings.flatMap((setting) => (setting ? [[subject, setting] as [Subject, Setting]] : []));
  const transports = [type.inTransit, type.minTls].flatMap((transport) => [
    ...(transport?.settings ?? []),
    ...(transport?.within ?? []).flatMap(inBlocks),
  ]);
  return [
    ...of('encryption', type.atRest?.settings),
    ...of('transport', transports),
    ...of('backup', [type.backups?.setting, type.lastCopy?.setting]),
    ...of('protection', [type.deletionProtection?.setting]),
    ...of('exposure', [type.publicAddress?.setting]),
    ...of('logging', valuesOf(type.logs?.ways)),
    ...of('access', [...valuesOf(type.authentication?.ways), ...(type.authentication?.within ?? []).flatMap(inBlocks)]),
    ...of('hardening', valuesOf(type.hardening?.ways)),
    ...of('hardening', [type.minorVersions?.setting]),
  ];
}

function inBlocks({
  blocks,
  settings,
}: {
  readonly blocks: string;
  readonly settings: readonly Setting[];
}): readonly Setting[] {
  return settings.map((setting) => ({ ...setting, attribute: `${blocks}.${setting.attribute}` }));
}

/** Of the ways to meet a demand, the attributes that must have a value of some. */
function valuesOf(ways: Logs['ways'] = []): readonly Setting[] {
  return ways.flat().flatMap(({ is, ...need }) => (is ? [{ ...need, is }] : []));
}

function holds({ is, default: otherwise, list }: Setting, form: Form): boolean {
  const demanded = is.map(String);
  if (list && Array.isArray(form)) return form.length > 0 && form.every((item) => demanded.includes(idOf(item)));
  const value = form ?? (otherwise === undefined ? undefined : String(otherwise));
  return typeof value === 'string' && demanded.includes(value);
}

/** What says nothing about security, whatever it holds. */
const NEUTRAL =
  /^(?:.*_?description|comment|.*display_name|.*_prefix|name|name_prefix|.*_name|alias|path|tags?|tags_all|Name|instance_(?:type|class)|node_type|.*_(?:size|count|capacity|units?|iops|throughput|memory|cpu|weight|timeout|interval|percent|percentage)|iops|throughput|memory|memory_size|cpu|timeout|num_\w+|weight|min|max|desired_\w+|allocated_storage|max_allocated_storage|.*_window|schedule|apply_immediately|apply_method|billing_mode|stream_mode|storage_type|volume_type|bucket_key_enabled|threads_per_core|health_check_\w+|healthy_threshold|unhealthy_threshold|interval|matcher|period|evaluation_periods|datapoints_to_alarm|statistic|unit|arn|id|hosted_zone_id|unique_id|owner_id|.*create_date|.*last_modified\w*|etag|version_id|propagate_at_launch|policy_type|pricing_tier|engine_mode|network_type\w*|\w*ip_address_type|sort_key|header_name|file_format|hive_compatible_partitions|per_hour_partition|revoke_rules_on_delete|ebs_optimized|hibernation|compress|create_before_destroy|update_default_version|wait_for_\w+|skip_region_validation|skip_requesting_account_id|max_retries|retry_mode|tom:(?:owner|data-category|retention-days|tier|log-kind))$/;

const NEUTRAL_BLOCK =
  /^(?:tags|tags_all|timeouts|health_check|default_tags|tag_specifications|dimensions|subject|launch_template)$/;

/** Names of blocks and attributes that protect by being there. */
const PROTECTING =
  /encrypt|logging|(?:^|[._])logs?(?:[._]|$)|log_config|access_logs|audit|backup|snapshot_retention|point_in_time|versioning|noncurrent|expiration|lifecycle|retention|protect|tls|ssl|mfa|auth|validat|restrict|lock|replica|guard|waf|acl|alarm|monitor|rotation|limit|block|deny|denied|exclud|revocation|copy_action|advanced_event_selector|insight_selector|data_protection|managed_rule_group|statement|visibility|redact|mask|kms|permissions_boundary|metadata_options|scan|signing|quarantine|dead_letter|redrive/i;

/** Names of blocks that let something in or out by being there. */
const EXPOSING_BLOCK =
  /^(?:ingress|egress|website|cors_\w+|cors|origin|grant|allow\w*|.*exclusion\w*|exempt\w*|public\w*|route|excluded_rule|rule_action_override)$/i;

/** Settings with an order, the safest value first. */
const RANKS: readonly { readonly name: RegExp; readonly values: readonly RegExp[] }[] = [
  { name: /http_tokens$/, values: [/^required$/, /^optional$/] },
  {
    name: /^(?:status|state|.*_status)$/i,
    values: [/^(?:enabled|on|active)$/i, /^(?:suspended|disabled|off|inactive)$/i],
  },
  { name: /object_ownership/, values: [/^BucketOwnerEnforced$/, /^BucketOwnerPreferred$/, /^ObjectWriter$/] },
  {
    name: /sse_algorithm|^sse_type|encryption_mode$/i,
    values: [/^aws:kms:dsse$/, /^(?:aws:kms|SSE-KMS|SSE_KMS)$/, /^(?:AES256|aws:fsx|SSE-S3|SSE_S3)$/],
  },
  { name: /^encryption_type$/, values: [/^KMS$/, /^AES256$/, /^NONE$/i] },
  { name: /image_tag_mutability/, values: [/^IMMUTABLE/, /^MUTABLE/] },
  { name: /^mode$/, values: [/^COMPLIANCE$/, /^GOVERNANCE$/, /^monitor$/] },
  { name: /^mode$/, values: [/^enforce$/i, /^(?:monitor|audit|transition)$/i, /^(?:off|none|disabled)$/i] },
  {
    name: /^(?:viewer|origin)_protocol_policy$/,
    values: [/^https-only$/, /^redirect-to-https$/, /^match-viewer$/, /^(?:allow-all|http-only)$/],
  },
  { name: /protocol$/, values: [/^(?:HTTPS|TLS)$/i, /^(?:HTTP|TCP|TCP_UDP)$/i] },
  {
    name: /^(?:acl|canned_acl)$/,
    values: [
      /^(?:private|bucket-owner-full-control|log-delivery-write)$/,
      /^authenticated-read$/,
      /^public-read$/,
      /^public-read-write$/,
    ],
  },
  {
    name: /^(?:rule_action|action|default_action|.*_action|override_action)$/i,
    values: [/^(?:deny|block|drop|BLOCK|reject)$/i, /^(?:alert|count|captcha|challenge)$/i, /^(?:allow|pass|none)$/i],
  },
  {
    name: /transit_encryption_mode|client_broker|.*_encryption_mode/,
    values: [/^(?:required|TLS)$/, /^(?:preferred|TLS_PLAINTEXT)$/, /^(?:PLAINTEXT|none|disabled)$/i],
  },
  {
    name: /^(?:authorization|authorization_type|auth_type|authentication_type|auth_mode)$/i,
    values: [/^(?!none$)/i, /^NONE$/i],
  },
  { name: /^mfa(?:_configuration|_delete)?$/i, values: [/^(?:ON|enabled)$/i, /^OPTIONAL$/i, /^(?:OFF|disabled)$/i] },
  { name: /desync_mitigation_mode/, values: [/^strictest$/, /^defensive$/, /^monitor$/] },
  {
    name: /^(?:http_endpoint|instance_metadata_tags|self_service_portal|firewall_fail_open|.*_fail_open)$/,
    values: [/^disabled$/i, /^enabled$/i],
  },
  { name: /^scheme$/, values: [/^internal$/, /^internet-facing$/] },
  { name: /^traffic_type$/, values: [/^ALL$/, /^(?:REJECT|ACCEPT)$/] },
  {
    name: /^(?:internet_gateway_block_mode|block_mode)$/,
    values: [/^block-bidirectional$/, /^block-ingress$/, /^off$/],
  },
  { name: /^internet_gateway_exclusion_mode$/, values: [/^allow-egress$/, /^allow-bidirectional$/] },
  {
    name: /^tom:data-class$/,
    values: [/^special-category$/, /^personal$/, /^confidential$/, /^internal$/, /^public$/],
  },
  { name: /^tom:environment$/, values: [/^production$/, /^staging$/, /^(?:development|test)$/, /^ephemeral$/] },
  { name: /^sensitivity(?:_to_block)?$/, values: [/^HIGH$/, /^MEDIUM$/, /^LOW$/] },
  { name: /^(?:usage_of_action)$/, values: [/^ENABLED$/, /^DISABLED$/] },
  { name: /^block_response$/, values: [/^(?:NXDOMAIN|NODATA|OVERRIDE)$/] },
];

function rankOf(values: readonly RegExp[], form: Form): number | undefined {
  if (typeof form !== 'string') return undefined;
  const rank = values.findIndex((value) => value.test(form));
  return rank < 0 ? undefined : rank;
}

/** The oldest version of TLS that a policy or a setting lets in. */
function tlsOf(form: Form): number | undefined {
  if (typeof form !== 'string') return undefined;
  if (/SSLv?3|SSL-?v?3/i.test(form)) return 0;
  const named = /TLS[-_v]*1[-._]?([0-3])?(?:[-_]([0-3])(?!\d))?/i.exec(form);
  if (named) {
    // ELBSecurityPolicy-TLS13-1-2-…: takes 1.2 and 1.3.
    const elb = /TLS13-1-([0-3])/.exec(form);
    return 1 + Number(elb?.[1] ?? named[1] ?? named[2] ?? 0);
  }
  if (/^ELBSecurityPolicy-(?:2016-08|2015-05|FS-2018-06)$/.test(form)) return 1;
  return undefined;
}

function byRank(name: string, path: readonly string[], before: Form, after: Form): Direction | undefined {
  if (/tls|ssl|security_policy|minimum_protocol_version|protocols?$/i.test(path.join('.'))) {
    const [was, is] = [before, after].map(tlsOf);
    if (was !== undefined && is !== undefined && was !== is) return is < was ? 'widens' : 'narrows';
    if (was !== undefined && was >= 3 && after === undefined) return 'widens';
  }
  for (const { name: called, values } of RANKS) {
    if (!called.test(name)) continue;
    const [was, is] = [before, after].map((form) => rankOf(values, form));
    if (was !== undefined && is !== undefined && was !== is) {
      const widens = is > was;
      const isReversed = /status|state/i.test(name) && path.some((part) => EXPOSING.test(part));
      return widens !== isReversed ? 'widens' : 'narrows';
    }
    if (was !== undefined && is === undefined) return was < values.length - 1 ? 'widens' : 'undetermined';
    if (is !== undefined && was === undefined) return is === 0 ? 'narrows' : 'undetermined';
  }
  return undefined;
}

/** What exposes when it is on. */
const EXPOSING =
  /^(?:publicly_accessible|public|is_public|public_\w+|\w*public_access(?:_enabled)?|publicly_\w+|map_public_ip\w*|associate_public_ip\w*|assign_public_ip|auto_assign_public_ip|assign_ipv6_address_on_creation|force_destroy|force_delete\w*|force_detach\w*|skip_final_snapshot|skip_final_backup|delete_automated_backups|deletion_allowed|enforce_consumer_deletion|privileged\w*|allow\w*|\w+_allowed|auto_accept\w*|insecure\w*|disable_(?!api_termination|api_stop|execute_api_endpoint|password|local_admin|session_recording_off)\w+|\w+_disabled|enable_http(?!s)\w*|endpoint_public_access|bypass\w*|ignore_\w+|split_tunnel|no_password_required|no_device|root_access|\w*root_access|direct_internet_access|\w*fail_open\w*|enable_waf_fail_open|http_enabled|routing_http_response_server_enabled|allow_overwrite|include_client_credentials|egress_only|skip_\w+|unauthenticated\w*|allow_unauthenticated_identities|allow_classic_flow|data_trace_enabled|hard_delete|trusted_\w+|delegation\w*|acceleration|website|exclude_\w+|self|nat_\w+|enable_execute_command|ssh\w*|debug\w*)$/i;

/** What protects when it is on. Everything that is called "enabled" does, unless it stands in something that exposes. */
const PROTECTIVE =
  /^(?:block_\w+|ignore_public_acls|restrict_\w+|\w*encrypt\w*|\w*deletion_protect\w*|\w*termination_protection\w*|prevent_\w+|disable_api_termination|disable_api_stop|disable_execute_api_endpoint|\w*key_rotation\w*|\w*rotation_enabled|\w*logging\w*|\w*log_file_validation|enable_\w+|\w*_?enabled?|\w+_enable|is_multi_region_trail|is_organization_trail|include_global_service_events|multi_az|\w*failover\w*|\w*auto_minor_version_upgrade|iam_database_authentication\w*|copy_tags_to_snapshot|point_in_time\w*|enforced?|enforce_\w+|require\w*|\w+_required|force_(?!destroy|delete|detach)\w+|\w*tls\w*|\w*ssl\w*|\w*validat\w*|scan_on_push|drop_invalid_header_fields|monitoring|readonly\w*|read_only\w*|object_lock\w*|mfa\w*|sse\w*|kms_\w+|private_\w+|manage_\w*password|delete_on_termination|internal|source_dest_check|disconnect_on_session_timeout|purge_\w+|auto_rollback|secure\w*|sign\w*|protect\w*|lock\w*|locked|immutable\w*|versioning|vpc_only|isolated|isolation|deny\w*|override_none|sensitive|write_only|skip_destroy|ebs_block\w*|sampled_requests_enabled|cross_account_\w+)$/i;

/** A switch that is flipped. Not to set one is to leave it off, but for what AWS or the provider switches on by itself. */
function bySwitch(name: string, path: readonly string[], before: Form, after: Form): Direction | undefined {
  const [was, is] = [before, after].map((form) =>
    form === 'true' ? true : form === 'false' ? false : form === undefined ? undefined : 'other'
  );
  if (was === 'other' || is === 'other' || was === is) return undefined;
  const on = is ?? ON_BY_ITSELF.test(name);
  const wasOn = was ?? ON_BY_ITSELF.test(name);
  if (on === wasOn) return 'neutral';
  const parent = path[path.length - 2] ?? '';
  if (EXPOSING.test(name) || (/^enabled?$/.test(name) && EXPOSING.test(parent))) return on ? 'widens' : 'narrows';
  if (PROTECTIVE.test(name) || path.some((part) => /secur|protect|encrypt|transport/i.test(part)))
    return on ? 'narrows' : 'widens';
  return undefined;
}

const ON_BY_ITSELF =
  /^(?:enable_dns_support|enabled|is_enabled|sqs_managed_sse_enabled|delete_on_termination|\w*auto_minor_version_upgrade|source_dest_check|enable_logging|include_global_service_events|endpoint_public_access|delete_automated_backups|include_management_events)$/;

/** Ranges of addresses: who gains some gains access. */
function byRanges(before: Form, after: Form): Direction | undefined {
  const [was, is] = [before, after].map((form) => textsOf(form).map(parseCidr));
  if ((was.length === 0 && is.length === 0) || [...was, ...is].some((range) => range === undefined)) return undefined;
  if (![...textsOf(before), ...textsOf(after)].some((text) => text.includes('/'))) return undefined;
  const gains = is.some((range) => !was.some((other) => contains(other!, range!)));
  const loses = was.some((range) => !is.some((other) => contains(other!, range!)));
  return gains ? 'widens' : loses ? 'narrows' : 'neutral';
}

/** Keys of KMS: none, or one of AWS, is less than one that the customer manages. */
function byKey(name: string, before: Form, after: Form): Direction | undefined {
  if (!/kms|cmk|encryption_key|key_arn$|customer_managed_key/i.test(name) || /spec|usage/i.test(name)) return undefined;
  const [was, is] = [before, after].map((form) => (form === undefined ? 2 : /alias\/aws\//.test(idOf(form)) ? 1 : 0));
  return is === was ? 'undetermined' : is > was ? 'widens' : 'narrows';
}

/** How long something is kept, or how strong it must be: less is worse. */
const MORE_IS_SAFER =
  /retention|^days$|days_after_initiation|^years$|_in_days$|backup_\w*period|recovery_\w*period|recovery_window|deletion_window|noncurrent|min(?:imum)?_\w*length|password_length|password_reuse|history|delete_after|^weeks$|key_(?:size|length)|\w*_bits|number_of_\w*copies|num_(?:cache_clusters|node_groups)|replica(?:s|_count)|az_count|min_(?:size|capacity)/i;

/** How long access or a secret lasts, how far something goes: more is worse. */
const LESS_IS_SAFER =
  /max_session|session_(?:duration|timeout)\w*|duration_seconds|\w*_ttl|(?:access|id|refresh)_token_validity|validity\w*|rotation_period\w*|automatically_after_days|max_(?:password_)?age\w*|hop_limit|token_validity|lease|expir(?:y|es)_in|idle_timeout|^limit$|rate_limit|grace_period|max_\w*receive|throttl\w+|burst/i;

function byNumber(name: string, path: readonly string[], before: Form, after: Form): Direction | undefined {
  const [was, is] = [before, after].map(numberOf);
  const less = LESS_IS_SAFER.test(name);
  const more =
    MORE_IS_SAFER.test(name) || (/^(?:days|value)$/.test(name) && /retention|expiration/i.test(path.join('.')));
  if (!less && !more) return undefined;
  const isLess = less && !/retention/i.test(name);
  if (was !== undefined && is !== undefined) return is < was === isLess ? 'narrows' : 'widens';
  if (before === undefined && is !== undefined) return 'narrows';
  // Nothing said is no limit, or no retention.
  return was !== undefined && after === undefined ? 'widens' : undefined;
}

function numberOf(form: Form): number | undefined {
  return typeof form === 'string' && /^-?\d+(?:\.\d+)?$/.test(form) ? Number(form) : undefined;
}

/** Lists of whom or what is let in, by what they are called. */
const LET_IN =
  /principal|account|allowed|allow_|trusted|_users?$|users$|_groups?$|groups$|roles?$|role_arns|members|identities|scopes|origins|methods|callback|capabilities|permissions?|actions$|policy_arns?|policies$|web_acl_exclusions|exempt|exclu|ignore|access_string|subnets|subnet_ids|ports?$|source_arns?|grantee/i;

/** Lists of what is logged, protected or refused. */
const PROTECTS =
  /logs?_exports|logs?$|log_types|event|blocked|denied|deny|redacted|field_keys|resources?$|equals|standards|features|detectors|types$|rules$|security_policies/i;

function byList(name: string, path: readonly string[], before: Form, after: Form): Direction | undefined {
  const [was, is] = [textsOf(before), textsOf(after)];
  if (!Array.isArray(before) && !Array.isArray(after)) return undefined;
  const gains = is.some((item) => !was.includes(item));
  const loses = was.some((item) => !is.includes(item));
  if (is.includes('*') && !was.includes('*') && !PROTECTS.test(name)) return 'widens';
  if (/^(?:not_|exclud|ignore_changes)/.test(name)) return gains ? 'widens' : 'narrows';
  if (LET_IN.test(name)) return gains ? (/subnet|group/.test(name) ? 'undetermined' : 'widens') : 'narrows';
  if (PROTECTS.test(name) || PROTECTING.test(path.join('.'))) return loses ? 'widens' : gains ? 'narrows' : 'neutral';
  return undefined;
}

/** A setting that says where something goes, or who checks: to have none is less. */
function byPresence(name: string, path: readonly string[], before: Form, after: Form): Direction | undefined {
  if (name === 'ignore_changes') return after === undefined ? 'narrows' : 'widens';
  if (/^(?:access_string|password|\w*_policy_arn)$/.test(name)) return 'undetermined';
  if (!PROTECTING.test(path.join('.'))) return undefined;
  if (after === undefined) return 'widens';
  return before === undefined ? 'narrows' : undefined;
}

function textsOf(form: Form): string[] {
  if (form === undefined) return [];
  return Array.isArray(form) ? form.flatMap(textsOf) : typeof form === 'string' ? [form] : [];
}

/** What a setting is about, by its type and the names that lead to it. */
export function subjectOf(type: string, path: readonly string[]): Subject {
  const text = path.join('.');
  if (/tom:data-class|tom:environment/.test(text)) return 'classification';
  if (/public|internet|cidr|ingress|egress|scheme|internal|split_tunnel|route/i.test(text)) return 'exposure';
  if (/tls|ssl|transit|protocol|certificate|https?_|security_policy/i.test(text)) return 'transport';
  if (/encrypt|kms|cmk|sse|key_rotation|rotation_period/i.test(text)) return 'encryption';
  if (/log|trail|audit|event_selector|monitor|traffic_type/i.test(text)) return 'logging';
  if (/backup|snapshot|point_in_time|recovery|copy_action/i.test(text)) return 'backup';
  if (/retention|expiration|noncurrent|delete_after|days|years/i.test(text)) return 'retention';
  if (/protect|destroy|lock|termination|prevent/i.test(text)) return 'protection';
  if (/principal|policy|role|account|auth|mfa|password|token|session|user|permission|allow/i.test(text))
    return 'access';
  if (/log|trail|flow_log/.test(type)) return 'logging';
  if (/kms|encryption/.test(type)) return 'encryption';
  if (/backup/.test(type)) return 'backup';
  if (/security_group|network_acl|vpc|route|subnet|gateway/.test(type)) return 'exposure';
  if (/lifecycle|object_lock/.test(type)) return 'retention';
  if (/public_access_block/.test(type)) return 'exposure';
  if (/iam|policy/.test(type)) return 'access';
  return 'hardening';
}
