import { ResourceRule } from '../../rule';
import { publicPolicyVerdict } from '../../verdicts/public-principal';
import { ownPolicy } from '../../verdicts/resource-policy';

/** Queues with named callers. */
export const RULE: ResourceRule = {
  id: 'SQS-003',
  name: 'queue-policy-not-public',
  title: 'A queue policy does not let everybody in',
  severity: 'high',
  measures: ['3.1.1'],
  rationale:
    'A policy that names everybody, and no account, organization, network or source, lets strangers read and take messages, or send forged ones.',
  fix: 'Name accounts, roles or services as Principal, or narrow the statement by `aws:SourceArn`, `aws:SourceAccount` or `aws:PrincipalOrgID`.',
  sources: [
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html',
    'AWS Security Hub SQS.3',
  ],
  types: ['aws_sqs_queue', 'aws_sqs_queue_policy'],
  check: (holder, model) => publicPolicyVerdict('policy', ownPolicy(model, holder)),
};
