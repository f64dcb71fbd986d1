import { ResourceRule } from '../../rule';
import { publicPolicyVerdict } from '../../verdicts/public-principal';
import { ownPolicy } from '../../verdicts/resource-policy';

/** Secrets that know their readers. */
export const RULE: ResourceRule = {
  id: 'SECRETSMANAGER-004',
  name: 'secret-policy-not-public',
  title: 'The policy of a secret does not let everybody in',
  severity: 'medium',
  measures: ['1.3.1', '3.1.1'],
  rationale:
    'A secret whose policy lets everybody in is a secret no more: anyone with an AWS account reads it. A statement is public if it allows everybody, and no condition narrows that to fixed accounts, organizations, networks, sources, services or addresses.',
  fix: 'Name the principals that read the secret in its policy, or leave the policy out: within one account the policies of roles are enough.',
  sources: [
    'https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html',
    'https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html',
  ],
  types: ['aws_secretsmanager_secret', 'aws_secretsmanager_secret_policy'],
  check: (resource, model) => publicPolicyVerdict('policy', ownPolicy(model, resource)),
};
