import { closedService } from '../../../aws/closed-services';
import { stackPath } from '../../../aws/stack-path';
import { MET, Result, StackRule, Verdict, violated } from '../../rule';
import { Resource } from '../../../terraform/stack';

/** Stacks without services that AWS has given up. */
export const RULE: StackRule = {
  id: 'AWS-003',
  name: 'no-closed-service',
  title: 'No resource belongs to a service that AWS has closed',
  severity: 'low',
  claims: ['9.1.f'],
  rationale:
    'A service that is closed to new customers gets no new features, cannot be set up in a new account, and is a step before its end: a control that rests on it will have to be rebuilt, and a copy of the stack for recovery fails.',
  fix: 'Use the alternative that the finding names.',
  sources: [
    'https://docs.aws.amazon.com/general/latest/gr/lifecycle-doc-history.html',
    'https://aws.amazon.com/about-aws/whats-new/2025/10/aws-service-availability/',
    'https://aws.amazon.com/about-aws/whats-new/2026/03/aws-service-availability/',
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

function verdictOn({ type }: Resource): Verdict | undefined {
  const closed = closedService(type);
  return closed && violated(`${closed.service} was ${closed.closed}: use ${closed.instead}`);
}
