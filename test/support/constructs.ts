import { Construct } from 'constructs';
import { TerraformStack } from 'cdktf';
import * as toms from '../../lib';
import { CERTIFICATE, REMOTE_ACCESS, network, privateNetwork } from './network';

export const STATE = {
  bucketName: 'acme-terraform-state',
  kmsKeyArn: 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-44cd-a6ef-1234567890ab',
};

/** A function that rotates a secret. */
export const ROTATION_FUNCTION = 'arn:aws:lambda:eu-central-1:111122223333:function:rotate';

/** Of a volume nothing else is needed. */
export const VOLUME = { availabilityZone: 'eu-central-1a', sizeGib: 100 };

/** The role that administrates a search domain from within. */
export const MASTER_USER = 'arn:aws:iam::111122223333:role/search-admin';

const TABLE = { partitionKey: { name: 'customer' }, timeToLiveAttribute: 'expires' };

type Make = (scope: Construct, id: string) => Construct;

/** How each construct is made: with nothing but what it cannot do without, and with every optional part that adds resources. */
export const CONSTRUCTS: {
  readonly [name: string]: { readonly defaults: Make; readonly variants?: { readonly [title: string]: Make } };
} = {
  RotatedKey: {
    defaults: (scope, id) => new toms.RotatedKey(scope, id),
    variants: {
      'with a region and users': (scope, id) =>
        new toms.RotatedKey(scope, id, { region: 'eu-west-1', userArns: ['arn:aws:iam::111122223333:role/orders'] }),
    },
  },
  PseudonymizationKey: {
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
    defaults: (scope, id) => new toms.PrivateCertificateAuthority(scope, id, { commonName: 'Acme' }),
    variants: {
      'with a root': (scope, id) => {
        const authorityType = toms.CertificateAuthorityType.ROOT;
        const parent = new toms.PrivateCertificateAuthority(scope, 'Root', { commonName: 'Acme Root', authorityType });
        return new toms.PrivateCertificateAuthority(scope, id, { commonName: 'Acme', parent });
      },
    },
  },
  WorkloadIdentity: {
    defaults: (scope, id) =>
      new toms.WorkloadIdentity(scope, id, {
        certificateAuthority: new toms.PrivateCertificateAuthority(scope, 'Workloads', { commonName: 'Acme' }),
        commonNames: ['press-7.plant.example.com'],
      }),
  },
  EncryptedBucket: {
    defaults: (scope, id) => new toms.EncryptedBucket(scope, id),
    variants: {
      'with a region': (scope, id) => new toms.EncryptedBucket(scope, id, { region: 'eu-west-1' }),
      'with another class of data': (scope, id) =>
        new toms.EncryptedBucket(scope, id, { dataClass: toms.DataClass.SPECIAL_CATEGORY }),
      'with an archive and a key': (scope, id) =>
        new toms.EncryptedBucket(scope, id, {
          accessLogBucket: new toms.AuditLogArchive(scope, 'Archive').accessLogBucket,
          encryptionKey: new toms.RotatedKey(scope, 'Key'),
        }),
    },
  },
  EncryptedQueue: {
    defaults: (scope, id) => new toms.EncryptedQueue(scope, id),
    variants: {
      'with a region': (scope, id) => new toms.EncryptedQueue(scope, id, { region: 'eu-west-1' }),
      'that keeps the order': (scope, id) => new toms.EncryptedQueue(scope, id, { fifo: true }),
      'with a queue for dead letters and services that send': (scope, id) => {
        const deadLetterQueue = new toms.EncryptedQueue(scope, 'Failed');
        const queue = new toms.EncryptedQueue(scope, id, { deadLetterQueue, organizationId: 'o-exampleorgid' });
        queue.allowService('events.amazonaws.com');
        return queue;
      },
    },
  },
  EncryptedTopic: {
    defaults: (scope, id) => new toms.EncryptedTopic(scope, id),
    variants: {
      'with a region and subscriptions': (scope, id) => {
        const topic = new toms.EncryptedTopic(scope, id, { region: 'eu-west-1' });
        topic.addQueueSubscription('Billing', new toms.EncryptedQueue(scope, 'Billing', { region: 'eu-west-1' }));
        topic.addHttpsSubscription('Partner', 'https://partner.example/orders');
        topic.allowService('cloudwatch.amazonaws.com');
        return topic;
      },
      'that keeps the order': (scope, id) => {
        const topic = new toms.EncryptedTopic(scope, id, { fifo: true });
        topic.addQueueSubscription('Billing', new toms.EncryptedQueue(scope, 'Billing', { fifo: true }));
        return topic;
      },
    },
  },
  EncryptedStream: {
    defaults: (scope, id) => new toms.EncryptedStream(scope, id),
    variants: {
      'with a region and shards': (scope, id) =>
        new toms.EncryptedStream(scope, id, { region: 'eu-west-1', shardCount: 2, retentionDays: 7 }),
    },
  },
  EncryptedTable: {
    defaults: (scope, id) => new toms.EncryptedTable(scope, id, TABLE),
    variants: {
      'with a region': (scope, id) => new toms.EncryptedTable(scope, id, { ...TABLE, region: 'eu-west-1' }),
      'with a replica and an index': (scope, id) => {
        const table = new toms.EncryptedTable(scope, id, { ...TABLE, replicaRegions: ['eu-west-1'] });
        table.addGlobalSecondaryIndex({ indexName: 'by-day', partitionKey: { name: 'day' } });
        return table;
      },
    },
  },
  ManagedSecret: {
    defaults: (scope, id) => new toms.ManagedSecret(scope, id, { rotationFunctionArn: ROTATION_FUNCTION }),
    variants: {
      'with replicas': (scope, id) =>
        new toms.ManagedSecret(scope, id, { rotationFunctionArn: ROTATION_FUNCTION, replicaRegions: ['eu-west-1'] }),
    },
  },
  AccountTrail: {
    defaults: (scope, id) =>
      new toms.AccountTrail(scope, id, { archive: new toms.AuditLogArchive(scope, `${id}Archive`) }),
    variants: {
      'with buckets': (scope, id) =>
        new toms.AccountTrail(scope, id, {
          archive: new toms.AuditLogArchive(scope, `${id}Archive`),
          dataEventBuckets: [new toms.EncryptedBucket(scope, 'Invoices')],
        }),
      'with an archive of another region': (scope, id) =>
        new toms.AccountTrail(scope, id, {
          archive: new toms.AuditLogArchive(scope, `${id}Archive`, { region: 'eu-west-1' }),
        }),
    },
  },
  OrganizationTrail: {
    defaults: (scope, id) =>
      new toms.OrganizationTrail(scope, id, { archive: new toms.AuditLogArchive(scope, `${id}Archive`) }),
  },
  AuditLogArchive: {
    defaults: (scope, id) => new toms.AuditLogArchive(scope, id),
    variants: {
      'with a region': (scope, id) => new toms.AuditLogArchive(scope, id, { region: 'eu-west-1' }),
      'with a key': (scope, id) =>
        new toms.AuditLogArchive(scope, id, { encryptionKey: new toms.RotatedKey(scope, 'Key') }),
    },
  },
  RetainedLogGroup: {
    defaults: (scope, id) => new toms.RetainedLogGroup(scope, id),
    variants: {
      'with a region': (scope, id) => new toms.RetainedLogGroup(scope, id, { region: 'eu-west-1' }),
      ...Object.fromEntries(
        Object.values(toms.DataClass).map((dataClass): [string, Make] => [
          `of ${dataClass} data`,
          (scope, id) => new toms.RetainedLogGroup(scope, id, { dataClass }),
        ])
      ),
      'with a key': (scope, id) =>
        new toms.RetainedLogGroup(scope, id, { encryptionKey: new toms.RotatedKey(scope, 'Key') }),
    },
  },
  MaskedLogs: {
    defaults: (scope, id) => new toms.MaskedLogs(scope, id),
    variants: {
      'of a log group': (scope, id) =>
        new toms.MaskedLogs(scope, id, { logGroup: new toms.RetainedLogGroup(scope, 'Logins') }),
    },
  },
  WebFirewall: {
    defaults: (scope, id) => new toms.WebFirewall(scope, id),
    variants: {
      'with a region': (scope, id) => new toms.WebFirewall(scope, id, { region: 'eu-west-1' }),
    },
  },
  HttpsLoadBalancer: {
    defaults: (scope, id) =>
      new toms.HttpsLoadBalancer(scope, id, {
        vpc: network(TerraformStack.of(scope)),
        certificates: [CERTIFICATE],
        internetFacing: true,
      }),
    variants: {
      internal: (scope, id) =>
        new toms.HttpsLoadBalancer(scope, id, {
          vpc: network(TerraformStack.of(scope)),
          certificates: [CERTIFICATE],
        }),
    },
  },
  NetworkTlsLoadBalancer: {
    defaults: (scope, id) => {
      const vpc = network(TerraformStack.of(scope));
      const balancer = new toms.NetworkTlsLoadBalancer(scope, id, { vpc, certificates: [CERTIFICATE] });
      balancer.addTargets('Targets');
      return balancer;
    },
  },
  TlsListener: {
    defaults: (scope, id) => {
      const certificates = [CERTIFICATE];
      const vpc = network(TerraformStack.of(scope));
      const loadBalancer = new toms.HttpsLoadBalancer(scope, 'LoadBalancer', { vpc, certificates });
      return new toms.TlsListener(scope, id, { loadBalancer, certificates, port: 8443 });
    },
  },
  EncryptedTargetGroup: {
    defaults: (scope, id) => new toms.EncryptedTargetGroup(scope, id, { vpc: network(TerraformStack.of(scope)) }),
  },
  TrustStore: {
    defaults: (scope, id) =>
      new toms.TrustStore(scope, id, {
        bucket: toms.EncryptedBucket.fromBucketName(scope, 'Authorities', 'acme-authorities'),
        objectKey: 'authorities.pem',
      }),
  },
  SecurityGroup: {
    defaults: (scope, id) => new toms.SecurityGroup(scope, id, { vpc: new toms.SegmentedVpc(scope, 'Network') }),
  },
  SegmentedVpc: {
    defaults: (scope, id) => new toms.SegmentedVpc(scope, id),
    variants: {
      'with a region': (scope, id) => new toms.SegmentedVpc(scope, id, { region: 'eu-west-1' }),
      'with IPv6 and NAT gateways': (scope, id) =>
        new toms.SegmentedVpc(scope, id, { ipv6: true, natGateways: toms.NatGateways.ONE_PER_ZONE }),
      'with an archive': (scope, id) =>
        new toms.SegmentedVpc(scope, id, { archive: new toms.AuditLogArchive(scope, 'Archive') }),
    },
  },
  RemoteAccessVpn: {
    defaults: (scope, id) => new toms.RemoteAccessVpn(scope, id, { vpc: privateNetwork(scope), ...REMOTE_ACCESS }),
    variants: {
      'with groups, within the network and beyond': (scope, id) => {
        const vpn = new toms.RemoteAccessVpn(scope, id, { vpc: privateNetwork(scope), ...REMOTE_ACCESS });
        vpn.allowGroup('operations', '10.0.0.0/16', 'operations to the network');
        vpn.allowGroup('operations', '10.20.0.0/16', 'operations to the peer');
        return vpn;
      },
      'with a portal and a split tunnel': (scope, id) =>
        new toms.RemoteAccessVpn(scope, id, {
          vpc: privateNetwork(scope),
          ...REMOTE_ACCESS,
          selfServiceSamlProviderArn: REMOTE_ACCESS.samlProviderArn,
          splitTunnel: true,
        }),
    },
  },
  BastionHost: {
    defaults: (scope, id) => new toms.BastionHost(scope, id, { vpc: new toms.SegmentedVpc(scope, 'Network') }),
    variants: {
      'with a region': (scope, id) =>
        new toms.BastionHost(scope, id, { vpc: privateNetwork(scope, { region: 'eu-west-1' }) }),
      'with a key and a topic': (scope, id) =>
        new toms.BastionHost(scope, id, {
          vpc: privateNetwork(scope),
          encryptionKey: new toms.RotatedKey(scope, 'Key'),
          alarmTopicArn: 'arn:aws:sns:eu-central-1:111122223333:security',
        }),
    },
  },
  EncryptedCache: {
    defaults: (scope, id) => new toms.EncryptedCache(scope, id, { vpc: network(TerraformStack.of(scope)) }),
    variants: {
      'with users': (scope, id) => {
        const cache = new toms.EncryptedCache(scope, id, { vpc: network(TerraformStack.of(scope)) });
        cache.addUser('Shop');
        cache.addUser('Reports', { readOnly: true });
        return cache;
      },
    },
  },
  EncryptedDatabase: {
    defaults: (scope, id) => new toms.EncryptedDatabase(scope, id, { vpc: network(TerraformStack.of(scope)) }),
    variants: Object.fromEntries(
      Object.entries(toms.DatabaseEngine).map(([name, engine]): [string, Make] => [
        `of ${name}`,
        (scope, id) => new toms.EncryptedDatabase(scope, id, { vpc: network(TerraformStack.of(scope)), engine }),
      ])
    ),
  },
  EncryptedFileSystem: {
    defaults: (scope, id) => new toms.EncryptedFileSystem(scope, id, { vpc: network(TerraformStack.of(scope)) }),
    variants: {
      'with an access point': (scope, id) => {
        const files = new toms.EncryptedFileSystem(scope, id, { vpc: network(TerraformStack.of(scope)) });
        files.addAccessPoint('Documents', { path: '/documents' });
        return files;
      },
      'with a replica': (scope, id) =>
        new toms.EncryptedFileSystem(scope, id, {
          vpc: network(TerraformStack.of(scope)),
          replicaRegion: 'eu-west-1',
        }),
    },
  },
  EncryptedVolume: {
    defaults: (scope, id) => new toms.EncryptedVolume(scope, id, VOLUME),
    variants: {
      'with an attachment': (scope, id) => {
        const volume = new toms.EncryptedVolume(scope, id, VOLUME);
        volume.attachTo('Search', { instanceId: 'i-0123456789abcdef0', deviceName: '/dev/sdf' });
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
  },
  EbsEncryptionByDefault: {
    defaults: (scope, id) => new toms.EbsEncryptionByDefault(scope, id),
    variants: {
      'with a region': (scope, id) => new toms.EbsEncryptionByDefault(scope, id, { region: 'eu-west-1' }),
    },
  },
  SearchDomain: {
    defaults: (scope, id) =>
      new toms.SearchDomain(scope, id, { vpc: network(TerraformStack.of(scope)), masterUserArn: MASTER_USER }),
    variants: {
      'of one node in each of three zones': (scope, id) =>
        new toms.SearchDomain(scope, id, {
          vpc: network(TerraformStack.of(scope), ['a', 'b', 'c']),
          masterUserArn: MASTER_USER,
        }),
    },
  },
  EncryptedStateBackend: {
    defaults: (scope, id) => new toms.EncryptedStateBackend(scope, id, STATE),
  },
};

/** The constructs that the package exports, found by what they are. */
export const EXPORTED = Object.entries(toms)
  .filter(([, value]) => typeof value === 'function' && value.prototype instanceof Construct)
  .map(([name]) => name)
  .sort();
