import { TerraformStack, TerraformVariable } from 'cdktf';
import {
  AuditLogArchive,
  CryptoProfile,
  EncryptedTargetGroup,
  Environment,
  HttpsLoadBalancer,
  HttpsLoadBalancerProps,
  LoadBalancerType,
  Peer,
  Port,
  SecurityGroup,
  TrustStore,
  WebFirewall,
} from '../../../lib';
import { check } from '../../../lib/guardrails/check';
import { readStack } from '../../../lib/terraform/read-stack';
import { CERTIFICATE, network } from '../../support/network';
import { Written, messageOf, newStack } from '../../support/synth';

const ACL = 'arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/shop/1234abcd-12ab-44cd-a6ef-1234567890ab';
const INGRESS = 'aws_vpc_security_group_ingress_rule';

type Props = Omit<HttpsLoadBalancerProps, 'vpc' | 'certificates'>;

function make(stack: TerraformStack, props: Props = {}, zones?: string[]): HttpsLoadBalancer {
  return new HttpsLoadBalancer(stack, 'Front', { ...props, vpc: network(stack, zones), certificates: [CERTIFICATE] });
}

function written(props: Props = {}, posture?: Parameters<typeof newStack>[0]): Written {
  const stack = newStack(posture);
  make(stack, props);
  return Written.of(stack);
}

test('is internal, strict, protected, and in every zone, without any props', () => {
  const found = written().resource('aws_lb');
  expect(found).toMatchObject({
    name: 'test-front',
    load_balancer_type: 'application',
    internal: true,
    ip_address_type: 'ipv4',
    subnets: ['subnet-application-0', 'subnet-application-1'],
    security_groups: ['${aws_security_group.Front_SecurityGroup_9E94CFA6.id}'],
    drop_invalid_header_fields: true,
    desync_mitigation_mode: 'strictest',
    enable_waf_fail_open: false,
    enable_zonal_shift: true,
    enable_deletion_protection: true,
    tags: { 'tom:owner': 'tests' },
  });
});

test('takes HTTPS on 443, and redirects on 80', () => {
  const listeners = written().resources('aws_lb_listener');
  expect(Object.keys(listeners).sort()).toEqual(['Front/Listener/Resource', 'Front/RedirectListener']);
  expect(listeners['Front/Listener/Resource']).toMatchObject({
    port: 443,
    protocol: 'HTTPS',
    ssl_policy: 'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09',
  });
  expect(listeners['Front/RedirectListener']).toMatchObject({
    port: 80,
    protocol: 'HTTP',
    default_action: [{ type: 'redirect', redirect: { port: '443', protocol: 'HTTPS', status_code: 'HTTP_301' } }],
    routing_http_response_server_enabled: false,
  });
});

test('logs requests, connections and health checks to the bucket that the stack shares', () => {
  const found = written();
  const bucket = '${aws_s3_bucket.AccessLogs_8B620ECA.bucket}';
  expect(found.resource('aws_lb')).toMatchObject({
    access_logs: { enabled: true, bucket, prefix: 'test/Front/access' },
    connection_logs: { enabled: true, bucket, prefix: 'test/Front/connection' },
    health_check_logs: { enabled: true, bucket, prefix: 'test/Front/health-check' },
    depends_on: ['aws_s3_bucket_policy.AccessLogs_Policy_3C1D984A'],
  });
});

test('logs to an archive', () => {
  const stack = newStack();
  make(stack, { accessLogBucket: new AuditLogArchive(stack, 'Archive').accessLogBucket });
  const found = Written.of(stack);
  const { access_logs, depends_on } = found.resource('aws_lb');
  expect(access_logs.bucket).toContain('Archive_AccessLogs');
  expect(depends_on).toEqual([expect.stringContaining('aws_s3_bucket_policy.Archive_AccessLogs_Policy') as string]);
  expect(Object.keys(found.resources('aws_s3_bucket'))).not.toContain('AccessLogs/Resource');
});

