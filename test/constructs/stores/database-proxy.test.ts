import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { TerraformStack } from 'cdktf';
import {
  DatabaseEngine,
  EncryptedDatabase,
  EncryptedDatabaseProps,
  Environment,
  IDatabase,
  ManagedSecret,
  SecurityGroup,
} from '../../../lib';
import { check } from '../../../lib/guardrails/check';
import { readStack } from '../../../lib/terraform/read-stack';
import { network } from '../../support/network';
import { Written, messageOf, newStack } from '../../support/synth';

type Props = Omit<EncryptedDatabaseProps, 'vpc'>;

const PORTAL = 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:portal-a1b2c3';

function database(stack: TerraformStack, props: Props = {}): EncryptedDatabase {
  return new EncryptedDatabase(stack, 'Orders', { vpc: network(stack), ...props });
}

function client(stack: TerraformStack): IamRole {
  return new IamRole(stack, 'Client', { assumeRolePolicy: '{}' });
}

interface Policy {
  readonly Statement: readonly { readonly Action: string[]; readonly Resource: string[] }[];
}

/** What the policies of a role allow, and on what. */
function allowed(written: Written, below: string): [string, string][] {
  return Object.entries(written.resources('aws_iam_role_policy'))
    .filter(([path]) => path.startsWith(below))
    .flatMap(([, { policy }]) => (JSON.parse(policy as string) as Policy).Statement)
    .flatMap(({ Action, Resource }) =>
      [Action].flat().map((action): [string, string] => [action, [Resource].flat()[0]])
    );
}

