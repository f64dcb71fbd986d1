import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

const FACTOR = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'with a second factor, by a condition',
      terraform: {
        resource: {
          aws_iam_group: { dev: { name: 'dev' } },
          aws_iam_group_policy: {
            dev: policy({ group: 'dev' }, [
              { Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*', Condition: FACTOR },
              { Action: ['iam:EnableMFADevice', 'iam:ListMFADevices'], Resource: '*' },
            ]),
          },
        },
      },
    },
    {
      title: 'by a role that asks for one',
      terraform: {
        resource: {
          aws_iam_group: { dev: { name: 'dev' } },
          aws_iam_group_policy: {
            dev: policy({ group: 'dev' }, [{ Action: 'sts:AssumeRole', Resource: '${aws_iam_role.ops.arn}' }]),
          },
          aws_iam_role: { ops: { name: 'ops', assume_role_policy: trust(FACTOR) } },
        },
      },
      except: { count: 'the policy names one of several roles, by its index' },
    },
    {
      title: 'all but the setting up is denied, in another group',
      terraform: {
        resource: {
          aws_iam_group: { all: { name: 'all' }, dev: { name: 'dev' } },
          aws_iam_group_policy: {
            all: policy({ group: 'all' }, [
              {
                Effect: 'Deny',
                NotAction: ['iam:EnableMFADevice', 'iam:ListMFADevices', 'sts:GetSessionToken'],
                Resource: '*',
                Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
              },
            ]),
            dev: policy({ group: 'dev' }, [{ Action: 's3:*', Resource: '*' }]),
          },
          aws_iam_user: { ada: { name: 'ada' } },
          aws_iam_user_group_membership: { ada: { user: 'ada', groups: ['all', 'dev'] } },
        },
      },
    },
  ],
  fail: [
    {
      title: 'a user without a condition',
      terraform: {
        resource: {
          aws_iam_user: { ada: { name: 'ada' } },
          aws_iam_user_policy: { ada: policy({ user: 'ada' }, [{ Action: 'sqs:*', Resource: '*' }]) },
        },
      },
      addresses: ['aws_iam_user.ada'],
    },
    {
      title: 'conditions that a request with an access key passes',
      terraform: {
        resource: {
          aws_iam_group: { allowed: { name: 'allowed' }, denied: { name: 'denied' } },
          aws_iam_group_policy: {
            allowed: policy({ group: 'allowed' }, [
              { Action: 's3:*', Resource: '*', Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } } },
            ]),
            denied: policy({ group: 'denied' }, [
              { Action: 's3:*', Resource: '*' },
              {
                Effect: 'Deny',
                Action: '*',
                Resource: '*',
                Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } },
              },
            ]),
          },
        },
      },
      addresses: ['aws_iam_group.allowed', 'aws_iam_group.denied'],
    },
  ],
  undetermined: [
    {
      title: 'a role elsewhere, which may ask for it, and a policy that nobody read',
      terraform: {
        variable: { policy: {} },
        resource: {
          aws_iam_group: { dev: { name: 'dev' }, ops: { name: 'ops' } },
          aws_iam_group_policy: {
            dev: policy({ group: 'dev' }, [
              { Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::111122223333:role/ops' },
            ]),
          },
          aws_iam_group_policy_attachment: { ops: { group: 'ops', policy_arn: '${var.policy}' } },
        },
      },
      addresses: ['aws_iam_group.dev', 'aws_iam_group.ops'],
    },
  ],
};

function policy(of: JsonObject, statements: JsonObject[]): JsonObject {
  return { ...of, policy: JSON.stringify({ Statement: statements.map((one) => ({ Effect: 'Allow', ...one })) }) };
}

function trust(Condition: JsonObject): string {
  const Principal = { AWS: 'arn:aws:iam::111122223333:root' };
  return JSON.stringify({ Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole', Condition }] });
}
