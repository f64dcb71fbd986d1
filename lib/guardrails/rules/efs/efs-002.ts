import { Model, Resource } from '../../model';
import { PolicyReading, Statement, coversAction, isOpen } from '../../policy';
import { ResourceRule, Verdict } from '../../rule';
import { allOf } from '../checks';
import { publicPolicyVerdict } from '../public-principal';
import { PolicyAttachment, plainHttpVerdict, policiesOf } from '../resource-policy';

/** How file systems and their policies are joined. */
const ATTACHMENT: PolicyAttachment = {
  type: 'aws_efs_file_system_policy',
  attribute: 'file_system_id',
  names: 'id',
  impliesResource: true,
};

/** Without it a client does nothing at all: it cannot mount. */
const MOUNT = 'elasticfilesystem:ClientMount';

const DENIAL = {
  Effect: 'Deny',
  Principal: { AWS: '*' },
  Action: '*',
  Resource: '*',
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
};

/** File systems that are only mounted over TLS, by somebody. */
export const EFS_002: ResourceRule = {
  id: 'EFS-002',
  title: 'A file system policy denies plain transport, and lets nobody mount anonymously',
  severity: 'medium',
  measures: ['1.1.1', '3.1.1'],
  rationale:
    'Without a policy EFS lets everybody mount who reaches a mount target, without TLS and without a name, and every file passes in the clear. A Deny where aws:SecureTransport is false refuses what is not encrypted. A policy that allows ClientMount to everybody refuses nobody: that the client comes by a mount target says nothing of who it is.',
  fix: 'Attach an `aws_efs_file_system_policy` that denies * to everybody on the condition Bool aws:SecureTransport = false, and allows elasticfilesystem:ClientMount and elasticfilesystem:ClientWrite to the roles that need them. Clients then mount with the EFS mount helper and its options tls and iam.',
  sources: [
    'https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html',
    'https://docs.aws.amazon.com/efs/latest/ug/encryption-in-transit.html',
  ],
  types: ['aws_efs_file_system'],
  check: (system, model) => allOf([plainHttpVerdict(model, system, ATTACHMENT, MOUNT), ...mounting(model, system)]),
  examples: {
    pass: [
      {
        title: 'one role may mount, over TLS',
        terraform: {
          resource: {
            aws_efs_file_system: { files: { count: 2 } },
            aws_efs_file_system_policy: {
              files: {
                count: 2,
                file_system_id: '${aws_efs_file_system.files[count.index].id}',
                policy: JSON.stringify({
                  Statement: [
                    {
                      Effect: 'Allow',
                      Principal: { AWS: '${aws_iam_role.shop.arn}' },
                      Action: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'],
                      Resource: '${aws_efs_file_system.files[count.index].arn}',
                    },
                    DENIAL,
                  ],
                }),
              },
            },
          },
        },
      },
      {
        title: 'the policies leave out the resource; whoever may write may not mount; in lists',
        terraform: {
          data: {
            aws_iam_policy_document: {
              files: {
                statement: [
                  {
                    effect: 'Deny',
                    actions: ['elasticfilesystem:Client*'],
                    principals: [{ type: 'AWS', identifiers: ['*'] }],
                    condition: [{ test: 'Bool', variable: 'aws:SecureTransport', values: ['false'] }],
                  },
                ],
              },
            },
          },
          resource: [
            { aws_efs_file_system: [{ files: [{}] }, { stock: [{}] }] },
            {
              aws_efs_file_system_policy: [
                {
                  files: [
                    {
                      file_system_id: '${aws_efs_file_system.files.id}',
                      policy: '${data.aws_iam_policy_document.files.json}',
                    },
                  ],
                },
                {
                  stock: [
                    {
                      file_system_id: '${aws_efs_file_system.stock.id}',
                      policy:
                        '${jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "elasticfilesystem:ClientWrite", Condition = { Bool = { "elasticfilesystem:AccessedViaMountTarget" = "true" } } }, { Effect = "Deny", Principal = "*", Action = "*", Condition = { Bool = { "aws:SecureTransport" = "false" } } }] })}',
                    },
                  ],
                },
              ],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'no policy, and one that takes plain transport',
        terraform: {
          resource: {
            aws_efs_file_system: { files: {}, stock: {} },
            aws_efs_file_system_policy: {
              stock: {
                file_system_id: '${aws_efs_file_system.stock.id}',
                policy: JSON.stringify({
                  Statement: {
                    Effect: 'Allow',
                    Principal: { AWS: '${aws_iam_role.shop.arn}' },
                    Action: 'elasticfilesystem:ClientMount',
                  },
                }),
              },
            },
          },
        },
        addresses: ['aws_efs_file_system.files', 'aws_efs_file_system.stock'],
      },
      {
        title: 'everybody may mount by a mount target',
        terraform: {
          resource: {
            aws_efs_file_system: { files: {} },
            aws_efs_file_system_policy: {
              files: {
                file_system_id: '${aws_efs_file_system.files.id}',
                policy: JSON.stringify({
                  Statement: [
                    {
                      Effect: 'Allow',
                      Principal: { AWS: '*' },
                      Action: ['elasticfilesystem:ClientWrite', 'elasticfilesystem:ClientMount'],
                      Condition: { Bool: { 'elasticfilesystem:AccessedViaMountTarget': 'true' } },
                    },
                    DENIAL,
                  ],
                }),
              },
            },
          },
        },
        addresses: ['aws_efs_file_system.files'],
      },
      {
        title: 'no policy within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.shop',
                  resources: [
                    {
                      address: 'module.shop.aws_efs_file_system.files',
                      mode: 'managed',
                      type: 'aws_efs_file_system',
                      name: 'files',
                      values: { encrypted: true },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.shop.aws_efs_file_system.files'],
      },
    ],
    undetermined: [
      {
        title: 'a variable is the policy, or names the file system',
        terraform: {
          variable: { policy: {}, system: {} },
          resource: {
            aws_efs_file_system: { files: {}, stock: {} },
            aws_efs_file_system_policy: {
              files: { file_system_id: '${aws_efs_file_system.files.id}', policy: '${var.policy}' },
              other: { file_system_id: '${var.system}', policy: JSON.stringify({ Statement: [DENIAL] }) },
            },
          },
        },
        addresses: ['aws_efs_file_system.files', 'aws_efs_file_system.stock'],
      },
    ],
  },
};

/** Who may mount, by each of the policies. */
function mounting(model: Model, system: Resource): Verdict[] {
  return policiesOf(model, system, ATTACHMENT).flatMap(
    ({ of, policy }) => publicPolicyVerdict(`the policy of ${of.address}`, aboutMounting(policy)) ?? []
  );
}

function aboutMounting(policy: PolicyReading): PolicyReading {
  if (!policy || !('statements' in policy)) return policy;
  const isAbout = ({ actions, notActions }: Statement): boolean =>
    notActions.length > 0 || actions.some((action) => isOpen(action) || coversAction(action, MOUNT));
  return { ...policy, statements: policy.statements.filter(isAbout) };
}
