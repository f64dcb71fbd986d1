import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import { App, TerraformStack, Testing } from 'cdktf';
import { Port, Posture, SecurityGroup } from '../../../lib';
import { KINDS, Program, connectedStacks } from '../../support/connected-stacks';
import { reachableNetwork } from '../../support/network';
import { temporaryApp, temporaryDirectory } from '../../support/synth';

type Body = { [key: string]: any }; // eslint-disable-line @typescript-eslint/no-explicit-any

interface Rule {
  readonly stack: string;
  readonly path: string;
}

const GROUPS = ['security_group_id', 'referenced_security_group_id'];

/** The rules between groups on a port that synth wrote. Fails where a rule names a group that its stack does not have. */
function rulesOn(port: number, app: App): Rule[] {
  app.synth();
  return Object.values(app.manifest.stacks).flatMap(({ name: stack, synthesizedStackPath }) => {
    const json = JSON.parse(readFileSync(join(app.outdir, synthesizedStackPath), 'utf8')) as Body;
    const rules = ['ingress', 'egress'].flatMap((direction) =>
      Object.values((json.resource?.[`aws_vpc_security_group_${direction}_rule`] ?? {}) as { [name: string]: Body })
    );
    return rules
      .filter(({ from_port }) => from_port === port)
      .map((rule) => {
        for (const side of GROUPS)
          expect([rule[side], isThere(json, rule[side] as string)]).toEqual([rule[side], true]);
        return { stack, path: rule['//'].metadata.path as string };
      });
  });
}

/** Whether an id is one in plain text, of a resource of the stack, or of an output of another one. */
function isThere(json: Body, id: string): boolean {
  const own = /^\$\{aws_security_group\.(\w+)\.id\}$/.exec(id);
  if (own) return json.resource.aws_security_group[own[1]] !== undefined;
  const other = /^\$\{data\.terraform_remote_state\.([\w-]+)\.outputs\.[\w-]+\}$/.exec(id);
  return other === null ? id.startsWith('sg-') : json.data.terraform_remote_state[other[1]] !== undefined;
}

/** Every connection has a rule on each side, both in the stack of one of its sides. */
function requireBothSides({ app, asked }: Program): void {
  const rules = rulesOn(9000, app);
  expect(rules).toHaveLength(2 * asked.length);
  for (const { from, to } of asked) {
    const side = (group: string, rule: string): Rule[] =>
      rules.filter(({ path }) =>
        [`${group}/${rule}`, `SecurityGroup-${dashed(group)}/${rule}`].some((it) => path.endsWith(it))
      );
    const out = side(from, `To-${dashed(to)}-tcp-9000`);
    const into = side(to, `From-${dashed(from)}-tcp-9000`);
    expect([from, to, out.length, into.length]).toEqual([from, to, 1, 1]);
    expect(out[0].stack).toBe(into[0].stack);
    expect([from, to].map((path) => path.split('/')[0])).toContain(out[0].stack);
  }
}

function dashed(path: string): string {
  return path.replace(/[/ ]/g, '-');
}

describe('connections between stacks, in any order of stacks, calls and references,', () => {
  test.each(KINDS.map((kind, at) => ({ kind, others: KINDS.slice(at) })))(
    'of $kind',
    ({ kind, others }) => {
      for (const other of others) {
        const seed = KINDS.indexOf(kind) * KINDS.length + KINDS.indexOf(other);
        const program = connectedStacks(seed, join(temporaryDirectory(), 'out'), [kind, other]);
        try {
          requireBothSides(program);
        } catch (error) {
          throw new Error([...program.steps, (error as Error).message].join('\n'), { cause: error });
        }
      }
    },
    60_000
  );
});

interface Two {
  readonly app: App;
  readonly data: TerraformStack;
  readonly service: TerraformStack;
  readonly orders: SecurityGroup;
  readonly jobs: SecurityGroup;
  readonly shop: SecurityGroup;
}

