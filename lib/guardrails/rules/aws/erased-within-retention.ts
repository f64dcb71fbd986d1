import { holdsPersonalData } from '../../../aws/declared';
import { ERASURE_RULE } from '../../../erasure/erasure-part';
import { ERASURE_TYPES, hasCopies, horizonOf } from '../../../erasure/horizon';
import { DEMANDS } from '../../../toms/demands';
import { MET, ResourceRule, undetermined, violated } from '../../rule';

/** Deletions that take effect everywhere, and in time. */
export const RULE: ResourceRule = {
  id: 'AWS-012',
  name: 'erased-within-retention',
  title: `What was deleted from a store of personal data is gone everywhere within the declared retention, and ${DEMANDS.deletionDelayDays} days in which AWS deletes`,
  severity: 'medium',
  claims: ['2.3.a', '11.2.c'],
  rationale:
    'A record that somebody deletes lives on in noncurrent versions, replicas, point-in-time recovery, snapshots and backups. Erasure is done when the last of them lets go, and each that keeps it for longer than the data itself may be kept breaks the schedule without anybody noticing. Judged is each place with the days before it, as the erasure horizon adds them up, against the retention that the posture or the tag tom:retention-days declares. AWS takes up to 3 days to delete what is due: these count in the horizon, and are tolerated beyond the retention. What a rule of its own names is left to it: versions (S3-008), Object Lock (S3-013), replication (S3-014), log groups (LOGS-002), queues (SQS-004), streams (KINESIS-002), plans and vaults of AWS Backup that are personal themselves (BACKUP-001, BACKUP-002). So are the days of backups that another rule demands. A bucket without replicas and backups has no other place, and is not judged here. Buckets of logs are kept for a purpose of their own. Snapshots that a person, or a service that this configuration does not name, makes are not seen.',
  fix: 'Let what the message names end within the declared retention: shorter backups or point-in-time recovery, a lifecycle for the replica, no snapshot that nothing deletes. Where a duty demands the longer time, declare it for this store by the tag tom:retention-days.',
  sources: [
    'https://eur-lex.europa.eu/eli/reg/2016/679/oj (Art. 5(1)(e), 17)',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-what-is-isnot-replicated.html',
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html',
    'https://docs.aws.amazon.com/efs/latest/ug/automatic-backups.html',
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-snapshots.html',
  ],
  types: ERASURE_TYPES,
  check: (store, model) => {
    if (!holdsPersonalData(store) || !hasCopies(model, store)) return undefined;
    const horizon = horizonOf(model, store);
    if (horizon?.retention === undefined) return undefined;
    const own = horizon.conflicts.filter(({ rule }) => rule === ERASURE_RULE);
    if (own.length > 0) return violated(own.map(({ message }) => message).join('; '));
    const open = horizon.parts.find(({ held }) => held === 'undetermined');
    if (open) return undetermined(`how long what was deleted lives on: ${open.because}`);
    return horizon.retention === 'undetermined'
      ? undetermined('how long the data may be kept, which the tag tom:retention-days says, only a plan can tell')
      : MET;
  },
};
