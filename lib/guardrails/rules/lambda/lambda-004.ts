import { ResourceRule } from '../../rule';
import { isJsonObject, isUnknown } from '../../value';
import { unknownAttribute } from '../checks';
import { configured } from '../configured';
import { requireKey } from '../encryption-key';

const VARIABLES = 'environment.variables';

/** Environments of functions under a key of one's own. */
export const LAMBDA_004: ResourceRule = {
  id: 'LAMBDA-004',
  title: 'The environment of a function that handles personal data is encrypted with a customer managed KMS key',
  severity: 'medium',
  measures: ['1.2.1'],
  rationale:
    'Environment variables say where the data lies and how to get there. Under the key that AWS manages whoever may read the configuration of the function sees them in the clear; with a key of yours the reader needs a right on the key, too. Functions without variables have nothing to encrypt.',
  fix: 'Set `kms_key_arn` to a customer managed key, such as that of a `RotatedKey`. Where the function handles nothing personal, say so by the tag tom:data-class.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html'],
  types: ['aws_lambda_function'],
  check: (lambda, model) => {
    if (!lambda.isPersonal) return undefined;
    const variables = configured(lambda, VARIABLES);
    if (!isUnknown(variables) && !(isJsonObject(variables) && Object.keys(variables).length > 0)) return undefined;
    const key = requireKey(model, lambda, 'kms_key_arn', 'variables are encrypted with a key that AWS manages');
    return key.outcome === 'violated' && isUnknown(variables) ? unknownAttribute(VARIABLES, variables) : key;
  },
  examples: {
    pass: [
      {
        title: 'a key of the stack',
        terraform: {
          resource: {
            aws_kms_key: { main: {} },
            aws_lambda_function: {
              orders: {
                count: 2,
                kms_key_arn: '${aws_kms_key.main.arn}',
                environment: { variables: { QUEUE: 'orders' } },
              },
            },
          },
        },
      },
      {
        title: 'no variables, and a function of internal data, blocks as lists',
        terraform: {
          resource: [
            {
              aws_lambda_function: [
                { orders: [{ function_name: 'orders' }] },
                {
                  builds: [{ tags: { 'tom:data-class': 'internal' }, environment: [{ variables: { STAGE: 'live' } }] }],
                },
              ],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'no key, blocks as lists',
        terraform: {
          resource: [{ aws_lambda_function: [{ orders: [{ environment: [{ variables: { QUEUE: 'orders' } }] }] }] }],
        },
        addresses: ['aws_lambda_function.orders'],
      },
      {
        title: 'a key of AWS within a module of a plan',
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
                        kms_key_arn: 'arn:aws:kms:eu-central-1:111122223333:alias/aws/lambda',
                        environment: [{ variables: { QUEUE: 'orders' } }],
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
        title: 'a variable names the key, or holds the environment',
        terraform: {
          variable: { environment: {}, key: {} },
          resource: {
            aws_lambda_function: {
              orders: { kms_key_arn: '${var.key}', environment: { variables: { QUEUE: 'orders' } } },
              reports: { environment: { variables: '${var.environment}' } },
            },
          },
        },
        addresses: ['aws_lambda_function.orders', 'aws_lambda_function.reports'],
      },
    ],
  },
};
