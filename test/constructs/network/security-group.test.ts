import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, TerraformStack, TerraformVariable } from 'cdktf';
import { IVpc, Peer, Port, SecurityGroup, SecurityGroupProps } from '../../../lib';
import { ImportedVpc } from '../../../lib/constructs/network/vpc';
import { Written, messageOf, newStack } from '../../support/synth';

function network(stack: TerraformStack, id = 'Network'): IVpc {
  return new ImportedVpc(stack, id, { vpcId: `vpc-${id.toLowerCase()}`, vpcCidrBlock: '10.0.0.0/16' });
}

function groups(stack: TerraformStack): { [G in 'web' | 'app' | 'data']: SecurityGroup } {
  const vpc = network(stack);
  return {
    web: new SecurityGroup(stack, 'Web', { vpc }),
    app: new SecurityGroup(stack, 'App', { vpc }),
    data: new SecurityGroup(stack, 'Data', { vpc }),
  };
}

const INGRESS = 'aws_vpc_security_group_ingress_rule';
const EGRESS = 'aws_vpc_security_group_egress_rule';

test('begins closed, and takes rules that are resources of their own', () => {
  const stack = newStack();
  new SecurityGroup(stack, 'Web', { vpc: network(stack) });
  const written = Written.of(stack);
  const group = written.resource('aws_security_group');
  expect(group).toMatchObject({
    name_prefix: 'test-web-',
    description: 'test/Web',
    vpc_id: 'vpc-network',
    revoke_rules_on_delete: true,
    lifecycle: { create_before_destroy: true },
    tags: { 'tom:data-class': 'personal' },
  });
  expect(group).not.toHaveProperty('ingress');
  expect(group).not.toHaveProperty('egress');
  expect(written.addresses.filter((address) => address.includes('_rule'))).toEqual([]);
});

test('opens one direction by two described rules, once', () => {
  const stack = newStack();
  const { app, data } = groups(stack);
  app.connections.allowTo(data, Port.POSTGRESQL);
  data.connections.allowFrom(app, Port.POSTGRESQL);
  const written = Written.of(stack);
  expect(Object.keys(written.resources(EGRESS))).toEqual(['App/To-test-Data-tcp-5432']);
  expect(Object.keys(written.resources(INGRESS))).toEqual(['Data/From-test-App-tcp-5432']);
  expect(written.resource(EGRESS)).toMatchObject({ ip_protocol: 'tcp', from_port: 5432, to_port: 5432 });
  expect(written.resource(EGRESS).description).toBe('tcp 5432 to test/Data');
  expect(written.resource(INGRESS).description).toBe('tcp 5432 from test/App');
  const [id] = written.addresses.filter((address) => address.startsWith('aws_security_group.Data'));
  expect(written.resource(INGRESS).security_group_id).toBe(`\${${id}.id}`);
});

test('takes addresses, prefix lists, members, and a description', () => {
  const stack = newStack();
  const { app } = groups(stack);
  const list = new TerraformVariable(stack, 'list', {}).stringValue;
  app.connections.allowFrom(Peer.ipv4('10.1.0.0/16'), Port.HTTPS, 'the office');
  app.connections.allowFrom(Peer.ipv6('fc00::/7', 'Private'), Port.HTTPS);
  app.connections.allowTo(Peer.ipv6('2001:db8::/32'), Port.HTTPS);
  app.connections.allowTo(Peer.prefixList(list, 'S3'), Port.HTTPS);
  app.connections.allowTo(Peer.ipv4('0.0.0.0/0'), Port.HTTPS);
  app.connections.allowInternally(Port.tcp(7000));
  const written = Written.of(stack);
  const inward = written.resources(INGRESS);
  expect(Object.values(inward).map((rule) => [rule.cidr_ipv4, rule.description] as [string, string])).toEqual([
    ['10.1.0.0/16', 'the office'],
    [undefined, 'tcp 443 from Private'],
    [undefined, 'tcp 7000 among themselves'],
  ]);
  expect(
    Object.values(written.resources(EGRESS))
      .map((rule) => rule.description as string)
      .sort()
  ).toEqual(['tcp 443 to 0.0.0.0/0', 'tcp 443 to 2001:db8::/32', 'tcp 443 to S3', 'tcp 7000 among themselves']);
});

