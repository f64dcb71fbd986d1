import { Memo } from '../../../terraform/memo';
import { Model } from '../../../terraform/model';
import { Resource } from '../../../terraform/stack';
import { ENCRYPTION_HEADERS } from '../../s3/encryption-headers';
import { conditionsHold } from '../evaluation/conditions';
import { Context as RequestContext } from '../evaluation/context';
import { Decision, OF_RESOURCES } from '../evaluation/evaluate';
import { Denial, denialsToEverybody } from '../evaluation/statements';
import { STRANGER, Text, hole, someOf, textOf } from '../evaluation/text';
import { Question, ask } from './ask';
import { bestRequest } from './best-request';
import { unlimited } from './holders';
import { resourcePolicies } from './resource-side';
import { accountTextOf, arnOf, partitionOf, regionTextOf } from './symbols';

type Context = NonNullable<Question['context']>;

const { algorithm: ALGORITHM, keyId: KEY, customerAlgorithm: CUSTOMER_ALGORITHM } = ENCRYPTION_HEADERS;

/** What stands for the ARN of somebody's key. */
const SOME_KEY = '${a key}';

type Outcome = Pick<Decision, 'decision' | 'on'>;

const REFUSED: Outcome = { decision: 'deny', on: [] };

const NOT_OF_THE_WRITER: Context = { [CUSTOMER_ALGORITHM]: 'absent' };

/**
 * What an upload may say of its encryption, where that is not what the bucket does by default: the key of S3, a key of somebody, or a key of KMS without saying
 * which, which is the one that AWS manages.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html
 */
export const UPLOADS = {
  ofS3: { ...NOT_OF_THE_WRITER, [ALGORITHM]: ['AES256'], [KEY]: 'absent' },
  ofOthers: { ...NOT_OF_THE_WRITER, [ALGORITHM]: ['aws:kms'], [KEY]: [SOME_KEY] },
  unnamed: { ...NOT_OF_THE_WRITER, [ALGORITHM]: ['aws:kms'], [KEY]: 'absent' },
} as const satisfies { readonly [name: string]: Context };

/** A key that is none of those which a plan tells, and one that is none of those which a policy writes out. */
const OTHER_KEYS: readonly Text[] = [
  [hole('another key', ':/', STRANGER)],
  [...'00000000-0000-0000-0000-000000000000'],
];

const UPLOAD = 's3:PutObject';
const ACTION = textOf(UPLOAD, { folds: true });
const ANY_OBJECT = someOf(textOf('/*', { wildcards: true }));

/** Whether a denial to everybody says it by itself: nearly every bucket that refuses an upload does so, and the whole of the evaluation need not be asked. */
function isPlainlyRefused(model: Model, bucket: Resource, context: Context): boolean {
  const known = new Map<string, readonly Text[] | 'absent'>();
  for (const key of Object.keys(context)) {
    const values = context[key];
    known.set(key, values === 'absent' ? values : values.map((value) => valueOf(bucket, value)));
  }
  const requested = new RequestContext(known, false);
  const denials = DENIALS.of(bucket, () =>
    denialsToEverybody(
      resourcePolicies(model, bucket),
      ACTION,
      [...arnOf(bucket), ...ANY_OBJECT],
      OF_RESOURCES,
      HEADERS
    )
  );
  return denials.some(({ conditions, texts }) => conditionsHold(conditions, requested, texts).is === 'yes');
}

const HEADERS: ReadonlySet<string> = new Set(Object.values(ENCRYPTION_HEADERS));

const DENIALS = new Memo<readonly Denial[]>();

function valueOf(bucket: Resource, value: string): Text {
  return value === SOME_KEY ? [...keysOf(bucket), ...OTHER_KEYS[0]] : [...value];
}

/** Whether the policies of a bucket certainly refuse an upload with such an encryption, by any role of the account. */
export function refusesUpload(model: Model, bucket: Resource, context: Context): boolean {
  if (isPlainlyRefused(model, bucket, context)) return true;
  return OTHER_KEYS.some((key) => uploadOf(model, bucket, context, key).decision === 'deny');
}

/** What becomes of the upload that gets furthest: by a role that may do anything and has no tags, in the way that the policies leave open. */
export function bestUploadOf(model: Model, bucket: Resource, context: Context): Outcome {
  if (isPlainlyRefused(model, bucket, context)) return REFUSED;
  const [one, other] = OTHER_KEYS;
  const found = bestWith(model, bucket, context, one);
  if (found.decision === 'deny') return found;
  const also = bestWith(model, bucket, context, other);
  return also.decision === 'depends' ? found : also;
}

function bestWith(model: Model, bucket: Resource, context: Context, key: Text): Decision {
  const policies = resourcePolicies(model, bucket);
  const best = (facts: Context): Decision =>
    bestRequest((chosen) => uploadOf(model, bucket, { ...context, ...facts, ...chosen }, key), policies);
  const decision = best({});
  const tags = decision.on.filter((on) => on.startsWith('aws:principaltag/'));
  if (decision.decision !== 'depends' || tags.length === 0) return decision;
  return best(Object.fromEntries(tags.map((tag) => [tag, 'absent' as const])));
}

function uploadOf(model: Model, bucket: Resource, context: Context, key: Text): Decision {
  const account = accountTextOf(bucket);
  const id = [...'arn:', ...partitionOf(bucket), ...':iam::', ...account, ...':role/', hole('which role writes', ':/')];
  const own = { identity: [unlimited('the policies of a role that writes')] };
  const texts = { [SOME_KEY]: [...keysOf(bucket), ...key] };
  return ask(model, { action: UPLOAD, resource: bucket, context, texts }, { kind: 'role', id, account }, own);
}

/** The ARNs of the keys beside a bucket, up to their ids. */
function keysOf(bucket: Resource): Text {
  const place = [...regionTextOf(bucket), ':', ...accountTextOf(bucket)];
  return [...'arn:', ...partitionOf(bucket), ...':kms:', ...place, ...':key/'];
}
