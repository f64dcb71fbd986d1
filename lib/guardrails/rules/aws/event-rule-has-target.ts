import { companionsOf, hasUndeterminedCompanion } from '../../../terraform/references';
import { MET, ResourceRule, undetermined, violated } from '../../rule';

const TARGET = 'aws_cloudwatch_event_target';

/** Rules of EventBridge that somebody hears. */
export const RULE: ResourceRule = {
  id: 'AWS-029',
  name: 'event-rule-has-target',
  title: 'A rule of EventBridge has a target',
  severity: 'low',
  claims: ['8.1.q'],
  rationale:
    'A rule without a target matches events and does nothing: an alarm on sessions, findings or changes is silent, and nobody misses it.',
  fix: `Add an \`${TARGET}\` whose \`rule\` names it.`,
  sources: [
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rules.html',
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html',
  ],
  types: ['aws_cloudwatch_event_rule'],
  check: (rule, model) => {
    if (companionsOf(model, rule, TARGET, 'rule', ['id', 'name']).length > 0) return MET;
    if (hasUndeterminedCompanion(model, TARGET, 'rule')) {
      return undetermined(`an ${TARGET} names its rule by a value that only a plan can tell`);
    }
    return violated(`no ${TARGET} names the rule: what it matches reaches nobody`);
  },
};
