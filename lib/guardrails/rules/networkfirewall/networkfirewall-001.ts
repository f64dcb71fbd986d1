import { Resource } from '../../model';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { isUnknown } from '../../value';

const LOGGING = 'aws_networkfirewall_logging_configuration';
const DESTINATIONS = 'logging_configuration.log_destination_config';
const LOGS = ['ALERT', 'FLOW'] as const;

/** Network firewalls that say what they saw. */
export const NETWORKFIREWALL_001: ResourceRule = {
  id: 'NETWORKFIREWALL-001',
  title: 'A network firewall logs its alerts and its flows',
  severity: 'medium',
  measures: ['8.1', '8.2'],
  rationale:
    'A network firewall keeps no record of its own. Its alert log has what its stateful rules dropped, rejected or were told to report, its flow log every connection that the stateful engine saw: without them nobody sees an attack, nor what it reached. The log of TLS inspection is left to whoever inspects TLS.',
  fix: 'Add an `aws_networkfirewall_logging_configuration` whose `firewall_arn` is the firewall, with a `log_destination_config` of `log_type` ALERT and one of FLOW.',
  sources: [
    'https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-logging.html',
    'AWS Security Hub NetworkFirewall.2',
  ],
  types: ['aws_networkfirewall_firewall'],
  check: (firewall, model) => {
    const configurations = model.companions(firewall, LOGGING, 'firewall_arn', ['arn']);
    if (configurations.length > 0) return logsVerdict(configurations);
    if (model.hasUndeterminedCompanion(LOGGING, 'firewall_arn')) {
      return undetermined(`an ${LOGGING} names its firewall by a value that only a plan can tell`);
    }
    return violated(`the firewall has no ${LOGGING}, so it logs nothing`);
  },
  examples: {
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
  },
};

function logsVerdict(configurations: readonly Resource[]): Verdict {
  const types = configurations.flatMap((configuration) => {
    const destinations = configuration.blocks(DESTINATIONS);
    return destinations.length === 0
      ? [configuration.get(DESTINATIONS)]
      : destinations.map((destination) => destination.get('log_type'));
  });
  const missing = LOGS.filter((log) => !types.includes(log));
  if (missing.length === 0) return MET;
  const open = types.find(isUnknown);
  if (open) return undetermined(`a log_type is ${open.text}, which only a plan can tell`);
  return violated(`no log_destination_config has log_type ${missing.join(' or ')}`);
}
