import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { TerraformStack } from 'cdktf';
import {
  AccountTrail,
  AuditLogArchive,
  BastionHost,
  CertificateAuthorityType,
  DataClass,
  DatabaseEngine,
  EbsEncryptionByDefault,
  EncryptedBucket,
  EncryptedQueue,
  EncryptedStream,
  EncryptedTable,
  EncryptedTopic,
  EncryptedVolume,
  EncryptedCache,
  EncryptedDatabase,
  EncryptedFileSystem,
  EncryptedTargetGroup,
  HttpsLoadBalancer,
  NatGateways,
  ManagedSecret,
  MaskedLogs,
  NetworkTlsLoadBalancer,
  OrganizationTrail,
  Peer,
  Port,
  RemoteAccessVpn,
  PrivateCertificateAuthority,
  PseudonymizationKey,
  RetainedLogGroup,
  RotatedKey,
  SearchDomain,
  SecurityGroup,
  SegmentedVpc,
  TlsListener,
  TrustStore,
  WebFirewall,
  WorkloadIdentity,
} from '../../lib';
import { ROTATION_FUNCTION, VOLUME } from '../support/constructs';
import { CERTIFICATE, network, privateNetwork, REMOTE_ACCESS } from '../support/network';
import { Written, newStack } from '../support/synth';

