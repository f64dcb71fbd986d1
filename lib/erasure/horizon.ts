import { dataCategoryOf, dataClassOf, holdsPersonalData, declaredRetention } from '../aws/declared';
import { logUse } from '../aws/s3/log-bucket';
import { Memo } from '../terraform/memo';
import { Model } from '../terraform/model';
import { Resource } from '../terraform/stack';
import { isUnknown } from '../terraform/value';
import { DEMANDS } from '../toms/demands';
import { SELECTION, backupParts } from './backups';
import { bucketParts, isReplicated } from './buckets';
import { databaseParts, fileSystemParts } from './databases';
import { Span, longest } from './days';
import { ERASURE_RULE, Part } from './erasure-part';
import { domainParts, heldParts, logGroupParts, volumeParts } from './services';
import { tableParts } from './tables';

type Parts = (model: Model, store: Resource) => Part[];

const PARTS: { readonly [type: string]: Parts } = {
  aws_cloudwatch_log_group: logGroupParts,
  aws_db_instance: databaseParts,
  aws_docdb_cluster: databaseParts,
  aws_dynamodb_table: tableParts,
  aws_ebs_volume: volumeParts,
  aws_efs_file_system: fileSystemParts,
  aws_elasticache_cluster: databaseParts,
  aws_elasticache_replication_group: databaseParts,
  aws_elasticache_serverless_cache: databaseParts,
  aws_kinesis_stream: (_model, stream) => heldParts(stream, 'KINESIS-002'),
  aws_memorydb_cluster: databaseParts,
  aws_neptune_cluster: databaseParts,
  aws_opensearch_domain: domainParts,
  aws_rds_cluster: databaseParts,
  aws_redshift_cluster: databaseParts,
  aws_s3_bucket: bucketParts,
  aws_sqs_queue: (_model, queue) => heldParts(queue, 'SQS-004'),
};

/** The stores whose horizon is computed. */
export const ERASURE_TYPES: readonly string[] = Object.keys(PARTS);

/** Deleted data that outlives the declared retention. */
export interface Conflict {
  /** The rule that names it as a finding. */
  readonly rule: string;
  readonly message: string;
}

/** When what was deleted from a store is gone. */
export interface Horizon {
  readonly store: Resource;
  /** The worst number of days. */
  readonly days: Span;
  /** How long the data may be kept, where somebody declares it. */
  readonly retention: Span | undefined;
  /** Whether it keeps logs, which the declared retention is not about. */
  readonly isLogs: boolean;
  readonly parts: readonly Part[];
  /** Empty where nobody declares a retention, for data that is not personal, and for buckets of logs, which are kept for a purpose of their own. */
  readonly conflicts: readonly Conflict[];
}

const HORIZONS = new Memo<Horizon>();

/** The erasure horizon of a store, or `undefined` for everything else. */
export function horizonOf(model: Model, store: Resource): Horizon | undefined {
  const partsOf = PARTS[store.type];
  if (partsOf === undefined) return undefined;
  return HORIZONS.of(store, () => compute(model, store, partsOf));
}

/**
 * Whether what was deleted from a store may live on outside it. What a bucket without copies keeps itself, rules of their own judge: most buckets are
 * such, and their horizon need not be computed to check them.
 */
export function hasCopies(model: Model, store: Resource): boolean {
  return store.type !== 'aws_s3_bucket' || isReplicated(model, store) || model.resources(SELECTION).length > 0;
}

function compute(model: Model, store: Resource, partsOf: Parts): Horizon {
  const own = partsOf(model, store);
  const within = own.filter((part) => WITHIN.includes(part.place));
  const parts = [...own, ...backupParts(model, store, longest(within.map(({ days }) => days)))];
  const days = longest(parts.map((part) => part.days));
  const isLogs = isLogBucket(model, store);
  const declared = isLogs ? undefined : declaredRetention(store);
  if (declared === undefined) return { store, days, retention: undefined, isLogs, parts, conflicts: [] };
  const retention = isUnknown(declared.days) ? 'undetermined' : declared.days;
  const conflicts = holdsPersonalData(store)
    ? parts.flatMap((part) => conflictOf(store, part, retention, declared.text))
    : [];
  return { store, days, retention, isLogs, parts, conflicts };
}

