import { Construct } from 'constructs';
import { EfsBackupPolicy } from '@cdktf/provider-aws/lib/efs-backup-policy';
import { EfsFileSystem } from '@cdktf/provider-aws/lib/efs-file-system';
import { EfsFileSystemPolicy } from '@cdktf/provider-aws/lib/efs-file-system-policy';
import { EfsMountTarget } from '@cdktf/provider-aws/lib/efs-mount-target';
import { EfsReplicationConfiguration } from '@cdktf/provider-aws/lib/efs-replication-configuration';
import { DataClass } from '../../toms/data-class';
import { refuse } from '../core/errors';
import { Effect, PolicyStatement, policyText } from '../core/policy';
import { Posture } from '../core/posture';
import { providerRegion } from '../core/provider-region';
import { requireRegion } from '../core/region';
import { IKey } from '../encryption/key';
import { sharedKey } from '../encryption/shared-key';
import { StoreProps, openStore } from '../encryption/store';
import { Connections } from '../network/connections';
import { SecurityGroup } from '../network/security-group';
import { IVpc } from '../network/vpc';
import { VpcEncryptionExclusion, requireAllowed } from '../network/vpc-encryption';
import { AccessPoint, AccessPointOptions } from './access-point';
import { dataSubnets } from './data-subnets';
import { FileSystemAttributes, FileSystemBase, IAccessPoint, IFileSystem, ImportedFileSystem } from './file-system';

/** Where a file system stands, and who keeps its copies. */
export interface EncryptedFileSystemProps extends StoreProps {
  /** The network. There is a mount target in each of its data subnets, of which there must be some in two zones. */
  readonly vpc: IVpc;

  /**
   * The region that receives a copy of every change, within the residency. The copy is encrypted under the key that the stores of the stack
   * share in that region, and nobody can write to it.
   *
   * @default - none: the files stay in one region
   */
  readonly replicaRegion?: string;
}

/**
 * A shared file system (TOM 1.1.1, 1.2.1, 3.1.1, 3.3.1, 4.1): EFS, encrypted under a key of your own, mounted only over TLS and only by roles, over the
 * zones of the network, and backed up every day.
 *
 * ```ts
 * const files = new EncryptedFileSystem(this, 'Files', { vpc });
 * application.connections.allowTo(files, files.port);
 * files.addAccessPoint('Documents', { path: '/documents' }).grantReadWrite(role);
 * ```
 *
 * @see https://docs.aws.amazon.com/efs/latest/ug/security-considerations.html
 */
export class EncryptedFileSystem extends FileSystemBase {
  /** A file system that is already there. Nothing about it is checked. */
  public static fromFileSystemAttributes(scope: Construct, id: string, attributes: FileSystemAttributes): IFileSystem {
    return new ImportedFileSystem(scope, id, attributes);
  }

  /** The file system itself. */
  public readonly resource: EfsFileSystem;
  /**
   * The id of the file system.
   *
   * @attribute
   */
  public readonly fileSystemId: string;
  /**
   * The ARN of the file system.
   *
   * @attribute
   */
  public readonly fileSystemArn: string;
  public readonly connections: Connections;
  /** The security group of its mount targets. */
  public readonly securityGroup: SecurityGroup;
  /** One in each data subnet. */
  public readonly mountTargets: EfsMountTarget[];
  /** The key that encrypts it. */
  public readonly encryptionKey: IKey;

  private readonly region?: string;
  private readonly tags: { [key: string]: string };

