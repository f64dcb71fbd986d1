import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { TerraformOutput, TerraformStack } from 'cdktf';
import {
  DatabaseEngine,
  EncryptedDatabase,
  EncryptedDatabaseProps,
  Environment,
  ManagedSecret,
  SecurityGroup,
} from '../../../lib';
import { check } from '../../../lib/guardrails/check';
import { readStack } from '../../../lib/terraform/read-stack';
import { network } from '../../support/network';
import { Written, messageOf, newStack } from '../../support/synth';

type Props = Omit<EncryptedDatabaseProps, 'vpc'>;

const MASTER = 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:master-a1b2c3';
const { POSTGRESQL, MYSQL, MARIADB } = DatabaseEngine;

/** A database, and with `masterSecret` one whose password RDS does not keep. */
function database(stack: TerraformStack, props: Props = {}): EncryptedDatabase {
  return new EncryptedDatabase(stack, 'Orders', { vpc: network(stack), ...props });
}

function ownPassword(stack: TerraformStack, props: Props): EncryptedDatabase {
  return database(stack, { ...props, masterSecret: ManagedSecret.fromSecretArn(stack, 'Master', MASTER) });
}

describe('a reader of a cluster', () => {
  test('is one more instance, with all that the others have', () => {
    const stack = newStack();
    const orders = database(stack);
    const reports = orders.addReader('Reports', { promotionTier: 15 });
    new TerraformOutput(stack, 'Endpoint', { value: reports.endpointAddress });
    const written = Written.of(stack);
    const instances = written.resources('aws_rds_cluster_instance');
    const { 'Orders/Reports/Resource': reader, 'Orders/Instance1': first } = instances;
    expect(Object.keys(instances)).toHaveLength(3);
    expect({ ...reader, '//': first['//'] as object, identifier: 'test-orders-1' }).toEqual({
      ...first,
      promotion_tier: 15,
    });
    expect(reader.identifier).toBe('test-orders-reports');
    expect(reports.secretArn).toBe(orders.secretArn);
    expect(reports.resourceId).toBe(orders.resourceId);
    expect(written.json.output).toMatchObject({
      Endpoint: {
        value: expect.stringMatching(
          /^\$\{aws_rds_cluster_instance\.Orders_Reports_[0-9A-F]{8}\.endpoint\}$/
        ) as string,
      },
    });
  });

  test.each([
    ['as the cluster', {}, {}, 'db.r7g.large'],
    ['as a cluster of its own class', { instanceClass: 'db.r8g.xlarge' }, {}, 'db.r8g.xlarge'],
    ['of a class of its own', {}, { instanceClass: 'db.r7g.2xlarge' }, 'db.r7g.2xlarge'],
    ['serverless', { serverlessV2MinCapacity: 1, serverlessV2MaxCapacity: 8 }, {}, 'db.serverless'],
    [
      'of a class in a serverless cluster',
      { serverlessV2MinCapacity: 1, serverlessV2MaxCapacity: 8 },
      { instanceClass: 'db.r7g.large' },
      'db.r7g.large',
    ],
  ])('is %s', (_what, props, options, expected) => {
    const stack = newStack();
    database(stack, props).addReader('Reports', options);
    expect(Written.of(stack).resource('aws_rds_cluster_instance', 'Orders/Reports').instance_class).toBe(expected);
  });
});

test('a reader has a name of its own', () => {
  const stack = newStack();
  database(stack).addReader('Reports', { instanceIdentifier: 'reports' });
  expect(Written.of(stack).resource('aws_rds_cluster_instance', 'Orders/Reports').identifier).toBe('reports');
});

