import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { TerraformVariable } from 'cdktf';
import { TrustPolicy } from '../../../lib';
import { Written, messageOf, newStack } from '../../support/synth';

const MFA = '(TOM 6.3 Multi-factor authentication)';
const ROOT = 'arn:aws:iam::111122223333:root';

describe('withMfa', () => {
  test('trusts accounts and users of whom AWS saw a second factor, and not where it says nothing of one', () => {
    const users = [ROOT, '444455556666', 'arn:aws-us-gov:iam::111122223333:user/ops/ada@example.com'];
    expect(JSON.parse(TrustPolicy.withMfa(users))).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: users },
          Action: 'sts:AssumeRole',
          Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
        },
      ],
    });
  });

  test('takes an account that only Terraform knows', () => {
    const stack = newStack();
    const { stringValue: account } = new TerraformVariable(stack, 'account', {});
    const assumeRolePolicy = TrustPolicy.withMfa([`arn:aws:iam::${account}:root`]);
    new IamRole(stack, 'Operator', { assumeRolePolicy });
    expect(Written.of(stack).resource('aws_iam_role').assume_role_policy).toContain('arn:aws:iam::${var.account}:root');
  });

  test.each<[string, string[], string]>([
    ['nobody', [], '[]'],
    ['everybody', ['*'], '"*"'],
    [
      'a role, whose sessions show AWS no second factor',
      [ROOT, 'arn:aws:iam::111122223333:role/ci'],
      '"arn:aws:iam::111122223333:role/ci"',
    ],
    [
      'an identity provider',
      ['arn:aws:iam::111122223333:saml-provider/idp'],
      '"arn:aws:iam::111122223333:saml-provider/idp"',
    ],
    ['a service', ['ec2.amazonaws.com'], '"ec2.amazonaws.com"'],
    ['a pattern', ['arn:aws:iam::111122223333:user/*'], '"arn:aws:iam::111122223333:user/*"'],
  ])('refuses %s', (_, principalArns, got) => {
    expect(messageOf(() => TrustPolicy.withMfa(principalArns))).toBe(
      `'principalArns' must name accounts or users, at least one: AWS sees no second factor of anyone else ${MFA}, got ${got}; write ['arn:aws:iam::111122223333:root'], and let an identity provider ask those who come from one`
    );
  });
});

describe('forService', () => {
  test('trusts a service for one of its resources', () => {
    const rule = 'arn:aws:events:eu-central-1:111122223333:rule/orders';
    expect(JSON.parse(TrustPolicy.forService('events.amazonaws.com', rule))).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'events.amazonaws.com' },
          Action: 'sts:AssumeRole',
          Condition: { ArnEquals: { 'aws:SourceArn': rule } },
        },
      ],
    });
  });

  test.each(['*', 'events', 'sqs.example.com'])('refuses %s', (service) => {
    expect(messageOf(() => TrustPolicy.forService(service, ROOT))).toBe(
      `'service' must be the principal of a service of AWS (TOM 3.1.1 Least privilege through roles), got "${service}"; write 'events.amazonaws.com'`
    );
  });
});
