import { Block } from '../../../terraform/block';
import { companionsOf, hasUndeterminedCompanion } from '../../../terraform/references';
import { Value, isTrue, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';

const FLAGS = ['block_public_acls', 'block_public_policy', 'ignore_public_acls', 'restrict_public_buckets'] as const;

/** Where a type keeps the four flags, and what one is that nobody sets. */
const BLOCKS: { readonly [type: string]: { readonly path: string; readonly absent: boolean } } = {
  aws_s3_bucket_public_access_block: { path: '', absent: false },
  aws_s3_account_public_access_block: { path: '', absent: false },
  aws_s3_access_point: { path: 'public_access_block_configuration.', absent: true },
  aws_s3control_multi_region_access_point: { path: 'details.public_access_block.', absent: true },
};

/** Buckets, access points and accounts that cannot be opened to the public. */
export const RULE: ResourceRule = {
  id: 'S3-003',
  name: 'all-public-access-blocks',
  title: 'All four public access blocks are on',
  severity: 'high',
  claims: ['3.1.1.i', '9.3.c'],
  rationale:
    'The four blocks overrule every policy and ACL that would let the public in, those that somebody adds later included. One that is off leaves a way open.',
  fix: 'Use `EncryptedBucket`, or give the bucket an `aws_s3_bucket_public_access_block` with `block_public_acls`, `block_public_policy`, `ignore_public_acls` and `restrict_public_buckets` set to true. Access points have the four flags in a block of their own.',
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-bpa-settings.html',
    'CIS AWS Foundations Benchmark 3.0.0, 2.1.4',
    'AWS Security Hub S3.1, S3.8, S3.19, S3.24',
  ],
  types: ['aws_s3_bucket', ...Object.keys(BLOCKS)],
  check: (resource, model) => {
    if (resource.type !== 'aws_s3_bucket') {
      const { path, absent } = BLOCKS[resource.type];
      return flagsVerdict(resource, path, absent);
    }
    const type = 'aws_s3_bucket_public_access_block';
    // The flags of a block that is there are judged on the block, where they are fixed.
    if (companionsOf(model, resource, type, 'bucket').length > 0) return undefined;
    if (hasUndeterminedCompanion(model, type, 'bucket')) {
      return undetermined(`an ${type} names its bucket by a value that only a plan can tell`);
    }
    return violated(`the bucket has no ${type}, so a policy or an ACL can open it to the public`);
  },
};

function flagsVerdict(block: Block, path: string, absent: boolean): Verdict {
  const flags = FLAGS.map((flag) => [`${path}${flag}`, block.get(`${path}${flag}`)] as const);
  const isOff = (value: Value): boolean => !isUnknown(value) && !isTrue(value ?? absent);
  const off = flags.filter(([, value]) => isOff(value));
  if (off.length > 0) {
    return violated(
      off.map(([name, value]) => `${name} is ${describe(value)}`).join(', '),
      Object.fromEntries(off.map(([name]) => [name, true]))
    );
  }
  const open = flags.find(([, value]) => isUnknown(value));
  return open ? undetermined(`${open[0]} is ${describe(open[1])}, which only a plan can tell`) : MET;
}
