import { MEMBER_TYPES } from '../../lib/graph/security-group-members';
import { SEGMENTS, draw, id, instances } from './draw';

type Json = { readonly [key: string]: unknown };

/** Puts a value at a path of attributes and blocks. */
function nested(path: string, value: unknown): Json {
  return path.split('.').reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as Json;
}

/** Everything that a path leads to, in one body. */
function merged(bodies: readonly Json[]): Json {
  const body: { [key: string]: unknown } = {};
  for (const part of bodies) {
    for (const [key, value] of Object.entries(part)) {
      const before = body[key];
      const isBlock = typeof before === 'object' && before !== null && !Array.isArray(before);
      body[key] = isBlock ? merged([before as Json, value as Json]) : value;
    }
  }
  return body;
}

test.each(MEMBER_TYPES.map((member) => [member.type, member] as const))(
  '%s stands in its subnets, and is a member of its security groups',
  (type, { groups, subnets, subnetGroup, templates }) => {
    const subnet = [id('aws_subnet.back')];
    const worn = [id('aws_security_group.worn')];
    const body = merged([
      ...groups.map((path) => nested(path, worn)),
      ...subnets.map((path) => nested(path, subnet)),
      ...(subnetGroup ? [nested(subnetGroup[0], `\${${subnetGroup[1]}.back.name}`)] : []),
      ...(templates ? [nested(templates[0], id('aws_launch_template.one'))] : []),
    ]);
    const { edges, places } = draw({
      ...SEGMENTS,
      aws_security_group: { worn: { vpc_id: id('aws_vpc.main') } },
      aws_launch_template: { one: { vpc_security_group_ids: worn } },
      aws_ec2_client_vpn_network_association: {
        one: { client_vpn_endpoint_id: id('aws_ec2_client_vpn_endpoint.one'), subnet_id: subnet[0] },
      },
      ...(subnetGroup ? { [subnetGroup[1]]: { back: { subnet_ids: subnet } } } : {}),
      [type]: { one: body },
      aws_vpc_security_group_ingress_rule: {
        one: { security_group_id: worn[0], ip_protocol: '-1', cidr_ipv4: '203.0.113.0/24' },
      },
    });
    expect(places[`${type}.one`]).toBe('AWS account > aws_vpc.main > isolated subnets');
    const isWorn = groups.length > 0 || templates !== undefined;
    expect(edges.includes(`203.0.113.0/24 flow ${type}.one: all traffic`)).toBe(isWorn);
  }
);

test('the groups of a launch template are found in its network interfaces, and through a mixed policy', () => {
  const spec = { launch_template_specification: { launch_template_id: id('aws_launch_template.app') } };
  const { edges } = draw({
    aws_security_group: { app: {} },
    aws_launch_template: { app: { network_interfaces: [{ security_groups: [id('aws_security_group.app')] }] } },
    aws_autoscaling_group: { app: { mixed_instances_policy: [{ launch_template: [spec] }] } },
    aws_vpc_security_group_ingress_rule: {
      one: { security_group_id: id('aws_security_group.app'), ip_protocol: '-1', cidr_ipv4: '0.0.0.0/0' },
    },
  });
  expect(edges).toEqual(['Internet flow aws_autoscaling_group.app: all traffic']);
});

test('helpers, and functions in no network, are not drawn', () => {
  const { places } = draw({
    aws_lambda_function: { outside: {}, inside: { vpc_config: { subnet_ids: [] } } },
    aws_launch_template: { one: {} },
    aws_security_group: { one: {} },
    aws_iam_role: { one: {} },
  });
  expect(Object.keys(places)).toEqual(['aws_lambda_function.inside']);
});

test('instances that count makes are one node', () => {
  const { places, details } = draw({ aws_instance: { one: { count: 3 } } });
  expect(Object.keys(places)).toEqual(['aws_instance.one']);
  expect(details['aws_instance.one']).toEqual(['instance', '× 3']);
});

test('the mount targets of a file system are one node, called by the file system', () => {
  const target = (subnet: string): Json => ({
    file_system_id: id('aws_efs_file_system.files'),
    subnet_id: id(`aws_subnet.${subnet}`),
  });
  const aws_subnet = Object.fromEntries(
    Object.entries(SEGMENTS.aws_subnet).map(([name, body]) => [name, { ...body, tags: { 'tom:tier': 'data' } }])
  );
  const { places } = draw({
    ...SEGMENTS,
    aws_subnet,
    aws_efs_file_system: { files: {} },
    aws_efs_mount_target: { a: target('front'), b: target('middle'), c: target('back') },
  });
  expect(places['aws_efs_file_system.files']).toBe('AWS account > aws_vpc.main > data tier');
  expect(places).not.toHaveProperty(['aws_efs_mount_target.a']);
});

describe('a security group', () => {
  const group = id('aws_security_group.common');
  const rule = { one: { security_group_id: group, ip_protocol: '-1', referenced_security_group_id: group } };
  const worn = (count: number): Json => ({
    ...SEGMENTS,
    ...instances(),
    aws_security_group: { common: { vpc_id: id('aws_vpc.main') } },
    aws_instance: Object.fromEntries(
      Array.from({ length: count }, (_, at) => [
        `i${at}`,
        { subnet_id: id('aws_subnet.middle'), vpc_security_group_ids: [group] },
      ])
    ),
    aws_vpc_security_group_ingress_rule: rule,
  });

  test('without members is drawn itself where a rule speaks of it', () => {
    const { edges, places } = draw(worn(0));
    expect(edges).toContain('aws_security_group.common flow aws_security_group.common: all traffic');
    expect(places['aws_security_group.common']).toBe('AWS account > aws_vpc.main');
  });

  test('with few members joins them one by one', () => {
    const { edges, places } = draw(worn(2));
    expect(edges.filter((edge) => / flow /.test(edge))).toEqual([
      'aws_instance.i0 flow aws_instance.i0: all traffic',
      'aws_instance.i0 flow aws_instance.i1: all traffic',
      'aws_instance.i1 flow aws_instance.i0: all traffic',
      'aws_instance.i1 flow aws_instance.i1: all traffic',
    ]);
    expect(places).not.toHaveProperty(['aws_security_group.common']);
  });

  test('with many members stands between them', () => {
    const { edges } = draw(worn(6));
    expect(edges.filter((edge) => / (?:flow|part) /.test(edge))).toEqual([
      'aws_security_group.common flow aws_security_group.common: all traffic',
      ...[0, 1, 2, 3, 4, 5].map((at) => `aws_instance.i${at} part aws_security_group.common`),
    ]);
  });
});
