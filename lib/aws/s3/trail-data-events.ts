import { Block } from '../../terraform/block';
import { replaceInterpolations } from '../../terraform/expression/scanner';
import { Memo } from '../../terraform/memo';
import { Model } from '../../terraform/model';
import { Resource } from '../../terraform/stack';
import { Value, asStrings, isFalse, isUnknown } from '../../terraform/value';
import { bucketIds, bucketsNamedBy } from './bucket-reference';

const EVERY_BUCKET = '*';
const OBJECTS = 'AWS::S3::Object';

/** Which buckets trails record. */
interface Recorded {
  /** Ids of buckets, or `EVERY_BUCKET`. */
  readonly named: Set<string>;
  /** Where trails record every bucket but some: the ids of those that all of these trails leave out. */
  except?: Set<string>;
}

interface Coverage {
  readonly reads: Recorded;
  readonly writes: Recorded;
  open: string | undefined;
}

const COVERAGE = new Memo<Coverage>();

/**
 * Whether trails record who reads and writes the objects of a bucket, as data events.
 * Where they may, by a value that only a plan can tell, the reason.
 */
export function recordsDataEvents(model: Model, bucket: Resource): boolean | { readonly because: string } {
  const ids = bucketIds(bucket);
  const { reads, writes, open } = COVERAGE.of(model, () => readTrails(model));
  if (isRecorded(reads, ids) && isRecorded(writes, ids)) return true;
  return open === undefined ? false : { because: open };
}

function isRecorded({ named, except }: Recorded, ids: string[]): boolean {
  if (named.has(EVERY_BUCKET) || ids.some((id) => named.has(id))) return true;
  return except !== undefined && !ids.some((id) => except.has(id));
}

function readTrails(model: Model): Coverage {
  const coverage: Coverage = { reads: { named: new Set() }, writes: { named: new Set() }, open: undefined };
  for (const trail of model.present('aws_cloudtrail')) {
    if (isFalse(trail.get('enable_logging'))) continue;
    for (const selector of trail.blocks('event_selector')) readSelector(model, trail, selector, coverage);
    for (const selector of trail.blocks('advanced_event_selector')) readAdvanced(model, trail, selector, coverage);
  }
  return coverage;
}

function readSelector(model: Model, trail: Resource, selector: Block, coverage: Coverage): void {
  const type = selector.get('read_write_type') ?? 'All';
  for (const data of selector.blocks('data_resource')) {
    if (data.get('type') !== OBJECTS) continue;
    add(model, trail, data.get('values'), type !== 'WriteOnly', type !== 'ReadOnly', coverage);
  }
}

/** Selectors that narrow the events by anything but the bucket and by reading or writing do not count. */
function readAdvanced(model: Model, trail: Resource, selector: Block, coverage: Coverage): void {
  let isObjects = false;
  let buckets: Value = EVERY_BUCKET;
  let except: Value;
  let reads = true;
  let writes = true;
  for (const field of selector.blocks('field_selector')) {
    const equals = asStrings(field.get('equals'));
    const name = field.get('field');
    if (name === 'resources.type') isObjects = equals.includes(OBJECTS);
    else if (name === 'readOnly') {
      reads = equals.includes('true');
      writes = equals.includes('false');
    } else if (name === 'resources.ARN' && field.has('starts_with')) buckets = field.get('starts_with');
    else if (name === 'resources.ARN' && field.has('not_starts_with')) except = field.get('not_starts_with');
    else if (name !== 'eventCategory') return;
  }
  if (!isObjects) return;
  if (except === undefined) add(model, trail, buckets, reads, writes, coverage);
  // What begins with one thing and not with another is a part of a bucket, or nothing.
  else if (buckets === EVERY_BUCKET) leaveOut(model, trail, except, reads, writes, coverage);
}

function add(model: Model, trail: Resource, values: Value, reads: boolean, writes: boolean, coverage: Coverage): void {
  for (const value of Array.isArray(values) ? values : [values]) {
    const isEvery = isEveryBucket(value);
    if (!isEvery && !isWholeBucket(value)) continue;
    const ids = isEvery ? [EVERY_BUCKET] : bucketsNamedBy(model, trail, value);
    // CloudTrail documents a bucket with a slash behind it, and not what it does without.
    if (!isEvery && !endsBucketName(value)) {
      coverage.open = `the data events of ${trail.address} name a bucket without the slash that CloudTrail asks for`;
      continue;
    }
    if (ids.length === 0) coverage.open = `the data events of ${trail.address} are only known to a plan`;
    for (const id of ids) {
      if (reads) coverage.reads.named.add(id);
      if (writes) coverage.writes.named.add(id);
    }
  }
}

/** Every bucket but those that are named, in whole or in part. The beginning of a name may be that of any bucket. */
function leaveOut(
  model: Model,
  trail: Resource,
  values: Value,
  reads: boolean,
  writes: boolean,
  coverage: Coverage
): void {
  const except = new Set<string>();
  for (const value of Array.isArray(values) ? values : [values]) {
    const ids = endsBucketName(value) ? bucketsNamedBy(model, trail, value) : [];
    if (ids.length === 0) {
      if (isUnknown(value)) coverage.open = `the data events of ${trail.address} are only known to a plan`;
      return;
    }
    for (const id of ids) except.add(id);
  }
  for (const recorded of [...(reads ? [coverage.reads] : []), ...(writes ? [coverage.writes] : [])]) {
    const before = recorded.except;
    recorded.except = before ? new Set([...before].filter((id) => except.has(id))) : except;
  }
}

function endsBucketName(value: Value): boolean {
  const text = isUnknown(value) ? replaceInterpolations(value.text, () => 'bucket') : value;
  return typeof text === 'string' && text.includes('/');
}

function isEveryBucket(value: Value): boolean {
  return typeof value === 'string' && (value === EVERY_BUCKET || /^arn:[^:]*:s3(:::)?$/.test(value));
}

/** `arn:aws:s3:::invoices/`, `${aws_s3_bucket.invoices.arn}/`, but not a prefix within the bucket. */
function isWholeBucket(value: Value): boolean {
  const text = isUnknown(value) ? replaceInterpolations(value.text, () => 'bucket') : value;
  return typeof text === 'string' && /^[^/]+\/?$/.test(text);
}
