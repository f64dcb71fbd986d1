import { Fn, TerraformStack, Token } from 'cdktf';
import { Construct } from 'constructs';
import { ElasticacheReplicationGroup } from '@cdktf/provider-aws/lib/elasticache-replication-group';
import { ElasticacheSubnetGroup } from '@cdktf/provider-aws/lib/elasticache-subnet-group';
import { ElasticacheUser } from '@cdktf/provider-aws/lib/elasticache-user';
import { ElasticacheUserGroup } from '@cdktf/provider-aws/lib/elasticache-user-group';
import { isPersonal } from '../../toms/data-class';
import { DEMANDS } from '../../toms/demands';
import { refuse } from '../core/errors';
import { claimName, shortName } from '../core/names';
import { requireDays, requireWholeNumber } from '../core/require';
import { daysWithinRetention } from '../core/retention';
import { IKey } from '../encryption/key';
import { StoreProps, openStore } from '../encryption/store';
import { LogType, RetainedLogGroup } from '../logging/retained-log-group';
import { Connections } from '../network/connections';
import { Port } from '../network/port';
import { SecurityGroup } from '../network/security-group';
import { IVpc } from '../network/vpc';
import { instanceTypeIn } from '../network/vpc-encryption';
import { CacheAttributes, ICache, ICacheUser, ImportedCache } from './cache';
import { CacheUser, CacheUserOptions, USER_ENGINE } from './cache-user';
import { dataSubnets } from './data-subnets';
import { logDays } from './log-days';
import { CACHE } from './refused';
import { DAILY, Form, WEEKLY, requireForm } from './text-formats';

/** What a cache runs. */
export enum CacheEngine {
  /** Valkey, which is open source. */
  VALKEY = 'valkey',
  /** Redis OSS, up to 7.1. */
  REDIS = 'redis',
}

const VERSIONS: { readonly [E in CacheEngine]: string } = {
  [CacheEngine.VALKEY]: '8.1',
  [CacheEngine.REDIS]: '7.1',
};

/** What a cache runs, and how large it is. */
export interface EncryptedCacheProps extends StoreProps {
  /** The network. The cache stands in its data subnets, of which there must be some in two zones. */
  readonly vpc: IVpc;

  /**
   * What it runs.
   *
   * @default CacheEngine.VALKEY
   */
  readonly engine?: CacheEngine;

  /**
   * The version: 7.0 or newer, whose users can authenticate by IAM.
   *
   * @default - 8.1 of Valkey, 7.1 of Redis
   */
  readonly engineVersion?: string;

  /**
   * The type of its nodes.
   *
   * @default - `cache.t4g.small`, or `cache.m7g.large` where the network enforces encryption
   */
  readonly nodeType?: string;

  /**
   * How many nodes hold the data: 2 to 6, over the zones of the data subnets.
   *
   * @default 2
   */
  readonly nodes?: number;

  /**
   * The name of the replication group.
   *
   * @default - the posture's prefix, the name of the stack, and the construct's path, cut and with a hash where that is too long
   */
  readonly cacheName?: string;

  /**
   * For how many days snapshots are kept: up to 35, and at least 7 where the data is personal (TOM 4.1).
   *
   * @default - 7, or the retention where that is shorter and the data is not personal
   */
  readonly snapshotRetentionDays?: number;

  /**
   * When snapshots begin, in UTC: `02:00-03:00`.
   *
   * @default - ElastiCache chooses, by region
   */
  readonly snapshotWindow?: string;

  /**
   * When upgrades are made, in UTC: `sun:03:30-sun:04:30`.
   *
   * @default - ElastiCache chooses, by region
   */
  readonly maintenanceWindow?: string;
}

/**
 * A cache (TOM 1.1.2, 1.2.1, 3.1.1, 3.3.1, 4.1): Valkey or Redis on ElastiCache, reached only by TLS, by users whom IAM knows, encrypted under a key of
 * your own, over two zones, with a snapshot every day.
 *
 * ```ts
 * const sessions = new EncryptedCache(this, 'Sessions', { vpc });
 * application.connections.allowTo(sessions, sessions.port);
 * sessions.addUser('Shop', { keyPattern: 'session:*' }).grantConnect(role);
 * ```
 *
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth-iam.html
 */
