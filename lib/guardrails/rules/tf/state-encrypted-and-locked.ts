import { recordOf } from '../../../aws/declared';
import { stackPath } from '../../../aws/stack-path';
import { Block } from '../../../terraform/block';
import { Stack } from '../../../terraform/stack';
import { isTrue, isUnknown, describe } from '../../../terraform/value';
import { MET, StackRule, Verdict, undetermined, violated } from '../../rule';

/** Backends whose store always encrypts, and locks by itself. */
const ENCRYPTING = ['azurerm', 'gcs'];

/** State that is kept encrypted, with a key that has a name, and locked. */
export const RULE: StackRule = {
  id: 'TF-002',
  name: 'state-encrypted-and-locked',
  title: 'State is kept in a backend that encrypts and locks it',
  severity: 'high',
  claims: ['1.2.1.f', '9.2.b'],
  rationale:
    'State holds every attribute of every resource, secrets and personal data among them, unencrypted. A local file is neither encrypted nor shared nor locked. S3 encrypts with a key of yours only where the backend names one, and two runs at a time ruin a state without a lock. HCP Terraform, Azure Storage and Google Cloud Storage always encrypt. Stacks that live for a test run may keep their state locally; a plan without its configuration says nothing of the backend, and is not judged.',
  fix: 'Use `EncryptedStateBackend`, or an `s3` backend with `encrypt` true, `kms_key_id` and `use_lockfile` true.',
  sources: [
    'https://developer.hashicorp.com/terraform/language/backend/s3',
    'https://developer.hashicorp.com/terraform/language/state/sensitive-data',
    'https://docs.aws.amazon.com/prescriptive-guidance/latest/terraform-aws-provider-best-practices/backend.html',
  ],
  checkStack: (stack) => {
    const verdict = recordOf(stack).posture?.environment === 'ephemeral' ? undefined : judge(stack);
    return verdict
      ? [{ subject: { stack, address: 'terraform.backend', constructPath: stackPath(stack) }, verdict }]
      : [];
  },
};

function judge(stack: Stack): Verdict | undefined {
  if (!stack.backend) {
    if (stack.kind === 'plan') return undefined;
    return violated('no backend is set: the state is an unencrypted file where Terraform runs');
  }
  const { type, block } = stack.backend;
  if (type === 'local') {
    const path = block.get('path');
    return violated(
      `the backend is local${path === undefined ? '' : ` (${describe(path)})`}: the state is an unencrypted file`
    );
  }
  if (type === 's3') return judgeS3(block);
  if (type === 'cloud' || type === 'remote') return judgeHcp(type, block);
  if (ENCRYPTING.includes(type)) return MET;
  return undetermined(`the backend is ${type}: whether its store encrypts the state stands in no configuration`);
}

function judgeS3(block: Block): Verdict {
  const values = ['encrypt', 'kms_key_id', 'use_lockfile', 'dynamodb_table'].map((name) => block.get(name));
  const [encrypt, key, lockFile, lockTable] = values;
  const problems: string[] = [];
  if (!isTrue(encrypt) && !isUnknown(encrypt)) problems.push(`encrypt is ${describe(encrypt)}`);
  if (key === undefined || key === '') problems.push(`kms_key_id is ${describe(key)}, so no key of yours is used`);
  const isLocked = isTrue(lockFile) || isUnknown(lockFile) || (lockTable !== undefined && lockTable !== '');
  if (!isLocked) problems.push(`use_lockfile is ${describe(lockFile)}, so two runs at a time are not kept apart`);
  if (problems.length > 0) return violated(`the backend is s3: ${problems.join('; ')}`);
  const open = values.find(isUnknown);
  return open ? undetermined(`the backend is s3, and ${describe(open)} decides how it encrypts and locks`) : MET;
}

/** Terraform Enterprise speaks the same protocol, on a host of its own. */
function judgeHcp(type: string, block: Block): Verdict {
  const host = block.get('hostname') ?? 'app.terraform.io';
  if (host === 'app.terraform.io' || host === 'app.eu.terraform.io') return MET;
  return undetermined(
    `the backend is ${type} on ${describe(host)}: whether that host encrypts the state stands in no configuration`
  );
}
