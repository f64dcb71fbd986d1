import { Policy, readPolicy } from '../../../lib/aws/iam/policy';
import {
  describeStatement,
  openStatement,
  publicPolicyVerdict,
  publicStatement,
} from '../../../lib/guardrails/verdicts/public-principal';
import { Model } from '../../../lib/terraform/model';
import { readStack } from '../../../lib/terraform/read-stack';
import { Json, JsonObject } from '../../../lib/terraform/value';

/** A policy as it is read from a bucket policy. */
function policyOf(statement: JsonObject): Policy {
  const policy = JSON.stringify({
    Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', ...statement }],
  });
  const stack = readStack('stack', 'cdk.tf.json', {
    resource: { aws_s3_bucket_policy: { it: { policy } }, aws_s3_bucket: { logs: {} } },
  });
  const reading = readPolicy(new Model([stack]), stack.resources[0], 'policy');
  if (!reading || !('statements' in reading)) throw new Error('the policy was not read');
  return reading;
}

function reach(statement: JsonObject): 'public' | 'open' | 'closed' {
  const policy = policyOf(statement);
  return publicStatement(policy) ? 'public' : openStatement(policy) ? 'open' : 'closed';
}

function reachUnder(operator: string, key: string, value: Json): string {
  return reach({ Principal: '*', Condition: { [operator]: { [key]: value } } });
}

describe('who is everybody', () => {
  test.each<[string, JsonObject, string]>([
    ['*', { Principal: '*' }, 'public'],
    ['AWS *', { Principal: { AWS: '*' } }, 'public'],
    ['one of several', { Principal: { AWS: ['arn:aws:iam::111122223333:root', '*'] } }, 'public'],
    ['beside a variable', { Principal: { AWS: ['${var.reader}', '*'] } }, 'public'],
    ['everybody but one', { NotPrincipal: { AWS: 'arn:aws:iam::111122223333:root' } }, 'public'],
    ['an account', { Principal: { AWS: '111122223333' } }, 'closed'],
    ['a service', { Principal: { Service: 'cloudtrail.amazonaws.com' } }, 'closed'],
    ['a role of the configuration', { Principal: { AWS: '${aws_iam_role.reader.arn}' } }, 'closed'],
    ['an account that a variable names', { Principal: { AWS: 'arn:aws:iam::${var.account}:root' } }, 'closed'],
    ['a variable', { Principal: { AWS: '${var.reader}' } }, 'open'],
    ['an effect that a variable names', { Effect: '${var.effect}', Principal: '*' }, 'open'],
    ['a denial', { Effect: 'Deny', Principal: '*' }, 'closed'],
  ])('%s', (_title, statement, expected) => {
    expect(reach(statement)).toBe(expected);
  });
});

describe('conditions that narrow', () => {
  test.each<[string, string, Json]>([
    ['StringEquals', 'aws:PrincipalOrgID', 'o-a1b2c3d4e5'],
    ['StringEquals', 'AWS:SourceOwner', '111122223333'],
    ['StringEqualsIgnoreCase', 'aws:SourceVpce', 'vpce-1'],
    ['StringLike', 'aws:SourceVpc', 'vpc-1'],
    ['StringEquals', 'kms:CallerAccount', '${data.aws_caller_identity.current.account_id}'],
    ['ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', 'o-a1b2c3d4e5/r-ab12/*'],
    ['ArnLike', 'aws:SourceArn', 'arn:aws:sns:*:111122223333:*'],
    ['ArnLike', 'aws:SourceArn', 'arn:aws:s3:*:*:invoices'],
    ['ArnEquals', 'aws:SourceArn', '${aws_s3_bucket.logs.arn}'],
    ['ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::111122223333:role/reader-*'],
    ['StringLike', 's3:DataAccessPointArn', 'arn:aws:s3:eu-central-1:111122223333:accesspoint/*'],
    ['IpAddress', 'aws:SourceIp', ['192.0.2.0/24', '10.0.0.0/8', '203.0.113.7', '2001:db8::/32']],
    ['Bool', 'aws:PrincipalIsAWSService', 'true'],
  ])('%s %s %j', (operator, key, value) => {
    expect(reachUnder(operator, key, value)).toBe('closed');
  });
});

