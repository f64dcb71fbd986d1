import { holdsPersonalData, declaredRetention } from '../../../aws/declared';
import { Block } from '../../../terraform/block';
import { Resource } from '../../../terraform/stack';
import { asNumber, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { worst } from '../../verdicts/checks';

const PATH = 'lifecycle.delete_after';

/** Backups that end. */
export const RULE: ResourceRule = {
  id: 'BACKUP-001',
  name: 'backups-expire-within-retention',
  title: 'Backups of personal data are deleted, within the declared retention',
  severity: 'medium',
  claims: ['2.3.a'],
  rationale:
    'AWS Backup keeps a recovery point forever unless its rule says when it is deleted. What was erased in the database lives on in every one of them. Where the posture or the tag tom:retention-days declares how long personal data is kept, no backup is kept longer. Copies take the lifecycle of the backup unless they have one of their own, which is held to the same. Until a backup ends, what was erased must be erased again after a restore.',
  fix: 'Set `lifecycle.delete_after` in every rule, and in every `copy_action` that has a lifecycle, to a number of days within the declared retention.',
  sources: [
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/creating-a-backup-plan.html',
    'https://docs.aws.amazon.com/aws-backup/latest/APIReference/API_Lifecycle.html',
    'https://eur-lex.europa.eu/eli/reg/2016/679/oj (Art. 17)',
  ],
  types: ['aws_backup_plan'],
  check: (plan) => {
    if (!holdsPersonalData(plan)) return undefined;
    return worst(
      plan.blocks('rule').flatMap((rule) => [
        lifecycleVerdict(plan, rule, `rule ${describe(rule.get('rule_name'))}`),
        ...rule
          .blocks('copy_action')
          .filter((copy) => copy.blocks('lifecycle').length > 0)
          .map((copy) => lifecycleVerdict(plan, copy, `a copy of rule ${describe(rule.get('rule_name'))}`)),
      ])
    );
  },
};

function lifecycleVerdict(plan: Resource, block: Block, where: string): Verdict {
  const value = block.get(PATH);
  if (isUnknown(value)) return undetermined(`${PATH} of ${where} is ${value.text}, which only a plan can tell`);
  const days = asNumber(value) ?? 0;
  // A plan writes 0, and the API -1, for what is never deleted.
  if (days <= 0) return violated(`${PATH} of ${where} is ${describe(value)}: recovery points are kept forever`);
  const declared = declaredRetention(plan);
  if (declared === undefined) return MET;
  if (isUnknown(declared.days)) return undetermined(`only a plan can tell ${declared.text}`);
  return days <= declared.days ? MET : violated(`${PATH} of ${where} is ${days}, more than ${declared.text}`);
}
