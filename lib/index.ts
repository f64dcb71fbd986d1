import './toms/require-installation';

export { DataClass } from './toms/data-class';
export { Environment } from './toms/environment';
export { Effect, PolicyStatement } from './constructs/core/policy';
export { Grantee, IGrantee } from './constructs/core/grantee';
export { Posture, PostureProps } from './constructs/core/posture';
export { ClassifiedProps, RegionalProps, TaggedProps } from './constructs/core/props';
export { AllowServiceOptions, ServiceAccess } from './constructs/core/service-access';
export { DataCategory, RetentionSchedule } from './constructs/core/retention-schedule';

export { Certificate } from './constructs/encryption/certificate';
export {
  CertificateAuthorityMode,
  CertificateAuthorityType,
  CertificateKeyAlgorithm,
  CertificateTemplate,
  IPrivateCertificateAuthority,
} from './constructs/encryption/certificate-authority';
export { CryptoProfile } from './constructs/encryption/crypto-profile';
export { IKey } from './constructs/encryption/key';
export { KmsKeyProps } from './constructs/encryption/kms-key';
export {
  CertificateAuthorityAttributes,
  PrivateCertificateAuthority,
  PrivateCertificateAuthorityProps,
} from './constructs/encryption/private-certificate-authority';
export { HmacSpec, IPseudonymizationKey } from './constructs/encryption/pseudonymization';
export { PseudonymizationKey, PseudonymizationKeyProps } from './constructs/encryption/pseudonymization-key';
export { RotatedKey, RotatedKeyProps } from './constructs/encryption/rotated-key';
export { StoreProps } from './constructs/encryption/store';
export { ITargetGroup, ITlsEndpoint, ITrustStore, LoadBalancerType } from './constructs/encryption/tls-endpoint';
export { AlpnPolicy, TlsListener, TlsListenerProps } from './constructs/encryption/tls-listener';
export { WorkloadIdentity, WorkloadIdentityProps } from './constructs/encryption/workload-identity';

export { AllowServiceOnBucketOptions } from './constructs/stores/buckets/bucket-services';
export { BucketAttributes, EncryptedBucket, EncryptedBucketProps } from './constructs/stores/buckets/encrypted-bucket';
export { EncryptedQueue, EncryptedQueueProps, QueueAttributes } from './constructs/stores/encrypted-queue';
export { EncryptedStream, EncryptedStreamProps, StreamAttributes } from './constructs/stores/encrypted-stream';
export { EncryptedTable, EncryptedTableProps, TableAttributes, TableClass } from './constructs/stores/encrypted-table';
export { EncryptedTopic, EncryptedTopicProps, TopicAttributes } from './constructs/stores/encrypted-topic';
export { EncryptedVolume, EncryptedVolumeProps, VolumeAttachmentOptions } from './constructs/stores/encrypted-volume';
export { IBucket } from './constructs/stores/buckets/bucket';
export { ObjectLockMode } from './constructs/stores/buckets/object-lock-mode';
export { ManagedSecret, ManagedSecretProps, SecretAttributes } from './constructs/stores/managed-secret';
export { IQueue } from './constructs/stores/queue';
export { ISecret } from './constructs/stores/secret';
export { IStream } from './constructs/stores/stream';
export { ITable } from './constructs/stores/table';
export { AttributeType, GlobalSecondaryIndexProps, TableAttribute } from './constructs/stores/table-keys';
export { ITopic } from './constructs/stores/topic';
export { IVolume, VolumeAttributes } from './constructs/stores/volume';
export { VolumeType } from './constructs/stores/volume-type';

export { AccountTrail } from './constructs/logging/account-trail';
export {
  AuditLogArchive,
  AuditLogArchiveAttributes,
  AuditLogArchiveProps,
  IAuditLogArchive,
} from './constructs/logging/audit-log-archive';
export { ConfigDelivery, ConfigDeliveryProps } from './constructs/logging/config-delivery';
export { DataIdentifier } from './constructs/logging/data-identifier';
export { MaskedLogs, MaskedLogsProps } from './constructs/logging/masked-logs';
export { OrganizationTrail } from './constructs/logging/organization-trail';
export { ILogGroup, LogType, RetainedLogGroup, RetainedLogGroupProps } from './constructs/logging/retained-log-group';
export { ITrail, TrailProps } from './constructs/logging/trail';