describe('a reader of an instance', () => {
  test('follows it, under its key and parameters, with logs of its own', () => {
    const stack = newStack();
    ownPassword(stack, { engine: POSTGRESQL, maintenanceWindow: 'sun:03:30-sun:04:30' }).addReader('Reports');
    const written = Written.of(stack);
    const reader = written.resource('aws_db_instance', 'Orders/Reports');
    const source = written.resource('aws_db_instance', 'Orders/Resource');
    expect(reader).toMatchObject({
      identifier: 'test-orders-reports',
      replicate_source_db: '${aws_db_instance.Orders_A9B65338.identifier}',
      parameter_group_name: source.parameter_group_name as string,
      vpc_security_group_ids: source.vpc_security_group_ids as string[],
      instance_class: 'db.t4g.medium',
      storage_encrypted: true,
      publicly_accessible: false,
      iam_database_authentication_enabled: true,
      auto_minor_version_upgrade: true,
      performance_insights_enabled: true,
      performance_insights_kms_key_id: '${aws_kms_key.PersonalDataKey_AF90130A.arn}',
      max_allocated_storage: 200,
      maintenance_window: 'sun:03:30-sun:04:30',
      enabled_cloudwatch_logs_exports: ['postgresql', 'upgrade'],
      copy_tags_to_snapshot: true,
      skip_final_snapshot: true,
      tags: { 'tom:data-class': 'personal' },
    });
    // AWS takes none of them for a copy in the same Region.
    for (const inherited of ['kms_key_id', 'db_subnet_group_name', 'engine', 'username', 'password_wo', 'multi_az']) {
      expect(reader).not.toHaveProperty(inherited);
    }
    expect(reader.depends_on).toHaveLength(2);
    expect(written.resource('aws_cloudwatch_log_group', 'Orders/Reports/PostgresqlLogs')).toMatchObject({
      name: '/aws/rds/instance/test-orders-reports/postgresql',
      retention_in_days: 365,
    });
  });

  test.each([
    ['mysql', MYSQL],
    ['mariadb', MARIADB],
  ])('of %s has the plugin that writes its audit log', (_name, engine) => {
    const stack = newStack();
    ownPassword(stack, { engine }).addReader('Reports');
    const written = Written.of(stack);
    expect(written.resource('aws_db_instance', 'Orders/Reports').option_group_name).toBe(
      written.resource('aws_db_instance', 'Orders/Resource').option_group_name
    );
    expect(written.resources('aws_db_option_group')).toHaveProperty(['Orders/OptionGroup']);
  });

  test('has users of its own for IAM, and the doors of the database', () => {
    const stack = newStack();
    const orders = ownPassword(stack, { engine: POSTGRESQL });
    const reports = orders.addReader('Reports');
    reports.grantConnect(new IamRole(stack, 'Role', { assumeRolePolicy: '{}' }), 'reports');
    new SecurityGroup(stack, 'App', { vpc: stack.node.findChild('Network') as never }).connections.allowTo(
      reports,
      reports.port
    );
    const written = Written.of(stack);
    expect(written.resource('aws_iam_role_policy').policy).toMatch(
      /:dbuser:\$\{aws_db_instance\.Orders_Reports_[0-9A-F]{8}\.resource_id\}\/reports"/
    );
    expect(written.resource('aws_vpc_security_group_ingress_rule').security_group_id).toBe(
      '${aws_security_group.Orders_SecurityGroup_2E5456CF.id}'
    );
  });
});

test.each([Environment.PRODUCTION, Environment.EPHEMERAL])('passes the rules (%s)', (environment) => {
  const stack = newStack({ environment, owner: 'tests', retentionDays: 400 });
  const vpc = network(stack);
  const masterSecret = ManagedSecret.fromSecretArn(stack, 'Master', MASTER);
  for (const [name, engine] of Object.entries(DatabaseEngine)) {
    new EncryptedDatabase(stack, name, { vpc, engine, masterSecret }).addReader('Reader');
  }
  const { report } = check([readStack('test', 'cdk.tf.json', Written.of(stack).json)]);
  expect(report.findings.filter(({ address }) => /aws_(?:rds|db)_/.test(address))).toEqual([]);
});