  /**
   * @throws ValidationError where the network has data subnets in only one zone, the key is of another region, the replica lies in the same region or
   * outside the residency, or encryption, zones, backups or the policy are given up.
   */
  constructor(scope: Construct, id: string, props: EncryptedFileSystemProps) {
    super(scope, id);
    const { vpc, replicaRegion } = props;
    const opening = { refused: REFUSED, region: vpc.region, creatorUsesKey: true };
    const { posture, dataClass, key, region, tags } = openStore(this, props, opening);
    requireAllowed(this, vpc, 'file systems', VpcEncryptionExclusion.FILE_SYSTEMS);
    const subnetIds = dataSubnets(this, vpc, 'file system');
    this.requireReplica(replicaRegion, vpc, posture, dataClass);

    this.encryptionKey = key;
    this.region = region;
    this.tags = tags;
    this.securityGroup = new SecurityGroup(this, 'SecurityGroup', { vpc, dataClass, tags: props.tags });
    this.connections = this.securityGroup.connections;
    this.resource = new EfsFileSystem(this, 'Resource', {
      encrypted: true,
      kmsKeyId: this.encryptionKey.keyArn,
      region,
      tags,
      lifecycle: posture.isEphemeral ? undefined : { preventDestroy: true },
    });
    this.node.defaultChild = this.resource;
    this.fileSystemId = this.resource.id;
    this.fileSystemArn = this.resource.arn;
    const fileSystemId = this.fileSystemId;
    const policy = new EfsFileSystemPolicy(this, 'Policy', {
      fileSystemId,
      policy: policyText(this, 'fileSystem', statementsOf(this.fileSystemArn)),
      region,
    });
    const securityGroups = [this.securityGroup.securityGroupId];
    this.mountTargets = subnetIds.map(
      (subnetId, at) =>
        new EfsMountTarget(this, `MountTarget${at + 1}`, {
          fileSystemId,
          subnetId,
          securityGroups,
          region,
          // Without a policy EFS lets in anyone who reaches a mount target.
          dependsOn: [policy],
        })
    );
    new EfsBackupPolicy(this, 'BackupPolicy', { fileSystemId, backupPolicy: { status: 'ENABLED' }, region });
    if (replicaRegion !== undefined) {
      const kmsKeyId = sharedKey(this, dataClass, replicaRegion).keyArn;
      new EfsReplicationConfiguration(this, 'Replication', {
        sourceFileSystemId: fileSystemId,
        destination: { region: replicaRegion, kmsKeyId },
        region,
      });
    }
  }

  /**
   * Opens a directory to those whom its grants name. Everybody who comes by it is one user, who owns what is written.
   *
   * @throws ValidationError where the directory is the root, or the user or group is root.
   */
  public addAccessPoint(id: string, options: AccessPointOptions): IAccessPoint {
    const { fileSystemId, fileSystemArn, region, tags } = this;
    return new AccessPoint(this, id, options, { fileSystemId, fileSystemArn, region, tags });
  }

  private requireReplica(replicaRegion: string | undefined, vpc: IVpc, posture: Posture, dataClass: DataClass): void {
    requireRegion(this, replicaRegion, posture, dataClass);
    if (replicaRegion === undefined || replicaRegion !== (vpc.region ?? providerRegion(this))) return;
    refuse(this, {
      prop: 'replicaRegion',
      must: 'must be another region than that of the network',
      value: replicaRegion,
      measure: '4.2',
      fix: 'write another region of the residency, or leave it out',
    });
  }
}

/** Only denials: who may mount is left to the policies of roles, and nobody comes without a role. */
function statementsOf(fileSystemArn: string): PolicyStatement[] {
  const denied = { effect: Effect.DENY, principals: { AWS: ['*'] }, resources: [fileSystemArn] };
  return [
    {
      ...denied,
      sid: 'DenyPlainTransport',
      actions: ['*'],
      conditions: { Bool: { 'aws:SecureTransport': ['false'] } },
    },
    {
      ...denied,
      sid: 'DenyOutsideMountTargets',
      actions: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite', 'elasticfilesystem:ClientRootAccess'],
      conditions: { Bool: { 'elasticfilesystem:AccessedViaMountTarget': ['false'] } },
    },
  ];
}

const ENCRYPTED = {
  must: 'must not be set: files are always encrypted',
  measure: '1.2.1',
  fix: 'write encryptionKey for a key of your own, or leave it out',
};
const REDUNDANT = {
  must: 'must not be set: a file system of one zone is lost with it',
  measure: '3.3.1',
  fix: 'leave it out: the files are kept in every zone of the region, and mounted in those of the network',
};
const BACKED_UP = {
  must: 'must not be set: the files are always backed up',
  measure: '4.1',
  fix: 'leave it out',
};
const CLOSED = {
  must: 'must not be set: the policy admits only TLS, and nobody without a role',
  measure: '3.1.1',
  fix: 'leave it out, and call grantRead or grantReadWrite',
};
const PRIVATE = {
  must: 'must not be set: mount targets stand in the data subnets',
  measure: '3.3.4',
  fix: 'leave it out, and name who may connect by connections.allowFrom',
};

const REFUSED = {
  encrypted: ENCRYPTED,
  kmsKeyId: ENCRYPTED,
  availabilityZoneName: REDUNDANT,
  oneZone: REDUNDANT,
  backupPolicy: BACKED_UP,
  enableAutomaticBackups: BACKED_UP,
  policy: CLOSED,
  fileSystemPolicy: CLOSED,
  allowAnonymousAccess: CLOSED,
  vpcSubnets: PRIVATE,
  subnetIds: PRIVATE,
};
