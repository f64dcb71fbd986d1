import { Construct } from 'constructs';
import { VpcEncryptionControl } from '@cdktf/provider-aws/lib/vpc-encryption-control';
import { refuse } from '../core/errors';
import { NatGateways } from './gateways';
import { NetworkContext } from './tier';
import { VpcEncryption, VpcEncryptionExclusion } from './vpc-encryption';

/** What VPC encryption control does, and what it excludes. */
export interface EncryptionControlOptions {
  readonly network: NetworkContext;
  readonly mode: VpcEncryption;
  readonly exclusions: readonly VpcEncryptionExclusion[];
  readonly natGateways: NatGateways;
  readonly leavesByIpv6: boolean;
}

/**
 * VPC encryption control, which shows or refuses what is not encrypted within a network (TOM 1.1.2).
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-encryption-controls.html
 */
export function controlEncryption(scope: Construct, options: EncryptionControlOptions): void {
  const { network, mode, exclusions, natGateways, leavesByIpv6 } = options;
  if (exclusions.length > 0 && mode !== VpcEncryption.ENFORCE) {
    refuse(scope, {
      prop: 'encryptionExclusions',
      must: 'must not be set where the network does not enforce encryption, since nothing is refused there',
      value: exclusions,
      measure: '1.1.2',
      fix: 'leave it out, or write vpcEncryption: VpcEncryption.ENFORCE',
    });
  }
  if (mode === VpcEncryption.OFF) return;
  const { vpcId, region, tagsOf } = network;
  const excluded = (is: boolean): string | undefined => (mode === VpcEncryption.ENFORCE && is ? 'enable' : undefined);
  const asked = (exclusion: VpcEncryptionExclusion): string | undefined => excluded(exclusions.includes(exclusion));
  new VpcEncryptionControl(scope, 'EncryptionControl', {
    vpcId,
    mode,
    // Beyond a gateway to the internet AWS encrypts nothing: what goes there encrypts itself.
    internetGatewayExclusion: excluded(true),
    natGatewayExclusion: excluded(natGateways !== NatGateways.NONE),
    egressOnlyInternetGatewayExclusion: excluded(leavesByIpv6),
    elasticFileSystemExclusion: asked(VpcEncryptionExclusion.FILE_SYSTEMS),
    lambdaExclusion: asked(VpcEncryptionExclusion.FUNCTIONS),
    vpcPeeringExclusion: asked(VpcEncryptionExclusion.PEERINGS),
    virtualPrivateGatewayExclusion: asked(VpcEncryptionExclusion.VIRTUAL_PRIVATE_GATEWAYS),
    vpcLatticeExclusion: asked(VpcEncryptionExclusion.LATTICE),
    region,
    tags: tagsOf('encryption'),
  });
}
