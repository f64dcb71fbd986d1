import { NOTIFYING } from '../../../aws/iam/access/can-deliver';
import { ResourceRule } from '../../rule';
import { deliveryVerdict } from '../../verdicts/delivery';

/** Alarms and events that reach the topic or queue that they are told to. */
export const RULE: ResourceRule = {
  id: 'SNS-005',
  name: 'notifications-accepted',
  title: 'A topic or queue accepts what alarms, rules, buckets and topics are told to send to it',
  severity: 'medium',
  claims: ['8.1.n'],
  rationale:
    'An alarm whose topic refuses it rings nowhere, and an event whose queue refuses it is lost: AWS retries, and then drops it. Judged are alarms, rules of EventBridge, notifications of buckets, and queues that subscribe to a topic: whether the policy of the topic or queue, and that of its key, allow what AWS documents that the service asks. A topic or queue that is encrypted with the AWS managed key takes nothing from other services. EventBridge names no source to SNS and KMS, so that no condition on one holds for it.',
  fix: 'Allow the service in the policy of the topic or queue, and `kms:GenerateDataKey` and `kms:Decrypt` in that of its key. `EncryptedTopic` and `EncryptedQueue` do both with `allowService`, and for subscriptions with `addQueueSubscription`. For EventBridge give the target a `role_arn` that may publish.',
  sources: [
    'https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html',
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html',
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html',
    'https://docs.aws.amazon.com/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html',
  ],
  types: NOTIFYING,
  check: (source, model) => deliveryVerdict(model, source),
};
