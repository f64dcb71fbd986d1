export { DataClass } from './core/data-class';
export { Environment } from './core/environment';
export { Effect, PolicyStatement } from './core/policy';
export { Posture, PostureProps } from './core/posture';
export { DataCategory, RetentionSchedule } from './core/retention-schedule';

export { Certificate } from './encryption/certificate';
export {
  CertificateAuthorityMode,
  CertificateAuthorityType,
  CertificateKeyAlgorithm,
  CertificateTemplate,
  IPrivateCertificateAuthority,
} from './encryption/certificate-authority';
export { CryptoProfile } from './encryption/crypto-profile';
export { IKey } from './encryption/key';
export {
  CertificateAuthorityAttributes,
  PrivateCertificateAuthority,
  PrivateCertificateAuthorityProps,
} from './encryption/private-certificate-authority';
export { HmacSpec, IPseudonymizationKey } from './encryption/pseudonymization';
export { PseudonymizationKey, PseudonymizationKeyProps } from './encryption/pseudonymization-key';
export { RotatedKey, RotatedKeyProps } from './encryption/rotated-key';
export { ITargetGroup, ITlsEndpoint, ITrustStore, LoadBalancerType } from './encryption/tls-endpoint';
export { AlpnPolicy, TlsListener, TlsListenerProps } from './encryption/tls-listener';
export { WorkloadIdentity, WorkloadIdentityProps } from './encryption/workload-identity';

export { BucketAttributes, EncryptedBucket, EncryptedBucketProps } from './storage/encrypted-bucket';
export { EncryptedQueue, EncryptedQueueProps, QueueAttributes } from './storage/encrypted-queue';
export { EncryptedStream, EncryptedStreamProps, StreamAttributes } from './storage/encrypted-stream';
export { EncryptedTable } from './storage/encrypted-table';
export { EncryptedTableProps, TableAttributes, TableClass } from './storage/encrypted-table-props';
export { EncryptedTopic, EncryptedTopicProps, TopicAttributes } from './storage/encrypted-topic';
export { EncryptedVolume, EncryptedVolumeProps, VolumeAttachmentOptions } from './storage/encrypted-volume';
export { IBucket } from './storage/bucket';
export { ManagedSecret, ManagedSecretProps, SecretAttributes } from './storage/managed-secret';
export { IQueue } from './storage/queue';
export { ISecret } from './storage/secret';
export { IStream } from './storage/stream';
export { ITable } from './storage/table';
export { AttributeType, GlobalSecondaryIndexProps, TableAttribute } from './storage/table-keys';
export { ITopic } from './storage/topic';
export { IVolume, VolumeAttributes } from './storage/volume';
export { VolumeType } from './storage/volume-type';

export { AccountTrail } from './logging/account-trail';
export {
  AuditLogArchive,
  AuditLogArchiveAttributes,
  AuditLogArchiveProps,
  IAuditLogArchive,
} from './logging/audit-log-archive';
export { DataIdentifier } from './logging/data-identifier';
export { MaskedLogs, MaskedLogsProps } from './logging/masked-logs';
export { OrganizationTrail } from './logging/organization-trail';
export { ILogGroup, LogType, RetainedLogGroup, RetainedLogGroupProps } from './logging/retained-log-group';
export { ITrail, TrailProps } from './logging/trail';

export { AwsService } from './network/aws-service';
export { Connections, IConnectable, ISecurityGroup } from './network/connections';
export {
  EncryptedTargetGroup,
  EncryptedTargetGroupOptions,
  EncryptedTargetGroupProps,
  TargetType,
} from './network/encrypted-target-group';
export { HttpsLoadBalancer, HttpsLoadBalancerProps } from './network/https-load-balancer';
export { ILoadBalancer, LoadBalancerAttributes, LoadBalancerProps } from './network/load-balancer';
export { NatGateways } from './network/gateways';
export { NetworkTlsLoadBalancer, NetworkTlsLoadBalancerProps } from './network/network-tls-load-balancer';
export { Peer } from './network/peer';
export { Port } from './network/port';
export { RemoteAccessVpn, RemoteAccessVpnProps } from './network/remote-access-vpn';
export { SecurityGroup, SecurityGroupProps } from './network/security-group';
export { SegmentedVpc } from './network/segmented-vpc';
export { SegmentedVpcProps, VpcEncryption } from './network/segmented-vpc-props';
export { TrustStore, TrustStoreProps } from './network/trust-store';
export { IVpc, Subnet, SubnetTier, VpcAttributes } from './network/vpc';
export { IWebFirewall, WebFirewall, WebFirewallProps } from './network/web-firewall';

export { BastionHost, BastionHostProps, ConnectOptions } from './identity/bastion-host';

export { AccessPointOptions } from './databases/access-point';
export { CacheAttributes, ICache, ICacheUser } from './databases/cache';
export { CacheUserOptions } from './databases/cache-user';
export { DatabaseAttributes, IDatabase } from './databases/database';
export { DatabaseEngine } from './databases/database-engine';
export { CacheEngine, EncryptedCache, EncryptedCacheProps } from './databases/encrypted-cache';
export { EncryptedDatabase } from './databases/encrypted-database';
export { EncryptedDatabaseProps } from './databases/encrypted-database-props';
export { EncryptedFileSystem, EncryptedFileSystemProps } from './databases/encrypted-file-system';
export { FileSystemAttributes, IAccessPoint, IFileSystem } from './databases/file-system';
export { ISearchDomain, SearchDomainAttributes } from './databases/search';
export { SearchDomain } from './databases/search-domain';
export { SearchDomainProps } from './databases/search-domain-props';

export { EbsEncryptionByDefault, EbsEncryptionByDefaultProps } from './baseline/ebs-encryption-by-default';
export { EncryptedStateBackend, EncryptedStateBackendProps } from './baseline/encrypted-state-backend';

export { Guardrails } from './enforcement/guardrails';
export { WaiverProps, Waivers } from './enforcement/waivers';
