import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
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
};
