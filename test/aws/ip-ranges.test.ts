import {
  RangeShares,
  areEverybody,
  contains,
  endsNarrow,
  isInside,
  overlaps,
  parseCidr,
  parseNetwork,
  showRange,
  sizeOf,
} from '../../lib/aws/ip-ranges';

const network = (text: string) => {
  const range = parseNetwork(text, text.includes(':') ? 'ipv6' : 'ipv4');
  if (typeof range === 'string') throw new Error(range);
  return range;
};

describe('ranges that amount to everybody', () => {
  test.each([
    ['the internet', ['0.0.0.0/0']],
    ['the internet by IPv6', ['::/0']],
    ['all unicast addresses of IPv6', ['2000::/3']],
    ['halves', ['0.0.0.0/1', '128.0.0.0/1']],
    ['one half', ['128.0.0.0/1']],
    ['more than a /8 in small parts', ['11.0.0.0/9', '11.128.0.0/9', '12.0.0.0/24']],
    ['a range around a private one', ['10.0.0.0/7']],
    ['a private range around which there is more', ['fc00::/6']],
    ['beside a private range', ['10.0.0.0/8', '0.0.0.0/0']],
  ])('%s', (_title, cidrs) => {
    expect(areEverybody(cidrs)).toBe(true);
  });
});

describe('ranges that do not', () => {
  test.each<[string, string[]]>([
    ['nothing', []],
    ['one address', ['198.51.100.7']],
    ['a /8', ['11.0.0.0/8']],
    ['a /8 twice', ['11.0.0.0/8', '11.0.0.0/8']],
    ['a /16 of IPv6', ['2001::/16']],
    ['all private ranges', ['10.0.0.0/8', '100.64.0.0/10', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7']],
    ['what is no range', ['everybody', '0.0.0.0/33', '0.0.0.0/', '::/129', '0.0.0.0/0/0', '']],
  ])('%s', (_title, cidrs) => {
    expect(areEverybody(cidrs)).toBe(false);
  });
});

test.each([
  ['0.0.0.0/0', '203.0.113.0/24', true],
  ['10.0.0.0/8', '10.20.0.0/16', true],
  ['10.0.0.0/8', '10.0.0.0/8', true],
  ['10.0.0.0/8', '11.0.0.0/16', false],
  ['10.20.0.0/16', '10.0.0.0/8', false],
  ['2001:db8::/32', '2001:db8:1::/48', true],
  ['2001:db8::/32', '2001:db9::/48', false],
  ['2001:db8::/32', '2001:db8:0:0:1:2:3:4', true],
  ['::ffff:10.0.0.0/104', '::ffff:a00:1', true],
  ['::ffff:10.0.0.0/104', '::ffff:b00:1', false],
  ['fe80::%eth0/10', 'fe80::1', true],
  ['0.0.0.0/0', '::/0', false],
])('whether %s holds %s: %s', (outer, inner, expected) => {
  const [first, second] = [parseCidr(outer), parseCidr(inner)];
  expect(first && second && contains(first, second)).toBe(expected);
});

test.each([
  ['${aws_eip.nat.public_ip}/32', true],
  ['${var.office}/16', true],
  ['${var.office}/8', false],
  ['${var.office}', false],
  ['10.0.0.0/32', false],
])('whether %s ends too narrow for everybody: %s', (text, expected) => {
  expect(endsNarrow(text)).toBe(expected);
});

test.each([
  '0.0.0.0/0',
  '10.0.0.0/8',
  '172.16.32.0/20',
  '255.255.255.255/32',
  '::/0',
  '2001:db8::/32',
  'fe80::1/128',
  '2001:db8:0:1::/64',
])('reads and shows %s', (text) => {
  expect(showRange(network(text))).toBe(text);
});

test.each([
  ['', 'is no IPv4 range'],
  ['10.0.0.0', 'is no IPv4 range'],
  ['10.0.0.0/33', 'is no IPv4 range'],
  ['10.0.0.256/32', 'is no IPv4 range'],
  ['010.0.0.0/8', 'is no IPv4 range'],
  ['10.0.0.0/16 ', 'is no IPv4 range'],
  ['::/0', 'is no IPv4 range'],
  ['10.0.1.0/16', 'begins within the range 10.0.0.0/16'],
])('%j is no network of IPv4', (text, problem) => {
  expect(parseNetwork(text, 'ipv4')).toBe(problem);
});

test.each([
  ['2001:db8::/129', 'is no IPv6 range'],
  ['2001:db8::', 'is no IPv6 range'],
  ['10.0.0.0/8', 'is no IPv6 range'],
  ['2001:::db8/32', 'is no IPv6 range'],
  ['fe80::%eth0/64', 'is no IPv6 range'],
  ['2001:db8::1/32', 'begins within the range 2001:db8::/32'],
])('%j is no network of IPv6', (text, problem) => {
  expect(parseNetwork(text, 'ipv6')).toBe(problem);
});

test('counts addresses', () => {
  expect(['10.0.0.0/24', '0.0.0.0/0', '::/0'].map((text) => sizeOf(network(text)))).toEqual([
    256n,
    2n ** 32n,
    2n ** 128n,
  ]);
});

test.each([
  ['10.0.0.0/16', '10.0.255.0/24', true],
  ['10.0.0.0/16', '10.0.0.0/16', true],
  ['10.0.255.0/24', '10.0.0.0/16', true],
  ['10.0.0.0/24', '10.0.1.0/24', false],
  ['0.0.0.0/0', '::/0', false],
])('whether %s and %s overlap: %s', (one, other, expected) => {
  expect(overlaps(network(one), network(other))).toBe(expected);
});

test.each([
  ['10.0.1.0/24', '10.0.0.0/16', true],
  ['10.0.0.0/16', '10.0.0.0/16', true],
  ['10.0.0.0/8', '10.0.0.0/16', false],
  ['10.1.0.0/24', '10.0.0.0/16', false],
  ['10.0.0.0/24', '::/0', false],
  ['2001:db8:0:1::/64', '2001:db8::/56', true],
  ['2001:db8:1::/64', '2001:db8::/56', false],
  ['10.0.0.7', '10.0.0.0/16', true],
  ['10.0.0.0/33', '10.0.0.0/16', false],
  ['10.0.0.0/24', '2001:db8::/129', false],
  ['aws_vpc.main', '10.0.0.0/16', false],
])('%s is inside %s: %s', (cidr, range, expected) => {
  expect(isInside(cidr, range)).toBe(expected);
});

test('ranges amount to everybody together, each counted once, private ones never', () => {
  const shares = new RangeShares();
  for (const text of ['11.0.0.0/8', '11.0.0.0/8', '10.0.0.0/8', 'no range']) shares.add(text, 1);
  expect(shares.areEverybody()).toBe(false);
  shares.add('12.0.0.0/8', 1);
  expect(shares.areEverybody()).toBe(true);
  shares.add('11.0.0.0/8', -1);
  expect(shares.areEverybody()).toBe(true);
  shares.add('11.0.0.0/8', -1);
  expect(shares.areEverybody()).toBe(false);
});
