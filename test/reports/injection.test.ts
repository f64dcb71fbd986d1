import fc from 'fast-check';
import { diffOf } from '../../lib/diff/diff';
import { graphOf } from '../../lib/graph/picture';
import { check } from '../../lib/guardrails/check';
import { evidence } from '../../lib/evidence/evidence';
import { DIFF_FORMATS, GRAPH_FORMATS, REPORT_FORMATS } from '../../lib/reports/formats';
import { LANGUAGES } from '../../lib/reports/language';
import { papers } from '../../lib/reports/papers';
import { Model } from '../../lib/terraform/model';
import { readStack } from '../../lib/terraform/read-stack';
import { Stack } from '../../lib/terraform/stack';
import { JsonObject } from '../../lib/terraform/value';
import { TODAY, temporary, toms } from '../cli/toms';
import { RECORD, REPORT } from '../support/kept';
import { COMMAND, UNSEEN } from '../support/unsafe';

const PIECES = [
  ...[
    '::error file=a,line=1::b',
    '::add-mask::a',
    '::',
    ':',
    '##[error]',
    '##vso[task.complete]',
    '##teamcity[a]',
    '#',
    '[',
  ],
  ...['\n', '\r', '\t', ' ', '\u00a0', '\u2003', '\u3000', '\u3164', '\u115f', '\u1160', '\uffa0', '\u2800', '\u034f'],
  ...[
    '\ufe0f',
    '\u{e0100}',
    '\u180b',
    '\u200b',
    '\u202e',
    '\ufeff',
    '\u001b[2J',
    '\ud800',
    '\ufffe',
    'a',
    '"',
    '\\',
    '/',
  ],
];

const payload = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''));

/** A stack that has the text wherever a stack has text, and whose findings, stores and picture show it. */
function stackOf(text: string): Stack {
  const metadata = { path: `app/${text}` };
  const waiver = { path: text, rule: 'KMS-001', reason: text, approver: text, expires: '2026-06-10', ticket: text };
  const { document } = RECORD;
  const record = {
    ...RECORD,
    says: text,
    owner: text,
    document: { ...document, title: text, link: `https://${text}` },
  };
  const wrong = { ...RECORD, claims: [text], reviewBy: text, [text]: text };
  const report = { ...REPORT, title: text, exceptionsRead: { ...REPORT.exceptionsRead, by: text } };
  const records = JSON.parse(
    JSON.stringify({
      version: 1,
      organization: { name: text, role: 'processor', dataProtectionOfficer: text },
      records: [record, { ...record, document: { ...record.document, link: text } }, wrong],
      reports: [report, { ...report, kind: text, regions: [text], services: [text] }],
    })
  ) as JsonObject;
  const tags = { [text]: text, Name: text, 'tom:data-class': text, 'tom:data-category': text };
  const statement = { Sid: text, Effect: 'Allow', Principal: text, Action: ['*', text], Resource: ['*', text] };
  const policies = [statement, { ...statement, Principal: '*' }].map((one) => JSON.stringify({ Statement: [one] }));
  return readStack(text, `${text}/cdk.tf.json`, {
    '//': {
      metadata: { stackName: text },
      toms: { version: 1, waivers: [waiver, { ...waiver, rule: text }], records },
    },
    terraform: { backend: { [text]: { path: text } } },
    provider: { aws: { region: text, default_tags: { tags } } },
    module: { [text]: { source: text } },
    resource: {
      [text]: { [text]: { '//': { metadata }, policy: text } },
      aws_kms_key: { [text]: { '//': { metadata }, description: text, policy: policies[1] }, [`a${text}`]: {} },
      aws_iam_policy: Object.fromEntries(policies.map((policy, at) => [`${text}${at}`, { name: text, policy }])),
      aws_sns_topic_policy: { [text]: { arn: text, policy: policies[1] } },
      aws_s3_bucket: { [text]: { bucket: text, tags } },
      aws_dynamodb_table: { [text]: { name: text, tags, server_side_encryption: { enabled: `\${${text}}` } } },
      aws_vpc: { [text]: { cidr_block: text, tags } },
      aws_subnet: { [text]: { vpc_id: `\${aws_vpc.${text}.id}`, cidr_block: text, tags } },
      aws_lb: { [text]: { name: text, load_balancer_type: text, tags } },
      aws_lb_listener: { [text]: { protocol: 'HTTP', port: text, default_action: { type: text } } },
      aws_security_group: { [text]: { ingress: { cidr_blocks: ['0.0.0.0/0', text], from_port: 22, to_port: 22 } } },
    },
  });
}

/** What stood before a stack: next to nothing. */
const BEFORE = check([readStack('before', 'before.tf.json', { resource: { aws_kms_key: { before: {} } } })], TODAY);

/** What every format makes of a stack. */
function written(stack: Stack): [format: string, text: string][] {
  const checked = check([stack], TODAY);
  const { report } = checked;
  const graph = graphOf(new Model([stack]));
  const diff = diffOf(BEFORE, checked);
  return [
    ...Object.entries(REPORT_FORMATS).map(([name, write]): [string, string] => [name, write(report, {})]),
    ...papers({ evidence: evidence(checked), checked, at: '2026-06-01', languages: LANGUAGES }).map(
      ({ name, text }): [string, string] => [name, text]
    ),
    ...Object.entries(DIFF_FORMATS).map(([name, write]): [string, string] => [`diff ${name}`, write(diff, {})]),
    ...Object.entries(GRAPH_FORMATS).map(([name, write]): [string, string] => [name, write(graph)]),
  ];
}

test('no text in Terraform is a command to a CI server, or unseen, in any format', () => {
  fc.assert(
    fc.property(payload, (text) => {
      for (const [format, output] of written(stackOf(text))) {
        expect([format, COMMAND.exec(output)?.[0], UNSEEN.exec(output)?.[0]]).toEqual([format, undefined, undefined]);
      }
    }),
    { seed: 11, numRuns: 30, examples: PIECES.map((piece): [string] => [piece]) }
  );
});

test('the formats show the text: none passes for lack of it', () => {
  // The annex names no address, and some files of OSCAL are those of the version.
  const without = /^(?:tom-annex\.|oscal\/(?:catalog|component-definition|assessment-plan)\.json$)/;
  const formats = written(stackOf('canary')).filter(([format]) => !without.test(format));
  for (const [format, output] of formats) {
    expect([format, output.split('canary').length > 3]).toEqual([format, true]);
  }
});

const { write } = temporary();

test.each(['::error::a', '##[error]a', 'a\u3164'])('no complaint about %j is one either', (name) => {
  const { status, err } = toms('check', write(`${name}.json`, '{'));
  expect(status).toBe(2);
  expect([COMMAND.exec(err)?.[0], UNSEEN.exec(err)?.[0]]).toEqual([undefined, undefined]);
  expect(toms(name).err).not.toMatch(COMMAND);
});