describe('facing the internet', () => {
  test('stands in the public subnets, open on 443 and 80 alone', () => {
    const found = written({ internetFacing: true });
    expect(found.resource('aws_lb')).toMatchObject({
      internal: false,
      subnets: ['subnet-public-0', 'subnet-public-1'],
    });
    const open = Object.values(found.resources(INGRESS));
    expect(open.map(({ cidr_ipv4, from_port, to_port }) => [cidr_ipv4, from_port, to_port] as unknown[])).toEqual(
      expect.arrayContaining([
        ['0.0.0.0/0', 443, 443],
        ['0.0.0.0/0', 80, 80],
      ])
    );
    expect(open).toHaveLength(2);
  });

  test('has IPv6 addresses where that is said', () => {
    const found = written({ internetFacing: true, dualStack: true });
    expect(found.resource('aws_lb').ip_address_type).toBe('dualstack');
    const open = Object.values(found.resources(INGRESS)).filter(({ cidr_ipv6 }) => cidr_ipv6 === '::/0');
    expect(open.map(({ from_port }) => from_port as number).sort()).toEqual([443, 80]);
  });

  test('stands behind a firewall of its own', () => {
    const found = written({ internetFacing: true });
    expect(found.resource('aws_wafv2_web_acl_association')).toMatchObject({
      resource_arn: '${aws_lb.Front_0087DB4F.arn}',
      web_acl_arn: '${aws_wafv2_web_acl.Front_WebFirewall_76E0A6D8.arn}',
    });
  });

  test('stands behind another where that is said', () => {
    const stack = newStack();
    const webFirewall = WebFirewall.fromWebAclArn(stack, 'Firewall', ACL);
    expect(make(stack, { internetFacing: true, webFirewall }).webFirewall).toBe(webFirewall);
    const found = Written.of(stack);
    expect(found.resource('aws_wafv2_web_acl_association').web_acl_arn).toBe(ACL);
    expect(found.resources('aws_wafv2_web_acl')).toEqual({});
  });
});

describe('facing the internet for some only', () => {
  const rate = (found: Written): object =>
    (found.resource('aws_wafv2_web_acl').rule as { name: string; statement: { rate_based_statement: object } }[]).find(
      ({ name }) => name === 'RateLimit'
    )!.statement.rate_based_statement;

  test('lets in distributions of CloudFront on 443, and nobody else', () => {
    const stack = newStack();
    make(stack, { internetFacing: true, clients: [Peer.cloudFront(stack)] });
    const found = Written.of(stack);
    expect(found.resource('aws_lb')).toMatchObject({
      internal: false,
      subnets: ['subnet-public-0', 'subnet-public-1'],
    });
    expect(found.json.data.aws_ec2_managed_prefix_list).toMatchObject({
      CloudFrontOriginFacing: { name: 'com.amazonaws.global.cloudfront.origin-facing' },
    });
    const rules = Object.values(found.resources(INGRESS));
    expect(rules).toHaveLength(1);
    expect(rules[0]).toMatchObject({
      prefix_list_id: '${data.aws_ec2_managed_prefix_list.CloudFrontOriginFacing.id}',
      from_port: 443,
      to_port: 443,
    });
    expect(rules[0]).not.toHaveProperty('cidr_ipv4');
  });

  test('has no finding behind CloudFront, and counts rates by the address that CloudFront hands on', () => {
    const stack = newStack({ owner: 'tests', retentionDays: 400 });
    make(stack, { internetFacing: true, clients: [Peer.cloudFront(stack)] });
    const found = Written.of(stack);
    expect(rate(found)).toEqual({
      aggregate_key_type: 'FORWARDED_IP',
      forwarded_ip_config: { header_name: 'x-forwarded-for', fallback_behavior: 'MATCH' },
      evaluation_window_sec: 300,
      limit: 2000,
    });
    const { findings } = check([readStack('test', 'cdk.tf.json', found.json)]).report;
    expect(findings.map(({ rule }) => rule).filter((rule) => rule !== 'TF-002')).toEqual([]);
  });

  test('lets in ranges, and counts rates by the address that connects', () => {
    const stack = newStack();
    make(stack, { internetFacing: true, clients: [Peer.ipv4('192.0.2.0/24'), Peer.ipv6('2001:db8::/32')] });
    const found = Written.of(stack);
    const rules = Object.values(found.resources(INGRESS));
    expect(
      rules.map(({ cidr_ipv4, cidr_ipv6, from_port }) => ({
        range: (cidr_ipv4 ?? cidr_ipv6) as string,
        from_port: from_port as number,
      }))
    ).toEqual([
      { range: '192.0.2.0/24', from_port: 443 },
      { range: '2001:db8::/32', from_port: 443 },
    ]);
    expect(rate(found)).toMatchObject({ aggregate_key_type: 'IP' });
  });

  test('lets nobody in where nobody is named', () => {
    expect(written({ internetFacing: true, clients: [] }).resources(INGRESS)).toEqual({});
  });

  test('refuses everybody by name', () => {
    const stack = newStack();
    expect(messageOf(() => make(stack, { internetFacing: true, clients: [Peer.ipv4('0.0.0.0/0')] }))).toContain(
      "'peer' must not be everybody"
    );
  });

  test('looks the list up once a stack and region', () => {
    const stack = newStack();
    for (const region of [undefined, 'eu-west-1', undefined, 'eu-west-1']) Peer.cloudFront(stack, region);
    const lists = Written.of(stack).json.data.aws_ec2_managed_prefix_list as object;
    expect(lists).toMatchObject({ 'CloudFrontOriginFacing-eu-west-1': { region: 'eu-west-1' } });
    expect(Object.keys(lists)).toHaveLength(2);
  });
});