/** Every construct as its users make it, under the id `It`. */
const CASES: { readonly [name: string]: (stack: TerraformStack) => void } = {
  RotatedKey: (stack) => new RotatedKey(stack, 'It'),
  PseudonymizationKey: (stack) => new PseudonymizationKey(stack, 'It'),
  'PrivateCertificateAuthority under a root': (stack) => {
    const authorityType = CertificateAuthorityType.ROOT;
    const parent = new PrivateCertificateAuthority(stack, 'Root', { commonName: 'Acme Root', authorityType });
    new PrivateCertificateAuthority(stack, 'It', { commonName: 'Acme', parent });
  },
  WorkloadIdentity: (stack) => {
    const certificateAuthority = new PrivateCertificateAuthority(stack, 'Workloads', { commonName: 'Acme' });
    new WorkloadIdentity(stack, 'It', { certificateAuthority, commonNames: ['press-7.plant.example.com'] });
  },
  EncryptedBucket: (stack) => new EncryptedBucket(stack, 'It'),
  'EncryptedBucket in another region': (stack) => new EncryptedBucket(stack, 'It', { region: 'eu-west-1' }),
  'EncryptedBucket of every class': (stack) => {
    for (const dataClass of Object.values(DataClass)) new EncryptedBucket(stack, `It-${dataClass}`, { dataClass });
  },
  'EncryptedBucket with grants': (stack) => {
    const role = new IamRole(stack, 'Role', { assumeRolePolicy: '{}' });
    new EncryptedBucket(stack, 'It').grantReadWrite(role);
  },
  EncryptedQueue: (stack) => new EncryptedQueue(stack, 'It'),
  'EncryptedQueue in another region': (stack) => new EncryptedQueue(stack, 'It', { region: 'eu-west-1' }),
  EncryptedTopic: (stack) => {
    const topic = new EncryptedTopic(stack, 'It');
    topic.addQueueSubscription('Billing', new EncryptedQueue(stack, 'Queue'));
    topic.addHttpsSubscription('Partner', 'https://partner.example/orders');
  },
  EncryptedStream: (stack) => new EncryptedStream(stack, 'It'),
  EncryptedTable: (stack) => {
    const replicaRegions = ['eu-west-1'];
    const props = { partitionKey: { name: 'customer' }, timeToLiveAttribute: 'expires', replicaRegions };
    new EncryptedTable(stack, 'It', props).addGlobalSecondaryIndex({
      indexName: 'by-day',
      partitionKey: { name: 'day' },
    });
  },
  ManagedSecret: (stack) => {
    const replicaRegions = ['eu-west-1'];
    new ManagedSecret(stack, 'It', { rotationFunctionArn: ROTATION_FUNCTION, replicaRegions });
  },
  AuditLogArchive: (stack) => new AuditLogArchive(stack, 'It'),
  MaskedLogs: (stack) => new MaskedLogs(stack, 'It'),
  'MaskedLogs of a log group': (stack) => {
    new MaskedLogs(stack, 'It', { logGroup: RetainedLogGroup.fromLogGroupName(stack, 'Logins', '/acme/logins') });
  },
  RetainedLogGroup: (stack) => new RetainedLogGroup(stack, 'It'),
  WebFirewall: (stack) => {
    const arn = 'arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/shop/50dc6c495c0c9188';
    new WebFirewall(stack, 'It').protect('Shop', arn);
  },
  'WebFirewall in another region': (stack) => new WebFirewall(stack, 'It', { region: 'eu-west-1' }),
  AccountTrail: (stack) => new AccountTrail(stack, 'It', { archive: new AuditLogArchive(stack, 'Archive') }),
  OrganizationTrail: (stack) => new OrganizationTrail(stack, 'It', { archive: new AuditLogArchive(stack, 'Archive') }),
  HttpsLoadBalancer: (stack) => {
    new HttpsLoadBalancer(stack, 'It', { vpc: network(stack), certificates: [CERTIFICATE] }).addTargets('Targets');
  },
  'HttpsLoadBalancer that faces the internet': (stack) => {
    const certificates = [CERTIFICATE, CERTIFICATE];
    new HttpsLoadBalancer(stack, 'It', { vpc: network(stack), certificates, internetFacing: true, dualStack: true });
  },
  NetworkTlsLoadBalancer: (stack) => {
    new NetworkTlsLoadBalancer(stack, 'It', { vpc: network(stack), certificates: [CERTIFICATE] }).addTargets('Targets');
  },
  TlsListener: (stack) => {
    const certificates = [CERTIFICATE];
    const loadBalancer = new HttpsLoadBalancer(stack, 'LoadBalancer', { vpc: network(stack), certificates });
    new TlsListener(stack, 'It', { loadBalancer, certificates, port: 8443 });
  },
  EncryptedTargetGroup: (stack) => {
    new EncryptedTargetGroup(stack, 'It', { vpc: network(stack) }).addTarget('Target', 'i-0123456789abcdef0');
  },
  TrustStore: (stack) => {
    const bucket = EncryptedBucket.fromBucketName(stack, 'Authorities', 'acme-authorities');
    new TrustStore(stack, 'It', { bucket, objectKey: 'authorities.pem' });
  },
  SecurityGroup: (stack) => {
    const vpc = SegmentedVpc.fromVpcAttributes(stack, 'Network', { vpcId: 'vpc-1', vpcCidrBlock: '10.0.0.0/16' });
    const group = new SecurityGroup(stack, 'It', { vpc });
    group.connections.allowTo(new SecurityGroup(stack, 'Other', { vpc }), Port.POSTGRESQL);
    group.connections.allowFrom(Peer.ipv4('10.1.0.0/16'), Port.HTTPS);
    group.connections.allowTo(Peer.prefixList('pl-0123456789abcdef0'), Port.HTTPS);
    group.connections.allowInternally(Port.tcp(7000));
  },
  SegmentedVpc: (stack) => new SegmentedVpc(stack, 'It'),
  'SegmentedVpc with everything': (stack) =>
    new SegmentedVpc(stack, 'It', {
      natGateways: NatGateways.ONE_PER_ZONE,
      ipv6: true,
      blockedDomainListIds: ['rslvr-fdl-0a1b'],
      region: 'eu-west-1',
    }),
  'SegmentedVpc with an archive': (stack) =>
    new SegmentedVpc(stack, 'It', { archive: new AuditLogArchive(stack, 'Archive') }),
  BastionHost: (stack) => {
    const role = new IamRole(stack, 'Role', { assumeRolePolicy: '{}' });
    new BastionHost(stack, 'It', { vpc: privateNetwork(stack) }).grantConnect(role);
  },
  RemoteAccessVpn: (stack) => {
    const vpn = new RemoteAccessVpn(stack, 'It', { vpc: privateNetwork(stack), ...REMOTE_ACCESS });
    vpn.allowGroup('operations', '10.0.0.0/16', 'operations to the network');
    vpn.allowGroup('operations', '10.20.0.0/16', 'operations to the peer');
  },
  EncryptedDatabase: (stack) => {
    const database = new EncryptedDatabase(stack, 'It', { vpc: network(stack) });
    database.grantConnect(new IamRole(stack, 'Role', { assumeRolePolicy: '{}' }), 'orders');
  },
  'EncryptedDatabase of RDS': (stack) => {
    new EncryptedDatabase(stack, 'It', { vpc: network(stack), engine: DatabaseEngine.MYSQL });
  },
  EncryptedCache: (stack) => {
    const user = new EncryptedCache(stack, 'It', { vpc: network(stack) }).addUser('Shop');
    user.grantConnect(new IamRole(stack, 'Role', { assumeRolePolicy: '{}' }));
  },
  EncryptedFileSystem: (stack) => {
    const files = new EncryptedFileSystem(stack, 'It', { vpc: network(stack), replicaRegion: 'eu-west-1' });
    const role = new IamRole(stack, 'Role', { assumeRolePolicy: '{}' });
    files.addAccessPoint('Documents', { path: '/documents' }).grantReadWrite(role);
  },
  EncryptedVolume: (stack) => {
    const volume = new EncryptedVolume(stack, 'It', VOLUME);
    volume.attachTo('Search', { instanceId: 'i-0123456789abcdef0', deviceName: '/dev/sdf' });
    const role = new IamRole(stack, 'Role', { assumeRolePolicy: '{}' });
    volume.grantAttachVolume(role);
    volume.grantDetachVolume(role);
  },
  EbsEncryptionByDefault: (stack) => new EbsEncryptionByDefault(stack, 'It'),
  SearchDomain: (stack) => {
    const role = new IamRole(stack, 'Role', { assumeRolePolicy: '{}' });
    new SearchDomain(stack, 'It', { vpc: network(stack), masterUserArn: role.arn }).grantRead(role);
  },
};

const GOLDEN = JSON.parse(readFileSync(join(__dirname, 'addresses.json'), 'utf8')) as { [name: string]: string[] };

test('every case is in addresses.json', () => {
  expect(Object.keys(GOLDEN)).toEqual(Object.keys(CASES));
});

// A changed address makes Terraform destroy what stands at the old one. Whoever must change one ships `moveFromId`
// with the construct, says so in the changelog, and only then edits addresses.json by hand.
test.each(Object.entries(CASES))('%s keeps its addresses', (name, make) => {
  const stack = newStack();
  make(stack);
  expect(Written.of(stack).addresses).toEqual(GOLDEN[name]);
});
