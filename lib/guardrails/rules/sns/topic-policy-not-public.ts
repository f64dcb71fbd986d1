import { ResourceRule } from '../../rule';
import { publicPolicyVerdict } from '../../verdicts/public-principal';
import { ownPolicy } from '../../verdicts/resource-policy';

/** Topics with named callers. */
export const RULE: ResourceRule = {
  id: 'SNS-003',
  name: 'topic-policy-not-public',
  title: 'A topic policy does not let everybody in',
  severity: 'high',
  measures: ['3.1.1'],
  rationale:
    'A policy that names everybody, and no account, organization, network or source, lets strangers subscribe to the messages or publish forged ones. The policy that SNS makes by itself names everybody too, but holds them to the account of the owner by AWS:SourceOwner.',
  fix: 'Name accounts, roles or services as Principal, or narrow the statement by `aws:SourceArn`, `aws:SourceAccount` or `aws:PrincipalOrgID`.',
  sources: ['https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html', 'AWS Security Hub SNS.4'],
  types: ['aws_sns_topic', 'aws_sns_topic_policy'],
  check: (holder, model) => publicPolicyVerdict('policy', ownPolicy(model, holder)),
};
