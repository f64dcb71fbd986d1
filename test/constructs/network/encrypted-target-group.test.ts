import { EncryptedTargetGroup, EncryptedTargetGroupOptions, LoadBalancerType, TargetType } from '../../../lib';
import { network } from '../../support/network';
import { Written, messageOf, newStack } from '../../support/synth';

const ARN = 'arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/shop/73e2d6bc24d8a067';

function targets(options: EncryptedTargetGroupOptions = {}, loadBalancerType?: LoadBalancerType): Written {
  const stack = newStack();
  new EncryptedTargetGroup(stack, 'Shop', { ...options, vpc: network(stack), loadBalancerType });
  return Written.of(stack);
}

test('are reached by HTTPS, in health checks too', () => {
  const found = targets().resource('aws_lb_target_group');
  expect(found).toMatchObject({
    vpc_id: 'vpc-0123456789abcdef0',
    target_type: 'instance',
    port: 443,
    protocol: 'HTTPS',
    health_check: { protocol: 'HTTPS', port: 'traffic-port', path: '/', matcher: '200' },
    lifecycle: { create_before_destroy: true },
    tags: { 'tom:data-class': 'personal' },
  });
  expect(found).not.toHaveProperty('name');
  expect(found).not.toHaveProperty('preserve_client_ip');
  expect(found).not.toHaveProperty('target_health_state');
});

test('take a port, a path, addresses and tags', () => {
  const options = { port: 8443, healthCheckPath: '/health', targetType: TargetType.IP, tags: { team: 'a' } };
  expect(targets(options).resource('aws_lb_target_group')).toMatchObject({
    port: 8443,
    target_type: 'ip',
    health_check: { protocol: 'HTTPS', path: '/health' },
    tags: { team: 'a' },
  });
});

describe('of a network load balancer', () => {
  test('are reached by TLS, see who connects, let zones be shifted, and are only connected to in health checks', () => {
    expect(targets({}, LoadBalancerType.NETWORK).resource('aws_lb_target_group')).toMatchObject({
      protocol: 'TLS',
      preserve_client_ip: 'true',
      target_health_state: [{ enable_unhealthy_connection_termination: false }],
      health_check: { protocol: 'TCP', port: 'traffic-port' },
    });
  });

  test('are asked by HTTPS where a path is given', () => {
    const found = targets({ healthCheckPath: '/health' }, LoadBalancerType.NETWORK).resource('aws_lb_target_group');
    expect(found.health_check).toMatchObject({ protocol: 'HTTPS', path: '/health' });
  });
});

test('take single targets', () => {
  const stack = newStack();
  const vpc = network(stack, ['a', 'b'], 'eu-west-1');
  new EncryptedTargetGroup(stack, 'Shop', { vpc, port: 8443 }).addTarget('One', 'i-0123456789abcdef0');
  const written = Written.of(stack);
  expect(written.resource('aws_lb_target_group').region).toBe('eu-west-1');
  expect(written.resources('aws_lb_target_group_attachment')).toMatchObject({
    'Shop/One': {
      target_group_arn: expect.stringContaining('aws_lb_target_group.Shop') as string,
      target_id: 'i-0123456789abcdef0',
      port: 8443,
      region: 'eu-west-1',
    },
  });
});

test('may be there already', () => {
  const there = EncryptedTargetGroup.fromTargetGroupArn(newStack(), 'Shop', ARN);
  expect(there.targetGroupArn).toBe(ARN);
  expect(there.loadBalancerType).toBe(LoadBalancerType.APPLICATION);
});

const MEASURE = '(TOM 1.1.2 Strong ciphers between services too)';
const CLEAR = `must not be set: the load balancer talks TLS to its targets, in health checks too ${MEASURE}`;
const FIX = 'leave it out, and let the targets listen with TLS; a certificate of their own making will do';

test.each<[string, object, string]>([
  ['plain HTTP', { protocol: 'HTTP' }, `'protocol' ${CLEAR}, got "HTTP"; ${FIX}`],
  ['plain HTTP by another name', { targetProtocol: 'HTTP' }, `'targetProtocol' ${CLEAR}, got "HTTP"; ${FIX}`],
  ['health checks of its own', { healthCheck: {} }, `'healthCheck' ${CLEAR}, got an object; ${FIX}`],
  ['health checks unencrypted', { healthCheckProtocol: 'HTTP' }, `'healthCheckProtocol' ${CLEAR}, got "HTTP"; ${FIX}`],
  ['no port', { port: 0 }, `'port' must be a whole number from 1 to 65535 ${MEASURE}, got 0; write port: 443`],
  [
    'no path',
    { healthCheckPath: 'health' },
    `'healthCheckPath' must be a path ${MEASURE}, got "health"; write healthCheckPath: '/health'`,
  ],
])('refuse %s', (_title, options, message) => {
  expect(messageOf(() => targets(options))).toBe(`[test/Shop] ${message}`);
});
