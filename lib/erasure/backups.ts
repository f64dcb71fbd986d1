import { holdsPersonalData, declaredRetention } from '../aws/declared';
import { Block } from '../terraform/block';
import { Memo } from '../terraform/memo';
import { Model } from '../terraform/model';
import { companionsOf, targetOf, targetsOf } from '../terraform/references';
import { Resource } from '../terraform/stack';
import { Value, describe } from '../terraform/value';
import { Span, plus, spanOf } from './days';
import { ERASURE_RULE, Part } from './erasure-part';
import { Selection, isBackedUp } from './selections';

/** What says which stores a plan of AWS Backup covers. */
export const SELECTION = 'aws_backup_selection';

const AIR_GAPPED = 'aws_backup_logically_air_gapped_vault';
const LIFECYCLE = 'lifecycle.delete_after';

/** Selections by the stores that they name, and those that have to be compared with every store. */
interface SelectionIndex {
  readonly byStore: ReadonlyMap<string, readonly Selection[]>;
  readonly others: readonly Selection[];
}

const INDEX = new Memo<SelectionIndex>();

/**
 * What the plans of AWS Backup keep of a store: as far as they select it by reference, by an ARN or a pattern, or by tags.
 *
 * @param before how long what was deleted is still in the store, and so in the next backup
 */
export function backupParts(model: Model, store: Resource, before: Span): Part[] {
  if (!isBackedUp(store)) return [];
  const { byStore, others } = INDEX.of(model, () => indexOf(model));
  return [...(byStore.get(store.qualifiedKey) ?? []), ...others].flatMap((selection) => {
    const match = selection.match(store);
    if (match === 'no') return [];
    const plan = targetOf(model, selection.of, selection.of.get('plan_id'));
    const part = { place: 'backup', days: 'undetermined', held: 'undetermined', of: selection.of } as const;
    if (match === 'open') {
      return [{ ...part, because: `only a plan can tell whether ${selection.of.address} covers the store` }];
    }
    if (plan?.type !== 'aws_backup_plan' || plan.mode !== 'managed') {
      const because = `plan_id is ${describe(selection.of.get('plan_id'))}, which is no plan of this configuration`;
      return [{ ...part, attribute: 'plan_id', because }];
    }
    return plan.blocks('rule').flatMap((rule) => ruleParts(model, plan, rule, before));
  });
}

function indexOf(model: Model): SelectionIndex {
  const byStore = new Map<string, Selection[]>();
  const others: Selection[] = [];
  for (const of of model.resources(SELECTION)) {
    const selection = new Selection(model, of);
    if (!selection.isByReference) {
      others.push(selection);
      continue;
    }
    for (const id of selection.resources.ids) byStore.set(id, [...(byStore.get(id) ?? []), selection]);
  }
  return { byStore, others };
}

function ruleParts(model: Model, plan: Resource, rule: Block, before: Span): Part[] {
  const name = describe(rule.get('rule_name'));
  const later = before === 0 ? '' : ', counted from the last backup that still holds it';
  const backup = (holder: Block, attribute: string, what: string): Part => {
    const held = spanOf(holder.get(LIFECYCLE), 'never');
    return {
      place: 'backup',
      days: plus(before, held),
      held,
      of: plan,
      attribute,
      because: `${what} ${describeSpan(held)}${later}`,
      rule: judge(plan, held, 'BACKUP-001'),
    };
  };
  // A copy without a lifecycle of its own, or one that never ends, ends with its source.
  const copies = rule.blocks('copy_action');
  const lasting = copies.filter((copy) => spanOf(copy.get(LIFECYCLE), 'never') !== 'never');
  const vaults = [
    rule.get('target_vault_name'),
    rule.get('target_logically_air_gapped_backup_vault_arn'),
    ...copies.map((copy) => copy.get('destination_vault_arn')),
  ];
  return [
    backup(rule, `rule.${LIFECYCLE}`, `rule ${name} keeps backups`),
    ...lasting.map((copy) => backup(copy, `rule.copy_action.${LIFECYCLE}`, `rule ${name} keeps copies of backups`)),
    ...vaults.flatMap((vault) => lockParts(model, plan, vault, before)),
  ];
}

function lockParts(model: Model, plan: Resource, value: Value, before: Span): Part[] {
  const text = typeof value === 'string' ? value.replace(/^arn:.*:backup-vault:/, '') : value;
  const vault = targetsOf(model, plan, text, ['aws_backup_vault', AIR_GAPPED], ['name'])[0];
  if (!vault) return [];
  const attribute = 'min_retention_days';
  const locks =
    vault.type === AIR_GAPPED
      ? [vault]
      : companionsOf(model, vault, 'aws_backup_vault_lock_configuration', 'backup_vault_name', ['name']);
  return locks.flatMap((of): Part[] => {
    const held = spanOf(of.get(attribute), 0);
    if (held === 0) return [];
    const because =
      held === 'undetermined'
        ? `${attribute} is ${describe(of.get(attribute))}, which only a plan can tell`
        : `${vault.address} takes no backup that is kept for less than ${held} days, and deletes none before its time`;
    const rule = judge(vault, held, 'BACKUP-002');
    return [{ place: 'vault lock', days: plus(before, held), held, of, attribute, because, rule }];
  });
}

/** A plan or a vault is judged by its own class and retention. Where that lets it pass, the store is judged by its. */
function judge(holder: Resource, held: Span, rule: string): string {
  const declared = declaredRetention(holder)?.days;
  const isTooLong = held === 'never' || (typeof declared === 'number' && typeof held === 'number' && held > declared);
  return holdsPersonalData(holder) && isTooLong ? rule : ERASURE_RULE;
}

function describeSpan(span: Span): string {
  if (span === 'never') return 'forever: it has no lifecycle.delete_after';
  return span === 'undetermined' ? 'for as long as only a plan can tell' : `for ${span} days`;
}
