import { Fn, TerraformLocal } from 'cdktf';
import { Construct } from 'constructs';
import { DbProxy } from '@cdktf/provider-aws/lib/db-proxy';
import { DbProxyDefaultTargetGroup } from '@cdktf/provider-aws/lib/db-proxy-default-target-group';
import { DbProxyTarget } from '@cdktf/provider-aws/lib/db-proxy-target';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { refuse, refuseProps } from '../core/errors';
import { IGrantee } from '../core/grantee';
import { shortName } from '../core/names';
import { trustPolicyText } from '../core/policy';
import { Posture } from '../core/posture';
import { requireWholeNumber } from '../core/require';
import { rememberSource } from '../core/source';
import { RetainedLogGroup } from '../logging/retained-log-group';
import { Connections } from '../network/connections';
import { Port } from '../network/port';
import { SecurityGroup } from '../network/security-group';
import { requireAllowed } from '../network/vpc-encryption';
import { dataSubnets } from './data-subnets';
import { DatabaseBase, IDatabase } from './database';
import { MAX_IDENTIFIER, requireIdentifier } from './database-identifier';
import { DatabaseContext, MadeDatabase } from './database-resources';
import { PROXY } from './refused-of-databases';
import { ISecret } from './secret';

/** How a proxy pools connections, and as whom it logs in. */
export interface DatabaseProxyOptions {
  /**
   * The name of the proxy.
   *
   * @default - the posture's prefix, the name of the stack, and the proxy's path, cut and with a hash where that is too long
   */
  readonly dbProxyName?: string;

  /**
   * The secrets of the users as whom the proxy logs in to the database, each a JSON object with `username` and `password`. Clients log in to the proxy with IAM
   * all the same, as one of these users.
   *
   * @default - none: the proxy logs in with IAM too, as the users that `grantConnect` of the proxy names
   */
  readonly secrets?: ISecret[];

  /**
   * How many of the connections that the database takes the proxy may hold, in percent: 1 to 100.
   *
   * @default 100
   */
  readonly maxConnectionsPercent?: number;

  /**
   * After how many seconds without a request a client is disconnected: 1 to 28,800.
   *
   * @default 1800
   */
  readonly idleClientTimeoutSeconds?: number;
}

/** What a proxy stands in front of. */
export interface ProxyContext {
  readonly database: DatabaseContext;
  readonly made: MadeDatabase;
  readonly behind: IDatabase;
}

/**
 * A proxy that pools the connections of clients to a database: it takes only TLS, and clients that authenticate by IAM.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html
 */
export class DatabaseProxy extends DatabaseBase {
  /** The proxy. */
  public readonly resource: DbProxy;
  public readonly endpointAddress: string;
  public readonly port: Port;
  public readonly resourceId: string;
  public readonly secretArn?: string;
  public readonly connections: Connections;
  public readonly region?: string;
  /** Its security group. */
  public readonly securityGroup: SecurityGroup;
  /** What it may do: read the secrets of its users, or log in as them. */
  public readonly role: IamRole;
  /** Where it writes who could not log in, and why. */
  public readonly logGroup: RetainedLogGroup;
  private readonly behind: IDatabase;
  private readonly readsSecrets: boolean;

