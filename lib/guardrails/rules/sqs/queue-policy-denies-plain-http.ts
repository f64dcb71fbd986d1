import { ResourceRule } from '../../rule';
import { PolicyAttachment, plainHttpVerdict } from '../../verdicts/resource-policy';

/** How queues and their policies are joined. */
const ATTACHMENT: PolicyAttachment = { type: 'aws_sqs_queue_policy', attribute: 'queue_url', names: 'url' };

/** Queues that refuse plain HTTP. */
export const RULE: ResourceRule = {
  id: 'SQS-001',
  name: 'queue-policy-denies-plain-http',
  title: 'A queue policy denies requests over plain HTTP',
  severity: 'medium',
  measures: ['1.1.1'],
  rationale:
    'SQS has endpoints for HTTP as well as HTTPS, and whether a queue takes plain HTTP depends on how it is encrypted. A Deny in its policy on aws:SecureTransport = false keeps messages off the wire in the clear, whatever changes.',
  fix: 'Add to the queue policy a statement with Effect Deny, Principal *, Action sqs:*, the ARN of the queue as Resource, and the condition Bool aws:SecureTransport = false.',
  sources: [
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html',
  ],
  types: ['aws_sqs_queue'],
  check: (queue, model) => plainHttpVerdict(model, queue, ATTACHMENT, 'sqs:*'),
};
