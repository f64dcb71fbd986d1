import { Json, JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

/** A plan in Frankfurt, in an account that is known, with vaults there and elsewhere. */
function plan(...destinations: readonly (Json | undefined)[]): JsonObject {
  const rule = destinations.map((destination_vault_arn, at): JsonObject => {
    const own = { rule_name: `rule-${at}`, target_vault_name: '${aws_backup_vault.near.name}' };
    return destination_vault_arn === undefined ? own : { ...own, copy_action: { destination_vault_arn } };
  });
  return {
    provider: { aws: { region: 'eu-central-1', allowed_account_ids: ['111122223333'] } },
    resource: {
      aws_backup_vault: {
        near: { name: 'near' },
        other: { name: 'other' },
        far: { name: 'far', region: 'eu-west-1' },
      },
      aws_backup_plan: { orders: { name: 'orders', rule } },
    },
  };
}

export const EXAMPLES: Examples = {
  pass: [
    { title: 'a vault in another region', terraform: plan('${aws_backup_vault.far.arn}') },
    {
      title: 'a vault of another account in the same region, and one in another region by its ARN',
      terraform: plan(
        'arn:aws:backup:eu-central-1:444455556666:backup-vault:acme',
        'arn:aws:backup:eu-west-1:111122223333:backup-vault:acme'
      ),
    },
    {
      title: 'an air-gapped vault, and a test run',
      terraform: {
        resource: {
          aws_backup_logically_air_gapped_vault: { safe: { name: 'safe' } },
          aws_backup_plan: {
            orders: {
              rule: {
                rule_name: 'daily',
                copy_action: { destination_vault_arn: '${aws_backup_logically_air_gapped_vault.safe.arn}' },
              },
            },
            test: { tags: { 'tom:environment': 'ephemeral' }, rule: { rule_name: 'daily' } },
          },
        },
      },
    },
  ],
  fail: [
    { title: 'no copy', terraform: plan(undefined), addresses: ['aws_backup_plan.orders'] },
    {
      title: 'the second rule copies nothing',
      terraform: plan('${aws_backup_vault.far.arn}', undefined),
      addresses: ['aws_backup_plan.orders'],
    },
    {
      title: 'a second vault beside the first',
      terraform: plan('${aws_backup_vault.other.arn}'),
      addresses: ['aws_backup_plan.orders'],
    },
    {
      title: 'the same by its ARN',
      terraform: plan('arn:aws:backup:eu-central-1:111122223333:backup-vault:acme'),
      addresses: ['aws_backup_plan.orders'],
    },
  ],
  undetermined: [
    {
      title: 'a variable names the vault',
      terraform: { variable: { vault: {} }, ...plan('${var.vault}') },
      addresses: ['aws_backup_plan.orders'],
    },
  ],
};
