import { join } from 'node:path';
import { Construct } from 'constructs';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { TerraformStack } from 'cdktf';
import * as toms from '../../lib';
import { trustPolicyText } from '../../lib/constructs/core/policy';
import { CERTIFICATE, REMOTE_ACCESS, network, privateNetwork, segmentedVpc } from './network';

/** A backend that is there before any resource is. */
export const STATE = {
  bucketName: 'acme-terraform-state',
  kmsKeyArn: 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-44cd-a6ef-1234567890ab',
};

/** A function that rotates a secret. */
export const ROTATION_FUNCTION = 'arn:aws:lambda:eu-central-1:111122223333:function:rotate';

/** The role that administrates a search domain from within. */
export const MASTER_USER = 'arn:aws:iam::111122223333:role/search-admin';

/** A secret that is already there. */
const SECRET = 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:orders-a1b2c3';

/** A repository of images that is already there. */
const REPOSITORY = 'arn:aws:ecr:eu-central-1:111122223333:repository/orders';

const SECURITY_CONTACT = {
  name: 'Security',
  title: 'On-call',
  emailAddress: 'security@example.com',
  phoneNumber: '+49 30 901820',
};

/** An endpoint of API Gateway in a network that is already there. */
const ENDPOINT = 'vpce-0123456789abcdef0';

/** A queue that is already there. */
const QUEUE = 'arn:aws:sqs:eu-central-1:111122223333:work';

/** An event bus of another account. */
const EVENT_BUS = 'arn:aws:events:eu-central-1:444455556666:event-bus/central';

/** A state machine that does nothing. */
const DEFINITION = JSON.stringify({ StartAt: 'Done', States: { Done: { Type: 'Succeed' } } });

const NIGHTLY = toms.TaskSchedule.cron('0 3 * * ? *', 'Europe/Berlin');

/** The code of a function. It is archived: for a folder cdktf starts a process each time. */
export const HANDLER = join(__dirname, 'handler.zip');

const VOLUME = { availabilityZone: 'eu-central-1a', sizeGib: 100 };
const TABLE = { partitionKey: { name: 'customer' }, timeToLiveAttribute: 'expires' };
const INSTANCE = 'i-0123456789abcdef0';

/** A pipeline, and what bounds it. */
const DEPLOY = {
  identity: toms.DeployIdentity.github({ repository: 'acme/orders', environment: 'production' }),
  permissionsBoundaryArn: 'arn:aws:iam::111122223333:policy/deployers',
};

/** An instance of Identity Center, and what bounds people in each account. */
const WORKFORCE = {
  instanceArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',
  boundaryPolicyName: 'people',
};

/** Makes a construct, in a network where it needs one. */
export type Make = (scope: Construct, id: string, vpc: () => toms.IVpc) => Construct;

/** What tests and docs need to know of an exported construct. */
export interface CatalogueEntry {
  /** The measures that it serves, for the docs. What a configuration shows of them, rules say. */
  readonly measures: readonly string[];
  /** How it is made with required props only. */
  readonly defaults: Make;
  /** How it is made with each optional part that adds resources. */
  readonly variants?: { readonly [title: string]: Make };
  /** How it is made with a given key, where it takes one. */
  readonly withKey?: (scope: Construct, id: string, encryptionKey: toms.IKey, region?: string) => Construct;
}

function role(scope: Construct): IamRole {
  return new IamRole(scope, 'Role', { assumeRolePolicy: trustPolicyText({ Service: ['ec2.amazonaws.com'] }) });
}

/** A role of people, whom AWS asks for a second factor. */
function operator(scope: Construct): IamRole {
  const assumeRolePolicy = toms.TrustPolicy.withMfa(['arn:aws:iam::111122223333:root']);
  return new IamRole(scope, 'Role', { assumeRolePolicy });
}

function networkIn(scope: Construct, region?: string): toms.IVpc {
  return network(TerraformStack.of(scope), undefined, region);
}

/** A network in another region, with data subnets in two zones. */
function networkElsewhere(scope: Construct): toms.IVpc {
  return toms.SegmentedVpc.fromVpcAttributes(scope, 'Elsewhere', {
    vpcId: 'vpc-0fedcba9876543210',
    vpcCidrBlock: '10.1.0.0/16',
    region: 'eu-west-1',
    dataSubnets: ['a', 'b'].map((zone) => ({ subnetId: `subnet-${zone}`, availabilityZone: `eu-west-1${zone}` })),
  });
}

/** One variant for each class of data. */
function byClass(
  make: (scope: Construct, id: string, dataClass: toms.DataClass) => Construct
): CatalogueEntry['variants'] {
  return Object.fromEntries(
    Object.values(toms.DataClass).map((dataClass): [string, Make] => [
      `of ${dataClass} data`,
      (scope, id) => make(scope, id, dataClass),
    ])
  );
}

