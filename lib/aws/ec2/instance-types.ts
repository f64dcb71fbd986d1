/**
 * Families of instances that do not encrypt what they send to other instances, in any size. All others of the pages below do in every size. A family that AWS adds
 * later is taken for one that does, as the VPC guide says of modern types. RDS, ElastiCache and OpenSearch Service name their families as EC2 does.
 *
 * Column *Encryption in transit* of the tables *Security specifications*, as of December 2025:
 *
 * @see https://docs.aws.amazon.com/ec2/latest/instancetypes/gp.html
 * @see https://docs.aws.amazon.com/ec2/latest/instancetypes/co.html
 * @see https://docs.aws.amazon.com/ec2/latest/instancetypes/mo.html
 * @see https://docs.aws.amazon.com/ec2/latest/instancetypes/so.html
 * @see https://docs.aws.amazon.com/ec2/latest/instancetypes/ac.html
 * @see https://docs.aws.amazon.com/ec2/latest/instancetypes/pg.html
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/data-protection.html#encryption-transit
 */
const PLAIN_FAMILIES: ReadonlySet<string> = new Set([
  ...['m5', 'm5a', 'm5ad', 'm5d', 'm6g', 'm6gd', 't2', 't3', 't3a', 't4g'],
  ...['mac1', 'mac2', 'mac2-m1ultra', 'mac2-m2', 'mac2-m2pro'],
  ...['c5', 'c5d', 'c6g', 'c6gd'],
  ...['r5', 'r5a', 'r5ad', 'r5b', 'r5d', 'r6g', 'r6gd', 'x1', 'x1e', 'x2gd', 'z1d'],
  ...['d2', 'h1', 'i3'],
  ...['f1', 'g5g', 'p3'],
  ...['a1', 'c1', 'c3', 'c4', 'g3', 'i2', 'm1', 'm2', 'm3', 'm4', 'p2', 'r3', 'r4', 't1'],
]);

/** The family of a type of instances: `t4g` of `t4g.nano`, `db.t4g.medium`, `cache.t4g.small` and `t4g.small.search`. */
export function instanceFamily(type: string): string {
  const [first, second] = type.split('.');
  return first === 'db' || first === 'cache' ? second : first;
}

/** Whether instances of a type are known to send to other instances without the encryption of the Nitro System. */
export function sendsUnencrypted(type: string): boolean {
  return PLAIN_FAMILIES.has(instanceFamily(type));
}
