import fc from 'fast-check';
import { ClaimEvidence } from '../../../lib/evidence/claims';
import { Evidence, evidence } from '../../../lib/evidence/evidence';
import { check } from '../../../lib/guardrails/check';
import { RULES } from '../../../lib/guardrails/rules';
import { examplesOf } from '../../../lib/cli/examples';
import { annexOf } from '../../../lib/reports/annex/annex';
import { ANNEX_KINDS } from '../../../lib/reports/annex/kinds';
import { LANGUAGES, Language } from '../../../lib/reports/language';
import { sentenceOf } from '../../../lib/reports/paper/claims';
import { paperHtml } from '../../../lib/reports/paper/html';
import { paperMarkdown } from '../../../lib/reports/paper/markdown';
import { Line, Paper } from '../../../lib/reports/paper/paper';
import { homeIn } from '../../../lib/reports/paper/section';
import { readStack } from '../../../lib/terraform/read-stack';
import { JsonObject } from '../../../lib/terraform/value';
import { someEvidence, withClaims } from '../../support/evidence-states';
import { modelOf } from '../../support/models';
import { COMMAND, UNSEEN } from '../../support/unsafe';

const AT = '2026-11-29';
const TODAY = new Date('2026-06-01T00:00:00Z');
const NOT_PROMISED = { en: 'Not promised here', de: 'Nicht zugesichert' };

/** The ids of claims in a line. */
const idsIn = (line: Line): string[] =>
  typeof line === 'string' ? [] : line.flatMap((run) => (typeof run === 'object' && 'claim' in run ? [run.claim] : []));
const textOf = (line: Line): string =>
  typeof line === 'string'
    ? line
    : line.map((run) => (typeof run === 'string' ? run : 'bold' in run ? run.bold : '')).join('');

interface Row {
  readonly id: string;
  readonly heading: string;
  readonly sentence: string;
  readonly shownFor?: string;
}

/** The rows about claims, each with the heading that it is under. */
function rowsOf({ blocks }: Paper): Row[] {
  let heading = '';
  return blocks.flatMap((block): Row[] => {
    if ('heading' in block) heading = block.heading;
    if (!('rows' in block)) return [];
    return block.rows.flatMap(([first, second, third]) =>
      idsIn(first).map((id) => ({ id, heading, sentence: textOf(second), shownFor: third && textOf(third) }))
    );
  });
}

function claimsOf({ measures }: Evidence): readonly ClaimEvidence[] {
  return measures.flatMap(({ claims }) => claims);
}

function checkedOf(terraform: JsonObject): Evidence {
  return evidence(check([readStack('app', 'app/cdk.tf.json', terraform)], TODAY));
}

const SHOWN: readonly string[] = ['shown', 'declared', 'inherited'];

function expectHonest(shown: Evidence, language: Language): void {
  const rows = new Map(rowsOf(annexOf(shown, AT, language)).map((row) => [row.id, row]));
  const only = language === 'de' ? 'Nur für' : 'Only for';
  for (const claim of claimsOf(shown)) {
    const says = sentenceOf(language, claim);
    const row = rows.get(claim.id);
    const isListed = row?.heading === NOT_PROMISED[language];
    const extent = claim.report?.covers ?? (claim.record ? claim.record.count : claim.count);
    if (claim.state === 'not applicable') expect([claim.id, row]).toEqual([claim.id, undefined]);
    else if (SHOWN.includes(claim.state)) expect([claim.id, isListed, row?.sentence]).toEqual([claim.id, false, says]);
    else if (claim.state === 'in part' && extent) {
      expect([claim.id, isListed]).toEqual([claim.id, false]);
      expect(row?.sentence.startsWith(`${only} ${row.shownFor}`)).toBe(true);
      expect(row?.sentence.endsWith(`: ${says}`)).toBe(true);
    } else expect([claim.id, isListed, row?.sentence]).toEqual([claim.id, true, says]);
  }
}

test('every sentence has a claim whose state carries it, and what is not shown is in the closing list', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      for (const language of LANGUAGES) expectHonest(someEvidence(seed, 'text'), language);
    }),
    { seed: 12, numRuns: 12 }
  );
});

test('so it is for the examples of the rules', () => {
  const passing = RULES.flatMap((rule) => examplesOf(rule).pass.map(({ terraform }) => terraform));
  const written = passing.filter((terraform) => terraform.format_version === undefined && terraform.resource);
  const some = written.filter((_, at) => at % 40 === 0);
  expect(some.length).toBeGreaterThan(6);
  for (const terraform of some) for (const language of LANGUAGES) expectHonest(checkedOf(terraform), language);
});

