import { Construct } from 'constructs';
import { CloudwatchEventRule } from '@cdktf/provider-aws/lib/cloudwatch-event-rule';
import { CloudwatchEventTarget } from '@cdktf/provider-aws/lib/cloudwatch-event-target';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import { SnsTopicPolicy } from '@cdktf/provider-aws/lib/sns-topic-policy';
import { denyPlainHttp } from '../core/perimeter';
import { serviceTrustText } from '../core/service-trust';
import { IdentityStatement, identityPolicyText, policyText } from '../core/policy';
import { IKey } from '../encryption/key';

/** Whose sessions raise the alarm, and who hears of it. */
export interface SessionAlarmProps {
  readonly name: string;
  readonly rolePrefix: string;
  readonly permissionsBoundary?: string;
  readonly instanceId: string;
  readonly topicArn?: string;
  readonly key: IKey;
  readonly region?: string;
  readonly tags: { [key: string]: string };
}

/** The topic that hears of sessions, and the role as which EventBridge publishes to it. */
export interface SessionAlarm {
  readonly topicArn: string;
  readonly role: IamRole;
}

/**
 * Sends a message to a topic whenever somebody asks for a session on an instance, by whichever document, and whether it is granted or not.
 *
 * EventBridge publishes by a role: a topic lets it in under no condition, so that the policy of the topic could not say for which rule.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html
 */
export function sessionAlarm(scope: Construct, props: SessionAlarmProps): SessionAlarm {
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
  const topicArn = props.topicArn ?? alarmTopic(scope, props);
  const role = new IamRole(scope, 'AlarmRole', {
    namePrefix: props.rolePrefix,
    description: `Publishes sessions on ${scope.node.path}`,
    assumeRolePolicy: serviceTrustText(scope, 'events.amazonaws.com', [rule.arn]),
    permissionsBoundary: props.permissionsBoundary,
    tags,
  });
  const policy = new IamRolePolicy(scope, 'AlarmRolePolicy', {
    role: role.name,
    policy: identityPolicyText(publishStatements(topicArn, props)),
  });
  new CloudwatchEventTarget(scope, 'SessionTarget', {
    rule: rule.name,
    arn: topicArn,
    roleArn: role.arn,
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
    // An event that comes before the role may publish is lost.
    dependsOn: [policy],
  });
  return { topicArn, role };
}

/** What the role may do. The key of a topic that is already there must be granted to it. */
function publishStatements(topicArn: string, { topicArn: given, key }: SessionAlarmProps): IdentityStatement[] {
  const publish = { sid: 'Publish', actions: ['sns:Publish'], resources: [topicArn] };
  if (given !== undefined) return [publish];
  return [
    publish,
    {
      sid: 'EncryptMessages',
      actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      resources: [key.keyArn],
      conditions: { StringEquals: { 'kms:EncryptionContext:aws:sns:topicArn': [topicArn] } },
    },
  ];
}

function alarmTopic(scope: Construct, { name, key, region, tags }: SessionAlarmProps): string {
  const topic = new SnsTopic(scope, 'AlarmTopic', { name, kmsMasterKeyId: key.keyArn, region, tags });
  const topicArn = topic.arn;
  new SnsTopicPolicy(scope, 'AlarmTopicPolicy', {
    arn: topicArn,
    policy: policyText(scope, 'topic', [denyPlainHttp({ actions: ['sns:Publish'], resources: [topicArn] })]),
    region,
  });
  return topicArn;
}
