import { Token } from 'cdktf';
import { refuse } from '../core/errors';

const MEASURE = '9.3';

/** Services that gateway endpoints lead to, which cost nothing. */
const BY_GATEWAY = ['s3', 'dynamodb'];

/** What the endpoint of a service cannot have. */
export interface AwsServiceOptions {
  /**
   * The zones in which the service has endpoints, of those that the network names. Not every service is in every zone:
   * `aws ec2 describe-vpc-endpoint-services` lists them.
   *
   * @default - all zones of the network
   */
  readonly availabilityZones?: string[];

  /**
   * Whether the endpoint has a policy. False is for services that take none, such as Inspector (`inspector2`): AWS then lets everyone in the network reach
   * all of the service through it, with credentials of any account, and EC2-008 finds it. `VpcEndpointPolicySupported` of the same command says which.
   *
   * @default true
   */
  readonly endpointPolicy?: boolean;
}

/**
 * A service of AWS that a network reaches by a private interface endpoint, rather than over the internet. Each endpoint is paid for by the hour and
 * zone, and by the gigabyte.
 *
 * ```ts
 * const interfaceEndpoints = [AwsService.KMS, AwsService.LOGS, AwsService.of('sqs')];
 * new SegmentedVpc(this, 'Network', { interfaceEndpoints, blockPublicAccess: BlockPublicAccess.ON });
 * ```
 *
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
 */
export class AwsService {
  /** CloudWatch metrics. */
  public static readonly MONITORING = AwsService.of('monitoring');
  /** CloudWatch Logs. */
  public static readonly LOGS = AwsService.of('logs');
  /** Systems Manager's messages of agents before 3.3.40.0. */
  public static readonly EC2_MESSAGES = AwsService.of('ec2messages');
  /** The registry of container images, to ask it. It takes `ECR_DOCKER` as well. */
  public static readonly ECR_API = AwsService.of('ecr.api');
  /** The registry of container images, to pull from it. It takes `ECR_API` as well. */
  public static readonly ECR_DOCKER = AwsService.of('ecr.dkr');
  /** Keys. */
  public static readonly KMS = AwsService.of('kms');
  /** Secrets. */
  public static readonly SECRETS_MANAGER = AwsService.of('secretsmanager');
  /** Systems Manager: parameters, documents and inventory. */
  public static readonly SSM = AwsService.of('ssm');
  /** Session Manager, and Systems Manager's messages to its agents. */
  public static readonly SSM_MESSAGES = AwsService.of('ssmmessages');
  /** Temporary credentials. */
  public static readonly STS = AwsService.of('sts');

  /**
   * A service, by what the name of its endpoint ends in: `sqs` of `com.amazonaws.eu-central-1.sqs`.
   *
   * @param name what the name of its endpoint ends in
   * @param options what its endpoint cannot have
   * @throws ValidationError where it is a token, no such name, or a service that the gateway endpoints of every network lead to; and on an empty list of zones.
   */
  public static of(name: string, options: AwsServiceOptions = {}): AwsService {
    const fix = "write AwsService.of('sqs')";
    if (Token.isUnresolved(name) || !/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(name) || name.startsWith('com.')) {
      const must = 'must be what the name of the endpoint ends in, in plain text';
      refuse(undefined, { prop: 'service', must, value: name, measure: MEASURE, fix });
    }
    if (BY_GATEWAY.includes(name)) {
      refuse(undefined, {
        prop: 'service',
        must: 'must not be one that a gateway endpoint leads to',
        value: name,
        measure: MEASURE,
        fix: 'leave it out: every SegmentedVpc has gateway endpoints of S3 and DynamoDB',
      });
    }
    const { availabilityZones, endpointPolicy = true } = options;
    if (availabilityZones?.length === 0) {
      refuse(undefined, {
        prop: 'availabilityZones',
        must: 'must name a zone',
        value: availabilityZones,
        measure: MEASURE,
        fix: "leave it out for all zones of the network, or write ['eu-central-1a']",
      });
    }
    return new AwsService(name, endpointPolicy, availabilityZones);
  }

  private constructor(
    /** What the name of its endpoint ends in. */
    public readonly name: string,
    /** Whether its endpoint has a policy. */
    public readonly endpointPolicy: boolean,
    /** The zones of its endpoint, where they are not all of the network. */
    public readonly availabilityZones?: string[]
  ) {}
}