export { AwsService, AwsServiceOptions } from './constructs/network/aws-service';
export { Connections, IConnectable } from './constructs/network/connections';
export { ISecurityGroup } from './constructs/network/security-group';
export {
  EncryptedTargetGroup,
  EncryptedTargetGroupOptions,
  EncryptedTargetGroupProps,
  TargetType,
} from './constructs/network/encrypted-target-group';
export { HttpsLoadBalancer, HttpsLoadBalancerProps } from './constructs/network/https-load-balancer';
export { ILoadBalancer, LoadBalancerAttributes, LoadBalancerProps } from './constructs/network/load-balancer';
export { NatGateways } from './constructs/network/gateways';
export { NetworkTlsLoadBalancer, NetworkTlsLoadBalancerProps } from './constructs/network/network-tls-load-balancer';
export { Peer } from './constructs/network/peer';
export { Port } from './constructs/network/port';
export { RemoteAccessVpn, RemoteAccessVpnProps } from './constructs/network/remote-access-vpn';
export { SecurityGroup, SecurityGroupProps } from './constructs/network/security-group';
export { BlockPublicAccess } from './constructs/network/block-public-access';
export { SegmentedVpc } from './constructs/network/segmented-vpc';
export { SegmentedVpcProps } from './constructs/network/segmented-vpc-props';
export { VpcEncryption, VpcEncryptionExclusion } from './constructs/network/vpc-encryption';
export { TrustStore, TrustStoreProps } from './constructs/network/trust-store';
export { IVpc, Subnet, SubnetTier, VpcAttributes } from './constructs/network/vpc';
export { IWebFirewall, WebAclScope } from './constructs/network/web-acl';
export { WebFirewall, WebFirewallProps } from './constructs/network/web-firewall';

export { BastionHost } from './constructs/identity/bastion-host';
export { BastionHostProps, ConnectOptions } from './constructs/identity/bastion-host-props';
export { DeployIdentity, GithubIdentityOptions, GitlabIdentityOptions } from './constructs/identity/deploy-identity';
export { DeployRole, DeployRoleProps, DeployStatement } from './constructs/identity/deploy-role';
export { IUserDirectory } from './constructs/identity/directory';
export { IDirectoryClient } from './constructs/identity/directory-client';
export { TrustPolicy } from './constructs/identity/trust-policy';
export { WorkforceAccess, WorkforceAccessProps } from './constructs/identity/workforce-access';
export { UserDirectory } from './constructs/identity/user-directory';
export {
  DirectoryClientOptions,
  DirectoryDomainOptions,
  DirectoryEmail,
  UserDirectoryProps,
} from './constructs/identity/user-directory-props';

export { AccessPointOptions } from './constructs/stores/access-point';
export { CacheAttributes, ICache, ICacheUser } from './constructs/stores/cache';
export { CacheUserOptions } from './constructs/stores/cache-user';
export { DatabaseAttributes, IDatabase } from './constructs/stores/database';
export { DatabaseEngine } from './constructs/stores/database-engine';
export { DatabaseProxyOptions } from './constructs/stores/database-proxy';
export { DatabaseReaderOptions } from './constructs/stores/database-reader';
export { DatabaseReplicaOptions } from './constructs/stores/database-replica';
export { CacheEngine, EncryptedCache, EncryptedCacheProps } from './constructs/stores/encrypted-cache';
export { EncryptedDatabase } from './constructs/stores/encrypted-database';
export { EncryptedDatabaseProps } from './constructs/stores/encrypted-database-props';
export { EncryptedFileSystem, EncryptedFileSystemProps } from './constructs/stores/encrypted-file-system';
export { FileSystemAttributes, IAccessPoint, IFileSystem } from './constructs/stores/file-system';
export { ISearchDomain, SearchDomainAttributes } from './constructs/stores/search';
export { SearchDomain, SearchDomainProps } from './constructs/stores/search-domain';

export { EbsEncryptionByDefault, EbsEncryptionByDefaultProps } from './constructs/encryption/ebs-encryption-by-default';
export { ICluster } from './constructs/compute/cluster';
export { ContainerCluster, ContainerClusterProps } from './constructs/compute/container-cluster';
export { ContainerImage } from './constructs/compute/container-image';
export { ContainerRepository, ContainerRepositoryProps } from './constructs/compute/container-repository';
export { ContainerService } from './constructs/compute/container-service';
export { ContainerServiceProps, ScaledTaskProps } from './constructs/compute/container-service-props';
export { ContainerTaskProps, CpuArchitecture } from './constructs/compute/container-task-props';
export { IFunction } from './constructs/compute/function';
export { FunctionCode } from './constructs/compute/function-code';
export { HardenedInstanceGroup } from './constructs/compute/hardened-instance-group';
export { HardenedInstanceGroupProps } from './constructs/compute/hardened-instance-group-props';
export { IInstanceGroup, InstanceGroupAttributes } from './constructs/compute/instance-group';
export {
  IKubernetesCluster,
  KubernetesAccess,
  KubernetesAccessOptions,
  PodRoleOptions,
} from './constructs/compute/kubernetes';
export { KubernetesCluster, KubernetesClusterProps } from './constructs/compute/kubernetes-cluster';
export { MachineImage } from './constructs/compute/machine-image';
export { QueueWorker, QueueWorkerProps } from './constructs/compute/queue-worker';
export { IRepository } from './constructs/compute/repository';
export { ScheduledTask, ScheduledTaskProps } from './constructs/compute/scheduled-task';
export { QueueSourceOptions, SecureFunction, SecureFunctionProps } from './constructs/compute/secure-function';
export { TaskSchedule } from './constructs/compute/task-schedule';

