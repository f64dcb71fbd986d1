import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { BlockPublicAccess, Environment, SegmentedVpc, SegmentedVpcProps } from '../../../lib';
import { Written, messageOf, newStack } from '../../support/synth';

const OPTIONS = 'aws_vpc_block_public_access_options';
const EXCLUSION = 'aws_vpc_block_public_access_exclusion';

const { ON, TRIAL, ELSEWHERE } = BlockPublicAccess;

function network(stack: TerraformStack, id: string, blockPublicAccess: BlockPublicAccess, region?: string): void {
  new SegmentedVpc(stack, id, { blockPublicAccess, region });
}

test('blocks the region in both directions, and leaves out the public subnets alone', () => {
  const stack = newStack();
  network(stack, 'It', ON);
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
  network(stack, 'One', ON);
  network(stack, 'Two', ON, 'eu-central-1');
  network(stack, 'Three', ON, 'eu-west-1');
  const found = Written.of(stack).resources(OPTIONS);
  expect(Object.keys(found)).toEqual(['BlockPublicAccess', 'BlockPublicAccess-eu-west-1']);
  expect(found['BlockPublicAccess-eu-west-1'].region).toBe('eu-west-1');
});

test('is switched on after all exclusions of its networks, and off before them', () => {
  const stack = newStack();
  network(stack, 'One', ON);
  network(stack, 'Two', TRIAL);
  network(stack, 'Three', ELSEWHERE);
  const found = Written.of(stack);
  const after = found.resource(OPTIONS).depends_on as string[];
  const exclusions = found.addresses.filter((it) => it.startsWith(`${EXCLUSION}.`) && !it.includes('Three'));
  expect(exclusions).toHaveLength(6);
  expect([...after].sort()).toEqual(exclusions);
});

test('can be taken back while it is a trial', () => {
  const stack = newStack();
  network(stack, 'It', TRIAL);
  expect(Written.of(stack).resource(OPTIONS)).not.toHaveProperty('lifecycle');
});

test('is kept where one of its networks keeps it', () => {
  const stack = newStack();
  network(stack, 'One', TRIAL);
  network(stack, 'Two', ON);
  expect(Written.of(stack).resource(OPTIONS).lifecycle).toEqual({ prevent_destroy: true });
});

test('leaves the setting to another owner, and keeps its exclusions', () => {
  const stack = newStack();
  network(stack, 'It', ELSEWHERE);
  const found = Written.of(stack);
  expect(found.resources(OPTIONS)).toEqual({});
  expect(Object.keys(found.resources(EXCLUSION))).toHaveLength(3);
});

test('may be destroyed in an ephemeral environment', () => {
  const stack = newStack({ environment: Environment.EPHEMERAL });
  network(stack, 'It', ON);
  expect(Written.of(stack).resource(OPTIONS)).not.toHaveProperty('lifecycle');
});

test.each([
  ['', {}],
  [', got true', { blockPublicAccess: true }],
  [', got false', { blockPublicAccess: false }],
])('refuses a network that does not say who makes it%s', (got, props) => {
  const stack = newStack();
  expect(messageOf(() => new SegmentedVpc(stack, 'It', props as unknown as SegmentedVpcProps))).toBe(
    `[test/It] 'blockPublicAccess' must say who makes VPC Block Public Access, which cuts every network of the account and region off from the internet but for excluded subnets (TOM 3.3.4 Layered network defence)${got}; write BlockPublicAccess.TRIAL to make it and be able to take it back, BlockPublicAccess.ON to keep it, or BlockPublicAccess.ELSEWHERE where another stack or the organization makes it`
  );
});

test('refuses a construct that has its id', () => {
  const stack = newStack();
  new Construct(stack, 'BlockPublicAccess');
  expect(messageOf(() => network(stack, 'It', ON))).toBe(
    `[test/BlockPublicAccess] 'id' must be another one: the setting that blocks public access takes it (TOM 3.3.4 Layered network defence), got "BlockPublicAccess"; rename the construct, or write BlockPublicAccess.ELSEWHERE where the setting is made elsewhere`
  );
});
