import { TerraformStack } from 'cdktf';
import {
  AlpnPolicy,
  Certificate,
  CryptoProfile,
  EncryptedTargetGroup,
  HttpsLoadBalancer,
  ILoadBalancer,
  LoadBalancerType,
  NetworkTlsLoadBalancer,
  SecurityGroup,
  TlsListener,
  TlsListenerProps,
  TrustStore,
} from '../../../lib';
import { CERTIFICATE, network } from '../../support/network';
import { Written, messageOf, newStack } from '../../support/synth';

const LB = 'arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/shop/50dc6c495c0c9188';
const TARGETS = 'arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/shop/73e2d6bc24d8a067';
const OTHER = 'arn:aws:acm:eu-central-1:111122223333:certificate/0000abcd-12ab-44cd-a6ef-1234567890ab';

function loadBalancer(stack: TerraformStack, type = LoadBalancerType.APPLICATION, region?: string): ILoadBalancer {
  const attributes = {
    loadBalancerArn: LB,
    loadBalancerDnsName: 'shop.eu-central-1.elb.amazonaws.com',
    loadBalancerZoneId: 'Z215JYRZR1TBD5',
    securityGroup: SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-0123456789abcdef0'),
    region,
  };
  return type === LoadBalancerType.NETWORK
    ? NetworkTlsLoadBalancer.fromLoadBalancerAttributes(stack, 'LoadBalancer', attributes)
    : HttpsLoadBalancer.fromLoadBalancerAttributes(stack, 'LoadBalancer', attributes);
}

type Props = Omit<TlsListenerProps, 'loadBalancer' | 'certificates'> & { readonly certificates?: Certificate[] };

function make(stack: TerraformStack, props: Props = {}, type?: LoadBalancerType, region?: string): TlsListener {
  const certificates = [CERTIFICATE];
  return new TlsListener(stack, 'Listener', {
    certificates,
    ...props,
    loadBalancer: loadBalancer(stack, type, region),
  });
}

function listener(props: Props = {}, type?: LoadBalancerType): Written {
  const stack = newStack();
  make(stack, props, type);
  return Written.of(stack);
}

function targetsOf(stack: TerraformStack, type?: LoadBalancerType): TlsListenerProps['targets'] {
  return EncryptedTargetGroup.fromTargetGroupArn(stack, `Targets-${type}`, TARGETS, type);
}

test('takes HTTPS on port 443, tells browsers to come back by it, and sends nothing anywhere until it is told', () => {
  const found = listener().resource('aws_lb_listener');
  expect(found).toMatchObject({
    load_balancer_arn: LB,
    port: 443,
    protocol: 'HTTPS',
    ssl_policy: 'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09',
    certificate_arn: CERTIFICATE.certificateArn,
    default_action: [{ type: 'fixed-response', fixed_response: { status_code: '404' } }],
    routing_http_response_server_enabled: false,
    routing_http_response_strict_transport_security_header_value: 'max-age=31536000',
    tags: { 'tom:data-class': 'personal' },
  });
  expect(found).not.toHaveProperty('alpn_policy');
  expect(found).not.toHaveProperty('mutual_authentication');
});

test('takes another port and profile, several certificates, and tags', () => {
  const written = listener({
    port: 8443,
    cryptoProfile: CryptoProfile.TLS13_ONLY,
    certificates: [CERTIFICATE, Certificate.fromArn(OTHER)],
    tags: { team: 'a' },
  });
  expect(written.resource('aws_lb_listener')).toMatchObject({
    port: 8443,
    ssl_policy: 'ELBSecurityPolicy-TLS13-1-3-PQ-2025-09',
    certificate_arn: CERTIFICATE.certificateArn,
    tags: { team: 'a' },
  });
  expect(written.resources('aws_lb_listener_certificate')).toMatchObject({
    'Listener/Certificate2': {
      listener_arn: expect.stringContaining('aws_lb_listener.') as string,
      certificate_arn: OTHER,
    },
  });
});

test('forwards, by prop or later', () => {
  const forward = [{ type: 'forward', target_group_arn: TARGETS }];
  const stack = newStack();
  make(stack, { targets: targetsOf(stack) });
  expect(Written.of(stack).resource('aws_lb_listener').default_action).toEqual(forward);
  const later = newStack();
  make(later).forwardTo(targetsOf(later)!);
  expect(Written.of(later).resource('aws_lb_listener').default_action).toEqual(forward);
});

test('redirects to another host, by HTTPS and for good', () => {
  expect(listener({ redirectHost: 'www.example.com' }).resource('aws_lb_listener').default_action).toEqual([
    {
      type: 'redirect',
      redirect: { host: 'www.example.com', port: '443', protocol: 'HTTPS', status_code: 'HTTP_301' },
    },
  ]);
});

test('demands certificates of clients', () => {
  const arn = 'arn:aws:elasticloadbalancing:eu-central-1:111122223333:truststore/partners/73e2d6bc24d8a067';
  const stack = newStack();
  make(stack, { trustStore: TrustStore.fromTrustStoreArn(stack, 'Partners', arn) });
  expect(Written.of(stack).resource('aws_lb_listener').mutual_authentication).toEqual({
    mode: 'verify',
    trust_store_arn: arn,
  });
});

test('lies where its load balancer does', () => {
  const stack = newStack();
  const there = Certificate.fromArn(OTHER.replace('eu-central-1', 'eu-west-1'));
  make(stack, { certificates: [there, there] }, LoadBalancerType.APPLICATION, 'eu-west-1');
  const written = Written.of(stack);
  expect(written.resource('aws_lb_listener').region).toBe('eu-west-1');
  expect(written.resource('aws_lb_listener_certificate').region).toBe('eu-west-1');
});

