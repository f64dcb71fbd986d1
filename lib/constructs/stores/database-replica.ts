import { TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { DbInstance } from '@cdktf/provider-aws/lib/db-instance';
import { RdsCluster } from '@cdktf/provider-aws/lib/rds-cluster';
import { RdsGlobalCluster } from '@cdktf/provider-aws/lib/rds-global-cluster';
import { refuse, refuseProps } from '../core/errors';
import { shortName } from '../core/names';
import { providerRegion } from '../core/provider-region';
import { requireWholeNumber } from '../core/require';
import { IKey } from '../encryption/key';
import { openStore } from '../encryption/store';
import { RetainedLogGroup } from '../logging/retained-log-group';
import { Connections } from '../network/connections';
import { Port } from '../network/port';
import { SecurityGroup } from '../network/security-group';
import { IVpc } from '../network/vpc';
import { dataSubnets } from './data-subnets';
import { DatabaseBase } from './database';
import { MAX_IDENTIFIER, requireIdentifier } from './database-identifier';
import { databaseLogs } from './database-logs';
import { copyConfig } from './database-reader';
import {
  DatabaseContext,
  MadeDatabase,
  clusterConfig,
  instancesOf,
  clusterParameterGroup,
  instanceGroups,
  subnetGroup,
} from './database-resources';
import { classOfCopy } from './instance-class';
import { READER } from './refused-of-databases';
import { INSTANCE_CLASS, requireForm } from './text-formats';

/** A copy of a database in another Region. */
export interface DatabaseReplicaOptions {
  /** A network in the other Region. The copy is in its data subnets, of which there must be some in two zones. */
  readonly vpc: IVpc;

  /**
   * The name of the copy. RDS asks that the clusters of a global database have different names, wherever they are.
   *
   * @default - the posture's prefix, the name of the stack, and the copy's path, cut and with a hash where that is too long
   */
  readonly identifier?: string;

  /**
   * The key that encrypts the copy, in its Region (TOM 1.2.1).
   *
   * @default - one key per stack, region and class of data
   */
  readonly encryptionKey?: IKey;

  /**
   * The class of its instances.
   *
   * @default - that of the database's instances, or one that encrypts where its network enforces that and theirs does not
   */
  readonly instanceClass?: string;

  /**
   * How many instances the copy of an Aurora cluster has: 2 to 16, or 1 in an ephemeral environment. A copy of an RDS instance is one, with a standby.
   *
   * @default 2
   */
  readonly instances?: number;
}

/** What is copied. */
export interface ReplicaContext {
  readonly database: DatabaseContext;
  readonly made: MadeDatabase;
  /** What joins the clusters of an Aurora global database. */
  readonly globalCluster?: RdsGlobalCluster;
}

/** A copy of a database that follows it in another Region: a secondary cluster of an Aurora global database, or a replica of an RDS instance. */
export class DatabaseReplica extends DatabaseBase {
  /** The cluster of Aurora, or the instance of RDS. */
  public readonly resource: TerraformResource;
  /** The name by which clients reach what only reads. */
  public readonly endpointAddress: string;
  public readonly port: Port;
  public readonly resourceId: string;
  public readonly secretArn?: string;
  public readonly connections: Connections;
  /** Its security group. */
  public readonly securityGroup: SecurityGroup;
  /** The key that encrypts it. */
  public readonly encryptionKey: IKey;
  public readonly region: string;

  constructor(scope: Construct, id: string, options: DatabaseReplicaOptions, context: ReplicaContext) {
    super(scope, id);
    const { vpc } = options;
    const { database, made } = context;
    const { dataClass } = database;
    const { tags: ownTags, dataCategory } = database.props;
    const common = { dataClass, dataCategory, tags: ownTags, encryptionKey: options.encryptionKey };
    this.region = requireOtherRegion(this, vpc, database.region);
    const { posture, key, tags } = openStore(this, common, { region: this.region, creatorUsesKey: true });
    refuseProps(this, options, READER);
    requireForm(this, 'instanceClass', options.instanceClass, INSTANCE_CLASS);
    requireInstances(this, options.instances, database);
    const { identifier = shortName(this, posture, MAX_IDENTIFIER) } = options;
    requireIdentifier(this, 'identifier', identifier);

    this.encryptionKey = key;
    this.port = database.engine.port;
    // A copy has the users of its source.
    this.secretArn = made.secretArn;
    this.securityGroup = new SecurityGroup(this, 'SecurityGroup', { vpc, dataClass, tags: ownTags });
    this.connections = this.securityGroup.connections;
    const own = {
      ...database,
      identifier,
      subnetIds: dataSubnets(this, vpc, 'copy'),
      securityGroupId: this.securityGroup.securityGroupId,
      keyArn: key.keyArn,
      instanceClass: classOfCopy(this, database, vpc, options.instanceClass),
      region: this.region,
      tags,
    };
    const logGroups = databaseLogs(this, own);
    const copy = { ...own, logGroups: logGroups.map(({ resource }) => resource) };
    if (context.globalCluster) {
      const cluster = secondaryCluster(this, copy, made, context.globalCluster, options.instances);
      this.resource = cluster;
      this.endpointAddress = cluster.readerEndpoint;
      this.resourceId = cluster.clusterResourceId;
    } else {
      const instance = copyElsewhere(this, copy, made.instance!, logGroups);
      this.resource = instance;
      this.endpointAddress = instance.address;
      this.resourceId = instance.resourceId;
    }
    this.node.defaultChild = this.resource;
  }
}

/** What makes a cluster the primary one of an Aurora global database. Its members are made elsewhere, and stay where it is gone. */
export function joinedGlobally(
  scope: Construct,
  { identifier, isEphemeral, region, tags }: DatabaseContext,
  of: RdsCluster
) {
  // The provider finds the global cluster in the primary one, and would take it away again.
  const { lifecycle } = of;
  const known = Array.isArray(lifecycle?.ignoreChanges) ? lifecycle.ignoreChanges : [];
  of.lifecycle = { ...lifecycle, ignoreChanges: [...known, 'global_cluster_identifier'] };
  return new RdsGlobalCluster(scope, 'GlobalCluster', {
    globalClusterIdentifier: identifier,
    sourceDbClusterIdentifier: of.arn,
    // It only lets members go, and deletes none of them.
    forceDestroy: true,
    deletionProtection: !isEphemeral,
    region,
    tags,
  });
}

/** It takes version, name and users from the primary cluster, and storage, key, subnets and parameters from its own Region. */
function secondaryCluster(
  scope: Construct,
  context: DatabaseContext,
  { clusterInstances }: MadeDatabase,
  globalCluster: RdsGlobalCluster,
  instances = 2
): RdsCluster {
  const parameterGroup = clusterParameterGroup(scope, context);
  const { dependsOn, lifecycle, ...config } = clusterConfig(scope, context);
  const ignoreChanges = [...(lifecycle?.ignoreChanges ?? []), 'engine_version', 'replication_source_identifier'];
  const cluster = new RdsCluster(scope, 'Resource', {
    ...config,
    engineVersion: globalCluster.engineVersion,
    dbClusterParameterGroupName: parameterGroup.name,
    globalClusterIdentifier: globalCluster.globalClusterIdentifier,
    // A cluster without a writer is copied nowhere.
    dependsOn: [...dependsOn, ...clusterInstances],
    lifecycle: { ...lifecycle, ignoreChanges },
  });
  instancesOf(scope, context, cluster, instances);
  return cluster;
}

function copyElsewhere(
  scope: Construct,
  context: DatabaseContext,
  source: DbInstance,
  logs: RetainedLogGroup[]
): DbInstance {
  return new DbInstance(scope, 'Resource', {
    ...copyConfig(context, logs),
    ...instanceGroups(scope, context).names,
    replicateSourceDb: source.arn,
    kmsKeyId: context.keyArn,
    multiAz: true,
    dbSubnetGroupName: subnetGroup(scope, context).name,
    // Where the Region of its source is lost, it is what is left.
    deletionProtection: !context.isEphemeral,
  });
}

function requireOtherRegion(scope: Construct, vpc: IVpc, region: string | undefined): string {
  const own = region ?? providerRegion(scope);
  if (vpc.region !== undefined && vpc.region !== own) return vpc.region;
  refuse(scope, {
    prop: 'vpc',
    must: 'must be a network of another region, which it names: a copy in the same one is a reader',
    value: vpc.region,
    measure: '4.5',
    fix: "write vpc: new SegmentedVpc(this, 'Elsewhere', { region: 'eu-west-1', blockPublicAccess: BlockPublicAccess.ON }), or call addReader",
  });
}

function requireInstances(
  scope: Construct,
  instances: number | undefined,
  { engine, isEphemeral }: DatabaseContext
): void {
  if (instances === undefined) return;
  if (!engine.isAurora) {
    const must = `must be left out for ${engine.engine}: a copy of an instance is one, with a standby in another zone`;
    refuse(scope, { prop: 'instances', must, value: instances, measure: '3.3.1', fix: 'remove it' });
  }
  requireWholeNumber(scope, 'instances', instances, {
    min: isEphemeral ? 1 : 2,
    max: 16,
    measure: '3.3.1',
    example: 2,
  });
}
