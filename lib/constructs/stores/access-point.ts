import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { EfsAccessPoint } from '@cdktf/provider-aws/lib/efs-access-point';
import { refuse } from '../core/errors';
import { IGrantee } from '../core/grantee';
import { Conditions } from '../core/policy';
import { requireWholeNumber } from '../core/require';
import { IAccessPoint, grantFiles } from './file-system';

const MEASURE = '3.1.1';

/** The owner may do everything, the group may read, and others nothing. */
const PERMISSIONS = '0750';

/** The id of a user or group. */
const ID = { min: 1, max: 2 ** 32 - 1, because: ': 0 is root, who may do everything', measure: MEASURE, example: 1000 };

/** The directory of an access point, and whom everybody is taken for who comes by it. */
export interface AccessPointOptions {
  /** The directory, which is made where it is not there: `/documents`. */
  readonly path: string;

  /**
   * The id of the user who owns the directory and all that is written. Not 0, who is root.
   *
   * @default 1000
   */
  readonly uid?: number;

  /**
   * The id of the user's group. Not 0, which is that of root.
   *
   * @default 1000
   */
  readonly gid?: number;
}

/** Where an access point belongs. */
export interface AccessPointContext {
  readonly fileSystemId: string;
  readonly fileSystemArn: string;
  readonly region?: string;
  readonly tags: { [key: string]: string };
}

/** A directory of a file system, and whom EFS takes everybody for who comes by it. */
export class AccessPoint extends Construct implements IAccessPoint {
  public readonly resource: EfsAccessPoint;
  public readonly accessPointId: string;
  public readonly accessPointArn: string;
  private readonly fileSystemArn: string;

  constructor(scope: Construct, id: string, options: AccessPointOptions, context: AccessPointContext) {
    super(scope, id);
    const { path, uid = 1000, gid = 1000 } = options;
    this.requirePath(path);
    for (const [prop, value] of Object.entries({ uid, gid })) requireWholeNumber(this, prop, value, ID);
    this.fileSystemArn = context.fileSystemArn;
    this.resource = new EfsAccessPoint(this, 'Resource', {
      fileSystemId: context.fileSystemId,
      posixUser: { uid, gid },
      rootDirectory: { path, creationInfo: { ownerUid: uid, ownerGid: gid, permissions: PERMISSIONS } },
      region: context.region,
      tags: context.tags,
    });
    this.node.defaultChild = this.resource;
    this.accessPointId = this.resource.id;
    this.accessPointArn = this.resource.arn;
  }

  public grantRead(grantee: IGrantee): void {
    grantFiles(this, grantee, 'Read', this.fileSystemArn, this.only);
  }

  public grantReadWrite(grantee: IGrantee): void {
    grantFiles(this, grantee, 'ReadWrite', this.fileSystemArn, this.only);
  }

  private get only(): Conditions {
    return { StringEquals: { 'elasticfilesystem:AccessPointArn': [this.accessPointArn] } };
  }

  private requirePath(path: string): void {
    if (!Token.isUnresolved(path) && /^(?:\/(?!\.{1,2}(?:\/|$))[\w.-]{1,100}){1,4}$/.test(path)) return;
    refuse(this, {
      prop: 'path',
      must: "must be a directory below the root, up to four deep, of letters, digits, '_', '.' and '-', known when the program runs",
      value: path,
      measure: MEASURE,
      fix: "write path: '/documents'",
    });
  }
}
