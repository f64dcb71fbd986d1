import { outsideAccess } from '../../../../lib/aws/iam/access/outside';
import { givesPersonalData } from '../../../../lib/aws/iam/access/reading-needs';
import { apartOf, policyAttribute } from '../../../../lib/aws/iam/resource-policies';
import { RESOURCE_TYPES, typesWith } from '../../../../lib/aws/types';
import { JsonObject } from '../../../../lib/terraform/value';
import { at, modelOf } from '../../../support/models';

const OURS = '111122223333';
const OTHER = '444455556666';
const provider = { aws: [{ region: 'eu-central-1', allowed_account_ids: [OURS] }] };
const data = { aws_organizations_organization: { all: { accounts: [{ id: OURS }] } } };

type Resources = { readonly [type: string]: { readonly [name: string]: JsonObject } };

function documentOf(...statements: JsonObject[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

function allow(Action: string | string[], Resource: string, Condition: JsonObject = {}): JsonObject {
  return { Effect: 'Allow', Principal: { AWS: OTHER }, Action, Resource, Condition };
}

/** Who reads a resource, and what it hangs on. */
function readersOf(type: string, resource: Resources, variable: JsonObject = {}): string[] {
  const model = modelOf({ stack: { provider, data, resource, variable } });
  const { access, unread } = outsideAccess(model, at(model, `${type}.it`), RESOURCE_TYPES[type].reading!);
  return [
    ...access.map(({ who, action, decision, on }) => [who, action, decision, ...on].join(' ')),
    ...unread.map((where) => `unread ${where}`),
  ];
}

/** A resource of a type, with the policy where its type has it. */
function withPolicy(type: string, body: JsonObject, policy: string): Resources {
  const apart = apartOf(type);
  if (apart) {
    const holder = { [apart.attribute]: `\${${type}.it.${apart.names}}`, [attributeOf(apart.type)]: policy };
    return { [type]: { it: body }, [apart.type]: { it: holder } };
  }
  const { ofAccount } = RESOURCE_TYPES[type].policy!;
  if (ofAccount) return { [type]: { it: body }, [ofAccount]: { it: { policy } } };
  const [block, attribute] = RESOURCE_TYPES[type].policy!.attribute.split('.');
  return { [type]: { it: { ...body, ...(attribute ? { [block]: { [attribute]: policy } } : { [block]: policy }) } } };
}

function attributeOf(type: string): string {
  const model = modelOf({ stack: { resource: { [type]: { it: {} } } } });
  return policyAttribute(at(model, `${type}.it`));
}

/** What the name of a resource is called, where an ARN has it. */
const NAMES: { readonly [type: string]: string } = {
  aws_cloudwatch_event_bus: 'name',
  aws_glue_catalog_database: 'name',
  aws_msk_cluster: 'cluster_name',
  aws_msk_serverless_cluster: 'cluster_name',
};

const READINGS = typesWith(({ reading }) => reading !== undefined).flatMap((type) =>
  RESOURCE_TYPES[type].reading!.reads.map(({ action, part, path }) => [type, action, part ?? '', path ?? ''] as const)
);

describe.each(READINGS)('%s, whose policy lets an account %s%s%s', (type, action, part, path) => {
  const { store } = RESOURCE_TYPES[type].reading!;
  const objects = type === 'aws_s3_bucket' ? '/*' : '';
  const place = `arn:aws:*:*:${OURS}:${path.replace('${name}', 'visits')}`;
  const what = path === '' ? `\${${type}.it.arn}${part || objects}` : place;
  // Of a store of the model behind it, nothing else is asked: that has tests below.
  const stores: Resources = store && !store.mustAllow ? { [store.types[0]]: { behind: {} } } : {};
  const body: JsonObject = {
    ...(NAMES[type] === undefined ? {} : { [NAMES[type]]: 'visits' }),
    ...(store ? { [store.attribute.split('.')[0]]: `\${${store.types[0]}.behind.arn}` } : {}),
    ...(type === 'aws_secretsmanager_secret' ? { kms_key_id: '${aws_kms_key.shared.arn}' } : {}),
  };
  const shared = {
    aws_kms_key: { shared: { policy: documentOf(allow('kms:Decrypt', '*')) } },
  };

  function readers(policy: string): string[] {
    return readersOf(type, { ...stores, ...shared, ...withPolicy(type, body, policy) });
  }

  test('lets it read', () => {
    const found = readers(documentOf(allow(action, what)));
    const isSure = store?.mustAllow !== true;
    expect(found.map((line) => line.split(' ').slice(0, 3).join(' '))).toContain(
      `${OTHER} ${action} ${isSure ? 'allow' : 'depends'}`
    );
  });

  test('lets it read by a wildcard', () => {
    expect(readers(documentOf(allow(`${action.split(':')[0]}:*`, '*'))).join('\n')).toContain(`${OTHER} ${action}`);
  });

  test('lets nobody else read, and nothing else', () => {
    expect(readers(documentOf({ ...allow(action, '*'), Principal: { AWS: OURS } }))).toEqual([]);
    expect(readers(documentOf(allow(`${action.split(':')[0]}:TagResource`, '*')))).toEqual([]);
    expect(readers(documentOf(allow(action, '*'), { ...allow(action, '*'), Effect: 'Deny' }))).toEqual([]);
  });
});

const KEY = '${aws_kms_key.own.arn}';
const BUCKET = 'aws_s3_bucket';
const CONFIGURATION = 'aws_s3_bucket_server_side_encryption_configuration';
const OBJECTS = '${aws_s3_bucket.it.arn}/*';

function keyWith(...statements: JsonObject[]): Resources {
  return { aws_kms_key: { own: statements.length === 0 ? {} : { policy: documentOf(...statements) } } };
}

/** A store that lets the account read, with the key that is given, and the key. */
function storeOf(type: string, body: JsonObject, key: Resources = keyWith()): Resources {
  const { action, part = '' } = RESOURCE_TYPES[type].reading!.reads[0];
  return { ...key, ...withPolicy(type, body, documentOf(allow(action, `\${${type}.it.arn}${part}`))) };
}

const ENCRYPTED: readonly [string, JsonObject][] = [
  ['aws_dynamodb_table', { server_side_encryption: { enabled: true, kms_key_arn: KEY } }],
  ['aws_kinesis_stream', { encryption_type: 'KMS', kms_key_id: KEY }],
  ['aws_s3tables_table', { encryption_configuration: { sse_algorithm: 'aws:kms', kms_key_arn: KEY } }],
  ['aws_secretsmanager_secret', { kms_key_id: KEY }],
  ['aws_sqs_queue', { kms_master_key_id: KEY }],
];

describe.each(ENCRYPTED)('%s under a key', (type, body) => {
  const [{ action }] = RESOURCE_TYPES[type].reading!.reads;
  const { via } = RESOURCE_TYPES[type].reading!.key!;

  test('whose policy lets nobody of another account decrypt is not read', () => {
    expect(readersOf(type, storeOf(type, body))).toEqual([]);
    expect(readersOf(type, storeOf(type, body, keyWith({ ...allow('kms:*', '*'), Principal: { AWS: OURS } })))).toEqual(
      []
    );
  });

  test('whose policy lets the account decrypt is read', () => {
    const found = readersOf(type, storeOf(type, body, keyWith(allow(['kms:Decrypt', 'kms:DescribeKey'], '*'))));
    expect(found).toEqual([`${OTHER} ${action} allow`]);
  });

  test('whose policy lets the account decrypt by its service is read, and by another service not', () => {
    const by = (service: string): JsonObject => ({
      StringEquals: { 'kms:ViaService': `${service}.eu-central-1.amazonaws.com` },
    });
    const found = (service: string): string[] =>
      readersOf(type, storeOf(type, body, keyWith(allow('kms:Decrypt', '*', by(service)))));
    if (via === undefined) return;
    expect(found(via)).toEqual([`${OTHER} ${action} allow`]);
    expect(found('ssm')).toEqual([]);
  });

  test('that grants the account to decrypt is read', () => {
    const grant = {
      key_id: '${aws_kms_key.own.key_id}',
      grantee_principal: `arn:aws:iam::${OTHER}:root`,
      operations: ['Decrypt'],
    };
    const found = readersOf(type, { ...storeOf(type, body), aws_kms_grant: { it: grant } });
    expect(found).toEqual([`${OTHER} ${action} allow`]);
  });

  test('that is not in the input is read or not', () => {
    const elsewhere = JSON.parse(JSON.stringify(body).replace(KEY, '${var.key}')) as JsonObject;
    const found = readersOf(type, storeOf(type, elsewhere), { key: {} });
    expect(found).toEqual([`${OTHER} ${action} depends the policy of the key \${var.key}`]);
  });

  test('whose policy nobody can read is read or not', () => {
    const found = readersOf(
      type,
      { ...storeOf(type, body), aws_kms_key: { own: { policy: '${var.policy}' } } },
      { policy: {} }
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/ depends /);
  });

  test('that AWS manages is read by no other account', () => {
    const managed = JSON.parse(JSON.stringify(body).replace(KEY, `alias/aws/${via}`)) as JsonObject;
    expect(readersOf(type, storeOf(type, managed))).toEqual([]);
  });
});

test.each<[string, string, JsonObject, boolean]>([
  ['the key of SQS', 'aws_sqs_queue', {}, true],
  ['no key', 'aws_kinesis_stream', {}, true],
  ['the key of DynamoDB', 'aws_dynamodb_table', {}, true],
  ['aws/dynamodb', 'aws_dynamodb_table', { server_side_encryption: { enabled: true } }, false],
  ['aws/secretsmanager', 'aws_secretsmanager_secret', {}, false],
  ['its own, which EFS uses', 'aws_efs_file_system', { encrypted: true, kms_key_id: KEY }, true],
])('under %s: %s', (_, type, body, isRead) => {
  expect(readersOf(type, storeOf(type, body)).length > 0).toBe(isRead);
});

describe('a bucket', () => {
  const encrypted = (sse_algorithm: string, kms_master_key_id?: string): Resources => ({
    [CONFIGURATION]: {
      it: {
        bucket: '${aws_s3_bucket.it.id}',
        rule: [
          {
            apply_server_side_encryption_by_default: {
              sse_algorithm,
              ...(kms_master_key_id ? { kms_master_key_id } : {}),
            },
          },
        ],
      },
    },
  });
  const given = (key: string, value: string): JsonObject => ({
    StringNotEquals: { [key]: value },
    Null: { [key]: 'false' },
  });
  const refusing = (key: string): JsonObject[] => [
    {
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:PutObject',
      Resource: OBJECTS,
      Condition: given('s3:x-amz-server-side-encryption', 'aws:kms'),
    },
    {
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:PutObject',
      Resource: OBJECTS,
      Condition: given('s3:x-amz-server-side-encryption-aws-kms-key-id', key),
    },
  ];
  const bucket = (...denials: JsonObject[]): Resources =>
    withPolicy(BUCKET, {}, documentOf(allow('s3:GetObject', OBJECTS), ...denials));

  test.each<[string, Resources, string[]]>([
    ['without a configuration', bucket(), ['444455556666 s3:GetObject allow']],
    ['under the key of S3', { ...bucket(), ...encrypted('AES256') }, ['444455556666 s3:GetObject allow']],
    [
      'under a key, where uploads may ask for another',
      { ...bucket(), ...encrypted('aws:kms', KEY), ...keyWith() },
      ['444455556666 s3:GetObject depends objects that were uploaded with another encryption'],
    ],
    [
      'under a key, where uploads may ask for that of S3',
      { ...bucket(refusing(KEY)[1]), ...encrypted('aws:kms', KEY), ...keyWith() },
      ['444455556666 s3:GetObject depends objects that were uploaded with another encryption'],
    ],
    ['only under a key', { ...bucket(...refusing(KEY)), ...encrypted('aws:kms', KEY), ...keyWith() }, []],
    [
      'only under a key that lets the reader decrypt',
      { ...bucket(...refusing(KEY)), ...encrypted('aws:kms', KEY), ...keyWith(allow('kms:Decrypt', '*')) },
      ['444455556666 s3:GetObject allow'],
    ],
    [
      'under aws/s3, where uploads may ask for another',
      { ...bucket(), ...encrypted('aws:kms') },
      ['444455556666 s3:GetObject depends objects that were uploaded with another encryption'],
    ],
    [
      'under a key that is not in the input',
      { ...bucket(...refusing(KEY)), ...encrypted('aws:kms', '${aws_kms_key.other.arn}') },
      ['444455556666 s3:GetObject depends the policy of the key ${aws_kms_key.other.arn}'],
    ],
  ])('%s', (_, resource, expected) => {
    expect(readersOf(BUCKET, resource)).toEqual(expected);
  });
});

describe('an access point', () => {
  const POINT = 'aws_s3_access_point';
  const point = {
    [POINT]: { it: { name: 'reports', bucket: '${aws_s3_bucket.behind.id}' } },
    aws_s3control_access_point_policy: {
      it: {
        access_point_arn: '${aws_s3_access_point.it.arn}',
        policy: documentOf(allow('s3:GetObject', '${aws_s3_access_point.it.arn}/object/*')),
      },
    },
  };
  const delegating = (Condition: JsonObject): Resources => ({
    aws_s3_bucket: { behind: {} },
    aws_s3_bucket_policy: {
      it: {
        bucket: '${aws_s3_bucket.behind.id}',
        policy: documentOf({
          Effect: 'Allow',
          Principal: '*',
          Action: '*',
          Resource: ['${aws_s3_bucket.behind.arn}', '${aws_s3_bucket.behind.arn}/*'],
          Condition,
        }),
      },
    },
  });

  test.each<[string, Resources, string[]]>([
    [
      'of a bucket that leaves it to the access points of its account',
      delegating({ StringEquals: { 's3:DataAccessPointAccount': OURS } }),
      ['444455556666 s3:GetObject allow'],
    ],
    [
      'of a bucket that leaves it to that access point',
      delegating({ ArnEquals: { 's3:DataAccessPointArn': '${aws_s3_access_point.it.arn}' } }),
      ['444455556666 s3:GetObject allow'],
    ],
    ['of a bucket that leaves it to another', delegating({ StringEquals: { 's3:DataAccessPointAccount': OTHER } }), []],
    ['of a bucket that lets nobody in', { aws_s3_bucket: { behind: {} } }, []],
    [
      'of a bucket that is not in the input',
      {},
      ['444455556666 s3:GetObject depends what ${aws_s3_bucket.behind.id} allows'],
    ],
  ])('%s', (_, bucket, expected) => {
    expect(readersOf(POINT, { ...point, ...bucket })).toEqual(expected);
  });

  test('gives what the bucket holds', () => {
    const gives = (tags: JsonObject): boolean => {
      const model = modelOf({ stack: { resource: { ...point, aws_s3_bucket: { behind: { tags } } } } });
      return givesPersonalData(model, at(model, `${POINT}.it`));
    };
    expect([gives({ 'tom:data-class': 'public' }), gives({ 'tom:data-class': 'personal' }), gives({})]).toEqual([
      false,
      true,
      true,
    ]);
  });
});
