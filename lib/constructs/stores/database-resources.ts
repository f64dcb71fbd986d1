import { Fn, TerraformResource, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { DbInstance } from '@cdktf/provider-aws/lib/db-instance';
import { DbOptionGroup } from '@cdktf/provider-aws/lib/db-option-group';
import { DbParameterGroup } from '@cdktf/provider-aws/lib/db-parameter-group';
import { DbSubnetGroup } from '@cdktf/provider-aws/lib/db-subnet-group';
import { RdsCluster } from '@cdktf/provider-aws/lib/rds-cluster';
import { RdsClusterInstance } from '@cdktf/provider-aws/lib/rds-cluster-instance';
import { RdsClusterParameterGroup } from '@cdktf/provider-aws/lib/rds-cluster-parameter-group';
import { DataClass } from '../../toms/data-class';
import { claimName } from '../core/names';
import { AUDIT_EVENTS, DatabaseEngine } from './database-engine';
import { EncryptedDatabaseProps } from './encrypted-database-props';
import { MasterPassword } from './master-password';
import { ISecret } from './secret';
import { Capacity } from './serverless-v2';

/** Not `admin` or `postgres`, which everybody tries first. */
const MASTER_USER = 'dbadmin';

/** The authority that AWS takes by default. It renews the certificates of instances by itself. */
const CERTIFICATE_AUTHORITY = 'rds-ca-rsa2048-g1';

/** What the resources of a database are made of, once nothing is refused any more. */
export interface DatabaseContext {
  readonly engine: DatabaseEngine;
  readonly identifier: string;
  readonly subnetIds: string[];
  readonly securityGroupId: string;
  readonly keyArn: string;
  readonly backupRetentionDays: number;
  readonly instanceClass: string;
  /** Where the instances follow their load. */
  readonly capacity?: Capacity;
  readonly logGroups: CloudwatchLogGroup[];
  readonly isEphemeral: boolean;
  readonly dataClass: DataClass;
  readonly props: EncryptedDatabaseProps;
  readonly region?: string;
  readonly tags: { [key: string]: string };
}

/** The resources of a database, and what is known of them. */
export interface MadeDatabase {
  /** The cluster, where it is one. */
  readonly cluster?: RdsCluster;
  /** The instance that belongs to no cluster, where it is one. */
  readonly instance?: DbInstance;
  readonly clusterInstances: RdsClusterInstance[];
  readonly parameterGroup: TerraformResource;
  readonly endpointAddress: string;
  readonly readerEndpointAddress?: string;
  readonly databaseArn: string;
  readonly resourceId: string;
  readonly secretArn: string;
}

/** The version of the password, which stays: what rotates the secret hands each later password to the database itself. */
const PASSWORD_VERSION = 1;

/** A cluster of Aurora, or an instance of RDS. */
export function makeDatabase(scope: Construct, context: DatabaseContext): MadeDatabase {
  return context.engine.isAurora ? makeCluster(scope, context) : makeInstance(scope, context);
}

function makeCluster(scope: Construct, context: DatabaseContext): MadeDatabase {
  const { keyArn, props } = context;
  const { masterSecret } = props;
  const parameterGroup = clusterParameterGroup(scope, context);
  const cluster = new RdsCluster(scope, 'Resource', {
    ...clusterConfig(scope, context),
    dbClusterParameterGroupName: parameterGroup.name,
    databaseName: props.databaseName,
    masterUsername: MASTER_USER,
    ...(masterSecret === undefined
      ? managedBy(keyArn)
      : {
          masterPasswordWo: masterPassword(scope, masterSecret, context),
          masterPasswordWoVersion: PASSWORD_VERSION,
        }),
  });
  const clusterInstances = instancesOf(scope, context, cluster, props.instances ?? 2);
  return {
    cluster,
    clusterInstances,
    parameterGroup,
    endpointAddress: cluster.endpoint,
    readerEndpointAddress: cluster.readerEndpoint,
    databaseArn: cluster.arn,
    resourceId: cluster.clusterResourceId,
    secretArn: masterSecret?.secretArn ?? cluster.masterUserSecret.get(0).secretArn,
  };
}

/** What a cluster is made of, whichever Region it is in. */
export function clusterConfig(scope: Construct, context: DatabaseContext) {
  const { identifier, engine, capacity, props } = context;
  return {
    ...storageConfig(scope, context),
    clusterIdentifier: identifier,
    engineVersion: engine.version,
    port: engine.port.fromPort,
    preferredBackupWindow: props.backupWindow,
    preferredMaintenanceWindow: props.maintenanceWindow,
    serverlessv2ScalingConfiguration: capacity && {
      minCapacity: capacity.min,
      maxCapacity: capacity.max,
      secondsUntilAutoPause: capacity.autoPauseSeconds,
    },
  };
}

/** The parameters of a cluster. */
export function clusterParameterGroup(scope: Construct, context: DatabaseContext): RdsClusterParameterGroup {
  return new RdsClusterParameterGroup(scope, 'ParameterGroup', parametersOf(context));
}

/** The instances that a cluster is made with: `orders-1`, `orders-2`. */
export function instancesOf(
  scope: Construct,
  context: DatabaseContext,
  cluster: RdsCluster,
  count: number
): RdsClusterInstance[] {
  return Array.from({ length: count }, (_, at) => {
    const identifier = `${context.identifier}-${at + 1}`;
    claimName(scope, TerraformStack.of(scope), 'instanceIdentifier', identifier);
    return clusterInstance(scope, `Instance${at + 1}`, context, cluster, identifier);
  });
}

/** An instance of a cluster, which has the storage and the parameters of the cluster. */
export function clusterInstance(
  scope: Construct,
  id: string,
  context: DatabaseContext,
  cluster: RdsCluster,
  identifier: string,
  promotionTier?: number
): RdsClusterInstance {
  return new RdsClusterInstance(scope, id, {
    ...instanceConfig(context),
    identifier,
    clusterIdentifier: cluster.clusterIdentifier,
    engine: context.engine.engine,
    dbSubnetGroupName: cluster.dbSubnetGroupNameInput,
    promotionTier,
    copyTagsToSnapshot: true,
    preferredMaintenanceWindow: context.props.maintenanceWindow,
    region: context.region,
    tags: context.tags,
  });
}

function makeInstance(scope: Construct, context: DatabaseContext): MadeDatabase {
  const { engine, keyArn, props } = context;
  const { masterSecret } = props;
  const groups = instanceGroups(scope, context);
  const allocatedStorage = props.allocatedStorageGiB ?? 20;
  const instance = new DbInstance(scope, 'Resource', {
    ...storageConfig(scope, context),
    ...instanceConfig(context),
    identifier: context.identifier,
    engineVersion: engine.version,
    port: engine.port.fromPort,
    dbName: props.databaseName,
    username: MASTER_USER,
    ...(masterSecret === undefined
      ? managedBy(keyArn)
      : { passwordWo: masterPassword(scope, masterSecret, context), passwordWoVersion: PASSWORD_VERSION }),
    multiAz: true,
    storageType: 'gp3',
    allocatedStorage,
    maxAllocatedStorage: maxStorageOf(props),
    ...groups.names,
    backupWindow: props.backupWindow,
    maintenanceWindow: props.maintenanceWindow,
  });
  return {
    instance,
    clusterInstances: [],
    parameterGroup: groups.parameterGroup,
    endpointAddress: instance.address,
    databaseArn: instance.arn,
    resourceId: instance.resourceId,
    secretArn: masterSecret?.secretArn ?? instance.masterUserSecret.get(0).secretArn,
  };
}

/** How far the storage of an instance may grow. */
export function maxStorageOf({ allocatedStorageGiB = 20, maxAllocatedStorageGiB }: EncryptedDatabaseProps): number {
  return maxAllocatedStorageGiB ?? Math.min(allocatedStorageGiB * 10, 65536);
}

/** The groups that an instance takes its parameters and options from. */
export function instanceGroups(scope: Construct, context: DatabaseContext) {
  const parameterGroup = new DbParameterGroup(scope, 'ParameterGroup', parametersOf(context));
  const optionGroupName = context.engine._hasAuditOption ? auditOption(scope, context).name : undefined;
  return { parameterGroup, names: { parameterGroupName: parameterGroup.name, optionGroupName } };
}

/** RDS makes the password, and keeps it under the key. */
function managedBy(keyArn: string) {
  return { manageMasterUserPassword: true, masterUserSecretKmsKeyId: keyArn };
}

function masterPassword(scope: Construct, secret: ISecret, { region }: DatabaseContext): string {
  return new MasterPassword(scope, 'MasterPassword', secret, region).value;
}

/** What holds the data has it: a cluster, or an instance that belongs to none. */
function storageConfig(scope: Construct, context: DatabaseContext) {
  const { engine, identifier, keyArn, isEphemeral, region, tags } = context;
  // The time of its creation makes the name unique: what is made again under its name could not be deleted else.
  const time = Fn.formatdate('YYYYMMDDhhmmss', Fn.plantimestamp());
  return {
    engine: engine.engine,
    dbSubnetGroupName: subnetGroup(scope, context).name,
    vpcSecurityGroupIds: [context.securityGroupId],
    storageEncrypted: true,
    kmsKeyId: keyArn,
    iamDatabaseAuthenticationEnabled: true,
    backupRetentionPeriod: context.backupRetentionDays,
    copyTagsToSnapshot: true,
    enabledCloudwatchLogsExports: [...engine._logs],
    deletionProtection: !isEphemeral,
    skipFinalSnapshot: isEphemeral,
    finalSnapshotIdentifier: isEphemeral ? undefined : `${identifier}-final-${time}`,
    dependsOn: context.logGroups,
    lifecycle: isEphemeral ? undefined : { preventDestroy: true, ignoreChanges: ['final_snapshot_identifier'] },
    region,
    tags,
  };
}

/** The subnets that a database stands in. */
export function subnetGroup(scope: Construct, { identifier, subnetIds, region, tags }: DatabaseContext): DbSubnetGroup {
  return new DbSubnetGroup(scope, 'SubnetGroup', { namePrefix: `${identifier}-`, subnetIds, region, tags });
}

/** What runs has it: an instance, of a cluster or not. */
export function instanceConfig({ instanceClass, keyArn }: DatabaseContext) {
  return {
    instanceClass,
    publiclyAccessible: false,
    caCertIdentifier: CERTIFICATE_AUTHORITY,
    autoMinorVersionUpgrade: true,
    performanceInsightsEnabled: true,
    performanceInsightsKmsKeyId: keyArn,
    performanceInsightsRetentionPeriod: 7,
  };
}

function parametersOf({ engine, identifier, region, tags }: DatabaseContext) {
  return {
    namePrefix: `${identifier}-`,
    family: engine._family,
    description: `TLS and audit of ${identifier}`,
    parameter: [...engine._parameters],
    region,
    tags,
    // Another family is another group, and the database must not be without one meanwhile.
    lifecycle: { createBeforeDestroy: true },
  };
}

/** The plugin that writes the audit log of MySQL and MariaDB. */
function auditOption(scope: Construct, { engine, identifier, isEphemeral, region, tags }: DatabaseContext) {
  return new DbOptionGroup(scope, 'OptionGroup', {
    namePrefix: `${identifier}-`,
    optionGroupDescription: `Audit of ${identifier}`,
    engineName: engine.engine,
    majorEngineVersion: engine.majorVersion,
    option: [
      {
        optionName: 'MARIADB_AUDIT_PLUGIN',
        optionSettings: [{ name: 'SERVER_AUDIT_EVENTS', value: AUDIT_EVENTS }],
      },
    ],
    // RDS deletes no group that a snapshot, such as the final one, was taken with.
    skipDestroy: isEphemeral ? undefined : true,
    region,
    tags,
    lifecycle: { createBeforeDestroy: true },
  });
}
