import { Model, Resource } from '../../model';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { Value, isUnknown } from '../../value';
import { unknownAttribute, worst } from '../checks';
import { configured } from '../configured';
import { SECRET_ATTRIBUTES, SecretAttribute } from './secret-attributes';

/** Secrets that Terraform never learns. */
export const AWS_005: ResourceRule = {
  id: 'AWS-005',
  title: 'No password, key or token passes through the configuration into the state',
  severity: 'high',
  measures: ['3.1.1'],
  rationale:
    'Terraform writes every attribute into its state and into every saved plan in the clear, whether it was a literal, a variable marked as sensitive or a random_password. Whoever may read the state then holds the password, past every right that IAM gives or takes. A secret that the service makes and keeps itself, and a write-only argument (…_wo), never reach the state. The message never shows the value.',
  fix: 'Let the service manage the secret (`manage_master_user_password`), or use the write-only argument that the finding names, fed from an ephemeral value. Change a secret that a state has seen.',
  sources: [
    'https://developer.hashicorp.com/terraform/language/manage-sensitive-data',
    'https://developer.hashicorp.com/terraform/language/manage-sensitive-data/write-only',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html',
    'ISO/IEC 27001:2022 A.5.17',
  ],
  types: Object.keys(SECRET_ATTRIBUTES),
  check: (resource, model) =>
    worst(SECRET_ATTRIBUTES[resource.type].map((attribute) => verdictOn(model, resource, attribute))),
  examples: {
    pass: [
      {
        title: 'the service makes the password',
        terraform: {
          resource: {
            aws_db_instance: { orders: { count: 2, manage_master_user_password: true } },
            aws_redshift_cluster: { reports: { manage_master_password: true, master_password: null } },
          },
        },
      },
      {
        title: 'write-only arguments, blocks as lists',
        terraform: {
          variable: { password: { ephemeral: true } },
          resource: [
            {
              aws_secretsmanager_secret_version: [
                { api: [{ secret_id: 'api', secret_string_wo: '${var.password}', secret_string_wo_version: 1 }] },
              ],
              aws_rds_cluster: [{ orders: [{ master_password_wo: '${var.password}', master_password_wo_version: 1 }] }],
            },
          ],
        },
      },
      {
        title: 'a parameter that is no secret, a user of IAM, and a password that is the ARN of a secret',
        terraform: {
          resource: {
            aws_ssm_parameter: { region: { name: 'region', type: 'String', value: 'eu-central-1' } },
            aws_elasticache_user: { app: { authentication_mode: { type: 'iam' } } },
            aws_docdbelastic_cluster: {
              orders: { auth_type: 'SECRET_ARN', admin_user_password: '${aws_secretsmanager_secret.orders.arn}' },
            },
          },
        },
      },
    ],
    fail: [
      {
        title: 'a literal, a variable and a random password',
        terraform: {
          variable: { password: { sensitive: true } },
          resource: {
            random_password: { orders: { length: 32 } },
            aws_db_instance: { orders: { password: 'not-a-real-one' } },
            aws_docdb_cluster: { orders: { master_password: '${var.password}' } },
            aws_rds_cluster: { orders: { count: 2, master_password: '${random_password.orders.result}' } },
          },
        },
        addresses: ['aws_db_instance.orders', 'aws_docdb_cluster.orders', 'aws_rds_cluster.orders'],
      },
      {
        title: 'the second user of a broker, blocks as lists',
        terraform: {
          resource: [
            {
              aws_mq_broker: [
                { orders: [{ user: [{ username: 'app' }, { username: 'ops', password: 'not-a-real-one' }] }] },
              ],
            },
          ],
        },
        addresses: ['aws_mq_broker.orders'],
      },
      {
        title: 'secrets in text of their own',
        terraform: {
          resource: {
            random_password: { api: {} },
            aws_kms_ciphertext: { api: { plaintext: 'not-a-real-one' } },
            aws_secretsmanager_secret_version: {
              api: { secret_string: '${jsonencode({ user = "app", password = random_password.api.result })}' },
            },
            aws_ssm_parameter: { api: { name: 'api', type: 'SecureString', value: 'not-a-real-one' } },
          },
        },
        addresses: ['aws_kms_ciphertext.api', 'aws_secretsmanager_secret_version.api', 'aws_ssm_parameter.api'],
      },
      {
        title: 'within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.cache',
                  resources: [
                    {
                      address: 'module.cache.aws_elasticache_replication_group.sessions',
                      mode: 'managed',
                      type: 'aws_elasticache_replication_group',
                      name: 'sessions',
                      values: { description: 'sessions', auth_token: 'not-a-real-one-either' },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.cache.aws_elasticache_replication_group.sessions'],
      },
    ],
    undetermined: [
      {
        title: 'variables decide whether there is a password, and whether the parameter is a secret',
        terraform: {
          variable: { password: {}, managed: {}, type: {}, users: {} },
          resource: {
            aws_mq_broker: { orders: { user: '${var.users}' } },
            aws_db_instance: { orders: { password: '${var.managed ? null : var.password}' } },
            aws_ssm_parameter: { api: { name: 'api', type: '${var.type}', value: 'eu-central-1' } },
          },
        },
        addresses: ['aws_db_instance.orders', 'aws_mq_broker.orders', 'aws_ssm_parameter.api'],
      },
    ],
  },
};

function verdictOn(model: Model, resource: Resource, attribute: SecretAttribute): Verdict | undefined {
  const { path, only, instead } = attribute;
  const holder = valuesOf(resource, path).find((value) => !isEmpty(value));
  if (only) {
    const kind = resource.get(only.attribute);
    if (isUnknown(kind)) return holder === undefined ? undefined : unknownAttribute(only.attribute, kind);
    if (typeof kind !== 'string' || !only.is.includes(kind)) return undefined;
  }
  if (holder === undefined) {
    const outer = configured(resource, path.split('.')[0]);
    return isUnknown(outer) ? undetermined(`only a plan can tell whether ${path} is set`) : MET;
  }
  if (isUnknown(holder) && /\?[^]*\bnull\b/.test(holder.text)) {
    return undetermined(
      `only a plan can tell whether ${path} is set: where it is, it stands in the state in the clear`
    );
  }
  return violated(
    `${path} is set to ${origin(model, resource, holder)}, and stands in the state in the clear: use ${instead}`
  );
}

/** What an attribute holds, in each of its blocks. */
function valuesOf(resource: Resource, path: string): Value[] {
  const end = path.lastIndexOf('.');
  const name = path.slice(end + 1);
  if (end < 0) return [configured(resource, name)];
  return resource.blocks(path.slice(0, end)).map((block) => configured(block, name));
}

function isEmpty(value: Value): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Where a value comes from, without a word of what it is: expressions may hold literals, so only names are shown. */
function origin(model: Model, resource: Resource, value: Value): string {
  if (!isUnknown(value)) return 'a literal';
  const named = value.references.find(
    (reference) => /^(?:var|local|each|module)\./.test(reference) || model.resolve(resource, reference)
  );
  return named === undefined ? 'an expression' : `what ${named} holds`;
}