describe('a proxy', () => {
  const stack = newStack();
  const orders = database(stack);
  const proxy = orders.addProxy('Proxy', { idleClientTimeoutSeconds: 600, maxConnectionsPercent: 80 });
  proxy.grantConnect(client(stack), 'portal');
  new SecurityGroup(stack, 'App', { vpc: stack.node.findChild('Network') as never }).connections.allowTo(
    proxy,
    proxy.port
  );
  const written = Written.of(stack);
  const group = expect.stringMatching(
    /^\$\{aws_security_group\.Orders_Proxy_SecurityGroup_[0-9A-F]{8}\.id\}$/
  ) as string;

  test('takes only TLS and IAM, and logs no statements', () => {
    const made = written.resource('aws_db_proxy');
    expect(made).toMatchObject({
      name: 'test-orders-proxy',
      engine_family: 'POSTGRESQL',
      require_tls: true,
      debug_logging: false,
      default_auth_scheme: 'IAM_AUTH',
      idle_client_timeout: 600,
      vpc_subnet_ids: ['subnet-data-0', 'subnet-data-1'],
      vpc_security_group_ids: [group],
      tags: { 'tom:data-class': 'personal', 'tom:owner': 'tests' },
    });
    expect(made).not.toHaveProperty('auth');
  });

  test('writes to a log group that is there before it, under the key', () => {
    expect(written.resource('aws_cloudwatch_log_group', 'Orders/Proxy')).toMatchObject({
      name: '/aws/rds/proxy/test-orders-proxy',
      retention_in_days: 365,
      kms_key_id: '${aws_kms_key.PersonalDataKey_AF90130A.arn}',
    });
    expect(written.resource('aws_db_proxy').depends_on).toEqual([
      expect.stringMatching(/^aws_cloudwatch_log_group\.Orders_Proxy_Logs_/),
    ]);
  });

  test('stands in front of the cluster once that has instances', () => {
    expect(written.resource('aws_db_proxy_default_target_group')).toMatchObject({
      connection_pool_config: { max_connections_percent: 80 },
    });
    const target = written.resource('aws_db_proxy_target');
    expect(target).toMatchObject({
      db_cluster_identifier: '${aws_rds_cluster.Orders_A9B65338.cluster_identifier}',
      target_group_name: expect.stringMatching(/^\$\{aws_db_proxy_default_target_group\./),
    });
    expect(target.depends_on).toHaveLength(2);
  });

  test('is reached by whom is named, and reaches only the database', () => {
    const rules = (type: string): object[] => Object.values(written.resources(type));
    expect(rules('aws_vpc_security_group_ingress_rule')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ security_group_id: group, from_port: 5432 }),
        expect.objectContaining({
          security_group_id: '${aws_security_group.Orders_SecurityGroup_2E5456CF.id}',
          referenced_security_group_id: group,
        }),
      ])
    );
    expect(rules('aws_vpc_security_group_ingress_rule')).toHaveLength(2);
    const outwards = Object.entries(written.resources('aws_vpc_security_group_egress_rule'));
    expect(outwards.filter(([path]) => path.startsWith('Orders/Proxy/'))).toHaveLength(1);
  });

  test('lets a role log in to the proxy as one user, and the proxy to the database as the same', () => {
    const [[, toProxy]] = allowed(written, 'Client/');
    expect(toProxy).toMatch(/:rds-db:.*:dbuser:\$\{local\.Orders_Proxy_ResourceId_[0-9A-F]{8}\}\/portal$/);
    expect(Object.values(written.json.locals as object)).toEqual([
      expect.stringMatching(/^\$\{element\(split\(":", aws_db_proxy\.Orders_Proxy_[0-9A-F]{8}\.arn\), 6\)\}$/),
    ]);
    expect(allowed(written, 'Client/').map(([action]) => action)).toEqual(['rds-db:connect']);
    expect(allowed(written, 'Orders/Proxy/Role/')).toEqual([
      [
        'rds-db:connect',
        expect.stringMatching(/:dbuser:\$\{aws_rds_cluster\.Orders_A9B65338\.cluster_resource_id\}\/portal$/),
      ],
    ]);
    expect(JSON.parse(written.resource('aws_iam_role', 'Orders/Proxy').assume_role_policy as string)).toMatchObject({
      Statement: [{ Effect: 'Allow', Principal: { Service: 'rds.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    });
  });
});

describe('with secrets', () => {
  const stack = newStack();
  const orders = database(stack, { engine: DatabaseEngine.MARIADB });
  const key = { secretArn: PORTAL, encryptionKey: orders.encryptionKey };
  const proxy = orders.addProxy('Proxy', { secrets: [ManagedSecret.fromSecretAttributes(stack, 'Portal', key)] });
  proxy.grantConnect(client(stack), 'portal');
  const written = Written.of(stack);

  test('it logs in by them, and clients by IAM all the same', () => {
    const made = written.resource('aws_db_proxy');
    expect(made).toMatchObject({
      engine_family: 'MYSQL',
      require_tls: true,
      auth: [{ auth_scheme: 'SECRETS', iam_auth: 'REQUIRED', secret_arn: PORTAL }],
    });
    expect(made).not.toHaveProperty('default_auth_scheme');
  });

  test('it may read them and use their key, and log in by nothing else', () => {
    const actions = allowed(written, 'Orders/Proxy/Role/').map(([action]) => action);
    expect(actions).toEqual(expect.arrayContaining(['secretsmanager:GetSecretValue', 'kms:Decrypt']));
    expect(actions).not.toContain('rds-db:connect');
    expect(allowed(written, 'Client/')).toHaveLength(1);
  });

  test('it stands in front of an instance', () => {
    expect(written.resource('aws_db_proxy_target')).toMatchObject({
      db_instance_identifier: '${aws_db_instance.Orders_A9B65338.identifier}',
    });
    expect(written.resource('aws_db_proxy_target')).not.toHaveProperty('db_cluster_identifier');
  });
});

test('has a name of its own', () => {
  const stack = newStack();
  database(stack).addProxy('Proxy', { dbProxyName: 'orders-pool' });
  const written = Written.of(stack);
  expect(written.resource('aws_db_proxy').name).toBe('orders-pool');
  expect(written.resource('aws_cloudwatch_log_group', 'Orders/Proxy').name).toBe('/aws/rds/proxy/orders-pool');
});

test('stands in the region of its network', () => {
  const stack = newStack();
  const orders = new EncryptedDatabase(stack, 'Orders', { vpc: network(stack, ['a', 'b'], 'eu-west-1') });
  orders.addProxy('Proxy').grantConnect(client(stack), 'portal');
  const written = Written.of(stack);
  for (const type of ['aws_db_proxy', 'aws_db_proxy_target', 'aws_db_proxy_default_target_group']) {
    expect(written.resource(type).region).toBe('eu-west-1');
  }
  expect(allowed(written, 'Client/')[0][1]).toMatch(/:rds-db:eu-west-1:/);
});

test('is a database to those who connect, also where it is there already', () => {
  const stack = newStack();
  const proxy: IDatabase = EncryptedDatabase.fromDatabaseAttributes(stack, 'Proxy', {
    endpointAddress: 'orders.proxy-abc.eu-central-1.rds.amazonaws.com',
    port: DatabaseEngine.POSTGRESQL.port,
    resourceId: 'prx-0123456789abcdef0',
    securityGroup: SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-0123456789abcdef0'),
  });
  proxy.grantConnect(client(stack), 'portal');
  expect(allowed(Written.of(stack), 'Client/')[0][1]).toMatch(/:dbuser:prx-0123456789abcdef0\/portal$/);
});

test.each([Environment.PRODUCTION, Environment.EPHEMERAL])('passes the rules with every engine (%s)', (environment) => {
  const stack = newStack({ environment, owner: 'tests', retentionDays: 400 });
  const vpc = network(stack);
  for (const [name, engine] of Object.entries(DatabaseEngine)) {
    const proxy = new EncryptedDatabase(stack, name, { vpc, engine }).addProxy('Proxy');
    proxy.grantConnect(new IamRole(stack, `Client${name}`, { assumeRolePolicy: '{}' }), 'portal');
  }
  const { report } = check([readStack('test', 'cdk.tf.json', Written.of(stack).json)]);
  expect(report.findings.filter(({ address }) => /aws_(?:rds|db)_|Proxy/.test(address))).toEqual([]);
});

describe('refuses', () => {
  const ROLES = ' (TOM 3.1.1 Least privilege through roles)';
  const LAYERS = ' (TOM 3.3.4 Layered network defence)';
  const CAPACITY = ' (TOM 3.3.2 Capacity management)';
  const BY_IAM = ` must not be set: clients always log in to the proxy with IAM${ROLES}, got `;
  const GRANT = '; leave it out, and call grantConnect(role, databaseUser) of the proxy';

  test.each<[object, string]>([
    [
      { requireTls: false },
      `'requireTls' must not be set: the proxy takes only TLS connections (TOM 1.1.2 Strong ciphers between services too), got false; leave it out`,
    ],
    [
      { debugLogging: true },
      `'debugLogging' must not be set: its log would hold the text of statements, and the data in them (TOM 8.1 Central logging and correlation), got true; leave it out, and switch it on by hand for the day of a search for a fault`,
    ],
    [{ iamAuth: false }, `'iamAuth'${BY_IAM}false${GRANT}`],
    [{ auth: [] }, `'auth'${BY_IAM}[]${GRANT}`],
    [{ defaultAuthScheme: 'NONE' }, `'defaultAuthScheme'${BY_IAM}"NONE"${GRANT}`],
    [
      { vpcSubnetIds: ['subnet-1'] },
      `'vpcSubnetIds' must not be set: the proxy stands in the data subnets, as the database does${LAYERS}, got ["subnet-1"]; leave it out, and name who may connect by connections.allowFrom`,
    ],
    [
      { securityGroups: [] },
      `'securityGroups' must not be set: the proxy has a security group of its own${LAYERS}, got []; leave it out, and name who may connect by connections.allowFrom`,
    ],
    [
      { roleArn: 'arn:aws:iam::111122223333:role/all' },
      `'roleArn' must not be set: the proxy has a role of its own, which does no more than it needs${ROLES}, got "arn:aws:iam::111122223333:role/all"; leave it out`,
    ],
    [
      { dbProxyName: 'Orders' },
      `'dbProxyName' must be 1 to 60 lower case letters, digits and single hyphens, a letter first and no hyphen last, known when the program runs, got "Orders"; write dbProxyName: 'acme-orders'`,
    ],
    [
      { maxConnectionsPercent: 0 },
      `'maxConnectionsPercent' must be a whole number from 1 to 100${CAPACITY}, got 0; write maxConnectionsPercent: 100`,
    ],
    [
      { idleClientTimeoutSeconds: 28_801 },
      `'idleClientTimeoutSeconds' must be a whole number of seconds from 1 to 28800${CAPACITY}, got 28801; write idleClientTimeoutSeconds: 1800`,
    ],
  ])('%j', (options, message) => {
    const stack = newStack();
    const orders = database(stack);
    expect(messageOf(() => orders.addProxy('Proxy', options))).toBe(`[test/Orders/Proxy] ${message}`);
  });

  test('a cluster that would no longer pause', () => {
    const stack = newStack();
    const orders = database(stack, { serverlessV2MinCapacity: 0, serverlessV2MaxCapacity: 8 });
    expect(messageOf(() => orders.addProxy('Proxy'))).toBe(
      `[test/Orders/Proxy] 'serverlessV2MinCapacity' must not be 0 behind a proxy: it keeps a connection to each instance, and none pauses${CAPACITY}, got 0; write serverlessV2MinCapacity: 0.5`
    );
  });

  test('a name that another proxy has', () => {
    const orders = database(newStack());
    orders.addProxy('Proxy', { dbProxyName: 'pool' });
    expect(messageOf(() => orders.addProxy('Other', { dbProxyName: 'pool' }))).toBe(
      `[test/Orders/Other] 'dbProxyName' must be unique: test/Orders/Proxy has this name, got "pool"; write another dbProxyName, or leave it out`
    );
  });

  test('more secrets than a proxy takes', () => {
    const stack = newStack();
    const portal = ManagedSecret.fromSecretArn(stack, 'Portal', PORTAL);
    const orders = database(stack);
    const secrets = Array.from({ length: 201 }, () => portal);
    expect(messageOf(() => orders.addProxy('Proxy', { secrets }))).toBe(
      `[test/Orders/Proxy] 'secrets' must be 200 or fewer: a proxy takes no more${ROLES}, got 201; leave them out, and call grantConnect of the proxy for each user`
    );
  });
});
