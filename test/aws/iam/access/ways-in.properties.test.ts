import { Owner, WayIn, waysWithoutFactor } from '../../../../lib/aws/iam/access/ways-in';
import { Caller } from '../../../../lib/aws/iam/evaluation/caller';
import { evaluate } from '../../../../lib/aws/iam/evaluation/evaluate';
import { Policy, policyFromJson } from '../../../../lib/aws/iam/policy';
import { Json, JsonObject, Value } from '../../../../lib/terraform/value';
import { Random } from '../../../lanes/support/random';
import { held } from '../../../support/access';

const RUNS = 200;
const OWN = '111122223333';
const OWNER: Owner = { partition: [...'aws'], account: [...OWN] };
const OTHER = '444455556666';
const CENTER = 'role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Ops_0123456789abcdef';

/** Those who may ask, each in two accounts. */
const CALLERS: readonly Caller[] = [OWN, OTHER].flatMap((account): Caller[] => [
  { kind: 'user', id: `arn:aws:iam::${account}:user/ada` },
  { kind: 'user', id: `arn:aws:iam::${account}:user/ops/bob` },
  { kind: 'role', id: `arn:aws:iam::${account}:role/app`, session: 'now' },
  { kind: 'role', id: `arn:aws:iam::${account}:role/app`, session: 'later' },
  { kind: 'role', id: `arn:aws:iam::${account}:${CENTER}`, session: 'ada' },
  { kind: 'role', id: `arn:aws:iam::${account}:${CENTER}0`, session: 'ada' },
]);

const PRINCIPALS: readonly Json[] = [
  '*',
  ...[OWN, OTHER].flatMap((account): Json[] => [
    { AWS: account },
    { AWS: `arn:aws:iam::${account}:root` },
    { AWS: [`arn:aws:iam::${account}:user/ada`, `arn:aws:iam::${account}:role/app`] },
    { AWS: `arn:aws:sts::${account}:assumed-role/app/now` },
    { AWS: `arn:aws:iam::${account}:${CENTER}` },
  ]),
  { Service: 'ec2.amazonaws.com', AWS: `arn:aws:iam::${OWN}:user/ops/bob` },
];

