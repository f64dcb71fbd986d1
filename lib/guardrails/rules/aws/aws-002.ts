import { describe } from '../../model';
import { MET, ResourceRule, undetermined, violated } from '../../rule';
import { isUnknown } from '../../value';
import { isDataPlace } from './data-places';

const KEYS = ['tom:environment', 'tom:owner', 'tom:data-class'];
const DATA_CLASSES = ['public', 'internal', 'confidential', 'personal', 'special-category'];

/** Resources that say what they are for, who answers for them, and which data they hold. */
export const AWS_002: ResourceRule = {
  id: 'AWS-002',
  title: 'A resource says by its tags its environment, its owner and the class of its data',
  severity: 'medium',
  measures: ['3.1.2'],
  rationale:
    'Rules, access decisions and the record of processing depend on what data lies where, and in an incident on whom to call. Data without a class counts as personal. Tags of the resource count, and so do the `default_tags` of its provider.',
  fix: "Name the owner once: `Posture.set(app, { owner: 'team-name' })`; our constructs write all three tags. For other resources write tom:environment, tom:owner and tom:data-class into `tags`, or into the provider's `default_tags`.",
  sources: [
    'https://docs.aws.amazon.com/whitepapers/latest/tagging-best-practices/tagging-best-practices.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/resource-tagging',
  ],
  types: ['*'],
  check: (resource) => {
    if (!isDataPlace(resource)) return undefined;
    const values = KEYS.map((key) => resource.get(`tags.${key}`) ?? resource.tag(key));
    const dataClass = values[2];
    if (typeof dataClass === 'string' && !DATA_CLASSES.includes(dataClass)) {
      return violated(`the tag tom:data-class is ${describe(dataClass)}, none of ${DATA_CLASSES.join(', ')}`);
    }
    const missing = KEYS.filter((_key, at) => values[at] === undefined || values[at] === '');
    if (missing.length > 0) return violated(`it has no tag ${missing.join(', ')}`);
    const open = values.findIndex(isUnknown);
    if (open < 0) return MET;
    return undetermined(`the tag ${KEYS[open]} is ${describe(values[open])}, which only a plan can tell`);
  },
  examples: {
    pass: [
      {
        title: 'tags of its own',
        terraform: {
          resource: {
            aws_s3_bucket: {
              invoices: {
                count: 2,
                tags: { 'tom:environment': 'production', 'tom:owner': 'billing', 'tom:data-class': 'personal' },
              },
            },
          },
        },
      },
      {
        title: 'the class by a tag, the rest by the default tags of an aliased provider, blocks as lists',
        terraform: {
          provider: [
            {
              aws: [
                {
                  alias: 'main',
                  default_tags: [{ tags: { 'tom:environment': 'staging', 'tom:owner': 'billing' } }],
                },
              ],
            },
          ],
          resource: [{ aws_sqs_queue: [{ jobs: [{ provider: 'aws.main', tags: { 'tom:data-class': 'internal' } }] }] }],
        },
      },
      {
        title: 'what takes no tags',
        terraform: { resource: { aws_s3_bucket_policy: { invoices: { bucket: 'invoices' } } } },
      },
    ],
    fail: [
      {
        title: 'a store without tags',
        terraform: { resource: { aws_dynamodb_table: { orders: {} } } },
        addresses: ['aws_dynamodb_table.orders'],
      },
      {
        title: 'nobody owns it, and a class that nobody knows',
        terraform: {
          resource: {
            aws_kms_key: { main: { tags: { 'tom:environment': 'production', 'tom:data-class': 'personal' } } },
            aws_vpc: {
              main: { tags: { 'tom:environment': 'production', 'tom:owner': 'web', 'tom:data-class': 'secret' } },
            },
          },
        },
        addresses: ['aws_kms_key.main', 'aws_vpc.main'],
      },
      {
        title: 'no owner within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.queue',
                  resources: [
                    {
                      address: 'module.queue.aws_sqs_queue.jobs',
                      mode: 'managed',
                      type: 'aws_sqs_queue',
                      name: 'jobs',
                      values: {
                        tags: null,
                        tags_all: { 'tom:environment': 'production', 'tom:data-class': 'internal' },
                      },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.queue.aws_sqs_queue.jobs'],
      },
    ],
    undetermined: [
      {
        title: 'a variable holds the tags',
        terraform: {
          variable: { tags: {} },
          resource: { aws_sns_topic: { orders: { tags: '${var.tags}' } } },
        },
        addresses: ['aws_sns_topic.orders'],
      },
    ],
  },
};
