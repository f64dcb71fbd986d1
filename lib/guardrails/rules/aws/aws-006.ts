import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { Unknown, isUnknown } from '../../value';
import { Place, WORKLOADS, placesOf } from './secret-places';
import { assignmentsIn, isSecretName, mayBeSecret, secretIn } from './secret-patterns';

/** Attributes that hold secrets: a workload that is given one holds it in the clear. */
const SECRET_SOURCE =
  /^(?:random_password\.[^.]+\.(?:result|bcrypt_hash)|tls_private_key\.[^.]+\.private_key_\w+|aws_iam_access_key\.[^.]+\.(?:secret|ses_smtp_password_v4)|aws_(?:db_instance|rds_cluster|docdb_cluster|redshift_cluster)\.[^.]+\.(?:master_)?password|data\.aws_secretsmanager_secret_version\.[^.]+\.secret_(?:string|binary)|data\.aws_secretsmanager_random_password\.[^.]+\.random_password|data\.aws_kms_secrets\.[^.]+\.plaintext)/;

/** Inputs, and parameters whose type nobody sees: under the name of a secret they may be one. */
const OPEN_SOURCE = /^(?:(?:var|local|each|module)\.|(?:data\.)?aws_ssm_parameter\.[^.]+\.(?:insecure_)?value$)/;

