import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { TerraformStack } from 'cdktf';
import {
  DataClass,
  DatabaseEngine,
  EncryptedDatabase,
  EncryptedDatabaseProps,
  Environment,
  IVpc,
  ManagedSecret,
  PostureProps,
  RotatedKey,
  SegmentedVpc,
  VpcEncryption,
} from '../../../lib';
import { check } from '../../../lib/guardrails/check';
import { readStack } from '../../../lib/terraform/read-stack';
import { network } from '../../support/network';
import { Written, messageOf, newStack } from '../../support/synth';

type Props = Omit<EncryptedDatabaseProps, 'vpc' | 'masterSecret'>;

const MASTER = 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:master-a1b2c3';
const FAR_KEY = '${aws_kms_key.PersonalDataKey-eu-west-1_099026E7.arn}';
const { POSTGRESQL, MARIADB } = DatabaseEngine;

function networkIn(
  stack: TerraformStack,
  region: string | undefined,
  id = 'Far',
  zones = ['a', 'b'],
  vpcEncryption?: VpcEncryption
): IVpc {
  const dataSubnets = zones.map((zone) => ({
    subnetId: `subnet-${id}-${zone}`,
    availabilityZone: `${region ?? 'eu-central-1'}${zone}`,
  }));
  return SegmentedVpc.fromVpcAttributes(stack, id, {
    vpcId: 'vpc-00000000000000001',
    vpcCidrBlock: '10.1.0.0/16',
    region,
    vpcEncryption,
    dataSubnets,
  });
}

interface Made {
  readonly stack: TerraformStack;
  readonly orders: EncryptedDatabase;
}

function database(props: Props = {}, posture?: PostureProps): Made {
  const stack = newStack(posture);
  const masterSecret = ManagedSecret.fromSecretArn(stack, 'Master', MASTER);
  return { stack, orders: new EncryptedDatabase(stack, 'Orders', { vpc: network(stack), masterSecret, ...props }) };
}

