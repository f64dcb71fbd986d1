import { holdsPersonalData, declaredRetention } from '../../../aws/declared';
import { describe, asNumber, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, undetermined, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

const PATH = 'retention_period.retention_period_value';

/** Recycle bins that are emptied in time. */
export const RULE: ResourceRule = {
  id: 'RBIN-001',
  name: 'recycle-bin-within-retention',
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
    const declared = holdsPersonalData(rule) ? declaredRetention(rule) : undefined;
    if (declared === undefined) return undefined;
    const value = rule.get(PATH);
    if (isUnknown(value)) return unknownAttribute(PATH, value);
    if (isUnknown(declared.days)) return undetermined(`only a plan can tell ${declared.text}`);
    const days = asNumber(value);
    if (days === undefined) return undetermined(`${PATH} is ${describe(value)}, which is no number of days`);
    return days <= declared.days ? MET : violated(`${PATH} is ${describe(value)}, more than ${declared.text}`);
  },
};
