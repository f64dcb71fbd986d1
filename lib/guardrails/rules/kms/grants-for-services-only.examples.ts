import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

function key(statement: JsonObject): JsonObject {
  const all = [{ Effect: 'Allow', Resource: '*', Action: ['kms:CreateGrant', 'kms:ListGrants'], ...statement }];
  return { resource: { aws_kms_key: { main: { policy: JSON.stringify({ Version: '2012-10-17', Statement: all }) } } } };
}

const ROLE = { AWS: 'arn:aws:iam::111122223333:role/shop' };

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'grants that services make',
      terraform: key({ Principal: ROLE, Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } } }),
    },
    {
      title: 'grants for one role, and a denial',
      terraform: {
        resource: {
          aws_kms_key: {
            main: {
              policy: JSON.stringify({
                Statement: [
                  { Effect: 'Deny', Principal: '*', Action: 'kms:CreateGrant', Resource: '*' },
                  {
                    Effect: 'Allow',
                    Principal: ROLE,
                    Action: 'kms:CreateGrant',
                    Resource: '*',
                    Condition: { StringEquals: { 'kms:GranteePrincipal': 'arn:aws:iam::111122223333:role/backup' } },
                  },
                ],
              }),
            },
          },
        },
      },
    },
  ],
  fail: [
    { title: 'grants for anyone', terraform: key({ Principal: ROLE }), addresses: ['aws_kms_key.main'] },
    {
      title: 'grants of the account, made through any service',
      terraform: key({
        Principal: { AWS: '111122223333' },
        Condition: { StringLike: { 'kms:ViaService': '*.amazonaws.com' } },
      }),
      addresses: ['aws_kms_key.main'],
    },
  ],
};
