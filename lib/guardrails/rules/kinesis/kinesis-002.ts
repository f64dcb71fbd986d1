import { MET, ResourceRule, undetermined, violated } from '../../rule';
import { asNumber, isUnknown } from '../../value';
import { unknownAttribute } from '../checks';
import { declaredRetention } from '../declared-retention';

/** What Kinesis keeps where nobody says how long. */
const DEFAULT_HOURS = 24;

/** Streams that keep no record too long. */
export const KINESIS_002: ResourceRule = {
  id: 'KINESIS-002',
  title: 'A stream keeps personal data no longer than the declared retention',
  severity: 'low',
  measures: ['2.2'],
  rationale:
    'A stream keeps its records for a day, and for up to a year if it is told to. What it holds beyond the declared retention can still be read, and nobody can delete a single record. A stream whose class nobody declares counts as personal; where neither the posture nor the tag tom:retention-days declares a retention, the rule does not apply.',
  fix: 'Set `retention_period`, in hours, to no more than the declared days.',
  sources: ['https://docs.aws.amazon.com/streams/latest/dev/kinesis-extended-retention.html'],
  types: ['aws_kinesis_stream'],
  check: (stream) => {
    const declared = stream.isPersonal ? declaredRetention(stream) : undefined;
    if (declared === undefined) return undefined;
    const { days, text } = declared;
    if (isUnknown(days)) return undetermined(`the declared retention is ${days.text}, which only a plan can tell`);
    const period = stream.get('retention_period');
    if (isUnknown(period)) return unknownAttribute('retention_period', period);
    const hours = asNumber(period) ?? DEFAULT_HOURS;
    if (hours <= days * 24) return MET;
    return violated(`retention_period is ${hours} hours, more than ${text}`, {
      retention_period: days * 24,
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
            aws_kinesis_stream: { clicks: { count: 2, retention_period: 168 }, orders: { name: 'orders' } },
          },
        },
      },
      {
        title: 'the declared retention is one of personal data',
        terraform: {
          '//': {
            toms: { posture: { path: 'app', environment: 'production', dataClass: 'internal', retentionDays: 7 } },
          },
          resource: [{ aws_kinesis_stream: [{ builds: [{ retention_period: 8760 }] }] }],
        },
      },
      {
        title: 'nothing is declared',
        terraform: { resource: { aws_kinesis_stream: { clicks: { retention_period: 8760 } } } },
      },
    ],
    fail: [
      {
        title: 'longer than declared',
        terraform: {
          '//': {
            toms: { posture: { path: 'app', environment: 'production', dataClass: 'personal', retentionDays: 7 } },
          },
          resource: { aws_kinesis_stream: { clicks: { retention_period: 169 } } },
        },
        addresses: ['aws_kinesis_stream.clicks'],
      },
      {
        title: 'longer than declared, where nobody says what the data is, in lists',
        terraform: {
          '//': {
            toms: { posture: { path: 'app', environment: 'production', dataClass: 'unknown', retentionDays: 30 } },
          },
          resource: [{ aws_kinesis_stream: [{ clicks: [{ retention_period: '8760' }] }] }],
        },
        addresses: ['aws_kinesis_stream.clicks'],
      },
    ],
    undetermined: [
      {
        title: 'a variable decides',
        terraform: {
          '//': {
            toms: { posture: { path: 'app', environment: 'production', dataClass: 'personal', retentionDays: 7 } },
          },
          variable: { hours: {} },
          resource: { aws_kinesis_stream: { clicks: { retention_period: '${var.hours}' } } },
        },
        addresses: ['aws_kinesis_stream.clicks'],
      },
    ],
  },
};
