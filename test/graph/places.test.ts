import { SEGMENTS, draw, id } from './draw';

const ACCOUNT = 'AWS account';

/** Where one instance in a subnet stands. */
function placeIn(subnet: string, resources: { readonly [type: string]: unknown } = SEGMENTS): string {
  const { places } = draw({ ...resources, aws_instance: { one: { subnet_id: id(`aws_subnet.${subnet}`) } } });
  return places['aws_instance.one'];
}

test.each([
  ['front', 'public subnets'],
  ['middle', 'private subnets'],
  ['back', 'isolated subnets'],
])('without a tag the routes of %s say its tier', (subnet, tier) => {
  expect(placeIn(subnet)).toBe(`${ACCOUNT} > aws_vpc.main > ${tier}`);
});

test('the tag of a subnet says its tier, whatever its routes', () => {
  const aws_subnet = { ...SEGMENTS.aws_subnet, front: { ...SEGMENTS.aws_subnet.front, tags: { 'tom:tier': 'data' } } };
  expect(placeIn('front', { ...SEGMENTS, aws_subnet })).toBe(`${ACCOUNT} > aws_vpc.main > data tier`);
});

test('a tag that only a plan can tell leaves it to the routes', () => {
  const back = { ...SEGMENTS.aws_subnet.back, tags: { 'tom:tier': '${var.tier}' } };
  const resources = { ...SEGMENTS, aws_subnet: { ...SEGMENTS.aws_subnet, back } };
  expect(placeIn('back', resources)).toBe(`${ACCOUNT} > aws_vpc.main > isolated subnets`);
});

test('the subnets of a tier are one box, with their number and zones', () => {
  const subnet = (zone: string): object => ({
    vpc_id: id('aws_vpc.main'),
    availability_zone: zone,
    tags: { 'tom:tier': 'data' },
  });
  const zones = { b: subnet('eu-central-1b'), a: subnet('eu-central-1a'), c: subnet('eu-central-1c') };
  const { details } = draw({ aws_vpc: SEGMENTS.aws_vpc, aws_subnet: zones });
  expect(details['data tier: 3 subnets']).toEqual(['eu-central-1a, b, c', 'no route out']);
  const mixed = { a: subnet('eu-central-1a'), b: subnet('euc1-az2'), counted: { ...subnet('${each.key}'), count: 2 } };
  const { details: others } = draw({ aws_vpc: SEGMENTS.aws_vpc, aws_subnet: mixed });
  expect(others['data tier: 4 subnets']).toEqual(['eu-central-1a, euc1-az2', 'no route out']);
});

test('a tier only has no route out where that holds of all its subnets', () => {
  const tags = { 'tom:tier': 'application' };
  const aws_subnet = {
    ...SEGMENTS.aws_subnet,
    middle: { ...SEGMENTS.aws_subnet.middle, tags },
    back: { ...SEGMENTS.aws_subnet.back, tags },
  };
  expect(draw({ ...SEGMENTS, aws_subnet }).details['application tier: 2 subnets']).toEqual([]);
});

test('what stands in several tiers stands in their network', () => {
  const aws_autoscaling_group = {
    wide: { vpc_zone_identifier: [id('aws_subnet.front'), id('aws_subnet.middle')] },
  };
  const { places } = draw({ ...SEGMENTS, aws_autoscaling_group });
  expect(places['aws_autoscaling_group.wide']).toBe(`${ACCOUNT} > aws_vpc.main`);
});

test('what names no subnet stands in the network of its security group', () => {
  const aws_security_group = { one: { vpc_id: id('aws_vpc.main') } };
  const aws_instance = { one: { vpc_security_group_ids: [id('aws_security_group.one')] } };
  const { places } = draw({ ...SEGMENTS, aws_security_group, aws_instance });
  expect(places['aws_instance.one']).toBe(`${ACCOUNT} > aws_vpc.main`);
});

test('subnets of a network that the input does not hold stand in a box of its id', () => {
  const aws_subnet = { a: { vpc_id: 'vpc-0123', tags: { 'tom:tier': 'data' } } };
  expect(placeIn('a', { aws_subnet })).toBe(`${ACCOUNT} > vpc-0123 > data tier`);
});

test('regions and accounts are boundaries of their own', () => {
  const provider = {
    aws: [
      { region: 'eu-central-1' },
      { alias: 'logs', region: 'eu-central-1', assume_role: [{ role_arn: 'arn:aws:iam::111122223333:role/deploy' }] },
      { alias: 'allowed', region: 'eu-west-1', allowed_account_ids: ['444455556666'] },
      { alias: 'profile', profile: 'audit' },
    ],
  };
  const aws_instance = {
    plain: {},
    abroad: { region: 'eu-north-1' },
    role: { provider: 'aws.logs' },
    allowed: { provider: 'aws.allowed' },
    profile: { provider: 'aws.profile' },
  };
  const { places, details } = draw({ aws_instance }, { provider });
  expect(places).toEqual({
    'aws_instance.plain': 'AWS account',
    'aws_instance.abroad': 'AWS account',
    'aws_instance.role': 'AWS account 111122223333',
    'aws_instance.allowed': 'AWS account 444455556666',
    'aws_instance.profile': 'AWS account audit',
  });
  expect(details['AWS account 444455556666']).toEqual(['eu-west-1']);
  expect(details['AWS account audit']).toEqual([]);
});
