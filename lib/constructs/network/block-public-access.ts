import { TerraformStack, dependable } from 'cdktf';
import { Construct } from 'constructs';
import { VpcBlockPublicAccessExclusion } from '@cdktf/provider-aws/lib/vpc-block-public-access-exclusion';
import { VpcBlockPublicAccessOptions } from '@cdktf/provider-aws/lib/vpc-block-public-access-options';
import { refuse } from '../core/errors';
import { Posture } from '../core/posture';
import { providerRegion } from '../core/provider-region';
import { NetworkContext, Tier } from './tier';

/** Who makes VPC Block Public Access, a setting of the whole account in a region, which decides about every network in it. */
export enum BlockPublicAccess {
  /**
   * This stack makes it, and takes it back when the network goes or this value changes. For a first apply: what else of the account needs the internet
   * shows itself.
   */
  TRIAL = 'trial',
  /** This stack makes it, and outside ephemeral environments refuses to destroy it. */
  ON = 'on',
  /** This stack does not make it: another one or the organization does. The guardrails look for it in the stacks that are checked together. */
  ELSEWHERE = 'elsewhere',
}

/**
 * Switches on that no network of the account and region is reached from the internet, nor reaches it, but for exclusions (TOM 3.3.4, 9.3).
 * It is a setting of the account and not of a network: the networks of a stack share one resource for each region.
 *
 * @param exclusions those of the network, which are there first, so that it is never cut off
 */
export function blockPublicAccess(
  scope: Construct,
  mode: BlockPublicAccess,
  region: string | undefined,
  exclusions: readonly VpcBlockPublicAccessExclusion[]
): void {
  requireMode(scope, mode);
  if (mode === BlockPublicAccess.ELSEWHERE) return;
  const options = optionsOf(scope, region);
  options.dependsOn = [...(options.dependsOn ?? []), ...exclusions.map(dependable)];
  // Anyone who destroys it opens every network of the account.
  if (mode === BlockPublicAccess.ON && !Posture.of(options).isEphemeral) options.lifecycle = { preventDestroy: true };
}

function requireMode(scope: Construct, mode: BlockPublicAccess | undefined): void {
  if (mode !== undefined && Object.values(BlockPublicAccess).includes(mode)) return;
  refuse(scope, {
    prop: 'blockPublicAccess',
    must: 'must say who makes VPC Block Public Access, which cuts every network of the account and region off from the internet but for excluded subnets',
    ...(mode === undefined ? {} : { value: mode }),
    measure: '3.3.4',
    fix: 'write BlockPublicAccess.TRIAL to make it and be able to take it back, BlockPublicAccess.ON to keep it, or BlockPublicAccess.ELSEWHERE where another stack or the organization makes it',
  });
}

function optionsOf(scope: Construct, region: string | undefined): VpcBlockPublicAccessOptions {
  const stack = TerraformStack.of(scope);
  const elsewhere = region === providerRegion(scope) ? undefined : region;
  const id = elsewhere === undefined ? 'BlockPublicAccess' : `BlockPublicAccess-${elsewhere}`;
  const there = stack.node.tryFindChild(id);
  if (there instanceof VpcBlockPublicAccessOptions) return there;
  if (there) {
    refuse(there, {
      prop: 'id',
      must: 'must be another one: the setting that blocks public access takes it',
      value: id,
      measure: '3.3.4',
      fix: 'rename the construct, or write BlockPublicAccess.ELSEWHERE where the setting is made elsewhere',
    });
  }
  return new VpcBlockPublicAccessOptions(stack, id, {
    internetGatewayBlockMode: 'block-bidirectional',
    region: elsewhere,
  });
}

/** Lets the subnets of a tier use the internet all the same. It is allowed before the setting is on, and then interrupts nobody. */
export function excludeFromBlock(
  tier: Tier,
  network: NetworkContext,
  mode: 'allow-bidirectional' | 'allow-egress'
): VpcBlockPublicAccessExclusion[] {
  return tier.subnetIds.map(
    (subnetId, at) =>
      new VpcBlockPublicAccessExclusion(tier, `BlockPublicAccessExclusion${at + 1}`, {
        subnetId,
        internetGatewayExclusionMode: mode,
        region: network.region,
        tags: network.tagsOf(`${tier.tier}-${at + 1}`),
      })
  );
}
