import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
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
      title: 'write-only arguments',
      terraform: {
        variable: { password: { ephemeral: true } },
        resource: {
          aws_secretsmanager_secret_version: {
            api: { secret_id: 'api', secret_string_wo: '${var.password}', secret_string_wo_version: 1 },
          },
          aws_rds_cluster: { orders: { master_password_wo: '${var.password}', master_password_wo_version: 1 } },
        },
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
      title: 'the second user of a broker',
      terraform: {
        resource: {
          aws_mq_broker: { orders: { user: [{ username: 'app' }, { username: 'ops', password: 'not-a-real-one' }] } },
        },
      },
      addresses: ['aws_mq_broker.orders'],
    },
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
      title: 'an AUTH token',
      terraform: {
        resource: {
          aws_elasticache_replication_group: {
            sessions: { description: 'sessions', auth_token: 'not-a-real-one-either' },
          },
        },
      },
      addresses: ['aws_elasticache_replication_group.sessions'],
    },
    {
      title: 'keys and passwords of services that keep no secret themselves',
      terraform: {
        resource: {
          aws_datasync_location_object_storage: { old: { bucket_name: 'old', secret_key: 'n0t-real' } },
          aws_lb_listener: {
            web: { default_action: [{ type: 'authenticate-oidc', authenticate_oidc: { client_secret: 'n0t-real' } }] },
          },
          aws_vpn_connection: { office: { tunnel1_preshared_key: '${random_password.office.result}' } },
          random_password: { office: {} },
        },
      },
      addresses: ['aws_datasync_location_object_storage.old', 'aws_lb_listener.web', 'aws_vpn_connection.office'],
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
};
