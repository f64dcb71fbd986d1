import { Json, JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

const TOPIC = 'arn:aws:sns:eu-central-1:111122223333:alarms';
const DETECTED = { namespace: 'AWS/DDoSProtection', metric_name: 'DDoSDetected' };

const alarm = (args: { readonly [name: string]: Json }): JsonObject => ({
  resource: {
    aws_cloudwatch_metric_alarm: {
      attack: {
        alarm_name: 'attack',
        comparison_operator: 'GreaterThanThreshold',
        evaluation_periods: 1,
        threshold: 0,
        ...args,
      },
    },
  },
});

const ADDRESSES = ['aws_cloudwatch_metric_alarm.attack'];

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'what Shield Advanced detects',
      terraform: alarm({ ...DETECTED, statistic: 'Sum', period: 60, alarm_actions: [TOPIC] }),
    },
    {
      title: 'what a web ACL blocks, of all requests',
      terraform: alarm({
        alarm_actions: [TOPIC],
        metric_query: [
          { id: 'part', expression: '100 * blocked / (blocked + allowed)', return_data: true },
          {
            id: 'blocked',
            metric: { namespace: 'AWS/WAFV2', metric_name: 'BlockedRequests', stat: 'Sum', period: 60 },
          },
        ],
      }),
    },
    {
      title: 'an alarm about something else',
      terraform: alarm({ namespace: 'AWS/RDS', metric_name: 'CPUUtilization' }),
    },
  ],
  fail: [
    { title: 'nobody is told', terraform: alarm(DETECTED), addresses: ADDRESSES },
    {
      title: 'actions are off',
      terraform: alarm({ ...DETECTED, alarm_actions: [TOPIC], actions_enabled: false }),
      addresses: ADDRESSES,
    },
  ],
  undetermined: [
    {
      title: 'a variable says whom',
      terraform: { ...alarm({ ...DETECTED, alarm_actions: '${var.topics}' }), variable: { topics: {} } },
      addresses: ADDRESSES,
    },
  ],
};