/** What a backup of the store takes along: a backup of a bucket holds its noncurrent versions too. */
const WITHIN: readonly Part['place'][] = ['live data', 'noncurrent versions', 'Object Lock'];

/** Whether a store keeps logs, whose retention has a purpose of its own. */
function isLogBucket(model: Model, store: Resource): boolean {
  return store.type === 'aws_s3_bucket' && logUse(model, store) !== undefined;
}

function conflictOf(store: Resource, part: Part, retention: Span, declared: string): Conflict[] {
  const { days, of, attribute, place, demanded = 0, rule = ERASURE_RULE } = part;
  const decides = [of === store ? '' : of.address, attribute ?? ''].filter((text) => text !== '').join(' ');
  const where = decides === '' ? PLACES[place] : `${PLACES[place]} (${decides})`;
  if (days === 'never') {
    return [{ rule, message: `what was deleted stays ${where} forever, and not only for ${declared}` }];
  }
  if (typeof days !== 'number' || typeof retention !== 'number') return [];
  if (isWithin(days, Math.max(retention, demanded))) return [];
  return [{ rule, message: `what was deleted stays ${where} for ${days} days, more than ${declared}` }];
}

/** Whether days are within a retention, and the delay in which AWS deletes what is due. */
export function isWithin(days: number, retention: number): boolean {
  return days <= retention + DEMANDS.deletionDelayDays;
}

/** How a sentence names a place. */
const PLACES: { readonly [P in Part['place']]: string } = {
  'live data': 'in the store',
  'noncurrent versions': 'in noncurrent versions',
  'Object Lock': 'under Object Lock',
  replica: 'in a replica',
  'point-in-time recovery': 'in point-in-time recovery',
  'automated backups': 'in automated backups',
  snapshot: 'in a snapshot',
  backup: 'in backups',
  'vault lock': 'under a vault lock',
  'log events': 'in the log group',
};

/** A part as reports show it. */
export interface ErasurePart {
  readonly place: string;
  readonly days: Span;
  /** What decides: `stack:address`, and the attribute there. */
  readonly address: string;
  readonly attribute?: string;
  readonly because: string;
}

/** A horizon as reports show it. */
export interface Erasure {
  /** `stack:address` */
  readonly store: string;
  readonly dataClass: string;
  /** Its category in the retention schedule. */
  readonly dataCategory?: string;
  readonly days: Span;
  readonly retentionDays?: Span;
  /** That it keeps logs, which the declared retention is not about. */
  readonly purpose?: 'logs';
  readonly parts: readonly ErasurePart[];
  readonly conflicts: readonly Conflict[];
}

/** The horizons of all stores, by address. */
export function erasureOf(model: Model): Erasure[] {
  const horizons = ERASURE_TYPES.flatMap((type) => model.resources(type)).flatMap(
    (store) => horizonOf(model, store) ?? []
  );
  return horizons.map(shown).sort((a, b) => (a.store < b.store ? -1 : a.store > b.store ? 1 : 0));
}

function shown({ store, days, retention, isLogs, parts, conflicts }: Horizon): Erasure {
  return {
    store: store.qualifiedAddress,
    dataClass: dataClassOf(store) ?? 'not declared',
    dataCategory: dataCategoryOf(store),
    days,
    retentionDays: retention,
    purpose: isLogs ? 'logs' : undefined,
    parts: parts.map((part) => ({
      place: part.place,
      days: part.days,
      address: part.of.qualifiedAddress,
      attribute: part.attribute,
      because: part.because,
    })),
    conflicts,
  };
}
