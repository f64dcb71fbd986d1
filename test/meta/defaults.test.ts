import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import * as library from '../../lib';
import {
  AccountTrail,
  AuditLogArchive,
  BastionHost,
  EbsEncryptionByDefault,
  EncryptedBucket,
  EncryptedCache,
  EncryptedDatabase,
  EncryptedFileSystem,
  EncryptedQueue,
  EncryptedStateBackend,
  EncryptedStream,
  EncryptedTable,
  EncryptedTargetGroup,
  EncryptedTopic,
  EncryptedVolume,
  Environment,
  HttpsLoadBalancer,
  ManagedSecret,
  MaskedLogs,
  NetworkTlsLoadBalancer,
  OrganizationTrail,
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
import { check } from '../../lib/guardrails/check';
import { readStack } from '../../lib/terraform/read-stack';
import { MASTER_USER, ROTATION_FUNCTION, VOLUME } from '../support/constructs';
import { CERTIFICATE, network, REMOTE_ACCESS } from '../support/network';
import { Written, newStack } from '../support/synth';

const STATE = {
  bucketName: 'acme-terraform-state',
  kmsKeyArn: 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-44cd-a6ef-1234567890ab',
};

const DEFAULTS: { readonly [name: string]: (stack: TerraformStack) => void } = {
  AccountTrail: (stack) => new AccountTrail(stack, 'It', { archive: new AuditLogArchive(stack, 'Archive') }),
  AuditLogArchive: (stack) => new AuditLogArchive(stack, 'It'),
  BastionHost: (stack) => new BastionHost(stack, 'It', { vpc: new SegmentedVpc(stack, 'Network') }),
  EbsEncryptionByDefault: (stack) => new EbsEncryptionByDefault(stack, 'It'),
  EncryptedBucket: (stack) => new EncryptedBucket(stack, 'It'),
  EncryptedCache: (stack) => new EncryptedCache(stack, 'It', { vpc: new SegmentedVpc(stack, 'Network') }),
  EncryptedDatabase: (stack) => new EncryptedDatabase(stack, 'It', { vpc: new SegmentedVpc(stack, 'Network') }),
  EncryptedFileSystem: (stack) => new EncryptedFileSystem(stack, 'It', { vpc: new SegmentedVpc(stack, 'Network') }),
  EncryptedQueue: (stack) => new EncryptedQueue(stack, 'It'),
  // The backend of every stack below; without a resource there is nothing to check.
  EncryptedStateBackend: (stack) => new RotatedKey(stack, 'It'),
  EncryptedStream: (stack) => new EncryptedStream(stack, 'It'),
  EncryptedTable: (stack) =>
    new EncryptedTable(stack, 'It', { partitionKey: { name: 'customer' }, timeToLiveAttribute: 'expires' }),
  EncryptedTargetGroup: (stack) => new EncryptedTargetGroup(stack, 'It', { vpc: network(stack) }),
  EncryptedTopic: (stack) => {
    const topic = new EncryptedTopic(stack, 'It');
    topic.addQueueSubscription('Billing', new EncryptedQueue(stack, 'Queue'));
    topic.addHttpsSubscription('Partner', 'https://partner.example/orders');
    topic.allowService('events.amazonaws.com');
  },
  EncryptedVolume: (stack) => new EncryptedVolume(stack, 'It', VOLUME),
  HttpsLoadBalancer: (stack) =>
    new HttpsLoadBalancer(stack, 'It', { vpc: network(stack), certificates: [CERTIFICATE], internetFacing: true }),
  ManagedSecret: (stack) => new ManagedSecret(stack, 'It', { rotationFunctionArn: ROTATION_FUNCTION }),
  // It makes a policy alone, of which no rule asks anything: the log group beside it is judged.
  MaskedLogs: (stack) => {
    new MaskedLogs(stack, 'It');
    new MaskedLogs(stack, 'Logins', { logGroup: new RetainedLogGroup(stack, 'LogGroup') });
  },
  NetworkTlsLoadBalancer: (stack) =>
    new NetworkTlsLoadBalancer(stack, 'It', { vpc: network(stack), certificates: [CERTIFICATE] }).addTargets('Targets'),
  OrganizationTrail: (stack) => new OrganizationTrail(stack, 'It', { archive: new AuditLogArchive(stack, 'Archive') }),
  PrivateCertificateAuthority: (stack) => new PrivateCertificateAuthority(stack, 'It', { commonName: 'Acme' }),
  PseudonymizationKey: (stack) => new PseudonymizationKey(stack, 'It'),
  RemoteAccessVpn: (stack) => {
    const vpc = new SegmentedVpc(stack, 'Network');
    const vpn = new RemoteAccessVpn(stack, 'It', { vpc, ...REMOTE_ACCESS });
    vpn.allowGroup('operations', vpc.vpcCidrBlock, 'operations to the network');
  },
  RetainedLogGroup: (stack) => new RetainedLogGroup(stack, 'It'),
  RotatedKey: (stack) => new RotatedKey(stack, 'It'),
  SearchDomain: (stack) =>
    new SearchDomain(stack, 'It', { vpc: new SegmentedVpc(stack, 'Network'), masterUserArn: MASTER_USER }),
  SecurityGroup: (stack) => new SecurityGroup(stack, 'It', { vpc: new SegmentedVpc(stack, 'Network') }),
  SegmentedVpc: (stack) => new SegmentedVpc(stack, 'It'),
  TlsListener: (stack) => {
    const certificates = [CERTIFICATE];
    const loadBalancer = new HttpsLoadBalancer(stack, 'LoadBalancer', { vpc: network(stack), certificates });
    new TlsListener(stack, 'It', { loadBalancer, certificates, port: 8443 });
  },
  TrustStore: (stack) =>
    new TrustStore(stack, 'It', { bucket: new EncryptedBucket(stack, 'Authorities'), objectKey: 'authorities.pem' }),
  WebFirewall: (stack) => new WebFirewall(stack, 'It'),
  WorkloadIdentity: (stack) => {
    const certificateAuthority = new PrivateCertificateAuthority(stack, 'Workloads', { commonName: 'Acme' });
    new WorkloadIdentity(stack, 'It', { certificateAuthority, commonNames: ['press-7.plant.example.com'] });
  },
};

test('every exported construct has a row', () => {
  const constructs = Object.entries(library)
    .filter(([, exported]) => typeof exported === 'function' && exported.prototype instanceof Construct)
    .map(([name]) => name);
  expect(Object.keys(DEFAULTS)).toEqual(constructs.sort());
});

describe.each([Environment.PRODUCTION, Environment.EPHEMERAL])('in a %s environment', (environment) => {
  test.each(Object.entries(DEFAULTS))('a defaults-only %s has no finding', (_name, make) => {
    const stack = newStack({ environment, owner: 'tests', retentionDays: 400 });
    new EncryptedStateBackend(stack, 'State', STATE);
    make(stack);
    const { report } = check([readStack('test', 'cdk.tf.json', Written.of(stack).json)]);
    expect(report.findings).toEqual([]);
    expect(report.outcomes.flatMap(({ met }) => met).length).toBeGreaterThan(0);
  });
});
