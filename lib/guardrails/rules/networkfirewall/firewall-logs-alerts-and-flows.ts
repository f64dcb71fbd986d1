import { companionsOf, hasUndeterminedCompanion } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';

const LOGGING = 'aws_networkfirewall_logging_configuration';
const DESTINATIONS = 'logging_configuration.log_destination_config';
const LOGS = ['ALERT', 'FLOW'] as const;

/** Network firewalls that say what they saw. */
export const RULE: ResourceRule = {
  id: 'NETWORKFIREWALL-001',
  name: 'firewall-logs-alerts-and-flows',
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
    const configurations = companionsOf(model, firewall, LOGGING, 'firewall_arn');
    if (configurations.length > 0) return logsVerdict(configurations);
    if (hasUndeterminedCompanion(model, LOGGING, 'firewall_arn')) {
      return undetermined(`an ${LOGGING} names its firewall by a value that only a plan can tell`);
    }
    return violated(`the firewall has no ${LOGGING}, so it logs nothing`);
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
