import { contains, ipv6Prefix, overlaps, parseIpv4, showIpv4, sizeOf } from '../../../lib/constructs/network/cidr';

const range = (text: string) => {
  const parsed = parseIpv4(text);
  if (typeof parsed === 'string') throw new Error(parsed);
  return parsed;
};

test.each(['0.0.0.0/0', '10.0.0.0/8', '172.16.32.0/20', '255.255.255.255/32'])('reads and shows %s', (text) => {
  expect(showIpv4(range(text))).toBe(text);
});

test.each([
  ['', 'is no IPv4 range'],
  ['10.0.0.0', 'is no IPv4 range'],
  ['10.0.0.0/33', 'is no IPv4 range'],
  ['10.0.0.256/32', 'is no IPv4 range'],
  ['10.0.0.0/16 ', 'is no IPv4 range'],
  ['::/0', 'is no IPv4 range'],
  ['10.0.1.0/16', 'begins within the range 10.0.0.0/16'],
])('does not read %j', (text, problem) => {
  expect(parseIpv4(text)).toBe(problem);
});

test('counts addresses', () => {
  expect([sizeOf(range('10.0.0.0/24')), sizeOf(range('0.0.0.0/0'))]).toEqual([256, 2 ** 32]);
});

test.each([
  ['10.0.0.0/16', '10.0.255.0/24', true, true],
  ['10.0.0.0/16', '10.0.0.0/16', true, true],
  ['10.0.255.0/24', '10.0.0.0/16', true, false],
  ['10.0.0.0/24', '10.0.1.0/24', false, false],
])('%s and %s', (a, b, overlap, within) => {
  expect(overlaps(range(a), range(b))).toBe(overlap);
  expect(contains(range(a), range(b))).toBe(within);
});

test.each([
  ['::/0', 0],
  ['2001:db8::/32', 32],
  ['fe80::1/128', 128],
  ['2001:db8::/129', undefined],
  ['2001:db8::', undefined],
  ['10.0.0.0/8', undefined],
  ['2001:::db8/32', undefined],
])('the fixed bits of %s', (text, bits) => {
  expect(ipv6Prefix(text)).toBe(bits);
});
