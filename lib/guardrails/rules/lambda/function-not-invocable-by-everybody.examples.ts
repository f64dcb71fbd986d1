import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
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
      title: 'an account, a role, and everyone in an organization',
      terraform: {
        resource: {
          aws_lambda_permission: {
            account: { count: 2, principal: '111122223333' },
            role: { principal: '${aws_iam_role.worker.arn}' },
            organization: { principal: '*', principal_org_id: 'o-abcdefghij' },
          },
        },
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
      title: 'everyone, with and without a function URL',
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
      title: 'a service on behalf of anyone',
      terraform: {
        resource: {
          aws_lambda_permission: {
            any: { count: 2, principal: 'sns.amazonaws.com', source_arn: 'arn:aws:sns:*:*:*' },
            rule: { principal: 'events.amazonaws.com' },
          },
        },
      },
      addresses: ['aws_lambda_permission.any', 'aws_lambda_permission.rule'],
    },
    {
      title: 'a bucket without its account',
      terraform: {
        resource: {
          aws_lambda_permission: {
            bucket: { principal: 's3.amazonaws.com', source_account: null, source_arn: 'arn:aws:s3:::invoices' },
          },
        },
      },
      addresses: ['aws_lambda_permission.bucket'],
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
};
