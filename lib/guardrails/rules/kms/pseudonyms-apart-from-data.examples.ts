import { JsonObject } from '../../../terraform/value';
import { TAG } from '../../../toms/tags';
import { Examples } from '../../rule';

const NAMED = { ArnLike: { 'aws:PrincipalArn': '${aws_iam_role.ops.arn}' } };

/** A role that reads the data, and a key with statements about deriving. */
function readByOps(...statements: JsonObject[]): JsonObject {
  const derive = { Action: ['kms:GenerateMac', 'kms:VerifyMac'], Resource: '*' };
  const Statement = statements.map((statement) => ({ ...statement, ...derive }));
  return {
    resource: {
      aws_kms_key: { tokens: { key_usage: 'GENERATE_VERIFY_MAC', policy: JSON.stringify({ Statement }) } },
      aws_s3_bucket: { analytics: { tags: { [TAG.pseudonymized]: 'true' } } },
      aws_iam_role: {
        ops: {
          name: 'ops',
          inline_policy: { name: 'all', policy: '{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}' },
        },
      },
    },
  };
}

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'the reader may not derive tokens',
      terraform: {
        resource: {
          aws_kms_key: { tokens: { key_usage: 'GENERATE_VERIFY_MAC' } },
          aws_s3_bucket: { analytics: { tags: { 'tom:pseudonymized': 'true' } } },
          aws_iam_role: {
            analyst: {
              inline_policy: {
                name: 'read',
                policy: JSON.stringify({ Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' } }),
              },
            },
          },
        },
      },
    },
    {
      title: 'the tokenizer writes, the analyst reads',
      terraform: {
        resource: {
          aws_kms_key: { tokens: { key_usage: 'GENERATE_VERIFY_MAC', customer_master_key_spec: 'HMAC_256' } },
          aws_s3_bucket: { analytics: { tags: { [TAG.pseudonymized]: 'true' } } },
          aws_iam_role: { analyst: {}, tokenizer: {} },
          aws_iam_role_policy: {
            analyst: {
              role: '${aws_iam_role.analyst.name}',
              policy: JSON.stringify({
                Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: '${aws_s3_bucket.analytics.arn}/*' },
              }),
            },
            tokenizer: {
              role: '${aws_iam_role.tokenizer.name}',
              policy: JSON.stringify({
                Statement: [
                  { Effect: 'Allow', Action: 'kms:GenerateMac', Resource: '${aws_kms_key.tokens.arn}' },
                  { Effect: 'Allow', Action: 's3:PutObject', Resource: '${aws_s3_bucket.analytics.arn}/*' },
                ],
              }),
            },
          },
        },
      },
    },
    {
      title: 'the key policy denies everyone but the tokenizer',
      terraform: {
        resource: {
          aws_kms_key: {
            tokens: {
              count: 2,
              key_usage: 'GENERATE_VERIFY_MAC',
              policy: JSON.stringify({
                Statement: [
                  {
                    Effect: 'Deny',
                    Principal: '*',
                    Action: ['kms:GenerateMac', 'kms:VerifyMac'],
                    Resource: '*',
                    Condition: { ArnNotEquals: { 'aws:PrincipalArn': '${aws_iam_role.tokenizer.arn}' } },
                  },
                ],
              }),
            },
          },
          aws_dynamodb_table: { events: { name: 'events', tags: { [TAG.pseudonymized]: 'true' } } },
          aws_iam_role: {
            tokenizer: { name: 'tokenizer' },
            ops: {
              inline_policy: {
                name: 'all',
                policy: '{"Statement":{"Effect":"Allow","Action":["kms:*","dynamodb:*"],"Resource":"*"}}',
              },
            },
          },
        },
      },
    },
    {
      title: 'the key policy denies the reader by name',
      terraform: readByOps(
        { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' } },
        { Effect: 'Deny', Principal: '*', Condition: NAMED }
      ),
    },
    {
      title: 'nothing here is pseudonymized',
      terraform: { resource: { aws_kms_key: { signatures: { key_usage: 'GENERATE_VERIFY_MAC' } } } },
    },
  ],
  fail: [
    {
      title: 'the key policy lets everyone derive that is named by a condition, the reader',
      terraform: readByOps({ Effect: 'Allow', Principal: '*', Condition: NAMED }),
      addresses: ['aws_kms_key.tokens'],
    },
    {
      title: 'the key policy lets the reader derive',
      terraform: {
        provider: { aws: { region: 'eu-central-1', allowed_account_ids: ['111122223333'] } },
        resource: {
          aws_kms_key: {
            tokens: {
              count: 2,
              key_usage: 'GENERATE_VERIFY_MAC',
              policy: JSON.stringify({
                Statement: [
                  {
                    Effect: 'Allow',
                    Principal: { AWS: 'arn:aws:iam::111122223333:role/analyst' },
                    Action: 'kms:*',
                    Resource: '*',
                  },
                ],
              }),
            },
          },
          aws_dynamodb_table: { events: { name: 'events', tags: { [TAG.pseudonymized]: 'true' } } },
          aws_iam_role_policy: {
            analyst: {
              role: 'analyst',
              policy:
                '{"Statement":{"Effect":"Allow","Action":"dynamodb:Query","Resource":"${aws_dynamodb_table.events.arn}"}}',
            },
          },
        },
      },
      addresses: ['aws_kms_key.tokens'],
    },
    {
      title: 'one role does both, by a policy that is attached and by one of its own',
      terraform: {
        resource: {
          aws_kms_key: { tokens: { key_usage: 'GENERATE_VERIFY_MAC' } },
          aws_s3_bucket: { analytics: { bucket: 'acme-analytics', tags: { [TAG.pseudonymized]: 'true' } } },
          aws_iam_role: { analyst: { name: 'analyst' } },
          aws_iam_policy: {
            read: {
              policy: '{"Statement":{"Effect":"Allow","Action":"s3:Get*","Resource":"arn:aws:s3:::acme-analytics/*"}}',
            },
          },
          aws_iam_role_policy_attachment: {
            read: { role: 'analyst', policy_arn: '${aws_iam_policy.read.arn}' },
          },
          aws_iam_role_policy: {
            tokens: {
              role: '${aws_iam_role.analyst.id}',
              policy:
                '${jsonencode({ Statement = [{ Effect = "Allow", Action = ["kms:VerifyMac"], Resource = aws_kms_key.tokens.arn }] })}',
            },
          },
        },
      },
      addresses: ['aws_kms_key.tokens'],
    },
    {
      title: 'a role of administrators in a plan with a module',
      terraform: {
        resource: {
          aws_s3_bucket: { analytics: { bucket: 'analytics', tags: { [TAG.pseudonymized]: 'true' } } },
          aws_iam_role_policy: {
            ops: { role: 'ops', policy: '{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}' },
          },
          aws_kms_key: { hmac: { key_usage: 'GENERATE_VERIFY_MAC' } },
        },
      },
      addresses: ['aws_kms_key.hmac'],
    },
  ],
  undetermined: [
    {
      title: 'a variable holds what the analyst may do',
      terraform: {
        variable: { policy: {} },
        resource: {
          aws_kms_key: { tokens: { key_usage: 'GENERATE_VERIFY_MAC' } },
          aws_s3_bucket: { analytics: { tags: { [TAG.pseudonymized]: 'true' } } },
          aws_iam_role_policy: { analyst: { role: 'analyst', policy: '${var.policy}' } },
        },
      },
      addresses: ['aws_kms_key.tokens'],
    },
  ],
};
