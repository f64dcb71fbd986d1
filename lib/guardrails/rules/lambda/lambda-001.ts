import { Resource, describe } from '../../model';
import { Condition, Policy, Principal } from '../../policy';
import { MET, ResourceRule, undetermined, violated } from '../../rule';
import { Value, isUnknown } from '../../value';
import { unknownAttribute } from '../checks';
import { openStatement, publicStatement } from '../public-principal';

/** The attributes that narrow a permission, and the conditions that Lambda makes of them. */
const NARROWINGS: readonly (readonly [attribute: string, operator: string, key: string])[] = [
  ['principal_org_id', 'StringEquals', 'aws:PrincipalOrgID'],
  ['source_account', 'StringEquals', 'aws:SourceAccount'],
  ['source_arn', 'ArnLike', 'aws:SourceArn'],
];

const SERVICE = /^[a-z0-9.-]+\.amazon(aws)?\.com(\.cn)?$/;

/** Functions that strangers cannot invoke. */
export const LAMBDA_001: ResourceRule = {
  id: 'LAMBDA-001',
  title: 'A Lambda permission does not let everybody invoke the function',
  severity: 'high',
  measures: ['3.1.1'],
  rationale:
    "With principal * any AWS account may invoke the function, and with a function URL of auth type NONE the whole internet. A service acts for whoever asks it to: without the source, another account's bucket, topic or rule may invoke the function through it. ARNs of buckets name no account, and the name of a deleted bucket is free for everybody, so S3 needs the account of the source.",
  fix: 'Name an account or role as `principal`; for a service set `source_arn` or `source_account`, for S3 both; for an organization `principal_org_id`. Keep function URLs on `AWS_IAM`.',
  sources: [
    'https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
    'https://docs.aws.amazon.com/config/latest/developerguide/lambda-function-public-access-prohibited.html',
    'AWS Security Hub Lambda.1',
  ],
  types: ['aws_lambda_permission'],
  check: (permission) => {
    const principal = permission.get('principal');
    if (principal === '*' && permission.get('function_url_auth_type') === 'NONE') {
      return violated(
        'principal is "*" and function_url_auth_type is "NONE": the whole internet may invoke the function'
      );
    }
    // Alexa skills have no ARN: their id is the token.
    const token = permission.get('event_source_token');
    if (isUnknown(token)) return unknownAttribute('event_source_token', token);
    if (principal !== '*' && token !== undefined && token !== '') return MET;

    const policy = asPolicy(permission, principal);
    if (publicStatement(policy)) return violated(describeOpen(permission, principal));
    if (openStatement(policy)) {
      return undetermined(`principal is ${describe(principal)}, and only a plan can tell who may invoke the function`);
    }
    return MET;
  },
  examples: {
    pass: [
      {
        title: 'a topic, a bucket with its account, and an API, of which every path may call',
        terraform: {
          resource: {
            aws_lambda_permission: {
              api: {
                principal: 'apigateway.amazonaws.com',
                source_arn: '${aws_api_gateway_rest_api.shop.execution_arn}/*/*',
              },
              bucket: {
                principal: 's3.amazonaws.com',
                source_account: '${data.aws_caller_identity.me.account_id}',
                source_arn: '${aws_s3_bucket.invoices.arn}',
              },
              topic: { principal: 'sns.amazonaws.com', source_arn: '${aws_sns_topic.orders.arn}' },
            },
          },
        },
      },
      {
        title: 'an account, a role, and everybody of an organization',
        terraform: {
          resource: [
            {
              aws_lambda_permission: [
                { account: [{ count: 2, principal: '111122223333' }] },
                { role: [{ principal: '${aws_iam_role.worker.arn}' }] },
                { organization: [{ principal: '*', principal_org_id: 'o-abcdefghij' }] },
              ],
            },
          ],
        },
      },
      {
        title: 'one Alexa skill',
        terraform: {
          resource: {
            aws_lambda_permission: {
              skill: { principal: 'alexa-appkit.amazon.com', event_source_token: 'amzn1.ask.skill.1234' },
            },
          },
        },
      },
    ],
    fail: [
      {
        title: 'everybody, with and without a function URL',
        terraform: {
          resource: {
            aws_lambda_permission: {
              all: { action: 'lambda:InvokeFunction', principal: '*' },
              url: { action: 'lambda:InvokeFunctionUrl', principal: '*', function_url_auth_type: 'NONE' },
            },
          },
        },
        addresses: ['aws_lambda_permission.all', 'aws_lambda_permission.url'],
      },
      {
        title: 'a service for whoever asks it to, counted and in lists',
        terraform: {
          resource: [
            {
              aws_lambda_permission: [
                { any: [{ count: 2, principal: 'sns.amazonaws.com', source_arn: 'arn:aws:sns:*:*:*' }] },
                { rule: [{ principal: 'events.amazonaws.com' }] },
              ],
            },
          ],
        },
        addresses: ['aws_lambda_permission.any', 'aws_lambda_permission.rule'],
      },
      {
        title: 'a bucket without its account, within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.shop',
                  resources: [
                    {
                      address: 'module.shop.aws_lambda_permission.bucket',
                      mode: 'managed',
                      type: 'aws_lambda_permission',
                      name: 'bucket',
                      values: {
                        principal: 's3.amazonaws.com',
                        source_account: null,
                        source_arn: 'arn:aws:s3:::invoices',
                      },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.shop.aws_lambda_permission.bucket'],
      },
    ],
    undetermined: [
      {
        title: 'variables decide who and from where',
        terraform: {
          variable: { principal: {}, topic: {} },
          resource: {
            aws_lambda_permission: {
              topic: { principal: 'sns.amazonaws.com', source_arn: '${var.topic}' },
              who: { principal: '${var.principal}' },
            },
          },
        },
        addresses: ['aws_lambda_permission.topic', 'aws_lambda_permission.who'],
      },
    ],
  },
};

/** The statement that Lambda makes of a permission. A service stands for everybody who may ask it to invoke. */
function asPolicy(permission: Resource, principal: Value): Policy {
  const isS3 = isBucketService(principal);
  const conditions: Condition[] = NARROWINGS.flatMap(([attribute, operator, key]) => {
    const text = textOf(permission.get(attribute));
    if (text === '' || (isS3 && attribute === 'source_arn')) return [];
    return [{ operator, key: key.toLowerCase(), values: [text] }];
  });
  const everybody: Principal = { type: 'AWS', id: '*' };
  const isService = typeof principal === 'string' && SERVICE.test(principal);
  const statement = {
    effect: 'Allow',
    actions: [],
    notActions: [],
    resources: [],
    notResources: [],
    principals: [isService ? everybody : { type: 'AWS', id: textOf(principal) }],
    notPrincipals: [],
    conditions,
  };
  return { statements: [statement], complete: true };
}

function describeOpen(permission: Resource, principal: Value): string {
  const is = (attribute: string): string => `${attribute} is ${describe(permission.get(attribute))}`;
  const source = `${is('source_account')}, ${is('source_arn')}`;
  if (principal === '*') {
    return `${is('principal')}, ${is('principal_org_id')}, ${source}: any AWS account may invoke the function`;
  }
  if (isBucketService(principal)) {
    return `${is('principal')}, ${is('source_account')}: a bucket of any account may invoke the function`;
  }
  return `${is('principal')}, ${source}: the service may invoke the function on behalf of any account`;
}

function isBucketService(principal: Value): boolean {
  return typeof principal === 'string' && /^s3\./.test(principal);
}

function textOf(value: Value): string {
  if (isUnknown(value)) return value.text;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
