import { companionsOf, hasUndeterminedCompanion } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, violated, undetermined } from '../../rule';

const LOG = 'aws_flow_log';

/** How a flow log names what it logs. */
const NAMES: { readonly [type: string]: string } = {
  aws_ec2_transit_gateway: 'transit_gateway_id',
  aws_vpc: 'vpc_id',
};

/** Networks whose traffic is logged, what was let through and what was refused. */
export const RULE: ResourceRule = {
  id: 'EC2-006',
  name: 'network-flow-logs',
  title: 'All traffic of a VPC and of a transit gateway is logged',
  severity: 'medium',
  measures: ['8.1'],
  rationale:
    'Flow logs say who talked to whom, and when: without them nobody can tell after a breach where data went. Refused traffic shows the attempts, accepted traffic those that worked. A transit gateway knows no such difference, and its flow logs take no `traffic_type`. Flow logs of single subnets, interfaces and attachments do not count: what comes later is not logged by them.',
  fix: `Give the VPC an \`${LOG}\` with its \`vpc_id\` and \`traffic_type\` ALL, and the transit gateway one with its \`transit_gateway_id\`.`,
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html',
    'https://docs.aws.amazon.com/vpc/latest/tgw/flow-logs-api-cli.html',
    'CIS AWS Foundations Benchmark 3.0.0, 3.7',
    'AWS Security Hub EC2.6',
  ],
  types: Object.keys(NAMES),
  check: (network, model) => {
    const attribute = NAMES[network.type];
    const logs = companionsOf(model, network, LOG, attribute);
    const verdicts = logs.map((log) => logVerdict(network, log));
    // One that logs everything is enough: a second one may log what a team looks at.
    const best =
      verdicts.find(({ outcome }) => outcome === 'met') ?? verdicts.find(({ outcome }) => outcome !== 'violated');
    if (best) return best;
    if (hasUndeterminedCompanion(model, LOG, attribute)) {
      return undetermined(`an ${LOG} names what it logs by a value that only a plan can tell`);
    }
    return verdicts[0] ?? violated(`no ${LOG} names it by ${attribute}, so nobody can tell who talked to whom`);
  },
};

function logVerdict(network: Resource, log: Resource): Verdict {
  if (network.type !== 'aws_vpc') return MET;
  const traffic = log.get('traffic_type');
  if (isUnknown(traffic)) {
    return undetermined(`traffic_type of ${log.address} is ${describe(traffic)}, which only a plan can tell`);
  }
  return traffic === 'ALL'
    ? MET
    : violated(`traffic_type of ${log.address} is ${describe(traffic)}, so not all is logged`);
}
