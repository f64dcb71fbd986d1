import { referencesIn } from '../../terraform/expression/scanner';
import { isVariable } from '../../terraform/is-variable';
import { Model } from '../../terraform/model';
import { resolve } from '../../terraform/references';
import { Resource } from '../../terraform/stack';
import { accountOf, isSameAccount } from '../account-of';
import { Answer, best } from './federation/subjects';
import { Condition, Statement, isEverybody, isOpen } from './policy';

/** Conditions by which a role tells whom it trusts in another account. */
const GUARDS = ['sts:externalid', 'aws:principalorgid', 'aws:principalorgpaths'];

/** Conditions that stand for principals, where everybody is named. */
const CALLERS = ['aws:principalaccount', 'aws:principalarn'];

/** Whether a statement demands an external id, or a member of an organization or of a part of it. */
export function hasGuard(statement: Statement): Answer {
  return best(
    statement.conditions.map((condition) =>
      condition.key === '?' || GUARDS.includes(condition.key) ? holdsFixedValues(condition, isWritten) : 'no'
    )
  );
}

/** The principals of a statement that may be in another account, and whether they are. */
export function foreignPrincipals(
  model: Model,
  role: Resource,
  statement: Statement
): readonly { readonly id: string; readonly isForeign: Answer }[] {
  const named = statement.principals.filter((item) => item.type === 'AWS' && !isEverybody(item)).map(({ id }) => id);
  const callers = statement.principals.some(isEverybody)
    ? statement.conditions.filter(({ key }) => CALLERS.includes(key)).flatMap(({ values }) => values)
    : [];
  return [...named, ...callers].map((id) => ({ id, isForeign: isForeign(model, role, id) }));
}

function isForeign(model: Model, role: Resource, id: string): Answer {
  const account = /^(?:arn:[^:]*:(?:iam|sts)::)?(\d{12})(?::|$)/.exec(id)?.[1];
  if (account !== undefined) {
    const own = accountOf(role);
    return own === undefined ? 'open' : own === account ? 'no' : 'yes';
  }
  // What is neither an account nor an ARN is the unique id that AWS puts in the place of a deleted principal.
  if (!isOpen(id)) return 'no';
  const answers = referencesIn(id).map((reference): Answer => {
    const target = resolve(model, role, reference);
    if (!target || !/^aws_(?:caller_identity|iam_(?:role|user))$/.test(target.type)) return 'open';
    const isSame = isSameAccount(role, target);
    return isSame === undefined ? 'open' : isSame ? 'no' : 'yes';
  });
  // Partition and path may be open where the account is told.
  return answers.includes('yes') ? 'yes' : answers.includes('no') ? 'no' : 'open';
}

/**
 * Whether a condition holds callers only with fixed values. `…IfExists` and `ForAllValues:` also hold where the key is absent,
 * and a negative operator for strangers.
 */
function holdsFixedValues({ operator, key, values }: Condition, isFixed: (value: string) => boolean): Answer {
  if (operator === '?' || key === '?') return 'open';
  const test = operator.toLowerCase().replace(/^foranyvalue:/, '');
  if (test === 'stringequals' || test === 'stringequalsignorecase') return values.length > 0 ? 'yes' : 'no';
  if (test !== 'stringlike' || !values.every(isFixed)) return 'no';
  // A variable may be filled in with a wildcard.
  return values.some(isVariable) ? 'open' : 'yes';
}

function isWritten(value: string): boolean {
  return !/^[*?]/.test(value);
}
