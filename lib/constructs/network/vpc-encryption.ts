import { Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { instanceFamily, sendsUnencrypted } from '../../aws/ec2/instance-types';
import { refuse } from '../core/errors';

const MEASURE = '1.1.2';

/** What VPC encryption control does about traffic within a network that is not encrypted. */
export enum VpcEncryption {
  /** Nothing, and costs nothing. */
  OFF = 'off',
  /** Shows in the flow logs what is encrypted, and moves load balancers and Fargate to hardware that encrypts. */
  MONITOR = 'monitor',
  /** Refuses what does not encrypt. A network that is there must have been monitored before. */
  ENFORCE = 'enforce',
}

/** What may be in a network that enforces encryption although AWS does not encrypt what it sends. It must encrypt by itself, as with TLS. */
export enum VpcEncryptionExclusion {
  /** File systems of EFS. */
  FILE_SYSTEMS = 'file-systems',
  /** Lambda functions in the network. */
  FUNCTIONS = 'functions',
  /** Peerings with networks that do not enforce it, or are in other regions. */
  PEERINGS = 'peerings',
  /** Virtual private gateways. */
  VIRTUAL_PRIVATE_GATEWAYS = 'virtual-private-gateways',
  /** Services of VPC Lattice. */
  LATTICE = 'lattice',
}

/** A network, as far as encryption within it asks. */
interface Network extends IConstruct {
  readonly vpcEncryption?: VpcEncryption;
  readonly vpcEncryptionExclusions?: VpcEncryptionExclusion[];
}

/** The prop for a type of instances, what it is set to, and its defaults. */
export interface InstanceChoice {
  readonly prop: string;
  readonly given?: string;
  /** Where the network enforces no encryption. */
  readonly usual: string;
  /** Where it does. */
  readonly encrypting: string;
}

/**
 * The type of the instances in a network. Where that enforces encryption, AWS refuses those that cannot encrypt what they send to each other, so
 * that the default is another one there.
 */
export function instanceTypeIn(
  scope: IConstruct,
  vpc: Network,
  { prop, given, usual, encrypting }: InstanceChoice
): string {
  const type = given ?? (enforces(vpc) ? encrypting : usual);
  requireEncryptingType(scope, vpc, { prop, type, encrypting });
  return type;
}

function requireEncryptingType(
  scope: IConstruct,
  vpc: Network,
  { prop, type, encrypting }: { prop: string; type: string; encrypting: string }
): void {
  if (!enforces(vpc) || Token.isUnresolved(type) || !sendsUnencrypted(type)) return;
  refuse(scope, {
    prop,
    must: `must be of a family that encrypts what its instances send, since ${vpc.node.path} enforces encryption: ${instanceFamily(type)} does not`,
    value: type,
    measure: MEASURE,
    fix: `write ${prop}: '${encrypting}', or give the network VpcEncryption.MONITOR`,
  });
}

/** Refuses what AWS does not make in a network that enforces encryption, but for an exclusion where there is one. */
export function requireAllowed(
  scope: IConstruct,
  vpc: Network,
  what: string,
  exclusion?: VpcEncryptionExclusion
): void {
  if (!enforces(vpc) || (exclusion && vpc.vpcEncryptionExclusions?.includes(exclusion))) return;
  const name = Object.entries(VpcEncryptionExclusion).find(([, value]) => value === exclusion)?.[0];
  refuse(scope, {
    prop: 'vpc',
    must: name
      ? `must exclude ${what}, since it enforces encryption`
      : `must not enforce encryption: there is no exclusion for ${what}`,
    value: vpc.node.path,
    measure: MEASURE,
    fix: name
      ? `write encryptionExclusions: [VpcEncryptionExclusion.${name}] on the network, or give it VpcEncryption.MONITOR`
      : 'give the network VpcEncryption.MONITOR, or use another one',
  });
}

function enforces(vpc: Network): boolean {
  return vpc.vpcEncryption === VpcEncryption.ENFORCE;
}
