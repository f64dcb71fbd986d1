import { draw, drawStack, id } from './draw';

type Json = { readonly [key: string]: unknown };

/** A plan of resources that are there already: where the configuration has references, it has ids. */
function plan(resources: readonly Json[]): Json {
  return { format_version: '1.2', planned_values: { root_module: { resources } } };
}

function planned(address: string, values: Json): Json {
  const [type, name] = address.replace(/\[.*$/, '').split('.');
  return { address, mode: 'managed', type, name, values };
}

test('a plan is joined by the ids and ARNs in it', () => {
  const rule = { ip_protocol: 'tcp', from_port: 443, to_port: 443 };
  const picture = drawStack(
    plan([
      planned('aws_vpc.main', { id: 'vpc-1', cidr_block: '10.0.0.0/16' }),
      planned('aws_subnet.front[0]', { id: 'subnet-1', vpc_id: 'vpc-1', availability_zone: 'eu-central-1a' }),
      planned('aws_subnet.front[1]', { id: 'subnet-2', vpc_id: 'vpc-1', availability_zone: 'eu-central-1b' }),
      planned('aws_internet_gateway.igw', { id: 'igw-1', vpc_id: 'vpc-1' }),
      planned('aws_route_table.front', { id: 'rtb-1', vpc_id: 'vpc-1', route: [{ gateway_id: 'igw-1' }] }),
      planned('aws_route_table_association.front[0]', { subnet_id: 'subnet-1', route_table_id: 'rtb-1' }),
      planned('aws_route_table_association.front[1]', { subnet_id: 'subnet-2', route_table_id: 'rtb-1' }),
      planned('aws_security_group.edge', { id: 'sg-1', vpc_id: 'vpc-1' }),
      planned('aws_lb.edge', {
        arn: 'arn:lb',
        security_groups: ['sg-1'],
        subnets: ['subnet-1', 'subnet-2'],
        access_logs: [{ bucket: 'the-logs', enabled: true }],
      }),
      planned('aws_lb_listener.https', { load_balancer_arn: 'arn:lb', port: 443, protocol: 'HTTPS' }),
      planned('aws_s3_bucket.logs', { id: 'the-logs', bucket: 'the-logs' }),
      planned('aws_vpc_security_group_ingress_rule.https', {
        ...rule,
        security_group_id: 'sg-1',
        cidr_ipv4: '0.0.0.0/0',
      }),
    ])
  );
  expect(picture).toMatchObject({
    edges: [
      'Internet route aws_internet_gateway.igw',
      'Internet flow aws_lb.edge: HTTPS 443',
      'aws_internet_gateway.igw route public subnets: 2 subnets: route',
      'aws_lb.edge log aws_s3_bucket.logs: access logs',
    ],
    open: 0,
  });
  expect(picture.places['aws_lb.edge']).toBe('AWS account > aws_vpc.main > public subnets');
  expect(picture.details['public subnets: 2 subnets']).toEqual(['eu-central-1a, b']);
});

test('a name means the resource of the same type', () => {
  const { places } = draw({
    aws_vpc: { main: {} },
    aws_subnet: { data: { vpc_id: id('aws_vpc.main'), tags: { 'tom:tier': 'data' } } },
    aws_db_subnet_group: { data: { name: 'data', subnet_ids: [id('aws_subnet.data')] } },
    aws_db_parameter_group: { data: { name: 'data' } },
    aws_db_instance: { data: { db_subnet_group_name: 'data' } },
  });
  expect(places['aws_db_instance.data']).toBe('AWS account > aws_vpc.main > data tier');
});

test('what is looked up stands for itself', () => {
  const data = { aws_security_group: { old: { name: 'old' } }, aws_vpc: { old: {} } };
  const one = {
    security_group_id: id('data.aws_security_group.old'),
    ip_protocol: '-1',
    cidr_ipv4: '${data.aws_vpc.old.cidr_block}',
  };
  const { edges, open } = draw({ aws_vpc_security_group_ingress_rule: { one } }, { data });
  expect(edges).toEqual(['all of data.aws_vpc.old flow data.aws_security_group.old: all traffic']);
  expect(open).toBe(0);
});

test('one reference that stays open is counted once', () => {
  const { open } = draw({
    aws_instance: { one: { subnet_id: '${var.subnet}', vpc_security_group_ids: ['${var.a}', '${var.b}'] } },
  });
  expect(open).toBe(3);
});
