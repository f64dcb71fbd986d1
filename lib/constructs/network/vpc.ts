import { Construct, IConstruct } from 'constructs';
import { refuse } from '../core/errors';
import { IConnectable } from './connections';
import { VpcEncryption, VpcEncryptionExclusion } from './vpc-encryption';

/** What the subnets of a network are for, and how far they are from the internet (TOM 3.3.4). */
export enum SubnetTier {
  /** Faces the internet: load balancers and NAT gateways, and nothing that holds data. */
  PUBLIC = 'public',
  /** Runs programs. It reaches out at most, through a NAT gateway. */
  APPLICATION = 'application',
  /** Holds data. It has no route to the internet in either direction. */
  DATA = 'data',
  /** Holds the private endpoints of AWS services. It has no route to the internet in either direction. */
  ENDPOINT = 'endpoint',
}

/** A subnet of a network. */
export interface Subnet {
  /** The id of the subnet. */
  readonly subnetId: string;
  /** The zone in which it lies: `eu-central-1a`. */
  readonly availabilityZone: string;
}

/** A network of tiers: one of this library's, or one that is already there. */
export interface IVpc extends IConstruct {
  /**
   * The id of the network.
   *
   * @attribute
   */
  readonly vpcId: string;

  /** Its IPv4 addresses: `10.0.0.0/16`. */
  readonly vpcCidrBlock: string;

  /** The region that it lies in, where that is not the region of the stack's provider. */
  readonly region?: string;

  /** The private endpoints of AWS services, where the network has some: what calls AWS must be allowed to reach them. */
  readonly interfaceEndpoints?: IConnectable;

  /** The addresses of S3 behind its gateway endpoint, where the network has one. */
  readonly s3Endpoint?: IConnectable;

  /** What VPC encryption control does there, where that is known. */
  readonly vpcEncryption?: VpcEncryption;

  /** What may be there although AWS does not encrypt what it sends, where the network enforces encryption. */
  readonly vpcEncryptionExclusions?: VpcEncryptionExclusion[];

  /**
   * The subnets of a tier, one a zone.
   *
   * @throws ValidationError where the network has none.
   */
  subnets(tier: SubnetTier): Subnet[];
}

/** What is known of a network that is already there. */
export interface VpcAttributes {
  /** The id of the network. */
  readonly vpcId: string;

  /** Its IPv4 addresses: `10.0.0.0/16`. */
  readonly vpcCidrBlock: string;

  /**
   * The region that it lies in.
   *
   * @default - the region of the stack's provider
   */
  readonly region?: string;

  /**
   * The subnets that face the internet.
   *
   * @default - none
   */
  readonly publicSubnets?: Subnet[];

  /**
   * The subnets that run programs.
   *
   * @default - none
   */
  readonly applicationSubnets?: Subnet[];

  /**
   * The subnets that hold data.
   *
   * @default - none
   */
  readonly dataSubnets?: Subnet[];

  /**
   * The subnets that hold private endpoints.
   *
   * @default - none
   */
  readonly endpointSubnets?: Subnet[];

  /**
   * The security group of the private endpoints of AWS services.
   *
   * @default - none is known
   */
  readonly interfaceEndpoints?: IConnectable;

  /**
   * The addresses of S3 behind its gateway endpoint: `Peer.prefixList('pl-…')`.
   *
   * @default - none is known
   */
  readonly s3Endpoint?: IConnectable;

  /**
   * What VPC encryption control does there.
   *
   * @default - not known: what an enforcing network does not take is only refused by AWS
   */
  readonly vpcEncryption?: VpcEncryption;

  /**
   * What may be there although AWS does not encrypt what it sends, where the network enforces encryption.
   *
   * @default - nothing
   */
  readonly vpcEncryptionExclusions?: VpcEncryptionExclusion[];
}

/** A network that is already there. */
export class ImportedVpc extends Construct implements IVpc {
  public readonly vpcId: string;
  public readonly vpcCidrBlock: string;
  public readonly region?: string;
  public readonly interfaceEndpoints?: IConnectable;
  public readonly s3Endpoint?: IConnectable;
  public readonly vpcEncryption?: VpcEncryption;
  public readonly vpcEncryptionExclusions?: VpcEncryptionExclusion[];
  private readonly tiers: { readonly [T in SubnetTier]: Subnet[] };

  constructor(scope: Construct, id: string, attributes: VpcAttributes) {
    super(scope, id);
    this.vpcId = attributes.vpcId;
    this.vpcCidrBlock = attributes.vpcCidrBlock;
    this.region = attributes.region;
    this.interfaceEndpoints = attributes.interfaceEndpoints;
    this.s3Endpoint = attributes.s3Endpoint;
    this.vpcEncryption = attributes.vpcEncryption;
    this.vpcEncryptionExclusions = attributes.vpcEncryptionExclusions;
    this.tiers = {
      [SubnetTier.PUBLIC]: attributes.publicSubnets ?? [],
      [SubnetTier.APPLICATION]: attributes.applicationSubnets ?? [],
      [SubnetTier.DATA]: attributes.dataSubnets ?? [],
      [SubnetTier.ENDPOINT]: attributes.endpointSubnets ?? [],
    };
  }

  public subnets(tier: SubnetTier): Subnet[] {
    const subnets = this.tiers[tier];
    if (subnets.length === 0) {
      refuse(this, {
        prop: 'tier',
        must: 'must be one that the network has',
        value: tier,
        measure: '3.3.4',
        fix: `write ${tier}Subnets where the network is imported`,
      });
    }
    return [...subnets];
  }
}