export { IEventBus } from './constructs/integration/bus';
export { EventArchiveOptions, EventBus, EventBusProps } from './constructs/integration/event-bus';
export { EventPattern } from './constructs/integration/event-pattern';
export { IEventRule } from './constructs/integration/event-rule';
export { EventTarget } from './constructs/integration/event-target';
export { IStateMachine } from './constructs/integration/machine';
export { StateMachine, StateMachineProps } from './constructs/integration/state-machine';

export { IApi } from './constructs/edge/api';
export { ApiAuthorizer, FunctionAuthorizerOptions, JwtAuthorizerOptions } from './constructs/edge/api-authorizer';
export { ApiTrustStoreOptions } from './constructs/edge/api-domain';
export { ApiTarget } from './constructs/edge/api-target';
export { HttpApi } from './constructs/edge/http-api';
export { CorsOptions, HttpApiProps, HttpRouteOptions } from './constructs/edge/http-api-props';
export { IHttpRoute } from './constructs/edge/http-route';
export { ApiGatewayAccount } from './constructs/edge/api-gateway-account';
export { RestApi } from './constructs/edge/rest-api';
export { RestApiProps, RestRouteOptions } from './constructs/edge/rest-api-props';
export { IRestRoute } from './constructs/edge/rest-route';
export { DnsZone, DnsZoneProps } from './constructs/edge/dns-zone';
export { ManagedCertificate, ManagedCertificateProps, TlsKeyAlgorithm } from './constructs/edge/managed-certificate';
export { SecurityTxtOptions } from './constructs/edge/security-txt';
export { IWebDistribution } from './constructs/edge/distribution';
export { WebDistribution } from './constructs/edge/web-distribution';
export { PriceClass, ViewerTls, WebDistributionProps } from './constructs/edge/web-distribution-props';
export { WebOrigin } from './constructs/edge/web-origin';
export { DnsAliasOptions, IDnsZone } from './constructs/edge/zone';
export { AlarmSubscriber } from './constructs/monitoring/alarm-subscriber';
export { AlarmTopic, AlarmTopicProps } from './constructs/monitoring/alarm-topic';
export { Alarms, AlarmsProps } from './constructs/monitoring/alarms';
export { ApiAlarmOptions } from './constructs/monitoring/api-alarms';
export { CacheAlarmOptions } from './constructs/monitoring/cache-alarms';
export { DatabaseAlarmOptions } from './constructs/monitoring/database-alarms';
export { FunctionAlarmOptions } from './constructs/monitoring/function-alarms';
export { LoadBalancerAlarmOptions } from './constructs/monitoring/load-balancer-alarms';
export { QueueAlarmOptions } from './constructs/monitoring/queue-alarms';
export { StateMachineAlarmOptions } from './constructs/monitoring/state-machine-alarms';
export { TableAlarmOptions } from './constructs/monitoring/table-alarms';
export { AccountBaseline, AccountBaselineProps } from './constructs/account/account-baseline';
export { OrganizationGuardrails, OrganizationGuardrailsProps } from './constructs/account/organization-guardrails';
export { OrganizationService } from './constructs/account/organization-service';
export { SecurityContact } from './constructs/account/security-contact';
export { ChangeDetection, ChangeDetectionProps } from './constructs/assurance/change-detection';
export { DataDiscovery, DataDiscoveryProps } from './constructs/assurance/data-discovery';
export { FindingTracker } from './constructs/assurance/finding-tracker';
export { RemediationDays } from './constructs/assurance/remediation-days';
export { VulnerabilityProgramme, VulnerabilityProgrammeProps } from './constructs/assurance/vulnerability-programme';
export { BackupPlanOptions, BackupProgrammeProps } from './constructs/recovery/backup-programme-props';
export { BackupProgramme } from './constructs/recovery/backup-programme';
export { BackupSource } from './constructs/recovery/backup-source';
export { RecoveryObjectives, RecoveryObjectivesProps } from './constructs/recovery/recovery-objectives';
export { RestoreTest, RestoreTestProps } from './constructs/recovery/restore-test';
export { VaultLock } from './constructs/recovery/vault-lock';

export { EncryptedStateBackend, EncryptedStateBackendProps } from './constructs/stores/encrypted-state-backend';

export { Guardrails } from './enforcement/guardrails';
export {
  Demands,
  Enforcement,
  GuardrailsOptions,
  ReportFile,
  ReportFormat,
  Severity,
  Undetermined,
} from './enforcement/options';
export {
  AuditReportKind,
  AuditReportProps,
  ExceptionsRead,
  OrganizationProps,
  OrganizationRole,
  RecordCount,
  RecordDocument,
  RecordProps,
  Records,
} from './enforcement/records';
export { WaiverProps, Waivers } from './enforcement/waivers';
