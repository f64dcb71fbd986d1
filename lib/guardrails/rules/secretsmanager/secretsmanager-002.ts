import { Model, Resource, describe } from '../../model';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { worst } from '../checks';
import { keyKind, requireKey } from '../encryption-key';

const AWS_KEY = 'Secrets Manager encrypts with aws/secretsmanager, whose policy nobody can change';

/** Secrets under a key of one's own. */
export const SECRETSMANAGER_002: ResourceRule = {
  id: 'SECRETSMANAGER-002',
  title: 'A secret that opens personal data is encrypted with a customer managed KMS key, and so are its replicas',
  severity: 'medium',
  measures: ['1.2.1'],
  rationale:
    'Under aws/secretsmanager whoever may read the secret in the account can decrypt it, no other account ever can, and there is no key to take away from either. A secret whose class nobody declares counts as one of personal data.',
  fix: 'Set `kms_key_id`, and that of every `replica`, to a customer managed key of its region, such as that of a `RotatedKey`. Where the secret opens no personal data, say so by the tag tom:data-class.',
  sources: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html'],
  types: ['aws_secretsmanager_secret'],
  check: (secret, model) => {
    if (!secret.isPersonal) return undefined;
    return worst([requireKey(model, secret, 'kms_key_id', AWS_KEY), replicaVerdict(model, secret)]);
  },
  examples: {
    pass: [
      {
        title: 'keys of the stack, for the secret and its replica',
        terraform: {
          resource: {
            aws_kms_key: { main: {} },
            aws_kms_replica_key: { west: {} },
            aws_secretsmanager_secret: {
              orders: {
                count: 2,
                kms_key_id: '${aws_kms_key.main.arn}',
                replica: { region: 'eu-west-1', kms_key_id: '${aws_kms_replica_key.west.arn}' },
              },
            },
          },
        },
      },
      {
        title: 'the secret opens nothing personal, blocks as lists',
        terraform: {
          resource: [{ aws_secretsmanager_secret: [{ builds: [{ tags: { 'tom:data-class': 'internal' } }] }] }],
        },
      },
    ],
    fail: [
      {
        title: 'no key, and a key of AWS',
        terraform: {
          resource: {
            aws_secretsmanager_secret: { orders: {}, tokens: { kms_key_id: 'alias/aws/secretsmanager' } },
          },
        },
        addresses: ['aws_secretsmanager_secret.orders', 'aws_secretsmanager_secret.tokens'],
      },
      {
        title: 'the second replica has none, blocks as lists',
        terraform: {
          resource: [
            {
              aws_secretsmanager_secret: [
                {
                  orders: [
                    {
                      kms_key_id: 'alias/orders',
                      replica: [{ region: 'eu-west-1', kms_key_id: 'alias/orders' }, { region: 'eu-west-3' }],
                    },
                  ],
                },
              ],
            },
          ],
        },
        addresses: ['aws_secretsmanager_secret.orders'],
      },
      {
        title: 'no key within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.orders',
                  resources: [
                    {
                      address: 'module.orders.aws_secretsmanager_secret.orders',
                      mode: 'managed',
                      type: 'aws_secretsmanager_secret',
                      name: 'orders',
                      values: { name: 'orders', kms_key_id: null },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.orders.aws_secretsmanager_secret.orders'],
      },
    ],
    undetermined: [
      {
        title: 'a variable names the key',
        terraform: {
          variable: { key: {} },
          resource: { aws_secretsmanager_secret: { orders: { kms_key_id: '${var.key}' } } },
        },
        addresses: ['aws_secretsmanager_secret.orders'],
      },
    ],
  },
};

function replicaVerdict(model: Model, secret: Resource): Verdict | undefined {
  return worst(
    secret.blocks('replica').map((replica) => {
      const key = replica.get('kms_key_id');
      const where = `kms_key_id of the replica in ${describe(replica.get('region'))} is ${describe(key)}`;
      switch (keyKind(model, secret, key)) {
        case 'customer':
          return MET;
        case 'open':
          return undetermined(`${where}, and only a plan can tell whose key that is`);
        default:
          return violated(`${where}: ${AWS_KEY}`);
      }
    })
  );
}