/** Orders and jobs in one stack, a shop in another, in the network of a third. */
function twoStacks(): Two {
  const app = temporaryApp();
  Posture.set(app, { owner: 'tests', retentionDays: 400 });
  const [network, data, service] = ['network', 'data', 'service'].map((id) => {
    const stack = new TerraformStack(app, id);
    new AwsProvider(stack, 'aws', { region: 'eu-central-1' });
    return stack;
  });
  const vpc = reachableNetwork(network);
  return {
    app,
    data,
    service,
    orders: new SecurityGroup(data, 'Orders', { vpc }),
    jobs: new SecurityGroup(data, 'Jobs', { vpc }),
    shop: new SecurityGroup(service, 'Shop', { vpc }),
  };
}

function refer(to: SecurityGroup, from: TerraformStack): void {
  new SsmParameter(from, 'Parameter', { name: 'group', type: 'String', value: to.securityGroupId });
}

const OUT = 'service/Shop/To-data-Orders-tcp-5432';
const INTO = 'service/SecurityGroup-data-Orders/From-service-Shop-tcp-5432';

describe('the rules of a connection are', () => {
  test('in the stack of the side that begins it, where nothing else is between the two', () => {
    const { app, data, service, orders, shop } = twoStacks();
    shop.connections.allowTo(orders, Port.POSTGRESQL);
    expect(rulesOn(5432, app).map(({ path }) => path)).toEqual([INTO, OUT]);
    expect(service.dependsOn(data)).toBe(true);
  });

  test.each(['before', 'after'])('in the stack that refers to the other, by what is made %s the call', (when) => {
    const { app, data, service, orders, shop } = twoStacks();
    if (when === 'before') refer(shop, data);
    orders.connections.allowFrom(shop, Port.POSTGRESQL);
    if (when === 'after') refer(shop, data);
    expect(rulesOn(5432, app)).toEqual([
      { stack: 'data', path: 'data/Orders/From-service-Shop-tcp-5432' },
      { stack: 'data', path: 'data/SecurityGroup-service-Shop/To-data-Orders-tcp-5432' },
    ]);
    expect(data.dependsOn(service)).toBe(true);
  });

  test('where those of earlier connections are, though they go the other way', () => {
    const { app, orders, jobs, shop } = twoStacks();
    shop.connections.allowTo(orders, Port.POSTGRESQL);
    jobs.connections.allowTo(shop, Port.HTTPS);
    expect(new Set([...rulesOn(5432, app), ...rulesOn(443, app)].map(({ stack }) => stack))).toEqual(
      new Set(['service'])
    );
  });

  test('seen by the tests of cdktf, which prepare no stack', () => {
    const { service, orders, shop } = twoStacks();
    shop.connections.allowTo(orders, Port.POSTGRESQL);
    const written = JSON.parse(Testing.synth(service)) as Body;
    expect(Object.keys(written.resource.aws_vpc_security_group_egress_rule as Body)).toHaveLength(1);
  });

  test('written where they are asked for after a synth, too', () => {
    const { app, orders, jobs, shop } = twoStacks();
    shop.connections.allowTo(orders, Port.POSTGRESQL);
    expect(rulesOn(443, app)).toEqual([]);
    shop.connections.allowTo(jobs, Port.HTTPS);
    expect(rulesOn(443, app)).toHaveLength(2);
    expect(rulesOn(5432, app)).toHaveLength(2);
  });
});

test('a group may be in a stack that the stack of its imported network comes after', () => {
  const app = temporaryApp();
  Posture.set(app, { owner: 'tests', retentionDays: 400 });
  const [first, second] = ['first', 'second'].map((id) => {
    const stack = new TerraformStack(app, id);
    new AwsProvider(stack, 'aws', { region: 'eu-central-1' });
    return stack;
  });
  const vpc = reachableNetwork(second);
  refer(new SecurityGroup(first, 'Group', { vpc }), second);
  app.synth();
  expect(second.dependsOn(first)).toBe(true);
  expect(first.dependsOn(second)).toBe(false);
});
