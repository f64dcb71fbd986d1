import { keyUseOf } from '../../../lib/aws/backup/vault-key';
import { Json, JsonObject } from '../../../lib/terraform/value';
import { at, resources } from '../../support/models';

interface Written {
  /** What the selection of the plan says. None where there is no selection. */
  readonly selection?: JsonObject;
  readonly rule?: JsonObject;
  readonly vault?: JsonObject;
  readonly more?: JsonObject;
}

const STORES: JsonObject = Object.fromEntries(
  [
    'aws_db_instance',
    'aws_dynamodb_table',
    'aws_ebs_volume',
    'aws_efs_file_system',
    'aws_instance',
    'aws_rds_cluster',
    'aws_s3_bucket',
  ].map((type): [string, JsonObject] => [type, { store: {} }])
);

/** Whether the key of a vault is used, which a plan fills. */
function useOf({ selection, rule = {}, vault = {}, more = {} }: Written): string {
  const model = resources({
    ...STORES,
    aws_backup_vault: { it: { name: 'it', region: 'eu-central-1', ...vault } },
    aws_backup_plan: {
      plan: { rule: [{ target_vault_name: '${aws_backup_vault.it.name}', ...rule }], region: 'eu-central-1' },
    },
    ...(selection && { aws_backup_selection: { of: { plan_id: '${aws_backup_plan.plan.id}', ...selection } } }),
    ...more,
  });
  return keyUseOf(model, at(model, 'aws_backup_vault.it'));
}

const arn = (type: string): string => `\${${type}.store.arn}`;
const CLUSTER = { resources: [arn('aws_rds_cluster')] };
const COPY = {
  target_vault_name: 'another',
  copy_action: [{ destination_vault_arn: '${aws_backup_vault.it.arn}' }],
};

test.each([
  ['aws_db_instance', 'unused'],
  ['aws_ebs_volume', 'unused'],
  ['aws_instance', 'unused'],
  ['aws_rds_cluster', 'unused'],
  // With advanced backups only, which the account decides.
  ['aws_dynamodb_table', 'used'],
  ['aws_efs_file_system', 'used'],
  ['aws_s3_bucket', 'used'],
])('for backups of %s the key of the vault is %s', (type, use) => {
  expect(useOf({ selection: { resources: [arn(type)] } })).toBe(use);
});

test.each([
  ['arn:aws:rds:eu-central-1:111122223333:cluster:orders', 'unused'],
  ['arn:aws:ec2:*:*:volume/*', 'unused'],
  ['arn:aws:redshift:*:*:cluster:*', 'unused'],
  ['arn:aws:fsx:*', 'unused'],
  ['arn:aws:s3:::*', 'used'],
  ['arn:aws:*:*:*:cluster:*', 'used'],
  ['*', 'used'],
])('for backups of %s it is %s', (pattern, use) => {
  expect(useOf({ selection: { resources: [pattern] } })).toBe(use);
});

test.each<[string, Written, string]>([
  ['one of several has it', { selection: { resources: [arn('aws_rds_cluster'), arn('aws_s3_bucket')] } }, 'used'],
  ['nothing is listed, which means everything', { selection: {} }, 'used'],
  ['an empty list', { selection: { resources: [] } }, 'used'],
  ['tags add more', { selection: { ...CLUSTER, selection_tag: [{ key: 'backup', value: 'yes' }] } }, 'used'],
  ['exclusions take away', { selection: { ...CLUSTER, not_resources: [arn('aws_s3_bucket')] } }, 'unused'],
  ['a plan with an empty list of tags', { selection: { ...CLUSTER, selection_tag: [] } }, 'unused'],
  ['no selection is known', {}, 'used'],
  ['a variable lists what is backed up', { selection: { resources: '${var.open}' } }, 'used'],
  ['a variable names one', { selection: { resources: [arn('aws_rds_cluster'), '${var.open}'] } }, 'used'],
  [
    'a list is computed of what has its own key and of a variable',
    { selection: { resources: '${concat([aws_rds_cluster.store.arn], var.open)}' } },
    'used',
  ],
  [
    'a list is known by what it refers to',
    { selection: { resources: '${split(",", aws_rds_cluster.store.arn)}' } },
    'open',
  ],
])('where %s', (_what, written, use) => {
  expect(useOf(written)).toBe(use);
});

test.each<[string, Json, string]>([
  ['the plan of another selection is open', { other: { plan_id: '${var.open}', resources: ['*'] } }, 'used'],
  ['a second selection has more', { other: { plan_id: '${aws_backup_plan.plan.id}', resources: ['*'] } }, 'used'],
  [
    'a second selection is of the kind of the first',
    { other: { plan_id: '${aws_backup_plan.plan.id}', resources: [arn('aws_ebs_volume')] } },
    'unused',
  ],
])('where %s', (_what, selections, use) => {
  const first = { of: { plan_id: '${aws_backup_plan.plan.id}', ...CLUSTER } };
  expect(useOf({ more: { aws_backup_selection: { ...first, ...(selections as JsonObject) } } })).toBe(use);
});

test('a vault that no plan fills may hold what people put there', () => {
  const model = resources({ aws_backup_vault: { it: {} } });
  expect(keyUseOf(model, at(model, 'aws_backup_vault.it'))).toBe('used');
});

test('another plan may fill it', () => {
  const more = { aws_backup_plan: { open: { rule: [{ target_vault_name: '${var.open}' }] } } };
  expect(useOf({ selection: CLUSTER, more })).toBe('used');
});

test.each<[string, JsonObject, string]>([
  ['in the Region of the plan', {}, 'unused'],
  ['in another Region', { region: 'eu-west-1' }, 'used'],
  ['in a Region that only a plan can tell', { region: '${var.open}' }, 'used'],
])('copies %s', (_where, vault, use) => {
  expect(useOf({ selection: CLUSTER, rule: COPY, vault })).toBe(use);
});
