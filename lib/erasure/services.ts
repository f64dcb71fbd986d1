import { describeRetention, retentionOf } from '../aws/logs/retention';
import { securityLogs } from '../aws/logs/security-log-group';
import { configured } from '../terraform/configured';
import { Model } from '../terraform/model';
import { companionsOf } from '../terraform/references';
import { Resource } from '../terraform/stack';
import { asNumber, describe } from '../terraform/value';
import { DEMANDS } from '../toms/demands';
import { Span, plus, spanOf } from './days';
import { Part, goneAtOnce } from './erasure-part';

/** How long CloudWatch Logs typically takes to delete events whose time is up. */
const LOG_DELAY = 3;

/** How long an event of a log group stays: nobody deletes a single one. */
export function logGroupParts(model: Model, group: Resource): Part[] {
  const days = retentionOf(group);
  const held = spanOf(days, 'never');
  const because =
    typeof held === 'number'
      ? `an event goes with its retention alone, and typically up to 72 hours later: ${describeRetention(group)}`
      : describeRetention(group);
  const demanded = securityLogs(model, group) === undefined ? undefined : DEMANDS.securityLogDays;
  const attribute = 'retention_in_days';
  const rule = 'LOGS-002';
  return [{ place: 'log events', days: plus(held, LOG_DELAY), held, of: group, attribute, because, demanded, rule }];
}

const HOURS = 24;
const SECONDS = 86_400;

/** How long a record of a stream stays: nobody deletes a single one. */
export function streamParts(_model: Model, stream: Resource): Part[] {
  return [heldPart(stream, { attribute: 'retention_period', inADay: HOURS, absent: 1, rule: 'KINESIS-002' })];
}

/** How long a message waits at most. Who takes it deletes it, and then it is gone. */
export function queueParts(_model: Model, queue: Resource): Part[] {
  return [heldPart(queue, { attribute: 'message_retention_seconds', inADay: SECONDS, absent: 4, rule: 'SQS-004' })];
}

interface Holding {
  readonly attribute: string;
  /** How many of the attribute's units a day has. */
  readonly inADay: number;
  /** The days where nobody sets them. */
  readonly absent: number;
  readonly rule: string;
}

function heldPart(of: Resource, { attribute, inADay, absent, rule }: Holding): Part {
  const value = configured(of, attribute);
  const number = asNumber(value);
  const held: Span = number === undefined ? spanOf(value, absent) : number / inADay;
  const because =
    held === 'undetermined'
      ? `${attribute} is ${describe(value)}, which only a plan can tell`
      : `what arrives stays for at most ${held} days: ${attribute} is ${describe(value)}`;
  const days = typeof held === 'number' ? Math.ceil(held) : held;
  return { place: 'live data', days, held, of, attribute, because, rule };
}

/** OpenSearch takes a snapshot every hour, and nobody can switch that off. */
const SNAPSHOT_DAYS = 14;

/** Where what is deleted from a search domain lives on. */
export function domainParts(_model: Model, domain: Resource): Part[] {
  const gone = 'a document that is deleted is gone from searches at once, and from the disk when segments are merged';
  const kept = `the automated snapshots of OpenSearch are kept for ${SNAPSHOT_DAYS} days, which nobody can change`;
  return [
    goneAtOnce(domain, gone),
    { place: 'automated backups', days: SNAPSHOT_DAYS, held: SNAPSHOT_DAYS, of: domain, because: kept },
  ];
}

/** Where what is deleted from a volume lives on: snapshots that somebody asked for. */
export function volumeParts(model: Model, volume: Resource): Part[] {
  const gone = 'what is deleted and overwritten is gone from the volume';
  const kept = 'a snapshot that was asked for is kept until somebody deletes it';
  return [
    goneAtOnce(volume, gone),
    ...companionsOf(model, volume, 'aws_ebs_snapshot', 'volume_id').map((of): Part => ({
      place: 'snapshot',
      days: 'never',
      held: 'never',
      of,
      because: kept,
    })),
  ];
}
