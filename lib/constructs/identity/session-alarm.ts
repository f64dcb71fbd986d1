import { Construct } from 'constructs';
import { CloudwatchEventRule } from '@cdktf/provider-aws/lib/cloudwatch-event-rule';
import { CloudwatchEventTarget } from '@cdktf/provider-aws/lib/cloudwatch-event-target';
import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import { SnsTopicPolicy } from '@cdktf/provider-aws/lib/sns-topic-policy';
import { accountOf } from '../core/account';
import { Effect, policyText } from '../core/policy';
import { IKey } from '../encryption/key';
import { RotatedKey } from '../encryption/rotated-key';

/** Whose sessions raise the alarm, and who hears of it. */
export interface SessionAlarmProps {
  readonly name: string;
  readonly instanceId: string;
  readonly topicArn?: string;
  readonly key: IKey;
  readonly region?: string;
  readonly tags: { [key: string]: string };
}

/**
 * Sends a message to a topic whenever somebody asks for a session on an instance, by whichever document, and whether it is granted or not.
 * It returns the ARN of the topic.
 */
export function sessionAlarm(scope: Construct, props: SessionAlarmProps): string {
  const { name, instanceId, region, tags } = props;
  const rule = new CloudwatchEventRule(scope, 'SessionRule', {
    name,
    description: `Sessions on ${scope.node.path}`,
    eventPattern: JSON.stringify({
      source: ['aws.ssm'],
      'detail-type': ['AWS API Call via CloudTrail'],
      detail: {
        eventSource: ['ssm.amazonaws.com'],
        eventName: ['StartSession'],
        requestParameters: { target: [instanceId] },
      },
    }),
    region,
    tags,
  });
  const topicArn = props.topicArn ?? alarmTopic(scope, props, rule.arn);
  new CloudwatchEventTarget(scope, 'SessionTarget', {
    rule: rule.name,
    arn: topicArn,
    inputTransformer: {
      inputPaths: {
        target: '$.detail.requestParameters.target',
        caller: '$.detail.userIdentity.arn',
        source: '$.detail.sourceIPAddress',
        time: '$.detail.eventTime',
      },
      inputTemplate: '"<caller> called StartSession on the bastion host <target> from <source> at <time>"',
    },
    region,
  });
  return topicArn;
}

function alarmTopic(scope: Construct, { name, key, region, tags }: SessionAlarmProps, ruleArn: string): string {
  if (key instanceof RotatedKey) letEventsUse(key, region);
  const topic = new SnsTopic(scope, 'AlarmTopic', { name, kmsMasterKeyId: key.keyArn, region, tags });
  const topicArn = topic.arn;
  new SnsTopicPolicy(scope, 'AlarmTopicPolicy', {
    arn: topicArn,
    policy: policyText(scope, 'topic', [
      {
        sid: 'DenyPlainHttp',
        effect: Effect.DENY,
        principals: { '*': ['*'] },
        actions: ['sns:Publish'],
        resources: [topicArn],
        conditions: { Bool: { 'aws:SecureTransport': ['false'] } },
      },
      {
        sid: 'Sessions',
        principals: { Service: ['events.amazonaws.com'] },
        actions: ['sns:Publish'],
        resources: [topicArn],
        conditions: { ArnEquals: { 'aws:SourceArn': [ruleArn] } },
      },
    ]),
    region,
  });
  return topicArn;
}

const LET_EVENTS_USE = Symbol.for('cdktf-aws-toms/LetEventsUse');

/**
 * Lets EventBridge publish to the encrypted topics of this account, once a key. SNS does not deliver from EventBridge where a key policy asks
 * for `aws:SourceAccount` or `aws:SourceArn`: the encryption context says whose topics instead.
 */
function letEventsUse(key: RotatedKey, region: string | undefined): void {
  if (LET_EVENTS_USE in key) return;
  Object.defineProperty(key, LET_EVENTS_USE, { value: true });
  const account = accountOf(key);
  const topics = `arn:${account.partition}:sns:${region ?? account.region}:${account.id}:*`;
  key.addToResourcePolicy({
    sid: 'EventBridge',
    principals: { Service: ['events.amazonaws.com'] },
    actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
    resources: ['*'],
    conditions: { ArnLike: { 'kms:EncryptionContext:aws:sns:topicArn': [topics] } },
  });
}
