import { SEGMENTS, draw, id } from './draw';

type Json = { readonly [key: string]: unknown };

const GROUPS = { edge: { vpc_id: id('aws_vpc.main') }, app: { vpc_id: id('aws_vpc.main') } };
const LISTENER = { load_balancer_arn: '${aws_lb.edge.arn}', port: 443, protocol: 'HTTPS' };
const FORWARD = { type: 'forward', target_group_arn: '${aws_lb_target_group.app.arn}' };

const PLATFORM = {
  ...SEGMENTS,
  aws_security_group: GROUPS,
  aws_lb: { edge: { security_groups: [id('aws_security_group.edge')], subnets: [id('aws_subnet.front')] } },
  aws_lb_listener: { https: { ...LISTENER, default_action: FORWARD } },
  aws_lb_target_group: { app: { port: 8443, protocol: 'HTTPS' } },
  aws_instance: {
    app: { subnet_id: id('aws_subnet.middle'), vpc_security_group_ids: [id('aws_security_group.app')] },
  },
  aws_lb_target_group_attachment: {
    app: { target_group_arn: '${aws_lb_target_group.app.arn}', target_id: id('aws_instance.app') },
  },
};

/** The flows of a platform whose load balancer lets ports in from everywhere, and out to its targets. */
function flows(resources: Json, [from_port, to_port] = [443, 443], ip_protocol = 'tcp'): string[] {
  const { edges } = draw({
    ...PLATFORM,
    aws_vpc_security_group_ingress_rule: {
      edge: {
        security_group_id: id('aws_security_group.edge'),
        ip_protocol,
        from_port,
        to_port,
        cidr_ipv4: '0.0.0.0/0',
      },
      app: {
        security_group_id: id('aws_security_group.app'),
        ip_protocol: 'tcp',
        from_port: 8443,
        to_port: 8443,
        referenced_security_group_id: id('aws_security_group.edge'),
      },
    },
    ...resources,
  });
  return edges.filter((edge) => / flow /.test(edge));
}

const listener = (body: Json): Json => ({ aws_lb_listener: { one: { ...LISTENER, ...body } } });

describe('a listener is shown on the edge into its load balancer', () => {
  test.each<[string, Json, string]>([
    ['its policy', { ssl_policy: 'ELBSecurityPolicy-TLS13' }, 'HTTPS 443, ELBSecurityPolicy-TLS13'],
    ['no policy that only a plan can tell', { ssl_policy: '${var.policy}' }, 'HTTPS 443'],
    ['client certificates', { mutual_authentication: [{ mode: 'verify' }] }, 'HTTPS 443, client certificates'],
    ['no client certificates', { mutual_authentication: [{ mode: 'off' }] }, 'HTTPS 443'],
    [
      'a redirect',
      { protocol: 'HTTP', default_action: [{ type: 'redirect', redirect: [{ status_code: 'HTTP_301' }] }] },
      'HTTP 443 → 301',
    ],
    [
      'a fixed response',
      { default_action: { type: 'fixed-response', fixed_response: { status_code: '404' } } },
      'HTTPS 443 → 404',
    ],
    ['another port', { port: 8080 }, 'tcp 443'],
    ['a port that only a plan can tell', { port: '${var.port}' }, 'tcp 443'],
  ])('%s', (_title, body, label) => {
    expect(flows(listener(body))[0]).toBe(`Internet flow aws_lb.edge: ${label}`);
  });

  test('beside the rule, where that lets more in', () => {
    expect(flows({}, [0, 1024])[0]).toBe('Internet flow aws_lb.edge: HTTPS 443 | tcp 0-1024');
  });

  test('not where the rule lets another protocol in', () => {
    expect(flows({}, [443, 443], 'udp')[0]).toBe('Internet flow aws_lb.edge: udp 443');
    const both = listener({ protocol: 'TCP_UDP' });
    expect(flows(both, [443, 443], 'udp')[0]).toBe('Internet flow aws_lb.edge: TCP_UDP 443');
  });
});

