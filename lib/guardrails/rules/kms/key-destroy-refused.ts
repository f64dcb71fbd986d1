import { holdsPersonalData, isEphemeral } from '../../../aws/declared';
import { showsLifecycle } from '../../../terraform/shows-lifecycle';
import { ResourceRule } from '../../rule';
import { requireTrue } from '../../verdicts/checks';

/** Keys that no apply deletes. */
export const RULE: ResourceRule = {
  id: 'KMS-005',
  name: 'key-destroy-refused',
  title: 'Terraform refuses to destroy a key of personal data',
  severity: 'medium',
  claims: ['1.3.1.k', '3.2.1.e'],
  rationale:
    'What a deleted key encrypted is lost for good, backups too. With `prevent_destroy` Terraform refuses every plan that would delete the key. A plan made without its configuration does not show the lifecycle, and is not judged. Environments that live for a test run may destroy their keys.',
  fix: 'Use `RotatedKey`, or set `lifecycle.prevent_destroy` to true.',
  sources: [
    'https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html',
    'https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle',
  ],
  types: ['aws_kms_key', 'aws_kms_external_key', 'aws_kms_replica_key', 'aws_kms_replica_external_key'],
  check: (key) => {
    if (!showsLifecycle(key) || !holdsPersonalData(key) || isEphemeral(key)) return undefined;
    return requireTrue(key, 'lifecycle.prevent_destroy', 'one apply may delete the key that personal data needs');
  },
};
