import { accountOf } from '../../../aws/account-of';
import { environmentOf } from '../../../aws/declared';
import { Memo } from '../../../terraform/memo';
import { Model } from '../../../terraform/model';
import { Resource, Stack } from '../../../terraform/stack';
import { MET, StackRule, Verdict, undetermined, violated } from '../../rule';

const PRODUCTION = 'production';

/** Stacks of production whose accounts hold no other environment. */
export const RULE: StackRule = {
  id: 'AWS-032',
  name: 'production-has-own-account',
  title: 'Production shares no account with another environment',
  severity: 'medium',
  claims: ['9.4.a'],
  rationale:
    'An account is the boundary that AWS keeps: what a test breaks, uses up or opens to others stays in it. Within an account every permission with a wildcard, every quota and every administrator spans all environments. The environments are those that posture and tags declare, the accounts those that providers and ARNs name; where they name none, nobody can tell. Stacks of one environment only are not judged, since the others may be elsewhere.',
  fix: 'Give each environment an account, and name it in the provider: `allowedAccountIds`.',
  sources: [
    'https://docs.aws.amazon.com/whitepapers/latest/organizing-your-aws-environment/benefits-of-using-multiple-aws-accounts.html',
  ],
  checkStack: (stack, model) => {
    const uses = usesOf(stack).filter(({ environment }) => environment === PRODUCTION);
    const verdict =
      uses.length > 0
        ? judge(
            uses,
            USES.of(model, () => readUses(model))
          )
        : undefined;
    return verdict ? [{ subject: { stack, address: 'terraform' }, verdict }] : [];
  },
};

/** An environment, and one of the resources that a provider makes in it. */
interface Use {
  readonly environment: string;
  readonly resource: Resource;
  readonly account: string | undefined;
}

interface Uses {
  /** What is not of production, by account, where that is known. */
  readonly others: ReadonlyMap<string | undefined, Use>;
}

const USES = new Memo<Uses>();
const OF_STACK = new Memo<readonly Use[]>();

function usesOf(stack: Stack): readonly Use[] {
  return OF_STACK.of(stack, () => {
    const found = new Map<string, Use>();
    for (const resource of stack.resources) {
      if (resource.mode === 'data') continue;
      const environment = environmentOf(resource);
      if (environment === undefined) continue;
      const key = `${resource.providerName} ${environment}`;
      if (!found.has(key)) found.set(key, { environment, resource, account: accountOf(resource) });
    }
    return [...found.values()];
  });
}

function readUses(model: Model): Uses {
  const others = new Map<string | undefined, Use>();
  for (const use of model.stacks.flatMap(usesOf)) {
    if (use.environment !== PRODUCTION && !others.has(use.account)) others.set(use.account, use);
  }
  return { others };
}

function judge(uses: readonly Use[], { others }: Uses): Verdict | undefined {
  if (others.size === 0) return undefined;
  for (const { resource, account } of uses) {
    const beside = usesOf(resource.stack).find(
      (use) => use.environment !== PRODUCTION && use.resource.sharesProvider(resource)
    );
    const other = beside ?? (account === undefined ? undefined : others.get(account));
    if (other) return violated(`its account also holds ${other.environment}: ${other.resource.address}`);
  }
  const open = uses.find(({ account }) => account === undefined) ?? others.get(undefined);
  return open ? undetermined(`the provider of ${open.resource.address} names no account`) : MET;
}
