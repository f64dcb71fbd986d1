import { ClassifiedProps, RegionalProps } from '../core/props';
import { IAuditLogArchive } from '../logging/audit-log-archive';
import { AwsService } from './aws-service';
import { BlockPublicAccess } from './block-public-access';
import { NatGateways } from './gateways';
import { VpcEncryption, VpcEncryptionExclusion } from './vpc-encryption';

/** How large a network is, where it lies, and what it reaches. */
export interface SegmentedVpcProps extends ClassifiedProps, RegionalProps {
  /**
   * The IPv4 addresses of the network: /16 to /22, or to /28 where the ranges of all tiers are named.
   *
   * @default '10.0.0.0/16'
   */
  readonly ipv4Cidr?: string;

  /**
   * How many zones it spans: 2 or 3.
   *
   * @default 3
   */
  readonly zoneCount?: number;

  /**
   * The zones: 2 or 3 of one region, such as `eu-central-1a`.
   *
   * @default - the first of the region, as AWS lists them
   */
  readonly availabilityZones?: string[];

  /**
   * The ranges of the subnets that face the internet, one a zone, /27 or larger. The ranges of all four tiers are named, or none.
   *
   * @default - an eighth of a quarter of the network each
   */
  readonly publicCidrs?: string[];

  /**
   * The ranges of the subnets that run programs, one a zone.
   *
   * @default - half a quarter of the network each
   */
  readonly applicationCidrs?: string[];

  /**
   * The ranges of the subnets that hold data, one a zone.
   *
   * @default - a quarter of a quarter of the network each
   */
  readonly dataCidrs?: string[];

  /**
   * The ranges of the subnets that hold private endpoints, one a zone.
   *
   * @default - an eighth of a quarter of the network each
   */
  readonly endpointCidrs?: string[];

  /**
   * Gives the network IPv6 addresses as well, a /56 of Amazon's. Where the application tier has NAT gateways, it reaches IPv6 out only.
   *
   * @default false
   */
  readonly ipv6?: boolean;

  /**
   * How the application tier reaches the internet, on TCP 443 and from 1024.
   *
   * @default NatGateways.NONE
   */
  readonly natGateways?: NatGateways;

  /**
   * The services of AWS that the network reaches by private interface endpoints. Each costs by the hour and zone.
   *
   * @default - what Session Manager, keys and logs take: SSM, SSM_MESSAGES, KMS and LOGS
   */
  readonly interfaceEndpoints?: AwsService[];

  /**
   * The organization whose principals and resources the endpoints admit: `o-` and ten or more letters and digits.
   *
   * @default - only those of the own account
   */
  readonly organizationId?: string;

  /**
   * The names that may be resolved, beside those of AWS and those that end in `internal`: `*.example.com` is every name below `example.com`.
   *
   * @default - no others
   */
  readonly allowedDomains?: string[];

  /**
   * Lists of bad domains, of AWS or your own, by their ids in the region. They go before what is allowed.
   *
   * @default - none
   */
  readonly blockedDomainListIds?: string[];

  /**
   * The archive that takes the flow logs and the DNS query logs.
   *
   * @default - none: two log groups take them, for 365 days
   */
  readonly archive?: IAuditLogArchive;

  /**
   * Who makes VPC Block Public Access, by which no network of **the account and region** is reached from the internet or reaches it, but for
   * the public subnets of networks like this one. It has no default, since it decides about the networks of others.
   */
  readonly blockPublicAccess: BlockPublicAccess;

  /**
   * What VPC encryption control does. AWS bills it by the hour.
   *
   * @default VpcEncryption.MONITOR
   */
  readonly vpcEncryption?: VpcEncryption;

  /**
   * What may be in a network that enforces encryption although AWS does not encrypt what it sends, beside the gateways to the internet. It must
   * encrypt by itself.
   *
   * @default - nothing
   */
  readonly encryptionExclusions?: VpcEncryptionExclusion[];
}
