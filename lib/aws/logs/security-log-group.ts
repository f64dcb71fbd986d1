import { Memo } from '../../terraform/memo';
import { Model } from '../../terraform/model';
import { resolve } from '../../terraform/references';
import { Resource } from '../../terraform/stack';
import { Value, isUnknown } from '../../terraform/value';
import { TAG } from '../../toms/tags';

/** What writes security logs, and where it says which log group they go to: an attribute, within blocks or not. */
const SOURCES: readonly (readonly [type: string, attribute: string, blocks?: string])[] = [
  ['aws_cloudtrail', 'cloud_watch_logs_group_arn'],
  ['aws_flow_log', 'log_destination'],
  ['aws_flow_log', 'log_group_name'],
  [
    'aws_networkfirewall_logging_configuration',
    'log_destination.logGroup',
    'logging_configuration.log_destination_config',
  ],
  ['aws_route53_query_log', 'cloudwatch_log_group_arn'],
  ['aws_route53_resolver_query_log_config', 'destination_arn'],
  ['aws_wafv2_web_acl_logging_configuration', 'log_destination_configs'],
];

/** Names that AWS demands, or that its consoles and guides give to the log groups of security logs. */
const NAMES: readonly RegExp[] = [
  /^aws-waf-logs-/,
  /^\/?(aws[-/])?cloudtrail\b/i,
  /^aws-controltower\/cloudtrail/i,
  /^\/aws\/eks\/.+\/cluster$/,
  /^\/aws\/rds\/.+\/audit$/,
  /^\/aws\/docdb\/.+\/audit$/,
  /^\/aws\/neptune\/.+\/audit$/,
  /^\/aws\/route53\//,
  /^\/?(aws[-/])?vpc\b.*flow/i,
];

const RECEIVERS = new Memo<ReadonlyMap<string, string>>();

/**
 * Why a log group counts as one of security logs, for a message, or `undefined` where it does not.
 * What is written to it decides; else its tag `tom:log-kind`; else its name. A tag or name that only a plan can tell says nothing.
 */
export function securityLogs(model: Model, group: Resource): string | undefined {
  const receivers = RECEIVERS.of(model, () => findReceivers(model));
  const name = group.get('name') ?? group.get('name_prefix');
  const source =
    receivers.get(group.qualifiedKey) ?? (typeof name === 'string' ? receivers.get(idOfName(name)) : undefined);
  if (source !== undefined) return `it receives the logs of ${source}`;
  const kind = group.tag(TAG.logKind);
  if (typeof kind === 'string') return kind === 'security' ? 'its tag tom:log-kind is "security"' : undefined;
  const text = isUnknown(name) ? name.text : name;
  if (typeof text !== 'string' || !NAMES.some((pattern) => pattern.test(text))) return undefined;
  return `its name is "${text}"`;
}

/** The log groups that something sends security logs to, found once a model: what sends them by what it names. */
function findReceivers(model: Model): Map<string, string> {
  const receivers = new Map<string, string>();
  for (const [type, attribute, blocks] of SOURCES) {
    for (const source of model.present(type)) {
      const holders = blocks === undefined ? [source] : source.blocks(blocks);
      for (const id of holders.flatMap((holder) => groupsNamedBy(model, source, holder.get(attribute)))) {
        if (!receivers.has(id)) receivers.set(id, source.address);
      }
    }
  }
  return receivers;
}

/** The log groups that a value or a list of values names: by reference, by ARN, with or without `:*` behind it, or by name. */
function groupsNamedBy(model: Model, from: Resource, value: Value): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => groupsNamedBy(model, from, item));
  if (isUnknown(value)) {
    return value.references.flatMap((reference) => {
      const target = resolve(model, from, reference);
      if (target?.type !== 'aws_cloudwatch_log_group') return [];
      if (target.mode === 'managed') return [target.qualifiedKey];
      const name = target.get('name');
      return typeof name === 'string' ? [idOfName(name)] : [];
    });
  }
  if (typeof value !== 'string' || value === '') return [];
  const arn = /^arn:[^:]*:logs:[^:]*:[^:]*:log-group:([^:]+)/.exec(value);
  if (arn) return [idOfName(arn[1])];
  return value.startsWith('arn:') ? [] : [idOfName(value)];
}

function idOfName(name: string): string {
  return `=${name}`;
}
