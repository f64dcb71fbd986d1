import { Block } from '../../../terraform/block';
import { configured } from '../../../terraform/configured';
import { describe, isTrue, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

/** The metrics by which AWS tells of an attack: what Shield Advanced detects, and what a firewall of the web keeps out. */
const METRICS: { readonly [namespace: string]: RegExp } = {
  'AWS/DDoSProtection': /^DDoS(?:Detected|Attack(?:Bits|Packets|Requests)PerSecond)$/,
  'AWS/WAFV2': /^BlockedRequests$/,
};

/** Alarms about attacks that somebody hears. */
export const RULE: ResourceRule = {
  id: 'CLOUDWATCH-002',
  name: 'attacks-alarmed',
  title: 'An alarm about an attack reaches somebody',
  severity: 'medium',
  claims: ['3.3.3.d'],
  rationale:
    'A flood is over, or the service is down, before somebody reads a chart. Shield Advanced publishes DDoSDetected for each resource that it protects, and AWS WAF how many requests each web ACL blocks: an alarm on one of them tells people while it happens, if it names whom. Judged are alarms on these metrics. Whether the threshold is one that an attack reaches, only the usual traffic shows.',
  fix: 'Write the ARN of a topic into `alarm_actions`: `Alarms` of this library takes an `AlarmTopic`.',
  sources: [
    'https://docs.aws.amazon.com/waf/latest/developerguide/shield-metrics.html',
    'https://docs.aws.amazon.com/waf/latest/developerguide/waf-metrics.html',
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html',
  ],
  types: ['aws_cloudwatch_metric_alarm'],
  check: (alarm) => {
    const metrics = [alarm, ...alarm.blocks('metric_query').flatMap((query) => query.blocks('metric'))];
    if (!metrics.some(isOfAttacks)) return undefined;
    const enabled = configured(alarm, 'actions_enabled') ?? true;
    const actions = configured(alarm, 'alarm_actions');
    if (isUnknown(enabled)) return unknownAttribute('actions_enabled', enabled);
    if (!isTrue(enabled)) {
      return violated(`actions_enabled is ${describe(enabled)}: nobody hears of the attack`, { actions_enabled: true });
    }
    if (isUnknown(actions)) return unknownAttribute('alarm_actions', actions);
    return Array.isArray(actions) && actions.length > 0
      ? MET
      : violated(`alarm_actions is ${describe(actions)}: nobody hears of the attack`);
  },
};

function isOfAttacks(metric: Block): boolean {
  const [namespace, name] = [metric.get('namespace'), metric.get('metric_name')];
  if (typeof namespace !== 'string' || typeof name !== 'string') return false;
  return METRICS[namespace]?.test(name) ?? false;
}
