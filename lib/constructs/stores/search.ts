import { Construct, IConstruct } from 'constructs';
import { grant } from '../core/grant';
import { IGrantee } from '../core/grantee';
import { IdentityStatement } from '../core/policy';
import { Connections, IConnectable } from '../network/connections';
import { Port } from '../network/port';
import { ISecurityGroup } from '../network/security-group';

/** A search domain: one of this library's, or one that is already there. */
export interface ISearchDomain extends IConstruct, IConnectable {
  /**
   * The ARN of the domain.
   *
   * @attribute
   */
  readonly domainArn: string;

  /**
   * The name by which clients reach it, over HTTPS.
   *
   * @attribute
   */
  readonly domainEndpoint: string;

  /** The port that it listens on. */
  readonly port: Port;

  /** Lets a role send requests that read: GET, HEAD, and searches by POST. To which indices, the domain decides, by what the role is mapped to there. */
  grantRead(grantee: IGrantee): void;

  /** Lets a role send requests that write: POST, PUT, PATCH and DELETE. To which indices, the domain decides, by what the role is mapped to there. */
  grantWrite(grantee: IGrantee): void;

  /** Lets a role send requests that read and write. To which indices, the domain decides, by what the role is mapped to there. */
  grantReadWrite(grantee: IGrantee): void;
}

/** What is known of a search domain that is already there. */
export interface SearchDomainAttributes {
  /** The ARN of the domain. */
  readonly domainArn: string;

  /** The name by which clients reach it, without `https://`. */
  readonly domainEndpoint: string;

  /** Its security group. */
  readonly securityGroup: ISecurityGroup;
}

/** What only reads, and clients send by POST: a query may be too long for an address. */
const SEARCHES = ['_search', '_msearch', '_count', '_mget'];

/**
 * What every search domain can do: grants.
 * @internal
 */
export abstract class SearchDomainBase extends Construct implements ISearchDomain {
  public abstract readonly domainArn: string;
  public abstract readonly domainEndpoint: string;
  public abstract readonly connections: Connections;
  public readonly port: Port = Port.HTTPS;

  public grantRead(grantee: IGrantee): void {
    grant(this, grantee, 'Read', this.reads());
  }

  public grantWrite(grantee: IGrantee): void {
    grant(this, grantee, 'Write', this.writes());
  }

  public grantReadWrite(grantee: IGrantee): void {
    grant(this, grantee, 'ReadWrite', [...this.reads(), ...this.writes()]);
  }

  private reads(): IdentityStatement[] {
    const { domainArn } = this;
    const searches = SEARCHES.flatMap((path) => [`${domainArn}/${path}`, `${domainArn}/*/${path}`]);
    return [
      { actions: ['es:ESHttpGet', 'es:ESHttpHead'], resources: [`${domainArn}/*`] },
      { actions: ['es:ESHttpPost'], resources: searches },
    ];
  }

  private writes(): IdentityStatement[] {
    const actions = ['es:ESHttpDelete', 'es:ESHttpPatch', 'es:ESHttpPost', 'es:ESHttpPut'];
    return [{ actions, resources: [`${this.domainArn}/*`] }];
  }
}

/** A search domain that is already there. */
export class ImportedSearchDomain extends SearchDomainBase {
  public readonly domainArn: string;
  public readonly domainEndpoint: string;
  public readonly connections: Connections;

  constructor(scope: Construct, id: string, attributes: SearchDomainAttributes) {
    super(scope, id);
    this.domainArn = attributes.domainArn;
    this.domainEndpoint = attributes.domainEndpoint;
    this.connections = attributes.securityGroup.connections;
  }
}
