import { demandsOf } from '../../../aws/demanded';
import { asNumber, isUnknown, describe } from '../../../terraform/value';
import { DEMANDS } from '../../../toms/demands';
import { MET, ResourceRule, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

/** Where types set the days. They have 30 by default, and 7 at least. */
const ATTRIBUTES: { readonly [type: string]: string } = {
  aws_acmpca_certificate_authority: 'permanent_deletion_time_in_days',
  aws_kms_external_key: 'deletion_window_in_days',
  aws_kms_key: 'deletion_window_in_days',
  aws_kms_replica_external_key: 'deletion_window_in_days',
  aws_kms_replica_key: 'deletion_window_in_days',
};
const MIN_DAYS = DEMANDS.keyDeletionDays;
const DEFAULT_DAYS = 30;

/** Keys whose deletion can be noticed and taken back. */
export const RULE: ResourceRule = {
  id: 'KMS-003',
  name: 'key-deletion-waits',
  title: `A key, or a certificate authority, waits at least ${MIN_DAYS} days before it is deleted`,
  severity: 'medium',
  claims: ['1.3.1.d'],
  rationale: `What a deleted key encrypted is lost for good, backups too. The waiting period is the time in which somebody notices. KMS takes ${DEFAULT_DAYS} days by default, and 7 at least. So does AWS Private CA with an authority, whose key is gone with it.`,
  fix: `Use \`RotatedKey\`, or set \`deletion_window_in_days\`, of a certificate authority \`permanent_deletion_time_in_days\`, to ${MIN_DAYS} or more.`,
  sources: [
    'https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html',
    'https://docs.aws.amazon.com/privateca/latest/userguide/PCADeleteCA.html',
    'AWS Security Hub KMS.3',
  ],
  demands: ['keyDeletionDays'],
  types: Object.keys(ATTRIBUTES),
  check: (key) => {
    const attribute = ATTRIBUTES[key.type];
    const window = key.get(attribute);
    if (isUnknown(window)) return unknownAttribute(attribute, window);
    const { keyDeletionDays } = demandsOf(key.stack);
    if ((asNumber(window) ?? DEFAULT_DAYS) >= keyDeletionDays) return MET;
    return violated(`${attribute} is ${describe(window)}, less than ${keyDeletionDays}`, { [attribute]: DEFAULT_DAYS });
  },
};
