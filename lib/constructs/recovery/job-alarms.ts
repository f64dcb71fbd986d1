import { Construct } from 'constructs';
import { CloudwatchEventRule } from '@cdktf/provider-aws/lib/cloudwatch-event-rule';
import { CloudwatchEventTarget } from '@cdktf/provider-aws/lib/cloudwatch-event-target';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { accountOf } from '../core/account';
import { shortName } from '../core/names';
import { trustPolicyText } from '../core/policy';
import { Posture } from '../core/posture';
import { ITopic } from '../stores/topic';

/** Who hears of jobs that failed. */
export interface JobAlarmsProps {
  readonly topic: ITopic;
  readonly region?: string;
  readonly tags: { [key: string]: string };
  readonly permissionsBoundary?: string;
}

/** Jobs that AWS Backup tells EventBridge of, and how it says that one failed. Restores have a status, where the others have a state. */
interface FailedJobs {
  readonly id: string;
  readonly what: string;
  readonly detailTypes: readonly string[];
  readonly detail: { readonly [name: string]: readonly string[] };
}

/**
 * A job that did not begin within its window has expired, and one that left something out is partial.
 *
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html
 */
const FAILED: readonly FailedJobs[] = [
  {
    id: 'FailedBackups',
    what: 'backups and copies',
    detailTypes: ['Backup Job State Change', 'Copy Job State Change'],
    detail: { state: ['ABORTED', 'EXPIRED', 'FAILED', 'PARTIAL'] },
  },
  {
    id: 'FailedRestores',
    what: 'restores',
    detailTypes: ['Restore Job State Change'],
    detail: { status: ['ABORTED', 'FAILED'] },
  },
];

/**
 * Sends what AWS Backup tells of jobs that failed, of any plan of the account and region, to a topic.
 *
 * EventBridge publishes by a role: a topic lets it in under no condition, so that the policy of the topic could not say for which rule.
 */
export function alarmOfFailedJobs(scope: Construct, props: JobAlarmsProps): void {
  const { topic, region, tags } = props;
  const prefix = shortName(scope, Posture.of(scope), 37);
  const name = shortName(scope, Posture.of(scope), 48);
  const rules = FAILED.map(({ id, what, detailTypes, detail }) => {
    const suffix = id.replace(/([a-z])([A-Z])/, '$1-$2').toLowerCase();
    return new CloudwatchEventRule(scope, id, {
      name: `${name}-${suffix}`,
      description: `AWS Backup: ${what} that failed`,
      eventPattern: JSON.stringify({ source: ['aws.backup'], 'detail-type': detailTypes, detail }),
      region,
      tags,
    });
  });
  const role = new IamRole(scope, 'AlarmRole', {
    namePrefix: `${prefix}-`,
    description: `Publishes failed backups of ${scope.node.path}`,
    assumeRolePolicy: trustPolicyText(
      { Service: ['events.amazonaws.com'] },
      {
        ArnEquals: { 'aws:SourceArn': rules.map(({ arn }) => arn) },
        StringEquals: { 'aws:SourceAccount': [accountOf(scope).id] },
      }
    ),
    permissionsBoundary: props.permissionsBoundary,
    tags,
  });
  topic.grantPublish(role);
  rules.forEach((rule, at) => {
    new CloudwatchEventTarget(scope, `${FAILED[at].id}Target`, {
      rule: rule.name,
      arn: topic.topicArn,
      roleArn: role.arn,
      region,
    });
  });
}
