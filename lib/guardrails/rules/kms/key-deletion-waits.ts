import { demandsOf } from '../../../aws/demanded';
import { asNumber, isUnknown, describe } from '../../../terraform/value';
import { DEMANDS } from '../../../toms/demands';
import { MET, ResourceRule, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

const ATTRIBUTE = 'deletion_window_in_days';
const MIN_DAYS = DEMANDS.keyDeletionDays;
const DEFAULT_DAYS = 30;

/** Keys whose deletion can be noticed and taken back. */
export const RULE: ResourceRule = {
  id: 'KMS-003',
  name: 'key-deletion-waits',
  title: `A key waits at least ${MIN_DAYS} days before it is deleted`,
  severity: 'medium',
  claims: ['1.3.1.d'],
  rationale: `What a deleted key encrypted is lost for good, backups too. The waiting period is the time in which somebody notices. KMS takes ${DEFAULT_DAYS} days by default, and 7 at least.`,
  fix: `Use \`RotatedKey\`, or set \`${ATTRIBUTE}\` to ${MIN_DAYS} or more.`,
  sources: ['https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html', 'AWS Security Hub KMS.3'],
  demands: ['keyDeletionDays'],
  types: ['aws_kms_key', 'aws_kms_external_key', 'aws_kms_replica_key', 'aws_kms_replica_external_key'],
  check: (key) => {
    const window = key.get(ATTRIBUTE);
    if (isUnknown(window)) return unknownAttribute(ATTRIBUTE, window);
    const { keyDeletionDays } = demandsOf(key.stack);
    if ((asNumber(window) ?? DEFAULT_DAYS) >= keyDeletionDays) return MET;
    return violated(`${ATTRIBUTE} is ${describe(window)}, less than ${keyDeletionDays}`, { [ATTRIBUTE]: DEFAULT_DAYS });
  },
};