describe('on a network load balancer', () => {
  test('takes TLS, and agrees on a protocol', () => {
    const stack = newStack();
    const targets = targetsOf(stack, LoadBalancerType.NETWORK);
    make(stack, { targets, alpnPolicy: AlpnPolicy.HTTP2_PREFERRED }, LoadBalancerType.NETWORK);
    const found = Written.of(stack).resource('aws_lb_listener');
    expect(found).toMatchObject({
      protocol: 'TLS',
      ssl_policy: 'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09',
      alpn_policy: 'HTTP2Preferred',
      default_action: [{ type: 'forward', target_group_arn: TARGETS }],
    });
    expect(Object.keys(found).filter((argument) => argument.startsWith('routing_'))).toEqual([]);
  });

  test('must send what it takes somewhere', () => {
    expect(messageOf(() => listener({}, LoadBalancerType.NETWORK))).toContain(
      '[test/Listener] the listener sends what it takes nowhere; call addTargets of the load balancer, or forwardTo'
    );
  });
});

const TLS = '(TOM 1.1.1 TLS on untrusted networks)';
const ONE = `must be the only thing that the listener does: it`;
const ONE_FIX = 'decide for one, or make an aws_lb_listener_rule of listenerArn for some of the requests';

test('refuses to forward and to redirect', () => {
  const stack = newStack();
  const both = { targets: targetsOf(stack), redirectHost: 'www.example.com' };
  expect(messageOf(() => make(stack, both))).toBe(
    `[test/Listener] 'targets' ${ONE} redirects to www.example.com ${TLS}; ${ONE_FIX}`
  );
});

test('refuses to forward to two', () => {
  const stack = newStack();
  const targets = new EncryptedTargetGroup(stack, 'Targets', { vpc: network(stack) });
  const it = make(stack, { targets });
  expect(messageOf(() => it.forwardTo(targets))).toBe(
    `[test/Listener] 'targets' ${ONE} forwards to test/Targets ${TLS}; ${ONE_FIX}`
  );
});

test('refuses targets of the other type of load balancer', () => {
  const stack = newStack();
  const targets = targetsOf(stack, LoadBalancerType.NETWORK)!;
  expect(messageOf(() => make(stack).forwardTo(targets))).toBe(
    '[test/Listener] \'targets\' must be for application load balancers (TOM 1.1.2 Strong ciphers between services too), got "network"; ' +
      'call addTargets of the load balancer, which makes what it can send to'
  );
});

const POLICY = `must not be set: no policy that admits less than TLS 1.2 with forward secrecy can be written ${TLS}`;
const PROFILE = 'write cryptoProfile, or leave it out';
const ACTIONS = `must not be set: a listener does one thing ${TLS}, got []; write targets or redirectHost`;
const ARNS = `is not a prop of this construct ${TLS}`;
const ABROAD = OTHER.replace('eu-central-1', 'us-east-1');

test.each<[string, object, string]>([
  [
    'old TLS',
    { sslPolicy: 'ELBSecurityPolicy-2016-08' },
    `'sslPolicy' ${POLICY}, got "ELBSecurityPolicy-2016-08"; ${PROFILE}`,
  ],
  ['a policy by another name', { securityPolicy: 'x' }, `'securityPolicy' ${POLICY}, got "x"; ${PROFILE}`],
  [
    'plain HTTP',
    { protocol: 'HTTP' },
    `'protocol' must not be set: the listener takes only TLS ${TLS}, got "HTTP"; leave it out`,
  ],
  [
    'an ARN for a certificate',
    { certificateArn: OTHER },
    `'certificateArn' ${ARNS}, got "${OTHER}"; write certificates`,
  ],
  ['ARNs for certificates', { certificateArns: [] }, `'certificateArns' ${ARNS}, got []; write certificates`],
  ['actions of its own', { defaultActions: [] }, `'defaultActions' ${ACTIONS}`],
  ['an action of its own', { defaultAction: [] }, `'defaultAction' ${ACTIONS}`],
  ['port 70000', { port: 70000 }, `'port' must be a whole number from 1 to 65535 ${TLS}, got 70000; write port: 443`],
  [
    'no certificate',
    { certificates: [] },
    `'certificates' must hold at least one ${TLS}, got []; write certificates: [Certificate.fromArn('arn:aws:acm:…')]`,
  ],
  [
    'a certificate of another region',
    { certificates: [CERTIFICATE, Certificate.fromArn(ABROAD)] },
    `'certificates' must lie in the region of the load balancer, eu-central-1 ${TLS}, got "${ABROAD}"; ` +
      'request the certificate there: certificates of AWS Certificate Manager stay in their region',
  ],
  [
    'ALPN on an application load balancer',
    { alpnPolicy: AlpnPolicy.NONE },
    `'alpnPolicy' must not be set: only network load balancers have it ${TLS}; leave it out`,
  ],
])('refuses %s', (_title, props, message) => {
  expect(messageOf(() => listener(props))).toBe(`[test/Listener] ${message}`);
});

test.each<[string, (stack: TerraformStack) => Props]>([
  ['redirectHost', () => ({ redirectHost: 'www.example.com' })],
  ['trustStore', (stack) => ({ trustStore: TrustStore.fromTrustStoreArn(stack, 'Partners', 'arn') })],
])('refuses %s on a network load balancer', (prop, props) => {
  const stack = newStack();
  expect(messageOf(() => make(stack, props(stack), LoadBalancerType.NETWORK))).toBe(
    `[test/Listener] '${prop}' must not be set: only application load balancers have it ${TLS}; leave it out`
  );
});
