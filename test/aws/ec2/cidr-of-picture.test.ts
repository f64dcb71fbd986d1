import { isInside } from '../../../lib/aws/ec2/cidr-of-picture';

test.each([
  ['10.0.1.0/24', '10.0.0.0/16', true],
  ['10.0.0.0/16', '10.0.0.0/16', true],
  ['10.0.0.0/8', '10.0.0.0/16', false],
  ['10.1.0.0/24', '10.0.0.0/16', false],
  ['10.0.0.0/24', '::/0', false],
  ['2001:db8:0:1::/64', '2001:db8::/56', true],
  ['2001:db8:1::/64', '2001:db8::/56', false],
  ['10.0.0.0', '10.0.0.0/16', false],
  ['10.0.0.0/33', '10.0.0.0/16', false],
  ['10.0.0.0/24', '2001:db8::/129', false],
  ['aws_vpc.main', '10.0.0.0/16', false],
])('%s is inside %s: %s', (cidr, range, expected) => {
  expect(isInside(cidr, range)).toBe(expected);
});
