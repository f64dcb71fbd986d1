import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { TerraformVariable } from 'cdktf';
import {
  CacheEngine,
  DataClass,
  EncryptedCache,
  EncryptedCacheProps,
  Environment,
  PostureProps,
  RotatedKey,
  SecurityGroup,
} from '../../../lib';
import { check } from '../../../lib/guardrails/check';
import { readStack } from '../../../lib/terraform/read-stack';
import { network } from '../../support/network';
import { Written, messageOf, newStack } from '../../support/synth';

type Props = Omit<EncryptedCacheProps, 'vpc'>;

function cache(props: Props = {}, posture?: PostureProps): Written {
  const stack = newStack(posture);
  new EncryptedCache(stack, 'Sessions', { vpc: network(stack), ...props });
  return Written.of(stack);
}

const KEY = '${aws_kms_key.PersonalDataKey_AF90130A.arn}';

test('takes only TLS, is encrypted, spans zones and is kept, without any props', () => {
  const written = cache();
  const group = written.resource('aws_elasticache_replication_group');
  expect(group).toMatchObject({
    replication_group_id: 'test-sessions',
    description: 'test/Sessions',
    engine: 'valkey',
    engine_version: '8.1',
    node_type: 'cache.t4g.small',
    port: 6379,
    transit_encryption_enabled: true,
    transit_encryption_mode: 'required',
    at_rest_encryption_enabled: 'true',
    kms_key_id: KEY,
    num_cache_clusters: 2,
    multi_az_enabled: true,
    automatic_failover_enabled: true,
    auto_minor_version_upgrade: 'true',
    snapshot_retention_limit: 7,
    final_snapshot_identifier: 'test-sessions-final-${formatdate("YYYYMMDDhhmmss", plantimestamp())}',
    lifecycle: { prevent_destroy: true, ignore_changes: ['final_snapshot_identifier'] },
    tags: { 'tom:data-class': 'personal' },
  });
  expect(group).not.toHaveProperty('auth_token');
  expect(written.resource('aws_elasticache_subnet_group').subnet_ids).toEqual(['subnet-data-0', 'subnet-data-1']);
});

