import { TerraformStack, Token } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, refuseProps } from '../core/errors';
import { claimName } from '../core/names';
import { requireWholeNumber } from '../core/require';
import { DatabaseEngine } from './database-engine';
import { EncryptedDatabaseProps } from './encrypted-database-props';
import { DAILY, Form, WEEKLY, requireForm } from './text-formats';

/** Refuses the props by which other libraries and Terraform loosen a database. */
export function refuseLoosening(scope: Construct, props: object): void {
  // What is given as a password or as credentials is a secret, and must not stand in a message.
  const secret = SECRETS.find((prop) => (props as { [prop: string]: unknown })[prop] !== undefined);
  if (secret !== undefined) refuse(scope, { prop: secret, ...MANAGED });
  refuseProps(scope, props, REFUSED);
}

/** The engine, which in plain JavaScript may be anything. */
export function requireEngine(scope: Construct, engine: unknown): DatabaseEngine {
  if (engine instanceof DatabaseEngine) return engine;
  refuse(scope, {
    prop: 'engine',
    must: 'must be one that can be made to refuse connections without TLS',
    value: engine,
    measure: '1.1.2',
    fix: "write DatabaseEngine.AURORA_POSTGRESQL, AURORA_MYSQL, POSTGRESQL, MYSQL or MARIADB, or a version such as DatabaseEngine.postgresql('17.5')",
  });
}

/** Refuses how many instances there are, and how much they hold, where the engine does not take it. */
export function requireSizes(
  scope: Construct,
  engine: DatabaseEngine,
  { instances, allocatedStorageGiB, maxAllocatedStorageGiB }: EncryptedDatabaseProps,
  isEphemeral: boolean
): void {
  if (!engine.isAurora && instances !== undefined) {
    const must = `must be left out for ${engine.engine}: it always has one instance, and a standby in another zone`;
    refuse(scope, { prop: 'instances', must, value: instances, measure: '3.3.1', fix: 'remove it' });
  }
  if (instances !== undefined) {
    const because = ': a cluster whose only instance fails answers nobody';
    const bounds = { min: isEphemeral ? 1 : 2, max: 16, because, measure: '3.3.1', example: 2 };
    requireWholeNumber(scope, 'instances', instances, bounds);
  }
  const storage = Object.entries({ allocatedStorageGiB, maxAllocatedStorageGiB });
  for (const [prop, value] of storage) {
    if (value === undefined) continue;
    if (engine.isAurora) {
      const must = `must be left out for ${engine.engine}: its storage grows by itself`;
      refuse(scope, { prop, must, value, measure: '3.3.2', fix: 'remove it' });
    }
    const allocated = allocatedStorageGiB ?? 20;
    const bounds =
      prop === 'allocatedStorageGiB'
        ? { min: 20, example: 20 }
        : { min: allocated + 1, example: Math.min(allocated * 10, 65_536) };
    requireWholeNumber(scope, prop, value, { ...bounds, max: 65_536, of: 'GiB', measure: '3.3.2' });
  }
}

/** Refuses a name that RDS does not take, or that another database of the stack has. */
export function requireIdentifier(scope: Construct, identifier: string): void {
  // Instances of a cluster are called after it: two digits and a hyphen must fit.
  if (Token.isUnresolved(identifier) || !/^[a-z](?:-?[a-z0-9]){0,59}$/.test(identifier) || identifier.length > 60) {
    refuse(scope, {
      prop: 'identifier',
      must: 'must be 1 to 60 lower case letters, digits and single hyphens, a letter first and no hyphen last, known when the program runs',
      value: identifier,
      fix: "write identifier: 'acme-orders'",
    });
  }
  claimName(scope, TerraformStack.of(scope), 'identifier', identifier);
}

