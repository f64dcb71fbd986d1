import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import {
  AttributeType,
  DataClass,
  EncryptedTable,
  EncryptedTableProps,
  Environment,
  RotatedKey,
  TableClass,
} from '../../../lib';
import { Written, messageOf, newStack } from '../../support/synth';

const ACCOUNT = '${data.aws_caller_identity.TomsAccount_CallerIdentity_3EF9662E.account_id}';
const TABLE = '${aws_dynamodb_table.Orders_A9B65338.arn}';
const REPLICA =
  'arn:${data.aws_partition.TomsAccount_Partition_CF76C297.partition}:dynamodb:eu-west-1:' +
  `${ACCOUNT}:table/\${aws_dynamodb_table.Orders_A9B65338.name}`;

const PROPS = { partitionKey: { name: 'customer' }, timeToLiveAttribute: 'expires' };

function table(props?: Partial<EncryptedTableProps>, posture?: Parameters<typeof newStack>[0]): Written {
  const stack = newStack(posture);
  new EncryptedTable(stack, 'Orders', { ...PROPS, ...props });
  return Written.of(stack);
}

test('is encrypted, recoverable and protected with nothing but what it cannot do without', () => {
  expect(table().resource('aws_dynamodb_table', 'Orders')).toMatchObject({
    name: 'test-orders',
    billing_mode: 'PAY_PER_REQUEST',
    hash_key: 'customer',
    attribute: [{ name: 'customer', type: 'S' }],
    server_side_encryption: { enabled: true, kms_key_arn: '${aws_kms_key.PersonalDataKey_AF90130A.arn}' },
    point_in_time_recovery: { enabled: true, recovery_period_in_days: 35 },
    deletion_protection_enabled: true,
    ttl: { enabled: true, attribute_name: 'expires' },
    lifecycle: { prevent_destroy: true },
    tags: { 'tom:data-class': 'personal' },
  });
});

test('denies plain HTTP and other accounts', () => {
  const { DenyPlainHttp, DenyOutsiders, ...others } = table().statements('aws_dynamodb_resource_policy', 'Orders');
  expect(others).toEqual({});
  const everything = {
    Effect: 'Deny',
    Principal: '*',
    Action: 'dynamodb:*',
    Resource: [TABLE, `${TABLE}/index/*`],
  };
  expect(DenyPlainHttp).toMatchObject({ ...everything, Condition: { Bool: { 'aws:SecureTransport': 'false' } } });
  expect(DenyOutsiders).toMatchObject({
    ...everything,
    Condition: {
      StringNotEquals: { 'aws:PrincipalAccount': ACCOUNT },
      BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
    },
  });
});

test('admits accounts of the organization where there is one', () => {
  const { DenyOutsiders } = table({ organizationId: 'o-exampleorgid' }).statements('aws_dynamodb_resource_policy');
  expect(DenyOutsiders.Condition.StringNotEquals).toEqual({
    'aws:PrincipalAccount': ACCOUNT,
    'aws:PrincipalOrgID': 'o-exampleorgid',
  });
});

describe('the end of items', () => {
  test('may be none where somebody says why', () => {
    const written = table({ timeToLiveAttribute: undefined, noTimeToLiveReason: 'Die Löschung läuft jede Nacht' });
    const { tags, ...body } = written.resource('aws_dynamodb_table');
    expect(tags['tom:no-ttl-reason']).toBe('Die Löschung läuft jede Nacht');
    expect(body).not.toHaveProperty('ttl');
  });

  test('may be none where the data is not personal', () => {
    const written = table({ timeToLiveAttribute: undefined, dataClass: DataClass.INTERNAL });
    const { tags, ...body } = written.resource('aws_dynamodb_table');
    expect(tags).not.toHaveProperty(['tom:no-ttl-reason']);
    expect(body).not.toHaveProperty('ttl');
  });
});

