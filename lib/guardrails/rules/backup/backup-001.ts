import { Block, Resource, describe } from '../../model';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { asNumber, isUnknown } from '../../value';
import { worst } from '../checks';
import { declaredRetention } from '../declared-retention';

const PATH = 'lifecycle.delete_after';

/** Backups that end. */
export const BACKUP_001: ResourceRule = {
  id: 'BACKUP-001',
  title: 'Backups of personal data are deleted, within the declared retention',
  severity: 'medium',
  measures: ['2.3'],
  rationale:
    'AWS Backup keeps a recovery point for ever unless its rule says when it is deleted. What was erased in the database lives on in every one of them. Where the posture or the tag tom:retention-days declares how long personal data is kept, no backup is kept longer. Copies take the lifecycle of the backup unless they have one of their own, which is held to the same. Until a backup ends, what was erased must be erased again after a restore.',
  fix: 'Set `lifecycle.delete_after` in every rule, and in every `copy_action` that has a lifecycle, to a number of days within the declared retention.',
  sources: [
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/creating-a-backup-plan.html',
    'https://docs.aws.amazon.com/aws-backup/latest/APIReference/API_Lifecycle.html',
    'https://eur-lex.europa.eu/eli/reg/2016/679/oj (Art. 17)',
  ],
  types: ['aws_backup_plan'],
  check: (plan) => {
    if (!plan.isPersonal) return undefined;
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
  examples: {
    pass: [
      {
        title: 'within the retention of the posture, copies by the same lifecycle',
        terraform: {
          '//': {
            toms: { posture: { path: 'app', environment: 'production', dataClass: 'personal', retentionDays: 90 } },
          },
          resource: {
            aws_backup_plan: {
              daily: {
                count: 2,
                rule: {
                  rule_name: 'daily',
                  target_vault_name: 'main',
                  lifecycle: { delete_after: 35 },
                  copy_action: { destination_vault_arn: 'arn' },
                },
              },
            },
          },
        },
      },
      {
        title: 'nothing declared, and data that is not personal, blocks as lists',
        terraform: {
          resource: [
            {
              aws_backup_plan: [
                { all: [{ rule: [{ rule_name: 'all', lifecycle: [{ delete_after: 400 }] }] }] },
                { builds: [{ tags: { 'tom:data-class': 'internal' }, rule: [{ rule_name: 'builds' }] }] },
              ],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'the second rule keeps for ever, blocks as lists',
        terraform: {
          resource: [
            {
              aws_backup_plan: [
                {
                  all: [
                    {
                      rule: [
                        { rule_name: 'daily', lifecycle: [{ delete_after: 35 }] },
                        { rule_name: 'monthly', lifecycle: [{ cold_storage_after: 30 }] },
                      ],
                    },
                  ],
                },
              ],
            },
          ],
        },
        addresses: ['aws_backup_plan.all'],
      },
      {
        title: 'a copy outlasts what the tag declares',
        terraform: {
          resource: {
            aws_backup_plan: {
              daily: {
                tags: { 'tom:retention-days': '90' },
                rule: {
                  rule_name: 'daily',
                  lifecycle: { delete_after: 35 },
                  copy_action: { destination_vault_arn: 'arn', lifecycle: { delete_after: 365 } },
                },
              },
            },
          },
        },
        addresses: ['aws_backup_plan.daily'],
      },
      {
        title: 'no lifecycle within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.backup',
                  resources: [
                    {
                      address: 'module.backup.aws_backup_plan.daily',
                      mode: 'managed',
                      type: 'aws_backup_plan',
                      name: 'daily',
                      values: { name: 'daily', rule: [{ rule_name: 'daily', lifecycle: [] }] },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.backup.aws_backup_plan.daily'],
      },
    ],
    undetermined: [
      {
        title: 'a variable holds the days',
        terraform: {
          variable: { days: {} },
          resource: {
            aws_backup_plan: { daily: { rule: { rule_name: 'daily', lifecycle: { delete_after: '${var.days}' } } } },
          },
        },
        addresses: ['aws_backup_plan.daily'],
      },
    ],
  },
};

function lifecycleVerdict(plan: Resource, block: Block, where: string): Verdict {
  const value = block.get(PATH);
  if (isUnknown(value)) return undetermined(`${PATH} of ${where} is ${value.text}, which only a plan can tell`);
  const days = asNumber(value) ?? 0;
  // A plan writes 0, and the API -1, for what is never deleted.
  if (days <= 0) return violated(`${PATH} of ${where} is ${describe(value)}: recovery points are kept for ever`);
  const declared = declaredRetention(plan);
  if (declared === undefined) return MET;
  if (isUnknown(declared.days)) return undetermined(`only a plan can tell ${declared.text}`);
  return days <= declared.days ? MET : violated(`${PATH} of ${where} is ${days}, more than ${declared.text}`);
}
