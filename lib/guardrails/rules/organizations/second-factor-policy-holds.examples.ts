import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

const POLICY = 'aws_organizations_policy.factor';

const attached = (Condition: JsonObject, more: JsonObject = {}): JsonObject => ({
  resource: {
    aws_organizations_policy: { factor: { name: 'factor', content: content({ Condition, ...more }) } },
    aws_organizations_policy_attachment: {
      workloads: { policy_id: `\${${POLICY}.id}`, target_id: 'ou-ab12-11111111' },
    },
  },
});

function content(statement: JsonObject): string {
  const Statement = { Effect: 'Deny', NotAction: ['iam:EnableMFADevice'], Resource: '*', ...statement };
  return JSON.stringify({ Version: '2012-10-17', Statement });
}

const ABSENT_TOO = { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } };

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'every user',
      terraform: attached({ ...ABSENT_TOO, ArnLike: { 'aws:PrincipalArn': 'arn:*:iam::*:user/*' } }),
    },
    { title: 'everyone', terraform: attached(ABSENT_TOO) },
  ],
  fail: [
    {
      title: 'access keys pass',
      terraform: attached({ Bool: { 'aws:MultiFactorAuthPresent': 'false' } }),
      addresses: [POLICY],
    },
    {
      title: 'changes of a service are left out',
      terraform: attached(ABSENT_TOO, { NotAction: ['iam:EnableMFADevice', 'ec2:*'] }),
      addresses: [POLICY],
    },
  ],
};
