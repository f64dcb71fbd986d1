import { Construct } from 'constructs';
import { EventRoutesProps, endOfTopic, routeEvents } from '../monitoring/event-routes';
import { ITopic } from '../stores/topic';

/** Who hears of jobs that failed. */
export interface JobAlarmsProps extends Omit<EventRoutesProps, 'role'> {
  readonly topic: ITopic;
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

/** Sends what AWS Backup tells of jobs that failed, of any plan of the account and region, to a topic. */
export function alarmOfFailedJobs(scope: Construct, { topic, ...props }: JobAlarmsProps): void {
  const ends = [endOfTopic(topic)];
  routeEvents(
    scope,
    FAILED.map(({ id, what, detailTypes, detail }) => ({
      id,
      description: `AWS Backup: ${what} that failed`,
      events: { pattern: { source: ['aws.backup'], 'detail-type': detailTypes, detail } },
      ends,
    })),
    { ...props, role: { id: 'AlarmRole', description: `Publishes failed backups of ${scope.node.path}` } }
  );
}
