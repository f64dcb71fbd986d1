import { Model, Resource, describe } from '../../model';
import { ResourceRule, Verdict, violated } from '../../rule';
import { isUnknown } from '../../value';
import { unknownAttribute } from '../checks';
import { configured } from '../configured';
import { requireKey } from '../encryption-key';

const TYPE = 'encryption_configuration.type';
const KEY = 'encryption_configuration.kms_key_id';

/** Executions under a key of one's own. */
export const SFN_001: ResourceRule = {
  id: 'SFN-001',
  title: 'A state machine that handles personal data is encrypted with a customer managed KMS key',
  severity: 'medium',
  measures: ['1.2.1'],
  rationale:
    'Step Functions keeps the input and output of every state of a standard execution, for up to 90 days. Without a key of yours it encrypts them with one that AWS owns: whoever may read the history may read the data, and there is no key policy that says otherwise.',
  fix: 'Set `encryption_configuration.type` to CUSTOMER_MANAGED_KMS_KEY and `encryption_configuration.kms_key_id` to a customer managed key, such as that of a `RotatedKey`. Where the data is not personal, say so by the tag tom:data-class.',
  sources: ['https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html'],
  types: ['aws_sfn_state_machine'],
  check: (machine, model) => (machine.isPersonal ? verdictOn(model, machine) : undefined),
  examples: {
    pass: [
      {
        title: 'a key of the stack',
        terraform: {
          resource: {
            aws_kms_key: { main: {} },
            aws_sfn_state_machine: {
              orders: {
                count: 2,
                encryption_configuration: {
                  type: 'CUSTOMER_MANAGED_KMS_KEY',
                  kms_key_id: '${aws_kms_key.main.arn}',
                },
              },
            },
          },
        },
      },
      {
        title: 'the data is internal, blocks as lists',
        terraform: {
          resource: [{ aws_sfn_state_machine: [{ builds: [{ tags: { 'tom:data-class': 'internal' } }] }] }],
        },
      },
    ],
    fail: [
      {
        title: 'nothing said, and the key of AWS said, blocks as lists',
        terraform: {
          resource: [
            {
              aws_sfn_state_machine: [
                { orders: [{ name: 'orders' }] },
                { reports: [{ encryption_configuration: [{ type: 'AWS_OWNED_KEY' }] }] },
              ],
            },
          ],
        },
        addresses: ['aws_sfn_state_machine.orders', 'aws_sfn_state_machine.reports'],
      },
      {
        title: 'within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.orders',
                  resources: [
                    {
                      address: 'module.orders.aws_sfn_state_machine.orders',
                      mode: 'managed',
                      type: 'aws_sfn_state_machine',
                      name: 'orders',
                      values: { name: 'orders', encryption_configuration: [] },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.orders.aws_sfn_state_machine.orders'],
      },
    ],
    undetermined: [
      {
        title: 'a variable holds the type, or names the key',
        terraform: {
          variable: { key: {}, type: {} },
          resource: {
            aws_sfn_state_machine: {
              orders: { encryption_configuration: { type: '${var.type}' } },
              reports: { encryption_configuration: { type: 'CUSTOMER_MANAGED_KMS_KEY', kms_key_id: '${var.key}' } },
            },
          },
        },
        addresses: ['aws_sfn_state_machine.orders', 'aws_sfn_state_machine.reports'],
      },
    ],
  },
};

function verdictOn(model: Model, machine: Resource): Verdict {
  const type = configured(machine, TYPE);
  if (isUnknown(type)) return unknownAttribute(TYPE, type);
  if (type !== 'CUSTOMER_MANAGED_KMS_KEY') {
    return violated(`${TYPE} is ${describe(type)}: executions are encrypted with a key that AWS owns`);
  }
  return requireKey(model, machine, KEY, 'there is no key to encrypt with');
}
