import { run } from '../../../../lib/guardrails/engine';
import { RULE as EC2_007 } from '../../../../lib/guardrails/rules/ec2/internet-gateways-blocked';
import { JsonObject } from '../../../../lib/terraform/value';
import { modelOf } from '../../../support/models';

function outcomes(stacks: { readonly [name: string]: JsonObject }): {
  met: readonly string[];
  violated: readonly string[];
} {
  const [{ met, violated }] = run(modelOf(stacks), [EC2_007]).outcomes;
  return { met, violated };
}

const OPTIONS = 'aws_vpc_block_public_access_options.main';
const options = (mode: string, region?: string): JsonObject => ({
  aws_vpc_block_public_access_options: {
    main: { internet_gateway_block_mode: mode, ...(region === undefined ? {} : { region }) },
  },
});

test('a VPC is met by options of another stack, for its region', () => {
  const vpc = (region: string): JsonObject => ({ provider: { aws: { region } }, resource: { aws_vpc: { main: {} } } });
  const account = { provider: { aws: { region: 'eu-central-1' } }, resource: options('block-ingress') };
  expect(outcomes({ account, here: vpc('eu-central-1'), there: vpc('eu-west-1') })).toEqual({
    met: ['here:aws_vpc.main', `account:${OPTIONS}`],
    violated: ['there:aws_vpc.main'],
  });
});

test('options that block nothing are violated, and no VPC is met by them', () => {
  expect(outcomes({ stack: { resource: { aws_vpc: { main: {} }, ...options('off') } } })).toEqual({
    met: [],
    violated: [`stack:${OPTIONS}`],
  });
});

test('an exclusion must say what it allows', () => {
  const exclusion = { aws_vpc_block_public_access_exclusion: { it: { subnet_id: 'subnet-1' } } };
  expect(run(modelOf({ stack: { resource: exclusion } }), [EC2_007]).findings).toMatchObject([
    {
      outcome: 'violated',
      message: 'internet_gateway_exclusion_mode is not set, so it does not say what it allows',
    },
  ]);
});
