import { SEGMENTS, draw, id, instances } from './draw';

type Json = { readonly [key: string]: unknown };

const PAIR = { ...SEGMENTS, ...instances('app', 'data') };

/** The flows of a picture. */
function flows(resources: Json): string[] {
  return draw(resources).edges.filter((edge) => / flow /.test(edge));
}

/** The flows that one rule of the security group of `app` makes. */
function ingress(rule: Json, resources: Json = PAIR): string[] {
  const one = { security_group_id: id('aws_security_group.app'), ip_protocol: 'tcp', from_port: 443, to_port: 443 };
  return flows({ ...resources, aws_vpc_security_group_ingress_rule: { one: { ...one, ...rule } } });
}

describe('the styles of the provider', () => {
  const expected = ['aws_instance.app flow aws_instance.data: tcp 5432'];
  const ports = { from_port: 5432, to_port: 5432 };
  const [app, data] = [id('aws_security_group.app'), id('aws_security_group.data')];

  test.each<[string, Json]>([
    [
      'a rule of its own, at the target',
      {
        aws_vpc_security_group_ingress_rule: {
          one: { security_group_id: data, referenced_security_group_id: app, ip_protocol: 'tcp', ...ports },
        },
      },
    ],
    [
      'a rule of its own, at the source',
      {
        aws_vpc_security_group_egress_rule: {
          one: { security_group_id: app, referenced_security_group_id: data, ip_protocol: '6', ...ports },
        },
      },
    ],
    [
      'the older rule, inwards',
      {
        aws_security_group_rule: {
          one: { type: 'ingress', security_group_id: data, source_security_group_id: app, protocol: 'tcp', ...ports },
        },
      },
    ],
    [
      'the older rule, outwards',
      {
        aws_security_group_rule: {
          one: { type: 'egress', security_group_id: app, source_security_group_id: data, protocol: 'TCP', ...ports },
        },
      },
    ],
    [
      'a block in the group, as an object',
      {
        aws_security_group: {
          app: {},
          data: { vpc_id: id('aws_vpc.main'), ingress: { security_groups: [app], protocol: 'tcp', ...ports } },
        },
      },
    ],
    [
      'a block in the group, as a list',
      { aws_security_group: { app: { egress: [{ security_groups: [data], protocol: 'tcp', ...ports }] }, data: {} } },
    ],
    [
      'both ends of one flow',
      {
        aws_vpc_security_group_ingress_rule: {
          one: { security_group_id: data, referenced_security_group_id: app, ip_protocol: 'tcp', ...ports },
        },
        aws_vpc_security_group_egress_rule: {
          one: { security_group_id: app, referenced_security_group_id: data, ip_protocol: 'tcp', ...ports },
        },
      },
    ],
  ])('%s', (_title, rules) => {
    expect(flows({ ...PAIR, ...rules })).toEqual(expected);
  });
});

describe('peers', () => {
  test.each<[string, Json, string]>([
    ['everybody', { cidr_ipv4: '0.0.0.0/0' }, 'Internet'],
    ['everybody, by IPv6', { cidr_ipv6: '::/0' }, 'Internet'],
    ['a network elsewhere', { cidr_ipv4: '198.51.100.0/24' }, '198.51.100.0/24'],
    ['the network, by its range', { cidr_ipv4: '10.0.0.0/16' }, 'all of aws_vpc.main'],
    ['the network, by reference', { cidr_ipv4: '${aws_vpc.main.cidr_block}' }, 'all of aws_vpc.main'],
    ['a tier, by its range', { cidr_ipv4: '10.0.2.0/24' }, 'all of the isolated subnets'],
    ['a tier, by reference', { cidr_ipv4: '${aws_subnet.back.cidr_block}' }, 'all of the isolated subnets'],
    ['a part of the network', { cidr_ipv4: '10.0.9.0/28' }, '10.0.9.0/28'],
    ['a prefix list by its id', { prefix_list_id: 'pl-0123' }, 'pl-0123'],
    ['a group of another account', { referenced_security_group_id: '111122223333/sg-01' }, '111122223333/sg-01'],
    ['itself', { referenced_security_group_id: id('aws_security_group.app') }, 'aws_instance.app'],
  ])('%s', (_title, rule, source) => {
    expect(ingress(rule)).toEqual([`${source} flow aws_instance.app: tcp 443`]);
  });

  test('stand within the boundary that they lie in', () => {
    const place = (cidr_ipv4: string, node: string): string => {
      const one = { security_group_id: id('aws_security_group.app'), ip_protocol: '-1', cidr_ipv4 };
      return draw({ ...PAIR, aws_vpc_security_group_ingress_rule: { one } }).places[node];
    };
    expect(place('10.0.9.0/28', '10.0.9.0/28')).toBe('AWS account > aws_vpc.main');
    expect(place('10.0.0.0/8', '10.0.0.0/8')).toBe('');
    expect(place('10.0.2.0/24', 'all of the isolated subnets')).toBe('AWS account > aws_vpc.main > isolated subnets');
    expect(place('no range', 'no range')).toBe('');
  });

  test('the older styles name several at once, and the group itself', () => {
    const rule = {
      security_group_id: id('aws_security_group.app'),
      type: 'ingress',
      protocol: 'udp',
      from_port: 53,
      to_port: 53,
      cidr_blocks: ['198.51.100.0/24', '203.0.113.0/24'],
      ipv6_cidr_blocks: ['::/0'],
      self: true,
    };
    expect(flows({ ...PAIR, aws_security_group_rule: { one: rule } })).toEqual([
      '198.51.100.0/24 flow aws_instance.app: udp 53',
      '203.0.113.0/24 flow aws_instance.app: udp 53',
      'Internet flow aws_instance.app: udp 53',
      'aws_instance.app flow aws_instance.app: udp 53',
    ]);
  });

  test('a managed prefix list is called by its name', () => {
    const list = { aws_ec2_managed_prefix_list: { offices: { name: 'offices' } } };
    expect(ingress({ prefix_list_id: id('aws_ec2_managed_prefix_list.offices') }, { ...PAIR, ...list })).toEqual([
      'aws_ec2_managed_prefix_list.offices flow aws_instance.app: tcp 443',
    ]);
  });
});

