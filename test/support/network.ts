import { TerraformStack } from 'cdktf';
import { Certificate, IVpc, Subnet } from '../../lib';
import { ImportedVpc } from '../../lib/network/vpc';

/** A certificate in the region of the tests' provider. */
export const CERTIFICATE = Certificate.fromArn(
  'arn:aws:acm:eu-central-1:111122223333:certificate/1234abcd-12ab-44cd-a6ef-1234567890ab'
);

/** A network that is already there, with public and application subnets in the zones that are given. */
export function network(stack: TerraformStack, zones: readonly string[] = ['a', 'b'], region?: string): IVpc {
  const tier = (name: string): Subnet[] =>
    zones.map((zone, index) => {
      return { subnetId: `subnet-${name}-${index}`, availabilityZone: `${region ?? 'eu-central-1'}${zone}` };
    });
  return new ImportedVpc(stack, 'Network', {
    vpcId: 'vpc-0123456789abcdef0',
    vpcCidrBlock: '10.0.0.0/16',
    region,
    publicSubnets: tier('public'),
    applicationSubnets: tier('application'),
  });
}
