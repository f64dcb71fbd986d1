import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

const ACCOUNT = { StringEquals: { 'aws:SourceAccount': '111122223333' } };

function policy(...statements: readonly JsonObject[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

function lets(service: string, Action: string, Condition?: JsonObject, Resource = '*'): JsonObject {
  const statement = { Effect: 'Allow', Principal: { Service: `${service}.amazonaws.com` }, Action, Resource };
  return Condition ? { ...statement, Condition } : statement;
}

const TRAIL = { ArnLike: { 'aws:SourceArn': 'arn:aws:cloudtrail:*:111122223333:trail/*' } };
const LOG_GROUPS = { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': 'arn:aws:logs:*:111122223333:log-group:*' } };

const ZONE = { ArnEquals: { 'aws:SourceArn': 'arn:aws:route53:::hostedzone/Z0123456789ABCDEFGHIJ' } };
const GRANT = lets('dnssec-route53', 'kms:CreateGrant', { Bool: { 'kms:GrantIsForAWSResource': 'true' } });

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'the trails of the own account',
      terraform: {
        resource: {
          aws_s3_bucket_policy: {
            trails: {
              bucket: 'acme-trails',
              policy: policy(lets('cloudtrail', 's3:PutObject', TRAIL, 'arn:aws:s3:::acme-trails/*')),
            },
          },
        },
      },
    },
    {
      title: 'the key of a zone, and the grant that follows',
      terraform: {
        resource: { aws_kms_key: { zone: { policy: policy(lets('dnssec-route53', 'kms:Sign', ZONE), GRANT) } } },
      },
    },
    {
      title: 'keys by what is encrypted, load balancers by the path, and log streams',
      terraform: {
        resource: {
          aws_kms_key: { logs: { policy: policy(lets('logs.eu-central-1', 'kms:Decrypt', LOG_GROUPS)) } },
          aws_s3_bucket: { access: { bucket: 'acme-access' } },
          aws_s3_bucket_policy: {
            access: {
              bucket: '${aws_s3_bucket.access.id}',
              policy: policy(
                lets(
                  'logdelivery.elasticloadbalancing',
                  's3:PutObject',
                  undefined,
                  'arn:aws:s3:::acme-access/AWSLogs/111122223333/*'
                )
              ),
            },
          },
          aws_cloudwatch_log_resource_policy: {
            events: { policy_document: policy(lets('events', 'logs:CreateLogStream')) },
          },
        },
      },
    },
    {
      title: 'a denial of every other account',
      terraform: {
        resource: {
          aws_sqs_queue_policy: {
            orders: {
              policy: policy(lets('s3', 'sqs:SendMessage'), {
                Effect: 'Deny',
                Principal: '*',
                Action: 'sqs:*',
                Resource: '*',
                Condition: {
                  StringNotEquals: { 'aws:SourceAccount': '111122223333' },
                  Bool: { 'aws:PrincipalIsAWSService': 'true' },
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
      title: "everybody's trails",
      terraform: {
        resource: {
          aws_s3_bucket_policy: {
            trails: {
              bucket: 'acme-trails',
              policy: policy(lets('cloudtrail', 's3:PutObject', undefined, 'arn:aws:s3:::acme-trails/*')),
            },
          },
        },
      },
      addresses: ['aws_s3_bucket_policy.trails'],
    },
    {
      title: 'a queue, a key, a repository and log groups for whomever, and a source of any account',
      terraform: {
        data: {
          aws_iam_policy_document: {
            queue: {
              statement: {
                actions: ['sqs:SendMessage'],
                principals: { type: 'Service', identifiers: ['sns.amazonaws.com'] },
                condition: { test: 'ArnLike', variable: 'aws:SourceArn', values: ['arn:aws:sns:*:*:*'] },
              },
            },
          },
        },
        resource: {
          aws_sqs_queue: { orders: { policy: '${data.aws_iam_policy_document.queue.json}' } },
          aws_kms_key: {
            logs: {
              policy: policy(lets('config', 'kms:Decrypt', { Bool: { 'aws:SecureTransport': 'true' } })),
            },
          },
          aws_ecr_repository_policy: { web: { policy: policy(lets('codebuild', 'ecr:BatchGetImage')) } },
          aws_cloudwatch_log_resource_policy: {
            queries: { policy_document: policy(lets('route53', 'logs:PutLogEvents')) },
          },
        },
      },
      addresses: [
        'aws_cloudwatch_log_resource_policy.queries',
        'aws_ecr_repository_policy.web',
        'aws_kms_key.logs',
        'aws_sqs_queue.orders',
      ],
    },
    {
      title: 'every service that acts for the account',
      terraform: {
        resource: {
          aws_secretsmanager_secret_policy: {
            token: {
              policy: policy({
                Effect: 'Allow',
                Principal: '*',
                Action: 'secretsmanager:GetSecretValue',
                Resource: '*',
                Condition: ACCOUNT,
              }),
            },
          },
        },
      },
      addresses: ['aws_secretsmanager_secret_policy.token'],
    },
  ],
  undetermined: [
    {
      title: 'the grant of Route 53, without the statement that it follows',
      terraform: { resource: { aws_kms_key: { zone: { policy: policy(GRANT) } } } },
      addresses: ['aws_kms_key.zone'],
    },
    {
      title: 'EventBridge, which names no source to SNS, and a variable',
      terraform: {
        variable: { account: {} },
        resource: {
          aws_sns_topic_policy: {
            alarms: { policy: policy(lets('events', 'sns:Publish')) },
            budgets: {
              policy: policy(
                lets('budgets', 'sns:Publish', { StringEquals: { 'aws:SourceAccount': '${var.account}' } })
              ),
            },
          },
        },
      },
      addresses: ['aws_sns_topic_policy.alarms', 'aws_sns_topic_policy.budgets'],
    },
  ],
};
