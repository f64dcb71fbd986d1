import { Decision, Policies, Request, evaluate } from '../../../../lib/aws/iam/evaluation/evaluate';
import { policyFromJson } from '../../../../lib/aws/iam/policy';
import { Json, JsonObject, isJsonObject } from '../../../../lib/terraform/value';
import { Random } from '../../../lanes/support/random';
import { decide, held, policiesOf, requestOf } from '../../../support/access';
import { ANYBODY, AccessCase, randomAccess, randomStatement } from '../../../support/random-access';

const RUNS = 800;

function eachAccess(check: (access: AccessCase, random: Random, seed: number) => void): void {
  for (let seed = 1; seed <= RUNS; seed++) {
    const random = new Random(Math.imul(seed, 0x9e3779b1));
    check(randomAccess(random), random, seed);
  }
}

/** How far a decision lets somebody. */
const REACH = { deny: 0, depends: 1, allow: 2 };

function withStatement(access: AccessCase, random: Random, effect: string): AccessCase {
  const { resourcePolicy } = access;
  if (resourcePolicy && random.chance(0.5)) {
    const Statement = [...(resourcePolicy.Statement as JsonObject[]), randomStatement(random, { ...ANYBODY, effect })];
    return { ...access, resourcePolicy: { ...resourcePolicy, Statement } };
  }
  const more = { Version: '2012-10-17', Statement: [randomStatement(random, { effect })] };
  return { ...access, identity: [...access.identity, more] };
}

test('a denial more never lets more in, an allowance more never fewer', () => {
  let changed = 0;
  eachAccess((access, random, seed) => {
    const before = REACH[decide(access).decision];
    const denied = REACH[decide(withStatement(access, random, 'Deny')).decision];
    const allowed = REACH[decide(withStatement(access, random, 'Allow')).decision];
    if (denied > before || allowed < before) throw new Error(`seed ${seed}: ${denied} ${before} ${allowed}`);
    if (denied !== before || allowed !== before) changed++;
  });
  expect(changed).toBeGreaterThan(RUNS / 20);
});

test('a request of which less is known is answered alike, or depends', () => {
  const answers = { same: 0, open: 0 };
  eachAccess((access, random, seed) => {
    const known = decide(access);
    const request = requestOf(access);
    const context = Object.fromEntries(Object.entries(request.context ?? {}).filter(() => random.chance(0.5)));
    const less: Request = {
      ...request,
      context,
      isWhole: false,
      account: random.chance(0.3) ? undefined : request.account,
      caller: { ...request.caller, session: random.chance(0.5) ? undefined : request.caller.session },
    };
    agree(evaluate(less, policiesOf(access)), known, seed, answers);
  });
  expect(answers.open).toBeGreaterThan(RUNS / 20);
  expect(answers.same).toBeGreaterThan(RUNS / 20);
});

/** Replaces some texts, or the ends of some, by what only a plan can tell. */
function blurred(json: Json, random: Random): Json {
  if (Array.isArray(json)) return json.map((item) => blurred(item, random));
  if (isJsonObject(json)) {
    return Object.fromEntries(
      Object.entries(json).map(([key, value]) => [key, key === 'Version' ? value : blurred(value, random)])
    );
  }
  if (typeof json !== 'string' || !random.chance(0.15)) return json;
  const at = json.includes('${') ? 0 : random.below(json.length);
  return `${json.slice(0, at)}\${var.${'abc'[random.below(3)]}${json.length}}`;
}

test('policies of which less is known are answered alike, or depend', () => {
  const answers = { same: 0, open: 0 };
  eachAccess((access, random, seed) => {
    const less = {
      ...access,
      identity: access.identity.map((policy) => blurred(policy, random) as JsonObject),
      boundary: access.boundary.map((policy) => blurred(policy, random) as JsonObject),
      resourcePolicy: access.resourcePolicy && (blurred(access.resourcePolicy, random) as JsonObject),
    };
    agree(decide(less), decide(access), seed, answers);
  });
  expect(answers.open).toBeGreaterThan(RUNS / 20);
});

function agree(less: Decision, known: Decision, seed: number, answers: { same: number; open: number }): void {
  if (less.decision === 'depends') {
    if (less.on.length === 0) throw new Error(`seed ${seed}: depends on nothing`);
    answers.open++;
  } else if (known.decision !== 'depends' && less.decision !== known.decision) {
    throw new Error(`seed ${seed}: ${less.decision}, but ${known.decision} once all is known`);
  } else answers.same++;
}

/** The same policy in other words: lists for single values, in another order, and actions in another case. */
function respelled(policy: JsonObject, random: Random): JsonObject {
  const shuffled = (list: readonly Json[]): Json[] =>
    list
      .map((item) => ({ item, by: random.next() }))
      .sort((one, other) => one.by - other.by)
      .map(({ item }) => item);
  const many = (value: Json | undefined): Json[] => (Array.isArray(value) ? shuffled(value) : [value as Json]);
  const statements = (policy.Statement as JsonObject[]).map((statement) => {
    const other: JsonObject = { ...statement };
    for (const name of ['Action', 'NotAction']) {
      if (name in other) other[name] = many(other[name]).map((action) => (action as string).toUpperCase());
    }
    for (const name of ['Resource', 'NotResource']) if (name in other) other[name] = many(other[name]);
    if (isJsonObject(other.Condition)) {
      other.Condition = Object.fromEntries(
        shuffled(Object.entries(other.Condition) as Json[]).map((entry) => {
          const [operator, keys] = entry as [string, JsonObject];
          const values = Object.entries(keys).map(([key, value]) => [key.toUpperCase(), many(value)]);
          return [operator, Object.fromEntries(values) as JsonObject];
        })
      );
    }
    return other;
  });
  return { ...policy, Statement: shuffled(statements) };
}

test('order and spelling do not matter', () => {
  eachAccess((access, random, seed) => {
    const other = {
      ...access,
      identity: access.identity.map((policy) => respelled(policy, random)).reverse(),
      boundary: access.boundary.map((policy) => respelled(policy, random)),
      resourcePolicy: access.resourcePolicy && respelled(access.resourcePolicy, random),
      action: access.action.toLowerCase(),
    };
    const [one, two] = [decide(access), decide(other)];
    if (one.decision !== two.decision || one.on.join() !== two.on.join()) throw new Error(`seed ${seed}`);
  });
});

test('a policy is evaluated in time that grows with its length', () => {
  const statements = Array.from({ length: 400 }, (_, index) => ({
    Effect: 'Allow',
    Action: `s3:${'*a'.repeat(20)}${index}`,
    Resource: `arn:aws:s3:::${'*b'.repeat(60)}${index}`,
  }));
  const policies: Policies = { identity: held('identity', { Version: '2012-10-17', Statement: statements }) };
  expect(policyFromJson({ Statement: statements })).toMatchObject({ complete: true });
  const start = process.cpuUsage();
  const caller = { kind: 'role', id: 'arn:aws:iam::111122223333:role/app' } as const;
  const request = { caller, action: `s3:${'a'.repeat(60)}`, resource: `arn:aws:s3:::${'b'.repeat(400)}` };
  expect(evaluate({ ...request, account: '111122223333' }, policies).decision).toBe('deny');
  expect(process.cpuUsage(start).user).toBeLessThan(5_000_000);
});
