import { Model, Resource, describe } from '../../model';
import { ResourceRule, Verdict, violated } from '../../rule';
import { isTrue, isUnknown } from '../../value';
import { allOf, unknownAttribute } from '../checks';
import { keyVerdict, requireKey } from '../encryption-key';

const AWS_KEY = 'a key that AWS manages encrypts personal data';

/** Tables under a key of one's own. */
export const DYNAMODB_001: ResourceRule = {
  id: 'DYNAMODB-001',
  title: 'A table of personal data, and every replica of it, is encrypted with a customer managed KMS key',
  severity: 'high',
  measures: ['1.2.1'],
  rationale:
    'DynamoDB and Keyspaces always encrypt, but by default with a key that the service owns: nobody sees its use, limits it or takes it away, and whoever may read the table reads the data. A replica in another region needs a key of that region. A table whose class nobody declares counts as personal.',
  fix: 'Set `server_side_encryption` with `enabled` = true and `kms_key_arn` to a customer managed key, such as that of a `RotatedKey`, and `kms_key_arn` of each `replica` to one of its region. For Keyspaces set `encryption_specification` with `type` = CUSTOMER_MANAGED_KMS_KEY and `kms_key_identifier`. Where the data is not personal, say so by the tag tom:data-class.',
  sources: [
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.howitworks.html',
    'https://docs.aws.amazon.com/keyspaces/latest/devguide/encryption.howitworks.html',
  ],
  types: ['aws_dynamodb_table', 'aws_dynamodb_table_replica', 'aws_keyspaces_table'],
  check: (table, model) => {
    if (!table.isPersonal) return undefined;
    if (table.type === 'aws_keyspaces_table') return keyspacesVerdict(model, table);
    if (table.type === 'aws_dynamodb_table_replica') return requireKey(model, table, 'kms_key_arn', AWS_KEY);
    return allOf([tableVerdict(model, table), ...replicaVerdicts(model, table)]);
  },
  examples: {
    pass: [
      {
        title: 'a key of the same stack, and one for each replica',
        terraform: {
          resource: {
            aws_kms_key: { data: {} },
            aws_kms_replica_key: { data: {} },
            aws_dynamodb_table: {
              orders: {
                count: 2,
                replica: [{ region_name: 'eu-west-1', kms_key_arn: '${aws_kms_replica_key.data.arn}' }],
                server_side_encryption: { enabled: true, kms_key_arn: '${aws_kms_key.data.arn}' },
              },
            },
            aws_dynamodb_table_replica: { orders: { kms_key_arn: '${aws_kms_replica_key.data.arn}' } },
            aws_keyspaces_table: {
              orders: {
                encryption_specification: {
                  kms_key_identifier: '${aws_kms_key.data.arn}',
                  type: 'CUSTOMER_MANAGED_KMS_KEY',
                },
              },
            },
          },
        },
      },
      {
        title: 'the data is internal, and blocks as lists',
        terraform: {
          resource: [
            {
              aws_dynamodb_table: [
                { builds: [{ tags: { 'tom:data-class': 'internal' } }] },
                { orders: [{ server_side_encryption: [{ enabled: 'true', kms_key_arn: 'alias/orders' }] }] },
              ],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'the service owns the key',
        terraform: {
          resource: {
            aws_dynamodb_table: {
              orders: { name: 'orders' },
              returns: { server_side_encryption: { enabled: false } },
            },
            aws_keyspaces_table: {
              orders: { table_name: 'orders' },
              returns: { encryption_specification: [{ type: 'AWS_OWNED_KMS_KEY' }] },
            },
          },
        },
        addresses: [
          'aws_dynamodb_table.orders',
          'aws_dynamodb_table.returns',
          'aws_keyspaces_table.orders',
          'aws_keyspaces_table.returns',
        ],
      },
      {
        title: 'AWS manages the key, of a replica too',
        terraform: {
          resource: {
            aws_dynamodb_table: {
              orders: { server_side_encryption: { enabled: true } },
              returns: {
                replica: [{ region_name: 'eu-west-1' }],
                server_side_encryption: { enabled: true, kms_key_arn: 'alias/returns' },
              },
            },
            aws_dynamodb_table_replica: { orders: { kms_key_arn: 'alias/aws/dynamodb' } },
          },
        },
        addresses: ['aws_dynamodb_table.orders', 'aws_dynamodb_table.returns', 'aws_dynamodb_table_replica.orders'],
      },
      {
        title: 'no key within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.shop',
                  resources: [
                    {
                      address: 'module.shop.aws_dynamodb_table.orders["eu"]',
                      mode: 'managed',
                      type: 'aws_dynamodb_table',
                      name: 'orders',
                      index: 'eu',
                      values: { name: 'orders', replica: [], server_side_encryption: [] },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.shop.aws_dynamodb_table.orders["eu"]'],
      },
    ],
    undetermined: [
      {
        title: 'variables name the keys, the replicas and the switch',
        terraform: {
          variable: { encrypt: {}, key: {}, replicas: {}, type: {} },
          resource: {
            aws_dynamodb_table: {
              key: { server_side_encryption: { enabled: true, kms_key_arn: '${var.key}' } },
              one: {
                replica: { kms_key_arn: '${var.key}' },
                server_side_encryption: { enabled: true, kms_key_arn: 'alias/one' },
              },
              replicas: {
                replica: '${var.replicas}',
                server_side_encryption: { enabled: true, kms_key_arn: 'alias/replicas' },
              },
              switch: { server_side_encryption: { enabled: '${var.encrypt}', kms_key_arn: 'alias/switch' } },
            },
            aws_keyspaces_table: { orders: { encryption_specification: { type: '${var.type}' } } },
          },
        },
        addresses: [
          'aws_dynamodb_table.key',
          'aws_dynamodb_table.one',
          'aws_dynamodb_table.replicas',
          'aws_dynamodb_table.switch',
          'aws_keyspaces_table.orders',
        ],
      },
    ],
  },
};

function tableVerdict(model: Model, table: Resource): Verdict {
  const attribute = 'server_side_encryption.enabled';
  const enabled = table.get(attribute);
  if (isUnknown(enabled)) return unknownAttribute(attribute, enabled);
  if (isTrue(enabled)) return requireKey(model, table, 'server_side_encryption.kms_key_arn', AWS_KEY);
  return violated(`${attribute} is ${describe(enabled)}: a key that DynamoDB owns encrypts personal data`);
}

function replicaVerdicts(model: Model, table: Resource): Verdict[] {
  const replicas = table.get('replica');
  if (isUnknown(replicas)) return [unknownAttribute('replica', replicas)];
  return table
    .blocks('replica')
    .map((replica) => keyVerdict(model, table, 'replica.kms_key_arn', replica.get('kms_key_arn'), AWS_KEY));
}

function keyspacesVerdict(model: Model, table: Resource): Verdict {
  const attribute = 'encryption_specification.type';
  const type = table.get(attribute);
  if (isUnknown(type)) return unknownAttribute(attribute, type);
  const owned = 'a key that Keyspaces owns encrypts personal data';
  if (type !== 'CUSTOMER_MANAGED_KMS_KEY') return violated(`${attribute} is ${describe(type)}: ${owned}`);
  return requireKey(model, table, 'encryption_specification.kms_key_identifier', owned);
}
