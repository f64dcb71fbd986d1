import { GroupRule, audience, describeRule, rulesOn, traffic } from '../../../lib/aws/ec2/security-group-rules';
import { run } from '../../../lib/guardrails/engine';
import { RULE as EC2_001 } from '../../../lib/guardrails/rules/ec2/security-group-open-to-443-only';
import { Json, JsonObject, isUnknown } from '../../../lib/terraform/value';
import { at, modelOf, resources } from '../../support/models';

const SSH = { protocol: 'tcp', from_port: 22, to_port: 22, cidr_blocks: ['0.0.0.0/0'] };
const HTTP = { ...SSH, from_port: 80, to_port: 80 };
const REDIRECT = { type: 'redirect', redirect: { protocol: 'HTTPS', status_code: 'HTTP_301' } };

/** The rules of a group that hold known values. */
function known(rules: readonly unknown[]): GroupRule[] {
  return rules.filter((rule): rule is GroupRule => !isUnknown(rule));
}

describe('rules within a group', () => {
  test('are read from a local and from a dynamic block', () => {
    const model = modelOf({
      stack: {
        locals: { rules: [SSH, '${var.open}'] },
        resource: {
          aws_security_group: {
            local: { ingress: '${local.rules}' },
            dynamic: {
              dynamic: { ingress: { for_each: '${var.ports}', content: { ...SSH, to_port: '${each.value}' } } },
            },
          },
        },
      },
    });
    const local = rulesOn(at(model, 'aws_security_group.local'), 'ingress');
    expect(local).toHaveLength(2);
    expect(known(local).map((rule) => describeRule(rule, 'from'))).toEqual(['tcp 22 from 0.0.0.0/0']);
    const [dynamic] = known(rulesOn(at(model, 'aws_security_group.dynamic'), 'ingress'));
    expect(isUnknown(traffic(dynamic))).toBe(true);
  });

  test('that the provider fills in are none', () => {
    const model = modelOf({
      stack: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            resources: [
              {
                address: 'aws_security_group.web',
                mode: 'managed',
                type: 'aws_security_group',
                name: 'web',
                values: {},
              },
            ],
          },
        },
        resource_changes: [{ address: 'aws_security_group.web', change: { after_unknown: { ingress: true } } }],
      },
    });
    expect(rulesOn(at(model, 'aws_security_group.web'), 'ingress')).toEqual([]);
  });
});

test('a rule of its own says its direction, or leaves it open', () => {
  const model = resources({
    aws_security_group_rule: { out: { type: 'egress', ...SSH }, open: { type: '${var.open}', ...SSH } },
  });
  const directions = (name: string): number[] =>
    (['ingress', 'egress'] as const).map((it) => rulesOn(at(model, `aws_security_group_rule.${name}`), it).length);
  expect(directions('out')).toEqual([0, 1]);
  expect(directions('open')).toEqual([1, 1]);
});

describe('traffic and its description', () => {
  test.each<[JsonObject, string]>([
    [{ protocol: '-1', from_port: 0, to_port: 0 }, 'every protocol from nobody that it names'],
    [{ protocol: 'ALL' }, 'every protocol from nobody that it names'],
    [{ protocol: '6', from_port: '80', to_port: 81 }, 'tcp 80-81 from nobody that it names'],
    [{ protocol: 'udp' }, 'udp 0-65535 from nobody that it names'],
    [{ protocol: '58' }, 'icmpv6 from nobody that it names'],
    [{ protocol: '50' }, 'protocol 50 from nobody that it names'],
    [{ protocol: '${var.open}' }, 'traffic by ${var.open} from nobody that it names'],
    [{ ...SSH, prefix_list_ids: ['pl-1'] }, 'tcp 22 from 0.0.0.0/0, pl-1'],
    [{ protocol: '58', self: true }, 'icmpv6 from its own members'],
    [{ protocol: '58', security_groups: ['sg-1'] }, 'icmpv6 from security groups'],
    [{ protocol: '58', security_groups: ['sg-1'], self: 'true' }, 'icmpv6 from security groups and its own members'],
  ])('%j', (ingress, expected) => {
    const model = resources({ aws_security_group: { it: { ingress } } });
    const [rule] = known(rulesOn(at(model, 'aws_security_group.it'), 'ingress'));
    expect(describeRule(rule, 'from')).toBe(expected);
  });
});

