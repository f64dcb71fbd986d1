import { Evidence, evidence } from '../../../lib/evidence/evidence';
import { isShown } from '../../../lib/evidence/measures';
import { check } from '../../../lib/guardrails/check';
import { LANGUAGES, Language } from '../../../lib/reports/language';
import { isPromised } from '../../../lib/reports/paper/claims';
import { paperMarkdown } from '../../../lib/reports/paper/markdown';
import { dpiaOf } from '../../../lib/reports/privacy/dpia';
import { DPIA_WORDS } from '../../../lib/reports/privacy/dpia-words';
import { processingRecord } from '../../../lib/reports/privacy/record';
import { someEvidence } from '../../support/evidence-states';
import { modelOf } from '../../support/models';
import { COMMAND, UNSEEN } from '../../support/unsafe';

const AT = '2026-11-29';
const CHECKED = check(
  [
    ...modelOf({
      app: {
        provider: { aws: { region: 'eu-central-1' } },
        resource: {
          aws_vpc: { net: { cidr_block: '10.0.0.0/16' } },
          aws_kms_key: { main: { enable_key_rotation: true } },
          aws_sqs_queue: { a: { kms_master_key_id: '${aws_kms_key.main.arn}' } },
        },
      },
    }).stacks,
  ],
  new Date('2026-06-01T00:00:00Z')
);

function sheet(shown: Evidence, language: Language): string {
  const record = processingRecord(shown, CHECKED, AT, {});
  return paperMarkdown(dpiaOf(shown, CHECKED, record, language));
}

/** The ids of claims in the part of a sheet under a heading. */
function idsUnder(text: string, heading: string): string[] {
  const part = text.split('\n## ').find((each) => each.startsWith(heading)) ?? '';
  return [...part.matchAll(/\(evidence\.html#([\d.]+[a-z])\)/g)].map(([, id]) => id);
}

test('what lacks is a risk, and what is shown a measure; what is in part is both', () => {
  const shown = someEvidence(9, 'text');
  const claims = shown.measures.flatMap((measure) => measure.claims);
  const lacking = claims.filter((claim) => claim.state !== 'not applicable' && !isShown(claim));
  for (const language of LANGUAGES) {
    const text = sheet(shown, language);
    const words = DPIA_WORDS[language];
    const [risks, measures] = [words.risks, words.measures].map((heading) => idsUnder(text, heading));
    expect(risks.sort()).toEqual(lacking.map(({ id }) => id).sort());
    expect(measures.sort()).toEqual(
      claims
        .filter(isPromised)
        .map(({ id }) => id)
        .sort()
    );
  }
});

test('it shows the picture, the stores and their keys, and leaves open what only people know', () => {
  const text = sheet(evidence(CHECKED), 'de');
  expect(text).toContain('```mermaid\nflowchart LR\n');
  expect(text).toContain(
    '| app\\:aws\\_sqs\\_queue.a | **\\[auszufüllen\\]** | **\\[auszufüllen\\]** | eu-central-1 | ja |'
  );
  expect(text).toContain('| Eintrittswahrscheinlichkeit und Schwere | **\\[auszufüllen\\]** |');
  expect(text).toContain('**Intervenierbarkeit**');
  expect(text).toMatch(/## Hingenommene Restrisiken\n\nKeine\\?\./);
});

test('a waiver is an accepted residual risk with its end', () => {
  const waiver = { rule: 'KMS-001', reason: 'moves', approver: 'Jo', expires: '2026-12-31', path: 'app/key' };
  const text = sheet({ ...evidence(CHECKED), waivers: [waiver] }, 'en');
  expect(text).toContain('| KMS-001 | app/key | moves | Jo | 31 December 2026 |');
});

test.each(['::error::a', '##[error]a', 'a\u3164', '`|\n# b', '```'])('no text does anything in a sheet: %j', (text) => {
  const waiver = { rule: text, reason: text, approver: text, expires: text, path: text, ticket: text };
  const output = sheet({ ...someEvidence(4, text), waivers: [waiver] }, 'de');
  expect([COMMAND.exec(output)?.[0], UNSEEN.exec(output)?.[0]]).toEqual([undefined, undefined]);
  expect(output).not.toMatch(/^# b/m);
  expect(output.match(/^```/gm)).toHaveLength(2);
});
