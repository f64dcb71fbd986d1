import { Model, Resource } from '../../model';
import { Condition, PolicyReading, Statement, isEverybody, isOpen, readPolicy } from '../../policy';

/** The policies of a bucket: resources of their own, and the one within it. */
export function bucketPolicies(
  model: Model,
  bucket: Resource
): { readonly of: Resource; readonly policy: PolicyReading }[] {
  const split = model.companions(bucket, 'aws_s3_bucket_policy', 'bucket');
  return [
    ...split.map((of) => ({ of, policy: readPolicy(model, of, 'policy') })),
    ...(bucket.has('policy') ? [{ of: bucket, policy: readPolicy(model, bucket, 'policy') }] : []),
  ];
}

/** Whether the policies of a bucket hold a statement, lack it, or cannot be read far enough to tell. */
export function bucketPolicyDenies(
  model: Model,
  bucket: Resource,
  matches: (statement: Statement) => boolean
): 'found' | 'absent' | { readonly because: string } {
  let because: string | undefined;
  for (const { of, policy } of bucketPolicies(model, bucket)) {
    if (!policy) continue;
    if ('broken' in policy) continue;
    if ('unknown' in policy) because = `the policy of ${of.address} is ${policy.unknown}, which only a plan can tell`;
    else if (policy.statements.some(matches)) return 'found';
    else if (!policy.complete)
      because = `a part of the policy of ${of.address} (${policy.missing}) is only known to a plan`;
  }
  if (because === undefined && model.hasUndeterminedCompanion('aws_s3_bucket_policy', 'bucket')) {
    because = 'a bucket policy names its bucket by a value that only a plan can tell';
  }
  return because === undefined ? 'absent' : { because };
}

/** Whether a statement denies everything in the bucket, to everybody, on one condition alone. */
export function isDeniedTo(statement: Statement, key: string, matches: (condition: Condition) => boolean): boolean {
  return (
    statement.effect === 'Deny' &&
    statement.principals.some(isEverybody) &&
    statement.actions.some((action) => action === '*' || action.toLowerCase() === 's3:*') &&
    coversBucketAndObjects(statement) &&
    statement.conditions.length === 1 &&
    statement.conditions[0].key === key &&
    matches(statement.conditions[0])
  );
}

/** `*`, or the bucket and everything below it. */
export function coversBucketAndObjects(statement: Statement): boolean {
  const { resources } = statement;
  if (resources.includes('*')) return true;
  const objects = resources.filter((resource) => resource.endsWith('/*')).map((resource) => resource.slice(0, -2));
  return (
    objects.some((bucket) => resources.includes(bucket)) ||
    resources.some((resource) => /^[^/]*[^/]\*$/.test(resource) && !isOpen(resource))
  );
}
