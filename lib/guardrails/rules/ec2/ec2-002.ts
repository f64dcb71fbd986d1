import { Model, Resource, describe } from '../../model';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { Unknown, isUnknown } from '../../value';
import { worst } from '../checks';
import {
  Direction,
  GROUPS,
  GroupRule,
  RULE_TYPES,
  audience,
  describeRule,
  groupOf,
  rulesOn,
  traffic,
} from './security-group-rules';

const DIRECTIONS: readonly Direction[] = ['ingress', 'egress'];

/** Security groups of personal data that name where traffic goes, and say why. */
export const EC2_002: ResourceRule = {
  id: 'EC2-002',
  title: 'A security group of personal data names where traffic may go, and describes each rule',
  severity: 'low',
  measures: ['3.3.4'],
  rationale:
    'Who breaks into a workload wants to send out what it holds, and to fetch tools. A group without a way to everybody on every port makes that hard. A rule without a description is one that nobody dares to remove. Traffic is everything where it is every protocol, or every port of TCP or UDP. Groups whose data class is public, internal or confidential are not judged.',
  fix: 'Name ports and targets in egress rules: a security group, a prefix list of AWS, or port 443 alone. Write into `description` what each rule is for.',
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html',
  ],
  types: [...GROUPS, ...new Set([...RULE_TYPES.ingress, ...RULE_TYPES.egress])],
  check: (resource, model) => {
    if (!bearer(model, resource).isPersonal) return undefined;
    const verdicts = DIRECTIONS.flatMap((direction) =>
      rulesOn(resource, direction).map((rule) => verdictOn(model, resource, direction, rule))
    );
    return worst(verdicts) ?? (GROUPS.includes(resource.type) ? MET : undefined);
  },
  examples: {
    pass: [
      {
        title: 'egress to port 443 and to another group, both described',
        terraform: {
          resource: {
            aws_security_group: { app: { count: 2 } },
            aws_vpc_security_group_egress_rule: {
              https: {
                security_group_id: '${aws_security_group.app[0].id}',
                cidr_ipv4: '0.0.0.0/0',
                ip_protocol: 'tcp',
                from_port: 443,
                to_port: 443,
                description: 'payment provider',
              },
              database: {
                security_group_id: '${aws_security_group.app[0].id}',
                referenced_security_group_id: 'sg-1234',
                ip_protocol: '-1',
                description: 'database of the same stack',
              },
            },
          },
        },
      },
      {
        title: 'within the group, blocks as lists; and a group of public data that may do anything',
        terraform: {
          resource: [
            {
              aws_security_group: [
                {
                  app: [
                    {
                      egress: [
                        {
                          protocol: '-1',
                          from_port: 0,
                          to_port: 0,
                          cidr_blocks: ['10.0.0.0/16'],
                          description: 'own network',
                        },
                      ],
                    },
                  ],
                },
                {
                  site: [
                    {
                      tags: { 'tom:data-class': 'public' },
                      egress: [{ protocol: '-1', from_port: 0, to_port: 0, cidr_blocks: ['0.0.0.0/0'] }],
                    },
                  ],
                },
              ],
              aws_security_group_rule: [
                {
                  site: [
                    {
                      type: 'egress',
                      security_group_id: '${aws_security_group.site.id}',
                      protocol: 'all',
                      cidr_blocks: ['0.0.0.0/0'],
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
        title: 'everything to everybody, as a resource of its own and within the group',
        terraform: {
          resource: {
            aws_security_group: {
              app: {},
              jobs: {
                egress: {
                  protocol: '-1',
                  from_port: 0,
                  to_port: 0,
                  ipv6_cidr_blocks: ['::/0'],
                  description: 'everything',
                },
              },
            },
            aws_vpc_security_group_egress_rule: {
              all: {
                security_group_id: '${aws_security_group.app.id}',
                cidr_ipv4: '0.0.0.0/0',
                ip_protocol: '-1',
                description: 'everything',
              },
            },
          },
        },
        addresses: ['aws_security_group.jobs', 'aws_vpc_security_group_egress_rule.all'],
      },
      {
        title: 'rules without a description, and every port of TCP',
        terraform: {
          resource: {
            aws_security_group_rule: {
              tcp: {
                type: 'egress',
                security_group_id: 'sg-1234',
                protocol: 'tcp',
                from_port: 0,
                to_port: 65535,
                cidr_blocks: ['0.0.0.0/0'],
                description: 'all of TCP',
              },
            },
            aws_vpc_security_group_ingress_rule: {
              https: {
                security_group_id: 'sg-1234',
                cidr_ipv4: '10.0.0.0/16',
                ip_protocol: 'tcp',
                from_port: 443,
                to_port: 443,
              },
            },
          },
        },
        addresses: ['aws_security_group_rule.tcp', 'aws_vpc_security_group_ingress_rule.https'],
      },
      {
        title: 'everything to everybody within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.app',
                  resources: [
                    {
                      address: 'module.app.aws_security_group.this',
                      mode: 'managed',
                      type: 'aws_security_group',
                      name: 'this',
                      values: {
                        egress: [
                          {
                            protocol: '-1',
                            from_port: 0,
                            to_port: 0,
                            cidr_blocks: ['0.0.0.0/0'],
                            ipv6_cidr_blocks: [],
                            description: 'everything',
                          },
                        ],
                      },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.app.aws_security_group.this'],
      },
    ],
    undetermined: [
      {
        title: 'a variable names the protocol',
        terraform: {
          variable: { protocol: {} },
          resource: {
            aws_vpc_security_group_egress_rule: {
              out: {
                security_group_id: 'sg-1234',
                cidr_ipv4: '0.0.0.0/0',
                ip_protocol: '${var.protocol}',
                description: 'out',
              },
            },
          },
        },
        addresses: ['aws_vpc_security_group_egress_rule.out'],
      },
    ],
  },
};

/** Whose class counts: that of a rule which says one by a tag of its own, else that of its group. */
function bearer(model: Model, resource: Resource): Resource {
  return resource.has('tags.tom:data-class') ? resource : (groupOf(model, resource) ?? resource);
}

function verdictOn(model: Model, resource: Resource, direction: Direction, rule: GroupRule | Unknown): Verdict {
  if (isUnknown(rule)) return undetermined(`a rule is ${describe(rule)}, which only a plan can tell`);
  const way = describeRule(rule, direction === 'ingress' ? 'from' : 'to');
  const described =
    rule.description === undefined || rule.description === ''
      ? violated(`the ${direction} rule for ${way} has no description`)
      : MET;
  const wide = direction === 'egress' ? egressVerdict(model, resource, rule, way) : MET;
  return worst([wide, described]) ?? MET;
}

function egressVerdict(model: Model, resource: Resource, rule: GroupRule, way: string): Verdict {
  const whom = audience(model, resource, rule);
  const passing = traffic(rule);
  if (whom === 'named') return MET;
  if (!isUnknown(passing)) {
    const { protocol, from, to } = passing;
    const hasPorts = protocol === 'tcp' || protocol === 'udp';
    if (protocol !== 'all' && !(hasPorts && from <= 1 && to >= 65535)) return MET;
    if (whom === 'everybody') return violated(`egress admits ${way}, which is everything to everybody`);
  }
  return undetermined(`egress admits ${way}: whether that is everything to everybody is only known to a plan`);
}
