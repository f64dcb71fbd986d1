import { DbSubnetGroup } from '@cdktf/provider-aws/lib/db-subnet-group';
import { Eip } from '@cdktf/provider-aws/lib/eip';
import { InternetGateway } from '@cdktf/provider-aws/lib/internet-gateway';
import { NatGateway } from '@cdktf/provider-aws/lib/nat-gateway';
import { RouteTable } from '@cdktf/provider-aws/lib/route-table';
import { RouteTableAssociation } from '@cdktf/provider-aws/lib/route-table-association';
import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { Subnet } from '@cdktf/provider-aws/lib/subnet';
import { Vpc } from '@cdktf/provider-aws/lib/vpc';
import { Construct } from 'constructs';

const EVERYWHERE = ['0.0.0.0/0'];

/** Everything out, as the console of AWS suggests it. */
const EGRESS = [{ protocol: '-1', fromPort: 0, toPort: 0, cidrBlocks: EVERYWHERE }];

export type OldNetwork = ReturnType<typeof network>;

/** 19 resources: a network of two zones, and what it lets through. */
export function network(scope: Construct) {
  const vpc = new Vpc(scope, 'vpc', { cidrBlock: '10.20.0.0/16', enableDnsHostnames: true, enableDnsSupport: true });
  const gateway = new InternetGateway(scope, 'gateway', { vpcId: vpc.id });
  const publicSubnets = ['a', 'b'].map(
    (zone, at) =>
      new Subnet(scope, `public_${zone}`, {
        vpcId: vpc.id,
        availabilityZone: `eu-central-1${zone}`,
        cidrBlock: `10.20.${at}.0/24`,
        mapPublicIpOnLaunch: true,
      })
  );
  const privateSubnets = ['a', 'b'].map(
    (zone, at) =>
      new Subnet(scope, `private_${zone}`, {
        vpcId: vpc.id,
        availabilityZone: `eu-central-1${zone}`,
        cidrBlock: `10.20.${10 + at}.0/24`,
      })
  );
  const address = new Eip(scope, 'nat_address', { domain: 'vpc' });
  const nat = new NatGateway(scope, 'nat', { allocationId: address.id, subnetId: publicSubnets[0].id });
  const outside = { cidrBlock: '0.0.0.0/0' };
  const publicRoutes = new RouteTable(scope, 'public', {
    vpcId: vpc.id,
    route: [{ ...outside, gatewayId: gateway.id }],
  });
  const privateRoutes = new RouteTable(scope, 'private', {
    vpcId: vpc.id,
    route: [{ ...outside, natGatewayId: nat.id }],
  });
  const associate = (tier: string, subnets: Subnet[], { id: routeTableId }: RouteTable) =>
    subnets.map(
      ({ id: subnetId }, at) =>
        new RouteTableAssociation(scope, `${tier}_${'ab'[at]}_routes`, { subnetId, routeTableId })
    );
  associate('public', publicSubnets, publicRoutes);
  const privateAssociations = associate('private', privateSubnets, privateRoutes);

  const balancerGroup = new SecurityGroup(scope, 'balancer_group', {
    name: 'shop-balancer',
    vpcId: vpc.id,
    ingress: [{ protocol: 'tcp', fromPort: 80, toPort: 80, cidrBlocks: EVERYWHERE }],
    egress: EGRESS,
  });
  const bastionGroup = new SecurityGroup(scope, 'bastion_group', {
    name: 'shop-bastion',
    vpcId: vpc.id,
    ingress: [{ protocol: 'tcp', fromPort: 22, toPort: 22, cidrBlocks: EVERYWHERE }],
    egress: EGRESS,
  });
  const appGroup = new SecurityGroup(scope, 'app_group', {
    name: 'shop-app',
    vpcId: vpc.id,
    ingress: [
      { protocol: 'tcp', fromPort: 8080, toPort: 8080, securityGroups: [balancerGroup.id] },
      { protocol: 'tcp', fromPort: 22, toPort: 22, securityGroups: [bastionGroup.id] },
    ],
    egress: EGRESS,
  });
  const databaseGroup = new SecurityGroup(scope, 'database_group', {
    name: 'shop-database',
    vpcId: vpc.id,
    ingress: [{ protocol: 'tcp', fromPort: 5432, toPort: 5432, cidrBlocks: EVERYWHERE }],
    egress: EGRESS,
  });
  const databaseSubnets = new DbSubnetGroup(scope, 'database_subnets', {
    name: 'shop',
    subnetIds: privateSubnets.map(({ id }) => id),
  });
  return {
    vpc,
    publicSubnets,
    privateSubnets,
    privateRoutes,
    privateAssociations,
    balancerGroup,
    bastionGroup,
    appGroup,
    databaseGroup,
    databaseSubnets,
  };
}
