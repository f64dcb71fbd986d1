import { Block, Model, Resource } from '../../model';
import { Value, asStrings, isFalse, isUnknown } from '../../value';
import { bucketIds, bucketsNamedBy } from './bucket-reference';

const EVERY_BUCKET = '*';
const OBJECTS = 'AWS::S3::Object';

interface Coverage {
  /** Ids of buckets, or `EVERY_BUCKET`. */
  readonly reads: Set<string>;
  readonly writes: Set<string>;
  open: string | undefined;
}

const COVERAGE = new WeakMap<Model, Coverage>();

/**
 * Whether trails record who reads and writes the objects of a bucket, as data events.
 * Where they may, by a value that only a plan can tell, the reason.
 */
export function recordsDataEvents(model: Model, bucket: Resource): boolean | { readonly because: string } {
  let coverage = COVERAGE.get(model);
  if (!coverage) COVERAGE.set(model, (coverage = readTrails(model)));
  const ids = [EVERY_BUCKET, ...bucketIds(bucket)];
  const { reads, writes, open } = coverage;
  if (ids.some((id) => reads.has(id)) && ids.some((id) => writes.has(id))) return true;
  return open === undefined ? false : { because: open };
}

function readTrails(model: Model): Coverage {
  const coverage: Coverage = { reads: new Set(), writes: new Set(), open: undefined };
  for (const trail of model.resources('aws_cloudtrail')) {
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
    else if (name !== 'eventCategory') return;
  }
  if (isObjects) add(model, trail, buckets, reads, writes, coverage);
}

function add(model: Model, trail: Resource, values: Value, reads: boolean, writes: boolean, coverage: Coverage): void {
  for (const value of Array.isArray(values) ? values : [values]) {
    const isEvery = isEveryBucket(value);
    if (!isEvery && !isWholeBucket(value)) continue;
    const ids = isEvery ? [EVERY_BUCKET] : bucketsNamedBy(model, trail, value);
    if (ids.length === 0) coverage.open = `the data events of ${trail.address} are only known to a plan`;
    for (const id of ids) {
      if (reads) coverage.reads.add(id);
      if (writes) coverage.writes.add(id);
    }
  }
}

function isEveryBucket(value: Value): boolean {
  return typeof value === 'string' && (value === EVERY_BUCKET || /^arn:[^:]*:s3(:::)?$/.test(value));
}

/** `arn:aws:s3:::invoices/`, `${aws_s3_bucket.invoices.arn}/`, but not a prefix within the bucket. */
function isWholeBucket(value: Value): boolean {
  const text = isUnknown(value) ? value.text.replace(/\$\{[^}]*\}/g, 'bucket') : value;
  return typeof text === 'string' && /^[^/]+\/?$/.test(text);
}
