import { holdsPersonalData, isEphemeral } from '../../../aws/declared';
import { Resource } from '../../../terraform/stack';
import { asNumber, isTrue, isUnknown, describe } from '../../../terraform/value';
import { DEMANDS } from '../../../toms/demands';
import { MET, ResourceRule, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

const MIN_DAYS = DEMANDS.keyDeletionDays;
const DEFAULT_DAYS = 30;

/** Keys whose deletion can be noticed and taken back. */
export const RULE: ResourceRule = {
  id: 'KMS-003',
  name: 'key-deletion-waits',
  title: `A key waits at least ${MIN_DAYS} days before it is deleted, and Terraform refuses to destroy one of personal data`,
  severity: 'medium',
  measures: ['1.3.1'],
  rationale: `What a deleted key encrypted is lost for good, backups too. The waiting period is the time in which somebody notices. KMS takes ${DEFAULT_DAYS} days where nothing is said, and 7 at least. A plan made without its configuration does not show the lifecycle: only the waiting period is judged then. Environments that live for a test run may destroy their keys.`,
  fix: `Use \`RotatedKey\`, or set \`deletion_window_in_days\` to ${MIN_DAYS} or more and \`lifecycle.prevent_destroy\` to true.`,
  sources: [
    'https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html',
    'https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle',
    'AWS Security Hub KMS.3',
  ],
  types: ['aws_kms_key', 'aws_kms_external_key', 'aws_kms_replica_key', 'aws_kms_replica_external_key'],
  check: (key) => {
    const problems: string[] = [];
    const mend: { [attribute: string]: number | boolean } = {};

    const window = key.get('deletion_window_in_days');
    const days = isUnknown(window) ? DEFAULT_DAYS : (asNumber(window) ?? DEFAULT_DAYS);
    if (days < MIN_DAYS) {
      problems.push(`deletion_window_in_days is ${describe(window)}, less than ${MIN_DAYS}`);
      mend.deletion_window_in_days = DEFAULT_DAYS;
    }

    const prevented = key.get('lifecycle.prevent_destroy');
    if (
      showsLifecycle(key) &&
      holdsPersonalData(key) &&
      !isEphemeral(key) &&
      !isTrue(prevented) &&
      !isUnknown(prevented)
    ) {
      problems.push(
        `lifecycle.prevent_destroy is ${describe(prevented)}: one apply may delete the key that personal data needs`
      );
      mend['lifecycle.prevent_destroy'] = true;
    }

    if (problems.length > 0) return violated(problems.join('; '), mend);
    if (isUnknown(window)) return unknownAttribute('deletion_window_in_days', window);
    if (isUnknown(prevented)) return unknownAttribute('lifecycle.prevent_destroy', prevented);
    return MET;
  },
};

/** A plan carries the lifecycle only where its configuration was read beside it, which is where construct paths come from. */
function showsLifecycle(key: Resource): boolean {
  return key.stack.kind === 'configuration' || key.constructPath !== undefined || key.has('lifecycle');
}
