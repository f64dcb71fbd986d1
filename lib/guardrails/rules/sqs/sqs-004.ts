import { describe } from '../../model';
import { MET, ResourceRule, undetermined, violated } from '../../rule';
import { asNumber, isUnknown } from '../../value';
import { unknownAttribute } from '../checks';
import { declaredRetention } from '../declared-retention';

const ATTRIBUTE = 'message_retention_seconds';
const DAY = 86_400;

/** What SQS keeps where nobody says how long: 4 days. */
const DEFAULT = 4 * DAY;

/** Queues that keep no message too long. */
export const SQS_004: ResourceRule = {
  id: 'SQS-004',
  title: 'A queue keeps personal data no longer than the declared retention',
  severity: 'low',
  measures: ['2.2'],
  rationale:
    'A message that nobody takes stays in its queue for 4 days, and for up to 14 if it is told to; a queue of dead letters is where it stays. A queue whose class nobody declares counts as personal; where neither the posture nor the tag tom:retention-days declares a retention, the rule does not apply.',
  fix: 'Set `message_retention_seconds` to no more than the declared days, which have 86400 seconds each.',
  sources: ['https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html'],
  types: ['aws_sqs_queue'],
  check: (queue) => {
    const declared = queue.isPersonal ? declaredRetention(queue) : undefined;
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
  examples: {
    pass: [
      {
        title: 'within the declared retention, by default too',
        terraform: {
          '//': {
            toms: { posture: { path: 'app', environment: 'production', dataClass: 'personal', retentionDays: 7 } },
          },
          resource: {
            aws_sqs_queue: { orders: { count: 2, message_retention_seconds: 604800 }, returns: { name: 'returns' } },
          },
        },
      },
      {
        title: 'the declared retention is one of personal data',
        terraform: {
          '//': {
            toms: { posture: { path: 'app', environment: 'production', dataClass: 'internal', retentionDays: 7 } },
          },
          resource: [{ aws_sqs_queue: [{ builds: [{ message_retention_seconds: 1209600 }] }] }],
        },
      },
      {
        title: 'nothing is declared',
        terraform: { resource: { aws_sqs_queue: { orders: { message_retention_seconds: 1209600 } } } },
      },
    ],
    fail: [
      {
        title: 'longer than declared',
        terraform: {
          '//': {
            toms: { posture: { path: 'app', environment: 'production', dataClass: 'personal', retentionDays: 7 } },
          },
          resource: { aws_sqs_queue: { orders: { message_retention_seconds: 1209600 } } },
        },
        addresses: ['aws_sqs_queue.orders'],
      },
      {
        title: 'longer than declared by default, in lists',
        terraform: {
          '//': {
            toms: { posture: { path: 'app', environment: 'production', dataClass: 'personal', retentionDays: 3 } },
          },
          resource: [{ aws_sqs_queue: [{ orders: [{ name: 'orders' }] }] }],
        },
        addresses: ['aws_sqs_queue.orders'],
      },
    ],
    undetermined: [
      {
        title: 'a variable decides',
        terraform: {
          '//': {
            toms: { posture: { path: 'app', environment: 'production', dataClass: 'personal', retentionDays: 7 } },
          },
          variable: { seconds: {} },
          resource: { aws_sqs_queue: { orders: { message_retention_seconds: '${var.seconds}' } } },
        },
        addresses: ['aws_sqs_queue.orders'],
      },
    ],
  },
};
