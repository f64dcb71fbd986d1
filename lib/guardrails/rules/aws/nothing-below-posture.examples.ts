import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

const POSTURE = { path: 'app', environment: 'production', dataClass: 'personal', residency: ['eu-central-1'] };

/** What constructs leave in the `//` of a stack. */
function recorded(more: JsonObject = {}): JsonObject {
  return { '//': { toms: { version: 1, posture: POSTURE, ...more } } };
}

function bucket(dataClass: string, environment = 'production'): JsonObject {
  return { aws_s3_bucket: { main: { tags: { 'tom:data-class': dataClass, 'tom:environment': environment } } } };
}

export const EXAMPLES: Examples = {
  pass: [
    { title: 'as the posture, and above it', terraform: { ...recorded(), resource: bucket('special-category') } },
    { title: 'nothing is declared around it', terraform: { resource: bucket('public', 'ephemeral') } },
    {
      title: 'an inner posture that asks for more, and a key of the class of what it encrypts',
      terraform: {
        ...recorded({ scopes: [{ ...POSTURE, path: 'app/Health', dataClass: 'special-category' }] }),
        resource: { aws_kms_key: { internal: { tags: { 'tom:data-class': 'internal' } } } },
      },
    },
  ],
  // Whether a lower class is right, no rule can tell.
  fail: [],
  undetermined: [
    {
      title: 'tags below the posture',
      terraform: {
        ...recorded(),
        resource: { ...bucket('public'), aws_sqs_queue: { main: { tags: { 'tom:environment': 'ephemeral' } } } },
      },
      addresses: ['aws_s3_bucket.main', 'aws_sqs_queue.main'],
    },
    {
      title: 'tags of volumes below the posture',
      terraform: {
        ...recorded(),
        resource: {
          aws_instance: { one: { root_block_device: [{ tags: { 'tom:data-class': 'public' } }] } },
          aws_launch_template: {
            many: { tag_specifications: [{ resource_type: 'volume', tags: { 'tom:data-class': 'internal' } }] },
          },
        },
      },
      addresses: ['aws_instance.one', 'aws_launch_template.many'],
    },
    {
      title: 'a tag below the default tags of its provider',
      terraform: {
        provider: { aws: { default_tags: { tags: { 'tom:data-class': 'personal' } } } },
        resource: bucket('internal'),
      },
      addresses: ['aws_s3_bucket.main'],
    },
    {
      title: 'default tags below the posture',
      terraform: {
        ...recorded(),
        provider: {
          aws: [
            { region: 'eu-central-1' },
            { alias: 'open', default_tags: [{ tags: { 'tom:data-class': 'public' } }] },
          ],
        },
        resource: { aws_sqs_queue: { main: { provider: 'aws.open' } } },
      },
      addresses: ['provider.aws.open'],
    },
    {
      title:
        'an inner posture that asks for less, and ones that allow further regions or logs of global services outside',
      terraform: {
        ...recorded({
          scopes: [
            { ...POSTURE, path: 'app/Test', environment: 'ephemeral' },
            { ...POSTURE, path: 'app/World', residency: ['eu-central-1', 'us-east-1'] },
            { ...POSTURE, path: 'app/Site', globalServiceLogs: 'CloudFront logs there' },
          ],
        }),
        resource: { aws_sqs_queue: { main: {} } },
      },
      addresses: ['app/Site', 'app/Test', 'app/World'],
    },
    {
      title: 'a stack below the postures above it',
      terraform: {
        ...recorded({ outer: { dataClass: 'special-category' } }),
        resource: { aws_sqs_queue: { main: {} } },
      },
      addresses: ['terraform'],
    },
  ],
};