describe('between stacks', () => {
  function twoStacks(): { network: TerraformStack; workload: TerraformStack; edge: SecurityGroup; app: SecurityGroup } {
    const first = newStack();
    const second = new TerraformStack(App.of(first), 'workload');
    new AwsProvider(second, 'aws', { region: 'eu-central-1' });
    const vpc = network(first);
    const edge = new SecurityGroup(first, 'Edge', { vpc });
    const app = new SecurityGroup(second, 'App', { vpc });
    return { network: first, workload: second, edge, app };
  }

  test.each(['into', 'out of'])('rules %s the stack that depends on the other stand in it', (direction) => {
    const { network: first, workload, edge, app } = twoStacks();
    if (direction === 'into') edge.connections.allowTo(app, Port.tcp(8443));
    else app.connections.allowTo(edge, Port.tcp(8443));
    const written = Written.of(workload);
    expect(Object.keys(written.resources(INGRESS))).toHaveLength(1);
    expect(Object.keys(written.resources(EGRESS))).toHaveLength(1);
    expect(Written.of(first).addresses.filter((address) => address.includes('_rule'))).toEqual([]);
    expect(workload.dependsOn(first)).toBe(true);
    expect(first.dependsOn(workload)).toBe(false);
  });
});

describe('refuses', () => {
  test.each([
    [
      'everybody',
      (app: SecurityGroup) => app.connections.allowFrom(Peer.ipv4('0.0.0.0/0'), Port.HTTPS),
      `[test/App] 'peer' must not be everybody (TOM 3.3.4 Layered network defence), got "0.0.0.0/0"; name a security group or a narrower range; what is public on purpose is an HttpsLoadBalancer with internetFacing: true`,
    ],
    [
      'half of everybody',
      (app: SecurityGroup) => app.connections.allowFrom(Peer.ipv4('128.0.0.0/1'), Port.HTTPS),
      `[test/App] 'peer' must not be everybody (TOM 3.3.4 Layered network defence), got "128.0.0.0/1"; name a security group or a narrower range; what is public on purpose is an HttpsLoadBalancer with internetFacing: true`,
    ],
    [
      'everybody of IPv6',
      (app: SecurityGroup) => app.connections.allowFrom(Peer.ipv6('::/0'), Port.HTTPS),
      `[test/App] 'peer' must not be everybody (TOM 3.3.4 Layered network defence), got "::/0"; name a security group or a narrower range; what is public on purpose is an HttpsLoadBalancer with internetFacing: true`,
    ],
    [
      'egress to everybody, but on TCP 443',
      (app: SecurityGroup) => app.connections.allowTo(Peer.ipv4('0.0.0.0/0'), Port.tcpRange(443, 8443)),
      `[test/App] 'peer' must not be everybody on tcp 443-8443 (TOM 3.3.4 Layered network defence), got "0.0.0.0/0"; name what is reached, or write Port.HTTPS: everybody may be reached only on TCP 443`,
    ],
    [
      'SSH from addresses',
      (app: SecurityGroup) => app.connections.allowFrom(Peer.ipv4('10.1.2.0/24'), Port.tcp(22)),
      `[test/App] 'port' must not be one by which administrators connect, where addresses are let in (TOM 6.4 Privileged access management), got "tcp 22"; use a BastionHost, whose Session Manager needs no inbound rule, or name a security group as the peer`,
    ],
    [
      'a description that EC2 does not take',
      (app: SecurityGroup) => app.connections.allowFrom(Peer.ipv4('10.1.2.0/24'), Port.HTTPS, 'Büro'),
      `[test/App] 'description' must be 1 to 255 letters, digits, spaces and ._-:/()#,@[]+=&;{}!$* (TOM 3.3.4 Layered network defence), got "Büro"; write what the connection is for, such as 'orders to their database'`,
    ],
    [
      'itself',
      (app: SecurityGroup) => app.connections.allowTo(app, Port.HTTPS),
      `[test/App] 'peer' must be another security group (TOM 3.3.4 Layered network defence), got "test/App"; call connections.allowInternally(port) for members that talk to each other`,
    ],
  ])('%s', (_title, act, message) => {
    expect(messageOf(() => act(groups(newStack()).app))).toBe(message);
  });

  test('two ranges without a security group', () => {
    const office = Peer.ipv4('10.1.0.0/16');
    expect(messageOf(() => office.connections.allowTo(Peer.ipv4('10.2.0.0/16'), Port.HTTPS))).toBe(
      `'peer' must have a security group where the other side is a range of addresses (TOM 3.3.4 Layered network defence); call allowTo or allowFrom on what has a security group`
    );
    expect(messageOf(() => office.connections.allowInternally(Port.HTTPS))).toBe(
      `'allowInternally' must be called on a security group (TOM 3.3.4 Layered network defence); call it on what has a security group`
    );
  });

  test('a peer of another network', () => {
    const stack = newStack();
    const app = new SecurityGroup(stack, 'App', { vpc: network(stack, 'One') });
    const other = new SecurityGroup(stack, 'Other', { vpc: network(stack, 'Two') });
    expect(messageOf(() => app.connections.allowTo(other, Port.HTTPS))).toBe(
      `[test/App] 'peer' must belong to the network test/One (TOM 3.3.4 Layered network defence), got "test/Other in test/Two"; make both in one network, or let networks meet at a private endpoint or a load balancer`
    );
  });

  test('a circle, and writes nothing of it', () => {
    const stack = newStack();
    const { web, app, data } = groups(stack);
    web.connections.allowTo(app, Port.HTTPS);
    app.connections.allowTo(data, Port.HTTPS);
    expect(messageOf(() => data.connections.allowTo(web, Port.HTTPS))).toBe(
      `[test/Data] 'peer' must not reach this security group itself, which would make a circle (TOM 3.3.4 Layered network defence), got "test/Web to test/App to test/Data"; let one side begin, since answers need no rule, or make them one security group and call allowInternally`
    );
    expect(Object.keys(Written.of(stack).resources(INGRESS))).toHaveLength(2);
  });

  test.each([
    ['ingress', { ingress: [] }],
    ['egress', { egress: [] }],
    ['allowAllOutbound', { allowAllOutbound: true }],
  ])('rules as the prop %s', (prop, props) => {
    const stack = newStack();
    const all = { vpc: network(stack), ...props } as SecurityGroupProps;
    expect(messageOf(() => new SecurityGroup(stack, 'It', all))).toMatch(
      `[test/It] '${prop}' must not be set: rules are resources of their own, and everything is closed until it is named (TOM 3.3.4 Layered network defence), got `
    );
  });

  test('an id that is none', () => {
    const stack = newStack();
    expect(messageOf(() => SecurityGroup.fromSecurityGroupId(stack, 'It', 'default'))).toBe(
      `[test/It] 'securityGroupId' must be the id of a security group (TOM 3.3.4 Layered network defence), got "default"; write securityGroupId: 'sg-0123456789abcdef0'`
    );
  });
});

