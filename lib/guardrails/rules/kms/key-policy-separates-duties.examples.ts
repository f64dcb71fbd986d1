import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

const ROLES = 'arn:aws:iam::123456789012:';

/** Statements for everyone, narrowed to some principals. */
function managedBy(name: string): JsonObject {
  return narrowed(['kms:Put*', 'kms:ScheduleKeyDeletion'], name);
}

function usedBy(name: string): JsonObject {
  return narrowed(['kms:Decrypt', 'kms:GenerateDataKey*'], name);
}

function narrowed(actions: string[], name: string): JsonObject {
  const Condition = { ArnLike: { 'aws:PrincipalArn': ROLES + name } };
  return { Effect: 'Allow', Principal: { AWS: '*' }, Action: actions, Resource: '*', Condition };
}

/** A role that the key policy lets manage the key, whose own policy lets it use every key; the account leaves the use to IAM. */
function managedByRole(own: JsonObject, ...more: JsonObject[]): JsonObject {
  const account = 'arn:aws:iam::${data.aws_caller_identity.current.account_id}:root';
  const Condition = { ArnLike: { 'aws:PrincipalArn': '${aws_iam_role.keepers.arn}' } };
  return {
    provider: { aws: { region: 'eu-central-1' } },
    data: { aws_caller_identity: { current: {} } },
    resource: {
      aws_iam_role: { keepers: { name: 'keepers', assume_role_policy: '{}' } },
      aws_iam_role_policy: {
        keepers: {
          role: '${aws_iam_role.keepers.name}',
          policy: JSON.stringify({ Statement: [{ Effect: 'Allow', Resource: '*', ...own }] }),
        },
      },
      aws_kms_key: {
        main: {
          policy: JSON.stringify({
            Statement: [
              { Effect: 'Allow', Principal: { AWS: account }, Action: ['kms:Put*'], Resource: '*', Condition },
              { Effect: 'Allow', Principal: { AWS: account }, Action: ['kms:Decrypt'], Resource: '*' },
              ...more,
            ],
          }),
        },
      },
    },
  };
}

