import { Json, JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

/** For the examples: one account, as providers name it. */
const provider: Json = { aws: [{ region: 'eu-central-1', allowed_account_ids: ['111122223333'] }] };

const ALARM = { alarm_name: 'logins', alarm_actions: ['${aws_sns_topic.alarms.arn}'] };
const FOR_ACCOUNT = { StringEquals: { 'aws:SourceAccount': '111122223333' } };

// Shapes such as blocks as lists, `count` and a plan need no examples: tests make them of these.
export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'an alarm, and a topic with the policy that SNS gives it',
      terraform: {
        resource: { aws_sns_topic: { alarms: {} }, aws_cloudwatch_metric_alarm: { logins: ALARM } },
        provider,
      },
    },
    {
      title: 'an alarm, and a topic and a key that allow CloudWatch for the account',
      terraform: {
        resource: {
          ...topic(publishing('cloudwatch.amazonaws.com', FOR_ACCOUNT), using('cloudwatch.amazonaws.com', FOR_ACCOUNT)),
          aws_cloudwatch_metric_alarm: { logins: ALARM },
        },
        provider,
      },
    },
    {
      title: 'a rule of EventBridge, which is allowed without a condition',
      terraform: { resource: { ...topic(publishing('events.amazonaws.com')), ...rule() }, provider },
    },
    {
      title: 'a queue that subscribes to a topic, and one of another configuration',
      terraform: {
        resource: {
          aws_sns_topic: { alarms: {} },
          aws_sqs_queue: { inbox: { policy: sending() } },
          aws_sns_topic_subscription: {
            inbox: subscription('${aws_sqs_queue.inbox.arn}'),
            other: subscription('arn:aws:sqs:eu-central-1:444455556666:other'),
            mail: { topic_arn: '${aws_sns_topic.alarms.arn}', protocol: 'email', endpoint: 'soc@example.org' },
          },
        },
        provider,
      },
    },
    {
      title: 'a rule on a bus of its own, and a queue that lets in this rule',
      terraform: { resource: ruleOfBus('${aws_cloudwatch_event_rule.paid.arn}'), provider },
    },
    {
      title: 'the same, by the ARN of the rule',
      terraform: {
        resource: ruleOfBus('arn:aws:events:eu-central-1:111122223333:rule/orders/paid', 'orders'),
        provider,
      },
    },
  ],
  fail: [
    {
      title: 'a queue without a policy, of which a topic is told',
      terraform: {
        resource: {
          aws_sns_topic: { alarms: {} },
          aws_sqs_queue: { inbox: {} },
          aws_sns_topic_subscription: { inbox: subscription('${aws_sqs_queue.inbox.arn}') },
        },
      },
      addresses: ['aws_sns_topic_subscription.inbox'],
    },
    {
      title: 'an alarm, and a key that does not allow CloudWatch',
      terraform: {
        resource: {
          ...topic(publishing('cloudwatch.amazonaws.com'), using('sns.amazonaws.com')),
          aws_cloudwatch_metric_alarm: { logins: ALARM },
        },
        provider,
      },
      addresses: ['aws_cloudwatch_metric_alarm.logins'],
    },
    {
      title: 'an alarm, and the key that AWS manages for SNS',
      terraform: {
        resource: {
          aws_sns_topic: { alarms: { kms_master_key_id: 'alias/aws/sns' } },
          aws_cloudwatch_metric_alarm: { logins: ALARM },
        },
        provider,
      },
      addresses: ['aws_cloudwatch_metric_alarm.logins'],
    },
    {
      title: 'a queue that lets in a rule of the default bus, and a rule of that name on a bus of its own',
      terraform: {
        resource: ruleOfBus('arn:aws:events:eu-central-1:111122223333:rule/paid'),
        provider,
      },
      addresses: ['aws_cloudwatch_event_target.paid'],
    },
    {
      title: 'a rule of EventBridge under a condition on its source, which it does not name to SNS',
      terraform: {
        resource: {
          ...topic(
            publishing('events.amazonaws.com', {
              ArnEquals: { 'aws:SourceArn': '${aws_cloudwatch_event_rule.keys.arn}' },
            })
          ),
          ...rule(),
        },
        provider,
      },
      addresses: ['aws_cloudwatch_event_target.keys'],
    },
  ],
  undetermined: [
    {
      title: 'a variable holds the policy of the topic, or the queue',
      terraform: {
        variable: { policy: {}, queue: {} },
        resource: {
          aws_sns_topic: { alarms: { policy: '${var.policy}' } },
          aws_cloudwatch_metric_alarm: { logins: ALARM },
          aws_sns_topic_subscription: { inbox: subscription('${var.queue}') },
        },
        provider,
      },
      addresses: ['aws_cloudwatch_metric_alarm.logins', 'aws_sns_topic_subscription.inbox'],
    },
  ],
};

function policy(...statements: JsonObject[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements.map((one) => ({ Effect: 'Allow', ...one })) });
}

function publishing(Service: string, Condition?: JsonObject): string {
  return policy({ Principal: { Service }, Action: 'sns:Publish', Resource: '*', ...(Condition ? { Condition } : {}) });
}

function sending(): string {
  const Condition = { ArnEquals: { 'aws:SourceArn': '${aws_sns_topic.alarms.arn}' } };
  return policy({ Principal: { Service: 'sns.amazonaws.com' }, Action: 'sqs:SendMessage', Resource: '*', Condition });
}

function using(Service: string, Condition?: JsonObject): string {
  const Action = ['kms:GenerateDataKey*', 'kms:Decrypt'];
  return policy({ Principal: { Service }, Action, Resource: '*', ...(Condition ? { Condition } : {}) });
}

function topic(access: string, key?: string): { readonly [type: string]: JsonObject } {
  return {
    ...(key === undefined ? {} : { aws_kms_key: { alarms: { policy: key } } }),
    aws_sns_topic: {
      alarms: { policy: access, ...(key === undefined ? {} : { kms_master_key_id: '${aws_kms_key.alarms.arn}' }) },
    },
  };
}

function rule(): { readonly [type: string]: JsonObject } {
  return {
    aws_cloudwatch_event_rule: { keys: { name: 'keys' } },
    aws_cloudwatch_event_target: {
      keys: { rule: '${aws_cloudwatch_event_rule.keys.name}', arn: '${aws_sns_topic.alarms.arn}' },
    },
  };
}

/** A queue that lets in one source, and a rule on a bus that sends to it. */
function ruleOfBus(
  source: string,
  bus = '${aws_cloudwatch_event_bus.orders.name}'
): {
  readonly [type: string]: JsonObject;
} {
  const Condition = { ArnEquals: { 'aws:SourceArn': source } };
  const statement = {
    Principal: { Service: 'events.amazonaws.com' },
    Action: 'sqs:SendMessage',
    Resource: '*',
    Condition,
  };
  return {
    aws_cloudwatch_event_bus: { orders: { name: 'orders' } },
    aws_cloudwatch_event_rule: { paid: { name: 'paid', event_bus_name: bus } },
    aws_cloudwatch_event_target: {
      paid: { rule: '${aws_cloudwatch_event_rule.paid.name}', arn: '${aws_sqs_queue.paid.arn}' },
    },
    aws_sqs_queue: { paid: { name: 'paid', policy: policy(statement) } },
  };
}

function subscription(endpoint: string): JsonObject {
  return { topic_arn: '${aws_sns_topic.alarms.arn}', protocol: 'sqs', endpoint };
}
