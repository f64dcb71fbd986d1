import { recordOf } from '../../../aws/declared';
import { CategoryRecord, ScheduleRecord } from '../../../toms/record';
import { MET, StackRule, Verdict, violated } from '../../rule';

/** Schedules that say of each category how long, and why. */
export const RULE: StackRule = {
  id: 'AWS-033',
  name: 'retention-schedule-whole',
  title: 'A retention schedule names days and a legal basis for each of its categories',
  severity: 'medium',
  claims: ['2.2.a'],
  rationale:
    'Personal data is kept no longer than its purpose needs, and the record of processing names the time limits. A schedule with a category without days, or without what the days rest on, leaves that open for every store of the category. Read is the schedule that `RetentionSchedule` writes into each stack. Whether the period is right and the legal basis holds, people decide.',
  fix: "Write both: `RetentionSchedule.set(app, { invoices: { retentionDays: 2922, legalBasis: '§ 147 AO' } })`.",
  sources: ['https://eur-lex.europa.eu/eli/reg/2016/679/oj (Art. 5(1)(e), 30(1)(f))'],
  checkStack: (stack) =>
    recordOf(stack).schedules.map((schedule) => ({
      subject: { stack, address: `retention schedule of ${schedule.path || 'the app'}`, constructPath: schedule.path },
      verdict: judge(schedule),
    })),
};

function judge({ categories }: ScheduleRecord): Verdict {
  const all = Object.entries(categories);
  if (all.length === 0) return violated('it has no category');
  const missing = all.flatMap(([name, category]) => missingOf(name, category));
  return missing.length === 0 ? MET : violated(missing.join('; '));
}

function missingOf(name: string, { retentionDays, legalBasis }: CategoryRecord): string[] {
  const lacks = [
    ...(retentionDays === undefined ? ['days'] : []),
    ...(legalBasis === undefined || legalBasis.trim() === '' ? ['legal basis'] : []),
  ];
  return lacks.length === 0 ? [] : [`the category "${name}" has no ${lacks.join(' and no ')}`];
}
