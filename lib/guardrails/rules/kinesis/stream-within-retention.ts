import { holdsPersonalData, declaredRetention } from '../../../aws/declared';
import { asNumber, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, undetermined, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

/** What Kinesis keeps where nobody says how long. */
const DEFAULT_HOURS = 24;

/** Streams that keep no record too long. */
export const RULE: ResourceRule = {
  id: 'KINESIS-002',
  name: 'stream-within-retention',
  title: 'A stream keeps personal data no longer than the declared retention',
  severity: 'low',
  measures: ['2.2'],
  rationale:
    'A stream keeps its records for a day, and for up to a year if it is told to. What it holds beyond the declared retention can still be read, and nobody can delete a single record. A stream whose class nobody declares counts as personal; where neither the posture nor the tag tom:retention-days declares a retention, the rule does not apply.',
  fix: 'Set `retention_period`, in hours, to no more than the declared days.',
  sources: ['https://docs.aws.amazon.com/streams/latest/dev/kinesis-extended-retention.html'],
  types: ['aws_kinesis_stream'],
  check: (stream) => {
    const declared = holdsPersonalData(stream) ? declaredRetention(stream) : undefined;
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
};
