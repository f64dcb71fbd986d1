import { ResourceRule } from '../../rule';
import { PolicyAttachment, plainHttpVerdict } from '../../verdicts/resource-policy';

/** How topics and their policies are joined. */
const ATTACHMENT: PolicyAttachment = { type: 'aws_sns_topic_policy', attribute: 'arn', names: 'arn' };

/** Topics that refuse plain HTTP. */
export const RULE: ResourceRule = {
  id: 'SNS-001',
  name: 'topic-policy-denies-plain-http',
  title: 'A topic policy denies publishing over plain HTTP',
  severity: 'medium',
  measures: ['1.1.1'],
  rationale:
    'SNS answers HTTP as well as HTTPS. Only a Deny in the topic policy on aws:SecureTransport = false keeps messages off the wire in the clear. Topic policies take the actions of topics only, so sns:Publish, which carries the messages, is what must be denied; a wider action counts too.',
  fix: 'Add to the topic policy a statement with Effect Deny, Principal *, Action sns:Publish, the ARN of the topic as Resource, and the condition Bool aws:SecureTransport = false.',
  sources: [
    'https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html#enforce-encryption-data-in-transit',
  ],
  types: ['aws_sns_topic'],
  check: (topic, model) => plainHttpVerdict(model, topic, ATTACHMENT, 'sns:Publish'),
};
