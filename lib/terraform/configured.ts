import { Block } from './block';
import { Value, isUnknown } from './value';

/**
 * What an attribute holds where the configuration sets it. A plan also calls unknown what the provider will fill in
 * because nobody set it, such as the old attributes within `aws_s3_bucket`: that is not set.
 */
export function configured(block: Block, path: string): Value {
  const value = block.get(path);
  const isFilledIn =
    isUnknown(value) && value.references.some((reference) => reference.startsWith('known_after_apply.'));
  return isFilledIn ? undefined : value;
}
