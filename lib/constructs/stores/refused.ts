import { refusedProps } from '../core/errors';

/** What ElastiCache and other libraries call the ways to loosen a cache. */
export const CACHE = refusedProps([
  {
    props: ['authToken'],
    must: 'must not be set: users authenticate by IAM, and nobody else can log in',
    measure: '3.1.1',
    fix: 'leave it out, and call addUser(id).grantConnect(role)',
    isSecret: true,
  },
  {
    props: ['transitEncryptionEnabled', 'transitEncryptionMode'],
    must: 'must not be set: the cache takes only TLS connections',
    measure: '1.1.2',
    fix: 'leave it out',
  },
  {
    props: ['atRestEncryptionEnabled', 'kmsKeyId'],
    must: 'must not be set: what is written to disk is always encrypted',
    measure: '1.2.1',
    fix: 'write encryptionKey for a key of your own, or leave it out',
  },
  {
    props: ['userGroupIds'],
    must: 'must not be set: users authenticate by IAM, and nobody else can log in',
    measure: '3.1.1',
    fix: 'leave it out, and call addUser(id).grantConnect(role)',
  },
  {
    props: ['multiAzEnabled', 'automaticFailoverEnabled', 'numCacheClusters'],
    must: 'must not be set: a cache always spans zones, and fails over by itself',
    measure: '3.3.1',
    fix: 'leave it out, and write nodes for how many there are',
  },
  {
    props: ['subnetGroupName', 'vpcSubnets'],
    must: 'must not be set: a cache stands in the data subnets',
    measure: '3.3.4',
    fix: 'leave it out, and name who may connect by connections.allowFrom',
  },
  {
    props: ['snapshotRetentionLimit'],
    must: 'is not a prop of this construct',
    measure: '4.1',
    fix: 'write snapshotRetentionDays',
  },
  {
    props: ['autoMinorVersionUpgrade'],
    must: 'must not be set: minor upgrades always come by themselves, in the maintenance window',
    measure: '5.1.2',
    fix: 'leave it out, and write maintenanceWindow',
  },
]);

/** What OpenSearch Service and other libraries call the ways to loosen a search domain. */
export const SEARCH_DOMAIN = refusedProps([
  {
    props: ['masterUserPassword'],
    must: 'must not be set: everybody signs requests as a role, and the domain knows no passwords and nobody without a name',
    measure: '3.1.1',
    fix: 'leave it out, and write masterUserArn: role.arn',
    isSecret: true,
  },
  {
    props: ['enforceHttps', 'tlsSecurityPolicy', 'domainEndpointOptions'],
    must: 'must not be set: the domain takes only HTTPS, of TLS 1.2 or newer with forward secrecy',
    measure: '1.1.1',
    fix: 'leave it out',
  },
  {
    props: ['nodeToNodeEncryption'],
    must: 'must not be set: nodes always encrypt what they send one another',
    measure: '1.1.2',
    fix: 'leave it out',
  },
  {
    props: ['encryptionAtRest', 'encryptAtRest', 'kmsKeyId'],
    must: 'must not be set: indices and automated snapshots are always encrypted',
    measure: '1.2.1',
    fix: 'write encryptionKey for a key of your own, or leave it out',
  },
  {
    props: ['publicAccess', 'vpcOptions', 'vpcSubnets', 'subnetIds'],
    must: 'must not be set: a domain stands in the data subnets, and has no public endpoint',
    measure: '3.3.4',
    fix: 'leave it out, and name who may connect by connections.allowFrom',
  },
  {
    props: ['accessPolicies', 'accessPolicy'],
    must: 'must not be set: the access policy lets in only the master user, and others come by policies of their roles',
    measure: '3.1.1',
    fix: 'leave it out, and call grantRead, grantWrite or grantReadWrite',
  },
  {
    props: [
      'useUnsignedBasicAuth',
      'fineGrainedAccessControl',
      'advancedSecurityOptions',
      'anonymousAuthEnabled',
      'internalUserDatabaseEnabled',
      'masterUserName',
      'masterUserOptions',
    ],
    must: 'must not be set: everybody signs requests as a role, and the domain knows no passwords and nobody without a name',
    measure: '3.1.1',
    fix: 'leave it out, and write masterUserArn: role.arn',
  },
  {
    props: ['logging', 'auditLogEnabled', 'logPublishingOptions'],
    must: 'must not be set: audit, slow and error logs are always published',
    measure: '8.1',
    fix: 'leave it out',
  },
  {
    props: [
      'capacity',
      'clusterConfig',
      'zoneAwareness',
      'zoneAwarenessEnabled',
      'availabilityZoneCount',
      'dedicatedMasterEnabled',
    ],
    must: 'must not be set: nodes are spread over zones, and three others lead them',
    measure: '3.3.1',
    fix: 'leave it out, and write nodes for how many there are',
  },
  {
    props: ['enableAutoSoftwareUpdate', 'softwareUpdateOptions', 'offPeakWindowEnabled', 'offPeakWindowOptions'],
    must: 'must not be set: updates of the service always come by themselves, in the off-peak window',
    measure: '5.1.2',
    fix: 'leave it out, and write offPeakStart',
  },
  {
    props: ['automatedSnapshotStartHour', 'snapshotOptions'],
    must: 'must not be set: OpenSearch Service takes a snapshot every hour, and keeps it for 14 days',
    measure: '4.1',
    fix: 'leave it out',
  },
  {
    props: ['removalPolicy'],
    must: 'must not be set: the environment of the posture decides it',
    measure: '3.2.1',
    fix: 'set the posture of a test to Environment.EPHEMERAL',
  },
]);

