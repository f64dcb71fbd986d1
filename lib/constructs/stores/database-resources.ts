import { Fn, TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { DbInstance } from '@cdktf/provider-aws/lib/db-instance';
import { DbOptionGroup } from '@cdktf/provider-aws/lib/db-option-group';
import { DbParameterGroup } from '@cdktf/provider-aws/lib/db-parameter-group';
import { DbSubnetGroup } from '@cdktf/provider-aws/lib/db-subnet-group';
import { RdsCluster } from '@cdktf/provider-aws/lib/rds-cluster';
import { RdsClusterInstance } from '@cdktf/provider-aws/lib/rds-cluster-instance';
import { RdsClusterParameterGroup } from '@cdktf/provider-aws/lib/rds-cluster-parameter-group';
import { instanceTypeIn } from '../network/vpc-encryption';
import { AUDIT_EVENTS, DatabaseEngine } from './database-engine';
import { EncryptedDatabaseProps } from './encrypted-database-props';

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
  readonly logGroups: CloudwatchLogGroup[];
  readonly isEphemeral: boolean;
  readonly props: EncryptedDatabaseProps;
  readonly region?: string;
  readonly tags: { [key: string]: string };
}

/** The resources of a database, and what is known of them. */
export interface MadeDatabase {
  readonly resource: TerraformResource;
  readonly clusterInstances: RdsClusterInstance[];
  readonly parameterGroup: TerraformResource;
  readonly endpointAddress: string;
  readonly readerEndpointAddress?: string;
  readonly databaseArn: string;
  readonly resourceId: string;
  readonly secretArn: string;
}

/** A cluster of Aurora, or an instance of RDS. */
export function makeDatabase(scope: Construct, context: DatabaseContext): MadeDatabase {
  return context.engine.isAurora ? makeCluster(scope, context) : makeInstance(scope, context);
}

function makeCluster(scope: Construct, context: DatabaseContext): MadeDatabase {
  const { engine, identifier, props, region, tags } = context;
  const parameterGroup = new RdsClusterParameterGroup(scope, 'ParameterGroup', parametersOf(context));
  const storage = storageConfig(scope, context);
  const cluster = new RdsCluster(scope, 'Resource', {
    ...storage,
    clusterIdentifier: identifier,
    databaseName: props.databaseName,
    masterUsername: MASTER_USER,
    dbClusterParameterGroupName: parameterGroup.name,
    preferredBackupWindow: props.backupWindow,
    preferredMaintenanceWindow: props.maintenanceWindow,
  });
  const { clusterIdentifier } = cluster;
  const clusterInstances = Array.from(
    { length: props.instances ?? 2 },
    (_, at) =>
      new RdsClusterInstance(scope, `Instance${at + 1}`, {
        ...instanceConfig(scope, context),
        identifier: `${identifier}-${at + 1}`,
        clusterIdentifier,
        engine: engine.engine,
        dbSubnetGroupName: storage.dbSubnetGroupName,
        copyTagsToSnapshot: true,
        preferredMaintenanceWindow: props.maintenanceWindow,
        region,
        tags,
      })
  );
  return {
    resource: cluster,
    clusterInstances,
    parameterGroup,
    endpointAddress: cluster.endpoint,
    readerEndpointAddress: cluster.readerEndpoint,
    databaseArn: cluster.arn,
    resourceId: cluster.clusterResourceId,
    secretArn: cluster.masterUserSecret.get(0).secretArn,
  };
}

function makeInstance(scope: Construct, context: DatabaseContext): MadeDatabase {
  const { engine, identifier, props } = context;
  const parameterGroup = new DbParameterGroup(scope, 'ParameterGroup', parametersOf(context));
  const allocatedStorage = props.allocatedStorageGiB ?? 20;
  const instance = new DbInstance(scope, 'Resource', {
    ...storageConfig(scope, context),
    ...instanceConfig(scope, context),
    identifier,
    dbName: props.databaseName,
    username: MASTER_USER,
    multiAz: true,
    storageType: 'gp3',
    allocatedStorage,
    maxAllocatedStorage: props.maxAllocatedStorageGiB ?? Math.min(allocatedStorage * 10, 65536),
    parameterGroupName: parameterGroup.name,
    optionGroupName: engine._hasAuditOption ? auditOption(scope, context).name : undefined,
    backupWindow: props.backupWindow,
    maintenanceWindow: props.maintenanceWindow,
  });
  return {
    resource: instance,
    clusterInstances: [],
    parameterGroup,
    endpointAddress: instance.address,
    databaseArn: instance.arn,
    resourceId: instance.resourceId,
    secretArn: instance.masterUserSecret.get(0).secretArn,
  };
}

/** What holds the data has it: a cluster, or an instance that belongs to none. */
function storageConfig(scope: Construct, context: DatabaseContext) {
  const { engine, identifier, subnetIds, keyArn, isEphemeral, region, tags } = context;
  const namePrefix = `${identifier}-`;
  const subnetGroup = new DbSubnetGroup(scope, 'SubnetGroup', { namePrefix, subnetIds, region, tags });
  // The time of its creation makes the name unique: what is made again under its name could not be deleted else.
  const time = Fn.formatdate('YYYYMMDDhhmmss', Fn.plantimestamp());
  return {
    engine: engine.engine,
    engineVersion: engine.version,
    port: engine.port.fromPort,
    dbSubnetGroupName: subnetGroup.name,
    vpcSecurityGroupIds: [context.securityGroupId],
    storageEncrypted: true,
    kmsKeyId: keyArn,
    manageMasterUserPassword: true,
    masterUserSecretKmsKeyId: keyArn,
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

/** What runs has it: an instance, of a cluster or not. */
function instanceConfig(scope: Construct, { engine, keyArn, props }: DatabaseContext) {
  return {
    instanceClass: instanceTypeIn(scope, props.vpc, {
      prop: 'instanceClass',
      given: props.instanceClass,
      usual: engine._instanceClass,
      encrypting: engine._encryptingClass,
    }),
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
