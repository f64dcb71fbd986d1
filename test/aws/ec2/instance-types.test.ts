import { instanceFamily, sendsUnencrypted } from '../../../lib/aws/ec2/instance-types';

test.each([
  ['t4g.nano', 't4g'],
  ['mac2-m2pro.metal', 'mac2-m2pro'],
  ['db.r5.large.tpc1.mem2x', 'r5'],
  ['db.serverless', 'serverless'],
  ['cache.m7g.large', 'm7g'],
  ['r6g.large.search', 'r6g'],
])('the family of %s is %s', (type, family) => {
  expect(instanceFamily(type)).toBe(family);
});

test.each(['t2.micro', 't3a.small', 'db.t4g.medium', 'cache.r6g.large', 'm6g.large.search', 'c5.large', 'x2gd.metal'])(
  '%s does not encrypt what it sends',
  (type) => {
    expect(sendsUnencrypted(type)).toBe(true);
  }
);

test.each(['m5n.large', 'c5a.large', 'c6gn.large', 'm6i.large', 'db.r7g.large', 'cache.m7g.large', 'p6-b200.48xlarge'])(
  '%s does',
  (type) => {
    expect(sendsUnencrypted(type)).toBe(false);
  }
);
