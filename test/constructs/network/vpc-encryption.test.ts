import { TerraformStack } from 'cdktf';
import {
  BastionHost,
  DatabaseEngine,
  EncryptedCache,
  EncryptedDatabase,
  EncryptedFileSystem,
  Environment,
  IVpc,
  NetworkTlsLoadBalancer,
  SearchDomain,
  SegmentedVpc,
  VpcEncryption,
  VpcEncryptionExclusion,
} from '../../../lib';
import { sendsUnencrypted } from '../../../lib/aws/ec2/instance-types';
import { MASTER_USER, WAYS } from '../../support/constructs';
import { CERTIFICATE, reachableNetwork, segmentedVpc } from '../../support/network';
import { Written, messageOf, newStack } from '../../support/synth';

const INSTANCE_TYPE =
  /^(?:db\.|cache\.)?[a-z][a-z0-9-]*\.(?:nano|micro|small|medium|large|\d*xlarge|metal)(?:\.search)?$/;

/** Every text in a value that reads as a type of instances. */
function instanceTypesIn(value: unknown): string[] {
  if (typeof value === 'string') return INSTANCE_TYPE.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(instanceTypesIn) : [];
}

function enforcing(stack: TerraformStack, exclusions?: VpcEncryptionExclusion[]): IVpc {
  return segmentedVpc(stack, 'Enforcing', {
    vpcEncryption: VpcEncryption.ENFORCE,
    encryptionExclusions: exclusions,
  });
}

describe.each([Environment.PRODUCTION, Environment.EPHEMERAL])(
  'in a network that enforces encryption, %s,',
  (environment) => {
    const unlike = ['KubernetesCluster', 'NetworkTlsLoadBalancer', 'SegmentedVpc'];
    // RDS Proxy is refused there.
    const ways = WAYS.filter(({ name, title }) => !unlike.includes(name) && !/ with a proxy\b/.test(title));

    test.each(ways)('$title has only instances that encrypt', ({ make }) => {
      const stack = newStack({ owner: 'tests', retentionDays: 400, environment });
      make(stack, 'It', () =>
        enforcing(stack, [VpcEncryptionExclusion.FILE_SYSTEMS, VpcEncryptionExclusion.FUNCTIONS])
      );
      expect(instanceTypesIn(Written.of(stack).json.resource).filter(sendsUnencrypted)).toEqual([]);
    });
  }
);

test('where nothing is enforced, the smallest types are', () => {
  const stack = newStack({ owner: 'tests', retentionDays: 400, environment: Environment.EPHEMERAL });
  const vpc = reachableNetwork(stack);
  new BastionHost(stack, 'Bastion', { vpc });
  new EncryptedDatabase(stack, 'Database', { vpc, engine: DatabaseEngine.POSTGRESQL });
  new EncryptedCache(stack, 'Cache', { vpc });
  new SearchDomain(stack, 'Search', { vpc, masterUserArn: MASTER_USER });
  const types = instanceTypesIn(Written.of(stack).json.resource);
  expect(types.sort()).toEqual(['cache.t4g.small', 'db.t4g.medium', 't3.small.search', 't4g.nano']);
});

