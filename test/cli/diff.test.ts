import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import { ROTATED, UNROTATED, temporary, toms } from './toms';

const { write, directory } = temporary();
const before = write('before/cdk.tf.json', ROTATED);
const after = write('after/cdk.tf.json', UNROTATED);

test('what widens is status 1, and shown with its id', () => {
  const { status, out } = toms('diff', before, after);
  expect(status).toBe(1);
  expect(out).toMatch(/^widens {2}\w+ {2}rule {2}KMS-001 violated: .*\n {2}after:aws_kms_key\.main {2}[0-9a-f]{16}\n/);
  expect(out).toMatch(/1 widened, 0 undetermined, 0 narrowed, 0 neutral\n$/);
});

test('what narrows, or changes nothing, is status 0', () => {
  expect(toms('diff', after, before)).toMatchObject({
    status: 0,
    out: expect.stringContaining('1 narrowed') as string,
  });
  expect(toms('diff', before, before)).toMatchObject({
    status: 0,
    out: '0 widened, 0 undetermined, 0 narrowed, 0 neutral\n',
  });
});

test('an approval makes it status 0', () => {
  const { changes } = JSON.parse(toms('diff', before, after, '--format', 'json').out) as { changes: { id: string }[] };
  const approval = { change: changes[0].id, approver: 'Jo', reason: 'a test', expires: '2026-12-31' };
  const file = write('approvals.json', { version: 1, approvals: [approval] });
  const { status, out } = toms('diff', before, after, '--approve', file);
  expect(status).toBe(0);
  expect(out).toContain('until 2026-12-31 by Jo: a test');
});

test('json follows its schema', () => {
  const schema = JSON.parse(readFileSync(join(__dirname, '../../schema/toms-diff.schema.json'), 'utf8')) as object;
  const validate = new Ajv().compile(schema);
  validate(JSON.parse(toms('diff', before, after, '--format', 'json').out));
  expect(validate.errors).toBeNull();
});

test('the output goes to a file', () => {
  const file = join(directory, 'diff.md');
  expect(toms('diff', before, after, '--format', 'markdown', '--output', file)).toMatchObject({ status: 1, out: '' });
  expect(readFileSync(file, 'utf8')).toMatch(/^<!-- written by toms diff -->\n/);
});

/** A plan over a state. */
const plan = (prior: object, planned: object, actions: string[]): object => {
  const values = (of: object): object => ({
    root_module: {
      resources: [
        { address: 'aws_dynamodb_table.t', mode: 'managed', type: 'aws_dynamodb_table', name: 't', values: of },
      ],
    },
  });
  return {
    format_version: '1.2',
    terraform_version: '1.12.0',
    planned_values: values(planned),
    prior_state: { format_version: '1.0', values: values(prior) },
    resource_changes: [
      {
        address: 'aws_dynamodb_table.t',
        mode: 'managed',
        type: 'aws_dynamodb_table',
        name: 't',
        change: { actions, before: prior, after: planned, after_unknown: { arn: true } },
      },
    ],
    configuration: {
      root_module: {
        resources: [
          { address: 'aws_dynamodb_table.t', mode: 'managed', type: 'aws_dynamodb_table', name: 't', expressions: {} },
        ],
      },
    },
  };
};

describe('a plan by itself', () => {
  const state = {
    name: 't',
    arn: 'arn:aws:dynamodb:eu-central-1:111122223333:table/t',
    deletion_protection_enabled: true,
  };

  test('is compared with the state that it starts from', () => {
    const planned = { name: 't', deletion_protection_enabled: false };
    const { status, out } = toms('diff', write('plan.json', plan(state, planned, ['update'])));
    expect(status).toBe(1);
    expect(out).toMatch(/widens .*deletion_protection_enabled/);
    // What AWS fills in is unknown, and no change.
    expect(out).not.toContain('arn:');
  });

  test('says that a store is destroyed and made again', () => {
    const { status, out } = toms('diff', write('replace.json', plan(state, state, ['delete', 'create'])));
    expect(status).toBe(1);
    expect(out).toMatch(/^widens {2}high {2}store {2}is destroyed and made again: the data in it are lost/);
  });

  test('needs a state', () => {
    const fresh = { ...plan(state, state, ['create']), prior_state: undefined };
    expect(toms('diff', write('fresh.json', fresh)).err).toMatch(/is a plan over no state: all of it is new/);
    expect(toms('diff', before).err).toMatch(
      /is no plan, so it does not say what stood before: name what to compare it with/
    );
  });
});

describe('refuses', () => {
  test.each([
    [['diff'], /say what to compare: toms diff <before> <after>/],
    [['diff', before, after, before], /say what to compare/],
    [['diff', before, after, '--output', ''], /--output is empty: name a path/],
    [['diff', before, after, '--format', 'html'], /no format is called "html"/],
    [['diff', before, write('truncated.json', '{"resource": {')], /ends early/],
    [
      ['diff', before, write('only.json', plan({}, {}, ['create']))],
      /is a plan on one side and a configuration on the other/,
    ],
    [['diff', before, join('nowhere', 'cdk.tf.json')], /does not exist/],
    [
      ['diff', before, after, '--approve', write('old.json', { version: 9, approvals: [] })],
      /has approvals of version 9/,
    ],
  ])('%j', (argv, problem) => {
    const { status, out, err } = toms(...argv);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(problem);
  });
});
