import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { TerraformStack, TerraformVariable } from 'cdktf';
import {
  DataClass,
  DatabaseEngine,
  EncryptedDatabase,
  EncryptedDatabaseProps,
  Environment,
  Port,
  PostureProps,
  RotatedKey,
  SecurityGroup,
} from '../../../lib';
import { check } from '../../../lib/guardrails/check';
import { readStack } from '../../../lib/terraform/read-stack';
import { network } from '../../support/network';
import { Written, messageOf, newStack } from '../../support/synth';

type Props = Omit<EncryptedDatabaseProps, 'vpc'>;

function database(props: Props = {}, posture?: PostureProps): Written {
  const stack = newStack(posture);
  new EncryptedDatabase(stack, 'Orders', { vpc: network(stack), ...props });
  return Written.of(stack);
}

const KEY = '${aws_kms_key.PersonalDataKey_AF90130A.arn}';
const EPHEMERAL = { environment: Environment.EPHEMERAL, owner: 'tests', retentionDays: 400 };

describe('a cluster of Aurora, without any props', () => {
  const written = database();
  const cluster = written.resource('aws_rds_cluster');

  test('is encrypted with its snapshots, and reached from the data subnets alone', () => {
    expect(cluster).toMatchObject({
      cluster_identifier: 'test-orders',
      engine: 'aurora-postgresql',
      engine_version: '17',
      port: 5432,
      storage_encrypted: true,
      kms_key_id: KEY,
      copy_tags_to_snapshot: true,
      vpc_security_group_ids: ['${aws_security_group.Orders_SecurityGroup_2E5456CF.id}'],
      tags: { 'tom:data-class': 'personal', 'tom:owner': 'tests' },
    });
    expect(written.resource('aws_db_subnet_group').subnet_ids).toEqual(['subnet-data-0', 'subnet-data-1']);
  });

  test('has a password that nobody knows, and users that IAM knows', () => {
    expect(cluster).toMatchObject({
      master_username: 'dbadmin',
      manage_master_user_password: true,
      master_user_secret_kms_key_id: KEY,
      iam_database_authentication_enabled: true,
    });
    expect(Object.keys(cluster).filter((attribute) => /password$|password_wo/.test(attribute))).toEqual([
      'manage_master_user_password',
    ]);
  });

  test('can go back for 35 days, refuses deletion, and leaves a snapshot of a name of its own', () => {
    expect(cluster).toMatchObject({
      backup_retention_period: 35,
      deletion_protection: true,
      skip_final_snapshot: false,
      final_snapshot_identifier: 'test-orders-final-${formatdate("YYYYMMDDhhmmss", plantimestamp())}',
      lifecycle: { prevent_destroy: true, ignore_changes: ['final_snapshot_identifier'] },
    });
  });

  test('has two instances, private, upgraded, and with performance data under the key', () => {
    const instances = Object.entries(written.resources('aws_rds_cluster_instance'));
    expect(instances.map(([path]) => path)).toEqual(['Orders/Instance1', 'Orders/Instance2']);
    for (const [path, instance] of instances) {
      expect(instance).toMatchObject({
        identifier: `test-orders-${path.slice(-1)}`,
        cluster_identifier: '${aws_rds_cluster.Orders_A9B65338.cluster_identifier}',
        engine: 'aurora-postgresql',
        instance_class: 'db.r7g.large',
        publicly_accessible: false,
        auto_minor_version_upgrade: true,
        ca_cert_identifier: 'rds-ca-rsa2048-g1',
        copy_tags_to_snapshot: true,
        performance_insights_enabled: true,
        performance_insights_kms_key_id: KEY,
        performance_insights_retention_period: 7,
      });
      expect(instance).not.toHaveProperty('availability_zone');
    }
  });

  test('refuses plain connections, and writes down who connected and who changed what', () => {
    const group = written.resource('aws_rds_cluster_parameter_group');
    expect(group).toMatchObject({ name_prefix: 'test-orders-', family: 'aurora-postgresql17' });
    expect(parameters(group)).toEqual({
      'rds.force_ssl': '1',
      ssl_min_protocol_version: 'TLSv1.2',
      log_connections: '1',
      log_disconnections: '1',
      log_statement: 'none',
      log_min_duration_statement: '-1',
      'pgaudit.log': 'ddl,role',
      shared_preload_libraries: 'pg_stat_statements,pgaudit',
    });
    expect(cluster.db_cluster_parameter_group_name).toMatch(/^\$\{aws_rds_cluster_parameter_group\./);
  });

  test('exports its logs to groups that are there before it', () => {
    expect(cluster.enabled_cloudwatch_logs_exports).toEqual(['postgresql']);
    expect(cluster.depends_on).toEqual(['aws_cloudwatch_log_group.Orders_PostgresqlLogs_EF8133D6']);
    expect(written.resource('aws_cloudwatch_log_group')).toMatchObject({
      name: '/aws/rds/cluster/test-orders/postgresql',
      retention_in_days: 365,
      kms_key_id: KEY,
      tags: { 'tom:log-kind': 'security' },
    });
  });
});

function parameters(group: { parameter?: unknown }): { [name: string]: string } {
  const all = group.parameter as { name: string; value: string }[];
  return Object.fromEntries(all.map(({ name, value }) => [name, value]));
}

describe('an instance of RDS', () => {
  test('has a standby in another zone, and storage that grows', () => {
    const written = database({ engine: DatabaseEngine.POSTGRESQL });
    expect(written.resource('aws_db_instance')).toMatchObject({
      identifier: 'test-orders',
      engine: 'postgres',
      engine_version: '17',
      username: 'dbadmin',
      instance_class: 'db.t4g.medium',
      multi_az: true,
      publicly_accessible: false,
      storage_type: 'gp3',
      storage_encrypted: true,
      kms_key_id: KEY,
      allocated_storage: 20,
      max_allocated_storage: 200,
      manage_master_user_password: true,
      iam_database_authentication_enabled: true,
      backup_retention_period: 35,
      auto_minor_version_upgrade: true,
      performance_insights_kms_key_id: KEY,
      enabled_cloudwatch_logs_exports: ['postgresql', 'upgrade'],
    });
    expect(written.resource('aws_db_instance')).not.toHaveProperty('option_group_name');
    expect(parameters(written.resource('aws_db_parameter_group'))).toMatchObject({ 'rds.force_ssl': '1' });
    expect(written.addresses.filter((address) => address.includes('rds_cluster'))).toEqual([]);
  });

  test.each([
    ['MYSQL', DatabaseEngine.MYSQL, 'mysql', '8.4', 'mysql8.4'],
    ['MARIADB', DatabaseEngine.MARIADB, 'mariadb', '11.8', 'mariadb11.8'],
  ] as const)('of %s has a plugin that writes its audit log', (_name, engine, name, version, family) => {
    const written = database({ engine });
    expect(parameters(written.resource('aws_db_parameter_group'))).toEqual({ require_secure_transport: '1' });
    expect(written.resource('aws_db_parameter_group').family).toBe(family);
    expect(written.resource('aws_db_option_group')).toMatchObject({
      engine_name: name,
      major_engine_version: version,
      skip_destroy: true,
      option: [
        {
          option_name: 'MARIADB_AUDIT_PLUGIN',
          option_settings: [{ name: 'SERVER_AUDIT_EVENTS', value: 'CONNECT,QUERY_DDL,QUERY_DCL' }],
        },
      ],
    });
    expect(written.resource('aws_db_instance')).toMatchObject({
      port: 3306,
      enabled_cloudwatch_logs_exports: ['audit', 'error'],
    });
    expect(Object.values(written.resources('aws_cloudwatch_log_group')).map((group) => group.name as string)).toEqual([
      '/aws/rds/instance/test-orders/audit',
      '/aws/rds/instance/test-orders/error',
    ]);
  });
});

test('Aurora MySQL audits by parameters', () => {
  const written = database({ engine: DatabaseEngine.AURORA_MYSQL });
  expect(parameters(written.resource('aws_rds_cluster_parameter_group'))).toEqual({
    require_secure_transport: 'ON',
    server_audit_logging: '1',
    server_audit_events: 'CONNECT,QUERY_DDL,QUERY_DCL',
  });
  expect(written.resource('aws_rds_cluster').enabled_cloudwatch_logs_exports).toEqual(['audit', 'error']);
});

test('takes sizes, names, windows, a class, a key and tags', () => {
  const stack = newStack();
  new EncryptedDatabase(stack, 'Orders', {
    vpc: network(stack, ['a', 'b', 'c']),
    engine: DatabaseEngine.postgresql('16.9'),
    instanceClass: 'db.m7g.large',
    allocatedStorageGiB: 100,
    maxAllocatedStorageGiB: 500,
    databaseName: 'orders',
    identifier: 'acme-orders',
    backupRetentionDays: 14,
    backupWindow: '02:00-03:00',
    maintenanceWindow: 'sun:03:30-sun:04:30',
    dataClass: DataClass.CONFIDENTIAL,
    encryptionKey: new RotatedKey(stack, 'Key'),
    tags: { team: 'orders' },
  });
  expect(Written.of(stack).resource('aws_db_instance')).toMatchObject({
    identifier: 'acme-orders',
    engine_version: '16.9',
    instance_class: 'db.m7g.large',
    allocated_storage: 100,
    max_allocated_storage: 500,
    db_name: 'orders',
    backup_retention_period: 14,
    backup_window: '02:00-03:00',
    maintenance_window: 'sun:03:30-sun:04:30',
    kms_key_id: expect.stringMatching(/^\$\{aws_kms_key\.Key_/) as string,
    tags: { team: 'orders', 'tom:data-class': 'confidential' },
  });
});

test('stands in the region of its network', () => {
  const stack = newStack();
  new EncryptedDatabase(stack, 'Orders', { vpc: network(stack, ['a', 'b'], 'eu-west-1') });
  const written = Written.of(stack);
  for (const type of ['aws_rds_cluster', 'aws_db_subnet_group', 'aws_rds_cluster_parameter_group', 'aws_kms_key']) {
    expect(written.resource(type).region).toBe('eu-west-1');
  }
  expect(written.resource('aws_rds_cluster').kms_key_id).toBe('${aws_kms_key.PersonalDataKey-eu-west-1_099026E7.arn}');
});

test('may be destroyed in an ephemeral environment, and be small there', () => {
  const cluster = database({ instances: 1 }, EPHEMERAL);
  expect(cluster.resource('aws_rds_cluster')).toMatchObject({ deletion_protection: false, skip_final_snapshot: true });
  expect(cluster.resource('aws_rds_cluster')).not.toHaveProperty('final_snapshot_identifier');
  expect(cluster.resource('aws_rds_cluster')).not.toHaveProperty('lifecycle');
  expect(Object.keys(cluster.resources('aws_rds_cluster_instance'))).toHaveLength(1);
  expect(database({ engine: DatabaseEngine.MYSQL }, EPHEMERAL).resource('aws_db_option_group')).not.toHaveProperty(
    'skip_destroy'
  );
});

test('lets in whom is named, on its port', () => {
  const stack = newStack();
  const vpc = network(stack);
  const orders = new EncryptedDatabase(stack, 'Orders', { vpc, engine: DatabaseEngine.MARIADB });
  new SecurityGroup(stack, 'App', { vpc }).connections.allowTo(orders, orders.port);
  expect(Written.of(stack).resource('aws_vpc_security_group_ingress_rule')).toMatchObject({
    from_port: 3306,
    security_group_id: '${aws_security_group.Orders_SecurityGroup_2E5456CF.id}',
  });
});

describe('grantConnect', () => {
  function policy(stack: TerraformStack): unknown {
    const { policy: text } = Written.of(stack).resource('aws_iam_role_policy');
    return (JSON.parse(text as string) as { Statement: unknown[] }).Statement[0];
  }

  test('lets a role log in as one user, once', () => {
    const stack = newStack();
    const role = new IamRole(stack, 'Role', { assumeRolePolicy: '{}' });
    const orders = new EncryptedDatabase(stack, 'Orders', { vpc: network(stack) });
    orders.grantConnect(role, 'orders');
    orders.grantConnect(role, 'orders');
    expect(policy(stack)).toEqual({
      Effect: 'Allow',
      Action: ['rds-db:connect'],
      Resource: [
        expect.stringMatching(
          /^arn:\$\{[^}]+\}:rds-db:\$\{[^}]+\}:\$\{[^}]+\}:dbuser:\$\{aws_rds_cluster\.Orders_A9B65338\.cluster_resource_id\}\/orders$/
        ) as string,
      ],
    });
  });

  test('works on a database that is already there', () => {
    const stack = newStack();
    const role = new IamRole(stack, 'Role', { assumeRolePolicy: '{}' });
    const legacy = EncryptedDatabase.fromDatabaseAttributes(stack, 'Legacy', {
      endpointAddress: 'legacy.abc.eu-west-1.rds.amazonaws.com',
      port: Port.POSTGRESQL,
      resourceId: 'db-ABC',
      securityGroup: SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-0123456789abcdef0'),
      region: 'eu-west-1',
    });
    legacy.grantConnect(role, 'orders');
    new SecurityGroup(stack, 'App', { vpc: network(stack) }).connections.allowTo(legacy, legacy.port);
    expect(policy(stack)).toMatchObject({
      Resource: [expect.stringMatching(/:rds-db:eu-west-1:.*:dbuser:db-ABC\/orders$/) as string],
    });
  });

  test.each(['*', '', 'a/b', 'orders*'])('refuses %j, which is no user', (user) => {
    const stack = newStack();
    const role = new IamRole(stack, 'Role', { assumeRolePolicy: '{}' });
    const orders = new EncryptedDatabase(stack, 'Orders', { vpc: network(stack) });
    expect(messageOf(() => orders.grantConnect(role, user))).toBe(
      `[test/Orders] 'databaseUser' must be the name of one user: letters, digits, '_', '.', '@' and '-', known when the program runs (TOM 3.1.1 Least privilege through roles), got "${user}"; write grantConnect(role, 'orders')`
    );
  });
});

