import { SEGMENTS, draw, id, instances } from './draw';

type Json = { readonly [key: string]: unknown };

const BASE = { ...SEGMENTS, ...instances('app', 'endpoints') };

function endpoint(service: string, more: Json = {}): Json {
  return {
    vpc_id: id('aws_vpc.main'),
    vpc_endpoint_type: 'Interface',
    service_name: service,
    subnet_ids: [id('aws_subnet.back')],
    security_group_ids: [id('aws_security_group.endpoints')],
    ...more,
  };
}

test('endpoints in one place and in the same groups are one node that lists their services', () => {
  const { details, places } = draw({
    ...BASE,
    aws_vpc_endpoint: {
      ssm: endpoint('com.amazonaws.eu-central-1.ssm'),
      ecr: endpoint('com.amazonaws.${data.aws_region.here.region}.ecr.api'),
      other: endpoint('${var.service}'),
    },
  });
  expect(details['Interface endpoints']).toEqual(['aws_vpc_endpoint.other, ecr.api, ssm']);
  expect(places['Interface endpoints']).toBe('AWS account > aws_vpc.main > isolated subnets');
});

test('access to interface endpoints goes through their security groups', () => {
  const split = endpoint('com.amazonaws.eu-central-1.ssm', { subnet_ids: [], security_group_ids: null });
  const of = { vpc_endpoint_id: id('aws_vpc_endpoint.ssm') };
  const rule = {
    security_group_id: id('aws_security_group.endpoints'),
    referenced_security_group_id: id('aws_security_group.app'),
    ip_protocol: 'tcp',
    from_port: 443,
    to_port: 443,
  };
  for (const resources of [
    { aws_vpc_endpoint: { ssm: endpoint('com.amazonaws.eu-central-1.ssm') } },
    {
      aws_vpc_endpoint: { ssm: split },
      aws_vpc_endpoint_subnet_association: { one: { ...of, subnet_id: id('aws_subnet.back') } },
      aws_vpc_endpoint_security_group_association: {
        one: { ...of, security_group_id: id('aws_security_group.endpoints') },
      },
    },
  ]) {
    const { edges, places } = draw({ ...BASE, ...resources, aws_vpc_security_group_ingress_rule: { rule } });
    expect(edges).toContain('aws_instance.app flow Interface endpoints: tcp 443');
    expect(places['Interface endpoints']).toBe('AWS account > aws_vpc.main > isolated subnets');
  }
});

test('access to gateway endpoints goes through their prefix lists', () => {
  const { edges, places } = draw({
    ...BASE,
    aws_vpc_endpoint: { s3: { vpc_id: id('aws_vpc.main'), service_name: 'com.amazonaws.eu-central-1.s3' } },
    aws_vpc_security_group_egress_rule: {
      s3: {
        security_group_id: id('aws_security_group.app'),
        prefix_list_id: '${aws_vpc_endpoint.s3.prefix_list_id}',
        ip_protocol: 'tcp',
        from_port: 443,
        to_port: 443,
      },
    },
  });
  expect(edges).toContain('aws_instance.app flow Gateway endpoints: tcp 443');
  expect(places['Gateway endpoints']).toBe('AWS account > aws_vpc.main');
});
