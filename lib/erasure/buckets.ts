import { deleteMarkers } from '../aws/s3/delete-markers';
import { LifecycleRule, lifecycleOf } from '../aws/s3/lifecycle';
import { lockedDays } from '../aws/s3/object-lock';
import { versioningOf } from '../aws/s3/versioning';
import { Block } from '../terraform/block';
import { configured } from '../terraform/configured';
import { Model } from '../terraform/model';
import { companionsOf, hasUndeterminedCompanion, targetsOf } from '../terraform/references';
import { Resource } from '../terraform/stack';
import { Value, asNumber, isUnknown, describe } from '../terraform/value';
import { Span, inDays, longest, plus } from './days';
import { Part, goneAtOnce } from './erasure-part';

const LOCK = 'aws_s3_bucket_object_lock_configuration';
const REPLICATION = 'aws_s3_bucket_replication_configuration';
const DEFAULT_RETENTION = 'rule.default_retention';

/** S3 acts at the midnight UTC that follows the last day. Then it works through its queue, for which AWS promises no time. */
const ROUNDING = 1;

/** Where what is deleted from a bucket lives on, its replicas included. */
export function bucketParts(model: Model, bucket: Resource): Part[] {
  return [...withinBucket(model, bucket), ...replicaParts(model, bucket)];
}

/** Whether a bucket has replicas. */
export function isReplicated(model: Model, bucket: Resource): boolean {
  if (bucket.has('replication_configuration')) return true;
  return model.resources(REPLICATION).length > 0 && companionsOf(model, bucket, REPLICATION, 'bucket').length > 0;
}

function withinBucket(model: Model, bucket: Resource): Part[] {
  const versioning = versioningOf(model, bucket);
  if (versioning === 'off') {
    return [goneAtOnce(bucket, 'the bucket keeps no versions: what is deleted is gone')];
  }
  const versions = versionsPart(model, bucket);
  if (typeof versioning === 'object' && typeof versions.days !== 'number') {
    return [{ ...versions, days: 'undetermined', held: 'undetermined', because: versioning.because }];
  }
  return [versions, ...lockParts(model, bucket)];
}

function versionsPart(model: Model, bucket: Resource): Part {
  const { rules, open } = lifecycleOf(model, bucket);
  const place = 'noncurrent versions';
  const shortest = shortestOf(rules, (rule) => (keepsVersions(rule) === false ? rule.noncurrentDays : undefined));
  if (shortest) {
    const { rule, days } = shortest;
    return {
      place,
      days: days + ROUNDING,
      held: days,
      of: rule.of,
      attribute: lifecycleAttribute(rule, 'noncurrent_version_expiration'),
      because: `noncurrent versions expire ${inDays(days)} after the deletion, at the next midnight UTC`,
    };
  }
  const unsettled = rules.find((rule) => mayExpire(rule, rule.noncurrentDays) && keepsVersions(rule) !== true);
  if (open !== undefined || unsettled) {
    const because = open ?? `only a plan can tell when the lifecycle of ${unsettled?.of.address} expires versions`;
    return { place, days: 'undetermined', held: 'undetermined', of: unsettled?.of ?? bucket, because };
  }
  const kept = rules.find((rule) => mayExpire(rule, rule.noncurrentDays));
  const because = kept
    ? `newer_noncurrent_versions is ${describe(kept.keptVersions)}: that many versions of an object stay forever`
    : 'no lifecycle rule that is on and covers all of the bucket expires noncurrent versions';
  return { place, days: 'never', held: 'never', of: kept?.of ?? bucket, because, rule: 'S3-008' };
}

/** Whether a rule keeps some noncurrent versions forever. */
function keepsVersions({ keptVersions }: LifecycleRule): boolean | 'open' {
  if (isUnknown(keptVersions)) return 'open';
  return (asNumber(keptVersions) ?? 0) > 0;
}

function mayExpire({ isEnabled, isWhole }: LifecycleRule, days: Value): boolean {
  return isEnabled !== false && isWhole !== false && (isUnknown(days) || (asNumber(days) ?? 0) > 0);
}

/** Of the rules that certainly act on every object the one that acts first: where several do, S3 takes the shortest. */
function shortestOf(
  rules: readonly LifecycleRule[],
  daysOf: (rule: LifecycleRule) => Value
): { readonly rule: LifecycleRule; readonly days: number } | undefined {
  const certain = rules.flatMap((rule) => {
    const days = asNumber(daysOf(rule)) ?? 0;
    return rule.isEnabled === true && rule.isWhole === true && days > 0 ? [{ rule, days }] : [];
  });
  return certain.sort((a, b) => a.days - b.days)[0];
}

function lifecycleAttribute({ of }: LifecycleRule, block: string): string {
  return of.type === 'aws_s3_bucket' ? `lifecycle_rule.${block}.days` : `rule.${block}.noncurrent_days`;
}