describe('conditions that do not narrow', () => {
  test.each<[string, string, Json]>([
    ['StringLike', 'aws:PrincipalOrgID', '*'],
    ['StringLike', 'aws:SourceAccount', '1111*'],
    ['StringEquals', 'aws:SourceAccount', ['111122223333', '$${aws:PrincipalAccount}']],
    ['StringNotEquals', 'aws:PrincipalOrgID', 'o-a1b2c3d4e5'],
    ['StringEqualsIfExists', 'aws:SourceVpce', 'vpce-1'],
    ['ForAllValues:StringEquals', 'aws:PrincipalOrgPaths', 'o-a1b2c3d4e5/r-ab12/'],
    ['ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', '*/r-ab12/*'],
    ['ArnLike', 'aws:SourceArn', 'arn:aws:sns:*:*:orders'],
    ['ArnLike', 'aws:SourceArn', 'arn:aws:s3:::invoices-*'],
    ['ArnLike', 'aws:SourceArn', '*${aws_s3_bucket.logs.id}'],
    ['IpAddress', 'aws:SourceIp', '0.0.0.0/0'],
    ['IpAddress', 'aws:SourceIp', ['192.0.2.0/24', '128.0.0.0/1']],
    ['IpAddress', 'aws:SourceIp', '2001::/16'],
    ['IpAddress', 'aws:SourceIp', ['11.0.0.0/8', '12.0.0.0/8']],
    ['NotIpAddress', 'aws:SourceIp', '192.0.2.0/24'],
    ['Bool', 'aws:PrincipalIsAWSService', 'false'],
    ['Bool', 'aws:SecureTransport', 'true'],
    ['StringLike', 'aws:Referer', 'https://example.com/*'],
    ['StringEquals', 'kms:ViaService', 's3.eu-central-1.amazonaws.com'],
  ])('%s %s %j', (operator, key, value) => {
    expect(reachUnder(operator, key, value)).toBe('public');
  });

  test('one that does beside one that does not is enough', () => {
    const Condition = { Bool: { 'aws:SecureTransport': 'true' }, StringEquals: { 'aws:SourceVpce': 'vpce-1' } };
    expect(reach({ Principal: '*', Condition })).toBe('closed');
  });
});

describe('ranges that statements split up', () => {
  const from = (range: string, Action = 's3:GetObject') => ({
    Effect: 'Allow',
    Principal: '*',
    Action,
    Resource: '*',
    Condition: { IpAddress: { 'aws:SourceIp': range } },
  });
  const publicIn = (...statements: JsonObject[]): boolean => {
    const stack = readStack('stack', 'cdk.tf.json', {
      resource: { aws_s3_bucket_policy: { it: { policy: JSON.stringify({ Statement: statements }) } } },
    });
    const reading = readPolicy(new Model([stack]), stack.resources[0], 'policy');
    return reading !== undefined && 'statements' in reading && publicStatement(reading) !== undefined;
  };

  test('amount to everybody where they allow the same', () => {
    expect(publicIn(from('11.0.0.0/8'), from('12.0.0.0/8'))).toBe(true);
    expect(publicIn(from('11.0.0.0/8'), from('12.0.0.0/8', 's3:PutObject'))).toBe(false);
    expect(publicIn(from('11.0.0.0/8'), from('10.0.0.0/8'))).toBe(false);
  });
});

describe('values that only a plan can tell', () => {
  test.each<[string, Json, string]>([
    ['a variable', '${var.organization}', 'open'],
    ['a variable among wildcards', ['${var.organization}', '*'], 'public'],
  ])('%s', (_title, value, expected) => {
    expect(reachUnder('StringLike', 'aws:PrincipalOrgID', value)).toBe(expected);
  });

  test('a condition as a whole', () => {
    expect(reach({ Principal: '*', Condition: '${var.condition}' })).toBe('open');
  });
});

describe('the verdict on a policy', () => {
  const open = policyOf({ Sid: 'Read', Principal: '*' });

  test('names the statement, its actions and whom it lets in', () => {
    expect(publicPolicyVerdict('policy', open)).toMatchObject({
      outcome: 'violated',
      message: 'policy lets everybody in: statement "Read" allows s3:GetObject to *',
    });
  });

  test('shortens long lists of actions, and knows exceptions', () => {
    const { statements } = policyOf({
      Action: ['a:1', 'a:2', 'a:3', 'a:4'],
      NotPrincipal: { AWS: '111122223333' },
    });
    expect(describeStatement(statements[0])).toBe(
      'a statement allows a:1, a:2, a:3, 1 more to everybody but 111122223333'
    );
    const [denied] = policyOf({ Effect: 'Deny', Action: [], NotAction: 's3:Get*', Principal: '*' }).statements;
    expect(describeStatement(denied)).toBe('a statement denies all but s3:Get* to *');
  });

  test('is open where the policy, a part of it or a value is', () => {
    const outcome = (reading: Parameters<typeof publicPolicyVerdict>[1]): string | undefined =>
      publicPolicyVerdict('policy', reading)?.outcome;
    expect(outcome({ unknown: '${var.policy}' })).toBe('undetermined');
    expect(outcome({ broken: 'it is no JSON' })).toBe('undetermined');
    expect(outcome({ statements: [], complete: false, missing: '${var.statement}' })).toBe('undetermined');
    expect(outcome(policyOf({ Principal: { AWS: '${var.reader}' } }))).toBe('undetermined');
    expect(outcome({ ...open, complete: false })).toBe('violated');
    expect(outcome(policyOf({ Principal: { AWS: '111122223333' } }))).toBe('met');
    expect(outcome(undefined)).toBeUndefined();
  });
});