/** Refuses texts that RDS would only refuse when they are applied. */
export function requireForms(scope: Construct, props: EncryptedDatabaseProps): void {
  requireForm(scope, 'databaseName', props.databaseName, DATABASE_NAME);
  requireForm(scope, 'instanceClass', props.instanceClass, INSTANCE_CLASS);
  requireForm(scope, 'backupWindow', props.backupWindow, DAILY);
  requireForm(scope, 'maintenanceWindow', props.maintenanceWindow, WEEKLY);
}

const DATABASE_NAME: Form = {
  form: /^[a-z]\w{0,62}$/i,
  must: "must be 1 to 63 letters, digits and '_', a letter first",
  example: 'orders',
};
const INSTANCE_CLASS: Form = {
  form: /^db\.[a-z0-9-]+\.[a-z0-9]+$/,
  must: 'must be a class of instances, and not db.serverless',
  example: 'db.r7g.large',
};

const MANAGED = {
  must: 'must not be set: RDS makes the password of the master user, keeps it in Secrets Manager under the key, and rotates it',
  measure: '3.1.1',
  fix: 'leave it out, and read secretArn',
};
const USER = {
  must: 'must not be set: the master user is dbadmin, and applications log in as users of their own',
  measure: '3.1.1',
  fix: 'leave it out, and call grantConnect(role, databaseUser)',
};
const ENCRYPTED = {
  must: 'must not be set: storage, snapshots and performance data are always encrypted',
  measure: '1.2.1',
  fix: 'write encryptionKey for a key of your own, or leave it out',
};
const PRIVATE = {
  must: 'must not be set: a database stands in the data subnets, and has no public address',
  measure: '3.3.4',
  fix: 'leave it out, and name who may connect by connections.allowFrom',
};
const BACKED_UP = {
  must: 'is not a prop of this construct',
  measure: '4.1',
  fix: 'write backupRetentionDays',
};
const PROTECTED = {
  must: 'must not be set: the environment of the posture decides it',
  measure: '3.2.1',
  fix: 'set the posture of a test to Environment.EPHEMERAL',
};
const REDUNDANT = {
  must: 'must not be set: a database always stands in two zones',
  measure: '3.3.1',
  fix: 'leave it out',
};
const FORCED = {
  must: 'must not be set: the parameters that force TLS and write the audit log are always there',
  measure: '1.1.2',
  fix: 'leave it out, and add parameters of your own by parameterGroup.addOverride',
};
const IAM = {
  must: 'must not be set: IAM authentication is always on',
  measure: '3.1.1',
  fix: 'leave it out',
};
const LOGGED = {
  must: 'must not be set: the audit logs are always exported',
  measure: '8.1',
  fix: 'leave it out',
};
const UPGRADED = {
  must: 'must not be set: minor upgrades always come by themselves, in the maintenance window',
  measure: '5.1.2',
  fix: 'leave it out, and write maintenanceWindow',
};

const SECRETS = [
  'password',
  'passwordWo',
  'masterPassword',
  'masterPasswordWo',
  'masterUserPassword',
  'credentials',
  'manageMasterUserPassword',
];

const REFUSED = {
  username: USER,
  masterUsername: USER,
  storageEncrypted: ENCRYPTED,
  kmsKeyId: ENCRYPTED,
  publiclyAccessible: PRIVATE,
  subnetIds: PRIVATE,
  subnetTier: PRIVATE,
  vpcSubnets: PRIVATE,
  backupRetention: BACKED_UP,
  backupRetentionPeriod: BACKED_UP,
  deletionProtection: PROTECTED,
  skipFinalSnapshot: PROTECTED,
  removalPolicy: PROTECTED,
  multiAz: REDUNDANT,
  availabilityZone: REDUNDANT,
  parameterGroup: FORCED,
  parameterGroupName: FORCED,
  iamAuthentication: IAM,
  iamDatabaseAuthenticationEnabled: IAM,
  cloudwatchLogsExports: LOGGED,
  enabledCloudwatchLogsExports: LOGGED,
  autoMinorVersionUpgrade: UPGRADED,
};
