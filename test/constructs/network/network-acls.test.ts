import { SegmentedVpcProps } from '../../../lib';
import { segmentedVpc } from '../../support/network';
import { Written, newStack } from '../../support/synth';

const ZONES = ['eu-central-1a', 'eu-central-1b'];

/** The entries of a tier's ACL, as one line each. */
function entries(tier: string, props: Partial<SegmentedVpcProps> = {}): { in: string[]; out: string[] } {
  const stack = newStack();
  segmentedVpc(stack, 'It', { availabilityZones: ZONES, ...props });
  const rules = Object.entries(Written.of(stack).resources('aws_network_acl_rule'))
    .filter(([path]) => path.startsWith(`It/${tier}/`))
    .map(([, rule]) => rule)
    .sort((a, b) => (a.rule_number as number) - (b.rule_number as number));
  const lines = (egress: boolean): string[] =>
    rules
      .filter((rule) => rule.egress === egress)
      .map((rule) => {
        const range = String(rule.cidr_block ?? rule.ipv6_cidr_block).replace(
          /\$\{aws_vpc\.\w+\.ipv6_cidr_block\}/,
          'ours'
        );
        const ports = rule.icmp_type ?? [rule.from_port, rule.to_port].filter((port) => port !== undefined).join('-');
        return [rule.rule_number, rule.rule_action, rule.protocol, ports, range]
          .filter((part) => part !== '')
          .join(' ');
      });
  return { in: lines(false), out: lines(true) };
}

test('the public tier lets the web in, and administrators not', () => {
  expect(entries('Public')).toEqual({
    in: [
      '100 deny tcp 22-22 0.0.0.0/0',
      '110 deny tcp 3389-3389 0.0.0.0/0',
      '120 deny tcp 5985-5986 0.0.0.0/0',
      '200 allow -1 10.0.0.0/16',
      '300 allow tcp 443-443 0.0.0.0/0',
      '310 allow tcp 80-80 0.0.0.0/0',
      '320 allow tcp 1024-65535 0.0.0.0/0',
      '330 allow icmp 3 0.0.0.0/0',
    ],
    out: ['200 allow -1 10.0.0.0/16', '300 allow tcp 443-443 0.0.0.0/0', '320 allow tcp 1024-65535 0.0.0.0/0'],
  });
});

test('the application tier takes HTTPS and answers, and lets no administrators in from outside', () => {
  expect(entries('Application')).toEqual({
    in: [
      '100 allow -1 10.0.0.0/16',
      '200 deny tcp 3389-3389 0.0.0.0/0',
      '210 deny tcp 5985-5986 0.0.0.0/0',
      '300 allow tcp 443-443 0.0.0.0/0',
      '320 allow tcp 1024-65535 0.0.0.0/0',
      '330 allow icmp 3 0.0.0.0/0',
    ],
    out: ['100 allow -1 10.0.0.0/16', '300 allow tcp 443-443 0.0.0.0/0', '320 allow tcp 1024-65535 0.0.0.0/0'],
  });
});

test('the data tier talks with the application tier, itself and the endpoints', () => {
  expect(entries('Data')).toEqual({
    in: [
      '100 allow tcp 0-65535 10.0.0.0/19',
      '110 allow tcp 0-65535 10.0.64.0/19',
      '200 allow tcp 0-65535 10.0.32.0/20',
      '210 allow tcp 0-65535 10.0.96.0/20',
      '300 allow tcp 1024-65535 10.0.56.0/21',
      '310 allow tcp 1024-65535 10.0.120.0/21',
    ],
    out: [
      '100 allow tcp 1024-65535 10.0.0.0/19',
      '110 allow tcp 1024-65535 10.0.64.0/19',
      '200 allow tcp 0-65535 10.0.32.0/20',
      '210 allow tcp 0-65535 10.0.96.0/20',
      '300 allow tcp 443-443 10.0.56.0/21',
      '310 allow tcp 443-443 10.0.120.0/21',
    ],
  });
});

test('the endpoint tier takes HTTPS from the network, and answers', () => {
  const expected = { in: ['100 allow tcp 443-443 10.0.0.0/16'], out: ['100 allow tcp 1024-65535 10.0.0.0/16'] };
  expect(entries('Endpoint')).toEqual(expected);
  expect(entries('Endpoint', { ipv6: true })).toEqual(expected);
});

test('says the same of IPv6 under the next number', () => {
  const before = entries('Public');
  const { in: inward, out } = entries('Public', { ipv6: true });
  expect(inward.filter((line) => /^\d+0 /.test(line))).toEqual(before.in);
  expect(inward.filter((line) => /^\d+1 /.test(line))).toEqual([
    '101 deny tcp 22-22 ::/0',
    '111 deny tcp 3389-3389 ::/0',
    '121 deny tcp 5985-5986 ::/0',
    '201 allow -1 ours',
    '301 allow tcp 443-443 ::/0',
    '311 allow tcp 80-80 ::/0',
    '321 allow tcp 1024-65535 ::/0',
    '331 allow 58 2 ::/0',
  ]);
  expect(out).toHaveLength(6);
  const data = entries('Data', { ipv6: true }).in;
  expect(data.map((line) => line.split(' ')[0])).toEqual([
    '100',
    '101',
    '110',
    '111',
    '200',
    '201',
    '210',
    '211',
    '300',
    '310',
  ]);
});

test('keeps its numbers when a third zone comes', () => {
  const two = entries('Data').in;
  const three = entries('Data', { availabilityZones: [...ZONES, 'eu-central-1c'] }).in;
  expect(three.filter((line) => two.includes(line))).toEqual(two);
});

test('covers every subnet of the tier', () => {
  const stack = newStack();
  segmentedVpc(stack, 'It', { availabilityZones: ZONES });
  const acls = Written.of(stack).resources('aws_network_acl');
  expect(Object.keys(acls)).toHaveLength(4);
  for (const acl of Object.values(acls)) {
    expect(acl.subnet_ids).toHaveLength(2);
    expect(acl).not.toHaveProperty('ingress');
    expect(acl).not.toHaveProperty('egress');
  }
});
