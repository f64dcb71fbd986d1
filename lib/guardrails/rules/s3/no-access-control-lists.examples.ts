import { Examples } from '../../rule';
import { ENFORCED } from './no-access-control-lists';

export const EXAMPLES: Examples = {
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
      title: 'unset: S3 disables ACLs in new buckets',
      terraform: {
        resource: {
          aws_s3_bucket: { invoices: {} },
          aws_s3_object: { readme: { bucket: '${aws_s3_bucket.invoices.id}', key: 'readme' } },
        },
      },
    },
    {
      title: 'an older plan with the default ACL in a module',
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
        resource: {
          aws_s3_bucket: {
            site: { acl: 'public-read' },
            shared: { count: 2, grant: { type: 'CanonicalUser', id: 'a1b2', permissions: ['READ'] } },
          },
        },
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
};