test('refuses the firewall of a distribution', () => {
  const stack = newStack();
  const arn = 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/site/1234abcd';
  const webFirewall = WebFirewall.fromWebAclArn(stack, 'Firewall', arn);
  expect(messageOf(() => make(stack, { webFirewall }))).toBe(
    '[test/Front] \'webFirewall\' must be of a firewall for regional resources (TOM 3.3.3 Protection against denial of service), got "CLOUDFRONT"; leave webAclScope out; a distribution names its firewall itself: webAclId: firewall.webAclArn'
  );
});

describe('internal', () => {
  test('lets nobody in that is not named, and has no firewall', () => {
    const found = written();
    expect(found.resources(INGRESS)).toEqual({});
    expect(found.resources('aws_wafv2_web_acl_association')).toEqual({});
  });

  test('stands behind a firewall where that is said', () => {
    const stack = newStack();
    make(stack, { webFirewall: WebFirewall.fromWebAclArn(stack, 'Firewall', ACL) });
    expect(Written.of(stack).resource('aws_wafv2_web_acl_association').web_acl_arn).toBe(ACL);
  });

  test('lets in who is named as a client', () => {
    const stack = newStack();
    make(stack, { clients: [Peer.ipv4('10.1.0.0/16')] });
    const found = Written.of(stack);
    expect(found.resource(INGRESS)).toMatchObject({ cidr_ipv4: '10.1.0.0/16', from_port: 443 });
    expect(found.resources('aws_wafv2_web_acl_association')).toEqual({});
  });

  test('lets in who is named', () => {
    const stack = newStack();
    make(stack).connections.allowFrom(Peer.ipv4('10.1.0.0/16'), Port.HTTPS);
    expect(Written.of(stack).resource(INGRESS)).toMatchObject({ cidr_ipv4: '10.1.0.0/16', from_port: 443 });
  });
});

test('sends to targets by HTTPS, and reaches what it is let to', () => {
  const stack = newStack();
  const front = make(stack);
  const targets = front.addTargets('Shop', { port: 8443, healthCheckPath: '/health' });
  front.connections.allowTo(new SecurityGroup(stack, 'Application', { vpc: network2(stack) }), Port.tcp(8443));
  expect(targets.loadBalancerType).toBe(LoadBalancerType.APPLICATION);
  const found = Written.of(stack);
  expect(found.resource('aws_lb_target_group')).toMatchObject({ protocol: 'HTTPS', port: 8443 });
  expect(found.resource('aws_lb_listener', 'Front/Listener').default_action).toEqual([
    { type: 'forward', target_group_arn: '${aws_lb_target_group.Front_Shop_9E676693.arn}' },
  ]);
  expect(found.resource('aws_vpc_security_group_egress_rule')).toMatchObject({ from_port: 8443, to_port: 8443 });
});

