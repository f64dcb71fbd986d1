import { cidrhost, cidrsubnet } from '../../../lib/terraform/expression/cidr';

test.each([
  ['10.1.2.3/16', 8, 1, '10.1.1.0/24'],
  ['0.0.0.0/0', 8, 10, '10.0.0.0/8'],
  ['255.255.255.0/24', 8, 255, '255.255.255.255/32'],
  ['fd00:fd12:3456:7890::/56', 16, 162, 'fd00:fd12:3456:7800:a200::/72'],
  ['2001:db8::/32', 96, 1, '2001:db8::1/128'],
])('the subnet of %s', (range, bits, number, expected) => {
  expect(cidrsubnet(range, bits, number)).toBe(expected);
});

test.each([
  ['10.0.0.0/16', 8, 256],
  ['10.0.0.0/16', 17, 0],
  ['10.0.0.0/16', -1, 0],
  ['10.0.0.0/33', 1, 0],
  ['10.0.0/16', 1, 0],
  ['::ffff:10.0.0.0/104', 8, 1],
  ['10.0.0.0/16', 1.5, 0],
])('%s has no such subnet', (range, bits, number) => {
  expect(cidrsubnet(range, bits, number)).toBeUndefined();
});

test('hosts count from either end', () => {
  expect(cidrhost('10.0.0.0/16', 5)).toBe('10.0.0.5');
  expect(cidrhost('10.0.0.0/16', -1)).toBe('10.0.255.255');
  expect(cidrhost('fd00::/64', -2)).toBe('fd00::ffff:ffff:ffff:fffe');
  expect(cidrhost('10.0.0.0/30', 4)).toBeUndefined();
});
