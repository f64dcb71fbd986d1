import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { VpcBlockPublicAccessExclusion } from '@cdktf/provider-aws/lib/vpc-block-public-access-exclusion';
import { VpcBlockPublicAccessOptions } from '@cdktf/provider-aws/lib/vpc-block-public-access-options';
import { refuse } from '../core/errors';
import { Posture } from '../core/posture';
import { providerRegion } from '../core/provider-region';
import { NetworkContext, Tier } from './tier';

/**
 * Switches on that no network of the account and region is reached from the internet, nor reaches it, but for exclusions (TOM 3.3.4, 9.3).
 * It is a setting of the account and not of a network: the networks of a stack share one resource for each region.
 */
export function blockPublicAccess(scope: Construct, region: string | undefined): void {
  const stack = TerraformStack.of(scope);
  const elsewhere = region === providerRegion(scope) ? undefined : region;
  const id = elsewhere === undefined ? 'BlockPublicAccess' : `BlockPublicAccess-${elsewhere}`;
  const there = stack.node.tryFindChild(id);
  if (there instanceof VpcBlockPublicAccessOptions) return;
  if (there) {
    refuse(there, {
      prop: 'id',
      must: 'must be another one: the setting that blocks public access takes it',
      value: id,
      measure: '3.3.4',
      fix: 'rename the construct, or write blockPublicAccess: false where the setting is made elsewhere',
    });
  }
  new VpcBlockPublicAccessOptions(stack, id, {
    internetGatewayBlockMode: 'block-bidirectional',
    region: elsewhere,
    // Anyone who destroys it opens every network of the account.
    lifecycle: Posture.of(stack).isEphemeral ? undefined : { preventDestroy: true },
  });
}

/** Lets the subnets of a tier use the internet all the same. It is allowed before the setting is on, and then interrupts nobody. */
export function excludeFromBlock(
  tier: Tier,
  network: NetworkContext,
  mode: 'allow-bidirectional' | 'allow-egress'
): void {
  tier.subnetIds.forEach((subnetId, at) => {
    new VpcBlockPublicAccessExclusion(tier, `BlockPublicAccessExclusion${at + 1}`, {
      subnetId,
      internetGatewayExclusionMode: mode,
      region: network.region,
      tags: network.tagsOf(`${tier.tier}-${at + 1}`),
    });
  });
}
