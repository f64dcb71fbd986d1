import { Json, JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';
import { ruleWithTarget } from '../../verdicts/reported.examples';

const API_CALL = ['AWS API Call via CloudTrail'];

/** One rule for all services, in the Region where IAM tells of its changes. */
const ALL = {
  source: ['aws.cloudtrail', 'aws.ec2', 'aws.iam', 'aws.kms'],
  'detail-type': API_CALL,
  detail: { eventName: [{ 'anything-but': { prefix: ['Describe', 'Get', 'List'] } }] },
};

const withTarget = (pattern: Json, own: JsonObject = {}): JsonObject => ({
  provider: { aws: { region: 'us-east-1' } },
  ...ruleWithTarget(pattern, own, 'us-east-1'),
});

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'every call that may change something',
      terraform: withTarget({ ...ALL, detail: { eventName: ALL.detail.eventName } }),
    },
    {
      title: 'the same, but by the role of a pipeline',
      terraform: withTarget({
        ...ALL,
        detail: {
          eventName: ALL.detail.eventName,
          userIdentity: {
            sessionContext: {
              sessionIssuer: {
                arn: [{ exists: false }, { 'anything-but': ['arn:aws:iam::111122223333:role/deploy'] }],
              },
            },
          },
        },
      }),
    },
  ],
  fail: [
    {
      title: 'a rule that is disabled as older providers say it',
      terraform: withTarget({ source: ['aws.iam'] }, { is_enabled: false }),
      addresses: ['aws_cloudwatch_event_rule.this'],
    },
    {
      title: 'a rule that is disabled',
      terraform: withTarget({ source: ['aws.iam'] }, { state: 'DISABLED' }),
      addresses: ['aws_cloudwatch_event_rule.this'],
    },
  ],
};