/** The exported constructs. A new one takes an entry here. */
export const CONSTRUCTS: { readonly [name: string]: CatalogueEntry } = {
  RotatedKey: {
    measures: ['1.3.1'],
    defaults: (scope, id) => new toms.RotatedKey(scope, id),
    variants: {
      'with a region and users': (scope, id) =>
        new toms.RotatedKey(scope, id, { region: 'eu-west-1', userArns: ['arn:aws:iam::111122223333:role/orders'] }),
    },
  },
  PseudonymizationKey: {
    measures: ['1.4.1'],
    defaults: (scope, id) => new toms.PseudonymizationKey(scope, id),
    variants: {
      'with a region, tokenizers and readers': (scope, id) =>
        new toms.PseudonymizationKey(scope, id, {
          region: 'eu-west-1',
          tokenizerArns: ['arn:aws:iam::111122223333:role/tokenizer'],
          readerArns: ['arn:aws:iam::111122223333:role/analyst'],
        }),
    },
  },
  PrivateCertificateAuthority: {
    measures: ['1.3.2'],
    defaults: (scope, id) => new toms.PrivateCertificateAuthority(scope, id, { commonName: 'Acme' }),
    variants: {
      'under a root': (scope, id) => {
        const authorityType = toms.CertificateAuthorityType.ROOT;
        const parent = new toms.PrivateCertificateAuthority(scope, 'Root', { commonName: 'Acme Root', authorityType });
        return new toms.PrivateCertificateAuthority(scope, id, { commonName: 'Acme', parent });
      },
    },
  },
  WorkloadIdentity: {
    measures: ['1.3.2'],
    defaults: (scope, id) =>
      new toms.WorkloadIdentity(scope, id, {
        certificateAuthority: new toms.PrivateCertificateAuthority(scope, 'Workloads', { commonName: 'Acme' }),
        commonNames: ['press-7.plant.example.com'],
      }),
  },
  EbsEncryptionByDefault: {
    measures: ['1.2.1'],
    defaults: (scope, id) => new toms.EbsEncryptionByDefault(scope, id),
    variants: {
      'in another region': (scope, id) => new toms.EbsEncryptionByDefault(scope, id, { region: 'eu-west-1' }),
    },
    withKey: (scope, id, encryptionKey, region) =>
      new toms.EbsEncryptionByDefault(scope, id, { encryptionKey, region }),
  },
  TlsListener: {
    measures: ['1.1.1', '1.1.2', '3.2.4'],
    defaults: (scope, id, vpc) => {
      const certificates = [CERTIFICATE];
      const loadBalancer = new toms.HttpsLoadBalancer(scope, 'LoadBalancer', { vpc: vpc(), certificates });
      return new toms.TlsListener(scope, id, { loadBalancer, certificates, port: 8443 });
    },
  },
  EncryptedBucket: {
    measures: ['1.1.1', '1.2.1', '2.2'],
    defaults: (scope, id) => new toms.EncryptedBucket(scope, id),
    variants: {
      'in another region': (scope, id) => new toms.EncryptedBucket(scope, id, { region: 'eu-west-1' }),
      ...byClass((scope, id, dataClass) => new toms.EncryptedBucket(scope, id, { dataClass })),
      'with an archive and a key': (scope, id) =>
        new toms.EncryptedBucket(scope, id, {
          accessLogBucket: new toms.AuditLogArchive(scope, 'Archive').accessLogBucket,
          encryptionKey: new toms.RotatedKey(scope, 'Key'),
        }),
      'with grants': (scope, id) => {
        const bucket = new toms.EncryptedBucket(scope, id);
        bucket.grantReadWrite(role(scope));
        return bucket;
      },
    },
    withKey: (scope, id, encryptionKey, region) => new toms.EncryptedBucket(scope, id, { encryptionKey, region }),
  },
  EncryptedQueue: {
    measures: ['1.1.1', '1.2.1', '2.2'],
    defaults: (scope, id) => new toms.EncryptedQueue(scope, id),
    variants: {
      'in another region': (scope, id) => new toms.EncryptedQueue(scope, id, { region: 'eu-west-1' }),
      'that keeps the order': (scope, id) => new toms.EncryptedQueue(scope, id, { fifo: true }),
      'with a queue for dead letters and services that send': (scope, id) => {
        const deadLetterQueue = new toms.EncryptedQueue(scope, 'Failed');
        const queue = new toms.EncryptedQueue(scope, id, { deadLetterQueue, organizationId: 'o-exampleorgid' });
        queue.allowService('events.amazonaws.com', 'arn:aws:events:eu-central-1:111122223333:rule/orders');
        return queue;
      },
    },
    withKey: (scope, id, encryptionKey, region) => new toms.EncryptedQueue(scope, id, { encryptionKey, region }),
  },
  EncryptedTopic: {
    measures: ['1.1.1', '1.2.1', '2.2'],
    defaults: (scope, id) => new toms.EncryptedTopic(scope, id),
    variants: {
      'with subscriptions': (scope, id) => {
        const topic = new toms.EncryptedTopic(scope, id);
        topic.addQueueSubscription('Billing', new toms.EncryptedQueue(scope, 'Queue'));
        topic.addHttpsSubscription('Partner', 'https://partner.example/orders');
        topic.allowService('cloudwatch.amazonaws.com');
        return topic;
      },
      'in another region': (scope, id) => new toms.EncryptedTopic(scope, id, { region: 'eu-west-1' }),
      'that keeps the order': (scope, id) => {
        const topic = new toms.EncryptedTopic(scope, id, { fifo: true });
        topic.addQueueSubscription('Billing', new toms.EncryptedQueue(scope, 'Billing', { fifo: true }));
        return topic;
      },
    },
    withKey: (scope, id, encryptionKey, region) => new toms.EncryptedTopic(scope, id, { encryptionKey, region }),
  },
  EncryptedStream: {
    measures: ['1.2.1', '2.2'],
    defaults: (scope, id) => new toms.EncryptedStream(scope, id),
    variants: {
      'with a region and shards': (scope, id) =>
        new toms.EncryptedStream(scope, id, { region: 'eu-west-1', shardCount: 2, retentionDays: 7 }),
    },
    withKey: (scope, id, encryptionKey, region) => new toms.EncryptedStream(scope, id, { encryptionKey, region }),
  },
  EncryptedTable: {
    measures: ['1.1.1', '1.2.1', '2.2', '4.1', '3.3.1'],
    defaults: (scope, id) => new toms.EncryptedTable(scope, id, TABLE),
    variants: {
      'in another region': (scope, id) => new toms.EncryptedTable(scope, id, { ...TABLE, region: 'eu-west-1' }),
      'with a replica and an index': (scope, id) => {
        const table = new toms.EncryptedTable(scope, id, { ...TABLE, replicaRegions: ['eu-west-1'] });
        table.addGlobalSecondaryIndex({ indexName: 'by-day', partitionKey: { name: 'day' } });
        return table;
      },
    },
    withKey: (scope, id, encryptionKey, region) =>
      new toms.EncryptedTable(scope, id, { ...TABLE, encryptionKey, region }),
  },
  ManagedSecret: {
    measures: ['1.2.1', '1.3.1'],
    defaults: (scope, id) => new toms.ManagedSecret(scope, id, { rotationFunctionArn: ROTATION_FUNCTION }),
    variants: {
      'with a replica': (scope, id) =>
        new toms.ManagedSecret(scope, id, { rotationFunctionArn: ROTATION_FUNCTION, replicaRegions: ['eu-west-1'] }),
    },
    withKey: (scope, id, encryptionKey, region) =>
      new toms.ManagedSecret(scope, id, { rotationFunctionArn: ROTATION_FUNCTION, encryptionKey, region }),
  },
  EncryptedDatabase: {
    measures: ['1.1.2', '1.2.1', '1.2.3', '3.3.1', '3.3.2', '4.1'],
    defaults: (scope, id, vpc) => new toms.EncryptedDatabase(scope, id, { vpc: vpc() }),
    variants: {
      ...Object.fromEntries(
        Object.entries(toms.DatabaseEngine).map(([name, engine]): [string, Make] => [
          `of ${name}`,
          (scope, id, vpc) => new toms.EncryptedDatabase(scope, id, { vpc: vpc(), engine }),
        ])
      ),
      'with a grant': (scope, id, vpc) => {
        const database = new toms.EncryptedDatabase(scope, id, { vpc: vpc() });
        database.grantConnect(role(scope), 'orders');
        return database;
      },
      'with capacity that follows the load': (scope, id, vpc) =>
        new toms.EncryptedDatabase(scope, id, {
          vpc: vpc(),
          serverlessV2MinCapacity: 0.5,
          serverlessV2MaxCapacity: 16,
        }),
      'with a proxy': (scope, id, vpc) => {
        const database = new toms.EncryptedDatabase(scope, id, { vpc: vpc() });
        database.addProxy('Proxy').grantConnect(role(scope), 'orders');
        return database;
      },
      'with a proxy that logs in by secrets': (scope, id, vpc) => {
        const database = new toms.EncryptedDatabase(scope, id, { vpc: vpc() });
        const secrets = [toms.ManagedSecret.fromSecretArn(scope, 'Orders', SECRET)];
        database.addProxy('Proxy', { secrets }).grantConnect(role(scope), 'orders');
        return database;
      },
      ...Object.fromEntries(
        ['AURORA_POSTGRESQL', 'POSTGRESQL', 'MARIADB'].map((name): [string, Make] => [
          `of ${name} with a reader and a copy in another region`,
          (scope, id, vpc) => {
            const engine = toms.DatabaseEngine[name as 'MARIADB'];
            const masterSecret = toms.ManagedSecret.fromSecretArn(scope, 'Master', SECRET);
            const database = new toms.EncryptedDatabase(scope, id, { vpc: vpc(), engine, masterSecret });
            database.addReader('Reports');
            database.addReplica('Ireland', { vpc: networkElsewhere(scope) });
            return database;
          },
        ])
      ),
    },
    withKey: (scope, id, encryptionKey, region) =>
      new toms.EncryptedDatabase(scope, id, { vpc: networkIn(scope, region), encryptionKey }),
  },
  EncryptedCache: {
    measures: ['1.1.2', '1.2.1', '3.1.1', '3.3.1', '4.1'],
    defaults: (scope, id, vpc) => new toms.EncryptedCache(scope, id, { vpc: vpc() }),
    variants: {
      'with users': (scope, id, vpc) => {
        const cache = new toms.EncryptedCache(scope, id, { vpc: vpc() });
        cache.addUser('Shop').grantConnect(role(scope));
        cache.addUser('Reports', { readOnly: true });
        return cache;
      },
    },
    withKey: (scope, id, encryptionKey, region) =>
      new toms.EncryptedCache(scope, id, { vpc: networkIn(scope, region), encryptionKey }),
  },
  EncryptedFileSystem: {
    measures: ['1.1.1', '1.2.1', '3.1.1', '3.3.1', '4.1'],
    defaults: (scope, id, vpc) => new toms.EncryptedFileSystem(scope, id, { vpc: vpc() }),
    variants: {
      'with an access point': (scope, id, vpc) => {
        const files = new toms.EncryptedFileSystem(scope, id, { vpc: vpc() });
        files.addAccessPoint('Documents', { path: '/documents' }).grantReadWrite(role(scope));
        return files;
      },
      'with a replica': (scope, id, vpc) =>
        new toms.EncryptedFileSystem(scope, id, { vpc: vpc(), replicaRegion: 'eu-west-1' }),
    },
    withKey: (scope, id, encryptionKey, region) =>
      new toms.EncryptedFileSystem(scope, id, { vpc: networkIn(scope, region), encryptionKey }),
  },
  EncryptedVolume: {
    measures: ['1.2.1'],
    defaults: (scope, id) => new toms.EncryptedVolume(scope, id, VOLUME),
    variants: {
      'with an attachment and grants': (scope, id) => {
        const volume = new toms.EncryptedVolume(scope, id, VOLUME);
        volume.attachTo('Search', { instanceId: INSTANCE, deviceName: '/dev/sdf' });
        const attacher = role(scope);
        volume.grantAttachVolume(attacher);
        volume.grantDetachVolume(attacher);
        return volume;
      },
      'for several instances, in another region': (scope, id) =>
        new toms.EncryptedVolume(scope, id, {
          availabilityZone: 'eu-west-1a',
          region: 'eu-west-1',
          sizeGib: 100,
          volumeType: toms.VolumeType.IO2,
          iops: 1000,
          multiAttach: true,
        }),
    },
    withKey: (scope, id, encryptionKey, region) => {
      const availabilityZone = `${region ?? 'eu-central-1'}a`;
      return new toms.EncryptedVolume(scope, id, { availabilityZone, sizeGib: 100, encryptionKey, region });
    },
  },
  SearchDomain: {
    measures: ['1.1.1', '1.1.2', '1.2.1', '3.1.1', '3.3.1', '8.1'],
    defaults: (scope, id, vpc) => new toms.SearchDomain(scope, id, { vpc: vpc(), masterUserArn: MASTER_USER }),
    variants: {
      'with a grant': (scope, id, vpc) => {
        const domain = new toms.SearchDomain(scope, id, { vpc: vpc(), masterUserArn: MASTER_USER });
        domain.grantRead(role(scope));
        return domain;
      },
    },
    withKey: (scope, id, encryptionKey, region) =>
      new toms.SearchDomain(scope, id, { vpc: networkIn(scope, region), masterUserArn: MASTER_USER, encryptionKey }),
  },
  EncryptedStateBackend: {
    measures: ['1.2.1', '9.2'],
    defaults: (scope, id) => new toms.EncryptedStateBackend(scope, id, STATE),
  },
  AuditLogArchive: {
    measures: ['1.1.1', '1.2.1', '8.1', '8.3', '8.4'],
    defaults: (scope, id) => new toms.AuditLogArchive(scope, id),
    variants: {
      'in another region': (scope, id) => new toms.AuditLogArchive(scope, id, { region: 'eu-west-1' }),
      'of an organization, locked and for deployers only': (scope, id) =>
        new toms.AuditLogArchive(scope, id, {
          organizationId: 'o-exampleorgid',
          objectLock: toms.ObjectLockMode.COMPLIANCE,
          deployerArns: ['arn:aws:iam::111122223333:role/terraform'],
        }),
      'with a key': (scope, id) =>
        new toms.AuditLogArchive(scope, id, { encryptionKey: new toms.RotatedKey(scope, 'Key') }),
    },
    withKey: (scope, id, encryptionKey, region) => new toms.AuditLogArchive(scope, id, { encryptionKey, region }),
  },
  ConfigDelivery: {
    measures: ['1.2.1', '3.2.2', '8.3'],
    defaults: (scope, id) =>
      new toms.ConfigDelivery(scope, id, { archive: new toms.AuditLogArchive(scope, 'Archive') }),
    variants: {
      'in another region': (scope, id) =>
        new toms.ConfigDelivery(scope, id, {
          archive: new toms.AuditLogArchive(scope, 'Archive', { region: 'eu-west-1' }),
          region: 'eu-west-1',
        }),
    },
  },
  RetainedLogGroup: {
    measures: ['1.2.1', '8.3', '8.4'],
    defaults: (scope, id) => new toms.RetainedLogGroup(scope, id),
    variants: {
      'in another region': (scope, id) => new toms.RetainedLogGroup(scope, id, { region: 'eu-west-1' }),
      ...byClass((scope, id, dataClass) => new toms.RetainedLogGroup(scope, id, { dataClass })),
    },
    withKey: (scope, id, encryptionKey, region) => new toms.RetainedLogGroup(scope, id, { encryptionKey, region }),
  },
  MaskedLogs: {
    measures: ['1.4.1'],
    defaults: (scope, id) => new toms.MaskedLogs(scope, id),
    variants: {
      'of a log group': (scope, id) =>
        new toms.MaskedLogs(scope, id, { logGroup: new toms.RetainedLogGroup(scope, 'Logins') }),
    },
  },
  AccountTrail: {
    measures: ['8.1', '8.2', '8.3'],
    defaults: (scope, id) => new toms.AccountTrail(scope, id, { archive: new toms.AuditLogArchive(scope, 'Archive') }),
    variants: {
      'with buckets': (scope, id) =>
        new toms.AccountTrail(scope, id, {
          archive: new toms.AuditLogArchive(scope, 'Archive'),
          dataEventBuckets: [new toms.EncryptedBucket(scope, 'Invoices')],
        }),
      'with an archive in another region': (scope, id) =>
        new toms.AccountTrail(scope, id, {
          archive: new toms.AuditLogArchive(scope, 'Archive', { region: 'eu-west-1' }),
        }),
    },
  },
  OrganizationTrail: {
    measures: ['8.1', '8.2', '8.3'],
    defaults: (scope, id) =>
      new toms.OrganizationTrail(scope, id, { archive: new toms.AuditLogArchive(scope, 'Archive') }),
  },
  SegmentedVpc: {
    measures: ['3.3.4', '8.1', '8.2', '9.3'],
    defaults: (scope, id) => segmentedVpc(scope, id),
    variants: {
      'with everything, in another region': (scope, id) =>
        segmentedVpc(scope, id, {
          ipv6: true,
          natGateways: toms.NatGateways.ONE_PER_ZONE,
          blockedDomainListIds: ['rslvr-fdl-0a1b'],
          region: 'eu-west-1',
        }),
      'with an archive': (scope, id) =>
        segmentedVpc(scope, id, { archive: new toms.AuditLogArchive(scope, 'Archive') }),
    },
  },
  SecurityGroup: {
    measures: ['3.3.4', '9.3'],
    defaults: (scope, id, vpc) => new toms.SecurityGroup(scope, id, { vpc: vpc() }),
    variants: {
      'with connections': (scope, id, vpc) => {
        const group = new toms.SecurityGroup(scope, id, { vpc: vpc() });
        const { connections } = group;
        connections.allowTo(new toms.SecurityGroup(scope, 'Other', { vpc: group.vpc! }), toms.Port.POSTGRESQL);
        connections.allowFrom(toms.Peer.ipv4('10.1.0.0/16'), toms.Port.HTTPS);
        connections.allowTo(toms.Peer.prefixList('pl-0123456789abcdef0'), toms.Port.HTTPS);
        connections.allowInternally(toms.Port.tcp(7000));
        return group;
      },
    },
  },
  HttpsLoadBalancer: {
    measures: ['1.1.1', '1.1.2', '3.2.4', '3.3.1', '8.1'],
    defaults: (scope, id, vpc) => new toms.HttpsLoadBalancer(scope, id, { vpc: vpc(), certificates: [CERTIFICATE] }),
    variants: {
      'with targets': (scope, id, vpc) => {
        const balancer = new toms.HttpsLoadBalancer(scope, id, { vpc: vpc(), certificates: [CERTIFICATE] });
        balancer.addTargets('Targets');
        return balancer;
      },
      'that faces the internet': (scope, id, vpc) =>
        new toms.HttpsLoadBalancer(scope, id, {
          vpc: vpc(),
          certificates: [CERTIFICATE, CERTIFICATE],
          internetFacing: true,
          dualStack: true,
        }),
    },
  },
  NetworkTlsLoadBalancer: {
    measures: ['1.1.1', '1.1.2', '3.2.4', '3.3.1', '8.1'],
    defaults: (scope, id, vpc) => {
      const balancer = new toms.NetworkTlsLoadBalancer(scope, id, { vpc: vpc(), certificates: [CERTIFICATE] });
      balancer.addTargets('Targets');
      return balancer;
    },
  },
  EncryptedTargetGroup: {
    measures: ['1.1.2', '3.2.4'],
    defaults: (scope, id, vpc) => new toms.EncryptedTargetGroup(scope, id, { vpc: vpc() }),
    variants: {
      'with a target': (scope, id, vpc) => {
        const targets = new toms.EncryptedTargetGroup(scope, id, { vpc: vpc() });
        targets.addTarget('Target', INSTANCE);
        return targets;
      },
    },
  },
  TrustStore: {
    measures: ['1.1.2'],
    defaults: (scope, id) =>
      new toms.TrustStore(scope, id, {
        bucket: toms.EncryptedBucket.fromBucketName(scope, 'Authorities', 'acme-authorities'),
        objectKey: 'authorities.pem',
      }),
  },
  WebFirewall: {
    measures: ['3.3.3'],
    defaults: (scope, id) => new toms.WebFirewall(scope, id),
    variants: {
      'in another region': (scope, id) => new toms.WebFirewall(scope, id, { region: 'eu-west-1' }),
      'of CloudFront': (scope, id) => {
        const edge = new Construct(scope, 'Edge');
        toms.Posture.set(edge, { globalServiceLogs: 'CloudFront logs where AWS lets it' });
        return new toms.WebFirewall(edge, id, { webAclScope: toms.WebAclScope.CLOUDFRONT });
      },
      'of a load balancer': (scope, id) => {
        const firewall = new toms.WebFirewall(scope, id);
        firewall.protect(
          'Shop',
          'arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/shop/50dc6c495c0c9188'
        );
        return firewall;
      },
    },
  },
  RemoteAccessVpn: {
    measures: ['1.1.3'],
    defaults: (scope, id, vpc) => new toms.RemoteAccessVpn(scope, id, { vpc: vpc(), ...REMOTE_ACCESS }),
    variants: {
      'with groups, within the network and beyond': (scope, id, vpc) => {
        const vpn = new toms.RemoteAccessVpn(scope, id, { vpc: vpc(), ...REMOTE_ACCESS });
        vpn.allowGroup('operations', '10.0.0.0/16', 'operations to the network');
        vpn.allowGroup('operations', '10.20.0.0/16', 'operations to the peer');
        return vpn;
      },
      'with a portal and a split tunnel': (scope, id, vpc) =>
        new toms.RemoteAccessVpn(scope, id, {
          vpc: vpc(),
          ...REMOTE_ACCESS,
          selfServiceSamlProviderArn: REMOTE_ACCESS.samlProviderArn,
          splitTunnel: true,
        }),
    },
  },
  BastionHost: {
    measures: ['1.2.1', '6.4', '9.1'],
    defaults: (scope, id, vpc) => new toms.BastionHost(scope, id, { vpc: vpc() }),
    variants: {
      'with a grant': (scope, id, vpc) => {
        const bastion = new toms.BastionHost(scope, id, { vpc: vpc() });
        bastion.grantConnect(operator(scope));
        return bastion;
      },
      'with a topic': (scope, id, vpc) =>
        new toms.BastionHost(scope, id, {
          vpc: vpc(),
          alarmTopicArn: 'arn:aws:sns:eu-central-1:111122223333:security',
        }),
    },
    withKey: (scope, id, encryptionKey, region) =>
      new toms.BastionHost(scope, id, { vpc: privateNetwork(scope, { region }), encryptionKey }),
  },
  WorkforceAccess: {
    measures: ['3.1.1', '6.1', '6.2', '6.5.1', '6.5.3'],
    defaults: (scope, id) => new toms.WorkforceAccess(scope, id, WORKFORCE),
    variants: {
      'with policies, for a group': (scope, id) => {
        const access = new toms.WorkforceAccess(scope, id, WORKFORCE);
        access.addToPolicy({ actions: ['logs:StartQuery'], resources: ['arn:aws:logs:eu-central-1:111122223333:*'] });
        access.addManagedPolicy('View', 'arn:aws:iam::aws:policy/job-function/ViewOnlyAccess');
        access.addOwnPolicy('Own', 'support');
        access.assignTo('Production', 'b4f8c4a2-1111-2222-3333-444455556666', '111122223333');
        return access;
      },
    },
  },
  DeployRole: {
    measures: ['3.1.1', '6.1', '6.5.3'],
    defaults: (scope, id) => new toms.DeployRole(scope, id, DEPLOY),
    variants: {
      'of GitLab, with a provider that is there': (scope, id) =>
        new toms.DeployRole(scope, id, {
          ...DEPLOY,
          identity: toms.DeployIdentity.gitlab({
            projectPath: 'acme/orders',
            branch: 'main',
            audience: 'https://aws.acme.example',
          }),
          providerArn: 'arn:aws:iam::111122223333:oidc-provider/gitlab.com',
        }),
      'with grants and policies': (scope, id) => {
        const deploy = new toms.DeployRole(scope, id, DEPLOY);
        new toms.EncryptedBucket(scope, 'Site').grantReadWrite(deploy);
        const actions = ['lambda:UpdateFunctionCode'];
        deploy.addToPolicy({ actions, resources: ['arn:aws:lambda:eu-central-1:111122223333:function:orders'] });
        deploy.addManagedPolicy('Certificates', 'arn:aws:iam::aws:policy/AWSCertificateManagerReadOnly');
        return deploy;
      },
    },
  },
  UserDirectory: {
    measures: ['3.2.1', '3.3.3', '6.1', '6.3', '6.5.3', '8.1'],
    defaults: (scope, id) => new toms.UserDirectory(scope, id),
    variants: {
      'in another region': (scope, id) => new toms.UserDirectory(scope, id, { region: 'eu-west-1' }),
      'of special categories, with a client, domains, mail and a firewall': (scope, id) => {
        const users = new toms.UserDirectory(scope, id, {
          dataClass: toms.DataClass.SPECIAL_CATEGORY,
          selfSignUp: true,
          email: {
            identityArn: 'arn:aws:ses:eu-central-1:111122223333:identity/example.com',
            from: 'login@example.com',
          },
          webFirewall: new toms.WebFirewall(scope, 'Firewall'),
        });
        users.addClient('Shop', { callbackUrls: ['https://shop.example.com/login'] });
        users.addDomain('Own', {
          domainName: 'login.example.com',
          certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/1234abcd-12ab-44cd-a6ef-1234567890ab',
        });
        users.addDomain('Prefix', { prefix: 'acme-shop' });
        users.grantManage(role(scope));
        return users;
      },
    },
  },
  ContainerRepository: {
    measures: ['1.2.1', '3.2.3', '5.1.1'],
    defaults: (scope, id) => new toms.ContainerRepository(scope, id),
    variants: {
      'that keeps some images, in another region': (scope, id) =>
        new toms.ContainerRepository(scope, id, { maxImageCount: 100, region: 'eu-west-1' }),
    },
    withKey: (scope, id, encryptionKey, region) => new toms.ContainerRepository(scope, id, { encryptionKey, region }),
  },
  ContainerCluster: {
    measures: ['1.2.1', '8.1', '8.4'],
    defaults: (scope, id) => new toms.ContainerCluster(scope, id),
    variants: {
      'in another region': (scope, id) => new toms.ContainerCluster(scope, id, { region: 'eu-west-1' }),
    },
    withKey: (scope, id, encryptionKey, region) => new toms.ContainerCluster(scope, id, { encryptionKey, region }),
  },
  ContainerService: {
    measures: ['1.1.2', '1.2.1', '3.1.1', '3.2.1', '3.2.2', '3.2.3', '3.3.1', '3.3.2', '8.1', '9.3'],
    defaults: (scope, id, vpc) => new toms.ContainerService(scope, id, containerProps(scope, vpc())),
    variants: {
      'behind a load balancer, with a secret': (scope, id, vpc) => {
        const props = containerProps(scope, vpc());
        return new toms.ContainerService(scope, id, {
          ...props,
          loadBalancer: new toms.HttpsLoadBalancer(scope, 'Front', { vpc: props.vpc, certificates: [CERTIFICATE] }),
          healthCheckPath: '/health',
          environment: { STAGE: 'production' },
          secrets: { DATABASE: toms.ManagedSecret.fromSecretArn(scope, 'Database', SECRET) },
          writablePaths: ['/tmp', '/var/cache/orders'],
          ephemeralStorageGib: 30,
        });
      },
      'whose alarms publish, by a command': (scope, id, vpc) =>
        new toms.ContainerService(scope, id, {
          ...containerProps(scope, vpc()),
          architecture: toms.CpuArchitecture.ARM64,
          healthCheckCommand: ['/orders', 'health'],
          alarmTopic: new toms.EncryptedTopic(scope, 'Alarms'),
        }),
    },
    withKey: (scope, id, encryptionKey, region) =>
      new toms.ContainerService(scope, id, { ...containerProps(scope, networkIn(scope, region)), encryptionKey }),
  },
  QueueWorker: {
    measures: ['1.2.1', '3.1.1', '3.2.1', '3.2.2', '3.2.3', '3.3.1', '3.3.2', '8.1', '9.3'],
    defaults: (scope, id, vpc) =>
      new toms.QueueWorker(scope, id, { ...containerProps(scope, vpc()), ...workOf(scope), workSeconds: 60 }),
    withKey: (scope, id, encryptionKey, region) =>
      new toms.QueueWorker(scope, id, {
        ...containerProps(scope, networkIn(scope, region)),
        queue: toms.EncryptedQueue.fromQueueArn(scope, 'Queue', QUEUE),
        workSeconds: 60,
        encryptionKey,
      }),
  },
  ScheduledTask: {
    measures: ['1.2.1', '3.1.1', '3.2.2', '3.2.3', '8.1', '9.3'],
    defaults: (scope, id, vpc) =>
      new toms.ScheduledTask(scope, id, { ...containerProps(scope, vpc()), schedule: NIGHTLY }),
    variants: {
      'with a queue of yours': (scope, id, vpc) =>
        new toms.ScheduledTask(scope, id, {
          ...containerProps(scope, vpc()),
          schedule: toms.TaskSchedule.everyHours(6),
          flexibleMinutes: 0,
          deadLetterQueue: new toms.EncryptedQueue(scope, 'Failed'),
        }),
    },
    withKey: (scope, id, encryptionKey, region) =>
      new toms.ScheduledTask(scope, id, {
        ...containerProps(scope, networkIn(scope, region)),
        schedule: NIGHTLY,
        encryptionKey,
      }),
  },
  SecureFunction: {
    measures: ['1.2.1', '3.1.1', '3.3.2', '8.1', '9.1'],
    defaults: (scope, id) => new toms.SecureFunction(scope, id, functionProps()),
    variants: {
      'in a network, with a secret': (scope, id, vpc) =>
        new toms.SecureFunction(scope, id, {
          ...functionProps(),
          vpc: vpc(),
          environment: { STAGE: 'production' },
          secrets: { DATABASE: toms.ManagedSecret.fromSecretArn(scope, 'Database', SECRET) },
        }),
      'that a rule invokes and a queue feeds': (scope, id) => {
        const made = new toms.SecureFunction(scope, id, functionProps());
        made.allowService('events.amazonaws.com', 'arn:aws:events:eu-central-1:111122223333:rule/nightly');
        made.addQueueSource(new toms.EncryptedQueue(scope, 'Queue', { visibilityTimeoutSeconds: 180 }), {
          maxConcurrency: 5,
        });
        return made;
      },
    },
    withKey: (scope, id, encryptionKey, region) =>
      new toms.SecureFunction(scope, id, { ...functionProps(), encryptionKey, region }),
  },
  HardenedInstanceGroup: {
    measures: ['1.2.1', '3.1.1', '3.3.1', '3.3.2', '6.4', '9.1'],
    defaults: (scope, id, vpc) => new toms.HardenedInstanceGroup(scope, id, { vpc: vpc() }),
    variants: {
      'behind a load balancer, with the role of Auto Scaling': (scope, id, vpc) => {
        const its = vpc();
        const loadBalancer = new toms.HttpsLoadBalancer(scope, 'Front', { vpc: its, certificates: [CERTIFICATE] });
        return new toms.HardenedInstanceGroup(scope, id, {
          vpc: its,
          makesServiceLinkedRole: true,
          targetGroups: [loadBalancer.addTargets('Targets')],
        });
      },
      'of an image of its own': (scope, id, vpc) =>
        new toms.HardenedInstanceGroup(scope, id, {
          vpc: vpc(),
          image: toms.MachineImage.fromSsmParameter('/acme/images/web', 'self'),
          userData: '#!/bin/sh\nsystemctl start shop\n',
        }),
    },
    withKey: (scope, id, encryptionKey, region) =>
      new toms.HardenedInstanceGroup(scope, id, { vpc: privateNetwork(scope, { region }), encryptionKey }),
  },
  DnsZone: {
    measures: ['3.2.4', '8.1'],
    // A public zone takes a word on its logs, which a scope that says it by itself leaves for people to judge.
    defaults: (scope, id, vpc) => new toms.DnsZone(scope, id, { zoneName: 'example.internal', vpc: vpc() }),
    variants: {
      'for everyone': (scope, id) => new toms.DnsZone(withGlobalLogs(scope), id, { zoneName: 'example.com' }),
      'with aliases': (scope, id) => {
        const zone = new toms.DnsZone(withGlobalLogs(scope), id, { zoneName: 'example.org' });
        const target = { targetDnsName: 'd111111abcdef8.cloudfront.net', targetZoneId: 'Z2FDTNDATAQYW2', ipv6: true };
        zone.addAlias('Site', { recordName: 'www.example.org', ...target });
        return zone;
      },
    },
  },
  ManagedCertificate: {
    measures: ['1.1.1', '1.3.2'],
    defaults: (scope, id) =>
      new toms.ManagedCertificate(scope, id, { domainName: 'shop.example.com', zone: zoneThere(scope) }),
    variants: {
      'of several names, for a distribution': (scope, id) =>
        new toms.ManagedCertificate(scope, id, {
          domainName: 'example.com',
          alternativeNames: ['*.example.com', 'www.shop.example.com'],
          keyAlgorithm: toms.TlsKeyAlgorithm.RSA_2048,
          region: 'us-east-1',
          zone: zoneThere(scope),
        }),
    },
  },
  AlarmTopic: {
    measures: ['1.2.1', '8.1'],
    defaults: (scope, id) => new toms.AlarmTopic(scope, id, { subscribers: [ON_CALL] }),
    variants: {
      'with an endpoint and a queue, in another region': (scope, id) => {
        const region = 'eu-west-1';
        return new toms.AlarmTopic(scope, id, {
          region,
          subscribers: [
            ON_CALL,
            toms.AlarmSubscriber.https('https://events.example.com/integration'),
            toms.AlarmSubscriber.queue(new toms.EncryptedQueue(scope, 'Queue', { region })),
          ],
        });
      },
    },
    withKey: (scope, id, encryptionKey, region) =>
      new toms.AlarmTopic(scope, id, { subscribers: [ON_CALL], encryptionKey, region }),
  },
  AccountBaseline: {
    measures: ['1.2.1', '3.1.1', '6.1', '6.5.2', '8.1', '9.1', '10.2', '11.3'],
    defaults: (scope, id) => new toms.AccountBaseline(scope, id, { securityContact: SECURITY_CONTACT }),
    variants: {
      'in several regions, of an organization': (scope, id) =>
        new toms.AccountBaseline(scope, id, {
          securityContact: SECURITY_CONTACT,
          otherRegions: ['eu-west-1', 'eu-north-1'],
          organizationServices: [toms.OrganizationService.GUARDDUTY, toms.OrganizationService.SECURITY_HUB],
        }),
    },
  },
  ChangeDetection: {
    measures: ['3.2.1', '3.2.2', '8.3'],
    defaults: (scope, id) => new toms.ChangeDetection(scope, id, { topic: onCall(scope) }),
    variants: {
      'in several regions, with a recorder and a pipeline': (scope, id) =>
        new toms.ChangeDetection(scope, id, {
          topic: onCall(scope),
          archive: new toms.AuditLogArchive(scope, 'Archive'),
          otherRegions: ['eu-west-1'],
          pipelines: [toms.Grantee.fromRoleArn(scope, 'arn:aws:iam::111122223333:role/deploy')],
        }),
    },
  },
  DataDiscovery: {
    measures: ['1.2.1', '2.2', '3.1.2', '11.3'],
    defaults: (scope, id) => new toms.DataDiscovery(scope, id, { topic: onCall(scope) }),
    variants: {
      'of an organization, in part': (scope, id) =>
        new toms.DataDiscovery(scope, id, {
          topic: onCall(scope),
          macieByOrganization: true,
          samplingPercent: 20,
          retentionDays: 90,
        }),
    },
    withKey: (scope, id, encryptionKey, region) =>
      new toms.DataDiscovery(scope, id, { topic: onCall(scope, region), encryptionKey, region }),
  },
  VulnerabilityProgramme: {
    measures: ['5.1.1', '5.1.2'],
    defaults: (scope, id) => {
      const tracker = toms.FindingTracker.queue(new toms.EncryptedQueue(scope, 'Findings'));
      return new toms.VulnerabilityProgramme(scope, id, { topic: onCall(scope), tracker });
    },
    variants: {
      'with a function, shorter deadlines, and an organization': (scope, id) =>
        new toms.VulnerabilityProgramme(scope, id, {
          topic: onCall(scope),
          tracker: toms.FindingTracker.secureFunction(new toms.SecureFunction(scope, 'Tracker', functionProps())),
          remediationDays: { critical: 3, high: 14 },
          inspectorByOrganization: true,
        }),
    },
  },
  OrganizationGuardrails: {
    measures: ['1.1.1', '1.2.1', '1.3.1', '3.1.1', '6.1', '6.3', '7.1', '8.3', '9.1', '9.3'],
    defaults: (scope, id) => {
      const guardrails = new toms.OrganizationGuardrails(scope, id, { organizationId: 'o-exampleorgid' });
      guardrails.attachTo('Workloads', 'ou-ab12-11111111');
      return guardrails;
    },
  },
  BackupProgramme: {
    measures: ['1.2.3', '2.3', '3.3.1', '4.1', '4.2', '4.3', '4.4'],
    defaults: (scope, id) => new toms.BackupProgramme(scope, id, backups(scope)),
    variants: {
      'with plans for stores and a tag': (scope, id, vpc) => {
        const made = new toms.BackupProgramme(scope, id, backups(scope));
        const its = vpc();
        made.addPlan('Daily', {
          objectives: new toms.RecoveryObjectives({ service: 'orders', rpoHours: 24, rtoHours: 8 }),
          sources: [
            toms.BackupSource.bucket(new toms.EncryptedBucket(scope, 'Bucket')),
            toms.BackupSource.database(new toms.EncryptedDatabase(scope, 'Database', { vpc: its })),
            toms.BackupSource.table(new toms.EncryptedTable(scope, 'Table', TABLE)),
            toms.BackupSource.fileSystem(new toms.EncryptedFileSystem(scope, 'Files', { vpc: its })),
            toms.BackupSource.volume(new toms.EncryptedVolume(scope, 'Volume', VOLUME)),
          ],
        });
        made.addPlan('Hourly', {
          objectives: new toms.RecoveryObjectives({ service: 'payments', rpoHours: 1, rtoHours: 1 }),
          sources: [toms.BackupSource.tag('backup', 'hourly')],
        });
        return made;
      },
      'with an air-gapped vault, another account, and a lock that is final': (scope, id) =>
        new toms.BackupProgramme(scope, id, {
          ...backups(scope),
          airGapped: true,
          copyVaultArn: 'arn:aws:backup:eu-central-1:444455556666:backup-vault:acme',
          lock: toms.VaultLock.compliance(14),
        }),
    },
    withKey: (scope, id, encryptionKey, region) =>
      new toms.BackupProgramme(scope, id, { ...backups(scope, region), encryptionKey, region }),
  },
  RestoreTest: {
    measures: ['4.3'],
    defaults: (scope, id) =>
      new toms.RestoreTest(scope, id, {
        programme: new toms.BackupProgramme(scope, 'Backups', backups(scope)),
        sources: [toms.BackupSource.table(new toms.EncryptedTable(scope, 'Table', TABLE))],
      }),
    variants: {
      'of every kind of store, with a validator': (scope, id, vpc) => {
        const its = vpc();
        const engine = toms.DatabaseEngine.POSTGRESQL;
        return new toms.RestoreTest(scope, id, {
          programme: new toms.BackupProgramme(scope, 'Backups', backups(scope)),
          validator: new toms.SecureFunction(scope, 'Validator', functionProps()),
          sources: [
            toms.BackupSource.bucket(new toms.EncryptedBucket(scope, 'Bucket')),
            toms.BackupSource.database(new toms.EncryptedDatabase(scope, 'Cluster', { vpc: its })),
            toms.BackupSource.database(new toms.EncryptedDatabase(scope, 'Instance', { vpc: its, engine })),
            toms.BackupSource.table(new toms.EncryptedTable(scope, 'Table', TABLE)),
            toms.BackupSource.fileSystem(new toms.EncryptedFileSystem(scope, 'Files', { vpc: its })),
            toms.BackupSource.volume(new toms.EncryptedVolume(scope, 'Volume', VOLUME)),
          ],
        });
      },
    },
  },
  Alarms: {
    measures: ['3.3.2', '8.1'],
    defaults: (scope, id) => alarms(scope, id),
    variants: {
      'of stores': (scope, id, vpc) => {
        const made = alarms(scope, id);
        const its = vpc();
        made.watchDatabase(new toms.EncryptedDatabase(scope, 'Database', { vpc: its }), { maxConnections: 400 });
        made.watchCache(new toms.EncryptedCache(scope, 'Cache', { vpc: its }));
        made.watchQueue(new toms.EncryptedQueue(scope, 'Queue'));
        made.watchTable(new toms.EncryptedTable(scope, 'Table', TABLE));
        return made;
      },
      'of an instance of RDS': (scope, id, vpc) => {
        const made = alarms(scope, id);
        const engine = toms.DatabaseEngine.POSTGRESQL;
        made.watchDatabase(new toms.EncryptedDatabase(scope, 'Database', { vpc: vpc(), engine }));
        return made;
      },
      'of programs and what is before them': (scope, id, vpc) => {
        const made = alarms(scope, id);
        const front = { vpc: vpc(), certificates: [CERTIFICATE] };
        const balancer = new toms.HttpsLoadBalancer(scope, 'Front', front);
        balancer.addTargets('Targets');
        made.watchLoadBalancer(balancer);
        made.watchFunction(new toms.SecureFunction(scope, 'Function', functionProps()));
        made.watchHttpApi(new toms.HttpApi(scope, 'Api'));
        made.watchRestApi(new toms.RestApi(scope, 'Inner', { vpcEndpointId: ENDPOINT }));
        return made;
      },
      'of what is between programs': (scope, id) => {
        const made = alarms(scope, id);
        const bus = new toms.EventBus(scope, 'Bus');
        const machine = new toms.StateMachine(scope, 'Machine', { definition: DEFINITION });
        bus.addRule('Ship', { sources: ['acme.orders'] }, toms.EventTarget.stateMachine(machine));
        made.watchEventBus(bus);
        made.watchStateMachine(machine);
        return made;
      },
    },
  },
  KubernetesCluster: {
    measures: ['1.2.1', '3.1.1', '3.3.1', '3.3.4', '8.1', '8.4', '9.1'],
    defaults: (scope, id, vpc) => new toms.KubernetesCluster(scope, id, { vpc: vpc(), version: '1.34' }),
    variants: {
      'with roles of people and pods': (scope, id, vpc) => {
        const cluster = new toms.KubernetesCluster(scope, id, { vpc: vpc(), version: '1.34' });
        cluster.grantAccess(operator(scope), toms.KubernetesAccess.EDIT, { namespaces: ['orders'] });
        cluster.addPodRole('Orders', { namespace: 'orders', serviceAccount: 'orders' });
        return cluster;
      },
    },
    withKey: (scope, id, encryptionKey, region) =>
      new toms.KubernetesCluster(scope, id, { vpc: privateNetwork(scope, { region }), version: '1.34', encryptionKey }),
  },
  EventBus: {
    measures: ['1.2.1', '2.1', '2.2', '3.1.1', '3.3.1', '8.1'],
    defaults: (scope, id) => new toms.EventBus(scope, id),
    variants: {
      'with rules to all kinds of targets, an archive and senders': (scope, id) => {
        const bus = new toms.EventBus(scope, id, { organizationId: 'o-exampleorgid' });
        const pattern = { sources: ['acme.orders'], detailTypes: ['Order accepted'] };
        bus.addRule('Fulfil', pattern, toms.EventTarget.secureFunction(functionOf(scope)));
        bus.addRule('Count', pattern, toms.EventTarget.queue(workOf(scope).queue));
        const detail = JSON.stringify({ country: ['DE'] });
        const machine = new toms.StateMachine(scope, 'Machine', { definition: DEFINITION });
        bus.addRule('Ship', { ...pattern, detail }, toms.EventTarget.stateMachine(machine));
        const elsewhere = toms.EventBus.fromEventBusArn(scope, 'Elsewhere', EVENT_BUS);
        bus.addRule('Tell', pattern, toms.EventTarget.eventBus(elsewhere));
        bus.addArchive('Archive', pattern);
        bus.allowSenders('444455556666', 'arn:aws:iam::777788889999:role/orders');
        return bus;
      },
      'in another region': (scope, id) => new toms.EventBus(scope, id, { region: 'eu-west-1' }),
    },
    withKey: (scope, id, encryptionKey, region) => new toms.EventBus(scope, id, { encryptionKey, region }),
  },
  StateMachine: {
    measures: ['1.2.1', '2.1', '3.1.1', '8.1'],
    defaults: (scope, id) => new toms.StateMachine(scope, id, { definition: DEFINITION }),
    variants: {
      'express, in another region': (scope, id) =>
        new toms.StateMachine(scope, id, { definition: DEFINITION, express: true, region: 'eu-west-1' }),
    },
    withKey: (scope, id, encryptionKey, region) =>
      new toms.StateMachine(scope, id, { definition: DEFINITION, encryptionKey, region }),
  },
  RestApi: {
    measures: ['1.1.1', '1.1.2', '2.1', '3.1.1', '3.3.2', '3.3.3', '3.3.4', '8.1', '8.2', '8.4'],
    defaults: (scope, id) => {
      const authorizer = toms.ApiAuthorizer.iam();
      const api = new toms.RestApi(scope, id, {
        authorizer,
        domainName: 'api.example.com',
        certificate: CERTIFICATE,
      });
      api.addRoute('Accept', 'POST /orders', toms.ApiTarget.secureFunction(functionOf(scope)));
      return api;
    },
    variants: {
      'within a network, with all kinds of authorizers and checks': (scope, id) => {
        const users = new toms.UserDirectory(scope, 'Users');
        const orders = functionOf(scope);
        const target = toms.ApiTarget.secureFunction(orders);
        const api = new toms.RestApi(scope, id, {
          authorizer: toms.ApiAuthorizer.userDirectory('Customers', users, [
            users.addClient('Shop', { callbackUrls: ['https://shop.example.com/login'] }),
          ]),
          vpcEndpointId: ENDPOINT,
        });
        api.addRoute('Read', 'GET /orders/{order}', target, { requiredQuery: ['year'], requiredHeaders: ['X-Shop'] });
        const bodySchema = JSON.stringify({ type: 'object', required: ['article'] });
        api.addRoute('Accept', 'POST /orders', target, { scopes: ['orders/write'], bodySchema });
        const authorizer = toms.ApiAuthorizer.secureFunction('Devices', orders, { cacheSeconds: 60 });
        api.addRoute('Device', 'PUT /devices/{device+}', target, { authorizer });
        api.addRoute('Root', 'ANY /', target, { authorizer: toms.ApiAuthorizer.iam() }).grantInvoke(role(scope));
        return api;
      },
      'with mutual TLS and a firewall, in another region': (scope, id) => {
        const region = 'eu-west-1';
        return new toms.RestApi(scope, id, {
          region,
          domainName: 'api.example.com',
          certificate: toms.Certificate.fromArn(
            'arn:aws:acm:eu-west-1:111122223333:certificate/1234abcd-12ab-44cd-a6ef-1234567890ab'
          ),
          trustStore: { bucket: new toms.EncryptedBucket(scope, 'Authorities', { region }), objectKey: 'partners.pem' },
          webFirewall: new toms.WebFirewall(scope, 'Firewall', { region }),
        });
      },
    },
    withKey: (scope, id, encryptionKey, region) =>
      new toms.RestApi(scope, id, { vpcEndpointId: ENDPOINT, encryptionKey, region }),
  },
  ApiGatewayAccount: {
    measures: ['8.1'],
    defaults: (scope, id) => new toms.ApiGatewayAccount(scope, id),
    variants: {
      'in another region': (scope, id) => new toms.ApiGatewayAccount(scope, id, { region: 'eu-west-1' }),
    },
  },
  HttpApi: {
    measures: ['1.1.1', '1.1.2', '2.1', '3.1.1', '3.3.2', '8.1', '8.2', '8.4'],
    defaults: (scope, id) => {
      const api = new toms.HttpApi(scope, id, { authorizer: toms.ApiAuthorizer.iam() });
      api.addRoute('Accept', 'POST /orders', toms.ApiTarget.secureFunction(functionOf(scope)));
      return api;
    },
    variants: {
      'with a domain, mutual TLS, sites and all kinds of authorizers': (scope, id) => {
        const users = new toms.UserDirectory(scope, 'Users');
        const shop = users.addClient('Shop', { callbackUrls: ['https://shop.example.com/login'] });
        const orders = functionOf(scope);
        const target = toms.ApiTarget.secureFunction(orders);
        const api = new toms.HttpApi(scope, id, {
          authorizer: toms.ApiAuthorizer.userDirectory('Customers', users, [shop]),
          domainName: 'api.example.com',
          certificate: CERTIFICATE,
          trustStore: { bucket: new toms.EncryptedBucket(scope, 'Authorities'), objectKey: 'partners.pem' },
          cors: { origins: ['https://shop.example.com'], allowCredentials: true },
        });
        api.addRoute('Read', 'GET /orders/{order}', target, { scopes: ['orders.read'] });
        const issuer = 'https://login.example.com';
        const partners = toms.ApiAuthorizer.jwt('Partners', { issuer, audiences: ['orders'] });
        api.addRoute('Partner', 'POST /partners/{partner}', target, { authorizer: partners });
        const asked = toms.ApiAuthorizer.secureFunction('Devices', orders, { header: 'X-Device', cacheSeconds: 60 });
        api.addRoute('Device', 'PUT /devices/{device}', target, { authorizer: asked });
        api.addRoute('Rest', '$default', target, { authorizer: toms.ApiAuthorizer.iam() }).grantInvoke(role(scope));
        return api;
      },
      'of a load balancer within a network': (scope, id, vpc) => {
        const balancer = new toms.HttpsLoadBalancer(scope, 'Balancer', { vpc: vpc(), certificates: [CERTIFICATE] });
        const api = new toms.HttpApi(scope, id, { authorizer: toms.ApiAuthorizer.iam() });
        api.addRoute('Shop', 'ANY /shop/{path+}', toms.ApiTarget.loadBalancer(balancer, 'shop.example.com'));
        return api;
      },
      'in another region': (scope, id) => new toms.HttpApi(scope, id, { region: 'eu-west-1' }),
    },
    withKey: (scope, id, encryptionKey, region) => new toms.HttpApi(scope, id, { encryptionKey, region }),
  },
  WebDistribution: {
    measures: ['1.1.1', '2.1', '3.1.1', '3.3.3', '3.3.4', '5.3', '8.1'],
    // Logs of a firewall for distributions take a word in the posture, which `defaults` has none of: one that is there has logs already.
    defaults: (scope, id) =>
      new toms.WebDistribution(scope, id, { ...siteProps(scope), webFirewall: firewallThere(scope) }),
    variants: {
      'with a standby, a security.txt and a firewall of its own': (scope, id) => {
        const edge = withGlobalLogs(scope);
        const expires = new Date(Date.now() + 180 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
        return new toms.WebDistribution(edge, id, {
          ...siteProps(edge),
          standbyOrigin: toms.WebOrigin.bucket(siteFiles(edge, 'Standby', 'eu-west-1')),
          notFoundPage: '/404.html',
          securityTxt: { contacts: ['mailto:security@example.com'], expires },
        });
      },
      'of a load balancer and another service': (scope, id, vpc) => {
        const balancer = new toms.HttpsLoadBalancer(scope, 'Balancer', { vpc: vpc(), certificates: [CERTIFICATE] });
        const site = new toms.WebDistribution(scope, id, {
          ...siteProps(scope),
          defaultOrigin: toms.WebOrigin.loadBalancer(balancer),
          webFirewall: firewallThere(scope),
        });
        site.addBehavior('Api', '/api/*', toms.WebOrigin.https('api.example.com'));
        return site;
      },
    },
  },
};

/** A function behind an API. */
function functionOf(scope: Construct): toms.SecureFunction {
  return new toms.SecureFunction(scope, 'Function', functionProps());
}

/** What a distribution cannot do without. */
function siteProps(scope: Construct): toms.WebDistributionProps {
  return {
    domainNames: ['www.example.com'],
    certificate: toms.Certificate.fromArn(
      'arn:aws:acm:us-east-1:111122223333:certificate/1234abcd-12ab-44cd-a6ef-1234567890ab'
    ),
    defaultOrigin: toms.WebOrigin.bucket(siteFiles(scope, 'Files')),
  };
}

function siteFiles(scope: Construct, id: string, region?: string): toms.EncryptedBucket {
  return new toms.EncryptedBucket(scope, id, { region });
}

/** A firewall for distributions that is already there. */
function firewallThere(scope: Construct): toms.IWebFirewall {
  return toms.WebFirewall.fromWebAclArn(
    scope,
    'Firewall',
    'arn:aws:wafv2:us-east-1:111122223333:global/webacl/acme/1234abcd-12ab-44cd-a6ef-1234567890ab'
  );
}

/** A part of the program in whose posture somebody says why logs of global services may lie in us-east-1. */
function withGlobalLogs(scope: Construct): Construct {
  const edge = new Construct(scope, 'Edge');
  toms.Posture.set(edge, { globalServiceLogs: 'requests are logged where AWS lets them be' });
  return edge;
}

/** A zone that is already there. */
function zoneThere(scope: Construct): toms.IDnsZone {
  return toms.DnsZone.fromZoneId(scope, 'Zone', 'Z0123456789ABCDEFGHIJ', 'example.com');
}

/** Who hears of alarms. */
const ON_CALL = toms.AlarmSubscriber.email('on-call@example.com');

function onCall(scope: Construct, region?: string): toms.AlarmTopic {
  return new toms.AlarmTopic(scope, 'OnCall', { subscribers: [ON_CALL], region });
}

/** What a programme of backups cannot do without. */
function backups(scope: Construct, region?: string): toms.BackupProgrammeProps {
  return { topic: onCall(scope, region), copyRegion: region === 'eu-west-1' ? 'eu-north-1' : 'eu-west-1' };
}

function alarms(scope: Construct, id: string): toms.Alarms {
  return new toms.Alarms(scope, id, { topic: new toms.AlarmTopic(scope, 'OnCall', { subscribers: [ON_CALL] }) });
}

/** Messages that a worker works on. */
function workOf(scope: Construct): { queue: toms.EncryptedQueue } {
  return { queue: new toms.EncryptedQueue(scope, 'Work', { visibilityTimeoutSeconds: 120 }) };
}

/** What a container cannot do without. */
function containerProps(scope: Construct, vpc: toms.IVpc): toms.ContainerTaskProps {
  const repository = toms.ContainerRepository.fromRepositoryArn(scope, 'Images', REPOSITORY);
  return { image: toms.ContainerImage.fromRepository(repository, 'v42'), vpc };
}

/** What a function cannot do without. */
function functionProps(): toms.SecureFunctionProps {
  return { code: toms.FunctionCode.fromAsset(HANDLER), handler: 'index.handler', runtime: 'nodejs22.x' };
}

/** The constructs that the package exports, found by what they are. */
export const EXPORTED = Object.entries(toms)
  .filter(([, value]) => typeof value === 'function' && value.prototype instanceof Construct)
  .map(([name]) => name)
  .sort();

/** Every way to make every construct, by the name of the construct and the title of the way. */
export const WAYS = Object.entries(CONSTRUCTS).flatMap(([name, { defaults, variants = {} }]) => [
  { name, title: name, make: defaults },
  ...Object.entries(variants).map(([variant, make]) => ({ name, title: `${name} ${variant}`, make })),
]);

/** The page of a construct within docs/constructs: `encrypted-bucket.md`. */
export function pageOf(name: string): string {
  return `${name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase()}.md`;
}
