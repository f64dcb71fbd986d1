import { run } from '../../../../lib/guardrails/engine';
import { RULE as ELB_001 } from '../../../../lib/guardrails/rules/elb/listener-tls-or-redirect';
import { Model } from '../../../../lib/terraform/model';
import { readStack } from '../../../../lib/terraform/read-stack';
import { JsonObject } from '../../../../lib/terraform/value';

const REDIRECT = { type: 'redirect', redirect: { protocol: 'HTTPS', status_code: 'HTTP_301' } };
const FORWARD = { type: 'forward', target_group_arn: 'arn' };
const EDGE = 'arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/net/edge/0123456789abcdef';

/** What the rule finds in stacks: outcome and address. */
function findings(...stacks: JsonObject[]): string[] {
  const read = stacks.map((stack, at) => readStack(`stack${at}`, `stack${at}.tf.json`, stack));
  return run(new Model(read), [ELB_001]).findings.map(({ outcome, address }) => `${outcome} ${address}`);
}

/** A plan of resources that are yet to be made, each with what it refers to. */
function plan(resources: readonly [address: string, values: JsonObject, references?: JsonObject][]): JsonObject {
  const named = (address: string): JsonObject => {
    const [type, name] = address.replace(/\[.*$/, '').split('.');
    return { address, mode: 'managed', type, name };
  };
  return {
    format_version: '1.2',
    planned_values: {
      root_module: { resources: resources.map(([address, values]) => ({ ...named(address), values })) },
    },
    resource_changes: resources.map(([address, , references = {}]) => ({
      address,
      change: { after_unknown: Object.fromEntries(Object.keys(references).map((key) => [key, true])) },
    })),
    configuration: {
      root_module: {
        resources: resources.map(([address, , references = {}]) => ({
          ...named(address),
          expressions: Object.fromEntries(
            Object.entries(references).map(([key, reference]) => [key, { references: [reference] }])
          ),
        })),
      },
    },
  };
}

test('a rule of one of several listeners is judged by that one, and open where nobody can tell which', () => {
  const http: [string, JsonObject] = ['aws_lb_listener.web["http"]', { protocol: 'HTTP', default_action: [REDIRECT] }];
  const old: [string, JsonObject] = ['aws_lb_listener.web["old"]', { protocol: 'HTTP', default_action: [REDIRECT] }];
  const https: [string, JsonObject] = [
    'aws_lb_listener.web["https"]',
    { protocol: 'HTTPS', default_action: [FORWARD] },
  ];
  const rule: [string, JsonObject, JsonObject] = [
    'aws_lb_listener_rule.api',
    { action: [FORWARD] },
    { listener_arn: 'aws_lb_listener.web["https"].arn' },
  ];
  const any: [string, JsonObject, JsonObject] = [rule[0], rule[1], { listener_arn: 'aws_lb_listener.web' }];
  expect(findings(plan([http, https, rule]))).toEqual([]);
  expect(findings(plan([http, https, any]))).toEqual(['undetermined aws_lb_listener_rule.api']);
  expect(findings(plan([http, old, any]))).toEqual(['violated aws_lb_listener_rule.api']);
  expect(findings(plan([https, rule]))).toEqual([]);
});

test('a listener of one of several load balancers is open where only some face the internet', () => {
  const balancer = (key: string, internal: boolean): [string, JsonObject] => [
    `aws_lb.edge["${key}"]`,
    { load_balancer_type: 'network', internal },
  ];
  const listener: [string, JsonObject, JsonObject] = [
    'aws_lb_listener.tcp',
    { protocol: 'TCP' },
    { load_balancer_arn: 'aws_lb.edge' },
  ];
  expect(findings(plan([balancer('a', true), balancer('b', false), listener]))).toEqual([
    'undetermined aws_lb_listener.tcp',
  ]);
  expect(findings(plan([balancer('a', true), balancer('b', true), listener]))).toEqual([]);
});

test('an ARN says what a load balancer of others is, and the load balancer of another stack is found by it', () => {
  const listener = { resource: { aws_lb_listener: { tcp: { load_balancer_arn: EDGE, protocol: 'TCP' } } } };
  expect(findings(listener)).toEqual(['undetermined aws_lb_listener.tcp']);
  expect(findings(listener, plan([['aws_lb.edge', { arn: EDGE, load_balancer_type: 'network' }]]))).toEqual([
    'violated aws_lb_listener.tcp',
  ]);
  const silent = { load_balancer_arn: EDGE.replace('/net/', '/app/'), default_action: FORWARD };
  expect(findings({ resource: { aws_lb_listener: { silent } } })).toEqual(['violated aws_lb_listener.silent']);
});

test('a listener without actions, or with one bad action among good ones, is refused', () => {
  const http = { protocol: 'HTTP' };
  expect(findings({ resource: { aws_lb_listener: { http } } })).toEqual(['violated aws_lb_listener.http']);
  const mixed = { protocol: 'HTTP', default_action: [REDIRECT, FORWARD] };
  expect(findings({ resource: { aws_lb_listener: { mixed } } })).toEqual(['violated aws_lb_listener.mixed']);
});
