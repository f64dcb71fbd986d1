import { TerraformStack } from 'cdktf';
import {
  AlpnPolicy,
  EncryptedTargetGroup,
  LoadBalancerType,
  NetworkTlsLoadBalancer,
  NetworkTlsLoadBalancerProps,
  Peer,
  SecurityGroup,
} from '../../../lib';
import { CERTIFICATE, network } from '../../support/network';
import { Written, messageOf, newStack } from '../../support/synth';

const INGRESS = 'aws_vpc_security_group_ingress_rule';

type Props = Omit<NetworkTlsLoadBalancerProps, 'vpc' | 'certificates'>;

function make(stack: TerraformStack, props: Props = {}, zones?: string[]): NetworkTlsLoadBalancer {
  const vpc = network(stack, zones);
  return new NetworkTlsLoadBalancer(stack, 'Broker', { ...props, vpc, certificates: [CERTIFICATE] });
}

function written(props: Props = {}): Written {
  const stack = newStack();
  make(stack, props).addTargets('Brokers', { port: 8883 });
  return Written.of(stack);
}

test('is internal, protected, with a security group, and spreads over every zone, without any props', () => {
  const found = written();
  expect(found.resource('aws_lb')).toMatchObject({
    name: 'test-broker',
    load_balancer_type: 'network',
    internal: true,
    subnets: ['subnet-application-0', 'subnet-application-1'],
    security_groups: ['${aws_security_group.Broker_SecurityGroup_4607CDDC.id}'],
    enable_cross_zone_load_balancing: true,
    enable_zonal_shift: true,
    enable_deletion_protection: true,
    enforce_security_group_inbound_rules_on_private_link_traffic: 'on',
    access_logs: { enabled: true, prefix: 'test/Broker/access' },
    tags: { 'tom:data-class': 'personal' },
  });
  for (const argument of ['connection_logs', 'health_check_logs', 'desync_mitigation_mode']) {
    expect(found.resource('aws_lb')).not.toHaveProperty(argument);
  }
  expect(found.resources(INGRESS)).toEqual({});
});

test('takes only TLS, and sends it on as TLS', () => {
  const found = written({ port: 8883, alpnPolicy: AlpnPolicy.HTTP1_ONLY });
  expect(found.resource('aws_lb_listener')).toMatchObject({
    port: 8883,
    protocol: 'TLS',
    ssl_policy: 'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09',
    alpn_policy: 'HTTP1Only',
    default_action: [{ type: 'forward', target_group_arn: '${aws_lb_target_group.Broker_Brokers_419220F6.arn}' }],
  });
  expect(found.resource('aws_lb_target_group')).toMatchObject({ port: 8883, protocol: 'TLS' });
});

test('has its logs delivered to the bucket that the stack shares, which lets them in', () => {
  const found = written();
  expect(found.resource('aws_lb').access_logs.bucket).toContain('aws_s3_bucket.AccessLogs_');
  const { LogDeliveryAclCheck, LogDeliveryWrite } = found.statements('aws_s3_bucket_policy', 'AccessLogs');
  for (const statement of [LogDeliveryAclCheck, LogDeliveryWrite]) {
    expect(statement.Principal).toEqual({ Service: 'delivery.logs.amazonaws.com' });
  }
});

describe('facing the internet', () => {
  test('is open on 443', () => {
    const found = written({ internetFacing: true });
    expect(found.resource('aws_lb')).toMatchObject({
      internal: false,
      subnets: ['subnet-public-0', 'subnet-public-1'],
    });
    expect(found.resource(INGRESS)).toMatchObject({ cidr_ipv4: '0.0.0.0/0', from_port: 443, to_port: 443 });
  });

  test('is open for its clients only, where some are named, on the port that it has', () => {
    const clients = [Peer.ipv4('192.0.2.0/24')];
    const other = written({ internetFacing: true, port: 8883, clients });
    expect(other.resource(INGRESS)).toMatchObject({ cidr_ipv4: '192.0.2.0/24', from_port: 8883 });
    expect(written({ internetFacing: true, clients }).resource(INGRESS)).toMatchObject({
      cidr_ipv4: '192.0.2.0/24',
      from_port: 443,
    });
  });

  test('is closed on another port until somebody is named', () => {
    expect(written({ internetFacing: true, port: 8883 }).resources(INGRESS)).toEqual({});
  });
});

test('sends to targets that are made elsewhere, and to those for its type alone', () => {
  const stack = newStack();
  const broker = make(stack);
  const vpc = network(new TerraformStack(stack.node.root, 'other'));
  const wrong = new EncryptedTargetGroup(stack, 'Wrong', { vpc });
  expect(messageOf(() => broker.forwardTo(wrong))).toContain(
    "[test/Broker/Listener] 'targets' must be for network load balancers"
  );
  broker.forwardTo(new EncryptedTargetGroup(stack, 'Right', { vpc, loadBalancerType: LoadBalancerType.NETWORK }));
  expect(Written.of(stack).resource('aws_lb_listener').default_action).toMatchObject([{ type: 'forward' }]);
});

test('may be there already', () => {
  const stack = newStack();
  const there = NetworkTlsLoadBalancer.fromLoadBalancerAttributes(stack, 'Broker', {
    loadBalancerArn: 'arn',
    loadBalancerDnsName: 'broker.elb.amazonaws.com',
    loadBalancerZoneId: 'Z3F0SRJ5LGBH90',
    securityGroup: SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-0123456789abcdef0'),
  });
  expect(there).toMatchObject({ loadBalancerArn: 'arn', loadBalancerType: LoadBalancerType.NETWORK });
});

const PORT = "'port' must be a whole number from 1 to 65535 (TOM 1.1.1 TLS on untrusted networks)";

test.each<[string, object, string]>([
  ['port 0', { port: 0 }, `${PORT}, got 0; write port: 443`],
  ['port 70000', { port: 70000 }, `${PORT}, got 70000; write port: 443`],
  [
    'logs off',
    { accessLogs: false },
    "'accessLogs' must not be set: the logs are always kept (TOM 8.1 Central logging and correlation), got false; " +
      'write accessLogBucket for another bucket, or leave it out',
  ],
])('refuses %s', (_title, props, message) => {
  expect(messageOf(() => make(newStack(), props))).toBe(`[test/Broker] ${message}`);
});

test('refuses one zone', () => {
  expect(messageOf(() => make(newStack(), {}, ['b']))).toContain(
    "[test/Broker] 'vpc' must have application subnets in two zones or more"
  );
});

test('sends nowhere, and says so, until it has targets', () => {
  const stack = newStack();
  make(stack);
  expect(messageOf(() => Written.of(stack))).toContain(
    '[test/Broker/Listener] the listener sends what it takes nowhere'
  );
});
