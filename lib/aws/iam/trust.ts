import { referencesIn } from '../../terraform/expression/scanner';
import { isVariable } from '../../terraform/is-variable';
import { Model } from '../../terraform/model';
import { resolve } from '../../terraform/references';
import { Resource } from '../../terraform/stack';
import { accountOf, isSameAccount } from '../account-of';
import { Condition, Principal, Statement, coversAction, isEverybody, isOpen } from './policy';

/** What can be told before the plan. */
export type Answer = 'yes' | 'no' | 'open';

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

/** Whether a principal is an OpenID Connect provider, by its ARN, by a reference, or by how it is assumed. */
export function isOidc(model: Model, role: Resource, statement: Statement, principal: Principal): boolean {
  if (principal.type !== 'Federated') return false;
  const { id } = principal;
  if (/:saml-provider\//.test(id)) return false;
  const types = referencesIn(id).map((reference) => resolve(model, role, reference)?.type);
  if (types.includes('aws_iam_saml_provider')) return false;
  return (
    /:oidc-provider\//.test(id) ||
    types.includes('aws_iam_openid_connect_provider') ||
    statement.actions.some((action) => coversAction(action, 'sts:AssumeRoleWithWebIdentity'))
  );
}

/** The claim of a token that says whose it is: the subject, or for an identity pool of Cognito the pool. */
export function identifyingClaim(principal: Principal): 'sub' | 'aud' {
  return principal.id === 'cognito-identity.amazonaws.com' ? 'aud' : 'sub';
}

/** Whether a statement demands a claim of the token with values that name somebody. */
export function demandsClaim(statement: Statement, claim: string): Answer {
  return best(
    statement.conditions.map((condition) =>
      condition.key === '?' || condition.key.endsWith(`:${claim}`) ? holdsOneSubject(condition) : 'no'
    )
  );
}

/** Claims of GitHub with which a customized subject may begin, and that everybody on GitHub can choose: `environment:production` is of any repository. */
const CHOSEN = /^(?:actor|base_ref|context|environment|event_name|head_ref|job|ref|ref_type|workflow)(?::|$)/;

function holdsOneSubject(condition: Condition): Answer {
  const isGitHub = condition.key.startsWith('token.actions.githubusercontent.com');
  if (isGitHub && condition.values.some((value) => CHOSEN.test(value))) return 'no';
  return holdsFixedValues(condition, namesSubject);
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

/** Whether the pattern of a subject says more than its kind: `repo:octo-org/octo-repo:*`, but not `repo:*`. */
function namesSubject(value: string): boolean {
  const fixed = value.split(/[*?]/)[0];
  if (fixed === value) return true;
  if (fixed.startsWith('repo:')) return /^repo:[^/]+\//.test(fixed);
  return fixed.slice(fixed.indexOf(':') + 1) !== '';
}

function best(answers: readonly Answer[]): Answer {
  return answers.includes('yes') ? 'yes' : answers.includes('open') ? 'open' : 'no';
}
