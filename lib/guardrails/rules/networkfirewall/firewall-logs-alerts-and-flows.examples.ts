import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'both logs, of each of several firewalls',
      terraform: {
        resource: {
          aws_networkfirewall_firewall: { main: { count: 2, name: 'main' } },
          aws_networkfirewall_logging_configuration: {
            main: {
              count: 2,
              firewall_arn: '${aws_networkfirewall_firewall.main[count.index].arn}',
              logging_configuration: {
                log_destination_config: [
                  { log_type: 'ALERT', log_destination_type: 'S3', log_destination: { bucketName: 'logs' } },
                  { log_type: 'FLOW', log_destination_type: 'S3', log_destination: { bucketName: 'logs' } },
                ],
              },
            },
          },
        },
      },
    },
    {
      title: 'both logs, blocks as lists',
      terraform: {
        resource: [
          {
            aws_networkfirewall_firewall: [{ main: [{ name: 'main' }] }],
            aws_networkfirewall_logging_configuration: [
              {
                main: [
                  {
                    firewall_arn: '${aws_networkfirewall_firewall.main.id}',
                    logging_configuration: [
                      { log_destination_config: [{ log_type: 'FLOW' }, { log_type: 'ALERT' }, { log_type: 'TLS' }] },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    },
  ],
  fail: [
    {
      title: 'no logging configuration',
      terraform: { resource: { aws_networkfirewall_firewall: { main: { name: 'main' } } } },
      addresses: ['aws_networkfirewall_firewall.main'],
    },
    {
      title: 'alerts alone',
      terraform: {
        resource: {
          aws_networkfirewall_firewall: { main: { name: 'main' } },
          aws_networkfirewall_logging_configuration: {
            main: {
              firewall_arn: '${aws_networkfirewall_firewall.main.arn}',
              logging_configuration: { log_destination_config: { log_type: 'ALERT' } },
            },
          },
        },
      },
      addresses: ['aws_networkfirewall_firewall.main'],
    },
    {
      title: 'flows alone, within a module of a plan of what is there already',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.network',
                resources: [
                  {
                    address: 'module.network.aws_networkfirewall_firewall.main',
                    mode: 'managed',
                    type: 'aws_networkfirewall_firewall',
                    name: 'main',
                    values: { arn: 'arn:aws:network-firewall:eu-central-1:111122223333:firewall/main' },
                  },
                  {
                    address: 'module.network.aws_networkfirewall_logging_configuration.main',
                    mode: 'managed',
                    type: 'aws_networkfirewall_logging_configuration',
                    name: 'main',
                    values: {
                      firewall_arn: 'arn:aws:network-firewall:eu-central-1:111122223333:firewall/main',
                      logging_configuration: [{ log_destination_config: [{ log_type: 'FLOW' }] }],
                    },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.network.aws_networkfirewall_firewall.main'],
    },
  ],
  undetermined: [
    {
      title: 'a variable names the firewall',
      terraform: {
        variable: { firewall: {} },
        resource: {
          aws_networkfirewall_firewall: { main: { name: 'main' } },
          aws_networkfirewall_logging_configuration: { main: { firewall_arn: '${var.firewall}' } },
        },
      },
      addresses: ['aws_networkfirewall_firewall.main'],
    },
    {
      title: 'a variable names one of the logs, or all of them',
      terraform: {
        variable: { log: {}, logs: {} },
        resource: {
          aws_networkfirewall_firewall: { all: { name: 'all' }, one: { name: 'one' } },
          aws_networkfirewall_logging_configuration: {
            all: {
              firewall_arn: '${aws_networkfirewall_firewall.all.arn}',
              logging_configuration: '${var.logs}',
            },
            one: {
              firewall_arn: '${aws_networkfirewall_firewall.one.arn}',
              logging_configuration: { log_destination_config: [{ log_type: 'ALERT' }, { log_type: '${var.log}' }] },
            },
          },
        },
      },
      addresses: ['aws_networkfirewall_firewall.all', 'aws_networkfirewall_firewall.one'],
    },
  ],
};
