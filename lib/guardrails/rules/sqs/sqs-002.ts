import { Resource, describe } from '../../model';
import { MET, ResourceRule, violated } from '../../rule';
import { isFalse, isUnknown } from '../../value';
import { unknownAttribute } from '../checks';
import { configured } from '../configured';
import { requireKey } from '../encryption-key';

/** Queues that are encrypted. */
export const SQS_002: ResourceRule = {
  id: 'SQS-002',
  title: 'A queue is encrypted, for personal data with a customer managed KMS key',
  severity: 'medium',
  measures: ['1.2.1'],
  rationale:
    'SQS encrypts new queues with a key of its own (SSE-SQS) unless it is told not to. Under that key, and under the AWS managed key aws/sqs, whoever may receive a message may read it: there is no key policy and nothing to take away. A queue whose class nobody declares counts as personal.',
  fix: 'Set `kms_master_key_id` to a customer managed key, such as that of a `RotatedKey`. Where the data is not personal, say so by the tag tom:data-class, and leave `sqs_managed_sse_enabled` on.',
  sources: [
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html',
    'https://aws.amazon.com/about-aws/whats-new/2022/10/amazon-sqs-announces-server-side-encryption-ssq-managed-sse-sqs-default/',
    'AWS Security Hub SQS.1',
  ],
  types: ['aws_sqs_queue'],
  check: (queue, model) => {
    if (queue.isPersonal) return requireKey(model, queue, 'kms_master_key_id', withoutKey(queue));
    const managed = configured(queue, 'sqs_managed_sse_enabled');
    if (managed !== undefined && !isUnknown(managed) && !isFalse(managed)) return MET;
    const key = requireKey(model, queue, 'kms_master_key_id', withoutKey(queue), 'anybody');
    if (key.outcome === 'met' || managed === undefined) return MET;
    if (isUnknown(managed)) return unknownAttribute('sqs_managed_sse_enabled', managed);
    return key.outcome === 'violated' ? violated(key.message, { sqs_managed_sse_enabled: true }) : key;
  },
  examples: {
    pass: [
      {
        title: 'a key of the same stack',
        terraform: {
          resource: {
            aws_kms_key: { data: {} },
            aws_sqs_queue: { orders: { count: 2, kms_master_key_id: '${aws_kms_key.data.id}' } },
          },
        },
      },
      {
        title: "the data is internal, and SQS's own key is on by default",
        terraform: { resource: { aws_sqs_queue: { builds: { tags: { 'tom:data-class': 'internal' } } } } },
      },
      {
        title: 'the data is internal, and AWS manages the key',
        terraform: {
          resource: [
            {
              aws_sqs_queue: [
                {
                  builds: [
                    {
                      kms_master_key_id: 'alias/aws/sqs',
                      sqs_managed_sse_enabled: false,
                      tags: { 'tom:data-class': 'internal' },
                    },
                  ],
                },
              ],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'no key, and nobody says what data it is',
        terraform: { resource: { aws_sqs_queue: { orders: { sqs_managed_sse_enabled: true } } } },
        addresses: ['aws_sqs_queue.orders'],
      },
      {
        title: 'AWS manages the key of personal data',
        terraform: {
          data: { aws_kms_alias: { sqs: { name: 'alias/aws/sqs' } } },
          resource: {
            aws_sqs_queue: {
              orders: { kms_master_key_id: 'alias/aws/sqs' },
              returns: { kms_master_key_id: '${data.aws_kms_alias.sqs.target_key_arn}' },
            },
          },
        },
        addresses: ['aws_sqs_queue.orders', 'aws_sqs_queue.returns'],
      },
      {
        title: 'encryption is off, within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.ci',
                  resources: [
                    {
                      address: 'module.ci.aws_sqs_queue.builds',
                      mode: 'managed',
                      type: 'aws_sqs_queue',
                      name: 'builds',
                      values: {
                        kms_master_key_id: null,
                        sqs_managed_sse_enabled: false,
                        tags: { 'tom:data-class': 'internal' },
                      },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.ci.aws_sqs_queue.builds'],
      },
    ],
    undetermined: [
      {
        title: 'a variable names the key',
        terraform: {
          variable: { key: {} },
          resource: { aws_sqs_queue: { orders: { kms_master_key_id: '${var.key}' } } },
        },
        addresses: ['aws_sqs_queue.orders'],
      },
      {
        title: 'a variable switches encryption',
        terraform: {
          variable: { encrypt: {} },
          resource: {
            aws_sqs_queue: {
              builds: { sqs_managed_sse_enabled: '${var.encrypt}', tags: { 'tom:data-class': 'internal' } },
            },
          },
        },
        addresses: ['aws_sqs_queue.builds'],
      },
    ],
  },
};

function withoutKey(queue: Resource): string {
  const managed = queue.get('sqs_managed_sse_enabled');
  return isFalse(managed)
    ? `with sqs_managed_sse_enabled ${describe(managed)}, messages are not encrypted at all`
    : "SQS's own key encrypts messages for whoever may receive them";
}
