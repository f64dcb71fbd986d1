export { DataClass } from './core/data-class';
export { Environment } from './core/environment';
export { Effect, PolicyStatement } from './core/policy';
export { Posture, PostureProps } from './core/posture';

export { IKey } from './encryption/key';
export { RotatedKey, RotatedKeyProps } from './encryption/rotated-key';

export { BucketAttributes, EncryptedBucket, EncryptedBucketProps } from './storage/encrypted-bucket';
export { IBucket } from './storage/bucket';

export { AccountTrail } from './logging/account-trail';
export {
  AuditLogArchive,
  AuditLogArchiveAttributes,
  AuditLogArchiveProps,
  IAuditLogArchive,
} from './logging/audit-log-archive';
export { OrganizationTrail } from './logging/organization-trail';
export { ILogGroup, LogType, RetainedLogGroup, RetainedLogGroupProps } from './logging/retained-log-group';
export { ITrail, TrailProps } from './logging/trail';

export { Connections, IConnectable, ISecurityGroup } from './network/connections';
export { Peer } from './network/peer';
export { Port } from './network/port';
export { SecurityGroup, SecurityGroupProps } from './network/security-group';
export { IVpc, Subnet, SubnetTier, VpcAttributes } from './network/vpc';
export { IWebFirewall, WebFirewall, WebFirewallProps } from './network/web-firewall';

export { EncryptedStateBackend, EncryptedStateBackendProps } from './baseline/encrypted-state-backend';

export { Guardrails } from './enforcement/guardrails';
export { WaiverProps, Waivers } from './enforcement/waivers';
