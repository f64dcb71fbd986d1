import { Lb } from '@cdktf/provider-aws/lib/lb';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack } from 'cdktf';
import { DnsZone, DnsZoneProps, PostureProps } from '../../../lib';
import { network } from '../../support/network';
import { Written, messageOf, newStack } from '../../support/synth';

const POSTURE: PostureProps = { owner: 'tests', retentionDays: 400, globalServiceLogs: 'our transfer assessment' };

function written(props: Partial<DnsZoneProps> = {}, posture = POSTURE): Written {
  const stack = newStack(posture);
  new DnsZone(stack, 'Zone', { zoneName: 'example.com', ...props });
  return Written.of(stack);
}

function refused(props: object, posture?: PostureProps): string {
  return messageOf(() => written(props, posture));
}

test('is signed with a key that Route 53 takes, and protected', () => {
  const zone = written();
  expect(zone.resource('aws_route53_zone')).toMatchObject({
    name: 'example.com',
    lifecycle: { prevent_destroy: true },
    tags: { 'tom:owner': 'tests' },
  });
  expect(zone.resource('aws_kms_key', 'Zone/SigningKey')).toMatchObject({
    customer_master_key_spec: 'ECC_NIST_P256',
    key_usage: 'SIGN_VERIFY',
    region: 'us-east-1',
    deletion_window_in_days: 30,
    lifecycle: { prevent_destroy: true },
    tags: { 'tom:data-class': 'public' },
  });
  expect(zone.statements('aws_kms_key', 'Zone/SigningKey')).toMatchObject({
    SignZone: {
      Principal: { Service: 'dnssec-route53.amazonaws.com' },
      Action: ['kms:DescribeKey', 'kms:GetPublicKey', 'kms:Sign'],
      Condition: { ArnEquals: { 'aws:SourceArn': expect.stringMatching(/^\$\{aws_route53_zone\.Zone_.+\.arn\}$/) } },
    },
    KeepSigning: { Action: 'kms:CreateGrant', Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } } },
  });
  expect(zone.resource('aws_route53_key_signing_key')).toMatchObject({
    name: 'test_zone',
    hosted_zone_id: expect.stringMatching(/^\$\{aws_route53_zone\.Zone_.+\.zone_id\}$/),
  });
  expect(zone.resource('aws_route53_hosted_zone_dnssec').hosted_zone_id).toMatch(
    /^\$\{aws_route53_key_signing_key\.Zone_KeySigningKey_.+\.hosted_zone_id\}$/
  );
});

test('logs queries in us-east-1, under a policy that lets only zones of the account write', () => {
  const zone = written({ queryLogRetentionDays: 731 });
  expect(zone.resource('aws_cloudwatch_log_group')).toMatchObject({
    name: '/aws/route53/example.com',
    retention_in_days: 731,
    region: 'us-east-1',
    tags: { 'tom:data-class': 'personal' },
  });
  expect(zone.resource('aws_route53_query_log')).toMatchObject({
    depends_on: [expect.stringMatching(/^aws_cloudwatch_log_resource_policy\.QueryLogDelivery-us-east-1_/)],
  });
  const policy = zone.resource('aws_cloudwatch_log_resource_policy');
  expect(JSON.parse(String(policy.policy_document))).toMatchObject({
    Statement: [
      {
        Principal: { Service: 'route53.amazonaws.com' },
        Resource: expect.stringMatching(/:logs:us-east-1:.+:log-group:\/aws\/route53\/\*:log-stream:\*$/),
        Condition: {
          StringEquals: { 'aws:SourceAccount': expect.stringContaining('account_id') },
          ArnLike: { 'aws:SourceArn': expect.stringMatching(/:route53:::hostedzone\/\*$/) },
        },
      },
    ],
  });
});

test('two zones of a stack share the policy of their logs', () => {
  const stack = newStack(POSTURE);
  for (const name of ['example.com', 'example.org']) new DnsZone(stack, name.replace('.', ''), { zoneName: name });
  expect(Object.keys(Written.of(stack).resources('aws_cloudwatch_log_resource_policy'))).toHaveLength(1);
});

test('of a network answers nowhere else, unsigned, and needs no word on logs', () => {
  const stack = newStack();
  new DnsZone(stack, 'Zone', { zoneName: 'example.internal', vpc: network(stack, undefined, 'eu-west-1') });
  const zone = Written.of(stack);
  expect(zone.resource('aws_route53_zone').vpc).toEqual([{ vpc_id: 'vpc-0123456789abcdef0', vpc_region: 'eu-west-1' }]);
  for (const type of ['aws_route53_hosted_zone_dnssec', 'aws_route53_query_log', 'aws_kms_key'])
    expect(zone.resources(type)).toEqual({});
});

