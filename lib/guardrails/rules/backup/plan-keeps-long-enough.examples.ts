import { Json, JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

/** A plan whose rules keep for some days, the last of them with a copy. */
function plan(days: readonly Json[], copy?: JsonObject, tags: JsonObject = {}): JsonObject {
  const rule = days.map((delete_after, at): JsonObject => {
    const own = { rule_name: `rule-${at}`, target_vault_name: 'main', lifecycle: { delete_after } };
    return copy && at === days.length - 1 ? { ...own, copy_action: { destination_vault_arn: 'arn', ...copy } } : own;
  });
  return { resource: { aws_backup_plan: { main: { name: 'main', tags, rule } } } };
}

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a week, of data that is not personal',
      terraform: plan([7], undefined, { 'tom:data-class': 'internal' }),
    },
    { title: 'hourly for two days, daily for 35, and copies of those', terraform: plan([2, 35], {}) },
    {
      title: 'as long as the declared retention, and a test run',
      terraform: {
        resource: {
          aws_backup_plan: {
            orders: {
              tags: { 'tom:retention-days': '14' },
              rule: { rule_name: 'daily', lifecycle: { delete_after: 14 } },
            },
            test: {
              tags: { 'tom:environment': 'ephemeral' },
              rule: { rule_name: 'daily', lifecycle: { delete_after: 1 } },
            },
          },
        },
      },
    },
  ],
  fail: [
    { title: 'a day', terraform: plan([1]), addresses: ['aws_backup_plan.main'] },
    {
      title: 'copies for a day',
      terraform: plan([35], { lifecycle: { delete_after: 1 } }),
      addresses: ['aws_backup_plan.main'],
    },
  ],
  undetermined: [
    {
      title: 'a variable holds the days',
      terraform: { variable: { days: {} }, ...plan([1, '${var.days}']) },
      addresses: ['aws_backup_plan.main'],
    },
  ],
};
