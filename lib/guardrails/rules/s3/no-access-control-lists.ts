import { Block } from '../../../terraform/block';
import { configured } from '../../../terraform/configured';
import { Resource } from '../../../terraform/stack';
import { Value, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

export const ENFORCED = 'BucketOwnerEnforced';

/** ACLs that grant nothing to anybody but the owner of the bucket. Old providers write the first one unasked. */
const HARMLESS: readonly Value[] = ['private', 'bucket-owner-full-control'];

/** Buckets whose access is decided only by policies. */
export const RULE: ResourceRule = {
  id: 'S3-004',
  name: 'no-access-control-lists',
  title: 'No access control list grants access to a bucket or its objects',
  severity: 'medium',
  claims: ['3.1.1.i'],
  rationale:
    'ACLs grant access beside IAM, object by object, to whole AWS accounts or to everybody, and no policy review sees them. Buckets made since April 2023 have them disabled; this rule refuses what enables or uses them. CloudFront standard logging (legacy) needs them: waive it there, or use CloudFront logging v2.',
  fix: `Use \`EncryptedBucket\`, or remove \`acl\`, \`grant\` and \`aws_s3_bucket_acl\`, set \`object_ownership\` to ${ENFORCED}, and grant access by policy.`,
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html',
    'AWS Security Hub S3.12',
  ],
  types: [
    'aws_s3_bucket',
    'aws_s3_bucket_acl',
    'aws_s3_bucket_ownership_controls',
    'aws_s3_object',
    'aws_s3_bucket_object',
    'aws_s3_object_copy',
  ],
  check: (resource) => {
    if (resource.type === 'aws_s3_bucket_acl') {
      return violated('an aws_s3_bucket_acl needs ACLs enabled, and anybody who writes an object can then share it');
    }
    return resource.type === 'aws_s3_bucket_ownership_controls' ? ownership(resource) : ownAcl(resource);
  },
};

function ownership(controls: Block): Verdict {
  const path = 'rule.object_ownership';
  const value = controls.get(path);
  if (isUnknown(value)) return unknownAttribute(path, value);
  if (value === ENFORCED) return MET;
  return violated(`${path} is ${describe(value)}, which enables ACLs`, { [path]: ENFORCED });
}

function ownAcl(resource: Resource): Verdict {
  if (resource.blocks('grant').length > 0) return violated('grant gives access by ACL');
  const acl = configured(resource, 'acl');
  const grant = configured(resource, 'grant');
  if (isUnknown(grant)) return undetermined(`grant is ${describe(grant)}, which only a plan can tell`);
  if (isUnknown(acl)) return unknownAttribute('acl', acl);
  if (acl === undefined || HARMLESS.includes(acl)) return MET;
  return violated(`acl is ${describe(acl)}, which grants access by ACL`, { acl: 'private' });
}
