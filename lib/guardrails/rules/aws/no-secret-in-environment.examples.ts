import { Examples } from '../../rule';

// The key of AWS's own documentation.
const SCRIPT = '#!/bin/sh\nexport AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'scripts that fetch the secret, plain and in base64',
      terraform: {
        resource: {
          aws_instance: {
            orders: {
              count: 2,
              user_data:
                '#!/bin/sh\nexport DB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id orders)\ncurl ${aws_lb.orders.dns_name}',
            },
          },
          aws_launch_template: { orders: { user_data: 'IyEvYmluL3NoCmVjaG8gaGVsbG8K' } },
        },
      },
    },
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
  ],
  fail: [
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
      title: 'in scripts, the second one in base64',
      terraform: {
        resource: {
          aws_instance: { orders: { user_data: '#!/bin/sh\nmysql --password=n0t-real < /srv/orders.sql' } },
          aws_launch_template: { orders: { user_data: 'IyEvYmluL3NoCmV4cG9ydCBEQl9QQVNTV09SRD1uMHQtcmVhbAo=' } },
        },
      },
      addresses: ['aws_instance.orders', 'aws_launch_template.orders'],
    },
    {
      title: 'an access key',
      terraform: {
        resource: {
          aws_lambda_function: {
            orders: { function_name: 'orders', environment: { variables: { UPLOAD_ID: 'AKIAIOSFODNN7EXAMPLE' } } },
          },
        },
      },
      addresses: ['aws_lambda_function.orders'],
    },
    {
      title: 'in scripts that are no base64 where they should be, and in blocks',
      terraform: {
        resource: {
          aws_launch_template: { plain: { user_data: SCRIPT } },
          aws_lightsail_instance: { plain: { user_data: SCRIPT } },
          aws_imagebuilder_image_recipe: { encoded: { user_data_base64: Buffer.from(SCRIPT).toString('base64') } },
          aws_spot_fleet_request: { fleet: { launch_specification: [{ ami: 'ami-1' }, { user_data: SCRIPT }] } },
        },
      },
      addresses: [
        'aws_imagebuilder_image_recipe.encoded',
        'aws_launch_template.plain',
        'aws_lightsail_instance.plain',
        'aws_spot_fleet_request.fleet',
      ],
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
};
