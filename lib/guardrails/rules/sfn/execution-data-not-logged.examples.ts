import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'logged without data, or not at all',
      terraform: {
        resource: {
          aws_sfn_state_machine: {
            orders: { count: 2, logging_configuration: { level: 'ALL', include_execution_data: false } },
            reports: { name: 'reports' },
          },
        },
      },
    },
    {
      title: 'public data, and a log that is off',
      terraform: {
        resource: {
          aws_sfn_state_machine: {
            prices: {
              tags: { 'tom:data-class': 'public' },
              logging_configuration: { level: 'ALL', include_execution_data: true },
            },
            orders: { logging_configuration: { level: 'OFF', include_execution_data: true } },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'with data',
      terraform: {
        resource: {
          aws_sfn_state_machine: {
            orders: { logging_configuration: { level: 'ERROR', include_execution_data: true } },
          },
        },
      },
      addresses: ['aws_sfn_state_machine.orders'],
    },
    {
      title: 'with data, of every event',
      terraform: {
        resource: {
          aws_sfn_state_machine: { orders: { logging_configuration: { level: 'ALL', include_execution_data: true } } },
        },
      },
      addresses: ['aws_sfn_state_machine.orders'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: {
        variable: { data: {} },
        resource: {
          aws_sfn_state_machine: {
            orders: { logging_configuration: { level: 'ALL', include_execution_data: '${var.data}' } },
          },
        },
      },
      addresses: ['aws_sfn_state_machine.orders'],
    },
  ],
};
