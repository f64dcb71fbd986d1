import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

const inBucket = (versioning: JsonObject, more: JsonObject = {}): JsonObject => ({
  terraform: { backend: { s3: { bucket: 'states' } } },
  resource: {
    aws_s3_bucket: { states: { bucket: 'states' } },
    aws_s3_bucket_versioning: { states: { bucket: '${aws_s3_bucket.states.id}', ...versioning } },
    ...more,
  },
});

const lifecycle = (days: number | string, more: JsonObject = {}): JsonObject => ({
  aws_s3_bucket_lifecycle_configuration: {
    states: {
      bucket: '${aws_s3_bucket.states.id}',
      rule: {
        id: 'versions',
        status: 'Enabled',
        filter: {},
        noncurrent_version_expiration: { noncurrent_days: days },
        ...more,
      },
    },
  },
});

const ON = { versioning_configuration: { status: 'Enabled' } };

export const EXAMPLES: Examples = {
  pass: [
    { title: 'a versioned bucket, forever', terraform: inBucket(ON) },
    { title: 'a versioned bucket, for 90 days', terraform: inBucket(ON, lifecycle(90)) },
    {
      title: 'HCP Terraform',
      terraform: { terraform: { cloud: { organization: 'acme', workspaces: { name: 'orders' } } } },
    },
    {
      title: 'a bucket that another program makes',
      terraform: { terraform: { backend: { s3: { bucket: 'states', key: 'orders.tfstate' } } } },
    },
  ],
  fail: [
    {
      title: 'no versions',
      terraform: inBucket({ versioning_configuration: { status: 'Suspended' } }),
      addresses: ['terraform.backend'],
    },
    {
      title: 'versions for a day',
      terraform: inBucket(ON, lifecycle(1)),
      addresses: ['terraform.backend'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: { ...inBucket(ON, lifecycle('${var.days}')), variable: { days: {} } },
      addresses: ['terraform.backend'],
    },
    {
      title: 'versions of some objects for a day',
      terraform: inBucket(ON, lifecycle(1, { filter: { prefix: 'orders' } })),
      addresses: ['terraform.backend'],
    },
  ],
};
