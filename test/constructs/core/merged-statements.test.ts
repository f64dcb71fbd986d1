import { mergeStatements } from '../../../lib/constructs/core/merged-statements';
import { Effect, IdentityStatement, identityPolicyText } from '../../../lib/constructs/core/policy';
import { evaluate } from '../../../lib/aws/iam/evaluation/evaluate';
import { JsonObject } from '../../../lib/terraform/value';
import { Random } from '../../lanes/support/random';
import { held } from '../../support/access';

const ACTIONS = ['s3:GetObject', 's3:PutObject', 's3:ListBucket', 'kms:Decrypt'];
const RESOURCES = ['a', 'b', 'c', 'd'].map((name) => `arn:aws:s3:::${name}`);
const CONDITIONS = [
  undefined,
  { StringEquals: { 'aws:PrincipalTag/team': ['billing'] } },
  { StringEquals: { 'aws:PrincipalTag/team': ['orders'] } },
];

function randomStatements(random: Random): IdentityStatement[] {
  return Array.from({ length: 1 + random.below(6) }, () => ({
    sid: random.chance(0.3) ? random.one(['One', 'Two']) : undefined,
    effect: random.one([undefined, Effect.ALLOW, Effect.DENY]),
    actions: ACTIONS.filter(() => random.chance(0.5)).concat('sqs:SendMessage'),
    resources: RESOURCES.filter(() => random.chance(0.5)).concat('arn:aws:s3:::e'),
    conditions: random.one(CONDITIONS),
  }));
}

function decide(statements: readonly IdentityStatement[], action: string, resource: string, team: string): string {
  const policy = JSON.parse(identityPolicyText(statements)) as JsonObject;
  const caller = { kind: 'role', id: 'arn:aws:iam::111122223333:role/orders', session: 'now' } as const;
  const context = { 'aws:PrincipalTag/team': [team] };
  const request = { caller, action, resource, account: '111122223333', context, isWhole: true };
  return evaluate(request, { identity: held('the role', policy) }).decision;
}

test('merged statements decide every request as the others do, and are never more', () => {
  let fewer = 0;
  for (let seed = 1; seed <= 200; seed++) {
    const random = new Random(seed);
    const statements = randomStatements(random);
    const merged = mergeStatements(statements);
    expect(merged.length).toBeLessThanOrEqual(statements.length);
    if (merged.length < statements.length) fewer++;
    for (const action of ACTIONS) {
      for (const resource of RESOURCES) {
        for (const team of ['billing', 'orders']) {
          expect([seed, action, resource, decide(merged, action, resource, team)]).toEqual([
            seed,
            action,
            resource,
            decide(statements, action, resource, team),
          ]);
        }
      }
    }
    const sids = merged.flatMap(({ sid }) => sid ?? []);
    expect(new Set(sids).size).toBe(sids.length);
  }
  expect(fewer).toBeGreaterThan(20);
});

const READ = { actions: ['s3:GetObject'], resources: ['arn:aws:s3:::a/*'] };

test('joins the resources of the same actions, in any order', () => {
  const actions = ['s3:GetObject', 's3:GetObjectTagging'];
  expect(
    mergeStatements([
      { actions, resources: ['arn:aws:s3:::a/*'] },
      { effect: Effect.ALLOW, actions: [...actions].reverse(), resources: ['arn:aws:s3:::b/*', 'arn:aws:s3:::a/*'] },
    ])
  ).toEqual([{ actions, resources: ['arn:aws:s3:::a/*', 'arn:aws:s3:::b/*'] }]);
});

test('keeps a Sid of its own, and none that two statements have', () => {
  const put = { actions: ['s3:PutObject'], resources: ['arn:aws:s3:::b/*'] };
  const sids = (statements: IdentityStatement[]): unknown[] => mergeStatements(statements).map(({ sid }) => sid);
  expect(
    sids([
      { ...READ, sid: 'Read' },
      { ...put, sid: 'Write' },
    ])
  ).toEqual(['Read', 'Write']);
  expect(
    sids([
      { ...READ, sid: 'Same' },
      { ...put, sid: 'Same' },
    ])
  ).toEqual([undefined, undefined]);
  expect(
    sids([
      { ...READ, sid: 'Read' },
      { ...READ, sid: 'Again' },
    ])
  ).toEqual([undefined]);
});