describe('refuses', () => {
  test.each<[string, Props, object, string]>([
    [
      'a reader where RDS keeps the password',
      { engine: POSTGRESQL },
      {},
      `[test/Orders] 'addReader' must not be called where RDS keeps the password of the master user: it copies no instance whose password it keeps (TOM 3.3.1 Redundant and distributed architecture); write masterSecret, such as a ManagedSecret, for the database`,
    ],
    [
      'a class that is none',
      {},
      { instanceClass: 'large' },
      `[test/Orders/Reports] 'instanceClass' must be a class of instances, got "large"; write instanceClass: 'db.r7g.large'`,
    ],
    [
      'a name that RDS does not take',
      {},
      { instanceIdentifier: 'reports-' },
      `[test/Orders/Reports] 'instanceIdentifier' must be 1 to 60 lower case letters, digits and single hyphens, a letter first and no hyphen last, known when the program runs, got "reports-"; write instanceIdentifier: 'acme-orders'`,
    ],
    [
      'the name of an instance that the cluster is made with',
      {},
      { instanceIdentifier: 'test-orders-2' },
      `[test/Orders/Reports] 'instanceIdentifier' must be unique: test/Orders has this name, got "test-orders-2"; write another instanceIdentifier, or leave it out`,
    ],
    [
      'a tier that is none',
      {},
      { promotionTier: 16 },
      `[test/Orders/Reports] 'promotionTier' must be a whole number from 0 to 15 (TOM 3.3.1 Redundant and distributed architecture), got 16; write promotionTier: 1`,
    ],
    [
      'other parameters',
      {},
      { parameterGroupName: 'default.postgres17' },
      `[test/Orders/Reports] 'parameterGroupName' must not be set: a copy has the parameters of its source, which force TLS (TOM 1.1.2 Strong ciphers between services too), got "default.postgres17"; leave it out`,
    ],
    [
      'another key',
      {},
      { kmsKeyId: 'alias/aws/rds' },
      `[test/Orders/Reports] 'kmsKeyId' must not be set: a copy is encrypted as its source is (TOM 1.2.1 AES-256 for databases and object stores), got "alias/aws/rds"; leave it out`,
    ],
    [
      'a public address',
      {},
      { publiclyAccessible: true },
      `[test/Orders/Reports] 'publiclyAccessible' must not be set: a copy stands in the data subnets, and has no public address (TOM 3.3.4 Layered network defence), got true; leave it out, and name who may connect by connections.allowFrom`,
    ],
    [
      'passwords for users',
      {},
      { iamAuthentication: false },
      `[test/Orders/Reports] 'iamAuthentication' must not be set: IAM authentication is always on (TOM 3.1.1 Least privilege through roles), got false; leave it out`,
    ],
  ])('%s', (_what, props, options, message) => {
    const stack = newStack();
    const orders = database(stack, props);
    expect(messageOf(() => orders.addReader('Reports', options))).toBe(message);
  });

  test('a tier of what no reader takes over for', () => {
    const stack = newStack();
    const orders = ownPassword(stack, { engine: MYSQL });
    expect(messageOf(() => orders.addReader('Reports', { promotionTier: 1 }))).toBe(
      `[test/Orders/Reports] 'promotionTier' must be left out for mysql: its standby takes over, and no reader does (TOM 3.3.1 Redundant and distributed architecture), got 1; remove it`
    );
  });

  test.each<[string, Props, number]>([
    ['15 of a cluster of two', {}, 14],
    ['11 of a cluster of six', { instances: 6 }, 10],
    ['16 of an instance', { engine: POSTGRESQL }, 15],
  ])('%s', (_what, props, max) => {
    const stack = newStack();
    const orders = ownPassword(stack, props);
    for (let at = 1; at <= max; at++) orders.addReader(`Reader${at}`);
    expect(messageOf(() => orders.addReader('OneMore'))).toBe(
      `[test/Orders] 'addReader' must be called for 15 at most, those that the database already has included (TOM 3.3.1 Redundant and distributed architecture), got 16; leave it out`
    );
  });
});
