import { Token } from 'cdktf';
import { VpcEndpoint } from '@cdktf/provider-aws/lib/vpc-endpoint';
import { Construct } from 'constructs';
import { accountOf } from '../core/account';
import { refuse } from '../core/errors';
import { AwsService } from './aws-service';
import { Perimeter, dynamoDbPolicy, interfacePolicy, s3Policy } from './endpoint-policies';
import { NetworkContext, Tier } from './tier';

/** The private endpoints of a network. */
export class Endpoints {
  private readonly perimeter: Perimeter;

  constructor(
    private readonly scope: Construct,
    private readonly network: NetworkContext,
    organizationId: string | undefined
  ) {
    const account = accountOf(scope);
    this.perimeter = { account, region: network.region ?? account.region, organizationId };
  }

  /**
   * The gateway endpoints of S3 and DynamoDB, which cost nothing.
   *
   * @returns the id of the prefix list of S3
   */
  public addGateways(from: Tier): string {
    const s3 = this.gateway('S3', 's3', from, s3Policy(this.perimeter));
    this.gateway('DynamoDb', 'dynamodb', from, dynamoDbPolicy(this.perimeter));
    return s3.prefixListId;
  }

  /** The interface endpoint of a service, once. */
  public addInterface(service: AwsService, tier: Tier, securityGroupId: string): void {
    const id = `Endpoint-${service.name}`;
    if (this.scope.node.tryFindChild(id)) return;
    const { vpcId, region, tagsOf } = this.network;
    new VpcEndpoint(this.scope, id, {
      vpcId,
      vpcEndpointType: 'Interface',
      serviceName: this.serviceName(service.name),
      subnetIds: this.subnetsOf(service, tier),
      securityGroupIds: [securityGroupId],
      privateDnsEnabled: true,
      policy: service.endpointPolicy ? interfacePolicy(service.name, this.perimeter) : undefined,
      region,
      tags: tagsOf(service.name),
    });
  }

  /** The subnets in the zones that a service names, which the network must name as well. */
  private subnetsOf({ name, availabilityZones: wanted }: AwsService, tier: Tier): string[] {
    if (wanted === undefined) return tier.subnetIds;
    const zones = tier.subnets.map(({ availabilityZone }) => availabilityZone);
    const unknown = wanted.find((zone) => !zones.includes(zone));
    if (unknown !== undefined) {
      const known = zones.filter((zone) => !Token.isUnresolved(zone));
      refuse(this.scope, {
        prop: 'availabilityZones',
        must: `must be zones that the network names, for the endpoint of ${name}`,
        value: unknown,
        measure: '3.3.1',
        fix:
          known.length > 0
            ? `write some of ${known.join(', ')}`
            : `write availabilityZones on the network, which otherwise spans the first zones of the region: ['${unknown}', …]`,
      });
    }
    return tier.subnets
      .filter(({ availabilityZone }) => wanted.includes(availabilityZone))
      .map(({ subnetId }) => subnetId);
  }

  private gateway(id: string, service: string, from: Tier, policy: string): VpcEndpoint {
    const { vpcId, region, tagsOf } = this.network;
    return new VpcEndpoint(this.scope, id, {
      vpcId,
      vpcEndpointType: 'Gateway',
      serviceName: this.serviceName(service),
      routeTableIds: from.routeTableIds,
      policy,
      region,
      tags: tagsOf(service),
    });
  }

  private serviceName(service: string): string {
    return `com.amazonaws.${this.perimeter.region}.${service}`;
  }
}
