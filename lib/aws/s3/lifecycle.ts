import { Block } from '../../terraform/block';
import { configured } from '../../terraform/configured';
import { Memo } from '../../terraform/memo';
import { Model } from '../../terraform/model';
import { companionsOf, hasUndeterminedCompanion } from '../../terraform/references';
import { Resource } from '../../terraform/stack';
import { Unknown, Value, isTrue, isUnknown } from '../../terraform/value';

/** A lifecycle rule of a bucket, whichever of the provider's two styles it is written in. */
export interface LifecycleRule {
  readonly of: Resource;
  readonly isEnabled: boolean | Unknown;
  /** Whether it is about every object of the bucket. */
  readonly isWhole: boolean | Unknown;
  readonly currentDays: Value;
  readonly currentDate: Value;
  readonly noncurrentDays: Value;
  /** How many noncurrent versions stay forever. */
  readonly keptVersions: Value;
  readonly abortDays: Value;
}

/** The lifecycle of a bucket: its rules, and what else there may be that only a plan can tell. */
export interface Lifecycle {
  readonly rules: readonly LifecycleRule[];
  readonly open: string | undefined;
}

/** Several rules ask for the same lifecycle: each is read once. */
const READ = new Memo<Lifecycle>();

/** The lifecycle of a bucket. */
export function lifecycleOf(model: Model, bucket: Resource): Lifecycle {
  return READ.of(bucket, () => readLifecycle(model, bucket));
}

function readLifecycle(model: Model, bucket: Resource): Lifecycle {
  const type = 'aws_s3_bucket_lifecycle_configuration';
  let open = hasUndeterminedCompanion(model, type, 'bucket')
    ? 'a lifecycle configuration names its bucket by a value that only a plan can tell'
    : undefined;
  const rules: LifecycleRule[] = [];
  const read = (of: Resource, path: string, ruleOf: (of: Resource, block: Block) => LifecycleRule): void => {
    const blocks = of.blocks(path);
    for (const block of blocks) rules.push(ruleOf(of, block));
    const whole = blocks.length === 0 ? configured(of, path) : undefined;
    if (isUnknown(whole)) open = `${path} of ${of.address} is ${whole.text}, which only a plan can tell`;
  };
  for (const of of companionsOf(model, bucket, type, 'bucket')) read(of, 'rule', splitRule);
  read(bucket, 'lifecycle_rule', inlineRule);
  return { rules, open };
}

function splitRule(of: Resource, block: Block): LifecycleRule {
  const status = block.get('status');
  return {
    of,
    isEnabled: isUnknown(status) ? status : status === 'Enabled',
    isWhole: coversAll([block.get('prefix'), ...block.blocks('filter').flatMap(partsOf)]),
    currentDays: block.get('expiration.days'),
    currentDate: block.get('expiration.date'),
    noncurrentDays: block.get('noncurrent_version_expiration.noncurrent_days'),
    keptVersions: block.get('noncurrent_version_expiration.newer_noncurrent_versions'),
    abortDays: block.get('abort_incomplete_multipart_upload.days_after_initiation'),
  };
}

/** What a filter says, the blocks within it included. */
function partsOf(filter: Block): Value[] {
  return Object.keys(filter.body).flatMap((name) => {
    if (name === 'tags') return [tagCount(filter)];
    return typeof filter.body[name] === 'object' ? filter.blocks(name).flatMap(partsOf) : [filter.get(name)];
  });
}

function inlineRule(of: Resource, block: Block): LifecycleRule {
  const enabled = block.get('enabled');
  return {
    of,
    isEnabled: isUnknown(enabled) ? enabled : isTrue(enabled),
    isWhole: coversAll([block.get('prefix'), tagCount(block)]),
    currentDays: block.get('expiration.days'),
    currentDate: block.get('expiration.date'),
    noncurrentDays: block.get('noncurrent_version_expiration.days'),
    keptVersions: undefined,
    abortDays: block.get('abort_incomplete_multipart_upload_days'),
  };
}

function tagCount(block: Block): Value {
  const tags = block.get('tags');
  return isUnknown(tags) || tags === undefined ? tags : Object.keys(tags as object).length;
}

/** A filter leaves objects out wherever one of its parts says anything. The provider writes 0 and "" for nothing. */
function coversAll(parts: readonly Value[]): boolean | Unknown {
  const said = parts.filter((part) => part !== undefined && part !== '' && part !== 0);
  return said.every(isUnknown) ? (said[0] ?? true) : false;
}