test('each sentence is written once, and both languages have the same claims under the same kinds', () => {
  const shown = someEvidence(7, 'text');
  const [en, de] = LANGUAGES.map((language) => rowsOf(annexOf(shown, AT, language)));
  const place = ({ id, heading }: Row): string => `${id} ${/^\d*/.exec(heading)?.[0]}`;
  expect(de.map(place)).toEqual(en.map(place));
  expect(new Set(en.map(({ id }) => id)).size).toBe(en.length);
  const promised = en.filter(({ heading }) => heading !== NOT_PROMISED.en);
  expect(promised.length).toBeGreaterThan(50);
  for (const { id, heading } of promised) expect(heading).toMatch(new RegExp(` ${homeIn(ANNEX_KINDS, id).title.en}$`));
});

test('a kind refers to the sentences that it shares with another, and says where nothing is promised', () => {
  const all = paperMarkdown(
    annexOf(
      withClaims((claim) => ({ ...claim, state: 'shown' })),
      AT,
      'en'
    )
  );
  const [, transmission] = all
    .split(/(?=\n## )/)
    .filter((part) => /encryption|during transmission/.test(part.split('\n')[1]));
  expect(transmission).toContain('See also\\: [1\\.1\\.1\\.a](evidence.html#1.1.1.a), ');
  expect(all).toContain('Data quality\n\nNot covered');
  expect(all).not.toContain('Nothing is promised here');
  const none = paperMarkdown(
    annexOf(
      withClaims((claim) => ({ ...claim, state: 'violated' })),
      AT,
      'en'
    )
  );
  expect(none.match(/Nothing is promised here/g)).toHaveLength(ANNEX_KINDS.length - 1);
});

const SECRETIVE = {
  provider: { aws: { region: 'eu-central-1', allowed_account_ids: ['111122223333'] } },
  resource: {
    aws_s3_bucket: { canary: { bucket: 'canary-bucket' }, canary2: { bucket: 'canary-2' } },
    aws_s3_bucket_public_access_block: { canary: { bucket: '${aws_s3_bucket.canary.id}', block_public_acls: true } },
    aws_dynamodb_table: { canary: { name: 'canary', point_in_time_recovery: { enabled: true } } },
    aws_kms_key: { canary: { enable_key_rotation: true, policy: 'arn:aws:iam::111122223333:role/canary' } },
  },
};

test('no address, name of a resource or stack, or account is in an annex', () => {
  const { stacks } = modelOf({ canary: SECRETIVE });
  const shown = evidence(check([...stacks], TODAY));
  expect(JSON.stringify(shown)).toContain('canary:aws_s3_bucket.canary2');
  for (const language of LANGUAGES) {
    const paper = annexOf(shown, AT, language);
    for (const text of [paperMarkdown(paper), paperHtml(paper)]) {
      const withoutHashes = text.replace(/\b[0-9a-f]{64}\b/g, '');
      expect(withoutHashes).not.toMatch(/canary|aws_\w|\d{12}|arn:/);
      expect(withoutHashes).toContain('eu-central-1');
    }
  }
});

test('records and reports are named by title and date, and the parties by the organization', () => {
  const text = paperMarkdown(annexOf(someEvidence(3, 'Handbuch'), AT, 'de'));
  expect(text).toContain('| Nachweis\\: Handbuch (02\\.03\\.2026) |');
  expect(text).toContain('| Bericht von AWS\\: Handbuch (01\\.10\\.2025 – 30\\.09\\.2026) |');
  expect(text).toContain('| Auftragsverarbeiter | Handbuch |');
  expect(text).toContain('| Verantwortlicher | **\\[auszufüllen\\]** |');
  expect(text).toContain('| Stand | 29\\.11\\.2026 |');
  expect(text).toMatch(/\| Amazon Web Services \| Handbuch \| Handbuch \(01\\\.10/);
});

test('the same input gives the same bytes', () => {
  const [one, other] = [0, 1].map(() => paperHtml(annexOf(someEvidence(5, 'text'), AT, 'de')));
  expect(one).toBe(other);
});

test.each([
  '::error::a',
  '##[error]a',
  'a\u3164\n# b',
  '<script>alert(1)</script>',
  '` | [x](javascript:y)',
  "' onload='a",
])('no text in records or names does anything in an annex: %j', (text) => {
  for (const language of LANGUAGES) {
    const paper = annexOf(someEvidence(3, text), AT, language);
    const texts = [paperMarkdown(paper), paperHtml(paper)];
    for (const output of texts)
      expect([COMMAND.exec(output)?.[0], UNSEEN.exec(output)?.[0]]).toEqual([undefined, undefined]);
    expect(texts[1]).not.toMatch(/<script|onload='/);
    expect(texts[0]).not.toMatch(/<script|^# b|(?<!\\)\[x(?<!\\)\]/m);
  }
});