test('a name points to a resource, by IPv4 and by IPv6 where it has both', () => {
  const stack = newStack();
  const zone = DnsZone.fromZoneId(stack, 'Zone', 'Z0123456789ABCDEFGHIJ', 'Example.com.');
  zone.addAlias('Site', { targetDnsName: 'd1.cloudfront.net', targetZoneId: 'Z2FDTNDATAQYW2', ipv6: true });
  zone.addAlias('Shop', {
    recordName: 'shop.example.com',
    targetDnsName: 'lb.eu-central-1.elb.amazonaws.com',
    targetZoneId: 'Z215JYRZR1TBD5',
    evaluateTargetHealth: true,
  });
  const of = (name: string): unknown => Written.of(stack).resources('aws_route53_record')[name];
  const site = { name: 'd1.cloudfront.net', zone_id: 'Z2FDTNDATAQYW2', evaluate_target_health: false };
  expect(of('Zone/Site')).toMatchObject({
    zone_id: 'Z0123456789ABCDEFGHIJ',
    name: 'example.com',
    type: 'A',
    alias: site,
  });
  expect(of('Zone/SiteIpv6')).toMatchObject({ type: 'AAAA', alias: site });
  expect(of('Zone/Shop')).toMatchObject({ name: 'shop.example.com', alias: { evaluate_target_health: true } });
  expect(of('Zone/ShopIpv6')).toBeUndefined();
});

describe('a name that points to a resource of another stack', () => {
  const two = (): { zoneStack: TerraformStack; siteStack: TerraformStack; zone: DnsZone; site: Lb } => {
    const zoneStack = newStack(POSTURE);
    const siteStack = new TerraformStack(zoneStack.node.root, 'site');
    new AwsProvider(siteStack, 'aws', { region: 'eu-central-1' });
    const zone = new DnsZone(zoneStack, 'Zone', { zoneName: 'example.com' });
    return { zoneStack, siteStack, zone, site: new Lb(siteStack, 'Site', {}) };
  };
  const point = (zone: DnsZone, { dnsName, zoneId }: Lb): void =>
    zone.addAlias('App', { targetDnsName: dnsName, targetZoneId: zoneId });

  test('is in that stack, where it refers to the zone', () => {
    const { zoneStack, siteStack, zone, site } = two();
    site.name = zone.zoneId;
    point(zone, site);
    expect(Object.keys(Written.of(siteStack).resources('aws_route53_record'))).toEqual(['Zone-test-Zone/App']);
    expect(Written.of(zoneStack).resources('aws_route53_record')).toEqual({});
  });

  test('is in the stack of the zone, where nothing else decides it', () => {
    const { zoneStack, siteStack, zone, site } = two();
    point(zone, site);
    expect(Object.keys(Written.of(zoneStack).resources('aws_route53_record'))).toEqual(['Zone/App']);
    expect(Written.of(siteStack).resources('aws_route53_record')).toEqual({});
  });
});

test('an ephemeral zone can be destroyed', () => {
  expect(
    written({}, { ...POSTURE, environment: 'ephemeral' } as PostureProps).resource('aws_route53_zone').lifecycle
  ).toBeUndefined();
});

test('refuses a public zone whose log nobody declares', () => {
  expect(refused({}, { owner: 'tests', retentionDays: 400 })).toBe(
    "[test/Zone] 'zoneName' must not be that of a public zone without a word on its logs: they hold addresses of people, and lie in us-east-1, outside of the residency of personal data (TOM 7.1 Protected perimeter), got \"example.com\"; say why they may lie there, in Posture.set(…, { globalServiceLogs: '…' })"
  );
});

test.each([
  [
    { zoneName: 'example' },
    `[test/Zone] 'zoneName' must be the name of a domain, known when the program runs, got "example"; write zoneName: 'example.com'`,
  ],
  [
    { forceDestroy: true },
    `[test/Zone] 'forceDestroy' must not be set: a zone is deleted only when it is empty (TOM 4.1 Automated backups), got true; leave it out`,
  ],
  [
    { dnssec: false },
    `[test/Zone] 'dnssec' must not be set: every public zone is signed (TOM 3.2.4 Integrity of transferred data), got false; leave it out`,
  ],
  [
    { queryLogsLogGroupArn: 'arn' },
    `[test/Zone] 'queryLogsLogGroupArn' must not be set: a public zone logs its queries to a log group of its own (TOM 8.1 Central logging and correlation), got "arn"; write queryLogRetentionDays, or leave it out`,
  ],
  [{ vpcs: [] }, `[test/Zone] 'vpcs' is not a prop of this construct, got []; write vpc`],
])('refuses %j', (props, message) => {
  expect(refused(props)).toBe(message);
});

test('refuses a query log for a private zone', () => {
  const stack = newStack();
  const props = { zoneName: 'example.internal', vpc: network(stack), queryLogRetentionDays: 365 };
  expect(messageOf(() => new DnsZone(stack, 'Zone', props))).toBe(
    "[test/Zone] 'queryLogRetentionDays' must not be set with vpc: the network logs the queries of a private zone (TOM 8.1 Central logging and correlation), got 365; leave it out"
  );
});

test('refuses an alias outside of the zone, and what is no id of one', () => {
  const stack = newStack();
  const zone = DnsZone.fromZoneId(stack, 'Zone', 'Z0123456789ABCDEFGHIJ', 'example.com');
  const alias = { recordName: 'www.example.org', targetDnsName: 'd1.cloudfront.net', targetZoneId: 'Z2FDTNDATAQYW2' };
  expect(messageOf(() => zone.addAlias('Site', alias))).toBe(
    "[test/Zone] 'recordName' must be a name of the zone example.com, got \"www.example.org\"; write 'example.com' or 'www.example.com', or another zone"
  );
  expect(messageOf(() => DnsZone.fromZoneId(stack, 'Other', 'example.com', 'example.com'))).toBe(
    "[test/Other] 'zoneId' must be the id of a hosted zone, got \"example.com\"; write 'Z0123456789ABCDEFGHIJ'"
  );
});
