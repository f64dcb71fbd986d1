import { CHANGED } from '../../../aws/events/demanded-events';
import { ResourceRule } from '../../rule';
import { reportedVerdict } from '../../verdicts/reported';

/** Rules of EventBridge for changes of an account. */
export const RULE: ResourceRule = {
  id: 'EVENTS-007',
  name: 'changes-reported',
  title: 'A rule of EventBridge for changes of networks, identities, trails and keys is enabled',
  severity: 'medium',
  claims: ['3.2.1.d', '3.2.2.c'],
  rationale:
    'A change that no pipeline makes is a mistake or an attack, and either is cheapest to undo at once. A rule that is disabled looks like an alarm and is none. It is met where the rules of its account and Region that have a target together hear of all the calls of the CIS AWS Foundations Benchmark that change security groups, network ACLs, gateways, routes and VPCs, trails and keys, and those of us-east-1 of all that change identities, since IAM tells of them there only: by a user, and by a role that no pattern excepts. A pattern may except the roles of pipelines. Rules that hear of a part are not judged, and show nothing. Filters of a log group with alarms are another way, which is not read: a record may show it.',
  fix: 'Enable the rule, or remove it. `ChangeDetection` makes rules for all these calls.',
  sources: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html',
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html',
    'AWS Security Hub CloudWatch.4, CloudWatch.5, CloudWatch.7, CloudWatch.10 to CloudWatch.14',
  ],
  types: ['aws_cloudwatch_event_rule'],
  check: (rule, model) => reportedVerdict(model, rule, CHANGED, 'left out'),
};
