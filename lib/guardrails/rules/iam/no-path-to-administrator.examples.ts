import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

const ADMIN = 'arn:aws:iam::aws:policy/AdministratorAccess';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'passes roles to Lambda, which none with every right trusts',
      terraform: { resource: passing('ec2.amazonaws.com') },
    },
    {
      title: 'passes roles to one service only, makes roles within a boundary, and reaches a role that is bound',
      terraform: {
        resource: {
          aws_iam_role: {
            admin: administrator({ Service: 'lambda.amazonaws.com' }),
            bound: {
              ...administrator({ AWS: '${aws_iam_role.deploy.arn}' }),
              permissions_boundary: '${aws_iam_policy.boundary.arn}',
            },
            deploy: role('deploy'),
          },
          aws_iam_policy: { boundary: document([{ Action: 's3:*', Resource: '*' }]) },
          aws_iam_role_policy: {
            deploy: policy('deploy', [
              {
                Action: 'iam:PassRole',
                Resource: '*',
                Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
              },
              { Action: 'lambda:*', Resource: '*' },
              {
                Action: ['iam:CreateRole', 'iam:PutRolePolicy'],
                Resource: 'arn:aws:iam::*:role/app-*',
                Condition: { StringEquals: { 'iam:PermissionsBoundary': '${aws_iam_policy.boundary.arn}' } },
              },
            ]),
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'a function with the role of an administrator',
      terraform: { resource: passing('lambda.amazonaws.com') },
      addresses: ['aws_iam_role.deploy'],
    },
    {
      title: 'in two steps, by a policy of its own, by keys, by a group, and by somebody new',
      terraform: {
        resource: {
          aws_iam_group: { admins: { name: 'admins' } },
          aws_iam_group_policy_attachment: { admins: { group: 'admins', policy_arn: ADMIN } },
          aws_iam_policy: {
            own: document([{ Action: 'iam:CreatePolicyVersion', Resource: 'arn:aws:iam::*:policy/own' }], 'own'),
          },
          aws_iam_role: {
            admin: administrator({ AWS: 'arn:aws:iam::111122223333:root' }),
            first: role('first'),
            maker: role('maker'),
            second: { ...role('second'), assume_role_policy: trust({ AWS: 'arn:aws:iam::111122223333:role/first' }) },
            versions: role('versions'),
          },
          aws_iam_role_policy: {
            maker: policy('maker', [
              {
                Action: ['iam:CreateUser', 'iam:PutUserPolicy', 'iam:CreateAccessKey'],
                Resource: 'arn:aws:iam::*:user/x-*',
              },
            ]),
            second: policy('second', [{ Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::111122223333:role/admin' }]),
          },
          aws_iam_role_policy_attachment: { own: { role: 'versions', policy_arn: '${aws_iam_policy.own.arn}' } },
          aws_iam_user: { eve: { name: 'eve' } },
          aws_iam_user_policy: {
            eve: {
              user: 'eve',
              ...document([{ Action: 'iam:AddUserToGroup', Resource: 'arn:aws:iam::*:group/admins' }]),
            },
          },
        },
        provider: { aws: { region: 'eu-central-1', allowed_account_ids: ['111122223333'] } },
      },
      addresses: [
        'aws_iam_role.first',
        'aws_iam_role.maker',
        'aws_iam_role.second',
        'aws_iam_role.versions',
        'aws_iam_user.eve',
      ],
    },
  ],
  undetermined: [
    {
      title: 'on a tag that nobody knows, and by a policy that nobody read',
      terraform: {
        variable: { policy: {} },
        resource: {
          aws_iam_role: {
            admin: administrator({ Service: 'ec2.amazonaws.com' }),
            tagged: role('tagged'),
            unread: role('unread'),
          },
          aws_iam_role_policy: {
            tagged: policy('tagged', [
              {
                Action: 'iam:UpdateAssumeRolePolicy',
                Resource: '*',
                Condition: { StringEquals: { 'aws:ResourceTag/team': '${var.policy}' } },
              },
            ]),
          },
          aws_iam_role_policy_attachment: { unread: { role: 'unread', policy_arn: '${var.policy}' } },
        },
      },
      addresses: ['aws_iam_role.tagged', 'aws_iam_role.unread'],
    },
  ],
};

/** A role that passes any role to Lambda, and one with every right that a service assumes. */
function passing(service: string): JsonObject {
  const statements = [
    { Action: ['lambda:CreateFunction', 'lambda:InvokeFunction'], Resource: '*' },
    { Action: 'iam:PassRole', Resource: '*' },
  ];
  return {
    aws_iam_role: {
      admin: { assume_role_policy: trust({ Service: service }), managed_policy_arns: [ADMIN] },
      deploy: { assume_role_policy: trust({ Service: 'ecs-tasks.amazonaws.com' }) },
    },
    aws_iam_role_policy: {
      deploy: {
        role: '${aws_iam_role.deploy.id}',
        policy: JSON.stringify({ Statement: statements.map((one) => ({ Effect: 'Allow', ...one })) }),
      },
    },
  };
}

/** A role that a service assumes, with the name of its key. */
function role(name: string): JsonObject {
  return { name, assume_role_policy: trust({ Service: 'ecs-tasks.amazonaws.com' }) };
}

/** A role with every right. */
function administrator(principal: JsonObject): JsonObject {
  return { name: 'admin', assume_role_policy: trust(principal), managed_policy_arns: [ADMIN] };
}

function trust(principal: JsonObject): string {
  return JSON.stringify({ Statement: [{ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' }] });
}

function document(statements: JsonObject[], name = 'boundary'): JsonObject {
  return { name, policy: JSON.stringify({ Statement: statements.map((one) => ({ Effect: 'Allow', ...one })) }) };
}

function policy(of: string, statements: JsonObject[]): JsonObject {
  return { ...document(statements, of), role: of };
}
