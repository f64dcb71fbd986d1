import { Json } from '../../../terraform/value';
import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'only HTTPS from anywhere',
      terraform: {
        resource: {
          aws_network_acl: {
            public: {
              vpc_id: '${aws_vpc.main.id}',
              ingress: {
                rule_no: 100,
                action: 'allow',
                protocol: 'tcp',
                from_port: 443,
                to_port: 443,
                cidr_block: '0.0.0.0/0',
              },
            },
          },
        },
      },
    },
    {
      title: 'a public tier that denies the ports of administrators before it lets answers in',
      terraform: {
        resource: {
          aws_network_acl: { public: {} },
          aws_network_acl_rule: {
            ssh: rule(90, 'deny', 'tcp', 22, 22),
            rdp: rule(91, 'deny', 'tcp', 3389, 3389),
            rdp_udp: rule(92, 'deny', 'udp', 3389, 3389),
            winrm: rule(93, 'deny', 'tcp', 5985, 5986),
            https: rule(100, 'allow', 'tcp', 443, 443),
            answers: rule(200, 'allow', 'tcp', 1024, 65535),
            answers_udp: rule(201, 'allow', '17', 1024, 65535),
            out: { ...rule(100, 'allow', '-1', 0, 0), egress: true },
          },
        },
      },
    },
    {
      title: 'entries within the ACL: everything from the own network, and a default ACL without any',
      terraform: {
        resource: {
          aws_network_acl: {
            app: {
              ingress: [
                { rule_no: 100, action: 'allow', protocol: '-1', cidr_block: '10.0.0.0/16' },
                inline(110, 'deny', 'tcp', 3389, 3389),
                inline(111, 'deny', 'tcp', 5985, 5986),
                inline(120, 'allow', 'tcp', 1024, 65535),
              ],
            },
          },
          aws_default_network_acl: { main: { default_network_acl_id: '${aws_vpc.main.default_network_acl_id}' } },
        },
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
      title: 'FTP and Telnet from anywhere',
      terraform: {
        resource: {
          aws_network_acl: { public: {} },
          aws_network_acl_rule: {
            data: rule(100, 'allow', 'tcp', 20, 20),
            ftp: rule(110, 'allow', 'tcp', 21, 21),
            telnet: rule(120, 'allow', 'tcp', 23, 23),
          },
        },
      },
      addresses: ['aws_network_acl_rule.data', 'aws_network_acl_rule.ftp', 'aws_network_acl_rule.telnet'],
    },
    {
      title: 'RDP among the return traffic: not denied, or too late, too narrow, or for the other protocol',
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
      title: 'WinRM among the return traffic',
      terraform: {
        resource: {
          aws_network_acl: {
            winrm: { ingress: [inline(90, 'deny', 'tcp', 3389, 3389), inline(100, 'allow', 'tcp', 1024, 65535)] },
          },
        },
      },
      addresses: ['aws_network_acl.winrm'],
    },
    {
      title: 'the default ACL as AWS makes it',
      terraform: {
        resource: {
          aws_default_network_acl: {
            this: {
              ingress: {
                rule_no: 100,
                action: 'allow',
                protocol: '-1',
                from_port: 0,
                to_port: 0,
                cidr_block: '0.0.0.0/0',
                ipv6_cidr_block: '',
              },
            },
          },
        },
      },
      addresses: ['aws_default_network_acl.this'],
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
                inline(91, 'deny', 'tcp', 5985, 5986),
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
};

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
