import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

const ROOT = { AWS: 'arn:aws:iam::111122223333:root' };
const USE = ['kms:Decrypt', 'kms:GenerateDataKey*'];
const THROUGH_S3 = {
  StringEquals: { 'kms:CallerAccount': '111122223333', 'kms:ViaService': 's3.eu-central-1.amazonaws.com' },
};

function key(...statements: readonly JsonObject[]): JsonObject {
  const all = statements.map((statement) => ({ Effect: 'Allow', Resource: '*', ...statement }));
  return { resource: { aws_kms_key: { main: { policy: JSON.stringify({ Version: '2012-10-17', Statement: all }) } } } };
}

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'IAM policies decide who uses the key through S3',
      terraform: key(
        { Principal: ROOT, Action: ['kms:Put*', 'kms:ScheduleKeyDeletion'] },
        { Principal: ROOT, Action: USE, Condition: THROUGH_S3 }
      ),
    },
    {
      title: 'use without a condition, and grants that services make: the policy that the console of KMS proposes',
      terraform: key(
        { Principal: ROOT, Action: USE },
        { Principal: ROOT, Action: 'kms:CreateGrant', Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } } }
      ),
    },
    {
      title: 'everyone, narrowed to a role, and the default policy',
      terraform: {
        resource: {
          aws_kms_key: { other: {} },
          aws_kms_key_policy: {
            main: {
              key_id: 'main',
              policy: JSON.stringify({
                Statement: {
                  Effect: 'Allow',
                  Principal: '*',
                  Action: USE,
                  Resource: '*',
                  Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/shop' } },
                },
              }),
            },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'everyone of the account, through S3, as with the keys that AWS manages',
      terraform: key({ Principal: { AWS: '*' }, Action: USE, Condition: THROUGH_S3 }),
      addresses: ['aws_kms_key.main'],
    },
    {
      title: 'a limit that another statement undoes',
      terraform: key({ Principal: ROOT, Action: 'kms:*' }, { Principal: ROOT, Action: USE, Condition: THROUGH_S3 }),
      addresses: ['aws_kms_key.main'],
    },
    {
      title: 'grants through services only, beside use in every way',
      terraform: key(
        { Principal: ROOT, Action: USE },
        { Principal: ROOT, Action: 'kms:CreateGrant', Condition: THROUGH_S3 }
      ),
      addresses: ['aws_kms_key.main'],
    },
  ],
  undetermined: [
    {
      title: 'a variable is the policy',
      terraform: { variable: { policy: {} }, resource: { aws_kms_key: { main: { policy: '${var.policy}' } } } },
      addresses: ['aws_kms_key.main'],
    },
  ],
};
