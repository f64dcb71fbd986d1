import { describe } from '../../model';
import { MET, ResourceRule, violated } from '../../rule';
import { isTrue, isUnknown } from '../../value';
import { unknownAttribute } from '../checks';

/** Buckets that are not destroyed with what is in them. */
export const S3_012: ResourceRule = {
  id: 'S3-012',
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
    if (bucket.isEphemeral) return undefined;
    const value = bucket.get('force_destroy');
    if (isUnknown(value)) return unknownAttribute('force_destroy', value);
    if (!isTrue(value)) return MET;
    return violated(`force_destroy is ${describe(value)}, so a destroy deletes every object and version`, {
      force_destroy: false,
    });
  },
  examples: {
    pass: [
      { title: 'left out', terraform: { resource: { aws_s3_bucket: { invoices: {} } } } },
      {
        title: 'false, blocks as lists',
        terraform: { resource: [{ aws_s3_bucket: [{ invoices: [{ force_destroy: false }] }] }] },
      },
      {
        title: 'a test environment, by its posture and by a tag',
        terraform: {
          '//': {
            toms: {
              version: 1,
              posture: { path: 'test', environment: 'ephemeral', dataClass: 'internal', residency: ['eu-central-1'] },
            },
          },
          resource: {
            aws_s3_bucket: {
              invoices: { force_destroy: true },
              letters: { force_destroy: true, tags: { 'tom:environment': 'ephemeral' } },
            },
          },
        },
      },
    ],
    fail: [
      {
        title: 'forced, in each of several buckets',
        terraform: { resource: { aws_s3_bucket: { invoices: { count: 2, force_destroy: true } } } },
        addresses: ['aws_s3_bucket.invoices'],
      },
      {
        title: 'forced, as text, in a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.data["eu"]',
                  resources: [
                    {
                      address: 'module.data["eu"].aws_s3_bucket.invoices',
                      mode: 'managed',
                      type: 'aws_s3_bucket',
                      name: 'invoices',
                      values: { force_destroy: 'true' },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.data["eu"].aws_s3_bucket.invoices'],
      },
    ],
    undetermined: [
      {
        title: 'a variable decides',
        terraform: {
          variable: { disposable: {} },
          resource: { aws_s3_bucket: { invoices: { force_destroy: '${var.disposable}' } } },
        },
        addresses: ['aws_s3_bucket.invoices'],
      },
    ],
  },
};
