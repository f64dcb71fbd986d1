import { isEphemeral } from '../../../aws/declared';
import { describe, isTrue, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

/** Buckets that are not destroyed with what is in them. */
export const RULE: ResourceRule = {
  id: 'S3-012',
  name: 'bucket-not-emptied',
  title: 'A bucket outside ephemeral environments is not emptied when it is destroyed',
  severity: 'medium',
  measures: ['4.1'],
  rationale:
    'The versions in a bucket are what a restore comes from. With force_destroy one wrong destroy, or a change that replaces the bucket, deletes every object and version; without it S3 refuses to delete a bucket that is not empty.',
  fix: 'Use `EncryptedBucket`, or remove `force_destroy`. A stack that may lose its data says so: environment EPHEMERAL, or the tag tom:environment = ephemeral.',
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/delete-bucket.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket',
  ],
  types: ['aws_s3_bucket'],
  check: (bucket) => {
    if (isEphemeral(bucket)) return undefined;
    const value = bucket.get('force_destroy');
    if (isUnknown(value)) return unknownAttribute('force_destroy', value);
    if (!isTrue(value)) return MET;
    return violated(`force_destroy is ${describe(value)}, so a destroy deletes every object and version`, {
      force_destroy: false,
    });
  },
};
