import { describe } from '../../model';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { Json, Unknown, isUnknown } from '../../value';
import { worst } from '../checks';
import {
  ACLS,
  ACL_RULE,
  AclEntry,
  all,
  coversPort,
  coversSource,
  entriesBeside,
  entriesOn,
  isAction,
  isForEverybody,
  precedes,
} from './network-acl';

/** What no entry may let everybody do: everything, and to administer servers. */
const FORBIDDEN: readonly { readonly protocol: string; readonly port?: number }[] = [
  { protocol: 'all' },
  { protocol: 'tcp', port: 22 },
  { protocol: 'tcp', port: 3389 },
  { protocol: 'udp', port: 22 },
  { protocol: 'udp', port: 3389 },
];

/** Network ACLs that keep everybody from administering servers. */
export const EC2_003: ResourceRule = {
  id: 'EC2-003',
  title: 'A network ACL lets nobody from anywhere reach port 22, port 3389 or everything',
  severity: 'high',
  measures: ['3.3.4'],
  rationale:
    'The network ACL is the layer behind the security group: it still holds where somebody opens a group too far. The entry with the lowest number that matches decides, so an entry that allows counts only for what no lower number denies to at least the same range. A public subnet that must let answers in on ports 1024 to 65535 denies 3389 first, by TCP and, where UDP may come back, by UDP. An entry for every protocol is everything, whatever is denied before it, unless that is everything too.',
  fix: 'Allow the ports that are served, such as 443, and deny 22 and 3389 by lower numbers than those of the entries that let answers in.',
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html',
    'https://docs.aws.amazon.com/config/latest/developerguide/nacl-no-unrestricted-ssh-rdp.html',
    'CIS AWS Foundations Benchmark 3.0.0, 5.1',
    'AWS Security Hub EC2.21',
  ],
  types: [...ACLS, ACL_RULE],
  check: (resource, model) => {
    const entries = entriesOn(resource);
    if (entries.length === 0) return resource.type === ACL_RULE ? undefined : MET;
    return worst(entries.map((entry) => verdictOn(entry, () => entriesBeside(model, resource))));
  },
  examples: {
    pass: [
      {
        title: 'a public tier that denies the ports of administrators before it lets answers in',
        terraform: {
          resource: {
            aws_network_acl: { public: { count: 2 } },
            aws_network_acl_rule: {
              ssh: rule(90, 'deny', 'tcp', 22, 22),
              rdp: rule(91, 'deny', 'tcp', 3389, 3389),
              rdp_udp: rule(92, 'deny', 'udp', 3389, 3389),
              https: rule(100, 'allow', 'tcp', 443, 443),
              answers: rule(200, 'allow', 'tcp', 1024, 65535),
              answers_udp: rule(201, 'allow', '17', 1024, 65535),
              out: { ...rule(100, 'allow', '-1', 0, 0), egress: true },
            },
          },
        },
      },
      {
        title: 'entries within the ACL as lists: everything from the own network, and a default ACL without any',
        terraform: {
          resource: [
            {
              aws_network_acl: [
                {
                  app: [
                    {
                      ingress: [
                        { rule_no: 100, action: 'allow', protocol: '-1', cidr_block: '10.0.0.0/16' },
                        inline(110, 'deny', 'tcp', 3389, 3389),
                        inline(120, 'allow', 'tcp', 1024, 65535),
                      ],
                    },
                  ],
                },
              ],
              aws_default_network_acl: [
                { main: [{ default_network_acl_id: '${aws_vpc.main.default_network_acl_id}' }] },
              ],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'SSH from anywhere, and everything',
        terraform: {
          resource: {
            aws_network_acl: { public: {} },
            aws_network_acl_rule: {
              ssh: rule(100, 'allow', 'tcp', 22, 22),
              all: {
                network_acl_id: 'acl-1',
                rule_number: 100,
                rule_action: 'allow',
                protocol: 'all',
                ipv6_cidr_block: '::/0',
              },
            },
          },
        },
        addresses: ['aws_network_acl_rule.all', 'aws_network_acl_rule.ssh'],
      },
      {
        title:
          'answers that RDP may come in with: nothing denies it, or too late, too narrow, or by the other protocol',
        terraform: {
          resource: {
            aws_network_acl: {
              nothing: { ingress: inline(100, 'allow', 'tcp', 1024, 65535) },
              late: { ingress: [inline(100, 'allow', 'tcp', 1024, 65535), inline(110, 'deny', 'tcp', 3389, 3389)] },
              narrow: {
                ingress: [
                  { ...inline(90, 'deny', 'tcp', 3389, 3389), cidr_block: '203.0.113.0/24' },
                  inline(100, 'allow', 'tcp', 1024, 65535),
                ],
              },
              protocol: { ingress: [inline(90, 'deny', 'tcp', 3389, 3389), inline(100, 'allow', 'udp', 1024, 65535)] },
            },
          },
        },
        addresses: [
          'aws_network_acl.late',
          'aws_network_acl.narrow',
          'aws_network_acl.nothing',
          'aws_network_acl.protocol',
        ],
      },
      {
        title: 'the default ACL as AWS makes it, in a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.network',
                  resources: [
                    {
                      address: 'module.network.aws_default_network_acl.this[0]',
                      mode: 'managed',
                      type: 'aws_default_network_acl',
                      name: 'this',
                      index: 0,
                      values: {
                        ingress: [
                          {
                            rule_no: 100,
                            action: 'allow',
                            protocol: '-1',
                            from_port: 0,
                            to_port: 0,
                            cidr_block: '0.0.0.0/0',
                            ipv6_cidr_block: '',
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
        addresses: ['module.network.aws_default_network_acl.this[0]'],
      },
    ],
    undetermined: [
      {
        title: 'variables hold a range, the number of a denial, and all entries',
        terraform: {
          variable: { office: {}, first: {}, entries: {} },
          resource: {
            aws_network_acl: {
              office: { ingress: { ...inline(100, 'allow', 'tcp', 22, 22), cidr_block: '${var.office}' } },
              first: {
                ingress: [
                  { ...inline(90, 'deny', 'tcp', 3389, 3389), rule_no: '${var.first}' },
                  inline(100, 'allow', 'tcp', 1024, 65535),
                ],
              },
              entries: { ingress: '${var.entries}' },
            },
          },
        },
        addresses: ['aws_network_acl.entries', 'aws_network_acl.first', 'aws_network_acl.office'],
      },
    ],
  },
};

function verdictOn(entry: AclEntry | Unknown, beside: () => readonly (AclEntry | Unknown)[]): Verdict {
  if (isUnknown(entry)) return undetermined(`an entry is ${describe(entry)}, which only a plan can tell`);
  const verdicts = FORBIDDEN.map(({ protocol, port }) => {
    const answer = all([isAction(entry, 'allow'), isForEverybody(entry), coversPort(entry, protocol, port)]);
    if (answer === 'no') return undefined;
    const denials = beside().map((other) =>
      isUnknown(other)
        ? 'open'
        : all([
            isAction(other, 'deny'),
            coversPort(other, protocol, port),
            precedes(other, entry),
            coversSource(other, entry),
          ])
    );
    if (denials.includes('yes')) return undefined;
    const what = port === undefined ? 'everything' : `${protocol} ${port}`;
    const message = `entry ${describe(entry.number)} allows ${what} from ${entry.cidrs.map(describe).join(', ')}`;
    if (answer === 'open') return undetermined(`${message}, or not: only a plan can tell`);
    if (denials.includes('open')) return undetermined(`${message}: only a plan can tell whether it is denied before`);
    return violated(`${message}, and no entry with a lower number denies that`);
  });
  return worst(verdicts) ?? MET;
}

/** For the examples: an entry for everybody, within an ACL. */
function inline(number: number, action: string, protocol: string, from: number, to: number): { [key: string]: Json } {
  return { rule_no: number, action, protocol, from_port: from, to_port: to, cidr_block: '0.0.0.0/0' };
}

/** For the examples: an entry for everybody in the ACL `public`, as a resource of its own. */
function rule(number: number, action: string, protocol: string, from: number, to: number): { [key: string]: Json } {
  return {
    network_acl_id: '${aws_network_acl.public.id}',
    rule_number: number,
    rule_action: action,
    protocol,
    from_port: from,
    to_port: to,
    cidr_block: '0.0.0.0/0',
  };
}