describe('whom a rule is for', () => {
  const others = {
    aws_vpc: { main: {} },
    aws_vpc_endpoint: { s3: {} },
    aws_ec2_managed_prefix_list: { inline: { entry: [{ cidr: '10.0.0.0/8' }, { cidr: '::/0' }] }, own: {}, office: {} },
    aws_ec2_managed_prefix_list_entry: {
      own: { prefix_list_id: '${aws_ec2_managed_prefix_list.own.id}', cidr: '0.0.0.0/0' },
      office: { prefix_list_id: '${aws_ec2_managed_prefix_list.office.id}', cidr: '${var.open}' },
    },
  };

  test.each<[string, JsonObject, string]>([
    ['a range', { cidr_blocks: ['203.0.113.0/24'] }, 'named'],
    ['another group', { security_groups: ['sg-1'] }, 'named'],
    ['the range of a network', { cidr_blocks: ['${aws_vpc.main.cidr_block}'] }, 'named'],
    [
      'an expression that may choose another',
      { cidr_blocks: ['${var.all ? "0.0.0.0/0" : aws_vpc.main.cidr_block}'] },
      'open',
    ],
    ['a variable', { cidr_blocks: ['${var.open}'] }, 'open'],
    ['one address of a variable', { cidr_blocks: ['${var.open}/32'] }, 'named'],
    ['everybody beside a variable', { cidr_blocks: ['${var.open}', '0.0.0.0/0'] }, 'everybody'],
    ['everybody by a prefix list', { prefix_list_ids: ['${aws_ec2_managed_prefix_list.inline.id}'] }, 'everybody'],
    ['everybody by an entry of one', { prefix_list_ids: ['${aws_ec2_managed_prefix_list.own.id}'] }, 'everybody'],
    ['a prefix list with an open entry', { prefix_list_ids: ['${aws_ec2_managed_prefix_list.office.id}'] }, 'open'],
    ['a prefix list of AWS', { prefix_list_ids: ['pl-a3a144ca'] }, 'named'],
    ['a prefix list that nobody knows', { prefix_list_ids: ['pl-1'] }, 'open'],
    ['the prefix list of an endpoint', { prefix_list_ids: ['${aws_vpc_endpoint.s3.prefix_list_id}'] }, 'named'],
  ])('%s', (_title, rule, expected) => {
    const model = resources({ ...others, aws_security_group: { it: { ingress: { protocol: 'tcp', ...rule } } } });
    const group = at(model, 'aws_security_group.it');
    const whom = audience(model, group, known(rulesOn(group, 'ingress'))[0]);
    expect(isUnknown(whom) ? 'open' : whom).toBe(expected);
  });
});

describe('port 80', () => {
  const verdict = (others: JsonObject, ingress: Json = HTTP): string => {
    const model = resources({
      aws_security_group: { web: { ingress } },
      ...others,
    });
    const { findings } = run(model, [EC2_001]);
    return findings.map(({ outcome, message }) => `${outcome}: ${message}`).join() || 'met';
  };
  const balancer = { aws_alb: { web: { security_groups: ['${aws_security_group.web.id}'] } } };
  const listener = (default_action: Json, port: Json = 80): JsonObject => ({
    ...balancer,
    aws_alb_listener: { plain: { load_balancer_arn: '${aws_alb.web.arn}', port, default_action } },
  });
  const open = 'ingress admits tcp 80 from 0.0.0.0/0, which is everybody, unencrypted: ';

  test.each<[string, JsonObject, string]>([
    ['redirected', listener(REDIRECT), 'met'],
    [
      'redirected for a while',
      listener({ ...REDIRECT, redirect: { protocol: 'HTTPS', status_code: 'HTTP_302' } }),
      `violated: ${open}in aws_alb_listener.plain, default_action.redirect.status_code is "HTTP_302": the client asks by plain HTTP the next time too`,
    ],
    [
      'redirected to itself',
      listener({ ...REDIRECT, redirect: { status_code: 'HTTP_301' } }),
      `violated: ${open}in aws_alb_listener.plain, default_action.redirect.protocol is not set: the client stays on plain HTTP`,
    ],
    [
      'answered',
      listener({ type: 'fixed-response' }),
      `violated: ${open}in aws_alb_listener.plain, default_action.type is "fixed-response" for plain HTTP, not "redirect"`,
    ],
    [
      'redirected or not',
      listener({ type: '${var.open}' }),
      `undetermined: ${open}in aws_alb_listener.plain, default_action.type is \${var.open}, which only a plan can tell`,
    ],
    [
      'without an action',
      listener([]),
      `violated: ${open}in aws_alb_listener.plain, default_action is not set, so nothing redirects plain HTTP to HTTPS`,
    ],
    [
      'on a port that is open',
      listener(REDIRECT, '${var.open}'),
      `undetermined: ${open}only a plan can tell which listener of aws_alb.web has port 80`,
    ],
    [
      'without a listener',
      balancer,
      `violated: ${open}aws_alb.web has the group, and no listener on port 80 that redirects`,
    ],
    [
      'of a task beside the load balancer',
      {
        ...listener(REDIRECT),
        aws_ecs_service: { web: { network_configuration: { security_groups: ['${aws_security_group.web.id}'] } } },
      },
      `violated: ${open}aws_ecs_service.web has the group, and is no redirect`,
    ],
  ])('%s', (_title, others, expected) => {
    expect(verdict(others)).toBe(expected);
  });

  test('by UDP is no plain HTTP', () => {
    expect(verdict(listener(REDIRECT), { ...HTTP, protocol: 'udp' })).toBe(
      'violated: ingress admits udp 80 from 0.0.0.0/0, which is everybody'
    );
  });

  test('of a group that a rule names by a variable is open', () => {
    const model = resources({
      aws_security_group_rule: { web: { type: 'ingress', security_group_id: '${var.open}', ...HTTP } },
    });
    expect(run(model, [EC2_001]).findings).toMatchObject([
      {
        outcome: 'undetermined',
        message: `${open}which security group it belongs to is not among what is checked`,
      },
    ]);
  });
});
