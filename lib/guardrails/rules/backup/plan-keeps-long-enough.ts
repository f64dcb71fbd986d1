import { isEphemeral } from '../../../aws/declared';
import { minBackupDays } from '../../../aws/min-backup-days';
import { Block } from '../../../terraform/block';
import { Resource } from '../../../terraform/stack';
import { Value, asNumber, isUnknown } from '../../../terraform/value';
import { DEMANDS } from '../../../toms/demands';
import { ResourceRule, Verdict, MET, undetermined, violated } from '../../rule';
import { worst } from '../../verdicts/checks';

const PATH = 'lifecycle.delete_after';

/** Plans whose backups are there when somebody looks for them. */
export const RULE: ResourceRule = {
  id: 'BACKUP-005',
  name: 'plan-keeps-long-enough',
  title: `A backup plan keeps backups, and copies of them, for ${DEMANDS.backupDays} days, of personal data for ${DEMANDS.personalBackupDays}, or the declared retention where that is shorter`,
  severity: 'medium',
  claims: ['4.1.g'],
  rationale:
    'A faulty release or a break-in is often found only weeks later: a plan that keeps each backup for a day has none from before. The rule of the plan that keeps the longest counts, so that an hourly one may keep less; of the copies the longest too, since they are there for the day on which the backups are gone. A rule with no `delete_after` keeps forever, which BACKUP-001 judges. A copy with no lifecycle of its own takes that of its backup. The data class is that of the plan. How often a plan runs is not judged, and environments that live for a test run are left out.',
  fix: `Set \`delete_after\` in the \`lifecycle\` of at least one \`rule\`, and of one \`copy_action\`, to ${DEMANDS.personalBackupDays} days or more, within the declared retention.`,
  sources: [
    'https://docs.aws.amazon.com/config/latest/developerguide/backup-plan-min-frequency-and-min-retention-check.html',
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/creating-a-backup-plan.html',
  ],
  demands: ['backupDays'],
  types: ['aws_backup_plan'],
  check: (plan) => {
    if (isEphemeral(plan)) return undefined;
    const rules = plan.blocks('rule');
    const copies = rules.flatMap((rule) => rule.blocks('copy_action').map((copy) => daysOfCopy(rule, copy)));
    return worst([
      verdictOn(
        plan,
        'backups',
        rules.map((rule) => rule.get(PATH))
      ),
      verdictOn(plan, 'copies', copies),
    ]);
  },
};

function daysOfCopy(rule: Block, copy: Block): Value {
  return (copy.blocks('lifecycle').length > 0 ? copy : rule).get(PATH);
}

/** The verdict on what is kept for the longest of some days. `undefined` where there are none. */
function verdictOn(plan: Resource, what: string, all: readonly Value[]): Verdict | undefined {
  if (all.length === 0) return undefined;
  const demanded = minBackupDays(plan);
  const longest = Math.max(...all.map((value) => (isUnknown(value) ? 0 : daysOf(value))));
  if (longest >= demanded) return MET;
  const open = all.find(isUnknown);
  if (open) return undetermined(`${PATH} of ${what} is ${open.text}, which only a plan can tell`);
  return violated(`${what} are kept for ${longest} days at the longest, less than ${demanded}`);
}

/** A plan writes 0, and the API -1, for what is never deleted. */
function daysOf(value: Value): number {
  const days = asNumber(value) ?? 0;
  return days > 0 ? days : Infinity;
}
