import { Block, Stack, describe } from '../../model';
import { MET, StackRule, Verdict, undetermined, violated } from '../../rule';
import { isTrue, isUnknown } from '../../value';
import { stackPath } from './stack-path';

/** Backends whose store always encrypts, and locks by itself. */
const ENCRYPTING = ['azurerm', 'gcs'];

/** State that is kept encrypted, with a key that has a name, and locked. */
export const TF_002: StackRule = {
  id: 'TF-002',
  title: 'State is kept in a backend that encrypts and locks it',
  severity: 'high',
  measures: ['1.2.1', '9.2'],
  rationale:
    'State holds every attribute of every resource, secrets and personal data among them, in the clear. A local file is neither encrypted nor shared nor locked. S3 encrypts with a key of yours only where the backend names one, and two runs at a time ruin a state without a lock. HCP Terraform, Azure Storage and Google Cloud Storage always encrypt. Stacks that live for a test run may keep their state locally; a plan without its configuration says nothing of the backend, and is not judged.',
  fix: 'Use `EncryptedStateBackend`, or an `s3` backend with `encrypt` true, `kms_key_id` and `use_lockfile` true.',
  sources: [
    'https://developer.hashicorp.com/terraform/language/backend/s3',
    'https://developer.hashicorp.com/terraform/language/state/sensitive-data',
    'https://docs.aws.amazon.com/prescriptive-guidance/latest/terraform-aws-provider-best-practices/backend.html',
  ],
  checkStack: (stack) => {
    const verdict = stack.posture?.environment === 'ephemeral' ? undefined : judge(stack);
    return verdict
      ? [{ subject: { stack, address: 'terraform.backend', constructPath: stackPath(stack) }, verdict }]
      : [];
  },
  examples: {
    pass: [
      {
        title: 'S3 with a key and a lock file',
        terraform: {
          terraform: {
            backend: {
              s3: {
                bucket: 'state',
                key: 'orders.tfstate',
                region: 'eu-central-1',
                encrypt: true,
                kms_key_id: 'arn:aws:kms:eu-central-1:123456789012:key/1234',
                use_lockfile: true,
              },
            },
          },
          resource: { aws_kms_key: { main: { count: 2 } } },
        },
      },
      {
        title: 'S3 with a lock table, blocks as lists',
        terraform: {
          terraform: [
            { required_version: '>= 1.5' },
            {
              backend: [
                { s3: [{ bucket: 'state', encrypt: 'true', kms_key_id: 'alias/state', dynamodb_table: 'locks' }] },
              ],
            },
          ],
        },
      },
      {
        title: 'HCP Terraform',
        terraform: { terraform: { cloud: { organization: 'acme', workspaces: { name: 'orders' } } } },
      },
      {
        title: 'a local file of a test run',
        terraform: {
          '//': {
            toms: {
              version: 1,
              posture: { path: 'test', environment: 'ephemeral', dataClass: 'internal', residency: [] },
            },
          },
          terraform: { backend: { local: { path: 'terraform.tfstate' } } },
        },
      },
      {
        title: 'a plan with a module says nothing of the backend',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.keys',
                  resources: [
                    {
                      address: 'module.keys.aws_kms_key.main',
                      mode: 'managed',
                      type: 'aws_kms_key',
                      name: 'main',
                      values: {},
                    },
                  ],
                },
              ],
            },
          },
        },
      },
    ],
    fail: [
      {
        title: 'no backend: a local file',
        terraform: { resource: { aws_kms_key: { main: {} } } },
        addresses: ['terraform.backend'],
      },
      {
        title: 'the local backend that cdktf writes',
        terraform: { terraform: { backend: { local: { path: '/work/terraform.orders.tfstate' } } } },
        addresses: ['terraform.backend'],
      },
      {
        title: 'S3 without a key or a lock, blocks as lists',
        terraform: { terraform: [{ backend: [{ s3: [{ bucket: 'state', encrypt: true }] }] }] },
        addresses: ['terraform.backend'],
      },
    ],
    undetermined: [
      {
        title: 'a database',
        terraform: { terraform: { backend: { pg: {} } } },
        addresses: ['terraform.backend'],
      },
      {
        title: 'a variable decides (OpenTofu)',
        terraform: {
          variable: { key: {} },
          terraform: {
            backend: { s3: { bucket: 'state', encrypt: true, kms_key_id: '${var.key}', use_lockfile: true } },
          },
        },
        addresses: ['terraform.backend'],
      },
    ],
  },
};

function judge(stack: Stack): Verdict | undefined {
  if (!stack.backend) {
    if (stack.kind === 'plan') return undefined;
    return violated('no backend is set: the state is a file in the clear where Terraform runs');
  }
  const { type, block } = stack.backend;
  if (type === 'local') {
    const path = block.get('path');
    return violated(
      `the backend is local${path === undefined ? '' : ` (${describe(path)})`}: the state is a file in the clear`
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
