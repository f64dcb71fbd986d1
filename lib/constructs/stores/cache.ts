import { Construct, IConstruct } from 'constructs';
import { IGrantee } from '../core/grantee';
import { Connections, IConnectable } from '../network/connections';
import { Port } from '../network/port';
import { ISecurityGroup } from '../network/security-group';

/** A cache: one of this library's, or one that is already there. */
export interface ICache extends IConstruct, IConnectable {
  /** The name by which clients reach the node that takes writes. */
  readonly endpointAddress: string;

  /** The port that it listens on. */
  readonly port: Port;
}

/** A user of a cache, who authenticates by IAM. */
export interface ICacheUser extends IConstruct {
  /** The name to log in by. */
  readonly userName: string;

  /** Lets a role log in as this user. */
  grantConnect(grantee: IGrantee): void;
}

/** What is known of a cache that is already there. */
export interface CacheAttributes {
  /** The name by which clients reach the node that takes writes. */
  readonly endpointAddress: string;

  /** Its security group. */
  readonly securityGroup: ISecurityGroup;

  /**
   * The port that it listens on.
   *
   * @default Port.REDIS
   */
  readonly port?: Port;
}

/** A cache that is already there. */
export class ImportedCache extends Construct implements ICache {
  public readonly endpointAddress: string;
  public readonly port: Port;
  public readonly connections: Connections;

  constructor(scope: Construct, id: string, attributes: CacheAttributes) {
    super(scope, id);
    this.endpointAddress = attributes.endpointAddress;
    this.port = attributes.port ?? Port.REDIS;
    this.connections = attributes.securityGroup.connections;
  }
}
