import { describe } from '../../model';
import { MET, ResourceRule, undetermined, violated } from '../../rule';
import { isUnknown } from '../../value';
import { isSecretName } from '../aws/secret-patterns';

/** Parameters that hold secrets as secrets. */
export const SSM_004: ResourceRule = {
  id: 'SSM-004',
  title: 'A parameter with the name of a secret is a SecureString',
  severity: 'medium',
  measures: ['3.1.1'],
  rationale:
    'A parameter of type String is kept in the clear, and whoever may read parameters reads it. A SecureString is encrypted with a KMS key, so that its readers need a right on the key too. What is a secret is told by the last part of the name: password, client-secret, api_key.',
  fix: 'Set `type` to SecureString, name a key of yours by `key_id`, and hand the value over by `value_wo`. Where the parameter only holds the name or the ARN of a secret, let its name say so: /orders/db-secret-arn.',
  sources: [
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html',
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-parameter-store.html',
  ],
  types: ['aws_ssm_parameter'],
  check: (parameter) => {
    const name = parameter.get('name');
    const text = isUnknown(name) ? name.text : name;
    const last = typeof text === 'string' ? (text.split('/').pop() ?? '') : '';
    if (!isSecretName(last)) return undefined;
    const type = parameter.get('type');
    if (isUnknown(type)) return undetermined(`type is ${type.text}, which only a plan can tell`);
    if (type === 'SecureString') return MET;
    return violated(`type is ${describe(type)}, and the name ${last} is that of a secret`, { type: 'SecureString' });
  },
  examples: {
    pass: [
      {
        title: 'a SecureString',
        terraform: {
          resource: { aws_ssm_parameter: { api: { count: 2, name: '/orders/api-key', type: 'SecureString' } } },
        },
      },
      {
        title: 'names of no secret, blocks as lists',
        terraform: {
          resource: [
            {
              aws_ssm_parameter: [
                {
                  host: [{ name: '/orders/password-reset/url', type: 'String', insecure_value: 'https://example.com' }],
                },
                { arn: [{ name: '/orders/db-secret-arn', type: 'String', insecure_value: 'arn' }] },
              ],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'a password as String, under a path that a variable begins',
        terraform: {
          variable: { stage: {} },
          resource: {
            aws_ssm_parameter: { db: { name: '/${var.stage}/orders/dbPassword', type: 'String', value: 'n0t-real' } },
          },
        },
        addresses: ['aws_ssm_parameter.db'],
      },
      {
        title: 'a secret in a list, within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.orders',
                  resources: [
                    {
                      address: 'module.orders.aws_ssm_parameter.client',
                      mode: 'managed',
                      type: 'aws_ssm_parameter',
                      name: 'client',
                      values: { name: 'orders_client_secret', type: 'StringList' },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.orders.aws_ssm_parameter.client'],
      },
    ],
    undetermined: [
      {
        title: 'a variable decides on the type',
        terraform: {
          variable: { type: {} },
          resource: { aws_ssm_parameter: { db: { name: 'db_password', type: '${var.type}' } } },
        },
        addresses: ['aws_ssm_parameter.db'],
      },
    ],
  },
};
