import { BackupPlanRule } from '@cdktf/provider-aws/lib/backup-plan';
import { DEMANDS } from '../../toms/demands';
import { RecoveryObjectives } from './recovery-objectives';

const DAY = 24;
const WEEK = 168;
const NAMES: { readonly [hours: number]: string } = { 1: 'hourly', [DAY]: 'daily', [WEEK]: 'weekly' };

/** Minutes within which a job begins: as few as AWS Backup takes. A job that has not begun by then has expired, which raises an alarm. */
const START_WINDOW_MINUTES = 60;

/** Where backups go. */
interface Places {
  readonly targetVaultName: string;
  readonly copyVaultArns: readonly string[];
}

/**
 * The rules of a plan: backups as far apart as the objective allows. Those that are less than a day apart are kept for a week, beside one a day for as long as the plan
 * keeps backups.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/creating-a-backup-plan.html
 */
export function planRules(objectives: RecoveryObjectives, days: number, places: Places): BackupPlanRule[] {
  const hours = objectives._intervalHours;
  return hours < DAY
    ? [planRule(hours, DEMANDS.backupDays, places), planRule(DAY, days, places)]
    : [planRule(hours, days, places)];
}

function planRule(hours: number, deleteAfter: number, { targetVaultName, copyVaultArns }: Places): BackupPlanRule {
  const lifecycle = { deleteAfter };
  return {
    ruleName: NAMES[hours] ?? `every-${hours}-hours`,
    targetVaultName,
    schedule: scheduleOf(hours),
    startWindow: START_WINDOW_MINUTES,
    lifecycle,
    copyAction: copyVaultArns.map((destinationVaultArn) => ({ destinationVaultArn, lifecycle })),
  };
}

/** When backups begin that are so many hours apart: at night, UTC, or all around the clock. */
function scheduleOf(hours: number): string {
  if (hours === WEEK) return 'cron(0 2 ? * SUN *)';
  if (hours === DAY) return 'cron(0 2 * * ? *)';
  return `cron(0 ${hours === 1 ? '*' : `0/${hours}`} * * ? *)`;
}
