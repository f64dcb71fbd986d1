import { Token } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { accountOf } from '../core/account';
import { refuse } from '../core/errors';
import { grant } from '../core/grant';
import { IGrantee } from '../core/grantee';
import { Connections, IConnectable } from '../network/connections';
import { Port } from '../network/port';
import { ISecurityGroup } from '../network/security-group';

/** A database: one of this library's, or one that is already there. */
export interface IDatabase extends IConstruct, IConnectable {
  /** The name by which clients reach it. */
  readonly endpointAddress: string;

  /** The port that it listens on. */
  readonly port: Port;

  /**
   * What IAM calls it: `cluster-…`, `db-…`, or `prx-…` for a proxy.
   *
   * @attribute
   */
  readonly resourceId: string;

  /** The ARN of the secret with the master user's password, where that is known. */
  readonly secretArn?: string;

  /**
   * Lets a role log in by IAM, as a user of the database. The user must be there, and be one that authenticates by IAM.
   *
   * @throws ValidationError where the user is no plain name: `*` would be every user.
   */
  grantConnect(grantee: IGrantee, databaseUser: string): void;
}

/** What is known of a database that is already there. */
export interface DatabaseAttributes {
  /** The name by which clients reach it. */
  readonly endpointAddress: string;

  /** The port that it listens on. */
  readonly port: Port;

  /** What IAM calls it: `cluster-…`, `db-…`, or `prx-…` for a proxy. */
  readonly resourceId: string;

  /** Its security group. */
  readonly securityGroup: ISecurityGroup;

  /**
   * The ARN of the secret with the master user's password.
   *
   * @default - it is not known
   */
  readonly secretArn?: string;

  /**
   * The region that it lies in.
   *
   * @default - the region of the stack's provider
   */
  readonly region?: string;
}

/**
 * What every database can do: grants.
 * @internal
 */
export abstract class DatabaseBase extends Construct implements IDatabase {
  public abstract readonly endpointAddress: string;
  public abstract readonly port: Port;
  public abstract readonly resourceId: string;
  public abstract readonly secretArn?: string;
  public abstract readonly connections: Connections;
  public abstract readonly region?: string;

  public grantConnect(grantee: IGrantee, databaseUser: string): void {
    if (Token.isUnresolved(databaseUser) || !/^\w[\w.@-]{0,62}$/.test(databaseUser)) {
      refuse(this, {
        prop: 'databaseUser',
        must: "must be the name of one user: letters, digits, '_', '.', '@' and '-', known when the program runs",
        value: databaseUser,
        measure: '3.1.1',
        fix: "write grantConnect(role, 'orders')",
      });
    }
    const { partition, id, region } = accountOf(this);
    const users = `arn:${partition}:rds-db:${this.region ?? region}:${id}:dbuser:${this.resourceId}`;
    const connect = { actions: ['rds-db:connect'], resources: [`${users}/${databaseUser}`] };
    grant(this, grantee, `ConnectAs-${databaseUser}`, [connect]);
  }
}

/** A database that is already there. */
export class ImportedDatabase extends DatabaseBase {
  public readonly endpointAddress: string;
  public readonly port: Port;
  public readonly resourceId: string;
  public readonly secretArn?: string;
  public readonly connections: Connections;
  public readonly region?: string;

  constructor(scope: Construct, id: string, attributes: DatabaseAttributes) {
    super(scope, id);
    this.endpointAddress = attributes.endpointAddress;
    this.port = attributes.port;
    this.resourceId = attributes.resourceId;
    this.secretArn = attributes.secretArn;
    this.connections = attributes.securityGroup.connections;
    this.region = attributes.region;
  }
}
