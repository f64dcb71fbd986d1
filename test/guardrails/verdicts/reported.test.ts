import { CHANGED, FAILED_JOBS } from '../../../lib/aws/events/demanded-events';
import { Verdict } from '../../../lib/guardrails/rule';
import { reportedVerdict } from '../../../lib/guardrails/verdicts/reported';
import { Json, JsonObject } from '../../../lib/terraform/value';
import { at, modelOf } from '../../support/models';

const accounts = (region: string): JsonObject => ({ aws: [{ region, allowed_account_ids: ['111122223333'] }] });

/** A rule with a target, by its name. */
function rules(patterns: { readonly [name: string]: Json }, own: JsonObject = {}): JsonObject {
  const names = Object.keys(patterns);
  return {
    aws_cloudwatch_event_rule: Object.fromEntries(
      names.map((name) => [name, { name, event_pattern: JSON.stringify(patterns[name]), ...own }])
    ),
    aws_cloudwatch_event_target: Object.fromEntries(
      names.map((name) => [
        name,
        { rule: `\${aws_cloudwatch_event_rule.${name}.name}`, arn: 'arn:aws:sns:x:1:on-call' },
      ])
    ),
  };
}

const BACKUPS = { source: ['aws.backup'], 'detail-type': [{ prefix: 'Backup' }, { prefix: 'Copy' }] };
const RESTORES = { source: ['aws.backup'], 'detail-type': ['Restore Job State Change'] };

function ofJobs(resource: JsonObject, name = 'backups'): Verdict | undefined {
  const model = modelOf({ stack: { provider: accounts('eu-central-1'), resource, variable: { x: {} } } });
  return reportedVerdict(model, at(model, `aws_cloudwatch_event_rule.${name}`), FAILED_JOBS, 'broken');
}

describe('rules hear together', () => {
  test('what none of them hears by itself', () => {
    expect(ofJobs(rules({ backups: BACKUPS, restores: RESTORES }))).toEqual({ outcome: 'met' });
    expect(ofJobs(rules({ backups: BACKUPS }))).toEqual({
      outcome: 'violated',
      message: 'no rule of its account and Region hears of all failed restores',
    });
  });

  test('in one Region, in whichever stack', () => {
    const stacks = (region: string): Verdict | undefined => {
      const model = modelOf({
        one: { provider: accounts('eu-central-1'), resource: rules({ backups: BACKUPS }) },
        other: { provider: accounts(region), resource: rules({ restores: RESTORES }) },
      });
      return reportedVerdict(model, at(model, 'aws_cloudwatch_event_rule.backups'), FAILED_JOBS, 'broken');
    };
    expect(stacks('eu-central-1')?.outcome).toBe('met');
    expect(stacks('eu-west-1')?.outcome).toBe('violated');
  });

  test('but not with one that is disabled, or is on another bus', () => {
    const off = rules({ restores: RESTORES }, { state: 'DISABLED' });
    const others = rules({ restores: RESTORES }, { event_bus_name: 'own' });
    const both = (more: JsonObject): Verdict | undefined => {
      const own = rules({ backups: BACKUPS });
      return ofJobs(
        Object.fromEntries(
          Object.keys(own).map((type) => [type, { ...(own[type] as JsonObject), ...(more[type] as JsonObject) }])
        )
      );
    };
    expect(both(rules({ restores: RESTORES }))?.outcome).toBe('met');
    expect(both(off)?.outcome).toBe('violated');
    expect(both(others)?.outcome).toBe('violated');
  });
});

test('a rule that asks for more than that a job failed hears of some jobs only, and is not judged', () => {
  const some = { source: ['aws.backup'], detail: { resourceType: ['RDS'] } };
  expect(ofJobs(rules({ backups: some }))).toBeUndefined();
  expect(ofJobs(rules({ backups: { source: ['aws.ec2'] } }))).toBeUndefined();
});

test('what only a plan can tell of a pattern is open', () => {
  const open = { source: ['aws.backup'], 'detail-type': ['${var.x}'] };
  expect(ofJobs(rules({ backups: open }))).toEqual({
    outcome: 'undetermined',
    message: 'only a plan can tell which events the pattern matches',
  });
});

const CALLS = {
  'detail-type': ['AWS API Call via CloudTrail'],
  detail: { eventName: [{ 'anything-but': { prefix: ['Get', 'List'] } }] },
};
const REGIONAL = { source: ['aws.cloudtrail', 'aws.ec2', 'aws.kms'], ...CALLS };
const IDENTITIES = { source: ['aws.iam'], ...CALLS };

test('changes of identities are heard of in us-east-1, and nowhere else', () => {
  const verdict = (region: string): Verdict | undefined => {
    const model = modelOf({
      home: { provider: accounts('eu-central-1'), resource: rules({ changes: REGIONAL }) },
      other: { provider: accounts(region), resource: rules({ identities: IDENTITIES }) },
    });
    return reportedVerdict(model, at(model, 'aws_cloudwatch_event_rule.changes'), CHANGED, 'left out');
  };
  expect(verdict('us-east-1')).toEqual({ outcome: 'met' });
  expect(verdict('eu-central-1')).toBeUndefined();
});

test('a pattern may except a role, but not everybody who has none', () => {
  const by = (arn: Json): JsonObject => ({
    source: ['aws.cloudtrail', 'aws.ec2', 'aws.iam', 'aws.kms'],
    'detail-type': CALLS['detail-type'],
    detail: { ...CALLS.detail, userIdentity: { sessionContext: { sessionIssuer: { arn } } } },
  });
  const verdict = (arn: Json): Verdict | undefined => {
    const model = modelOf({ stack: { provider: accounts('us-east-1'), resource: rules({ all: by(arn) }) } });
    return reportedVerdict(model, at(model, 'aws_cloudwatch_event_rule.all'), CHANGED, 'left out');
  };
  const role = { 'anything-but': ['arn:aws:iam::111122223333:role/deploy'] };
  expect(verdict([{ exists: false }, role])).toEqual({ outcome: 'met' });
  expect(verdict([role])).toBeUndefined();
});

test.each<[string, string | undefined]>([
  ['${aws_cloudwatch_event_bus.own.name}', undefined],
  ['${aws_cloudwatch_event_bus.own.arn}', undefined],
  ['${data.aws_cloudwatch_event_bus.own.name}', 'undetermined'],
  ['${var.bus}', 'undetermined'],
  ['${var.own ? aws_cloudwatch_event_bus.own.name : "default"}', 'undetermined'],
])('of a rule on the bus %s AWS tells nothing only where somebody makes the bus', (event_bus_name, outcome) => {
  const buses = { aws_cloudwatch_event_bus: { own: { name: 'own' } } };
  expect(ofJobs({ ...rules({ backups: BACKUPS }, { event_bus_name }), ...buses })?.outcome).toBe(outcome);
});
