import { accountOf, isSameAccount } from '../../../aws/account-of';
import { isEphemeral } from '../../../aws/declared';
import { regionOf } from '../../../aws/regions-of';
import { Block } from '../../../terraform/block';
import { Model } from '../../../terraform/model';
import { targetOf } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { Value, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { worst } from '../../verdicts/checks';

const AIR_GAPPED = 'aws_backup_logically_air_gapped_vault';

/** Backups that are still there when a region or an account is not. */
export const RULE: ResourceRule = {
  id: 'BACKUP-007',
  name: 'copied-elsewhere',
  title: 'Every rule of a backup plan copies its backups to another region or account',
  severity: 'medium',
  claims: ['4.2.a'],
  rationale:
    'A backup in the region and account of its store is lost with them: in the failure of a region, or when somebody takes over the account. A copy elsewhere is not. A vault in another region counts, one in another account, and an air-gapped vault, whose backups AWS keeps in accounts of its own. Each rule of a plan is judged, since a copy of the backup of last week is not one of the backup of this hour. Copies that AWS Backup makes outside of a plan are not seen. Environments that live for a test run are left out.',
  fix: 'Add a `copy_action` to every `rule`, whose `destination_vault_arn` names a vault in another region of the residency, or in another account. `BackupProgramme` does so.',
  sources: [
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/cross-region-backup.html',
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html',
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/logicallyairgappedvault.html',
  ],
  types: ['aws_backup_plan'],
  check: (plan, model) =>
    isEphemeral(plan) ? undefined : worst(plan.blocks('rule').map((rule) => verdictOn(model, plan, rule))),
};

function verdictOn(model: Model, plan: Resource, rule: Block): Verdict {
  const name = describe(rule.get('rule_name'));
  const destinations = [
    ...rule.blocks('copy_action').map((copy) => copy.get('destination_vault_arn')),
    rule.get('target_logically_air_gapped_backup_vault_arn'),
  ].filter((value) => value !== undefined);
  if (destinations.length === 0) return violated(`rule ${name} copies its backups nowhere`);
  const places = destinations.map((value) => isElsewhere(model, plan, value));
  if (places.includes(true)) return MET;
  const open = destinations[places.indexOf(undefined)];
  if (open !== undefined) {
    return undetermined(`rule ${name} copies to ${describe(open)}, and only a plan can tell where that is`);
  }
  return violated(`rule ${name} copies its backups only within their region and account`);
}

/** Whether a vault is in another region or account than a plan, as far as anybody can tell. */
function isElsewhere(model: Model, plan: Resource, value: Value): boolean | undefined {
  if (typeof value === 'string') return isArnElsewhere(plan, value);
  const vault = targetOf(model, plan, value);
  if (vault?.mode !== 'managed') return undefined;
  if (vault.type === AIR_GAPPED) return true;
  const [mine, other] = [regionOf(plan), regionOf(vault)];
  if (mine !== undefined && other !== undefined && mine !== other) return true;
  const isSame = isSameAccount(plan, vault);
  if (isSame === false) return true;
  return isSame && isInOneRegion(plan, vault) ? false : undefined;
}

/** Whether two resources leave their region to one provider, or name the same. */
function isInOneRegion(plan: Resource, vault: Resource): boolean {
  const [mine, other] = [regionOf(plan), regionOf(vault)];
  if (mine !== undefined && mine === other) return true;
  return plan.body.region === undefined && vault.body.region === undefined && plan.sharesProvider(vault);
}

function isArnElsewhere(plan: Resource, arn: string): boolean | undefined {
  const [, region, account] = /^arn:[^:]+:backup:([^:]+):(\d{12}):backup-vault:/.exec(arn) ?? [];
  if (region === undefined) return undefined;
  const [mine, own] = [regionOf(plan), accountOf(plan)];
  if ((mine !== undefined && mine !== region) || (own !== undefined && own !== account)) return true;
  return mine === undefined || own === undefined ? undefined : false;
}