export class EncryptedCache extends Construct implements ICache {
  /** A cache that is already there. Nothing about it is checked. */
  public static fromCacheAttributes(scope: Construct, id: string, attributes: CacheAttributes): ICache {
    return new ImportedCache(scope, id, attributes);
  }

  /** The replication group. */
  public readonly resource: ElasticacheReplicationGroup;
  /** Who may log in. */
  public readonly userGroup: ElasticacheUserGroup;
  public readonly endpointAddress: string;
  /** The name by which clients reach the nodes that only read. */
  public readonly readerEndpointAddress: string;
  public readonly port: Port = Port.REDIS;
  public readonly connections: Connections;
  /** Its security group. */
  public readonly securityGroup: SecurityGroup;
  /** Where its logs go: of slow commands, and of the engine. */
  public readonly logGroups: RetainedLogGroup[];
  /** The key that encrypts it. */
  public readonly encryptionKey: IKey;

  private readonly cacheArn: string;
  private readonly region?: string;
  private readonly tags: { [key: string]: string };
  private readonly userIds: string[];

  /**
   * @throws ValidationError where the engine is neither Valkey nor Redis, the version has no IAM authentication, the network has data subnets in only
   * one zone, there are too few nodes or snapshots, the key is of another region, or TLS, encryption or users are given up; and on what ElastiCache
   * does not take.
   */
  constructor(scope: Construct, id: string, props: EncryptedCacheProps) {
    super(scope, id);
    const opening = { refused: CACHE, region: props.vpc.region, creatorUsesKey: true };
    const { posture, dataClass, key, region, tags } = openStore(this, props, opening);
    const { vpc, nodes = 2, engine = CacheEngine.VALKEY } = props;
    this.requireEngine(engine);
    const because = ': the data of a single node is gone with it';
    requireWholeNumber(this, 'nodes', nodes, { min: 2, max: 6, because, measure: '3.3.1', example: 2 });
    const { cacheSnapshotDays } = DEMANDS;
    const min = isPersonal(dataClass) ? cacheSnapshotDays : 1;
    const bounds = { min, max: 35, measure: '4.1', example: cacheSnapshotDays };
    const { snapshotRetentionDays = daysWithinRetention(cacheSnapshotDays, posture.retentionDays, min) } = props;
    requireDays(this, 'snapshotRetentionDays', snapshotRetentionDays, bounds);
    requireForm(this, 'engineVersion', props.engineVersion, VERSION);
    requireForm(this, 'snapshotWindow', props.snapshotWindow, DAILY);
    requireForm(this, 'maintenanceWindow', props.maintenanceWindow, WEEKLY);
    const nodeType = instanceTypeIn(this, vpc, {
      prop: 'nodeType',
      given: props.nodeType,
      usual: 'cache.t4g.small',
      encrypting: 'cache.m7g.large',
    });
    const name = props.cacheName ?? shortName(this, posture, 40);
    requireName(this, name);
    const subnetIds = dataSubnets(this, vpc, 'cache');

    this.encryptionKey = key;
    this.region = region;
    this.tags = tags;
    this.securityGroup = new SecurityGroup(this, 'SecurityGroup', { vpc, dataClass, tags: props.tags });
    this.connections = this.securityGroup.connections;
    const subnetGroup = new ElasticacheSubnetGroup(this, 'SubnetGroup', { name, subnetIds, region, tags });
    // A group must have a user named default, as whom one logs in without a name. This one is switched off.
    const nobody = new ElasticacheUser(this, 'DefaultUser', {
      userId: `${shortName(this, posture, 32)}-default`,
      userName: 'default',
      engine: USER_ENGINE,
      accessString: 'off -@all',
      noPasswordRequired: true,
      region,
      tags,
    });
    this.userIds = [nobody.userId];
    this.userGroup = new ElasticacheUserGroup(this, 'UserGroup', {
      userGroupId: name,
      engine: USER_ENGINE,
      userIds: this.userIds,
      region,
      tags,
    });
    const retentionDays = logDays(posture);
    this.logGroups = ['SlowLogs', 'EngineLogs'].map((logs) => {
      const logType = LogType.APPLICATION;
      return new RetainedLogGroup(this, logs, { logType, retentionDays, dataClass, region, tags: props.tags });
    });
    const time = Fn.formatdate('YYYYMMDDhhmmss', Fn.plantimestamp());
    this.resource = new ElasticacheReplicationGroup(this, 'Resource', {
      replicationGroupId: name,
      description: this.node.path,
      engine,
      engineVersion: props.engineVersion ?? VERSIONS[engine],
      nodeType,
      numCacheClusters: nodes,
      automaticFailoverEnabled: true,
      multiAzEnabled: true,
      port: this.port.fromPort,
      subnetGroupName: subnetGroup.name,
      securityGroupIds: [this.securityGroup.securityGroupId],
      transitEncryptionEnabled: true,
      transitEncryptionMode: 'required',
      atRestEncryptionEnabled: 'true',
      kmsKeyId: this.encryptionKey.keyArn,
      userGroupIds: [this.userGroup.userGroupId],
      snapshotRetentionLimit: snapshotRetentionDays,
      snapshotWindow: props.snapshotWindow,
      // As with databases: the time of its creation makes the name unique.
      finalSnapshotIdentifier: posture.isEphemeral ? undefined : `${name}-final-${time}`,
      autoMinorVersionUpgrade: 'true',
      maintenanceWindow: props.maintenanceWindow,
      logDeliveryConfiguration: ['slow-log', 'engine-log'].map((logType, at) => ({
        logType,
        logFormat: 'json',
        destinationType: 'cloudwatch-logs',
        destination: this.logGroups[at].logGroupName,
      })),
      region,
      tags,
      lifecycle: posture.isEphemeral
        ? undefined
        : { preventDestroy: true, ignoreChanges: ['final_snapshot_identifier'] },
    });
    this.node.defaultChild = this.resource;
    this.cacheArn = this.resource.arn;
    this.endpointAddress = this.resource.primaryEndpointAddress;
    this.readerEndpointAddress = this.resource.readerEndpointAddress;
  }

