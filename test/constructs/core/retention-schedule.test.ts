import { App, TerraformStack, TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import {
  DataCategory,
  DataClass,
  EncryptedBucket,
  EncryptedDatabase,
  EncryptedQueue,
  EncryptedStream,
  EncryptedTable,
  LogType,
  Posture,
  RetainedLogGroup,
  RetentionSchedule,
} from '../../../lib';
import { check } from '../../../lib/guardrails/check';
import { readStack } from '../../../lib/terraform/read-stack';
import { segmentedVpc } from '../../support/network';
import { Written, messageOf, newStack, temporaryApp } from '../../support/synth';

const INVOICES: DataCategory = { retentionDays: 2922, legalBasis: '§ 147 AO' };
const VISITS: DataCategory = { retentionDays: 14, legalBasis: 'while a visit lasts' };
const HEALTH: DataCategory = {
  retentionDays: 3653,
  legalBasis: '§ 630f BGB',
  dataClass: DataClass.SPECIAL_CATEGORY,
};

function scheduled(categories: { [name: string]: DataCategory }): TerraformStack {
  const stack = newStack({ owner: 'tests' });
  RetentionSchedule.set(stack.node.root, categories);
  return stack;
}

test('a store takes its retention and its class from its category', () => {
  const stack = scheduled({ invoices: INVOICES, health: HEALTH });
  new EncryptedBucket(stack, 'Invoices', { dataCategory: 'invoices' });
  new EncryptedBucket(stack, 'Letters', { dataCategory: 'health' });
  const written = Written.of(stack);
  const lifecycle = (of: string): unknown =>
    written.resource('aws_s3_bucket_lifecycle_configuration', `${of}/`).rule[0].expiration;
  expect(lifecycle('Invoices')).toEqual([{ days: 2922 }]);
  expect(lifecycle('Letters')).toEqual([{ days: 3653 }]);
  expect(written.resource('aws_s3_bucket', 'Letters/').tags).toMatchObject({
    'tom:data-class': 'special-category',
    'tom:data-category': 'health',
    'tom:retention-days': '3653',
  });
  expect(Object.keys(written.resources('aws_kms_key')).sort()).toEqual([
    'PersonalDataKey/Resource',
    'SpecialCategoryDataKey/Resource',
  ]);
  expect(written.json['//'].toms.scopes).toEqual([
    expect.objectContaining({ path: 'test/Invoices', dataCategory: 'invoices', retentionDays: 2922 }),
    expect.objectContaining({ path: 'test/Letters', dataCategory: 'health', retentionDays: 3653 }),
  ]);
});

test('a posture takes them too, for every store below', () => {
  const stack = scheduled({ visits: VISITS });
  const visits = new Construct(stack, 'Visits');
  Posture.set(visits, { dataCategory: 'visits' });
  new EncryptedQueue(visits, 'Clicks');
  new RetainedLogGroup(visits, 'Logs', { logType: LogType.APPLICATION });
  expect(Posture.of(visits)).toMatchObject({ retentionDays: 14, dataClass: DataClass.PERSONAL });
  const written = Written.of(stack);
  expect(written.resource('aws_cloudwatch_log_group').retention_in_days).toBe(14);
  expect(written.resource('aws_cloudwatch_log_group').tags).toMatchObject({ 'tom:data-category': 'visits' });
});

test('what a store can go back to, and what it holds, ends with the category', () => {
  const stack = scheduled({ visits: VISITS, hours: { retentionDays: 2, legalBasis: 'billing by the hour' } });
  const vpc = segmentedVpc(stack, 'Network');
  new EncryptedTable(stack, 'Table', {
    dataCategory: 'visits',
    partitionKey: { name: 'customer' },
    timeToLiveAttribute: 'expires',
  });
  new EncryptedDatabase(stack, 'Database', { vpc, dataCategory: 'visits' });
  new EncryptedStream(stack, 'Stream', { dataCategory: 'hours' });
  new EncryptedQueue(stack, 'Queue', { dataCategory: 'hours' });
  const written = Written.of(stack);
  expect(written.resource('aws_dynamodb_table').point_in_time_recovery.recovery_period_in_days).toBe(14);
  expect(written.resource('aws_rds_cluster').backup_retention_period).toBe(14);
  expect(written.resource('aws_kinesis_stream').retention_period).toBe(24);
  const waits = Object.values(written.resources('aws_sqs_queue')).map(
    (queue) => queue.message_retention_seconds as number
  );
  expect(waits).toEqual([172_800, 172_800]);
});

test('a store may keep its data for less, and in a higher class', () => {
  const stack = scheduled({ invoices: INVOICES });
  new EncryptedBucket(stack, 'Drafts', {
    dataCategory: 'invoices',
    retentionDays: 90,
    dataClass: DataClass.SPECIAL_CATEGORY,
  });
  const written = Written.of(stack);
  expect(written.resource('aws_s3_bucket', 'Drafts/').tags).toMatchObject({ 'tom:retention-days': '90' });
});

test('a schedule further in adds to the one above', () => {
  const stack = scheduled({ invoices: INVOICES });
  RetentionSchedule.set(stack, { visits: VISITS });
  new EncryptedBucket(stack, 'Invoices', { dataCategory: 'invoices' });
  new EncryptedBucket(stack, 'Visits', { dataCategory: 'visits' });
  Written.of(stack);
});

test('a stack records the schedules above it, its own, and those within it, for rules to read', () => {
  const stack = scheduled({ invoices: { ...INVOICES, processing: 'Billing' } });
  const inner = new Construct(stack, 'Web');
  RetentionSchedule.set(inner, { health: HEALTH });
  new EncryptedBucket(stack, 'Invoices', { dataCategory: 'invoices' });
  new EncryptedBucket(inner, 'Letters', { dataCategory: 'health' });
  const { json } = Written.of(stack);
  expect(json['//'].toms.schedules).toEqual([
    { path: '', categories: { invoices: { ...INVOICES, processing: 'Billing' } } },
    { path: 'test/Web', categories: { health: HEALTH } },
  ]);
  const { outcomes } = check([readStack('test', 'cdk.tf.json', json)]).report;
  const met = (id: string): readonly string[] | undefined => outcomes.find(({ rule }) => rule === id)?.met;
  expect(met('AWS-035')).toHaveLength(2);
  expect(met('AWS-033')).toHaveLength(2);
  expect(met('AWS-034')).toHaveLength(1);
});

test('the stores of a schedule pass the guardrails', () => {
  const stack = newStack({ owner: 'tests', retentionDays: 30 });
  RetentionSchedule.set(stack, { invoices: INVOICES, visits: VISITS });
  new EncryptedBucket(stack, 'Invoices', { dataCategory: 'invoices' });
  new EncryptedTable(stack, 'Visits', {
    dataCategory: 'visits',
    partitionKey: { name: 'customer' },
    timeToLiveAttribute: 'expires',
  });
  const { findings } = check([readStack('test', 'cdk.tf.json', Written.of(stack).json)]).report;
  expect(findings.filter(({ rule }) => rule !== 'TF-002')).toEqual([]);
});

describe('refuses', () => {
  test('a category that the schedule lacks', () => {
    const stack = scheduled({ invoices: INVOICES });
    expect(messageOf(() => new EncryptedBucket(stack, 'It', { dataCategory: 'invoice' }))).toBe(
      `[test/It] 'dataCategory' must be a category of the retention schedule (TOM 2.2 Retention schedule), got "invoice"; write one of invoices, or add 'invoice' to RetentionSchedule.set`
    );
  });

  test('a category without any schedule', () => {
    expect(messageOf(() => new EncryptedBucket(newStack(), 'It', { dataCategory: 'invoices' }))).toBe(
      `[test/It] 'dataCategory' must be a category of the retention schedule (TOM 2.2 Retention schedule), got "invoices"; write RetentionSchedule.set(app, { 'invoices': { retentionDays: 365, legalBasis: '…' } }) before it`
    );
  });

  test('a category that no store uses', () => {
    const stack = scheduled({ invoices: INVOICES, visits: VISITS });
    new EncryptedBucket(stack, 'Invoices', { dataCategory: 'invoices' });
    expect(messageOf(() => App.of(stack).synth())).toContain(
      `[App] the retention schedule has the category "visits", and no store is of it (TOM 2.2 Retention schedule); write dataCategory: 'visits' on the store that holds it, or remove the category`
    );
  });

  test('a retention longer than that of the category', () => {
    const stack = scheduled({ visits: VISITS });
    expect(messageOf(() => new EncryptedBucket(stack, 'It', { dataCategory: 'visits', retentionDays: 15 }))).toBe(
      `[test/It] 'retentionDays' must not be longer than the 14 days of the category "visits" (while a visit lasts) (TOM 2.2 Retention schedule), got 15; leave it out, or change the schedule`
    );
    expect(
      messageOf(
        () =>
          new RetainedLogGroup(stack, 'Logs', {
            dataCategory: 'visits',
            logType: LogType.APPLICATION,
            retentionDays: 30,
          })
      )
    ).toContain(`'retentionDays' must not be longer than the 14 days of the category "visits"`);
    expect(messageOf(() => new EncryptedQueue(stack, 'Queue', { dataCategory: 'visits', retentionDays: 15 }))).toMatch(
      /^\[test\/Queue\] 'retentionDays' must be a whole number from 1 to 14/
    );
  });

  test('a class below that of the category', () => {
    const stack = scheduled({ health: HEALTH });
    const props = { dataCategory: 'health', dataClass: DataClass.PERSONAL };
    expect(messageOf(() => new EncryptedBucket(stack, 'It', props))).toBe(
      `[test/It] 'dataClass' must not be below special-category, which is the class of the category "health" (TOM 3.1.2 Data classification), got "personal"; leave it out, or change the schedule`
    );
  });

  test.each<[string, { [name: string]: DataCategory }, string]>([
    [
      'no categories',
      {},
      `[App] 'categories' must hold at least one category (TOM 2.2 Retention schedule); write { invoices: { retentionDays: 2922, legalBasis: '§ 147 AO' } }`,
    ],
    [
      'a name that no tag can hold',
      { 'all, invoices': INVOICES },
      `[App] 'categories' must have names of 1 to 64 letters, digits and _ . : / = + - @, which a tag can hold (TOM 2.2 Retention schedule), got "all, invoices"; write 'customer-records'`,
    ],
    [
      'no time',
      { visits: { ...VISITS, retentionDays: 0 } },
      `[App] 'visits.retentionDays' must be a whole number of days, at least 1 (TOM 2.2 Retention schedule), got 0; write visits.retentionDays: 365`,
    ],
    [
      'no legal basis',
      { visits: { ...VISITS, legalBasis: ' ' } },
      `[App] 'visits.legalBasis' must say what the period rests on (TOM 2.2 Retention schedule), got " "; write legalBasis: '§ 147 AO, § 14b UStG: 8 years'`,
    ],
    [
      'a processing without a name',
      { visits: { ...VISITS, processing: ' ' } },
      `[App] 'visits.processing' must be the name that the processing has in the record of processing activities (TOM 11.1 Accountability and records of processing), got " "; write processing: 'Billing of customers', or leave it out`,
    ],
  ])('%s', (_what, categories, message) => {
    expect(messageOf(() => RetentionSchedule.set(temporaryApp(), categories))).toBe(message);
  });

  test('days that only Terraform knows', () => {
    const stack = newStack();
    const retentionDays = new TerraformVariable(stack, 'days', { type: 'number' }).numberValue;
    expect(messageOf(() => RetentionSchedule.set(stack, { visits: { ...VISITS, retentionDays } }))).toBe(
      `[test] 'visits.retentionDays' must be a plain number, known when the program runs (TOM 2.2 Retention schedule), got a token; write visits.retentionDays: 365`
    );
  });

  test('a second schedule on one scope', () => {
    const stack = scheduled({ visits: VISITS });
    expect(messageOf(() => RetentionSchedule.set(stack.node.root, { invoices: INVOICES }))).toBe(
      `[App] 'RetentionSchedule.set' must be called once on a scope: a schedule is one place (TOM 2.2 Retention schedule); merge the two calls`
    );
  });
});
