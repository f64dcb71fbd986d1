import { Model, Resource, describe } from '../../model';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { isUnknown } from '../../value';
import { worst } from '../checks';
import { namedBy, namesUnknown } from './joins';
import { RULE_TYPES, rulesOn } from './security-group-rules';

const DEFAULT = 'aws_default_security_group';
const RULES = [...new Set([...RULE_TYPES.ingress, ...RULE_TYPES.egress])];

/** VPCs whose default security group admits nothing. */
export const EC2_004: ResourceRule = {
  id: 'EC2-004',
  title: 'The default security group of a VPC is adopted, and has no rules',
  severity: 'medium',
  measures: ['3.3.4'],
  rationale:
    'What is started without a security group gets the default one, which lets all its members talk to each other and to everybody outside. Nobody can delete it, but a configuration can take it over and leave it empty: then what forgets its group reaches nothing.',
  fix: `Give the VPC an \`${DEFAULT}\` with its \`vpc_id\`, and neither \`ingress\` nor \`egress\`.`,
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html',
    'CIS AWS Foundations Benchmark 3.0.0, 5.4',
    'AWS Security Hub EC2.2',
  ],
  types: ['aws_vpc'],
  check: (vpc, model) => {
    const groups = namedBy(model, vpc, DEFAULT, 'vpc_id');
    const verdict = worst([
      ...groups.map((group) => emptyVerdict(model, group)),
      addedVerdict(model, vpc, ['default_security_group_id']),
    ]);
    if (verdict && (groups.length > 0 || verdict.outcome === 'violated')) return verdict;
    if (namesUnknown(model, DEFAULT, 'vpc_id')) {
      return undetermined(`an ${DEFAULT} names its VPC by a value that only a plan can tell`);
    }
    return violated(`the VPC has no ${DEFAULT}, so its default group admits what AWS puts into it`);
  },
  examples: {
    pass: [
      {
        title: 'adopted without rules, for each of several VPCs',
        terraform: {
          resource: {
            aws_vpc: { main: { count: 2 } },
            aws_default_security_group: { main: { count: 2, vpc_id: '${aws_vpc.main[count.index].id}' } },
          },
        },
      },
      {
        title: 'adopted with empty lists, blocks as lists',
        terraform: {
          resource: [
            {
              aws_vpc: [{ main: [{}] }],
              aws_default_security_group: [{ main: [{ vpc_id: '${aws_vpc.main.id}', ingress: [], egress: [] }] }],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'not adopted',
        terraform: {
          resource: { aws_vpc: { main: {} }, aws_security_group: { app: { vpc_id: '${aws_vpc.main.id}' } } },
        },
        addresses: ['aws_vpc.main'],
      },
      {
        title: 'adopted with the rules that AWS makes, and with a rule of its own',
        terraform: {
          resource: {
            aws_vpc: { first: {}, second: {} },
            aws_default_security_group: {
              first: {
                vpc_id: '${aws_vpc.first.id}',
                ingress: [{ protocol: '-1', from_port: 0, to_port: 0, self: true }],
                egress: [{ protocol: '-1', from_port: 0, to_port: 0, cidr_blocks: ['0.0.0.0/0'] }],
              },
              second: { vpc_id: '${aws_vpc.second.id}' },
            },
            aws_vpc_security_group_egress_rule: {
              second: {
                security_group_id: '${aws_vpc.second.default_security_group_id}',
                cidr_ipv4: '10.0.0.0/16',
                ip_protocol: '-1',
              },
            },
          },
        },
        addresses: ['aws_vpc.first', 'aws_vpc.second'],
      },
      {
        title: 'not adopted in a module of a plan',
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
                      values: { cidr_block: '10.0.0.0/16' },
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
        title: 'a variable names the VPC, or holds the rules',
        terraform: {
          variable: { vpc: {}, rules: {} },
          resource: {
            aws_vpc: { first: {}, second: {} },
            aws_default_security_group: {
              first: { vpc_id: '${var.vpc}' },
              second: { vpc_id: '${aws_vpc.second.id}', ingress: '${var.rules}' },
            },
          },
        },
        addresses: ['aws_vpc.first', 'aws_vpc.second'],
      },
    ],
  },
};

function emptyVerdict(model: Model, group: Resource): Verdict {
  const rules = (['ingress', 'egress'] as const).flatMap((direction) =>
    rulesOn(group, direction).map((rule) => ({ direction, rule }))
  );
  const known = rules.find(({ rule }) => !isUnknown(rule));
  if (known) return violated(`${group.address}, its default group, has an ${known.direction} rule`);
  const open = rules[0]?.rule;
  const within = isUnknown(open)
    ? undetermined(`a rule of ${group.address}, its default group, is ${describe(open)}, which only a plan can tell`)
    : MET;
  return worst([within, addedVerdict(model, group, ['id'])]) ?? MET;
}

/** The verdict on rules of their own that name the group, or the default group of the VPC: there must be none. */
function addedVerdict(model: Model, target: Resource, names: readonly string[]): Verdict | undefined {
  const [added] = RULES.flatMap((type) => namedBy(model, target, type, 'security_group_id', names));
  return added && violated(`${added.address} adds a rule to its default group`);
}