/** What L1 tables and other libraries call the ways to weaken a table. */
export const TABLE = refusedProps([
  {
    props: ['encryption', 'serverSideEncryption'],
    must: 'must not be set: items are always encrypted with a key of your own',
    measure: '1.2.1',
    fix: 'write encryptionKey, or leave it out for the key of the stack',
  },
  {
    props: ['pointInTimeRecovery', 'pointInTimeRecoverySpecification'],
    must: 'must not be set: the last 35 days can always be restored',
    measure: '4.1',
    fix: 'leave it out',
  },
  {
    props: ['deletionProtection', 'deletionProtectionEnabled', 'removalPolicy'],
    must: 'must not be set: the environment decides it',
    measure: '3.3.1',
    fix: 'leave it out',
  },
  { props: ['ttl'], must: 'is not a prop of this construct', measure: '2.2', fix: 'write timeToLiveAttribute' },
  { props: ['replica'], must: 'is not a prop of this construct', measure: '7.1', fix: 'write replicaRegions' },
  {
    props: ['resourcePolicy'],
    must: 'must not be set: the table has a policy of its own',
    measure: '3.1.1',
    fix: 'call addToResourcePolicy or the grants',
  },
]);

/** How other libraries take the value of a secret, which then is in the program, the plan and the state; and what would loosen it. */
export const SECRET = refusedProps([
  {
    props: [
      'secretBinary',
      'secretObjectValue',
      'secretString',
      'secretStringValue',
      'secretStringWo',
      'secretValue',
      'value',
    ],
    must: 'must not be set: it would stand in the program, in the plan and in the state unencrypted',
    measure: '1.3.1',
    fix: 'leave it out, and let the rotation function make the value, or put it in by hand with aws secretsmanager put-secret-value',
    isSecret: true,
  },
  {
    props: ['generateSecretString'],
    must: 'must not be set: Terraform has no such thing, and a password of its own would stand in the state',
    measure: '1.3.1',
    fix: 'leave it out, and let the rotation function make the value',
  },
  { props: ['policy'], must: 'must not be set', measure: '3.1.1', fix: 'call grantRead, grantWrite and grantRotate' },
  {
    props: ['blockPublicPolicy'],
    must: 'must not be set',
    measure: '3.1.1',
    fix: 'leave it out: a policy that lets everybody in is always refused',
  },
]);