describe('replicas', () => {
  function replicated(): Written {
    return table({ replicaRegions: ['eu-west-1', 'eu-west-1'] });
  }

  test('have a key of their region, and what the table has', () => {
    const written = replicated();
    expect(written.resource('aws_dynamodb_table')).toMatchObject({
      stream_enabled: true,
      stream_view_type: 'NEW_AND_OLD_IMAGES',
      replica: [
        {
          region_name: 'eu-west-1',
          kms_key_arn: '${aws_kms_key.PersonalDataKey-eu-west-1_099026E7.arn}',
          point_in_time_recovery: true,
          deletion_protection_enabled: true,
          propagate_tags: true,
        },
      ],
      tags: { 'tom:data-class': 'personal' },
    });
    expect(written.resource('aws_kms_key', 'PersonalDataKey-eu-west-1').region).toBe('eu-west-1');
  });

  test('have a policy of their own, once they are there', () => {
    const written = replicated();
    const { region, resource_arn, depends_on } = written.resource('aws_dynamodb_resource_policy', 'Orders/Policy-eu');
    expect({ region, resource_arn, depends_on }).toEqual({
      region: 'eu-west-1',
      resource_arn: REPLICA,
      depends_on: ['aws_dynamodb_table.Orders_A9B65338'],
    });
    expect(written.statements('aws_dynamodb_resource_policy', 'Orders/Policy-eu').DenyOutsiders.Resource).toEqual([
      REPLICA,
      `${REPLICA}/index/*`,
    ]);
  });

  test('are covered by grants', () => {
    const stack = newStack();
    const role = new IamRole(stack, 'Role', { assumeRolePolicy: '{}' });
    new EncryptedTable(stack, 'Orders', { ...PROPS, replicaRegions: ['eu-west-1'] }).grantReadData(role);
    const written = Written.of(stack);
    const granted = written.granted('Role/Grants');
    for (const key of ['<PersonalDataKey>', '<PersonalDataKey-eu-west-1>'])
      expect(granted[key]).toContain('kms:Decrypt');
    const policy = JSON.parse(written.resource('aws_iam_role_policy').policy as string) as {
      Statement: { Action: string[]; Resource: string[] }[];
    };
    const reading = policy.Statement.find(({ Action }) => Action.includes('dynamodb:GetItem'));
    expect(reading?.Resource).toEqual([TABLE, `${TABLE}/index/*`, REPLICA, `${REPLICA}/index/*`]);
  });
});

test('takes keys, a class, a name, a region and tags', () => {
  const stack = newStack();
  const region = 'eu-west-1';
  new EncryptedTable(stack, 'Orders', {
    ...PROPS,
    sortKey: { name: 'day', type: AttributeType.NUMBER },
    encryptionKey: new RotatedKey(stack, 'Key', { region }),
    tableName: 'acme.orders',
    tableClass: TableClass.STANDARD_INFREQUENT_ACCESS,
    region,
    tags: { team: 'billing', 'tom:data-class': 'public' },
  });
  const written = Written.of(stack);
  expect(written.resource('aws_dynamodb_table')).toMatchObject({
    name: 'acme.orders',
    range_key: 'day',
    attribute: [
      { name: 'customer', type: 'S' },
      { name: 'day', type: 'N' },
    ],
    table_class: 'STANDARD_INFREQUENT_ACCESS',
    server_side_encryption: { kms_key_arn: '${aws_kms_key.Key_961B73FD.arn}' },
    region,
    tags: { team: 'billing', 'tom:data-class': 'personal' },
  });
  expect(written.resource('aws_dynamodb_resource_policy').region).toBe(region);
});

test('may be destroyed in an ephemeral environment alone', () => {
  const written = table({ replicaRegions: ['eu-west-1'] }, { environment: Environment.EPHEMERAL });
  const body = written.resource('aws_dynamodb_table');
  expect(body).toMatchObject({
    deletion_protection_enabled: false,
    replica: [{ deletion_protection_enabled: false }],
    point_in_time_recovery: { enabled: true },
  });
  expect(body).not.toHaveProperty('lifecycle');
});

describe('addGlobalSecondaryIndex', () => {
  test('declares each attribute once, and copies what it is told to', () => {
    const stack = newStack();
    const orders = new EncryptedTable(stack, 'Orders', PROPS);
    const partitionKey = { name: 'day', type: AttributeType.NUMBER };
    orders.addGlobalSecondaryIndex({ indexName: 'by-day', partitionKey, sortKey: { name: 'customer' } });
    orders.addGlobalSecondaryIndex({ indexName: 'by-state', partitionKey: { name: 'state' }, projectedAttributes: [] });
    orders.addGlobalSecondaryIndex({ indexName: 'sums', partitionKey, projectedAttributes: ['sum'] });
    expect(Written.of(stack).resource('aws_dynamodb_table')).toMatchObject({
      attribute: [
        { name: 'customer', type: 'S' },
        { name: 'day', type: 'N' },
        { name: 'state', type: 'S' },
      ],
      global_secondary_index: [
        { name: 'by-day', hash_key: 'day', range_key: 'customer', projection_type: 'ALL' },
        { name: 'by-state', hash_key: 'state', projection_type: 'KEYS_ONLY' },
        { name: 'sums', hash_key: 'day', projection_type: 'INCLUDE', non_key_attributes: ['sum'] },
      ],
    });
  });

  test('refuses an attribute of two types', () => {
    const orders = new EncryptedTable(newStack(), 'Orders', PROPS);
    const partitionKey = { name: 'customer', type: AttributeType.NUMBER };
    expect(messageOf(() => orders.addGlobalSecondaryIndex({ indexName: 'other', partitionKey }))).toBe(
      "[test/Orders] 'partitionKey' must have the type that 'customer' has elsewhere in the table, S, got \"N\"; write the same type, or another attribute"
    );
  });

  test('refuses a name twice', () => {
    const orders = new EncryptedTable(newStack(), 'Orders', PROPS);
    const index = { indexName: 'by-day', partitionKey: { name: 'day' } };
    orders.addGlobalSecondaryIndex(index);
    expect(messageOf(() => orders.addGlobalSecondaryIndex(index))).toBe(
      '[test/Orders] \'indexName\' must be unique within the table, got "by-day"; write another indexName'
    );
  });
});

