import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../../lib/guardrails/check';
import { RULES } from '../../../lib/guardrails/rules';
import { checkDemands, strictestOf } from '../../../lib/guardrails/settings/demands';
import { NO_SETTINGS } from '../../../lib/guardrails/settings/settings';
import { readStack } from '../../../lib/terraform/read-stack';
import { JsonObject } from '../../../lib/terraform/value';
import { DEMANDS, STRICTER_DEMANDS, StricterDemandId, StricterDemands } from '../../../lib/toms/demands';

const IDS = Object.keys(STRICTER_DEMANDS) as StricterDemandId[];
const TODAY = new Date('2026-06-01T00:00:00Z');

function found(terraform: JsonObject, demands: StricterDemands, rule: string) {
  const stack = readStack('app', 'app.tf.json', terraform);
  const { report, erasure } = check([stack], TODAY, undefined, [], [], { ...NO_SETTINGS, demands });
  return { findings: report.findings.filter((one) => one.rule === rule), report, erasure };
}

test.each(IDS)('%s may be stricter, up to what can be met, and never looser', (id) => {
  const { stricter, strictest, measure } = STRICTER_DEMANDS[id];
  const step = stricter === 'more' ? 1 : -1;
  for (const value of [DEMANDS[id], DEMANDS[id] + step, strictest])
    expect(checkDemands({ [id]: value })).toEqual({ [id]: value });
  const [bound, beyond] = stricter === 'more' ? ['at least', 'or more'] : ['at most', 'or less'];
  expect(() => checkDemands({ [id]: DEMANDS[id] - step })).toThrow(
    new RegExp(
      `^the demand '${id}' must be ${bound} ${DEMANDS[id]} (?:days|minutes) \\(TOM ${measure} .+\\), got ${DEMANDS[id] - step}: a demand may be made stricter, never looser; write ${DEMANDS[id]} ${beyond}, or leave it out$`
    )
  );
  expect(() => checkDemands({ [id]: strictest + step })).toThrow('beyond which nothing can meet it');
});

test.each(['400', 400.5, null, true, Number.NaN])('%j is no number of days', (value) => {
  expect(() => checkDemands({ securityLogDays: value })).toThrow(
    "the demand 'securityLogDays' must be a whole number of days"
  );
});

test.each(['toString', '__proto__', 'securityLogDay', 'deletionDelayDays'])('no demand is called %s', (id) => {
  expect(() => checkDemands(JSON.parse(`{ "${id}": 400 }`) as object as { [id: string]: unknown })).toThrow(
    `no demand is called "${id}"`
  );
});

test('the schema of the configuration has the same bounds', () => {
  const file = join(__dirname, '../../../schema/toms-config.schema.json');
  const { properties } = JSON.parse(readFileSync(file, 'utf8')) as {
    properties: { demands: { properties: { [id: string]: { minimum: number; maximum: number } } } };
  };
  const bounds = Object.entries(properties.demands.properties).map(([id, { minimum, maximum }]) => [
    id,
    minimum,
    maximum,
  ]);
  expect(bounds).toEqual(
    IDS.map((id) => [id, ...[DEMANDS[id], STRICTER_DEMANDS[id].strictest].sort((one, other) => one - other)])
  );
});

test('of two that are asked for, the stricter holds', () => {
  const one = { securityLogDays: 400, keyRotationDays: 180 };
  expect(strictestOf(one, { securityLogDays: 545, keyRotationDays: 365, backupDays: 14 })).toEqual({
    securityLogDays: 545,
    keyRotationDays: 180,
    backupDays: 14,
  });
});

test('every demand that may be stricter has a rule that reads it, but that of waivers, which the engine does', () => {
  const read = new Set(RULES.flatMap(({ demands = [] }) => demands));
  expect(IDS.filter((id) => !read.has(id))).toEqual(['waiverDays']);
});

const INTERNAL = { tags: { 'tom:data-class': 'internal' } };
const secret = (days: number): JsonObject => ({
  aws_secretsmanager_secret: { a: {} },
  aws_secretsmanager_secret_rotation: {
    a: { secret_id: '${aws_secretsmanager_secret.a.id}', rotation_rules: { automatically_after_days: days } },
  },
});
const session = (idle: number, all: number): JsonObject => ({
  aws_ssm_document: {
    a: {
      document_type: 'Session',
      content: JSON.stringify({
        schemaVersion: '1.0',
        sessionType: 'Standard_Stream',
        inputs: { idleSessionTimeout: String(idle), maxSessionDuration: String(all) },
      }),
    },
  },
});
const trail = (days: number): JsonObject => ({
  aws_cloudwatch_log_group: { a: { retention_in_days: days } },
  aws_cloudtrail: { a: { cloud_watch_logs_group_arn: '${aws_cloudwatch_log_group.a.arn}:*' } },
});
const locked = (days: number): JsonObject => ({
  aws_s3_bucket: { a: {} },
  aws_s3_bucket_object_lock_configuration: {
    a: { bucket: '${aws_s3_bucket.a.id}', rule: { default_retention: { mode: 'COMPLIANCE', days } } },
  },
  aws_cloudtrail: { a: { s3_bucket_name: '${aws_s3_bucket.a.id}' } },
});

