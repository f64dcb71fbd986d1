import { holdsPersonalData, declaredRetention } from '../../../aws/declared';
import { describe, asNumber, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, undetermined, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

const ATTRIBUTE = 'message_retention_seconds';
const DAY = 86_400;

/** What SQS keeps where nobody says how long: 4 days. */
const DEFAULT = 4 * DAY;

/** Queues that keep no message too long. */
export const RULE: ResourceRule = {
  id: 'SQS-004',
  name: 'queue-within-retention',
  title: 'A queue keeps personal data no longer than the declared retention',
  severity: 'low',
  measures: ['2.2'],
  rationale:
    'A message that nobody takes stays in its queue for 4 days, and for up to 14 if it is told to; a queue of dead letters is where it stays. A queue whose class nobody declares counts as personal; where neither the posture nor the tag tom:retention-days declares a retention, the rule does not apply.',
  fix: 'Set `message_retention_seconds` to no more than the declared days, which have 86400 seconds each.',
  sources: ['https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html'],
  types: ['aws_sqs_queue'],
  check: (queue) => {
    const declared = holdsPersonalData(queue) ? declaredRetention(queue) : undefined;
    if (declared === undefined) return undefined;
    const { days, text } = declared;
    if (isUnknown(days)) return undetermined(`the declared retention is ${days.text}, which only a plan can tell`);
    const seconds = queue.get(ATTRIBUTE);
    if (isUnknown(seconds)) return unknownAttribute(ATTRIBUTE, seconds);
    if ((asNumber(seconds) ?? DEFAULT) <= days * DAY) return MET;
    const kept = seconds === undefined ? 'not set, which means 4 days' : describe(seconds);
    return violated(`${ATTRIBUTE} is ${kept}, more than ${text}`, {
      [ATTRIBUTE]: days * DAY,
    });
  },
};
