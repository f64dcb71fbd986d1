import { Construct } from 'constructs';
import { CloudwatchMetricAlarm } from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { SfnStateMachine } from '@cdktf/provider-aws/lib/sfn-state-machine';
import { Account, accountOf } from '../core/account';
import { shortName } from '../core/names';
import { identityPolicyText } from '../core/policy';
import { serviceTrustText } from '../core/service-trust';
import { Posture } from '../core/posture';
import { IKey } from '../encryption/key';
import { RotatedKey } from '../encryption/rotated-key';
import { LOG_DELIVERY_RIGHTS } from '../logging/log-delivery-policy';
import { RetainedLogGroup } from '../logging/retained-log-group';
import { EncryptedTopic } from '../stores/encrypted-topic';
import { ITopic } from '../stores/topic';
import { Deadline } from './remediation-days';

/** What is due when, and who hears of what is late. */
export interface OverdueCheckProps {
  readonly deadlines: readonly Deadline[];
  readonly topic: ITopic;
  readonly key: IKey;
  readonly region?: string;
  readonly tags: { [key: string]: string };
  readonly permissionsBoundary?: string;
}

/** Findings that are looked at: more would not fit into what a state hands on. */
const MOST = 10;

/**
 * Asks Amazon Inspector for vulnerabilities that are older than their deadline, and tells a topic of them. It has no code of its own, so that there is none to patch.
 *
 * The alarm tells of a day without a check that ended well, for whatever reason.
 *
 * @see https://docs.aws.amazon.com/inspector/v2/APIReference/API_ListFindings.html
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html
 */
export function overdueCheck(scope: Construct, props: OverdueCheckProps): SfnStateMachine {
  const { topic, key, region, permissionsBoundary, tags } = props;
  const posture = Posture.of(scope);
  const account = accountOf(scope);
  const name = shortName(scope, posture, 80);
  const log = new RetainedLogGroup(scope, 'OverdueLog', { encryptionKey: key, region });
  const arn = `arn:${account.partition}:states:${region ?? account.region}:${account.id}:stateMachine:${name}`;
  const role = new IamRole(scope, 'OverdueRole', {
    namePrefix: `${shortName(scope, posture, 37)}-`,
    description: `Looks for overdue vulnerabilities for ${scope.node.path}`,
    assumeRolePolicy: serviceTrustText(scope, 'states.amazonaws.com', [arn]),
    permissionsBoundary,
    tags,
  });
  const policy = new IamRolePolicy(scope, 'OverdueRights', {
    role: role.name,
    policy: identityPolicyText([{ actions: ['inspector2:ListFindings'], resources: ['*'] }, LOG_DELIVERY_RIGHTS]),
  });
  topic.grantPublish(role);
  key.grantEncryptDecrypt(role);
  letLogsDecrypt(key, region);
  const machine = new SfnStateMachine(scope, 'Overdue', {
    name,
    roleArn: role.arn,
    definition: JSON.stringify(definition(account, props)),
    encryptionConfiguration: {
      type: 'CUSTOMER_MANAGED_KMS_KEY',
      kmsKeyId: key.keyArn,
      kmsDataKeyReusePeriodSeconds: 900,
    },
    loggingConfiguration: { level: 'ERROR', includeExecutionData: false, logDestination: `${log.logGroupArn}:*` },
    region,
    tags,
    dependsOn: [policy],
  });
  if (topic instanceof EncryptedTopic) topic.allowService('cloudwatch.amazonaws.com');
  new CloudwatchMetricAlarm(scope, 'OverdueUnchecked', {
    alarmName: `${shortName(scope, posture, 200)}-overdue-unchecked`,
    alarmDescription: 'For a day nobody looked for overdue vulnerabilities: see the executions of the state machine.',
    namespace: 'AWS/States',
    metricName: 'ExecutionsSucceeded',
    dimensions: { StateMachineArn: machine.arn },
    statistic: 'Sum',
    period: 86_400,
    evaluationPeriods: 1,
    comparisonOperator: 'LessThanThreshold',
    threshold: 1,
    treatMissingData: 'breaching',
    alarmActions: [topic.topicArn],
    okActions: [topic.topicArn],
    region,
    tags,
  });
  return machine;
}

/** Step Functions hands its log on encrypted, and CloudWatch Logs decrypts it before it writes. */
function letLogsDecrypt(key: IKey, region: string | undefined): void {
  if (!(key instanceof RotatedKey)) return;
  const account = accountOf(key);
  const arn = `arn:${account.partition}:logs:${region ?? account.region}:${account.id}:*`;
  key.addToResourcePolicy({
    sid: 'StepFunctionsLogs',
    principals: { Service: ['delivery.logs.amazonaws.com'] },
    actions: ['kms:Decrypt*'],
    resources: ['*'],
    conditions: { StringEquals: { 'kms:EncryptionContext:SourceArn': [arn] } },
  });
}

/** The state machine: for each severity it asks, and where there is something it tells. */
function definition({ partition }: Account, { deadlines, topic }: OverdueCheckProps): object {
  const equals = (value: string): object[] => [{ Comparison: 'EQUALS', Value: value }];
  const retry = [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 30, MaxAttempts: 5, BackoffRate: 2 }];
  return {
    QueryLanguage: 'JSONata',
    StartAt: 'EachSeverity',
    States: {
      EachSeverity: {
        Type: 'Map',
        Items: deadlines,
        ItemProcessor: {
          ProcessorConfig: { Mode: 'INLINE' },
          StartAt: 'List',
          States: {
            List: {
              Type: 'Task',
              Resource: `arn:${partition}:states:::aws-sdk:inspector2:listFindings`,
              Arguments: {
                FilterCriteria: {
                  FindingStatus: equals('ACTIVE'),
                  Severity: equals('{% $states.input.severity %}'),
                  FirstObservedAt: [{ EndInclusive: '{% $fromMillis($millis() - $states.input.days * 86400000) %}' }],
                },
                MaxResults: MOST,
              },
              // A page may be empty, and have another one after it.
              Output:
                "{% $merge([$states.input, {'count': $count($states.result.Findings), 'more': $exists($states.result.NextToken), 'titles': [$states.result.Findings.Title]}]) %}",
              Retry: retry,
              Next: 'AreThere',
            },
            AreThere: {
              Type: 'Choice',
              Choices: [{ Condition: '{% $states.input.count > 0 or $states.input.more %}', Next: 'Tell' }],
              Default: 'None',
            },
            Tell: {
              Type: 'Task',
              Resource: `arn:${partition}:states:::sns:publish`,
              Arguments: {
                TopicArn: topic.topicArn,
                Subject: 'Overdue vulnerabilities',
                Message:
                  "{% $string($states.input.count) & ($states.input.more ? ' or more' : '') & ' vulnerabilities of severity ' & $states.input.severity & ' are older than ' & $string($states.input.days) & ' days: ' & $join($states.input.titles, '; ') %}",
              },
              Retry: retry,
              End: true,
            },
            None: { Type: 'Succeed' },
          },
        },
        End: true,
      },
    },
  };
}
