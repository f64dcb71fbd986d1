import { Construct } from 'constructs';
import { Environment, SegmentedVpc } from '../../../lib';
import { Written, messageOf, newStack } from '../../support/synth';

const OPTIONS = 'aws_vpc_block_public_access_options';
const EXCLUSION = 'aws_vpc_block_public_access_exclusion';

test('blocks the region in both directions, and leaves out the public subnets alone', () => {
  const stack = newStack();
  new SegmentedVpc(stack, 'It');
  const found = Written.of(stack);
  expect(found.resources(OPTIONS)).toEqual({
    BlockPublicAccess: expect.objectContaining({
      internet_gateway_block_mode: 'block-bidirectional',
      lifecycle: { prevent_destroy: true },
    }) as object,
  });
  const exclusions = found.resources(EXCLUSION);
  expect(Object.keys(exclusions)).toEqual([1, 2, 3].map((n) => `It/Public/BlockPublicAccessExclusion${n}`));
  for (const exclusion of Object.values(exclusions)) {
    expect(exclusion.internet_gateway_exclusion_mode).toBe('allow-bidirectional');
    expect(exclusion.subnet_id).toMatch(/Public_Subnet/);
    expect(exclusion).not.toHaveProperty('vpc_id');
  }
});

test('networks of a stack and region share it, whether they name the region or not', () => {
  const stack = newStack();
  new SegmentedVpc(stack, 'One');
  new SegmentedVpc(stack, 'Two', { region: 'eu-central-1' });
  new SegmentedVpc(stack, 'Three', { region: 'eu-west-1' });
  const found = Written.of(stack).resources(OPTIONS);
  expect(Object.keys(found)).toEqual(['BlockPublicAccess', 'BlockPublicAccess-eu-west-1']);
  expect(found['BlockPublicAccess-eu-west-1'].region).toBe('eu-west-1');
});

test('leaves the setting to another owner, and keeps its exclusions', () => {
  const stack = newStack();
  new SegmentedVpc(stack, 'It', { blockPublicAccess: false });
  const found = Written.of(stack);
  expect(found.resources(OPTIONS)).toEqual({});
  expect(Object.keys(found.resources(EXCLUSION))).toHaveLength(3);
});

test('may be destroyed in an ephemeral environment', () => {
  const stack = newStack({ environment: Environment.EPHEMERAL });
  new SegmentedVpc(stack, 'It');
  expect(Written.of(stack).resource(OPTIONS)).not.toHaveProperty('lifecycle');
});

test('refuses a construct that has its id', () => {
  const stack = newStack();
  new Construct(stack, 'BlockPublicAccess');
  expect(messageOf(() => new SegmentedVpc(stack, 'It'))).toBe(
    `[test/BlockPublicAccess] 'id' must be another one: the setting that blocks public access takes it (TOM 3.3.4 Layered network defence), got "BlockPublicAccess"; rename the construct, or write blockPublicAccess: false where the setting is made elsewhere`
  );
});