describe('grants', () => {
  const role = (stack: TerraformStack): IamRole => new IamRole(stack, 'Role', { assumeRolePolicy: '{}' });

  test.each([
    ['grantReadData', { reads: true, writes: false }],
    ['grantWriteData', { reads: false, writes: true }],
    ['grantReadWriteData', { reads: true, writes: true }],
  ] as const)('%s covers the table and the key', (grant, { reads, writes }) => {
    const stack = newStack();
    new EncryptedTable(stack, 'Orders', PROPS)[grant](role(stack));
    const granted = Written.of(stack).granted('Role/Grants');
    expect(granted['<PersonalDataKey>']).toContain('kms:Decrypt');
    expect(granted['<PersonalDataKey>'].includes('kms:GenerateDataKey*')).toBe(writes);
    expect(granted['<Orders>'].includes('dynamodb:GetItem')).toBe(reads);
    expect(granted['<Orders>'].includes('dynamodb:PutItem')).toBe(writes);
  });

  const ARN = 'arn:aws:dynamodb:eu-central-1:111122223333:table/old-orders';

  test('cover a table that is already there', () => {
    const stack = newStack();
    const old = EncryptedTable.fromTableArn(stack, 'Old', ARN);
    expect(old.tableName).toBe('old-orders');
    old.grantReadData(role(stack));
    const policy = Written.of(stack).resource('aws_iam_role_policy').policy as string;
    expect(policy).toContain(`"${ARN}","${ARN}/index/*"`);
    expect(policy).not.toContain('dynamodb:PutItem');
  });

  test('cover a table that is already there, by its name', () => {
    const stack = newStack();
    EncryptedTable.fromTableName(stack, 'Old', 'old-orders').grantWriteData(role(stack));
    const policy = Written.of(stack).resource('aws_iam_role_policy').policy as string;
    expect(policy).toContain(`:${ACCOUNT}:table/old-orders"`);
    expect(policy).not.toContain('dynamodb:GetItem');
  });

  test('cover the key of a table that is already there, whatever its ARN', () => {
    const stack = newStack();
    const tableArn = new TerraformVariable(stack, 'table', {}).stringValue;
    const encryptionKey = new RotatedKey(stack, 'Key');
    const old = EncryptedTable.fromTableAttributes(stack, 'Old', { tableArn, encryptionKey });
    new TerraformOutput(stack, 'name', { value: old.tableName });
    old.grantReadData(role(stack));
    const written = Written.of(stack);
    expect(written.json.output.name.value).toBe('${element(split("/", var.table), 1)}');
    expect(Object.keys(written.granted())).toEqual(['<Key>', '${var.table}', '${var.table}/index/*']);
  });
});

describe('addToResourcePolicy', () => {
  const statement = { sid: 'Partner', actions: ['dynamodb:GetItem'], resources: [] };

  test('adds a statement about the table, and one about each replica', () => {
    const stack = newStack();
    const principals = { AWS: ['arn:aws:iam::111122223333:role/partner'] };
    const orders = new EncryptedTable(stack, 'Orders', { ...PROPS, replicaRegions: ['eu-west-1'] });
    orders.addToResourcePolicy({ ...statement, principals });
    const written = Written.of(stack);
    const resource = (path: string): unknown =>
      written.statements('aws_dynamodb_resource_policy', path).Partner.Resource;
    expect(resource('Orders/Policy-eu-west-1')).toEqual([REPLICA, `${REPLICA}/index/*`]);
    const own = Object.entries(written.resources('aws_dynamodb_resource_policy')).find(
      ([path]) => path === 'Orders/Policy'
    );
    expect(own?.[1].policy).toContain(`"Sid":"Partner"`);
  });

  test('refuses everybody', () => {
    const orders = new EncryptedTable(newStack(), 'Orders', PROPS);
    expect(messageOf(() => orders.addToResourcePolicy({ ...statement, principals: { '*': ['*'] } }))).toContain(
      "[test/Orders] 'principals' must not be everybody without a condition"
    );
  });
});