/** Workloads that fetch their secrets instead of carrying them. */
export const AWS_006: ResourceRule = {
  id: 'AWS-006',
  title: 'No secret stands in an environment variable, a container definition or user data',
  severity: 'high',
  measures: ['3.1.1'],
  rationale:
    'What a function, task, build or instance is started with is shown to everybody who may describe it, is copied into every revision, and stands in the state. So a secret there has no access control of its own. Secrets are found by their form (access keys, private keys, tokens, URLs with a password), and by the name of what holds a literal; references to a secret, by ARN, valueFrom or type SECRETS_MANAGER, are what is asked for. Compressed user data is not read. The message never shows the value.',
  fix: 'Keep the secret in Secrets Manager, and give the workload its ARN: `secrets` with `valueFrom` in ECS and Batch, type SECRETS_MANAGER in CodeBuild, a read at start in Lambda and on instances, with a role that may. Change a secret that stood in the clear.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-add-user-data.html',
    'AWS Security Hub CodeBuild.2, ECS.8',
  ],
  types: WORKLOADS,
  check: (resource) => {
    const { places, open } = placesOf(resource);
    const verdicts = places.map(verdictOn);
    const secrets = verdicts.flatMap((verdict) => (verdict?.outcome === 'violated' ? [verdict.message] : []));
    if (secrets.length > 0) return violated([...new Set(secrets)].slice(0, 5).join('; '));
    const unsettled = verdicts.find((verdict) => verdict?.outcome === 'undetermined');
    if (unsettled) return unsettled;
    return open === undefined ? MET : undetermined(`only a plan can tell what ${open} holds`);
  },
  examples: {
    pass: [
      {
        title: 'references to secrets',
        terraform: {
          resource: {
            aws_codebuild_project: {
              orders: {
                environment: {
                  environment_variable: [
                    { name: 'NPM_TOKEN', type: 'SECRETS_MANAGER', value: 'npm-token' },
                    { name: 'DB_SECRET', value: '${aws_secretsmanager_secret.orders.arn}' },
                  ],
                },
              },
            },
            aws_ecs_task_definition: {
              orders: {
                container_definitions: JSON.stringify([
                  {
                    name: 'orders',
                    environment: [{ name: 'DB_HOST', value: '${aws_db_instance.orders.address}' }],
                    secrets: [{ name: 'DB_PASSWORD', valueFrom: '${aws_secretsmanager_secret.orders.arn}' }],
                  },
                ]),
              },
            },
            aws_lambda_function: {
              orders: {
                environment: {
                  variables: {
                    API_KEY_SECRET_ARN: 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:api-AbCdEf',
                    DB_PASSWORD: '/orders/db/password',
                    PASSWORD_REQUIRED: 'true',
                  },
                },
              },
            },
            aws_secretsmanager_secret: { orders: {} },
          },
        },
      },
      {
        title: 'scripts that fetch the secret, plain and in base64',
        terraform: {
          resource: [
            {
              aws_instance: [
                {
                  orders: [
                    {
                      count: 2,
                      user_data:
                        '#!/bin/sh\nexport DB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id orders)\ncurl ${aws_lb.orders.dns_name}',
                    },
                  ],
                },
              ],
              aws_launch_template: [{ orders: [{ user_data: 'IyEvYmluL3NoCmVjaG8gaGVsbG8K' }] }],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'literals in a function, and a password in the URL of a build',
        terraform: {
          resource: {
            aws_codebuild_project: {
              orders: {
                environment: [
                  {
                    environment_variable: [
                      { name: 'STAGE', value: 'prod' },
                      { name: 'DATABASE_URL', type: 'PLAINTEXT', value: 'postgres://app:n0t-real@db.internal/orders' },
                    ],
                  },
                ],
              },
            },
            aws_lambda_function: { orders: { environment: { variables: { dbPassword: 'n0t-real' } } } },
          },
        },
        addresses: ['aws_codebuild_project.orders', 'aws_lambda_function.orders'],
      },
      {
        title: 'in the JSON of containers, as text and by jsonencode',
        terraform: {
          resource: {
            random_password: { orders: {} },
            aws_batch_job_definition: {
              report: {
                container_properties:
                  '{"image":"report","environment":[{"name":"CLIENT_SECRET","value":"n0t-real"},{"name":"QUEUE","value":"${aws_sqs_queue.orders.url}"}]}',
              },
            },
            aws_ecs_task_definition: {
              orders: {
                count: 2,
                container_definitions:
                  '${jsonencode([{ name = "orders", environment = [{ name = "DB_PASSWORD", value = random_password.orders.result }] }])}',
              },
            },
          },
        },
        addresses: ['aws_batch_job_definition.report', 'aws_ecs_task_definition.orders'],
      },
      {
        title: 'in scripts, the second one in base64, blocks as lists',
        terraform: {
          resource: [
            {
              aws_instance: [{ orders: [{ user_data: '#!/bin/sh\nmysql --password=n0t-real < /srv/orders.sql' }] }],
              aws_launch_template: [
                { orders: [{ user_data: 'IyEvYmluL3NoCmV4cG9ydCBEQl9QQVNTV09SRD1uMHQtcmVhbAo=' }] },
              ],
            },
          ],
        },
        addresses: ['aws_instance.orders', 'aws_launch_template.orders'],
      },
      {
        title: 'an access key within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.orders',
                  resources: [
                    {
                      address: 'module.orders.aws_lambda_function.orders',
                      mode: 'managed',
                      type: 'aws_lambda_function',
                      name: 'orders',
                      values: {
                        function_name: 'orders',
                        environment: [{ variables: { UPLOAD_ID: 'AKIAIOSFODNN7EXAMPLE' } }],
                      },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.orders.aws_lambda_function.orders'],
      },
    ],
    undetermined: [
      {
        title: 'variables hold the password, the environment and the containers',
        terraform: {
          variable: { password: {}, environment: {}, containers: {}, script: {} },
          resource: {
            aws_ecs_task_definition: { orders: { container_definitions: '${var.containers}' } },
            aws_instance: { orders: { user_data: '${var.script}' } },
            aws_lambda_function: {
              orders: { environment: { variables: { DB_PASSWORD: '${var.password}' } } },
              reports: { environment: { variables: '${var.environment}' } },
            },
          },
        },
        addresses: [
          'aws_ecs_task_definition.orders',
          'aws_instance.orders',
          'aws_lambda_function.orders',
          'aws_lambda_function.reports',
        ],
      },
    ],
  },
};

function verdictOn(place: Place): Verdict | undefined {
  const { where, value, isScript } = place;
  if (isUnknown(value)) return verdictOnUnknown(place, value);
  if (value === undefined || typeof value === 'object' || typeof value === 'boolean') return undefined;
  const text = String(value);
  const form = secretIn(text);
  if (form) return violated(`${where} holds ${form}`);
  if (isScript) return verdictOnScript(where, text);
  if (place.name === undefined || !isSecretName(place.name) || !mayBeSecret(text)) return undefined;
  return violated(`${where} holds a literal under the name of a secret`);
}

function verdictOnUnknown({ where, name, isScript }: Place, value: Unknown): Verdict | undefined {
  const form = secretIn(value.text);
  if (form) return violated(`${where} holds ${form}`);
  const source = value.references.map((reference) => SECRET_SOURCE.exec(reference)?.[0]).find(Boolean);
  if (source) return violated(`${where} holds the secret of ${source}`);
  if (isScript) return verdictOnScript(where, value.text) ?? verdictOnWhole(where, value);
  if (name === undefined || !isSecretName(name)) return undefined;
  const isOpen = value.references.some((reference) => OPEN_SOURCE.test(reference));
  return isOpen ? undetermined(`only a plan can tell whether ${where} holds a secret`) : undefined;
}

function verdictOnScript(where: string, text: string): Verdict | undefined {
  const found = assignmentsIn(text);
  const literal = found.find(({ isOpen }) => !isOpen);
  if (literal) return violated(`${where} gives ${literal.name} a literal`);
  return found.length > 0 ? undetermined(`only a plan can tell what ${where} gives ${found[0].name}`) : undefined;
}

/** A script that is an input as a whole. Text with the attributes of resources in it can be read around them. */
function verdictOnWhole(where: string, { text }: Unknown): Verdict | undefined {
  const isInput =
    /^\$\{\s*(?:var|local|each|module)\.[^}]*\}$/.test(text) || /^\$\{\s*(?:templatefile|file\w*)\(/.test(text);
  return isInput ? undetermined(`only a plan can tell what ${where} holds`) : undefined;
}
