import { TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { DbInstance } from '@cdktf/provider-aws/lib/db-instance';
import { refuse, refuseProps } from '../core/errors';
import { shortName } from '../core/names';
import { Posture } from '../core/posture';
import { requireWholeNumber } from '../core/require';
import { rememberSource } from '../core/source';
import { RetainedLogGroup } from '../logging/retained-log-group';
import { Connections } from '../network/connections';
import { Port } from '../network/port';
import { DatabaseBase } from './database';
import { MAX_IDENTIFIER, requireIdentifier } from './database-identifier';
import { databaseLogs } from './database-logs';
import { classOfCopy } from './instance-class';
import { DatabaseContext, MadeDatabase, clusterInstance, instanceConfig, maxStorageOf } from './database-resources';
import { READER } from './refused-of-databases';
import { INSTANCE_CLASS, requireForm } from './text-formats';

/** How a reader differs from the database that it belongs to. */
export interface DatabaseReaderOptions {
  /**
   * The name of its instance.
   *
   * @default - the posture's prefix, the name of the stack, and the reader's path, cut and with a hash where that is too long
   */
  readonly instanceIdentifier?: string;

  /**
   * The class of its instance.
   *
   * @default - that of the database's instances
   */
  readonly instanceClass?: string;

  /**
   * Its place in the order in which readers of an Aurora cluster take over for the writer: 0 to 15, where 0 is first. With Serverless v2, readers of 0 and 1 are
   * as large as the writer, others as large as their own load.
   *
   * @default 0
   * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html#Aurora.Managing.FaultTolerance
   */
  readonly promotionTier?: number;
}

/** What a reader belongs to. */
export interface ReaderContext {
  readonly database: DatabaseContext;
  readonly made: MadeDatabase;
  readonly connections: Connections;
}

/** An instance that only reads: of a cluster of Aurora, or a copy of an RDS instance that follows it. */
export class DatabaseReader extends DatabaseBase {
  /** The instance. */
  public readonly resource: TerraformResource;
  public readonly endpointAddress: string;
  public readonly port: Port;
  public readonly resourceId: string;
  public readonly secretArn?: string;
  public readonly connections: Connections;
  public readonly region?: string;
  /** Where the logs of a copy go. An instance of a cluster has those of the cluster. */
  public readonly logGroups: RetainedLogGroup[];

  constructor(scope: Construct, id: string, options: DatabaseReaderOptions, context: ReaderContext) {
    super(scope, id);
    rememberSource(this);
    refuseProps(this, options, READER);
    requireForm(this, 'instanceClass', options.instanceClass, INSTANCE_CLASS);
    const { database, made, connections } = context;
    requireTier(this, options.promotionTier, database);
    const { instanceIdentifier: identifier = shortName(this, Posture.of(this), MAX_IDENTIFIER) } = options;
    requireIdentifier(this, 'instanceIdentifier', identifier);
    const { vpc } = database.props;
    const own = { ...database, identifier, instanceClass: classOfCopy(this, database, vpc, options.instanceClass) };
    this.connections = connections;
    this.region = database.region;
    this.port = database.engine.port;
    this.secretArn = made.secretArn;
    if (made.cluster) {
      const instance = clusterInstance(this, 'Resource', own, made.cluster, identifier, options.promotionTier);
      this.logGroups = [];
      this.resource = instance;
      this.endpointAddress = instance.endpoint;
      // IAM knows the users of a cluster, whichever of its instances they come to.
      this.resourceId = made.resourceId;
    } else {
      this.logGroups = databaseLogs(this, own);
      const instance = copyOf(this, own, made.instance!, this.logGroups);
      this.resource = instance;
      this.endpointAddress = instance.address;
      this.resourceId = instance.resourceId;
    }
    this.node.defaultChild = this.resource;
  }
}

/** A copy in the same Region is always under the key of its source, and in its subnets. */
function copyOf(scope: Construct, context: DatabaseContext, source: DbInstance, logs: RetainedLogGroup[]): DbInstance {
  return new DbInstance(scope, 'Resource', {
    ...copyConfig(context, logs),
    replicateSourceDb: source.identifier,
    parameterGroupName: source.parameterGroupNameInput,
    optionGroupName: source.optionGroupNameInput,
  });
}

/** What every copy of an RDS instance has, whichever Region it is in. */
export function copyConfig(context: DatabaseContext, logs: readonly RetainedLogGroup[]) {
  const { engine, identifier, props, region, tags } = context;
  return {
    ...instanceConfig(context),
    identifier,
    storageEncrypted: true,
    maxAllocatedStorage: maxStorageOf(props),
    vpcSecurityGroupIds: [context.securityGroupId],
    iamDatabaseAuthenticationEnabled: true,
    enabledCloudwatchLogsExports: [...engine._logs],
    copyTagsToSnapshot: true,
    maintenanceWindow: props.maintenanceWindow,
    // RDS takes no snapshot of what is a copy as it is deleted. Its data is in the source.
    skipFinalSnapshot: true,
    dependsOn: logs.map(({ resource }) => resource),
    region,
    tags,
  };
}

function requireTier(scope: Construct, tier: number | undefined, { engine }: DatabaseContext): void {
  if (tier === undefined) return;
  if (!engine.isAurora) {
    refuse(scope, {
      prop: 'promotionTier',
      must: `must be left out for ${engine.engine}: its standby takes over, and no reader does`,
      value: tier,
      measure: '3.3.1',
      fix: 'remove it',
    });
  }
  requireWholeNumber(scope, 'promotionTier', tier, { min: 0, max: 15, measure: '3.3.1', example: 1 });
}
