import { demandsOf } from '../../../aws/demanded';
import { describe, asNumber, isTrue, isUnknown } from '../../../terraform/value';
import { DEMANDS } from '../../../toms/demands';
import { MET, ResourceRule, undetermined, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

const MAX_DAYS = DEMANDS.keyRotationDays;
/** What KMS takes where nothing is set. */
const DEFAULT_DAYS = 365;

/** Keys that rotate. */
export const RULE: ResourceRule = {
  id: 'KMS-001',
  name: 'key-rotates',
  title: `A symmetric encryption key rotates at least every ${MAX_DAYS} days`,
  severity: 'high',
  claims: ['1.3.1.a'],
  rationale:
    'Rotation bounds how much data one key protects. KMS keeps the old key material, so what was encrypted before stays readable. Only symmetric encryption keys outside custom key stores rotate: the rule leaves out the others.',
  fix: `Use \`RotatedKey\`, or set \`enable_key_rotation\` to true and \`rotation_period_in_days\` to ${MAX_DAYS} or less.`,
  sources: [
    'https://docs.aws.amazon.com/kms/latest/developerguide/rotating-keys-enable-disable.html',
    'CIS AWS Foundations Benchmark 3.0.0, 3.6',
    'AWS Security Hub KMS.4',
  ],
  demands: ['keyRotationDays'],
  types: ['aws_kms_key'],
  check: (key) => {
    const spec = key.get('customer_master_key_spec') ?? 'SYMMETRIC_DEFAULT';
    const usage = key.get('key_usage') ?? 'ENCRYPT_DECRYPT';
    if (isUnknown(spec) || isUnknown(usage))
      return undetermined('whether the key is symmetric is only known to a plan');
    if (spec !== 'SYMMETRIC_DEFAULT' || usage !== 'ENCRYPT_DECRYPT' || key.has('custom_key_store_id')) return undefined;

    const enabled = key.get('enable_key_rotation');
    if (isUnknown(enabled)) return unknownAttribute('enable_key_rotation', enabled);
    if (!isTrue(enabled)) return violated(`enable_key_rotation is ${describe(enabled)}`, { enable_key_rotation: true });

    const period = key.get('rotation_period_in_days');
    if (isUnknown(period)) return unknownAttribute('rotation_period_in_days', period);
    const { keyRotationDays } = demandsOf(key.stack);
    if ((asNumber(period) ?? DEFAULT_DAYS) > keyRotationDays) {
      const is = period === undefined ? `not set, which means ${DEFAULT_DAYS}` : describe(period);
      return violated(`rotation_period_in_days is ${is}, more than ${keyRotationDays}`, {
        rotation_period_in_days: keyRotationDays,
      });
    }
    return MET;
  },
};