function lockParts(model: Model, bucket: Resource): Part[] {
  const part = { place: 'Object Lock', rule: 'S3-013' } as const;
  const unknown = (because: string, of = bucket): Part[] => [
    { ...part, days: 'undetermined', held: 'undetermined', of, because },
  ];
  const parts: Part[] = [];
  const read = (of: Resource, attribute: string): void => {
    const locked = lockedDays(of, attribute);
    if (locked === 0) return;
    if (isUnknown(locked)) {
      parts.push(...unknown(`the default retention is ${describe(locked)}, which only a plan can tell`, of));
      return;
    }
    const mode = configured(of, `${attribute}.mode`);
    const because = `every version is locked for ${inDays(locked)} after it was written, in mode ${describe(mode)}`;
    parts.push({ ...part, days: locked + ROUNDING, held: locked, of, attribute, because });
  };
  for (const of of companionsOf(model, bucket, LOCK, 'bucket')) read(of, DEFAULT_RETENTION);
  read(bucket, `object_lock_configuration.${DEFAULT_RETENTION}`);
  if (parts.length > 0) return parts;
  if (hasUndeterminedCompanion(model, LOCK, 'bucket')) {
    return unknown(`an ${LOCK} names its bucket by a value that only a plan can tell`);
  }
  const enabled = configured(bucket, 'object_lock_enabled');
  if (enabled === undefined || enabled === false || enabled === 'false') return [];
  return unknown('Object Lock is on without a default retention: who writes an object says how long it is locked');
}

function replicaParts(model: Model, bucket: Resource): Part[] {
  const split = companionsOf(model, bucket, REPLICATION, 'bucket').flatMap((of) =>
    of.blocks('rule').map((rule) => ({ of, rule, markers: deleteMarkers(rule, 'delete_marker_replication.status') }))
  );
  const inline = bucket
    .blocks('replication_configuration.rules')
    .map((rule) => ({ of: bucket, rule, markers: deleteMarkers(rule, 'delete_marker_replication_status') }));
  return [...split, ...inline]
    .filter(({ rule }) => rule.get('status') !== 'Disabled')
    .map(({ of, rule, markers }) => replicaPart(model, bucket, of, rule, markers));
}

function replicaPart(model: Model, source: Resource, of: Resource, rule: Block, markers: Value): Part {
  const destination = rule.get('destination.bucket');
  const part = { place: 'replica', of } as const;
  const replica = replicaOf(model, of, destination);
  if (!replica) {
    const because = `${describe(destination)} is no bucket of this configuration`;
    return { ...part, days: 'undetermined', held: 'undetermined', attribute: 'rule.destination.bucket', because };
  }
  if (isUnknown(markers)) {
    const because = `whether ${replica.address} learns of deletions is ${markers.text}, which only a plan can tell`;
    return { ...part, days: 'undetermined', held: 'undetermined', because };
  }
  const within = withinBucket(model, replica);
  const days = longest(within.map((inner) => inner.days));
  const held = longest(within.map((inner) => inner.held));
  const told = markers === 'Enabled';
  const aged = expiryOf(model, source);
  if (told && aged === 'never') {
    return { ...part, days, held, because: `${replica.address} learns of deletions, and keeps what it deletes itself` };
  }
  // What a lifecycle rule deletes is never replicated as a deletion: the replica has to expire it by its own age.
  const own = expiryOf(model, replica);
  const cause = told
    ? `${replica.address} does not learn of what the lifecycle of its source deletes`
    : `delete markers are not replicated to ${replica.address}`;
  return {
    ...part,
    days: plus(plus(own, ROUNDING), days),
    held: longest([own, held]),
    attribute: told ? undefined : 'rule.delete_marker_replication.status',
    because: `${cause}, ${describeExpiry(own)}`,
    rule: told || of === source ? undefined : 'S3-014',
  };
}

function describeExpiry(span: Span): string {
  if (span === 'never') return 'and it expires no current objects by itself';
  return span === 'undetermined'
    ? 'and only a plan can tell when it expires current objects by itself'
    : `which expires objects ${inDays(span)} after they were written`;
}

/** How many days after they were written the lifecycle deletes the current objects of a bucket. */
function expiryOf(model: Model, bucket: Resource): Span {
  const { rules, open } = lifecycleOf(model, bucket);
  const shortest = shortestOf(rules, ({ currentDays }) => currentDays);
  if (shortest) return shortest.days;
  const dated = rules.some(({ isEnabled, currentDate }) => isEnabled !== false && (currentDate ?? '') !== '');
  const unsettled = rules.some((rule) => mayExpire(rule, rule.currentDays));
  return open !== undefined || dated || unsettled ? 'undetermined' : 'never';
}

function replicaOf(model: Model, of: Resource, destination: Value): Resource | undefined {
  const name = typeof destination === 'string' ? destination.replace(/^arn:[^:]*:s3:::/, '') : destination;
  return targetsOf(model, of, name, ['aws_s3_bucket'], ['bucket'])[0];
}
