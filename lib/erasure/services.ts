import { demandsOf } from '../aws/demanded';
import { heldDays } from '../aws/held-days';
import { describeRetention, retentionOf } from '../aws/logs/retention';
import { securityLogs } from '../aws/logs/security-log-group';
import { RESOURCE_TYPES } from '../aws/types';
import { configured } from '../terraform/configured';
import { Model } from '../terraform/model';
import { companionsOf } from '../terraform/references';
import { Resource } from '../terraform/stack';
import { describe, isUnknown } from '../terraform/value';
import { shortestRetention } from '../toms/cloudwatch-retention';
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
      ? `an event goes only with its retention, and typically up to 72 hours later: ${describeRetention(group)}`
      : describeRetention(group);
  const demanded =
    securityLogs(model, group) === undefined ? undefined : shortestRetention(demandsOf(group.stack).securityLogDays);
  const attribute = 'retention_in_days';
  const rule = 'LOGS-002';
  return [{ place: 'log events', days: plus(held, LOG_DELAY), held, of: group, attribute, because, demanded, rule }];
}

/** How long something of a stream or a queue stays at most: nobody deletes a single record, and a message goes once it was taken. */
export function heldParts(of: Resource, rule: string): Part[] {
  const retention = RESOURCE_TYPES[of.type].retention!;
  const { attribute } = retention;
  const value = configured(of, attribute);
  const found = heldDays(of, retention);
  const held: Span = isUnknown(found) ? 'undetermined' : (found ?? 0);
  const because =
    held === 'undetermined'
      ? `${attribute} is ${describe(value)}, which only a plan can tell`
      : `what arrives stays for at most ${held} days: ${attribute} is ${describe(value)}`;
  const days = typeof held === 'number' ? Math.ceil(held) : held;
  return [{ place: 'live data', days, held, of, attribute, because, rule }];
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
