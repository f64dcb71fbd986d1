import { run } from '../../../../lib/guardrails/engine';
import { RULE as EC2_008 } from '../../../../lib/guardrails/rules/ec2/endpoint-policy-names-callers';
import { JsonObject } from '../../../../lib/terraform/value';
import { resources } from '../../../support/models';

/** What the rule says of an endpoint: nothing, or its outcome. */
function outcome(endpoint: JsonObject): string {
  const [found] = run(resources({ aws_vpc_endpoint: { it: endpoint } }), [EC2_008]).outcomes;
  if (!found) return 'not judged';
  return (['met', 'violated', 'undetermined'] as const).filter((name) => found[name].length > 0).join();
}

test.each<[string, JsonObject, string]>([
  ['of a Gateway Load Balancer', { vpc_endpoint_type: 'GatewayLoadBalancer' }, 'not judged'],
  ['of a resource', { vpc_endpoint_type: 'Resource' }, 'not judged'],
  [
    'of another account',
    { vpc_endpoint_type: 'Interface', service_name: 'com.amazonaws.vpce.eu-west-1.vpce-svc-1' },
    'not judged',
  ],
  ['of AWS, without a policy', { service_name: 'com.amazonaws.eu-west-1.s3' }, 'violated'],
  ['of an open kind', { vpc_endpoint_type: '${var.open}' }, 'undetermined'],
])('an endpoint %s is %s', (_title, endpoint, expected) => {
  expect(outcome(endpoint)).toBe(expected);
});

describe('a statement that allows everybody', () => {
  test.each<[string, JsonObject, string]>([
    ['and is narrowed by nothing', {}, 'violated'],
    ['from the network', { Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1' } } }, 'violated'],
    ['from private addresses', { Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } }, 'violated'],
    ['of any account but one', { Condition: { StringNotEquals: { 'aws:PrincipalAccount': '1' } } }, 'violated'],
    ['of the account', { Condition: { StringEquals: { 'aws:PrincipalAccount': '111122223333' } } }, 'met'],
    ['for resources of the account', { Condition: { StringEquals: { 'aws:ResourceAccount': '111122223333' } } }, 'met'],
    ['for buckets of the account', { Condition: { StringEquals: { 's3:ResourceAccount': '111122223333' } } }, 'met'],
    ['for resources of any account', { Condition: { StringLike: { 'aws:ResourceAccount': '*' } } }, 'violated'],
    ['for a named bucket', { Resource: ['arn:aws:s3:::invoices', 'arn:aws:s3:::invoices/*'] }, 'met'],
    ['for a named bucket and all others', { Resource: ['arn:aws:s3:::invoices/*', '*'] }, 'violated'],
    ['for queues of the account', { Resource: 'arn:aws:sqs:eu-west-1:111122223333:*' }, 'met'],
    ['for queues of any account', { Resource: 'arn:aws:sqs:eu-west-1:*:orders' }, 'violated'],
    ['for all but a bucket', { Resource: undefined as never, NotResource: 'arn:aws:s3:::invoices/*' }, 'violated'],
    ['for a bucket of a variable', { Resource: '${var.open}/*' }, 'undetermined'],
  ])('%s', (_title, statement, expected) => {
    const policy = JSON.stringify({
      Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*', ...statement }],
    });
    expect(outcome({ policy })).toBe(expected);
  });
});
