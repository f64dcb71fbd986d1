import { ResourceRule } from '../../rule';
import { Value } from '../../value';
import { requireAttribute } from '../checks';

const ATTRIBUTE = 'delivery_options.tls_policy';

/** Each version of the API writes the value in its own way. */
const REQUIRED: { readonly [type: string]: string } = {
  aws_ses_configuration_set: 'Require',
  aws_sesv2_configuration_set: 'REQUIRE',
};

/** Mail that is only handed over on an encrypted connection. */
export const SES_001: ResourceRule = {
  id: 'SES-001',
  title: 'Mail is only delivered over TLS',
  severity: 'medium',
  measures: ['1.1.1'],
  rationale:
    'SES encrypts the way to the server of the recipient where that server offers TLS, and else delivers in the clear across the internet: who can strip the offer can read the mail. Under the policy Require such mail is not delivered.',
  fix: 'Set `delivery_options.tls_policy` to Require, for aws_sesv2_configuration_set to REQUIRE. Where recipients must be reached at any price, keep a configuration set of its own for them, and waive the rule there.',
  sources: ['https://docs.aws.amazon.com/ses/latest/dg/security-protocols.html'],
  types: Object.keys(REQUIRED),
  check: (set) => {
    const required = REQUIRED[set.type];
    return requireAttribute(
      set,
      ATTRIBUTE,
      (value: Value) => value === required,
      { [ATTRIBUTE]: required },
      'mail may be delivered in the clear'
    );
  },
  examples: {
    pass: [
      {
        title: 'TLS is required, in both versions',
        terraform: {
          resource: {
            aws_ses_configuration_set: { invoices: { delivery_options: { tls_policy: 'Require' } } },
            aws_sesv2_configuration_set: { invoices: { count: 2, delivery_options: { tls_policy: 'REQUIRE' } } },
          },
        },
      },
      {
        title: 'TLS is required, the block as a list',
        terraform: {
          resource: [
            { aws_sesv2_configuration_set: [{ invoices: [{ delivery_options: [{ tls_policy: 'REQUIRE' }] }] }] },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'nothing is said, or TLS is optional',
        terraform: {
          resource: {
            aws_ses_configuration_set: { invoices: { name: 'invoices' } },
            aws_sesv2_configuration_set: { news: { delivery_options: { tls_policy: 'OPTIONAL' } } },
          },
        },
        addresses: ['aws_ses_configuration_set.invoices', 'aws_sesv2_configuration_set.news'],
      },
      {
        title: 'TLS is optional within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.mail',
                  resources: [
                    {
                      address: 'module.mail.aws_sesv2_configuration_set.invoices',
                      mode: 'managed',
                      type: 'aws_sesv2_configuration_set',
                      name: 'invoices',
                      values: { configuration_set_name: 'invoices', delivery_options: [] },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.mail.aws_sesv2_configuration_set.invoices'],
      },
    ],
    undetermined: [
      {
        title: 'a variable decides',
        terraform: {
          variable: { tls: {} },
          resource: { aws_ses_configuration_set: { invoices: { delivery_options: { tls_policy: '${var.tls}' } } } },
        },
        addresses: ['aws_ses_configuration_set.invoices'],
      },
    ],
  },
};
