import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import {
  BlockPublicAccess,
  Certificate,
  IVpc,
  Peer,
  SecurityGroup,
  SegmentedVpc,
  SegmentedVpcProps,
  Subnet,
  VpcAttributes,
} from '../../lib';
import { ImportedVpc } from '../../lib/constructs/network/vpc';

/** A network that makes everything it can, and what else is given. */
export function segmentedVpc(scope: Construct, id: string, props: Partial<SegmentedVpcProps> = {}): SegmentedVpc {
  return new SegmentedVpc(scope, id, { blockPublicAccess: BlockPublicAccess.ON, ...props });
}

/** A certificate in the region of the tests' provider. */
export const CERTIFICATE = Certificate.fromArn(
  'arn:aws:acm:eu-central-1:111122223333:certificate/1234abcd-12ab-44cd-a6ef-1234567890ab'
);

/** What a VPN for people outside cannot do without, beside a network. */
export const REMOTE_ACCESS = {
  clientCidrBlock: '10.250.0.0/20',
  samlProviderArn: 'arn:aws:iam::111122223333:saml-provider/workforce',
  serverCertificate: CERTIFICATE,
};

function subnets(tier: string, zones: readonly string[], region = 'eu-central-1'): Subnet[] {
  return zones.map((zone, index) => ({ subnetId: `subnet-${tier}-${index}`, availabilityZone: `${region}${zone}` }));
}

/** A network that is already there, with public, application and data subnets in the zones that are given. */
export function network(stack: TerraformStack, zones: readonly string[] = ['a', 'b'], region?: string): IVpc {
  const tier = (name: string): Subnet[] => subnets(name, zones, region);
  return new ImportedVpc(stack, 'Network', {
    vpcId: 'vpc-0123456789abcdef0',
    vpcCidrBlock: '10.0.0.0/16',
    region,
    publicSubnets: tier('public'),
    applicationSubnets: tier('application'),
    dataSubnets: tier('data'),
  });
}

/** A network that is already there, with private endpoints and a way to S3, and whatever else is given. */
export function privateNetwork(scope: Construct, attributes: Partial<VpcAttributes> = {}): IVpc {
  return SegmentedVpc.fromVpcAttributes(scope, 'Network', {
    vpcId: 'vpc-0123456789abcdef0',
    vpcCidrBlock: '10.0.0.0/16',
    applicationSubnets: [
      { subnetId: 'subnet-0123456789abcdef0', availabilityZone: 'eu-central-1a' },
      { subnetId: 'subnet-0123456789abcdef1', availabilityZone: 'eu-central-1b' },
    ],
    interfaceEndpoints: SecurityGroup.fromSecurityGroupId(scope, 'Endpoints', 'sg-0123456789abcdef0'),
    s3Endpoint: Peer.prefixList('pl-0123456789abcdef0', 'S3'),
    ...attributes,
  });
}

/** A network that is already there, with subnets of every tier, private endpoints and a way to S3. */
export function reachableNetwork(scope: Construct): IVpc {
  return privateNetwork(scope, {
    publicSubnets: subnets('public', ['a', 'b']),
    applicationSubnets: subnets('application', ['a', 'b']),
    dataSubnets: subnets('data', ['a', 'b']),
  });
}