describe('a target group names what its load balancer says to its targets', () => {
  const target = { target_group_arn: '${aws_lb_target_group.app.arn}' };
  const scaling = {
    aws_launch_template: { app: { vpc_security_group_ids: [id('aws_security_group.app')] } },
    aws_instance: {},
    aws_lb_target_group_attachment: {},
  };
  const group = { launch_template: { id: id('aws_launch_template.app') } };

  test.each<[string, Json, string]>([
    ['of an instance', {}, 'aws_instance.app'],
    [
      'of an Auto Scaling group',
      { ...scaling, aws_autoscaling_group: { app: { ...group, target_group_arns: [target.target_group_arn] } } },
      'aws_autoscaling_group.app',
    ],
    [
      'of an Auto Scaling group, by attachment',
      {
        ...scaling,
        aws_autoscaling_group: { app: group },
        aws_autoscaling_attachment: {
          app: {
            autoscaling_group_name: '${aws_autoscaling_group.app.name}',
            lb_target_group_arn: target.target_group_arn,
          },
        },
      },
      'aws_autoscaling_group.app',
    ],
    [
      'of an ECS service',
      {
        aws_instance: {},
        aws_lb_target_group_attachment: {},
        aws_ecs_service: {
          app: { network_configuration: { security_groups: [id('aws_security_group.app')] }, load_balancer: [target] },
        },
      },
      'aws_ecs_service.app',
    ],
    [
      'by a rule of the listener',
      {
        aws_lb_listener: { https: { ...LISTENER, default_action: { type: 'fixed-response' } } },
        aws_lb_listener_rule: {
          app: {
            listener_arn: '${aws_lb_listener.https.arn}',
            action: [{ type: 'forward', forward: [{ target_group: [{ arn: target.target_group_arn }] }] }],
          },
        },
      },
      'aws_instance.app',
    ],
  ])('%s', (_title, resources, node) => {
    expect(flows(resources)).toContain(`aws_lb.edge flow ${node}: HTTPS 8443`);
  });

  test('and alone makes no flow: security groups let it through or not', () => {
    const nothing = { aws_vpc_security_group_ingress_rule: {} };
    expect(flows(nothing)).toEqual([]);
  });
});

describe('a network load balancer without security groups', () => {
  const balancer = (body: Json): Json => ({
    aws_lb: { edge: { load_balancer_type: 'network', subnets: [id('aws_subnet.front')], ...body } },
    aws_vpc_security_group_ingress_rule: {},
  });

  test('lets everybody in, and forwards', () => {
    const expected = ['Internet flow aws_lb.edge: HTTPS 443', 'aws_lb.edge flow aws_instance.app: HTTPS 8443'];
    expect(flows(balancer({}))).toEqual(expected);
    expect(flows(balancer({ security_groups: [] }))).toEqual(expected);
  });

  test.each<[string, Json]>([
    ['is internal', { internal: true }],
    ['may be internal', { internal: '${var.internal}' }],
    ['may have some', { security_groups: '${var.groups}' }],
    ['has one', { security_groups: [id('aws_security_group.edge')] }],
  ])('does not where it %s', (_title, body) => {
    expect(flows(balancer(body))).toEqual([]);
  });
});

test('the scheme and the type of a load balancer are shown where they are known', () => {
  const { details } = draw({
    aws_lb: {
      plain: {},
      internal: { internal: true, load_balancer_type: 'network' },
      open: { internal: '${var.internal}' },
    },
    aws_elb: { old: { listener: [{ lb_port: 443, lb_protocol: 'https' }] } },
  });
  expect(details['aws_lb.plain']).toEqual(['application load balancer', 'internet-facing']);
  expect(details['aws_lb.internal']).toEqual(['network load balancer', 'internal']);
  expect(details['aws_lb.open']).toEqual(['application load balancer']);
  expect(details['aws_elb.old']).toEqual(['classic load balancer', 'internet-facing']);
});

test('a classic load balancer shows its listeners', () => {
  const aws_elb = {
    old: {
      security_groups: [id('aws_security_group.edge')],
      listener: [{ lb_port: 443, lb_protocol: 'https', instance_port: 80 }, { lb_port: '${var.port}' }],
    },
  };
  expect(flows({ aws_lb: {}, aws_lb_listener: {}, aws_elb })).toContain('Internet flow aws_elb.old: HTTPS 443');
});
