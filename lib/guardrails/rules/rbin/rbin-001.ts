import { describe } from '../../model';
import { MET, ResourceRule, undetermined, violated } from '../../rule';
import { asNumber, isUnknown } from '../../value';
import { unknownAttribute } from '../checks';
import { declaredRetention } from '../declared-retention';

const PATH = 'retention_period.retention_period_value';

/** Recycle bins that are emptied in time. */
export const RBIN_001: ResourceRule = {
  id: 'RBIN-001',
  title: 'A recycle bin keeps no deleted personal data beyond the declared retention',
  severity: 'high',
  measures: ['2.3'],
  rationale:
    'Recycle Bin keeps snapshots, images and volumes after somebody deleted them, for as many days as its rule says, and nobody can empty it before. While the rule is locked, nobody can shorten it either. What was to be erased can be restored all that time. The data class is that of the rule: its tag, or the posture. Whether a rule covers a whole region or what carries a tag is not looked at. Where nobody declares a retention, nothing is judged.',
  fix: 'Set `retention_period_value` to no more than the retention that the posture or the tag tom:retention-days declares. A rule that holds nothing personal takes the tag tom:data-class.',
  sources: [
    'https://docs.aws.amazon.com/ebs/latest/userguide/recycle-bin.html',
    'https://docs.aws.amazon.com/ebs/latest/userguide/recycle-bin-create-rule.html',
    'https://eur-lex.europa.eu/eli/reg/2016/679/oj (Art. 17)',
  ],
  types: ['aws_rbin_rule'],
  check: (rule) => {
    const declared = rule.isPersonal ? declaredRetention(rule) : undefined;
    if (declared === undefined) return undefined;
    const value = rule.get(PATH);
    if (isUnknown(value)) return unknownAttribute(PATH, value);
    if (isUnknown(declared.days)) return undetermined(`only a plan can tell ${declared.text}`);
    const days = asNumber(value);
    if (days === undefined) return undetermined(`${PATH} is ${describe(value)}, which is no number of days`);
    return days <= declared.days ? MET : violated(`${PATH} is ${describe(value)}, more than ${declared.text}`);
  },
  examples: {
    pass: [
      {
        title: 'within the retention of the posture',
        terraform: {
          '//': {
            toms: { posture: { path: 'app', environment: 'production', dataClass: 'personal', retentionDays: 90 } },
          },
          resource: {
            aws_rbin_rule: {
              snapshots: {
                count: 2,
                resource_type: 'EBS_SNAPSHOT',
                retention_period: { retention_period_value: 14, retention_period_unit: 'DAYS' },
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
              aws_rbin_rule: [
                { some: [{ resource_type: 'EC2_IMAGE', retention_period: [{ retention_period_value: 365 }] }] },
                {
                  builds: [
                    {
                      resource_type: 'EBS_SNAPSHOT',
                      tags: { 'tom:data-class': 'internal', 'tom:retention-days': '7' },
                      retention_period: [{ retention_period_value: 30, retention_period_unit: 'DAYS' }],
                    },
                  ],
                },
              ],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'a year, locked, where the posture says 90 days, blocks as lists',
        terraform: {
          '//': {
            toms: { posture: { path: 'app', environment: 'production', dataClass: 'personal', retentionDays: 90 } },
          },
          resource: [
            {
              aws_rbin_rule: [
                {
                  snapshots: [
                    {
                      resource_type: 'EBS_SNAPSHOT',
                      retention_period: [{ retention_period_value: 365, retention_period_unit: 'DAYS' }],
                      lock_configuration: [{ unlock_delay: [{ unlock_delay_unit: 'DAYS', unlock_delay_value: 30 }] }],
                    },
                  ],
                },
              ],
            },
          ],
        },
        addresses: ['aws_rbin_rule.snapshots'],
      },
      {
        title: 'more than the tag declares, within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.data',
                  resources: [
                    {
                      address: 'module.data.aws_rbin_rule.volumes',
                      mode: 'managed',
                      type: 'aws_rbin_rule',
                      name: 'volumes',
                      values: {
                        resource_type: 'EBS_VOLUME',
                        retention_period: [{ retention_period_value: 7, retention_period_unit: 'DAYS' }],
                        tags: { 'tom:data-class': 'personal', 'tom:retention-days': '3' },
                      },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.data.aws_rbin_rule.volumes'],
      },
    ],
    undetermined: [
      {
        title: 'variables hold the days, or what is declared; or nobody says any',
        terraform: {
          variable: { bin: {}, retention: {} },
          resource: {
            aws_rbin_rule: {
              days: {
                tags: { 'tom:retention-days': '90' },
                retention_period: { retention_period_value: '${var.bin}' },
              },
              declared: {
                tags: { 'tom:retention-days': '${var.retention}' },
                retention_period: { retention_period_value: 14 },
              },
              none: { tags: { 'tom:retention-days': '90' } },
            },
          },
        },
        addresses: ['aws_rbin_rule.days', 'aws_rbin_rule.declared', 'aws_rbin_rule.none'],
      },
    ],
  },
};