describe('ports', () => {
  test.each<[Json, string]>([
    [{ from_port: 8000, to_port: 8080 }, 'tcp 8000-8080'],
    [{ from_port: '443', to_port: '443' }, 'tcp 443'],
    [{ from_port: 0, to_port: 65535 }, 'tcp all ports'],
    [{ ip_protocol: '-1' }, 'all traffic'],
    [{ ip_protocol: -1 }, 'all traffic'],
    [{ ip_protocol: '17', from_port: 53, to_port: 53 }, 'udp 53'],
    [{ ip_protocol: 'icmp', from_port: -1, to_port: -1 }, 'icmp'],
    [{ ip_protocol: '58' }, 'icmpv6'],
    [{ ip_protocol: '50' }, '50'],
  ])('%j', (ports, label) => {
    expect(ingress({ cidr_ipv4: '0.0.0.0/0', ...ports })).toEqual([`Internet flow aws_instance.app: ${label}`]);
  });
});

describe('what cannot be told is left out, and counted', () => {
  test.each<[string, Json]>([
    ['a peer', { referenced_security_group_id: '${var.group}' }],
    ['an address range', { cidr_ipv4: '${var.range}' }],
    ['a prefix list', { prefix_list_id: '${data.aws_other.list.id}' }],
    ['a port', { cidr_ipv4: '0.0.0.0/0', from_port: '${var.port}' }],
    ['the group of a rule', { cidr_ipv4: '0.0.0.0/0', security_group_id: '${module.other.group}' }],
  ])('%s', (_title, rule) => {
    const one = { security_group_id: id('aws_security_group.app'), ip_protocol: 'tcp', from_port: 443, to_port: 443 };
    const picture = draw({ ...PAIR, aws_vpc_security_group_ingress_rule: { one: { ...one, ...rule } } });
    expect(picture.edges.filter((edge) => / flow /.test(edge))).toEqual([]);
    expect(picture.open).toBe(1);
  });

  test('the blocks of a group that are an expression', () => {
    expect(draw({ aws_security_group: { app: { ingress: '${var.rules}' } } }).open).toBe(1);
  });

  test('nothing else is counted', () => {
    expect(draw(PAIR).open).toBe(0);
  });
});

describe('rules to the internet', () => {
  const anywhere = (subnet: string): Json => ({
    ...SEGMENTS,
    aws_security_group: { app: { vpc_id: id('aws_vpc.main') } },
    aws_instance: {
      app: { subnet_id: id(`aws_subnet.${subnet}`), vpc_security_group_ids: [id('aws_security_group.app')] },
    },
    aws_vpc_security_group_egress_rule: {
      one: { security_group_id: id('aws_security_group.app'), ip_protocol: '-1', cidr_ipv4: '0.0.0.0/0' },
    },
  });

  test.each(['front', 'middle'])('are drawn where a route leads there: %s', (subnet) => {
    const { edges, unrouted } = draw(anywhere(subnet));
    expect(edges).toContain('aws_instance.app flow Internet: all traffic');
    expect(unrouted).toBe(0);
  });

  test('are counted where none does', () => {
    const { edges, unrouted } = draw(anywhere('back'));
    expect(edges.filter((edge) => / flow /.test(edge))).toEqual([]);
    expect(unrouted).toBe(1);
  });
});