describe('users', () => {
  test('are none at first: the one without a name is switched off', () => {
    const written = cache();
    expect(written.resource('aws_elasticache_user')).toMatchObject({
      user_id: 'test-sessions-default',
      user_name: 'default',
      engine: 'redis',
      access_string: 'off -@all',
    });
    const [, id] = /\{(aws_elasticache_user\.[^.]+)\./.exec(
      (written.resource('aws_elasticache_user_group').user_ids as string[])[0]
    )!;
    expect(written.addresses).toContain(id);
    expect(written.resource('aws_elasticache_replication_group').user_group_ids).toEqual([
      expect.stringMatching(/^\$\{aws_elasticache_user_group\.Sessions_UserGroup_\w+\.user_group_id\}$/) as string,
    ]);
  });

  test('authenticate by IAM, reach their keys, and administrate nothing', () => {
    const stack = newStack();
    const sessions = new EncryptedCache(stack, 'Sessions', { vpc: network(stack) });
    const role = new IamRole(stack, 'Role', { assumeRolePolicy: '{}' });
    const shop = sessions.addUser('Shop', { keyPattern: 'session:*' });
    sessions.addUser('Reports', { readOnly: true });
    shop.grantConnect(role);
    shop.grantConnect(role);
    const written = Written.of(stack);
    const users = written.resources('aws_elasticache_user');
    expect(users['Sessions/Shop/Resource']).toMatchObject({
      user_id: 'test-sessions-shop',
      user_name: 'test-sessions-shop',
      access_string: 'on ~session:* +@all -@admin -@dangerous',
      authentication_mode: { type: 'iam' },
    });
    expect(users['Sessions/Reports/Resource']).toMatchObject({
      access_string: 'on ~* -@all +@read +@connection',
    });
    expect(shop.userName).toBe('test-sessions-shop');
    expect(written.resource('aws_elasticache_user_group').user_ids).toHaveLength(3);
    const policy = JSON.parse(written.resource('aws_iam_role_policy').policy as string) as { Statement: object[] };
    expect(policy.Statement).toEqual([
      {
        Effect: 'Allow',
        Action: ['elasticache:Connect'],
        Resource: [
          expect.stringMatching(/^\$\{aws_elasticache_replication_group\.Sessions_\w+\.arn\}$/) as string,
          expect.stringMatching(/^\$\{aws_elasticache_user\.Sessions_Shop_\w+\.arn\}$/) as string,
        ],
      },
    ]);
  });

  const BY_IAM =
    ' must not be set: users authenticate by IAM, whose tokens last for minutes (TOM 3.1.1 Least privilege through roles), got true; leave it out, and call grantConnect(role)';
  test.each<[object, string]>([
    [{ noPasswordRequired: true }, `'noPasswordRequired'${BY_IAM}`],
    [
      { accessString: 'on ~* +@all' },
      `'accessString' must not be set: it follows from keyPattern and readOnly (TOM 3.1.1 Least privilege through roles), got "on ~* +@all"; write keyPattern and readOnly`,
    ],
    [
      { keyPattern: '* nopass' },
      `'keyPattern' must be one pattern without spaces, '~' and '>', known when the program runs (TOM 3.1.1 Least privilege through roles), got "* nopass"; write keyPattern: 'cart:*'`,
    ],
  ])('refuse %j', (options, message) => {
    const stack = newStack();
    const sessions = new EncryptedCache(stack, 'Sessions', { vpc: network(stack) });
    expect(messageOf(() => sessions.addUser('Shop', options))).toBe(`[test/Sessions/Shop] ${message}`);
  });

  test('refuse a password, and do not repeat it', () => {
    const stack = newStack();
    const sessions = new EncryptedCache(stack, 'Sessions', { vpc: network(stack) });
    expect(messageOf(() => sessions.addUser('Shop', { passwords: ['hunter2'] } as object))).toBe(
      `[test/Sessions/Shop] 'passwords' must not be set: users authenticate by IAM, whose tokens last for minutes (TOM 3.1.1 Least privilege through roles); leave it out, and call grantConnect(role)`
    );
  });
});

test('keeps its logs for 30 days, or for as long as the data', () => {
  const groups = cache().resources('aws_cloudwatch_log_group');
  expect(Object.values(groups).map((group) => [group.name, group.retention_in_days] as [string, number])).toEqual([
    ['/test-sessions-enginelogs', 30],
    ['/test-sessions-slowlogs', 30],
  ]);
  const written = cache({}, { owner: 'tests', retentionDays: 10 });
  for (const group of Object.values(written.resources('aws_cloudwatch_log_group'))) {
    expect(group.retention_in_days).toBe(7);
  }
  const deliveries = written.resource('aws_elasticache_replication_group').log_delivery_configuration as object[];
  expect(deliveries).toEqual([
    {
      log_type: 'slow-log',
      log_format: 'json',
      destination_type: 'cloudwatch-logs',
      destination: expect.stringMatching(/^\$\{aws_cloudwatch_log_group\.Sessions_SlowLogs_\w+\.name\}$/) as string,
    },
    {
      log_type: 'engine-log',
      log_format: 'json',
      destination_type: 'cloudwatch-logs',
      destination: expect.stringMatching(/^\$\{aws_cloudwatch_log_group\.Sessions_EngineLogs_\w+\.name\}$/) as string,
    },
  ]);
});

test('takes sizes, names, windows, a class, a key and tags', () => {
  const stack = newStack();
  new EncryptedCache(stack, 'Sessions', {
    vpc: network(stack, ['a', 'b', 'c']),
    engine: CacheEngine.REDIS,
    nodeType: 'cache.m7g.large',
    nodes: 3,
    cacheName: 'acme-sessions',
    snapshotRetentionDays: 1,
    snapshotWindow: '02:00-03:00',
    maintenanceWindow: 'sun:03:30-sun:04:30',
    dataClass: DataClass.INTERNAL,
    encryptionKey: new RotatedKey(stack, 'Key'),
    tags: { team: 'shop' },
  });
  expect(Written.of(stack).resource('aws_elasticache_replication_group')).toMatchObject({
    replication_group_id: 'acme-sessions',
    engine: 'redis',
    engine_version: '7.1',
    node_type: 'cache.m7g.large',
    num_cache_clusters: 3,
    snapshot_retention_limit: 1,
    snapshot_window: '02:00-03:00',
    maintenance_window: 'sun:03:30-sun:04:30',
    kms_key_id: expect.stringMatching(/^\$\{aws_kms_key\.Key_/) as string,
    tags: { team: 'shop', 'tom:data-class': 'internal' },
  });
});

test('lets in whom is named, here or at a cache that is already there', () => {
  const stack = newStack();
  const vpc = network(stack, ['a', 'b'], 'eu-west-1');
  const application = new SecurityGroup(stack, 'App', { vpc });
  const sessions = new EncryptedCache(stack, 'Sessions', { vpc });
  const legacy = EncryptedCache.fromCacheAttributes(stack, 'Legacy', {
    endpointAddress: 'legacy.abc.cache.amazonaws.com',
    securityGroup: SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-0123456789abcdef0'),
  });
  application.connections.allowTo(sessions, sessions.port);
  application.connections.allowTo(legacy, legacy.port);
  const written = Written.of(stack);
  for (const rule of Object.values(written.resources('aws_vpc_security_group_egress_rule'))) {
    expect(rule.from_port).toBe(6379);
  }
  expect(written.resource('aws_elasticache_replication_group').region).toBe('eu-west-1');
});

test.each([Environment.PRODUCTION, Environment.EPHEMERAL])(
  'passes the rules with either engine (%s)',
  (environment) => {
    const stack = newStack({ environment, owner: 'tests', retentionDays: 400 });
    const vpc = network(stack);
    for (const engine of Object.values(CacheEngine)) new EncryptedCache(stack, engine, { vpc, engine });
    const written = Written.of(stack);
    const { report } = check([readStack('test', 'cdk.tf.json', written.json)]);
    expect(report.findings.filter(({ address }) => /aws_(?:elasticache|cloudwatch)_/.test(address))).toEqual([]);
    for (const group of Object.values(written.resources('aws_elasticache_replication_group'))) {
      expect('final_snapshot_identifier' in group).toBe(environment === Environment.PRODUCTION);
    }
  }
);

describe('refuses', () => {
  test.each<[object, string]>([
    [
      { transitEncryptionMode: 'preferred' },
      `'transitEncryptionMode' must not be set: the cache takes only TLS connections (TOM 1.1.2 Strong ciphers between services too), got "preferred"; leave it out`,
    ],
    [
      { atRestEncryptionEnabled: false },
      `'atRestEncryptionEnabled' must not be set: what is written to disk is always encrypted (TOM 1.2.1 AES-256 for databases and object stores), got false; write encryptionKey for a key of your own, or leave it out`,
    ],
    [
      { authToken: 'hunter2' },
      `'authToken' must not be set: users authenticate by IAM, and nobody else can log in (TOM 3.1.1 Least privilege through roles); leave it out, and call addUser(id).grantConnect(role)`,
    ],
    [
      { userGroupIds: [] },
      `'userGroupIds' must not be set: users authenticate by IAM, and nobody else can log in (TOM 3.1.1 Least privilege through roles), got []; leave it out, and call addUser(id).grantConnect(role)`,
    ],
    [
      { multiAzEnabled: false },
      `'multiAzEnabled' must not be set: a cache always spans zones, and fails over by itself (TOM 3.3.1 Redundant and distributed architecture), got false; leave it out, and write nodes for how many there are`,
    ],
    [
      { subnetGroupName: 'default' },
      `'subnetGroupName' must not be set: a cache stands in the data subnets (TOM 3.3.4 Layered network defence), got "default"; leave it out, and name who may connect by connections.allowFrom`,
    ],
    [
      { snapshotRetentionLimit: 0 },
      `'snapshotRetentionLimit' is not a prop of this construct (TOM 4.1 Automated backups), got 0; write snapshotRetentionDays`,
    ],
    [
      { autoMinorVersionUpgrade: false },
      `'autoMinorVersionUpgrade' must not be set: minor upgrades always come by themselves, in the maintenance window (TOM 5.1.2 Ranking and remediation of vulnerabilities), got false; leave it out, and write maintenanceWindow`,
    ],
    [
      { engine: 'memcached' },
      `'engine' must be Valkey or Redis: Memcached knows no users, and no second copy (TOM 3.1.1 Least privilege through roles), got "memcached"; write CacheEngine.VALKEY`,
    ],
    [
      { engineVersion: '6.2' },
      `'engineVersion' must be a version of 7.0 or newer: users of older ones cannot authenticate by IAM, got "6.2"; write engineVersion: '8.1'`,
    ],
    [
      { nodes: 1 },
      `'nodes' must be a whole number from 2 to 6: the data of a single node is gone with it (TOM 3.3.1 Redundant and distributed architecture), got 1; write nodes: 2`,
    ],
    [
      { snapshotRetentionDays: 6 },
      `'snapshotRetentionDays' must be a whole number from 7 to 35 (TOM 4.1 Automated backups), got 6; write snapshotRetentionDays: 7`,
    ],
    [
      { snapshotRetentionDays: 0, dataClass: DataClass.INTERNAL },
      `'snapshotRetentionDays' must be a whole number from 1 to 35 (TOM 4.1 Automated backups), got 0; write snapshotRetentionDays: 7`,
    ],
    [
      { cacheName: 'Sessions' },
      `'cacheName' must be 1 to 40 lower case letters, digits and single hyphens, a letter first and no hyphen last, known when the program runs, got "Sessions"; write cacheName: 'acme-sessions'`,
    ],
    [
      { snapshotWindow: 'at night' },
      `'snapshotWindow' must be two times of day in UTC, got "at night"; write snapshotWindow: '02:00-03:00'`,
    ],
  ])('%j', (props, message) => {
    expect(messageOf(() => cache(props))).toBe(`[test/Sessions] ${message}`);
  });

  test('a token for the number of nodes', () => {
    const stack = newStack();
    const nodes = new TerraformVariable(stack, 'nodes', {}).numberValue;
    expect(messageOf(() => new EncryptedCache(stack, 'Sessions', { vpc: network(stack), nodes }))).toBe(
      `[test/Sessions] 'nodes' must be a plain number, known when the program runs (TOM 3.3.1 Redundant and distributed architecture), got a token; write nodes: 2`
    );
  });

  test('a network with data subnets in one zone', () => {
    const stack = newStack();
    expect(messageOf(() => new EncryptedCache(stack, 'Sessions', { vpc: network(stack, ['a']) }))).toBe(
      `[test/Sessions] 'vpc' must have data subnets in two zones or more: one zone that fails takes the cache along (TOM 3.3.1 Redundant and distributed architecture), got ["eu-central-1a"]; give the network a second zone`
    );
  });
});
