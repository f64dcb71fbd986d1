import { VULNERABILITIES } from '../../../aws/events/demanded-events';
import { ResourceRule } from '../../rule';
import { reportedVerdict } from '../../verdicts/reported';

/** Rules of EventBridge for what Amazon Inspector finds. */
export const RULE: ResourceRule = {
  id: 'EVENTS-008',
  name: 'vulnerabilities-tracked',
  title: 'A rule of EventBridge for findings of Amazon Inspector is enabled',
  severity: 'medium',
  claims: ['5.1.2.b'],
  rationale:
    'A finding that stays in the console of Inspector is dealt with when somebody looks. A rule that is disabled sends it nowhere. It is met where the rules of its account and Region that have a target together hear of every active finding of the severities critical, high, medium and low, whatever it is about. Rules that hear of some severities only are not judged, and show nothing. Which program is behind the target, and what it does, no configuration says.',
  fix: 'Enable the rule, or remove it. `VulnerabilityProgramme` does.',
  sources: ['https://docs.aws.amazon.com/inspector/latest/user/eventbridge-integration.html'],
  types: ['aws_cloudwatch_event_rule'],
  check: (rule, model) => reportedVerdict(model, rule, VULNERABILITIES, 'left out'),
};