function network2(stack: TerraformStack): HttpsLoadBalancerProps['vpc'] {
  return stack.node.findChild('Network') as unknown as HttpsLoadBalancerProps['vpc'];
}

test('sends to targets that are made elsewhere', () => {
  const stack = newStack();
  const front = make(stack);
  front.forwardTo(new EncryptedTargetGroup(stack, 'Shop', { vpc: network2(stack) }));
  expect(Written.of(stack).resource('aws_lb_listener', 'Front/Listener').default_action).toMatchObject([
    { type: 'forward' },
  ]);
});

test('takes a profile, a trust store, a name and tags', () => {
  const stack = newStack();
  const trustStore = TrustStore.fromTrustStoreArn(stack, 'Partners', 'arn:aws:elasticloadbalancing:partners');
  make(stack, { cryptoProfile: CryptoProfile.FIPS, trustStore, loadBalancerName: 'acme-shop', tags: { team: 'a' } });
  const found = Written.of(stack);
  expect(found.resource('aws_lb')).toMatchObject({ name: 'acme-shop', tags: { team: 'a' } });
  expect(found.resource('aws_security_group').tags.team).toBe('a');
  expect(found.resources('aws_lb_listener')['Front/Listener/Resource']).toMatchObject({
    ssl_policy: 'ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09',
    mutual_authentication: { mode: 'verify', trust_store_arn: 'arn:aws:elasticloadbalancing:partners' },
    tags: { team: 'a' },
  });
});

test('lies with all its parts where its network does', () => {
  const stack = newStack();
  const vpc = network(stack, ['a', 'b'], 'eu-west-1');
  const there = { certificateArn: CERTIFICATE.certificateArn } as typeof CERTIFICATE;
  new HttpsLoadBalancer(stack, 'Front', { vpc, certificates: [there], internetFacing: true }).addTargets('Shop');
  const found = Written.of(stack);
  for (const type of ['aws_lb', 'aws_lb_target_group', 'aws_wafv2_web_acl', 'aws_wafv2_web_acl_association']) {
    expect(found.resource(type).region).toBe('eu-west-1');
  }
  for (const listener of Object.values(found.resources('aws_lb_listener'))) expect(listener.region).toBe('eu-west-1');
  expect(found.resource('aws_lb').access_logs.bucket).toContain('AccessLogs-eu-west-1');
});

test('may be deleted in an ephemeral environment', () => {
  expect(written({}, { environment: Environment.EPHEMERAL }).resource('aws_lb').enable_deletion_protection).toBe(false);
});

test('may be there already', () => {
  const stack = newStack();
  const securityGroup = SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-0123456789abcdef0');
  const there = HttpsLoadBalancer.fromLoadBalancerAttributes(stack, 'Front', {
    loadBalancerArn: 'arn',
    loadBalancerDnsName: 'shop.elb.amazonaws.com',
    loadBalancerZoneId: 'Z215JYRZR1TBD5',
    securityGroup,
  });
  expect(there).toMatchObject({ loadBalancerArn: 'arn', loadBalancerType: LoadBalancerType.APPLICATION });
  expect(there.connections).toBe(securityGroup.connections);
});

const LOGGED = 'must not be set: the logs are always kept (TOM 8.1 Central logging and correlation)';
const LOGGED_FIX = 'write accessLogBucket for another bucket, or leave it out';
const STRICT = 'must not be set: the load balancer is as strict as it can be (TOM 3.3.4 Layered network defence)';
const PROTECTED = 'must not be set: the environment of the posture decides it (TOM 3.2.1 Change management)';
const PROTECTED_FIX = 'set the posture of a test to Environment.EPHEMERAL';
const OPEN = 'must not be set: who reaches it follows from internetFacing (TOM 3.3.4 Layered network defence)';
const OPEN_FIX = 'call connections.allowFrom, or write internetFacing: true';
const NAME =
  "'loadBalancerName' must be 1 to 32 letters, digits and hyphens, no hyphen at an end and no 'internal-' before it, known when the program runs";

