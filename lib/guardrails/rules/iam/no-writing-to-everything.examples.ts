import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

function role(...statements: readonly JsonObject[]): JsonObject {
  const policy = JSON.stringify({ Statement: statements.map((one) => ({ Effect: 'Allow', ...one })) });
  return { resource: { aws_iam_role_policy: { shop: { policy } } } };
}

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'one queue, and the log groups of a prefix',
      terraform: role(
        {
          Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage'],
          Resource: 'arn:aws:sqs:eu-central-1:111122223333:orders',
        },
        {
          Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          Resource: 'arn:aws:logs:eu-central-1:111122223333:log-group:/aws/lambda/*',
        }
      ),
    },
    {
      title: 'streams with a tag, keys with an alias, and what no resource limits',
      terraform: role(
        { Action: 'kinesis:PutRecord*', Resource: '*', Condition: { StringEquals: { 'aws:ResourceTag/app': 'shop' } } },
        {
          Action: 'kms:GenerateDataKey*',
          Resource: '*',
          Condition: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': 'alias/shop' } },
        },
        { Action: ['xray:PutTraceSegments', 'sqs:ListQueues', 's3:ListAllMyBuckets'], Resource: '*' }
      ),
    },
  ],
  fail: [
    {
      title: 'every queue',
      terraform: role({ Action: 'sqs:SendMessage', Resource: '*' }),
      addresses: ['aws_iam_role_policy.shop'],
    },
    {
      title: 'every object, every log group, and every key',
      terraform: {
        data: {
          aws_iam_policy_document: {
            objects: { statement: { actions: ['s3:Put*'], resources: ['arn:aws:s3:::*/*'] } },
          },
        },
        resource: {
          aws_iam_policy: { objects: { policy: '${data.aws_iam_policy_document.objects.json}' } },
          aws_iam_role: {
            shop: {
              inline_policy: {
                name: 'logs',
                policy:
                  '{"Statement":{"Effect":"Allow","Action":"logs:Put*","Resource":"arn:aws:logs:*:*:log-group:*"}}',
              },
            },
          },
          aws_iam_user_policy: {
            shop: {
              policy: '{"Statement":{"Effect":"Allow","Action":"kms:Encrypt","Resource":"arn:aws:kms:*:*:key/*"}}',
            },
          },
        },
      },
      addresses: ['aws_iam_policy.objects', 'aws_iam_role.shop', 'aws_iam_user_policy.shop'],
    },
  ],
  undetermined: [
    {
      title: 'a variable is the resource',
      terraform: { ...role({ Action: 'sns:Publish', Resource: '${var.topic}' }), variable: { topic: {} } },
      addresses: ['aws_iam_role_policy.shop'],
    },
  ],
};
