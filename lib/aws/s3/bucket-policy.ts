import { replaceInterpolations } from '../../terraform/expression/scanner';
import { Model } from '../../terraform/model';
import { hasUndeterminedCompanion } from '../../terraform/references';
import { Resource } from '../../terraform/stack';
import { Condition, Statement, coversAction, isEverybody, isOpen } from '../iam/policy';
import { policiesOf } from '../iam/resource-policies';

/** Whether the policies of a bucket hold a statement, lack it, or cannot be read far enough to tell. */
export function bucketPolicyDenies(
  model: Model,
  bucket: Resource,
  matches: (statement: Statement) => boolean
): 'found' | 'absent' | { readonly because: string } {
  let because: string | undefined;
  for (const { of, policy } of policiesOf(model, bucket)) {
    if ('broken' in policy) continue;
    if ('unknown' in policy) because = `the policy of ${of.address} is ${policy.unknown}, which only a plan can tell`;
    else if (policy.statements.some(matches)) return 'found';
    else if (!policy.complete)
      because = `a part of the policy of ${of.address} (${policy.missing}) is only known to a plan`;
  }
  if (because === undefined && hasUndeterminedCompanion(model, 'aws_s3_bucket_policy', 'bucket')) {
    because = 'a bucket policy names its bucket by a value that only a plan can tell';
  }
  return because === undefined ? 'absent' : { because };
}

/** Whether a statement denies everything in the bucket, to everybody, on only one condition. */
export function isDeniedTo(statement: Statement, key: string, matches: (condition: Condition) => boolean): boolean {
  return (
    statement.conditions.length === 1 &&
    statement.conditions[0].key === key &&
    statement.effect === 'Deny' &&
    matches(statement.conditions[0]) &&
    statement.principals.some(isEverybody) &&
    statement.actions.some((action) => action === '*' || action.toLowerCase() === 's3:*') &&
    coversBucketAndObjects(statement)
  );
}

/** `*`, or the bucket and everything below it. */
export function coversBucketAndObjects(statement: Statement): boolean {
  const { resources } = statement;
  if (resources.includes('*')) return true;
  return (
    resources.some((resource) => resource.endsWith('/*') && resources.includes(resource.slice(0, -2))) ||
    resources.some((resource) => /^[^/]*[^/]\*$/.test(resource) && !isOpen(resource))
  );
}

/** Whether a statement denies an action on every object of the bucket, to everybody and without a condition. */
export function isDeniedOnObjects(statement: Statement, action: string): boolean {
  return (
    statement.effect === 'Deny' &&
    statement.principals.some(isEverybody) &&
    statement.conditions.length === 0 &&
    statement.actions.some((pattern) => coversAction(pattern, action)) &&
    statement.resources.some((resource) => resource === '*' || isEveryObject(resource))
  );
}

/** `arn:aws:s3:::logs/*`, `${aws_s3_bucket.logs.arn}/*`, but not a prefix below it. */
function isEveryObject(resource: string): boolean {
  const bucket = replaceInterpolations(resource, () => 'bucket');
  return /^[^/]+\/?\*$/.test(bucket);
}