test.each<[string, object, string]>([
  ['access logs of its own', { accessLogs: false }, `'accessLogs' ${LOGGED}, got false; ${LOGGED_FIX}`],
  ['connection logs of its own', { connectionLogs: {} }, `'connectionLogs' ${LOGGED}, got an object; ${LOGGED_FIX}`],
  [
    'health check logs of its own',
    { healthCheckLogs: {} },
    `'healthCheckLogs' ${LOGGED}, got an object; ${LOGGED_FIX}`,
  ],
  [
    'a policy of its own',
    { sslPolicy: 'ELBSecurityPolicy-TLS-1-1-2017-01' },
    "'sslPolicy' must not be set: no policy that admits less than TLS 1.2 with forward secrecy can be written " +
      '(TOM 1.1.1 TLS on untrusted networks), got "ELBSecurityPolicy-TLS-1-1-2017-01"; write cryptoProfile, or leave it out',
  ],
  [
    'another mode',
    { desyncMitigationMode: 'monitor' },
    `'desyncMitigationMode' ${STRICT}, got "monitor"; leave it out`,
  ],
  [
    'malformed headers',
    { dropInvalidHeaderFields: false },
    `'dropInvalidHeaderFields' ${STRICT}, got false; leave it out`,
  ],
  ['failing open', { enableWafFailOpen: true }, `'enableWafFailOpen' ${STRICT}, got true; leave it out`],
  ['no protection', { deletionProtection: false }, `'deletionProtection' ${PROTECTED}, got false; ${PROTECTED_FIX}`],
  [
    'no protection by its other name',
    { enableDeletionProtection: false },
    `'enableDeletionProtection' ${PROTECTED}, got false; ${PROTECTED_FIX}`,
  ],
  ['what Terraform calls internal', { internal: false }, `'internal' ${OPEN}, got false; ${OPEN_FIX}`],
  ['being open', { open: true }, `'open' ${OPEN}, got true; ${OPEN_FIX}`],
  ['other security groups', { securityGroups: [] }, `'securityGroups' ${OPEN}, got []; ${OPEN_FIX}`],
  [
    'a long name',
    { loadBalancerName: 'a'.repeat(33) },
    `${NAME}, got "${'a'.repeat(33)}"; write loadBalancerName: 'acme-shop'`,
  ],
  [
    'a name that AWS keeps',
    { loadBalancerName: 'internal-a' },
    `${NAME}, got "internal-a"; write loadBalancerName: 'acme-shop'`,
  ],
])('refuses %s', (_title, props, message) => {
  expect(messageOf(() => make(newStack(), props))).toBe(`[test/Front] ${message}`);
});

test('refuses a name that only Terraform knows', () => {
  const stack = newStack();
  const loadBalancerName = new TerraformVariable(stack, 'name', {}).stringValue;
  expect(messageOf(() => make(stack, { loadBalancerName }))).toBe(
    `[test/Front] ${NAME}, got a token; write loadBalancerName: 'acme-shop'`
  );
});

test.each([
  ['one zone', ['a'], '["eu-central-1a"]'],
  ['two subnets of one zone', ['a', 'a'], '["eu-central-1a"]'],
])('refuses %s', (_title, zones, value) => {
  expect(messageOf(() => make(newStack(), {}, zones))).toBe(
    `[test/Front] 'vpc' must have application subnets in two zones or more: one zone that fails takes the load balancer along ` +
      `(TOM 3.3.1 Redundant and distributed architecture), got ${value}; give the network a second zone`
  );
});

test('refuses a network without public subnets where it faces the internet', () => {
  expect(messageOf(() => make(newStack(), { internetFacing: true }, []))).toContain(
    "'tier' must be one that the network has"
  );
});
