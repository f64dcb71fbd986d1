import { Construct, IConstruct } from 'constructs';
import { grant } from '../core/grant';
import { IGrantee } from '../core/grantee';
import { Conditions } from '../core/policy';
import { Connections, IConnectable } from '../network/connections';
import { Port } from '../network/port';
import { ISecurityGroup } from '../network/security-group';

/** A file system: one of this library's, or one that is already there. */
export interface IFileSystem extends IConstruct, IConnectable {
  /**
   * The id of the file system.
   *
   * @attribute
   */
  readonly fileSystemId: string;

  /**
   * The ARN of the file system.
   *
   * @attribute
   */
  readonly fileSystemArn: string;

  /** The port that its mount targets listen on. */
  readonly port: Port;

  /** Lets a role mount the file system and read, not as root. */
  grantRead(grantee: IGrantee): void;

  /** Lets a role mount the file system, read and write, not as root. */
  grantReadWrite(grantee: IGrantee): void;
}

/** A directory of a file system, and whom EFS takes everybody for who comes by it. */
export interface IAccessPoint extends IConstruct {
  /**
   * The id of the access point.
   *
   * @attribute
   */
  readonly accessPointId: string;

  /**
   * The ARN of the access point.
   *
   * @attribute
   */
  readonly accessPointArn: string;

  /** Lets a role mount this directory, and nothing else of the file system, and read. */
  grantRead(grantee: IGrantee): void;

  /** Lets a role mount this directory, and nothing else of the file system, read and write. */
  grantReadWrite(grantee: IGrantee): void;
}

/** What is known of a file system that is already there. */
export interface FileSystemAttributes {
  /** The id of the file system. */
  readonly fileSystemId: string;

  /** The ARN of the file system. */
  readonly fileSystemArn: string;

  /** The security group of its mount targets. */
  readonly securityGroup: ISecurityGroup;
}

const READ = ['elasticfilesystem:ClientMount'];
const WRITE = 'elasticfilesystem:ClientWrite';

/** What a role may do with a file system, by a mount target or only by one access point. Nobody becomes root by it. */
export function grantFiles(
  scope: IConstruct,
  grantee: IGrantee,
  name: 'Read' | 'ReadWrite',
  fileSystemArn: string,
  conditions?: Conditions
): void {
  const actions = name === 'Read' ? READ : [...READ, WRITE];
  grant(scope, grantee, name, [{ actions, resources: [fileSystemArn], conditions }]);
}

/**
 * What every file system can do: grants.
 * @internal
 */
export abstract class FileSystemBase extends Construct implements IFileSystem {
  public abstract readonly fileSystemId: string;
  public abstract readonly fileSystemArn: string;
  public abstract readonly connections: Connections;
  public readonly port: Port = Port.NFS;

  public grantRead(grantee: IGrantee): void {
    grantFiles(this, grantee, 'Read', this.fileSystemArn);
  }

  public grantReadWrite(grantee: IGrantee): void {
    grantFiles(this, grantee, 'ReadWrite', this.fileSystemArn);
  }
}

/** A file system that is already there. */
export class ImportedFileSystem extends FileSystemBase {
  public readonly fileSystemId: string;
  public readonly fileSystemArn: string;
  public readonly connections: Connections;

  constructor(scope: Construct, id: string, attributes: FileSystemAttributes) {
    super(scope, id);
    this.fileSystemId = attributes.fileSystemId;
    this.fileSystemArn = attributes.fileSystemArn;
    this.connections = attributes.securityGroup.connections;
  }
}