  /**
   * Adds a user who authenticates by IAM, and may neither administrate the cache nor empty it. Nobody can log in before.
   *
   * @throws ValidationError on a pattern that is none, and on passwords.
   */
  public addUser(id: string, options: CacheUserOptions = {}): ICacheUser {
    const { cacheArn, region, tags } = this;
    const user = new CacheUser(this, id, options, { cacheArn, region, tags });
    this.userIds.push(user.resource.userId);
    this.userGroup.userIds = this.userIds;
    return user;
  }

  private requireEngine(engine: CacheEngine): void {
    if (Object.values(CacheEngine).includes(engine)) return;
    refuse(this, {
      prop: 'engine',
      must: 'must be Valkey or Redis: Memcached knows no users, and no second copy',
      value: engine,
      measure: '3.1.1',
      fix: 'write CacheEngine.VALKEY',
    });
  }
}

/** Refuses a name that ElastiCache does not take, or that another cache of the stack has. */
function requireName(scope: Construct, name: string): void {
  if (Token.isUnresolved(name) || !/^[a-z](?:-?[a-z0-9]){0,39}$/.test(name) || name.length > 40) {
    refuse(scope, {
      prop: 'cacheName',
      must: 'must be 1 to 40 lower case letters, digits and single hyphens, a letter first and no hyphen last, known when the program runs',
      value: name,
      fix: "write cacheName: 'acme-sessions'",
    });
  }
  claimName(scope, TerraformStack.of(scope), 'cacheName', name);
}

/** The versions of Valkey and Redis that IAM can authenticate users of. */
const VERSION: Form = {
  form: /^(?:[7-9]|[1-9]\d)\.\d+$/,
  must: 'must be a version of 7.0 or newer: users of older ones cannot authenticate by IAM',
  example: '8.1',
};
