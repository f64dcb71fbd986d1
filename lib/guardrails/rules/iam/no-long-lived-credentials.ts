import { stackPath } from '../../../aws/stack-path';
import { configured } from '../../../terraform/configured';
import { Resource } from '../../../terraform/stack';
import { isUnknown } from '../../../terraform/value';
import { MET, Result, StackRule, Verdict, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

/** What is made, and what it is to its user. */
const CREDENTIALS: ReadonlyMap<string, string> = new Map([
  ['aws_iam_access_key', 'an access key, which holds until somebody deletes it'],
  ['aws_iam_service_specific_credential', 'a password for one service, which holds until somebody deletes it'],
  ['aws_iam_signing_certificate', 'a certificate that signs requests, which holds for as long as it says'],
  ['aws_iam_user', 'a user, who has no use but for a password or keys'],
  ['aws_iam_user_login_profile', 'a password, which opens the console without a second factor'],
  ['aws_iam_user_ssh_key', 'a key for Git, which holds until somebody deletes it'],
]);

/** Stacks in which nobody gets credentials that stay. */
export const RULE: StackRule = {
  id: 'IAM-009',
  name: 'no-long-lived-credentials',
  title: 'No stack makes IAM users, passwords or access keys',
  severity: 'medium',
  claims: ['6.1.b'],
  rationale:
    'Access keys are what leaks most: they lie in files, in logs and in the state of Terraform, and work from everywhere until somebody notices. Programs get credentials of a role that end by themselves, also outside AWS (IAM Roles Anywhere, OpenID Connect); people come by IAM Identity Center. Credentials that are inactive are left out.',
  fix: 'Give the workload a role (`IamRole`, `WorkloadIdentity` outside of AWS), and people a permission set. Where a program can take nothing but keys, waive the rule for this user, with how often they are rotated as the reason.',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-users-federation-idp',
    'AWS Security Hub IAM.3',
  ],
  checkStack: (stack) => {
    const managed = stack.resources.filter(({ mode }) => mode === 'managed');
    const found = managed.flatMap((subject): Result[] => {
      const verdict = verdictOn(subject);
      return verdict ? [{ subject, verdict, again: () => verdictOn(subject) }] : [];
    });
    if (found.length > 0 || managed.length === 0) return found;
    return [{ subject: { stack, address: 'terraform', constructPath: stackPath(stack) }, verdict: MET }];
  },
};

function verdictOn(resource: Resource): Verdict | undefined {
  const what = CREDENTIALS.get(resource.type);
  if (what === undefined || !resource.isThere) return undefined;
  const status = configured(resource, 'status');
  if (status === 'Inactive') return undefined;
  return isUnknown(status) ? unknownAttribute('status', status) : violated(`this is ${what}`);
}
