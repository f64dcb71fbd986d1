import { isVariable } from '../../../terraform/is-variable';
import { configured } from '../../../terraform/configured';
import { describe } from '../../../terraform/value';
import { MET, ResourceRule, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

const ATTRIBUTE = 'cloud_watch_logs_group_arn';

/** Trails that alarms and searches read within minutes. */
export const RULE: ResourceRule = {
  id: 'CLOUDTRAIL-004',
  name: 'trail-feeds-log-group',
  title: 'A trail feeds a log group',
  severity: 'high',
  claims: ['8.1.i'],
  rationale: 'The log group is what alarms and searches read within minutes; the bucket only keeps.',
  fix: `Set \`${ATTRIBUTE}\` to a log group such as a \`RetainedLogGroup\`, and \`cloud_watch_logs_role_arn\` to a role that writes to it.`,
  sources: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html',
    'AWS Security Hub CloudTrail.5',
  ],
  types: ['aws_cloudtrail'],
  check: (trail) => {
    const value = configured(trail, ATTRIBUTE);
    if (value === undefined || value === '') {
      return violated(`${ATTRIBUTE} is ${describe(value)}: alarms and searches see nothing of the trail`);
    }
    return isVariable(value) ? unknownAttribute(ATTRIBUTE, value) : MET;
  },
};