test.each([Environment.PRODUCTION, Environment.EPHEMERAL])('passes the rules with every engine (%s)', (environment) => {
  const stack = newStack({ environment, owner: 'tests', retentionDays: 400 });
  const vpc = network(stack);
  for (const [name, engine] of Object.entries(DatabaseEngine)) new EncryptedDatabase(stack, name, { vpc, engine });
  const { report } = check([readStack('test', 'cdk.tf.json', Written.of(stack).json)]);
  expect(report.findings.filter(({ address }) => /aws_(?:rds|db)_/.test(address))).toEqual([]);
});

describe('refuses', () => {
  const PASSWORD =
    ' must not be set: RDS makes the password of the master user, keeps it in Secrets Manager under the key, and rotates it (TOM 3.1.1 Least privilege through roles); leave it out, and read secretArn';
  const ENCRYPTED =
    ' must not be set: storage, snapshots and performance data are always encrypted (TOM 1.2.1 AES-256 for databases and object stores), got ';
  const OWN_KEY = '; write encryptionKey for a key of your own, or leave it out';

  test.each<[object, string]>([
    [{ password: 'hunter2' }, `'password'${PASSWORD}`],
    [{ masterPassword: 'hunter2' }, `'masterPassword'${PASSWORD}`],
    [{ masterUserPassword: 'hunter2' }, `'masterUserPassword'${PASSWORD}`],
    [{ passwordWo: 'hunter2' }, `'passwordWo'${PASSWORD}`],
    [{ manageMasterUserPassword: false }, `'manageMasterUserPassword'${PASSWORD}`],
    [
      { masterUsername: 'root' },
      `'masterUsername' must not be set: the master user is dbadmin, and applications log in as users of their own (TOM 3.1.1 Least privilege through roles), got "root"; leave it out, and call grantConnect(role, databaseUser)`,
    ],
    [{ storageEncrypted: false }, `'storageEncrypted'${ENCRYPTED}false${OWN_KEY}`],
    [{ kmsKeyId: 'alias/aws/rds' }, `'kmsKeyId'${ENCRYPTED}"alias/aws/rds"${OWN_KEY}`],
    [
      { publiclyAccessible: true },
      `'publiclyAccessible' must not be set: a database stands in the data subnets, and has no public address (TOM 3.3.4 Layered network defence), got true; leave it out, and name who may connect by connections.allowFrom`,
    ],
    [
      { subnetTier: 'public' },
      `'subnetTier' must not be set: a database stands in the data subnets, and has no public address (TOM 3.3.4 Layered network defence), got "public"; leave it out, and name who may connect by connections.allowFrom`,
    ],
    [
      { backupRetentionPeriod: 1 },
      `'backupRetentionPeriod' is not a prop of this construct (TOM 4.1 Automated backups), got 1; write backupRetentionDays`,
    ],
    [
      { deletionProtection: false },
      `'deletionProtection' must not be set: the environment of the posture decides it (TOM 3.2.1 Change management), got false; set the posture of a test to Environment.EPHEMERAL`,
    ],
    [
      { multiAz: false },
      `'multiAz' must not be set: a database always stands in two zones (TOM 3.3.1 Redundant and distributed architecture), got false; leave it out`,
    ],
    [
      { parameterGroupName: 'default.postgres17' },
      `'parameterGroupName' must not be set: the parameters that force TLS and write the audit log are always there (TOM 1.1.2 Strong ciphers between services too), got "default.postgres17"; leave it out, and add parameters of your own by parameterGroup.addOverride`,
    ],
    [
      { iamAuthentication: false },
      `'iamAuthentication' must not be set: IAM authentication is always on (TOM 3.1.1 Least privilege through roles), got false; leave it out`,
    ],
    [
      { enabledCloudwatchLogsExports: [] },
      `'enabledCloudwatchLogsExports' must not be set: the audit logs are always exported (TOM 8.1 Central logging and correlation), got []; leave it out`,
    ],
    [
      { autoMinorVersionUpgrade: false },
      `'autoMinorVersionUpgrade' must not be set: minor upgrades always come by themselves, in the maintenance window (TOM 5.1.2 Ranking and remediation of vulnerabilities), got false; leave it out, and write maintenanceWindow`,
    ],
    [
      { engine: 'oracle-ee' },
      `'engine' must be one that can be made to refuse connections without TLS (TOM 1.1.2 Strong ciphers between services too), got "oracle-ee"; write DatabaseEngine.AURORA_POSTGRESQL, AURORA_MYSQL, POSTGRESQL, MYSQL or MARIADB, or a version such as DatabaseEngine.postgresql('17.5')`,
    ],
    [
      { backupRetentionDays: 6 },
      `'backupRetentionDays' must be a whole number from 7 to 35 (TOM 4.1 Automated backups), got 6; write backupRetentionDays: 35`,
    ],
    [
      { backupRetentionDays: 36 },
      `'backupRetentionDays' must be a whole number from 7 to 35 (TOM 4.1 Automated backups), got 36; write backupRetentionDays: 35`,
    ],
    [
      { backupRetentionDays: NaN },
      `'backupRetentionDays' must be a whole number from 7 to 35 (TOM 4.1 Automated backups), got NaN; write backupRetentionDays: 35`,
    ],
    [
      { instances: 1 },
      `'instances' must be a whole number from 2 to 16: a cluster whose only instance fails answers nobody (TOM 3.3.1 Redundant and distributed architecture), got 1; write instances: 2`,
    ],
    [
      { engine: DatabaseEngine.MYSQL, instances: 2 },
      `'instances' must be left out for mysql: it always has one instance, and a standby in another zone (TOM 3.3.1 Redundant and distributed architecture), got 2; remove it`,
    ],
    [
      { allocatedStorageGiB: 20 },
      `'allocatedStorageGiB' must be left out for aurora-postgresql: its storage grows by itself (TOM 3.3.2 Capacity management), got 20; remove it`,
    ],
    [
      { engine: DatabaseEngine.MYSQL, allocatedStorageGiB: 10 },
      `'allocatedStorageGiB' must be a whole number of GiB from 20 to 65536 (TOM 3.3.2 Capacity management), got 10; write allocatedStorageGiB: 20`,
    ],
    [
      { engine: DatabaseEngine.MYSQL, maxAllocatedStorageGiB: 20 },
      `'maxAllocatedStorageGiB' must be a whole number of GiB from 21 to 65536 (TOM 3.3.2 Capacity management), got 20; write maxAllocatedStorageGiB: 200`,
    ],
    [
      { identifier: 'Orders' },
      `'identifier' must be 1 to 60 lower case letters, digits and single hyphens, a letter first and no hyphen last, known when the program runs, got "Orders"; write identifier: 'acme-orders'`,
    ],
    [
      { databaseName: 'my-orders' },
      `'databaseName' must be 1 to 63 letters, digits and '_', a letter first, got "my-orders"; write databaseName: 'orders'`,
    ],
    [
      { instanceClass: 'r7g.large' },
      `'instanceClass' must be a class of instances, got "r7g.large"; write instanceClass: 'db.r7g.large'`,
    ],
    [
      { backupWindow: 'at night' },
      `'backupWindow' must be two times of day in UTC, got "at night"; write backupWindow: '02:00-03:00'`,
    ],
    [
      { maintenanceWindow: '02:00-03:00' },
      `'maintenanceWindow' must be two days and times in UTC, got "02:00-03:00"; write maintenanceWindow: 'sun:03:30-sun:04:30'`,
    ],
  ])('%j', (props, message) => {
    expect(messageOf(() => database(props))).toBe(`[test/Orders] ${message}`);
  });

  test('a token for a number', () => {
    const stack = newStack();
    const vpc = network(stack);
    const number = new TerraformVariable(stack, 'number', {}).numberValue;
    const make = (id: string, props: Props): EncryptedDatabase => new EncryptedDatabase(stack, id, { vpc, ...props });
    expect(messageOf(() => make('One', { backupRetentionDays: number }))).toBe(
      `[test/One] 'backupRetentionDays' must be a plain number, known when the program runs (TOM 4.1 Automated backups), got a token; write backupRetentionDays: 35`
    );
    expect(messageOf(() => make('Two', { instances: number }))).toBe(
      `[test/Two] 'instances' must be a plain number, known when the program runs (TOM 3.3.1 Redundant and distributed architecture), got a token; write instances: 2`
    );
    expect(messageOf(() => make('Three', { engine: DatabaseEngine.MYSQL, allocatedStorageGiB: number }))).toBe(
      `[test/Three] 'allocatedStorageGiB' must be a plain number, known when the program runs (TOM 3.3.2 Capacity management), got a token; write allocatedStorageGiB: 20`
    );
  });

  test('a network with data subnets in one zone, or with none', () => {
    const stack = newStack();
    expect(messageOf(() => new EncryptedDatabase(stack, 'Orders', { vpc: network(stack, ['a', 'a']) }))).toBe(
      `[test/Orders] 'vpc' must have data subnets in two zones or more: one zone that fails takes the database along (TOM 3.3.1 Redundant and distributed architecture), got ["eu-central-1a"]; give the network a second zone`
    );
    const bare = newStack();
    expect(messageOf(() => new EncryptedDatabase(bare, 'Orders', { vpc: network(bare, []) }))).toBe(
      `[test/Network] 'tier' must be one that the network has (TOM 3.3.4 Layered network defence), got "data"; write dataSubnets where the network is imported`
    );
  });

  test('a key of another region, and a region outside the residency', () => {
    const stack = newStack();
    const arn = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-44cd-a6ef-1234567890ab';
    const encryptionKey = RotatedKey.fromKeyArn(stack, 'Key', arn);
    expect(messageOf(() => new EncryptedDatabase(stack, 'Orders', { vpc: network(stack), encryptionKey }))).toBe(
      `[test/Orders] 'encryptionKey' must be a key of eu-central-1, where what it encrypts lies (TOM 1.2.1 AES-256 for databases and object stores), got "eu-west-1"; make one there: new RotatedKey(this, 'Key', { region: 'eu-central-1' })`
    );
    const abroad = newStack();
    const vpc = network(abroad, ['a', 'b'], 'us-east-1');
    expect(messageOf(() => new EncryptedDatabase(abroad, 'Orders', { vpc }))).toMatch(
      /^\[test\/Orders\] 'region' must be within the residency of personal data \(TOM 7\.1 .*\), got "us-east-1"; /
    );
  });

  test('a name that another database of the stack has', () => {
    const stack = newStack();
    const vpc = network(stack);
    new EncryptedDatabase(stack, 'One', { vpc, identifier: 'orders' });
    expect(messageOf(() => new EncryptedDatabase(stack, 'Two', { vpc, identifier: 'orders' }))).toBe(
      `[test/Two] 'identifier' must be unique: test/One has this name, got "orders"; write another identifier, or leave it out`
    );
  });
});
