import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

/** More public ranges than any organization has, but not in one rule. */
function ranges(from: number, to: number): string[] {
  return Array.from({ length: to - from }, (_, index) => `${from + index}.0.0.0/8`);
}

function admitted(port: number, more: JsonObject): JsonObject {
  return { protocol: 'tcp', from_port: port, to_port: port, ...more };
}

export const EXAMPLES: Examples = {
  pass: [
    {
      title: '443 from anywhere, and another group for the rest, as separate resources',
      terraform: {
        resource: {
          aws_security_group: { web: { count: 2 }, app: {} },
          aws_vpc_security_group_ingress_rule: {
            https: {
              count: 2,
              security_group_id: '${aws_security_group.web[count.index].id}',
              cidr_ipv4: '0.0.0.0/0',
              ip_protocol: 'tcp',
              from_port: 443,
              to_port: 443,
            },
            app: {
              security_group_id: '${aws_security_group.app.id}',
              referenced_security_group_id: '${aws_security_group.web[0].id}',
              ip_protocol: '-1',
            },
          },
        },
      },
    },
    {
      title: 'port 80 of a load balancer that redirects, rules within the group',
      terraform: {
        resource: {
          aws_security_group: {
            web: {
              ingress: [
                { protocol: 'tcp', from_port: 443, to_port: 443, cidr_blocks: ['0.0.0.0/0'] },
                { protocol: '6', from_port: '80', to_port: '80', ipv6_cidr_blocks: ['::/0'] },
              ],
            },
          },
          aws_lb: { web: { security_groups: ['${aws_security_group.web.id}'] } },
          aws_lb_listener: {
            plain: {
              load_balancer_arn: '${aws_lb.web.arn}',
              port: 80,
              protocol: 'HTTP',
              default_action: {
                type: 'redirect',
                redirect: { protocol: 'HTTPS', port: '443', status_code: 'HTTP_301' },
              },
            },
          },
        },
      },
    },
    {
      title: 'SSH from private and narrow ranges, whatever their addresses will be',
      terraform: {
        resource: {
          aws_vpc: { main: {} },
          aws_eip: { office: {} },
          aws_security_group_rule: {
            ssh: {
              type: 'ingress',
              security_group_id: 'sg-1234',
              protocol: 'tcp',
              from_port: 22,
              to_port: 22,
              cidr_blocks: [
                '10.0.0.0/8',
                '198.51.100.0/24',
                '${aws_vpc.main.cidr_block}',
                '${aws_eip.office.public_ip}/32',
              ],
            },
          },
        },
      },
    },
    {
      title: 'several narrow ranges, halves of the internet on 443, and a prefix list of CloudFront',
      terraform: {
        resource: {
          aws_security_group: {
            web: {
              ingress: [
                admitted(22, { cidr_blocks: ['198.51.100.0/24'] }),
                admitted(22, { cidr_blocks: ['203.0.113.0/24', '10.0.0.0/8'] }),
                admitted(443, { cidr_blocks: ['0.0.0.0/1'] }),
                admitted(443, { cidr_blocks: ['128.0.0.0/1'] }),
                admitted(8443, { prefix_list_ids: ['pl-a3a144ca', '${data.aws_ec2_managed_prefix_list.s3.id}'] }),
              ],
            },
          },
        },
        data: { aws_ec2_managed_prefix_list: { s3: { name: 'com.amazonaws.eu-central-1.s3' } } },
      },
    },
  ],
  fail: [
    {
      title: 'SSH from anywhere',
      terraform: {
        resource: {
          aws_security_group: { bastion: {} },
          aws_vpc_security_group_ingress_rule: {
            ssh: {
              security_group_id: '${aws_security_group.bastion.id}',
              cidr_ipv4: '0.0.0.0/0',
              ip_protocol: 'tcp',
              from_port: 22,
              to_port: 22,
            },
          },
        },
      },
      addresses: ['aws_vpc_security_group_ingress_rule.ssh'],
    },
    {
      title: 'every protocol within the default group, a range of ports by a rule of its own, halves of the internet',
      terraform: {
        resource: {
          aws_default_security_group: { main: { ingress: { protocol: '-1', ipv6_cidr_blocks: ['::/0'] } } },
          aws_security_group: {
            halves: {
              ingress: [{ protocol: 'tcp', from_port: 5432, to_port: 5432, cidr_blocks: ['0.0.0.0/1', '128.0.0.0/1'] }],
            },
          },
          aws_security_group_rule: {
            web: {
              type: 'ingress',
              security_group_id: '${aws_security_group.halves.id}',
              protocol: 'tcp',
              from_port: 443,
              to_port: 8443,
              cidr_blocks: ['0.0.0.0/0'],
            },
          },
        },
      },
      addresses: ['aws_default_security_group.main', 'aws_security_group.halves', 'aws_security_group_rule.web'],
    },
    {
      title: 'port 80 of a load balancer that forwards, of an instance, and of nothing',
      terraform: {
        resource: {
          aws_security_group: { forwards: plain(), serves: plain(), unworn: plain() },
          aws_lb: { web: { security_groups: ['${aws_security_group.forwards.id}'] } },
          aws_lb_listener: {
            plain: { load_balancer_arn: '${aws_lb.web.arn}', port: 80, default_action: { type: 'forward' } },
          },
          aws_instance: { web: { vpc_security_group_ids: ['${aws_security_group.serves.id}'] } },
        },
      },
      addresses: ['aws_security_group.forwards', 'aws_security_group.serves', 'aws_security_group.unworn'],
    },
    {
      title: 'RDP from anywhere',
      terraform: {
        resource: {
          aws_security_group: {
            this: {
              ingress: {
                protocol: 'tcp',
                from_port: 3389,
                to_port: 3389,
                cidr_blocks: ['0.0.0.0/0'],
                ipv6_cidr_blocks: [],
                prefix_list_ids: [],
                security_groups: [],
                self: false,
              },
            },
          },
        },
      },
      addresses: ['aws_security_group.this'],
    },
    {
      title: 'ranges that amount to everyone, split over rules of a group, or over resources',
      terraform: {
        resource: {
          aws_security_group: {
            app: {},
            web: {
              ingress: [admitted(22, { cidr_blocks: ranges(11, 12) }), { protocol: '-1', cidr_blocks: ranges(12, 13) }],
            },
          },
          aws_security_group_rule: {
            one: admitted(3389, {
              type: 'ingress',
              security_group_id: '${aws_security_group.app.id}',
              cidr_blocks: ranges(11, 12),
            }),
          },
          aws_vpc_security_group_ingress_rule: {
            other: {
              security_group_id: '${aws_security_group.app.id}',
              ip_protocol: 'tcp',
              from_port: 3000,
              to_port: 4000,
              cidr_ipv4: '13.0.0.0/8',
            },
          },
        },
      },
      addresses: ['aws_security_group.app', 'aws_security_group.web'],
    },
    {
      title: 'the same, of a group that others made: the first rule is named',
      terraform: {
        resource: {
          aws_vpc_security_group_ingress_rule: {
            one: { security_group_id: 'sg-1', ip_protocol: 'all', cidr_ipv4: '11.0.0.0/8' },
            two: { security_group_id: 'sg-1', ip_protocol: 'all', cidr_ipv4: '12.0.0.0/8' },
          },
        },
      },
      addresses: ['aws_vpc_security_group_ingress_rule.one'],
    },
  ],
  undetermined: [
    {
      title: 'a variable names the ranges, or the ports open to everyone',
      terraform: {
        variable: { office: {}, port: {} },
        resource: {
          aws_vpc_security_group_ingress_rule: {
            office: {
              security_group_id: 'sg-1234',
              cidr_ipv4: '${var.office}',
              ip_protocol: 'tcp',
              from_port: 22,
              to_port: 22,
            },
            port: {
              security_group_id: 'sg-1234',
              cidr_ipv4: '0.0.0.0/0',
              ip_protocol: 'tcp',
              from_port: '${var.port}',
              to_port: '${var.port}',
            },
          },
        },
      },
      addresses: ['aws_vpc_security_group_ingress_rule.office', 'aws_vpc_security_group_ingress_rule.port'],
    },
    {
      title: 'a variable holds the rules, and another the groups of a load balancer',
      terraform: {
        variable: { rules: {}, groups: {} },
        resource: {
          aws_security_group: { app: { ingress: '${var.rules}' }, web: plain() },
          aws_lb: { web: { security_groups: '${var.groups}' } },
        },
      },
      addresses: ['aws_security_group.app', 'aws_security_group.web'],
    },
    {
      title: 'prefix lists that nobody here knows',
      terraform: {
        variable: { list: {} },
        resource: {
          aws_security_group: {
            app: { ingress: [admitted(22, { prefix_list_ids: ['pl-0123456789abcdef0'] })] },
            web: { ingress: [admitted(22, { prefix_list_ids: ['${var.list}'] })] },
          },
        },
      },
      addresses: ['aws_security_group.app', 'aws_security_group.web'],
    },
    {
      title: 'port 80 of a group that an output gives to others',
      except: { plan: 'outputs of a module stay within the plan' },
      terraform: {
        resource: { aws_security_group: { web: { ingress: [admitted(80, { cidr_blocks: ['0.0.0.0/0'] })] } } },
        output: { web: { value: '${aws_security_group.web.id}' } },
      },
      addresses: ['aws_security_group.web'],
    },
  ],
};

/** For the examples: a group that admits everybody to port 80. */
function plain(): { ingress: { protocol: string; from_port: number; to_port: number; cidr_blocks: string[] } } {
  return { ingress: { protocol: 'tcp', from_port: 80, to_port: 80, cidr_blocks: ['0.0.0.0/0'] } };
}