  constructor(scope: Construct, id: string, options: DatabaseProxyOptions, { database, made, behind }: ProxyContext) {
    super(scope, id);
    rememberSource(this);
    refuseProps(this, options, PROXY);
    const { secrets = [], maxConnectionsPercent = 100, idleClientTimeoutSeconds = 1800 } = options;
    const { engine, props, dataClass, region, tags } = database;
    const { vpc } = props;
    // https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy.html#rds-proxy.limitations
    requireAllowed(this, vpc, 'RDS Proxy');
    requirePausesNever(this, database);
    requireSecrets(this, secrets);
    const measure = '3.3.2';
    requireWholeNumber(this, 'maxConnectionsPercent', maxConnectionsPercent, {
      min: 1,
      max: 100,
      measure,
      example: 100,
    });
    requireWholeNumber(this, 'idleClientTimeoutSeconds', idleClientTimeoutSeconds, {
      min: 1,
      max: 28_800,
      of: 'seconds',
      measure,
      example: 1800,
    });
    const { dbProxyName: name = shortName(this, Posture.of(this), MAX_IDENTIFIER) } = options;
    requireIdentifier(this, 'dbProxyName', name);

    this.behind = behind;
    this.readsSecrets = secrets.length > 0;
    this.region = region;
    this.port = engine.port;
    this.securityGroup = new SecurityGroup(this, 'SecurityGroup', { vpc, dataClass, tags: props.tags });
    this.connections = this.securityGroup.connections;
    this.connections.allowTo(behind, behind.port);
    // RDS Proxy takes no global condition keys, so that none can ask for whom RDS acts.
    this.role = new IamRole(this, 'Role', {
      assumeRolePolicy: trustPolicyText({ Service: ['rds.amazonaws.com'] }),
      tags,
    });
    for (const secret of secrets) secret.grantRead(this.role);
    // RDS would make this group by itself, as it does those of databases.
    const logGroupName = `/aws/rds/proxy/${name}`;
    this.logGroup = new RetainedLogGroup(this, 'Logs', { logGroupName, dataClass, region, tags: props.tags });
    this.resource = new DbProxy(this, 'Resource', {
      name,
      engineFamily: engine.port === Port.POSTGRESQL ? 'POSTGRESQL' : 'MYSQL',
      requireTls: true,
      debugLogging: false,
      ...(this.readsSecrets
        ? { auth: secrets.map(({ secretArn }) => ({ authScheme: 'SECRETS', iamAuth: 'REQUIRED', secretArn })) }
        : { defaultAuthScheme: 'IAM_AUTH' }),
      idleClientTimeout: idleClientTimeoutSeconds,
      roleArn: this.role.arn,
      vpcSubnetIds: dataSubnets(this, vpc, 'proxy'),
      vpcSecurityGroupIds: [this.securityGroup.securityGroupId],
      dependsOn: [this.logGroup.resource],
      region,
      tags,
    });
    this.node.defaultChild = this.resource;
    const pool = new DbProxyDefaultTargetGroup(this, 'TargetGroup', {
      dbProxyName: this.resource.name,
      connectionPoolConfig: { maxConnectionsPercent },
      region,
    });
    new DbProxyTarget(this, 'Target', {
      dbProxyName: this.resource.name,
      targetGroupName: pool.name,
      dbClusterIdentifier: made.cluster?.clusterIdentifier,
      dbInstanceIdentifier: made.instance?.identifier,
      // A cluster without instances is no target.
      dependsOn: made.clusterInstances,
      region,
    });
    this.endpointAddress = this.resource.endpoint;
    // IAM calls it by the last part of its ARN: `prx-…`. A name for it keeps the quotes of the expression out of policies.
    this.resourceId = new TerraformLocal(this, 'ResourceId', Fn.element(Fn.split(':', this.resource.arn), 6)).asString;
  }

  public override grantConnect(grantee: IGrantee, databaseUser: string): void {
    super.grantConnect(grantee, databaseUser);
    if (!this.readsSecrets) this.behind.grantConnect(this.role, databaseUser);
  }
}

/**
 * AWS makes both in silence, and the cluster never pauses.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2-auto-pause.html#auto-pause-whynot
 */
function requirePausesNever(scope: Construct, { capacity }: DatabaseContext): void {
  if (capacity?.min !== 0) return;
  refuse(scope, {
    prop: 'serverlessV2MinCapacity',
    must: 'must not be 0 behind a proxy: it keeps a connection to each instance, and none pauses',
    value: 0,
    measure: '3.3.2',
    fix: 'write serverlessV2MinCapacity: 0.5',
  });
}

/** @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy.html#rds-proxy.limitations */
function requireSecrets(scope: Construct, secrets: readonly ISecret[]): void {
  if (secrets.length <= 200) return;
  refuse(scope, {
    prop: 'secrets',
    must: 'must be 200 or fewer: a proxy takes no more',
    value: secrets.length,
    measure: '3.1.1',
    fix: 'leave them out, and call grantConnect of the proxy for each user',
  });
}
