import { DefaultSecurityGroup } from '@cdktf/provider-aws/lib/default-security-group';
import { RouteTable } from '@cdktf/provider-aws/lib/route-table';
import { RouteTableAssociation } from '@cdktf/provider-aws/lib/route-table-association';
import { Subnet } from '@cdktf/provider-aws/lib/subnet';
import { VpcBlockPublicAccessExclusion } from '@cdktf/provider-aws/lib/vpc-block-public-access-exclusion';
import { VpcBlockPublicAccessOptions } from '@cdktf/provider-aws/lib/vpc-block-public-access-options';
import { Certificate, HttpsLoadBalancer, Peer, Port, SecurityGroup, SegmentedVpc } from 'cdktf-aws-toms';
import { ShopStack } from '../old/shop-stack';
import { Made, remove, replace } from './made';

/** HTTPS from the browser to the servers, and no other way in; a database without a way out. */
export function network(shop: ShopStack, made: Made): void {
  const { vpc: old, publicSubnets } = shop.network;
  const inZones = (subnets: Subnet[]) =>
    subnets.map(({ id: subnetId }, at) => ({ subnetId, availabilityZone: `eu-central-1${'ab'[at]}` }));
  const applicationSubnets = tiers(shop);
  blockTheRest(shop);
  const vpc = SegmentedVpc.fromVpcAttributes(shop, 'Network', {
    vpcId: old.id,
    vpcCidrBlock: '10.20.0.0/16',
    publicSubnets: inZones(publicSubnets),
    applicationSubnets: inZones(applicationSubnets),
  });

  // Groups of which each says whom it reaches, and by which nobody else does.
  const [app, functions, database] = ['App', 'Functions', 'Database'].map(
    (id) => new SecurityGroup(shop, `${id}Group`, { vpc })
  );
  const everybody = Peer.ipv4('0.0.0.0/0', 'Payments-And-AWS');
  for (const group of [app, functions]) {
    group.connections.allowTo(database, Port.POSTGRESQL);
    group.connections.allowTo(everybody, Port.HTTPS);
  }
  shop.stores.database.vpcSecurityGroupIds = [database.securityGroupId];
  for (const server of shop.workload.servers) server.vpcSecurityGroupIds = [app.securityGroupId];
  for (const each of shop.workload.functions)
    each.putVpcConfig({
      subnetIds: applicationSubnets.map(({ id }) => id),
      securityGroupIds: [functions.securityGroupId],
    });

  // The same load balancer, under the same name in the DNS.
  const { balancer, listener, targets, attachments, servers } = shop.workload;
  remove(targets, ...attachments);
  const front = replace(
    shop,
    'Front',
    { Resource: balancer, RedirectListener: listener },
    (id) =>
      new HttpsLoadBalancer(shop, id, {
        vpc,
        loadBalancerName: 'shop',
        certificates: [Certificate.fromArn(certificateArn())],
        internetFacing: true,
        accessLogBucket: made.archive.accessLogBucket,
      })
  );
  const https = front.addTargets('Targets', { port: 8443, healthCheckPath: '/health' });
  for (const { node, id } of servers) https.addTarget(node.id, id);
  front.connections.allowTo(app, Port.tcp(8443));

  // Anyone who must look at a server does so by Session Manager.
  const { balancerGroup, bastionGroup, appGroup, databaseGroup } = shop.network;
  remove(shop.workload.bastion, shop.workload.keyPair, balancerGroup, bastionGroup, appGroup, databaseGroup);
  for (const server of servers) server.resetKeyName();
}

/** The servers move to subnets of their own, since they are made again anyway. The database stays, and its subnets lose their way out. */
function tiers(shop: ShopStack): Subnet[] {
  const { vpc, privateRoutes, privateAssociations } = shop.network;
  const isolated = new RouteTable(shop, 'data', { vpcId: vpc.id });
  for (const association of privateAssociations) association.routeTableId = isolated.id;
  const subnets = ['a', 'b'].map(
    (zone, at) =>
      new Subnet(shop, `application_${zone}`, {
        vpcId: vpc.id,
        availabilityZone: `eu-central-1${zone}`,
        cidrBlock: `10.20.${20 + at}.0/24`,
      })
  );
  for (const [at, { node, id: subnetId }] of subnets.entries()) {
    new RouteTableAssociation(shop, `${node.id}_routes`, { subnetId, routeTableId: privateRoutes.id });
    shop.workload.servers[at].subnetId = subnetId;
  }
  return subnets;
}

/** Only the public subnets have a way to the internet, and nothing gets an address there by itself. */
function blockTheRest(shop: ShopStack): void {
  const { vpc, publicSubnets } = shop.network;
  for (const subnet of publicSubnets) subnet.mapPublicIpOnLaunch = false;
  const exclusions = publicSubnets.map(
    ({ node, id: subnetId }) =>
      new VpcBlockPublicAccessExclusion(shop, `${node.id}_open`, {
        subnetId,
        internetGatewayExclusionMode: 'allow-bidirectional',
      })
  );
  // For all networks of the account in this region: look first what else of it needs the internet.
  new VpcBlockPublicAccessOptions(shop, 'public_access', {
    internetGatewayBlockMode: 'block-bidirectional',
    dependsOn: exclusions,
  });
  new DefaultSecurityGroup(shop, 'default_group', { vpcId: vpc.id });
}

function certificateArn(): string {
  const { CERTIFICATE_ARN } = process.env;
  return CERTIFICATE_ARN ?? 'arn:aws:acm:eu-central-1:111122223333:certificate/1234abcd-12ab-44cd-a6ef-1234567890ab';
}
