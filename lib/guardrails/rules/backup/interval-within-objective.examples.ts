import { Json, JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

/** A plan with an objective, whose rules follow schedules. */
function plan(rpoHours: Json, schedules: readonly Json[], more: JsonObject = {}): JsonObject {
  const rule = schedules.map((schedule, at) => ({ rule_name: `rule-${at}`, schedule, ...more }));
  return { resource: { aws_backup_plan: { orders: { name: 'orders', tags: { 'tom:rpo-hours': rpoHours }, rule } } } };
}

export const EXAMPLES: Examples = {
  pass: [
    { title: 'one a night, for a day', terraform: plan('24', ['cron(0 2 * * ? *)']) },
    {
      title: 'two rules that make four hours together, and a rate',
      terraform: plan('4', ['cron(0 0/8 * * ? *)', 'cron(0 4,12,20 * * ? *)', 'rate(1 day)']),
    },
  ],
  fail: [
    {
      title: 'one a night, for four hours',
      terraform: plan('4', ['cron(0 2 * * ? *)']),
      addresses: ['aws_backup_plan.orders'],
    },
    {
      title: 'on working days, for a day',
      terraform: plan('24', ['cron(0 2 ? * MON-FRI *)']),
      addresses: ['aws_backup_plan.orders'],
    },
    {
      title: 'an objective that is none',
      terraform: plan('soon', ['cron(0 2 * * ? *)']),
      addresses: ['aws_backup_plan.orders'],
    },
  ],
  undetermined: [
    {
      title: 'a schedule from a variable',
      terraform: { variable: { schedule: {} }, ...plan('4', ['${var.schedule}']) },
      addresses: ['aws_backup_plan.orders'],
    },
    {
      title: 'the last day of each month',
      terraform: plan('24', ['cron(0 2 L * ? *)']),
      addresses: ['aws_backup_plan.orders'],
    },
    {
      title: 'continuous backup besides',
      terraform: plan('1', ['cron(0 2 * * ? *)'], { enable_continuous_backup: true }),
      addresses: ['aws_backup_plan.orders'],
    },
  ],
};
