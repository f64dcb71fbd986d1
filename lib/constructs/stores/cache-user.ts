import { Construct } from 'constructs';
import { Token } from 'cdktf';
import { ElasticacheUser } from '@cdktf/provider-aws/lib/elasticache-user';
import { refuse, refuseProps } from '../core/errors';
import { grant } from '../core/grant';
import { IGrantee } from '../core/grantee';
import { shortName } from '../core/names';
import { Posture } from '../core/posture';
import { ICacheUser } from './cache';

/** Valkey takes users of either engine, Redis only those of its own, and only they can be disabled without a password. */
export const USER_ENGINE = 'redis';

/** The longest id that ElastiCache takes. */
const MAX_CHARACTERS = 40;

/** What a user of a cache may do. */
export interface CacheUserOptions {
  /**
   * The keys that it may reach: `cart:*`.
   *
   * @default - all of them
   */
  readonly keyPattern?: string;

  /**
   * Whether it only reads.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

/** Where a user belongs. */
export interface CacheUserContext {
  readonly cacheArn: string;
  readonly region?: string;
  readonly tags: { [key: string]: string };
}

/** A user who authenticates by IAM, and may neither administrate the cache nor empty it. */
export class CacheUser extends Construct implements ICacheUser {
  public readonly resource: ElasticacheUser;
  public readonly userName: string;
  private readonly arns: string[];

  constructor(scope: Construct, id: string, options: CacheUserOptions, context: CacheUserContext) {
    super(scope, id);
    // Passwords are secrets, and must not stand in a message.
    if ((options as { passwords?: unknown }).passwords !== undefined) refuse(this, { prop: 'passwords', ...BY_IAM });
    refuseProps(this, options, REFUSED);
    const { keyPattern = '*', readOnly = false } = options;
    if (Token.isUnresolved(keyPattern) || !/^[^\s~>]+$/.test(keyPattern)) {
      refuse(this, {
        prop: 'keyPattern',
        must: "must be one pattern without spaces, '~' and '>', known when the program runs",
        value: keyPattern,
        measure: '3.1.1',
        fix: "write keyPattern: 'cart:*'",
      });
    }
    const { region, tags } = context;
    // With IAM, the name of a user is its id, which is taken once an account and region.
    this.userName = shortName(this, Posture.of(this), MAX_CHARACTERS);
    this.resource = new ElasticacheUser(this, 'Resource', {
      userId: this.userName,
      userName: this.userName,
      engine: USER_ENGINE,
      accessString: `on ~${keyPattern} ${readOnly ? '-@all +@read +@connection' : '+@all -@admin -@dangerous'}`,
      authenticationMode: { type: 'iam' },
      region,
      tags,
    });
    this.node.defaultChild = this.resource;
    this.arns = [context.cacheArn, this.resource.arn];
  }

  public grantConnect(grantee: IGrantee): void {
    grant(this, grantee, 'Connect', [{ actions: ['elasticache:Connect'], resources: this.arns }]);
  }
}

const BY_IAM = {
  must: 'must not be set: users authenticate by IAM, whose tokens last for minutes',
  measure: '3.1.1',
  fix: 'leave it out, and call grantConnect(role)',
};
const CHOSEN = {
  must: 'must not be set: it follows from keyPattern and readOnly',
  measure: '3.1.1',
  fix: 'write keyPattern and readOnly',
};

const REFUSED = {
  noPasswordRequired: BY_IAM,
  authenticationMode: BY_IAM,
  accessString: CHOSEN,
};