describe('a cluster in another Region', () => {
  const { stack, orders } = database({ serverlessV2MinCapacity: 8, serverlessV2MaxCapacity: 64 });
  const replica = orders.addReplica('Ireland', { vpc: networkIn(stack, 'eu-west-1') });
  replica.grantConnect(new IamRole(stack, 'Role', { assumeRolePolicy: '{}' }), 'reports');
  const written = Written.of(stack);
  const secondary = written.resource('aws_rds_cluster', 'Orders/Ireland');

  test('is joined to the first one, which keeps its address and its own name', () => {
    expect(written.resource('aws_rds_global_cluster')).toMatchObject({
      global_cluster_identifier: 'test-orders',
      source_db_cluster_identifier: '${aws_rds_cluster.Orders_A9B65338.arn}',
      force_destroy: true,
      deletion_protection: true,
    });
    const primary = written.resource('aws_rds_cluster', 'Orders/Resource');
    expect(primary).not.toHaveProperty('global_cluster_identifier');
    expect(primary.lifecycle).toEqual({
      prevent_destroy: true,
      ignore_changes: ['final_snapshot_identifier', 'global_cluster_identifier'],
    });
    expect(orders.globalCluster).toBeDefined();
  });

  test('is encrypted with a key of its Region, and private there', () => {
    expect(secondary).toMatchObject({
      cluster_identifier: 'test-orders-ireland',
      region: 'eu-west-1',
      storage_encrypted: true,
      kms_key_id: FAR_KEY,
      iam_database_authentication_enabled: true,
      deletion_protection: true,
      skip_final_snapshot: false,
      backup_retention_period: 35,
      serverlessv2_scaling_configuration: { min_capacity: 8, max_capacity: 64 },
      tags: { 'tom:data-class': 'personal' },
    });
    expect(written.resource('aws_kms_key', 'PersonalDataKey-eu-west-1').region).toBe('eu-west-1');
    expect(written.resource('aws_db_subnet_group', 'Orders/Ireland')).toMatchObject({
      region: 'eu-west-1',
      subnet_ids: ['subnet-Far-a', 'subnet-Far-b'],
    });
    expect(written.resource('aws_security_group', 'Orders/Ireland').region).toBe('eu-west-1');
  });

  test('takes users and version from the first one, and waits for its instances', () => {
    for (const name of ['master_username', 'master_password_wo', 'manage_master_user_password', 'database_name']) {
      expect(secondary).not.toHaveProperty(name);
    }
    expect(secondary).toMatchObject({
      engine: 'aurora-postgresql',
      engine_version: expect.stringMatching(/^\$\{aws_rds_global_cluster\.Orders_GlobalCluster_.*\.engine_version\}$/),
      global_cluster_identifier: expect.stringMatching(/^\$\{aws_rds_global_cluster\.Orders_GlobalCluster_/),
      lifecycle: {
        prevent_destroy: true,
        ignore_changes: ['final_snapshot_identifier', 'engine_version', 'replication_source_identifier'],
      },
    });
    const instances = (secondary.depends_on as string[]).filter((address) => address.includes('cluster_instance'));
    expect(instances).toHaveLength(2);
  });

  test('forces TLS, and writes down who connected', () => {
    const group = written.resource('aws_rds_cluster_parameter_group', 'Orders/Ireland');
    expect(group).toMatchObject({ family: 'aurora-postgresql17', region: 'eu-west-1' });
    expect(group.parameter).toContainEqual({ name: 'rds.force_ssl', value: '1' });
    expect(secondary.enabled_cloudwatch_logs_exports).toEqual(['postgresql']);
    expect(written.resource('aws_cloudwatch_log_group', 'Orders/Ireland')).toMatchObject({
      name: '/aws/rds/cluster/test-orders-ireland/postgresql',
      region: 'eu-west-1',
      kms_key_id: FAR_KEY,
    });
  });

  test('has two instances, with performance data under its key', () => {
    const instances = Object.entries(written.resources('aws_rds_cluster_instance'))
      .filter(([path]) => path.startsWith('Orders/Ireland/'))
      .map(([, instance]) => instance);
    expect(instances).toHaveLength(2);
    for (const instance of instances) {
      expect(instance).toMatchObject({
        region: 'eu-west-1',
        instance_class: 'db.serverless',
        publicly_accessible: false,
        performance_insights_kms_key_id: FAR_KEY,
      });
    }
  });

  test('has users of its own for IAM, in its Region', () => {
    expect(written.resource('aws_iam_role_policy').policy).toMatch(
      /:rds-db:eu-west-1:.*:dbuser:\$\{aws_rds_cluster\.Orders_Ireland_[0-9A-F]{8}\.cluster_resource_id\}\/reports"/
    );
  });
});

test('two Regions are joined by one global cluster', () => {
  const { stack, orders } = database();
  orders.addReplica('Ireland', { vpc: networkIn(stack, 'eu-west-1') });
  orders.addReplica('Paris', {
    vpc: networkIn(stack, 'eu-west-3', 'Paris'),
    instanceClass: 'db.r8g.large',
    instances: 3,
  });
  const written = Written.of(stack);
  expect(Object.keys(written.resources('aws_rds_global_cluster'))).toEqual(['Orders/GlobalCluster']);
  const paris = Object.entries(written.resources('aws_rds_cluster_instance')).filter(([path]) =>
    path.includes('Paris')
  );
  expect(paris.map(([, instance]) => instance.instance_class as string)).toEqual([
    'db.r8g.large',
    'db.r8g.large',
    'db.r8g.large',
  ]);
});

describe.each([
  ['postgres', POSTGRESQL],
  ['mariadb', MARIADB],
])('an instance of %s in another Region', (_name, engine) => {
  const { stack, orders } = database({ engine });
  orders.addReplica('Ireland', { vpc: networkIn(stack, 'eu-west-1') });
  const written = Written.of(stack);
  const replica = written.resource('aws_db_instance', 'Orders/Ireland');

  test('follows the first one, under a key of its Region', () => {
    expect(replica).toMatchObject({
      identifier: 'test-orders-ireland',
      region: 'eu-west-1',
      replicate_source_db: '${aws_db_instance.Orders_A9B65338.arn}',
      storage_encrypted: true,
      kms_key_id: FAR_KEY,
      performance_insights_kms_key_id: FAR_KEY,
      publicly_accessible: false,
      multi_az: true,
      iam_database_authentication_enabled: true,
      deletion_protection: true,
      skip_final_snapshot: true,
    });
    for (const name of ['engine', 'username', 'password_wo', 'db_name', 'backup_retention_period']) {
      expect(replica).not.toHaveProperty(name);
    }
  });

  test('has groups of its Region', () => {
    const own = (type: string): object => written.resource(type, 'Orders/Ireland');
    expect(own('aws_db_parameter_group')).toMatchObject({ region: 'eu-west-1' });
    expect(own('aws_db_subnet_group')).toMatchObject({ region: 'eu-west-1' });
    expect(replica.parameter_group_name).toMatch(/^\$\{aws_db_parameter_group\.Orders_Ireland_/);
    expect(replica.db_subnet_group_name).toMatch(/^\$\{aws_db_subnet_group\.Orders_Ireland_/);
    if (engine === MARIADB) expect(replica.option_group_name).toMatch(/^\$\{aws_db_option_group\.Orders_Ireland_/);
    expect(orders.globalCluster).toBeUndefined();
  });
});

test('has a name of its own', () => {
  const { stack, orders } = database();
  orders.addReplica('Ireland', { vpc: networkIn(stack, 'eu-west-1'), identifier: 'orders-copy' });
  const written = Written.of(stack);
  expect(written.resource('aws_rds_cluster', 'Orders/Ireland').cluster_identifier).toBe('orders-copy');
  expect(written.resource('aws_rds_cluster_instance', 'Orders/Ireland/Instance2').identifier).toBe('orders-copy-2');
});

test('has instances that encrypt what they send, where its network enforces that and the first one does not', () => {
  const { stack, orders } = database({ engine: POSTGRESQL });
  const vpc = networkIn(stack, 'eu-west-1', 'Far', ['a', 'b'], VpcEncryption.ENFORCE);
  orders.addReplica('Ireland', { vpc });
  const written = Written.of(stack);
  const classes = ['Orders/Resource', 'Orders/Ireland'].map(
    (path) => written.resource('aws_db_instance', path).instance_class as string
  );
  expect(classes).toEqual(['db.t4g.medium', 'db.m7g.large']);
});

test('takes a key of the Region', () => {
  const { stack, orders } = database({ engine: POSTGRESQL });
  const encryptionKey = new RotatedKey(stack, 'FarKey', { region: 'eu-west-1' });
  orders.addReplica('Ireland', { vpc: networkIn(stack, 'eu-west-1'), encryptionKey });
  expect(Written.of(stack).resource('aws_db_instance', 'Orders/Ireland').kms_key_id).toMatch(
    /^\$\{aws_kms_key\.FarKey_/
  );
});

test('may be destroyed in an ephemeral environment, and be small there', () => {
  const { stack, orders } = database({ instances: 1 }, { environment: Environment.EPHEMERAL, owner: 'tests' });
  orders.addReplica('Ireland', { vpc: networkIn(stack, 'eu-west-1'), instances: 1 });
  const written = Written.of(stack);
  expect(written.resource('aws_rds_global_cluster').deletion_protection).toBe(false);
  expect(written.resource('aws_rds_cluster', 'Orders/Resource').lifecycle).toEqual({
    ignore_changes: ['global_cluster_identifier'],
  });
  expect(written.resource('aws_rds_cluster', 'Orders/Ireland').lifecycle).toEqual({
    ignore_changes: ['engine_version', 'replication_source_identifier'],
  });
});

test.each([Environment.PRODUCTION, Environment.EPHEMERAL])('passes the rules with every engine (%s)', (environment) => {
  const stack = newStack({ environment, owner: 'tests', retentionDays: 400 });
  const vpc = network(stack);
  const far = networkIn(stack, 'eu-west-1');
  const masterSecret = ManagedSecret.fromSecretArn(stack, 'Master', MASTER);
  for (const [name, engine] of Object.entries(DatabaseEngine)) {
    new EncryptedDatabase(stack, name, { vpc, engine, masterSecret }).addReplica('Replica', { vpc: far });
  }
  const { report } = check([readStack('test', 'cdk.tf.json', Written.of(stack).json)]);
  expect(report.findings.filter(({ address }) => /aws_(?:rds|db)_/.test(address))).toEqual([]);
});

describe('refuses', () => {
  const REDUNDANT = ' (TOM 3.3.1 Redundant and distributed architecture)';
  const CAPACITY = ' (TOM 3.3.2 Capacity management)';

  function refusal(props: Props, region: string | undefined, options: object = {}): string {
    const { stack, orders } = database(props);
    const vpc = networkIn(stack, region);
    return messageOf(() => orders.addReplica('Ireland', { vpc, ...options }));
  }

  test.each([
    ['a cluster', {}, 'a cluster whose password it keeps joins no global database'],
    ['an instance', { engine: POSTGRESQL }, 'it copies no instance whose password it keeps'],
  ])('%s whose password RDS keeps', (_what, props, why) => {
    const stack = newStack();
    const orders = new EncryptedDatabase(stack, 'Orders', { vpc: network(stack), ...props });
    expect(messageOf(() => orders.addReplica('Ireland', { vpc: networkIn(stack, 'eu-west-1') }))).toBe(
      `[test/Orders] 'addReplica' must not be called where RDS keeps the password of the master user: ${why}${REDUNDANT}; write masterSecret, such as a ManagedSecret, for the database`
    );
  });

  test.each([undefined, 'eu-central-1'])('a network in the region of the database: %s', (region) => {
    expect(refusal({}, region)).toBe(
      `[test/Orders/Ireland] 'vpc' must be a network of another region, which it names: a copy in the same one is a reader (TOM 4.5 Disaster recovery plans), got ${region === undefined ? 'undefined' : '"eu-central-1"'}; write vpc: new SegmentedVpc(this, 'Elsewhere', { region: 'eu-west-1', blockPublicAccess: BlockPublicAccess.ON }), or call addReader`
    );
  });

  test.each([
    ['cluster', {}],
    ['instance', { engine: POSTGRESQL }],
  ])('a copy of a %s outside the residency', (_what, props) => {
    expect(refusal(props, 'us-east-1')).toMatch(
      /^\[test\/Orders\/Ireland\] 'region' must be within the residency of personal data \(TOM 7\.1 [^)]+\), got "us-east-1"; write one of .*, or name the region in Posture\.set\(…, \{ residency \}\)$/
    );
  });

  test('a key of the Region of the source', () => {
    const { stack, orders } = database();
    const encryptionKey = new RotatedKey(stack, 'Key');
    expect(messageOf(() => orders.addReplica('Ireland', { vpc: networkIn(stack, 'eu-west-1'), encryptionKey }))).toBe(
      `[test/Orders/Ireland] 'encryptionKey' must be a key of eu-west-1, where what it encrypts lies (TOM 1.2.1 AES-256 for databases and object stores), got "eu-central-1"; make one there: new RotatedKey(this, 'Key', { region: 'eu-west-1' })`
    );
  });

  test('a network with one zone', () => {
    const { stack, orders } = database();
    expect(messageOf(() => orders.addReplica('Ireland', { vpc: networkIn(stack, 'eu-west-1', 'Far', ['a']) }))).toBe(
      `[test/Orders/Ireland] 'vpc' must have data subnets in two zones or more: one zone that fails takes the copy along${REDUNDANT}, got ["eu-west-1a"]; give the network a second zone`
    );
  });

  test.each<[string, Props, object, string]>([
    [
      'a cluster that pauses',
      { serverlessV2MinCapacity: 0, serverlessV2MaxCapacity: 8 },
      {},
      `[test/Orders] 'serverlessV2MinCapacity' must not be 0 in a global database: its writer never pauses${CAPACITY}, got 0; write serverlessV2MinCapacity: 8`,
    ],
    [
      'a small class of the database',
      { instanceClass: 'db.t4g.medium' },
      {},
      `[test/Orders] 'instanceClass' must be a class for much memory: a global database takes no others${CAPACITY}, got "db.t4g.medium"; write instanceClass: 'db.r7g.large'`,
    ],
    [
      'a small class of the copy',
      {},
      { instanceClass: 'db.t3.medium' },
      `[test/Orders] 'instanceClass' must be a class for much memory: a global database takes no others${CAPACITY}, got "db.t3.medium"; write instanceClass: 'db.r7g.large'`,
    ],
    [
      'a class that is none',
      {},
      { instanceClass: 'large' },
      `[test/Orders/Ireland] 'instanceClass' must be a class of instances, got "large"; write instanceClass: 'db.r7g.large'`,
    ],
    [
      'one instance',
      {},
      { instances: 1 },
      `[test/Orders/Ireland] 'instances' must be a whole number from 2 to 16${REDUNDANT}, got 1; write instances: 2`,
    ],
    [
      'two copies as one',
      { engine: POSTGRESQL },
      { instances: 2 },
      `[test/Orders/Ireland] 'instances' must be left out for postgres: a copy of an instance is one, with a standby in another zone${REDUNDANT}, got 2; remove it`,
    ],
    [
      'unencrypted storage',
      {},
      { storageEncrypted: false },
      `[test/Orders/Ireland] 'storageEncrypted' must not be set: a copy is encrypted as its source is (TOM 1.2.1 AES-256 for databases and object stores), got false; leave it out`,
    ],
  ])('%s', (_what, props, options, message) => {
    expect(refusal(props, 'eu-west-1', options)).toBe(message);
  });

  test('a second cluster in a Region', () => {
    const { stack, orders } = database();
    const vpc = networkIn(stack, 'eu-west-1');
    orders.addReplica('Ireland', { vpc });
    expect(messageOf(() => orders.addReplica('Dublin', { vpc }))).toBe(
      `[test/Orders] 'vpc' must be a network of a region without a copy: a global database has one cluster a region${REDUNDANT}, got "eu-west-1"; write instances for how many there are in that region`
    );
  });

  test('a small class of a reader, whichever came first', () => {
    const small = ` must be a class for much memory: a global database takes no others${CAPACITY}, got "db.t4g.medium"; write instanceClass: 'db.r7g.large'`;
    const before = database();
    before.orders.addReader('Reports', { instanceClass: 'db.t4g.medium' });
    expect(messageOf(() => before.orders.addReplica('Ireland', { vpc: networkIn(before.stack, 'eu-west-1') }))).toBe(
      `[test/Orders] 'instanceClass'${small}`
    );
    const after = database();
    after.orders.addReplica('Ireland', { vpc: networkIn(after.stack, 'eu-west-1') });
    expect(messageOf(() => after.orders.addReader('Reports', { instanceClass: 'db.t4g.medium' }))).toBe(
      `[test/Orders] 'instanceClass'${small}`
    );
  });

  test('a cluster in another Region beside 15 readers, and a reader beside 14 and a cluster', () => {
    const { stack, orders } = database({ instances: 15 });
    const vpc = networkIn(stack, 'eu-west-1');
    orders.addReplica('Ireland', { vpc });
    const tooMany = ` must be called for 15 at most, those that the database already has included${REDUNDANT}, got 16; leave it out`;
    expect(messageOf(() => orders.addReader('OneMore'))).toBe(`[test/Orders] 'addReader'${tooMany}`);
    const full = database({ instances: 16 });
    expect(messageOf(() => full.orders.addReplica('Ireland', { vpc: networkIn(full.stack, 'eu-west-1') }))).toBe(
      `[test/Orders] 'addReplica'${tooMany}`
    );
  });

  test('more clusters in other Regions than a global database has', () => {
    const regions = ['eu-west-1', 'eu-west-2', 'eu-west-3', 'eu-north-1', 'eu-south-1', 'eu-south-2', 'eu-central-2'];
    const further = ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2'];
    const posture = { owner: 'tests', dataClass: DataClass.INTERNAL, retentionDays: 400 };
    const { stack, orders } = database({}, posture);
    const [last, ...others] = [...regions, ...further].map((region) => networkIn(stack, region, region));
    for (const [at, vpc] of others.entries()) orders.addReplica(`Copy${at}`, { vpc });
    expect(messageOf(() => orders.addReplica('OneMore', { vpc: last }))).toBe(
      `[test/Orders] 'addReplica' must be called for 10 at most, those that the database already has included${REDUNDANT}, got 11; leave it out`
    );
  });

  test('more copies of an instance than RDS makes, wherever they are', () => {
    const { stack, orders } = database({ engine: POSTGRESQL });
    const vpc = networkIn(stack, 'eu-west-1');
    for (let at = 1; at <= 14; at++) orders.addReader(`Reader${at}`);
    orders.addReplica('Ireland', { vpc });
    const tooMany = `must be called for 15 at most, those that the database already has included${REDUNDANT}, got 16; leave it out`;
    expect(messageOf(() => orders.addReplica('Dublin', { vpc }))).toBe(`[test/Orders] 'addReplica' ${tooMany}`);
    expect(messageOf(() => orders.addReader('OneMore'))).toBe(`[test/Orders] 'addReader' ${tooMany}`);
  });
});
