import { Resource, describe } from '../../model';
import { MET, ResourceRule, Verdict, violated, undetermined } from '../../rule';
import { isUnknown } from '../../value';
import { namedBy, namesUnknown } from './joins';

const LOG = 'aws_flow_log';

/** How a flow log names what it logs. */
const NAMES: { readonly [type: string]: string } = {
  aws_ec2_transit_gateway: 'transit_gateway_id',
  aws_vpc: 'vpc_id',
};

/** Networks whose traffic is logged, what was let through and what was refused. */
export const EC2_006: ResourceRule = {
  id: 'EC2-006',
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
    const logs = namedBy(model, network, LOG, attribute);
    const verdicts = logs.map((log) => logVerdict(network, log));
    // One that logs everything is enough: a second one may log what a team looks at.
    const best =
      verdicts.find(({ outcome }) => outcome === 'met') ?? verdicts.find(({ outcome }) => outcome !== 'violated');
    if (best) return best;
    if (namesUnknown(model, LOG, attribute)) {
      return undetermined(`an ${LOG} names what it logs by a value that only a plan can tell`);
    }
    return verdicts[0] ?? violated(`no ${LOG} names it by ${attribute}, so nobody can tell who talked to whom`);
  },
  examples: {
    pass: [
      {
        title: 'a VPC and a transit gateway, each with a flow log',
        terraform: {
          resource: {
            aws_vpc: { main: { count: 2 } },
            aws_ec2_transit_gateway: { hub: {} },
            aws_flow_log: {
              main: { count: 2, vpc_id: '${aws_vpc.main[count.index].id}', traffic_type: 'ALL', log_destination: 'a' },
              hub: { transit_gateway_id: '${aws_ec2_transit_gateway.hub.id}', log_destination: 'b' },
            },
          },
        },
      },
      {
        title: 'a second flow log for refused traffic alone, blocks as lists',
        terraform: {
          resource: [
            {
              aws_vpc: [{ main: [{}] }],
              aws_flow_log: [
                { refused: [{ vpc_id: '${aws_vpc.main.id}', traffic_type: 'REJECT' }] },
                { all: [{ vpc_id: '${aws_vpc.main.id}', traffic_type: 'ALL' }] },
              ],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'no flow log, or one of a subnet alone',
        terraform: {
          resource: {
            aws_vpc: { main: {} },
            aws_subnet: { app: { vpc_id: '${aws_vpc.main.id}' } },
            aws_ec2_transit_gateway: { hub: {} },
            aws_flow_log: { app: { subnet_id: '${aws_subnet.app.id}', traffic_type: 'ALL' } },
          },
        },
        addresses: ['aws_ec2_transit_gateway.hub', 'aws_vpc.main'],
      },
      {
        title: 'only what was refused',
        terraform: {
          resource: {
            aws_vpc: { main: {} },
            aws_flow_log: { main: { vpc_id: '${aws_vpc.main.id}', traffic_type: 'REJECT' } },
          },
        },
        addresses: ['aws_vpc.main'],
      },
      {
        title: 'only what was let through, by the ids of a plan with a module',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.network',
                  resources: [
                    {
                      address: 'module.network.aws_vpc.this[0]',
                      mode: 'managed',
                      type: 'aws_vpc',
                      name: 'this',
                      index: 0,
                      values: { id: 'vpc-1' },
                    },
                    {
                      address: 'module.network.aws_flow_log.this[0]',
                      mode: 'managed',
                      type: 'aws_flow_log',
                      name: 'this',
                      index: 0,
                      values: { vpc_id: 'vpc-1', traffic_type: 'ACCEPT' },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.network.aws_vpc.this[0]'],
      },
    ],
    undetermined: [
      {
        title: 'variables name the VPC and the traffic',
        terraform: {
          variable: { vpc: {}, traffic: {} },
          resource: {
            aws_vpc: { first: {}, second: {} },
            aws_flow_log: {
              first: { vpc_id: '${var.vpc}', traffic_type: 'ALL' },
              second: { vpc_id: '${aws_vpc.second.id}', traffic_type: '${var.traffic}' },
            },
          },
        },
        addresses: ['aws_vpc.first', 'aws_vpc.second'],
      },
    ],
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