const DENIAL = {
  Effect: 'Deny',
  Principal: '*',
  Action: ['kms:CreateGrant', 'kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
  Resource: '*',
  Condition: { ArnLike: { 'aws:PrincipalArn': '${aws_iam_role.keepers.arn}' } },
};

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'no policy: the default one leaves the decision to the account',
      terraform: { resource: { aws_kms_key: { main: { enable_key_rotation: true } } } },
    },
    {
      title: 'administrators separate from users, those whom the account lets through S3 only',
      terraform: {
        data: { aws_caller_identity: { current: {} } },
        resource: {
          aws_kms_key: {
            main: {
              policy: JSON.stringify({
                Statement: [
                  {
                    Effect: 'Allow',
                    Principal: { AWS: 'arn:aws:iam::${data.aws_caller_identity.current.account_id}:root' },
                    Action: ['kms:Enable*', 'kms:Get*', 'kms:List*', 'kms:Put*'],
                    Resource: '*',
                  },
                  {
                    Effect: 'Allow',
                    Principal: { AWS: '${aws_iam_role.keepers.arn}' },
                    Action: ['kms:Create*', 'kms:Put*', 'kms:ScheduleKeyDeletion'],
                    Resource: '*',
                  },
                  {
                    Effect: 'Allow',
                    Principal: { AWS: 'arn:aws:iam::${data.aws_caller_identity.current.account_id}:root' },
                    Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
                    Resource: '*',
                    Condition: {
                      StringEquals: {
                        'kms:CallerAccount': '${data.aws_caller_identity.current.account_id}',
                        'kms:ViaService': 's3.eu-central-1.amazonaws.com',
                      },
                    },
                  },
                ],
              }),
            },
          },
        },
      },
    },
    {
      title: 'the policy is an aws_iam_policy_document, on a resource of its own',
      terraform: {
        data: [
          {
            aws_iam_policy_document: [
              {
                key: [
                  {
                    statement: [
                      {
                        actions: ['kms:*'],
                        resources: ['*'],
                        principals: [{ type: 'AWS', identifiers: ['123456789012'] }],
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
        resource: {
          aws_kms_key: { main: { count: 2 } },
          aws_kms_key_policy: {
            main: {
              count: 2,
              key_id: '${aws_kms_key.main[count.index].id}',
              policy: '${data.aws_iam_policy_document.key.json}',
            },
          },
        },
      },
    },
    {
      title: 'everyone, narrowed to roles that manage the key, and to others that use it',
      terraform: {
        resource: {
          aws_kms_key: {
            main: { policy: JSON.stringify({ Statement: [managedBy('role/*-keyadmin'), usedBy('role/app-*')] }) },
          },
        },
      },
    },
    {
      title: 'a role manages the key, may use it by its own policy, and is denied it by that of the key',
      terraform: managedByRole({ Action: 'kms:*' }, DENIAL),
    },
    {
      title: 'a role manages the key, and its own policies do not let it use it',
      terraform: managedByRole({ Action: ['kms:PutKeyPolicy', 'kms:GetKeyPolicy'] }),
    },
    {
      title:
        'roles that are not in the configuration manage the key, and are denied its use beside a statement for all roles',
      terraform: {
        resource: {
          aws_kms_key: {
            main: {
              policy: JSON.stringify({
                Statement: [
                  managedBy('role/keyadmin'),
                  usedBy('role/*'),
                  { ...usedBy('role/keyadmin'), Effect: 'Deny', Action: 'kms:*crypt*' },
                  { ...usedBy('role/keyadmin'), Effect: 'Deny', Action: ['kms:GenerateDataKey*', 'kms:Sign'] },
                ],
              }),
            },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'anyone may decrypt',
      terraform: {
        resource: {
          aws_kms_key: {
            main: {
              policy:
                '${jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "kms:Decrypt", Resource = "*" }] })}',
            },
          },
        },
      },
      addresses: ['aws_kms_key.main'],
    },
    {
      title: 'one role manages and uses the key, by two statements of a policy on a resource of its own',
      terraform: {
        resource: {
          aws_kms_key: { main: {} },
          aws_kms_key_policy: {
            main: {
              key_id: '${aws_kms_key.main.id}',
              policy: JSON.stringify({
                Statement: [
                  {
                    Effect: 'Allow',
                    Principal: { AWS: '${aws_iam_role.ops.arn}' },
                    Action: 'kms:Put*',
                    Resource: '*',
                  },
                  {
                    Effect: 'Allow',
                    Principal: { AWS: ['${aws_iam_role.app.arn}', '${aws_iam_role.ops.arn}'] },
                    Action: 'kms:Decrypt',
                    Resource: '*',
                  },
                ],
              }),
            },
          },
        },
      },
      addresses: ['aws_kms_key_policy.main'],
    },
    {
      title: 'everyone, narrowed to roles, manages the key, and one of these roles uses it',
      terraform: {
        resource: {
          aws_kms_key: {
            main: {
              policy: JSON.stringify({ Statement: [managedBy('role/*'), usedBy('role/app-*')] }),
            },
          },
        },
      },
      addresses: ['aws_kms_key.main'],
    },
    {
      title: 'the account, narrowed to a role, manages the key, and so narrowed uses it',
      terraform: {
        resource: {
          aws_kms_key: {
            main: {
              policy: JSON.stringify({
                Statement: [managedBy('role/ops'), usedBy('role/ops')].map((statement) => ({
                  ...statement,
                  Principal: { AWS: `${ROLES}root` },
                })),
              }),
            },
          },
        },
      },
      addresses: ['aws_kms_key.main'],
    },
    {
      title: 'a role manages the key, and uses it by its own policy, as the account may let it',
      terraform: managedByRole({ Action: 'kms:Decrypt' }),
      addresses: ['aws_kms_key.main'],
    },
    {
      title: 'a denial of the use of another role',
      terraform: managedByRole(
        { Action: 'kms:*' },
        { ...DENIAL, Condition: { ArnLike: { 'aws:PrincipalArn': `${ROLES}role/other` } } }
      ),
      addresses: ['aws_kms_key.main'],
    },
    {
      title: 'the lockout check is off',
      terraform: {
        resource: {
          aws_kms_replica_key: {
            west: { primary_key_arn: '${aws_kms_key.main.arn}', bypass_policy_lockout_safety_check: true },
          },
        },
      },
      addresses: ['aws_kms_replica_key.west'],
    },
    {
      title: 'kms:* for a role',
      terraform: {
        resource: {
          aws_kms_key: {
            main: {
              policy:
                '{"Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:role/ops"},"Action":"kms:*","Resource":"*"}]}',
            },
          },
        },
      },
      addresses: ['aws_kms_key.main'],
    },
  ],
  undetermined: [
    {
      title: 'a role manages the key, and may use it on a condition',
      terraform: managedByRole({
        Action: 'kms:Decrypt',
        Condition: { StringEquals: { 'aws:PrincipalTag/team': 'keys' } },
      }),
      addresses: ['aws_kms_key.main'],
    },
    {
      title: 'the policy is a variable',
      terraform: {
        variable: { policy: {} },
        resource: { aws_kms_key: { main: { policy: '${var.policy}' } } },
      },
      addresses: ['aws_kms_key.main'],
    },
    {
      title: 'whom kms:* is for is a variable',
      terraform: {
        variable: { owner: {} },
        resource: {
          aws_kms_key: {
            main: {
              policy: JSON.stringify({
                Statement: [{ Effect: 'Allow', Principal: { AWS: '${var.owner}' }, Action: 'kms:*', Resource: '*' }],
              }),
            },
          },
        },
      },
      addresses: ['aws_kms_key.main'],
    },
  ],
};
