import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Evidence, evidence } from '../../lib/evidence/evidence';
import { measureState } from '../../lib/evidence/measures';
import { Checked, check } from '../../lib/guardrails/check';
import { WAIVER_RULE } from '../../lib/guardrails/engine';
import { loadStacks } from '../../lib/terraform/load';
import { JsonObject } from '../../lib/terraform/value';
import { MEASURES } from '../../lib/toms/measures/catalogue';
import { temporary } from '../cli/toms';
import { modelOf } from '../support/models';
import { LIBRARY } from '../../lib/toms/engine';

const TODAY = new Date('2026-06-01T00:00:00Z');

function checked(json: JsonObject): Checked {
  return check([...modelOf({ app: json }).stacks], TODAY);
}

function measureOf(shown: Evidence, measure: string): Evidence['measures'][number] {
  const found = shown.measures.find(({ id }) => id === measure);
  if (!found) throw new Error(measure);
  return found;
}

describe('the state of a measure', () => {
  test.each([
    ['not applicable', ['not applicable']],
    ['not shown', ['not shown', 'not applicable']],
    ['in part', ['shown', 'not shown']],
    ['in part', ['in part', 'not shown']],
    ['in full', ['shown', 'shown', 'not applicable']],
    ['in part', ['shown', 'not applicable']],
    ['undetermined', ['shown', 'undetermined']],
    ['waived', ['undetermined', 'waived']],
    ['violated', ['waived', 'violated']],
  ] as const)('%s', (state, claims) => {
    expect(measureState(claims.map((of) => ({ state: of })))).toBe(state);
  });

  test.each(['shown', 'violated'] as const)('is not moved by a claim that supports it and is %s', (state) => {
    expect(measureState([{ state: 'not shown' }, { state, supports: true }])).toBe('not shown');
    expect(measureState([{ state: 'shown' }, { state, supports: true }])).toBe('in full');
  });
});

test('every measure and every claim of the catalogue is there, and counted once', () => {
  const { measures, summary } = evidence(checked({ resource: { aws_s3_bucket: { a: {} } } }));
  expect(measures.map(({ id }) => id)).toEqual(MEASURES.map(({ id }) => id));
  const sum = (counts: { readonly [state: string]: number }): number =>
    Object.values(counts).reduce((one, other) => one + other);
  expect(sum(summary.measures)).toBe(MEASURES.length);
  expect(sum(summary.claims)).toBe(MEASURES.flatMap(({ claims }) => claims).length);
});

test('a bucket without a policy violates the claims of the rule that says so, n of N', () => {
  const shown = evidence(checked({ resource: { aws_s3_bucket: { a: {} } } }));
  const { state, lacks, claims } = measureOf(shown, '1.1.1');
  expect(state).toBe('violated');
  expect(lacks).toEqual(['c', 'd', 'f']);
  expect(claims[2]).toMatchObject({ state: 'violated', count: { of: 1, met: 0, violated: 1 }, rules: ['S3-001'] });
});

test('unusable waivers break the claim on accepted risks', () => {
  const waiver = { path: 'app/None', rule: 'S3-001', reason: 'r', approver: 'a', expires: '2026-06-10' };
  const shown = evidence(
    checked({ '//': { toms: { version: 1, waivers: [waiver] } }, resource: { aws_s3_bucket: { a: {} } } })
  );
  expect(shown.rules.find(({ rule }) => rule === WAIVER_RULE)?.violated).toHaveLength(1);
  expect(measureOf(shown, '10.3').claims.find(({ id }) => id === '10.3.c')).toMatchObject({ state: 'violated' });
});

test('resources are counted by what judged them', () => {
  const { resources } = evidence(
    checked({
      resource: {
        aws_iot_thing_type: { tagged: { tags: { team: 'web' } } },
        aws_eip_association: { nothing: {} },
        aws_sqs_queue: { jobs: {} },
      },
    })
  );
  expect(resources).toEqual({ all: 3, judged: 1, byTagsAlone: 1, unjudged: { aws_eip_association: 1 } });
});

describe('the scope', () => {
  const { write } = temporary();
  const file = write('app/cdk.tf.json', {
    provider: { aws: { region: 'eu-central-1', allowed_account_ids: ['111122223333'] } },
    resource: { aws_sqs_queue: { a: {}, b: { region: 'eu-west-1' } } },
  });

  test('names files with the hash of their bytes, accounts, Regions, and what made it', () => {
    const { scope } = evidence(check(loadStacks([file]), TODAY), { pathOf: () => 'cdk.tf.json' });
    const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
    expect(scope).toEqual({
      inputs: [{ file: 'cdk.tf.json', kind: 'configuration', sha256 }],
      accounts: ['111122223333'],
      regions: ['eu-central-1', 'eu-west-1'],
      tool: expect.stringMatching(new RegExp(`^${LIBRARY} \\d+\\.\\d+\\.\\d+`)) as string,
      rules: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
  });

  test('is the same for the same input', () => {
    const [one, other] = [1, 2].map(() => JSON.stringify(evidence(check(loadStacks([file]), TODAY))));
    expect(one).toBe(other);
  });
});