/** What meets each demand as the measure makes it, and does not where the project makes it stricter. */
test.each<[StricterDemandId, string, JsonObject, number, string]>([
  ['securityLogDays', 'LOGS-001', trail(365), 400, 'less than 400'],
  ['securityLogDays', 'S3-010', locked(365), 400, 'Object Lock keeps them for 365 days'],
  ['backupDays', 'RDS-004', { aws_db_instance: { a: { backup_retention_period: 7, ...INTERNAL } } }, 8, 'for 8 days'],
  [
    'cacheSnapshotDays',
    'ELASTICACHE-004',
    { aws_elasticache_replication_group: { a: { snapshot_retention_limit: 7 } } },
    8,
    'for 8 days',
  ],
  [
    'keyRotationDays',
    'KMS-001',
    { aws_kms_key: { a: { enable_key_rotation: true, rotation_period_in_days: 365 } } },
    364,
    'more than 364',
  ],
  [
    'keyRotationDays',
    'KMS-001',
    { aws_kms_key: { a: { enable_key_rotation: true } } },
    364,
    'not set, which means 365, more than 364',
  ],
  ['keyDeletionDays', 'KMS-003', { aws_kms_key: { a: { deletion_window_in_days: 14 } } }, 15, 'less than 15'],
  ['secretRotationDays', 'SECRETSMANAGER-001', secret(90), 89, 'more than 89'],
  ['sessionIdleMinutes', 'SSM-005', session(15, 60), 14, '14 minutes at most'],
  ['sessionMinutes', 'SSM-005', session(15, 60), 59, '59 minutes at most'],
])('%s is read by %s', (id, rule, resource, stricter, message) => {
  expect(RULES.find((one) => one.id === rule)?.demands).toContain(id);
  expect(found({ resource }, {}, rule).findings).toEqual([]);
  const { findings, report } = found({ resource }, { [id]: stricter }, rule);
  expect(findings.map(({ outcome }) => outcome)).toEqual(['violated']);
  expect(findings[0].message).toContain(message);
  expect(findings[0].fix).toContain(`This project demands more: ${id} ${stricter}.`);
  expect(report.demands).toEqual({ [id]: stricter });
});

test('the erasure horizon knows the demand: what has to be kept longer is no conflict', () => {
  const declared = { 'tom:data-class': 'personal', 'tom:retention-days': '30' };
  const resource = { ...trail(545), aws_cloudwatch_log_group: { a: { retention_in_days: 545, tags: declared } } };
  const conflicts = (demands: StricterDemands) =>
    found({ resource }, demands, 'LOGS-002')
      .erasure()
      .flatMap((store) => store.conflicts);
  expect(conflicts({})).toHaveLength(1);
  // CloudWatch Logs takes 545 days, and none between 400 and that.
  expect(conflicts({ securityLogDays: 450 })).toEqual([]);
  expect(found({ resource }, { securityLogDays: 450 }, 'LOGS-002').findings).toEqual([]);
  expect(found({ resource }, { securityLogDays: 450 }, 'LOGS-001').findings).toEqual([]);
  const [{ fix }] = found({ resource: trail(365) }, { securityLogDays: 450 }, 'LOGS-001').findings;
  expect(fix).toContain('retention_in_days = 545');
});

test('a waiver that holds too long for the project is refused, and one that holds as long as it may is not', () => {
  const waived = (expires: string): JsonObject => ({
    '//': {
      toms: { version: 1, waivers: [{ path: 'app/a', rule: 'KMS-001', reason: 'why', approver: 'who', expires }] },
    },
    resource: { aws_kms_key: { a: { '//': { metadata: { path: 'app/a' } } } } },
  });
  const message = (expires: string, demands: StricterDemands) =>
    found(waived(expires), demands, 'WAIVER-001').findings.map((one) => one.message);
  expect(message('2026-09-01', {})).toEqual([]);
  expect(message('2026-09-01', { waiverDays: 90 })).toEqual([expect.stringContaining('at most 90 days from today')]);
  expect(message('2026-08-30', { waiverDays: 90 })).toEqual([]);
});

test('demands of one run are none of another', () => {
  const resource = { aws_kms_key: { a: { deletion_window_in_days: 14 } } };
  expect(found({ resource }, { keyDeletionDays: 30 }, 'KMS-003').findings).toHaveLength(1);
  expect(found({ resource }, {}, 'KMS-003').findings).toEqual([]);
});
