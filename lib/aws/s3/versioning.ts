import { configured } from '../../terraform/configured';
import { Model } from '../../terraform/model';
import { companionsOf, hasUndeterminedCompanion } from '../../terraform/references';
import { Resource } from '../../terraform/stack';
import { isTrue, isUnknown } from '../../terraform/value';

/** Whether a bucket keeps versions. One that no longer does still has those that it kept before. */
export type Versioning = 'on' | 'suspended' | 'off' | { readonly because: string };

/** Whether a bucket keeps versions, by whichever of the provider's two styles, or why only a plan can tell. */
export function versioningOf(model: Model, bucket: Resource): Versioning {
  const type = 'aws_s3_bucket_versioning';
  const split = companionsOf(model, bucket, type, 'bucket');
  const found = split.map((of) => of.get('versioning_configuration.status'));
  // Object Lock works on versions, and switches versioning on.
  found.push(configured(bucket, 'versioning.enabled'), configured(bucket, 'object_lock_enabled'));
  if (found.some((value) => value === 'Enabled' || isTrue(value))) return 'on';
  const open = found.find(isUnknown);
  if (open) return { because: `versioning is ${open.text}, which only a plan can tell` };
  if (found.includes('Suspended')) return 'suspended';
  if (split.length > 0 || !hasUndeterminedCompanion(model, type, 'bucket')) return 'off';
  return { because: `an ${type} names its bucket by a value that only a plan can tell` };
}
