import { refusedProps } from '../core/errors';

/** What RDS and other libraries call the ways to loosen a database. */
export const DATABASE = refusedProps([
  {
    props: [
      'password',
      'passwordWo',
      'masterPassword',
      'masterPasswordWo',
      'masterUserPassword',
      'credentials',
      'manageMasterUserPassword',
    ],
    must: 'must not be set: RDS makes the password of the master user, keeps it in Secrets Manager under the key, and rotates it',
    measure: '3.1.1',
    fix: 'leave it out, and read secretArn',
    isSecret: true,
  },
  {
    props: ['username', 'masterUsername'],
    must: 'must not be set: the master user is dbadmin, and applications log in as users of their own',
    measure: '3.1.1',
    fix: 'leave it out, and call grantConnect(role, databaseUser)',
  },
  {
    props: ['storageEncrypted', 'kmsKeyId'],
    must: 'must not be set: storage, snapshots and performance data are always encrypted',
    measure: '1.2.1',
    fix: 'write encryptionKey for a key of your own, or leave it out',
  },
  {
    props: ['publiclyAccessible', 'subnetIds', 'subnetTier', 'vpcSubnets'],
    must: 'must not be set: a database stands in the data subnets, and has no public address',
    measure: '3.3.4',
    fix: 'leave it out, and name who may connect by connections.allowFrom',
  },
  {
    props: ['backupRetention', 'backupRetentionPeriod'],
    must: 'is not a prop of this construct',
    measure: '4.1',
    fix: 'write backupRetentionDays',
  },
  {
    props: ['deletionProtection', 'skipFinalSnapshot', 'removalPolicy'],
    must: 'must not be set: the environment of the posture decides it',
    measure: '3.2.1',
    fix: 'set the posture of a test to Environment.EPHEMERAL',
  },
  {
    props: ['multiAz', 'availabilityZone'],
    must: 'must not be set: a database always stands in two zones',
    measure: '3.3.1',
    fix: 'leave it out',
  },
  {
    props: ['parameterGroup', 'parameterGroupName'],
    must: 'must not be set: the parameters that force TLS and write the audit log are always there',
    measure: '1.1.2',
    fix: 'leave it out, and add parameters of your own by parameterGroup.addOverride',
  },
  {
    props: ['iamAuthentication', 'iamDatabaseAuthenticationEnabled'],
    must: 'must not be set: IAM authentication is always on',
    measure: '3.1.1',
    fix: 'leave it out',
  },
  {
    props: ['cloudwatchLogsExports', 'enabledCloudwatchLogsExports'],
    must: 'must not be set: the audit logs are always exported',
    measure: '8.1',
    fix: 'leave it out',
  },
  {
    props: ['autoMinorVersionUpgrade'],
    must: 'must not be set: minor upgrades always come by themselves, in the maintenance window',
    measure: '5.1.2',
    fix: 'leave it out, and write maintenanceWindow',
  },
]);

/** What RDS and other libraries call the ways in which a copy of a database would differ from it. */
export const READER = refusedProps([
  {
    props: ['storageEncrypted', 'kmsKeyId'],
    must: 'must not be set: a copy is encrypted as its source is',
    measure: '1.2.1',
    fix: 'leave it out',
  },
  {
    props: ['publiclyAccessible', 'subnetIds', 'vpcSubnets'],
    must: 'must not be set: a copy stands in the data subnets, and has no public address',
    measure: '3.3.4',
    fix: 'leave it out, and name who may connect by connections.allowFrom',
  },
  {
    props: ['parameterGroup', 'parameterGroupName'],
    must: 'must not be set: a copy has the parameters of its source, which force TLS',
    measure: '1.1.2',
    fix: 'leave it out',
  },
  {
    props: ['iamAuthentication', 'iamDatabaseAuthenticationEnabled'],
    must: 'must not be set: IAM authentication is always on',
    measure: '3.1.1',
    fix: 'leave it out',
  },
]);

/** What RDS and other libraries call the ways to loosen a proxy. */
export const PROXY = refusedProps([
  {
    props: ['requireTls', 'requireTLS'],
    must: 'must not be set: the proxy takes only TLS connections',
    measure: '1.1.2',
    fix: 'leave it out',
  },
  {
    props: ['debugLogging'],
    must: 'must not be set: its log would hold the text of statements, and the data in them',
    measure: '8.1',
    fix: 'leave it out, and switch it on by hand for the day of a search for a fault',
  },
  {
    props: ['iamAuth', 'auth', 'defaultAuthScheme', 'clientPasswordAuthType'],
    must: 'must not be set: clients always log in to the proxy with IAM',
    measure: '3.1.1',
    fix: 'leave it out, and call grantConnect(role, databaseUser) of the proxy',
  },
  {
    props: ['vpcSubnetIds', 'vpcSubnets'],
    must: 'must not be set: the proxy stands in the data subnets, as the database does',
    measure: '3.3.4',
    fix: 'leave it out, and name who may connect by connections.allowFrom',
  },
  {
    props: ['vpcSecurityGroupIds', 'securityGroups'],
    must: 'must not be set: the proxy has a security group of its own',
    measure: '3.3.4',
    fix: 'leave it out, and name who may connect by connections.allowFrom',
  },
  {
    props: ['role', 'roleArn'],
    must: 'must not be set: the proxy has a role of its own, which does no more than it needs',
    measure: '3.1.1',
    fix: 'leave it out',
  },
]);
