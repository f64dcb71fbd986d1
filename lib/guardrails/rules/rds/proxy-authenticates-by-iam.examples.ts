import { Examples } from '../../rule';

const SECRET = 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:portal-a1b2c3';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'from end to end',
      terraform: {
        resource: { aws_db_proxy: { orders: { name: 'orders', default_auth_scheme: 'IAM_AUTH', require_tls: true } } },
      },
    },
    {
      title: 'clients by IAM, the proxy by a secret',
      terraform: {
        resource: {
          aws_db_proxy: {
            orders: { auth: { auth_scheme: 'SECRETS', iam_auth: 'REQUIRED', secret_arn: SECRET } },
            reports: {
              default_auth_scheme: 'IAM_AUTH',
              auth: [{ auth_scheme: 'SECRETS', iam_auth: 'REQUIRED', secret_arn: SECRET }],
            },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'by password, which is the default',
      terraform: {
        resource: {
          aws_db_proxy: {
            disabled: { auth: { auth_scheme: 'SECRETS', iam_auth: 'DISABLED', secret_arn: SECRET } },
            unset: { auth: { auth_scheme: 'SECRETS', secret_arn: SECRET } },
          },
        },
      },
      addresses: ['aws_db_proxy.disabled', 'aws_db_proxy.unset'],
    },
    {
      title: 'one of two users by password, one engine by either, and no way at all',
      terraform: {
        resource: {
          aws_db_proxy: {
            mixed: {
              default_auth_scheme: 'IAM_AUTH',
              auth: [
                { auth_scheme: 'SECRETS', iam_auth: 'REQUIRED', secret_arn: SECRET },
                { auth_scheme: 'SECRETS', iam_auth: 'DISABLED', secret_arn: SECRET },
              ],
            },
            none: { default_auth_scheme: 'NONE' },
            windows: { engine_family: 'SQLSERVER', auth: { iam_auth: 'ENABLED', secret_arn: SECRET } },
          },
        },
      },
      addresses: ['aws_db_proxy.mixed', 'aws_db_proxy.none', 'aws_db_proxy.windows'],
    },
  ],
  undetermined: [
    {
      title: 'variables decide',
      terraform: {
        variable: { iam: {}, scheme: {} },
        resource: {
          aws_db_proxy: {
            orders: { auth: { iam_auth: '${var.iam}', secret_arn: SECRET } },
            reports: { default_auth_scheme: '${var.scheme}' },
          },
        },
      },
      addresses: ['aws_db_proxy.orders', 'aws_db_proxy.reports'],
    },
  ],
};
