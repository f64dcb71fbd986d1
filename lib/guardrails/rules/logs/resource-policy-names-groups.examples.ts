import { Json, JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

/** A policy for the query logs of Route 53, whose hosted zones are those of the account. */
function policy(Resource: Json, more: JsonObject = {}): JsonObject {
  const statement = {
    Effect: 'Allow',
    Principal: { Service: 'route53.amazonaws.com' },
    Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    Resource,
    Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
    ...more,
  };
  return {
    resource: {
      aws_cloudwatch_log_resource_policy: {
        dns: { policy_name: 'dns', policy_document: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }) },
      },
    },
  };
}

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'log groups by the beginning of their names',
      terraform: policy('arn:aws:logs:us-east-1:111122223333:log-group:/aws/route53/*'),
    },
    {
      title: 'no events, and a denial',
      terraform: {
        resource: {
          aws_cloudwatch_log_resource_policy: {
            events: {
              policy_name: 'events',
              policy_document: JSON.stringify({
                Statement: [
                  {
                    Effect: 'Allow',
                    Principal: { Service: 'events.amazonaws.com' },
                    Action: 'logs:CreateLogStream',
                    Resource: '*',
                  },
                  { Effect: 'Deny', Principal: '*', Action: 'logs:PutLogEvents', Resource: '*' },
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
      title: 'every log group of the account',
      terraform: policy('arn:aws:logs:us-east-1:111122223333:log-group:*'),
      addresses: ['aws_cloudwatch_log_resource_policy.dns'],
    },
    {
      title: 'every log group, stream by stream',
      terraform: policy(['arn:aws:logs:*:*:log-group:*:log-stream:route53-*']),
      addresses: ['aws_cloudwatch_log_resource_policy.dns'],
    },
    {
      title: 'everything, by every action on logs',
      terraform: policy('arn:aws:logs:*', { Action: 'logs:*' }),
      addresses: ['aws_cloudwatch_log_resource_policy.dns'],
    },
  ],
  undetermined: [
    {
      title: 'a variable names the log group',
      terraform: { variable: { group: {} }, ...policy('${var.group}') },
      addresses: ['aws_cloudwatch_log_resource_policy.dns'],
    },
  ],
};
