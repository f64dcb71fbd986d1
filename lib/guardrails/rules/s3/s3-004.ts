import { Block, Resource, describe } from '../../model';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { Value, isUnknown } from '../../value';
import { unknownAttribute } from '../checks';
import { configured } from '../configured';

const ENFORCED = 'BucketOwnerEnforced';

/** ACLs that grant nothing to anybody but the owner of the bucket. Old providers write the first one unasked. */
const HARMLESS: readonly Value[] = ['private', 'bucket-owner-full-control'];

/** Buckets whose access is decided by policies alone. */
export const S3_004: ResourceRule = {
  id: 'S3-004',
  title: 'No access control list grants access to a bucket or its objects',
  severity: 'medium',
  measures: ['3.1.1'],
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
  examples: {
    pass: [
      {
        title: 'ownership is enforced',
        terraform: {
          resource: {
            aws_s3_bucket: { invoices: {} },
            aws_s3_bucket_ownership_controls: {
              invoices: { bucket: '${aws_s3_bucket.invoices.id}', rule: { object_ownership: ENFORCED } },
            },
          },
        },
      },
      {
        title: 'nothing is said: S3 disables ACLs in new buckets',
        terraform: {
          resource: {
            aws_s3_bucket: { invoices: {} },
            aws_s3_object: { readme: { bucket: '${aws_s3_bucket.invoices.id}', key: 'readme' } },
          },
        },
      },
      {
        title: 'an old plan with the default ACL in a module',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.data',
                  resources: [
                    {
                      address: 'module.data.aws_s3_bucket.invoices',
                      mode: 'managed',
                      type: 'aws_s3_bucket',
                      name: 'invoices',
                      values: { acl: 'private', grant: [] },
                    },
                  ],
                },
              ],
            },
          },
        },
      },
    ],
    fail: [
      {
        title: 'an ACL of its own',
        terraform: {
          resource: {
            aws_s3_bucket: { invoices: {} },
            aws_s3_bucket_acl: { invoices: { bucket: '${aws_s3_bucket.invoices.id}', acl: 'public-read' } },
          },
        },
        addresses: ['aws_s3_bucket_acl.invoices'],
      },
      {
        title: 'an ACL and grants within buckets',
        terraform: {
          resource: [
            {
              aws_s3_bucket: [
                { site: [{ acl: 'public-read' }] },
                { shared: [{ count: 2, grant: [{ type: 'CanonicalUser', id: 'a1b2', permissions: ['READ'] }] }] },
              ],
            },
          ],
        },
        addresses: ['aws_s3_bucket.shared', 'aws_s3_bucket.site'],
      },
      {
        title: 'the writer owns the object, and shares it',
        terraform: {
          resource: {
            aws_s3_bucket_ownership_controls: {
              invoices: { bucket: 'invoices', rule: [{ object_ownership: 'ObjectWriter' }] },
            },
            aws_s3_object: { logo: { bucket: 'invoices', key: 'logo', acl: 'public-read' } },
          },
        },
        addresses: ['aws_s3_bucket_ownership_controls.invoices', 'aws_s3_object.logo'],
      },
    ],
    undetermined: [
      {
        title: 'a variable names the ACL',
        terraform: { variable: { acl: {} }, resource: { aws_s3_bucket: { invoices: { acl: '${var.acl}' } } } },
        addresses: ['aws_s3_bucket.invoices'],
      },
    ],
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