test('adds rules to a group that is already there', () => {
  const stack = newStack();
  const { app } = groups(stack);
  const legacy = SecurityGroup.fromSecurityGroupId(stack, 'Legacy', 'sg-0123456789abcdef0');
  app.connections.allowTo(legacy, Port.HTTPS);
  expect(Written.of(stack).resource(INGRESS).security_group_id).toBe('sg-0123456789abcdef0');
});

describe('peers', () => {
  test.each([
    [
      () => Peer.ipv4('10.0.0.1/8'),
      `'peer' must be a range of addresses: this begins within the range 10.0.0.0/8 (TOM 3.3.4 Layered network defence), got "10.0.0.1/8"; write Peer.ipv4('10.0.0.0/16')`,
    ],
    [
      () => Peer.ipv6('10.0.0.0/8'),
      `'peer' must be a range of addresses: this is no IPv6 range (TOM 3.3.4 Layered network defence), got "10.0.0.0/8"; write Peer.ipv6('2001:db8::/32')`,
    ],
    [
      () => Peer.ipv6('2001:db8::1/32'),
      `'peer' must be a range of addresses: this begins within the range 2001:db8::/32 (TOM 3.3.4 Layered network defence), got "2001:db8::1/32"; write Peer.ipv6('2001:db8::/32')`,
    ],
    [
      () => Peer.prefixList('s3'),
      `'peer' must be a range of addresses: this is no id of a prefix list (TOM 3.3.4 Layered network defence), got "s3"; write Peer.prefixList('pl-0123456789abcdef0')`,
    ],
  ])('are refused where they are none', (make, message) => {
    expect(messageOf(make)).toBe(message);
  });

  test('need a name where they are tokens', () => {
    const list = new TerraformVariable(newStack(), 'list', {}).stringValue;
    expect(messageOf(() => Peer.prefixList(list))).toBe(
      `'peer' must have a name where its value is a token (TOM 3.3.4 Layered network defence), got a token; write Peer.prefixList(prefixListId, 'S3')`
    );
  });
});