/** Conditions that ask AWS for a second factor, and others that seem to. */
const FACTOR: readonly JsonObject[] = [
  { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
  { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } },
  { Bool: { 'aws:MultiFactorAuthPresent': 'false' } },
  { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
  { Null: { 'aws:MultiFactorAuthPresent': 'true' } },
  { Null: { 'aws:MultiFactorAuthPresent': 'false' } },
  { NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' } },
  { NumericLessThanIfExists: { 'aws:MultiFactorAuthAge': '3600' } },
];

/** Conditions on who asks, and on what they bring. */
const OTHERS: readonly JsonObject[] = [
  { StringEquals: { 'sts:ExternalId': 'x' } },
  { StringNotEquals: { 'aws:PrincipalOrgID': 'o-abc' } },
  { StringEquals: { 'aws:PrincipalAccount': OWN } },
  { StringEquals: { 'aws:PrincipalType': 'User' } },
  { StringLike: { 'aws:userid': 'AROA*' } },
  { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/*' } },
  { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/*' } },
  { StringLike: { 'aws:PrincipalArn': [`arn:aws:iam::${OWN}:user/ops/*`, `arn:aws:iam::${OWN}:role/app`] } },
  { ArnLike: { 'aws:SourceArn': 'arn:aws:events:*:*:rule/*' } },
];

const ACTIONS: readonly Json[] = [
  'sts:AssumeRole',
  ['sts:AssumeRole', 'sts:TagSession'],
  'sts:*',
  '*',
  'sts:TagSession',
];

function statement(random: Random): JsonObject {
  const conditions = [
    ...(random.chance(0.6) ? [random.one(FACTOR)] : []),
    ...(random.chance(0.4) ? [random.one(OTHERS)] : []),
  ];
  const Condition: { [operator: string]: JsonObject } = {};
  for (const condition of conditions) {
    for (const [operator, keys] of Object.entries(condition)) {
      Condition[operator] = { ...Condition[operator], ...(keys as JsonObject) };
    }
  }
  return {
    Effect: random.chance(0.8) ? 'Allow' : 'Deny',
    Principal: random.one(PRINCIPALS),
    Action: random.one(ACTIONS),
    ...(conditions.length > 0 ? { Condition } : {}),
  };
}

function randomTrust(random: Random): JsonObject {
  return { Version: '2012-10-17', Statement: Array.from({ length: 1 + random.below(3) }, () => statement(random)) };
}

function read(trust: JsonObject): Policy {
  const policy = policyFromJson(trust as { [key: string]: Value });
  if ('broken' in policy) throw new Error(policy.broken);
  return policy;
}

/** What a request without a second factor may bring, each key that policies ask for with and without a value. */
function contexts({ kind }: Caller, asked: string): readonly { readonly [key: string]: readonly string[] }[] {
  const base: { readonly [key: string]: readonly string[] } = {
    'aws:PrincipalType': [kind === 'user' ? 'User' : 'AssumedRole'],
    'aws:userid': [kind === 'user' ? 'AIDAEXAMPLE' : 'AROAEXAMPLE:now'],
  };
  const brought: readonly (readonly { readonly [key: string]: readonly string[] }[])[] = [
    asked.includes('MultiFactorAuth') ? [{}, { 'aws:MultiFactorAuthPresent': ['false'] }] : [{}],
    asked.includes('ExternalId') ? [{}, { 'sts:ExternalId': ['x'] }] : [{}],
    asked.includes('OrgID') ? [{}, { 'aws:PrincipalOrgID': ['o-abc'] }, { 'aws:PrincipalOrgID': ['o-xyz'] }] : [{}],
  ];
  return brought.reduce((made, one) => made.flatMap((context) => one.map((more) => ({ ...context, ...more }))), [base]);
}

const EVERYTHING = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };

/** Whether AWS lets somebody become the role of whom it saw no second factor, all of the request being known. */
function isLetIn(caller: Caller, trust: JsonObject): boolean {
  return contexts(caller, JSON.stringify(trust)).some(
    (context) =>
      evaluate(
        {
          caller,
          action: 'sts:AssumeRole',
          resource: `arn:aws:iam::${OWN}:role/it`,
          account: OWN,
          context,
          isWhole: true,
        },
        { identity: held('identity', EVERYTHING), resource: held('trust', trust) }
      ).decision === 'allow'
  );
}

/** The kinds of ways by which a caller may come. */
function kindsOf({ kind, id }: Caller): readonly WayIn['kind'][] {
  return kind === 'user' ? ['user'] : id.includes('aws-reserved') ? ['provider', 'role'] : ['role'];
}

function eachTrust(check: (trust: JsonObject, random: Random, seed: number) => void): void {
  for (let seed = 1; seed <= RUNS; seed++) {
    const random = new Random(Math.imul(seed, 0x9e3779b1));
    check(randomTrust(random), random, seed);
  }
}

test('whom AWS lets in without a second factor comes by a way, and by a way somebody comes', () => {
  const seen = { in: 0, out: 0, open: 0 };
  eachTrust((trust, _random, seed) => {
    const ways = waysWithoutFactor(read(trust), OWNER).filter(({ kind }) => kind !== 'service');
    const letIn = CALLERS.filter((caller) => isLetIn(caller, trust));
    for (const caller of letIn) {
      if (!ways.some(({ kind }) => kindsOf(caller).includes(kind)))
        throw new Error(`seed ${seed}: no way for ${caller.id}`);
    }
    for (const { kind } of ways.filter(({ isOpen }) => isOpen.is === 'yes')) {
      if (!letIn.some((caller) => kindsOf(caller).includes(kind)))
        throw new Error(`seed ${seed}: nobody comes as ${kind}`);
    }
    if (letIn.length > 0 && ways.every(({ isOpen }) => isOpen.is === 'open')) seen.open++;
    seen[letIn.length > 0 ? 'in' : 'out']++;
  });
  expect(seen.in).toBeGreaterThan(RUNS / 10);
  expect(seen.out).toBeGreaterThan(RUNS / 10);
  // Where all is known, only conditions that may contradict each other leave it open.
  expect(seen.open).toBeLessThan(RUNS / 20);
});

/** Replaces some texts, or the ends of some, by what only a plan can tell. */
function blurred(json: Json, random: Random): Json {
  if (Array.isArray(json)) return json.map((item) => blurred(item, random));
  if (typeof json === 'object' && json !== null) {
    return Object.fromEntries(
      Object.entries(json).map(([key, value]) => [key, key === 'Version' ? value : blurred(value, random)])
    );
  }
  if (typeof json !== 'string' || !random.chance(0.15)) return json;
  const at = random.below(json.length);
  return `${json.slice(0, at)}\${var.${'abc'[random.below(3)]}${json.length}}`;
}

test('of what is less known a way that is there is there, and one that may be there is told', () => {
  const seen = { same: 0, open: 0 };
  eachTrust((trust, random, seed) => {
    const known = waysWithoutFactor(read(trust), OWNER);
    const less = waysWithoutFactor(read(blurred(trust, random) as JsonObject), OWNER);
    const open = less.some(({ isOpen }) => isOpen.is === 'open');
    // Of a role whose name is not known nobody can tell whether it is one of IAM Identity Center.
    for (const kinds of [['user'], ['role', 'provider'], ['service']]) {
      const [before, after] = [known, less].map((ways) =>
        ways.some((way) => kinds.includes(way.kind) && way.isOpen.is === 'yes')
      );
      if (before && !after && !open) throw new Error(`seed ${seed}: the way of ${kinds[0]} is lost`);
      if (!before && after) throw new Error(`seed ${seed}: a way of ${kinds[0]} that is none`);
    }
    seen[open ? 'open' : 'same']++;
  });
  expect(seen.open).toBeGreaterThan(RUNS / 10);
  expect(seen.same).toBeGreaterThan(RUNS / 10);
});

test('a denial of those without a second factor leaves no way to users and roles, and none opens by asking for one', () => {
  eachTrust((trust, _random, seed) => {
    const Statement = trust.Statement as JsonObject[];
    const deny = {
      Effect: 'Deny',
      Principal: '*',
      Action: 'sts:AssumeRole',
      Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
    };
    const closed = waysWithoutFactor(read({ ...trust, Statement: [...Statement, deny] }), OWNER);
    if (closed.some(({ kind }) => kind !== 'service')) throw new Error(`seed ${seed}: ${closed[0].kind} still comes`);
    const ask = { ...deny, Effect: 'Allow', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };
    const more = waysWithoutFactor(read({ ...trust, Statement: [...Statement, ask] }), OWNER);
    const before = waysWithoutFactor(read(trust), OWNER);
    const missing = more.filter(({ kind, who }) => !before.some((way) => way.kind === kind && way.who === who));
    if (missing.length > 0) throw new Error(`seed ${seed}: ${missing[0].who} comes by being asked`);
  });
});