describe('a network that enforces encryption refuses', () => {
  const unencrypted = (prop: string, type: string, family: string, instead: string): string =>
    `'${prop}' must be of a family that encrypts what its instances send, since test/Enforcing enforces encryption: ${family} does not (TOM 1.1.2 Strong ciphers between services too), got "${type}"; write ${prop}: '${instead}', or give the network VpcEncryption.MONITOR`;

  test.each<[string, (stack: TerraformStack, vpc: IVpc) => unknown, string]>([
    [
      'a bastion host of a burstable type',
      (stack, vpc) => new BastionHost(stack, 'It', { vpc, instanceType: 't4g.micro' }),
      unencrypted('instanceType', 't4g.micro', 't4g', 'c7g.medium'),
    ],
    [
      'an instance of RDS',
      (stack, vpc) =>
        new EncryptedDatabase(stack, 'It', { vpc, engine: DatabaseEngine.MYSQL, instanceClass: 'db.m6g.large' }),
      unencrypted('instanceClass', 'db.m6g.large', 'm6g', 'db.m7g.large'),
    ],
    [
      'instances of Aurora',
      (stack, vpc) => new EncryptedDatabase(stack, 'It', { vpc, instanceClass: 'db.r5.large' }),
      unencrypted('instanceClass', 'db.r5.large', 'r5', 'db.r7g.large'),
    ],
    [
      'a reader of Aurora',
      (stack, vpc) =>
        new EncryptedDatabase(stack, 'Orders', { vpc }).addReader('It', { instanceClass: 'db.r6g.large' }),
      unencrypted('instanceClass', 'db.r6g.large', 'r6g', 'db.r7g.large'),
    ],
    [
      'a proxy of a database',
      (stack, vpc) => new EncryptedDatabase(stack, 'Orders', { vpc }).addProxy('It'),
      `'vpc' must not enforce encryption: there is no exclusion for RDS Proxy (TOM 1.1.2 Strong ciphers between services too), got "test/Enforcing"; give the network VpcEncryption.MONITOR, or use another one`,
    ],
    [
      'nodes of a cache',
      (stack, vpc) => new EncryptedCache(stack, 'It', { vpc, nodeType: 'cache.r6g.large' }),
      unencrypted('nodeType', 'cache.r6g.large', 'r6g', 'cache.m7g.large'),
    ],
    [
      'nodes of a search domain',
      (stack, vpc) =>
        new SearchDomain(stack, 'It', { vpc, masterUserArn: MASTER_USER, instanceType: 'r6g.large.search' }),
      unencrypted('instanceType', 'r6g.large.search', 'r6g', 'r7g.large.search'),
    ],
    [
      'masters of a search domain',
      (stack, vpc) =>
        new SearchDomain(stack, 'It', { vpc, masterUserArn: MASTER_USER, masterInstanceType: 'm6g.large.search' }),
      unencrypted('masterInstanceType', 'm6g.large.search', 'm6g', 'm7g.large.search'),
    ],
    [
      'a file system without an exclusion',
      (stack, vpc) => new EncryptedFileSystem(stack, 'It', { vpc }),
      `'vpc' must exclude file systems, since it enforces encryption (TOM 1.1.2 Strong ciphers between services too), got "test/Enforcing"; write encryptionExclusions: [VpcEncryptionExclusion.FILE_SYSTEMS] on the network, or give it VpcEncryption.MONITOR`,
    ],
    [
      'a Network Load Balancer that ends TLS',
      (stack, vpc) => new NetworkTlsLoadBalancer(stack, 'It', { vpc, certificates: [CERTIFICATE] }),
      `'vpc' must not enforce encryption: there is no exclusion for TLS listeners of Network Load Balancers (TOM 1.1.2 Strong ciphers between services too), got "test/Enforcing"; give the network VpcEncryption.MONITOR, or use another one`,
    ],
  ])('%s', (_title, make, message) => {
    const stack = newStack();
    const vpc = enforcing(stack);
    expect(messageOf(() => make(stack, vpc)).replace('[test/Orders/It]', '[test/It]')).toBe(`[test/It] ${message}`);
  });

  test('the same where it is imported', () => {
    const stack = newStack();
    const vpc = SegmentedVpc.fromVpcAttributes(stack, 'Enforcing', {
      vpcId: 'vpc-0123456789abcdef0',
      vpcCidrBlock: '10.0.0.0/16',
      dataSubnets: ['a', 'b'].map((zone) => ({ subnetId: `subnet-${zone}`, availabilityZone: `eu-central-1${zone}` })),
      vpcEncryption: VpcEncryption.ENFORCE,
    });
    expect(messageOf(() => new EncryptedCache(stack, 'It', { vpc, nodeType: 'cache.t4g.small' }))).toBe(
      `[test/It] ${unencrypted('nodeType', 'cache.t4g.small', 't4g', 'cache.m7g.large')}`
    );
  });
});