const RETENTION = '(TOM 2.2 Retention schedule)';

test.each<[string, object, string]>([
  [
    'personal data whose items have no end',
    { timeToLiveAttribute: undefined },
    `'timeToLiveAttribute' is required for personal data: DynamoDB keeps an item forever unless somebody deletes it ${RETENTION}; write timeToLiveAttribute: 'expires', or noTimeToLiveReason: 'who deletes items, and when'`,
  ],
  [
    'an end, and a reason for none',
    { noTimeToLiveReason: 'nobody' },
    `'noTimeToLiveReason' must not be set where timeToLiveAttribute is ${RETENTION}, got "nobody"; leave one of the two out`,
  ],
  [
    'a reason that is no tag',
    { timeToLiveAttribute: undefined, noTimeToLiveReason: 'see <RISK-17>' },
    `'noTimeToLiveReason' must be 1 to 256 letters, digits, blanks and '_.:/=+-', known when the program runs: it becomes a tag ${RETENTION}, got "see <RISK-17>"; write noTimeToLiveReason: 'the job of every night deletes what is due'`,
  ],
  [
    'a reason that says nothing',
    { timeToLiveAttribute: undefined, noTimeToLiveReason: ' ' },
    `'noTimeToLiveReason' must be 1 to 256 letters, digits, blanks and '_.:/=+-', known when the program runs: it becomes a tag ${RETENTION}, got " "; write noTimeToLiveReason: 'the job of every night deletes what is due'`,
  ],
  [
    'an end without a name',
    { timeToLiveAttribute: '' },
    `'timeToLiveAttribute' must be 1 to 255 characters ${RETENTION}, got ""; write timeToLiveAttribute: 'expires'`,
  ],
  [
    'a replica where the table is',
    { replicaRegions: ['eu-central-1'] },
    '\'replicaRegions\' must not name the region of the table itself, got "eu-central-1"; leave it out',
  ],
  [
    'a key of DynamoDB',
    { encryption: 'DEFAULT' },
    '\'encryption\' must not be set: items are always encrypted with a key of your own (TOM 1.2.1 AES-256 for databases and object stores), got "DEFAULT"; write encryptionKey, or leave it out for the key of the stack',
  ],
  [
    'no recovery',
    { pointInTimeRecovery: false },
    "'pointInTimeRecovery' must not be set: the last 35 days can always be restored (TOM 4.1 Automated backups), got false; leave it out",
  ],
  [
    'no protection',
    { deletionProtection: false },
    "'deletionProtection' must not be set: the environment decides it (TOM 3.3.1 Redundant and distributed architecture), got false; leave it out",
  ],
  [
    'a short name',
    { tableName: 'ab' },
    "'tableName' must be 3 to 255 letters, digits, '_', '.' and '-', got \"ab\"; write tableName: 'acme-orders', or leave it out",
  ],
])('refuses %s', (_title, props, message) => {
  expect(messageOf(() => new EncryptedTable(newStack(), 'Orders', { ...PROPS, ...props }))).toBe(
    `[test/Orders] ${message}`
  );
});

test.each([
  ['region', { region: 'us-east-1' }],
  ['replicaRegions', { replicaRegions: ['eu-west-1', 'us-east-1'] }],
])('refuses %s outside the residency', (prop, props) => {
  expect(messageOf(() => table(props))).toMatch(
    new RegExp(
      `^\\[test/Orders\\] '${prop}' must be within the residency of personal data \\(TOM 7\\.1 .*\\), got "us-east-1"; `
    )
  );
});

test('refuses a reason that only Terraform knows', () => {
  const stack = newStack();
  const noTimeToLiveReason = new TerraformVariable(stack, 'reason', {}).stringValue;
  const props = { partitionKey: { name: 'customer' }, noTimeToLiveReason };
  expect(messageOf(() => new EncryptedTable(stack, 'Orders', props))).toContain(', got a token; ');
});

test('refuses a name that another table of the stack has', () => {
  const stack = newStack();
  new EncryptedTable(stack, 'One', { ...PROPS, tableName: 'acme-orders' });
  expect(messageOf(() => new EncryptedTable(stack, 'Two', { ...PROPS, tableName: 'acme-orders' }))).toBe(
    `[test/Two] 'tableName' must be unique: test/One has this name, got "acme-orders"; write another tableName, or leave it out`
  );
});

test('refuses what is no ARN of a table', () => {
  expect(messageOf(() => EncryptedTable.fromTableArn(newStack(), 'Old', 'old-orders'))).toBe(
    "[test/Old] 'tableArn' must be the ARN of a table, got \"old-orders\"; write 'arn:aws:dynamodb:<region>:<account>:table/<name>'"
  );
});
