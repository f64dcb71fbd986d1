import { Model } from '../../terraform/model';
import { Resource } from '../../terraform/stack';
import { Principal as Holder, isThere, principalsOf } from '../iam/access/holders';
import { dnsSuffixOf, regionTextOf, symbolsOf } from '../iam/access/symbols';
import { askPrincipal } from '../iam/access/who-can';
import { matches } from '../iam/evaluation/match';
import { textOf } from '../iam/evaluation/text';
import { Policy, Principal, Statement, coversAction, isEverybody } from '../iam/policy';
import { allowsAction } from '../iam/statements';

const MANAGES = ['kms:PutKeyPolicy', 'kms:ScheduleKeyDeletion'];
/** What uses a key. */
export const USES = [
  'kms:Decrypt',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:ReEncryptFrom',
  'kms:Sign',
  'kms:GenerateMac',
];

/** Principals that hand the decision over to the IAM policies of an account. */
const ACCOUNT = /:root$|^\d{12}$|^\$\{data\.aws_caller_identity\.[\w-]+(?:\[[^\]]*\])?\.(?:account_id|id)\}$/;

/** What a key policy lets a principal do that it names: an action that manages the key, and one that uses it. */
export interface Duties {
  readonly principal: Principal;
  readonly manages?: string;
  readonly uses?: string;
}

/** Somebody whom a key policy names, and what it allows. */
interface Named {
  readonly principal: Principal;
  readonly allowed: Set<string>;
}

/** The duties of those whom a key policy names, by one statement or by several. The account itself is not named. */
export function dutiesOf({ statements }: Policy): readonly Duties[] {
  const all = new Map<string, Named>();
  for (const statement of statements) {
    if (statement.effect !== 'Allow') continue;
    const actions = [...MANAGES, ...USES].filter((action) => allowsAction(statement, action));
    for (const principal of actions.length > 0 ? callers(statement) : []) {
      if (isAccount(principal)) continue;
      const name = `${principal.type} ${principal.id}`;
      const known = all.get(name) ?? { principal, allowed: new Set() };
      for (const action of actions) known.allowed.add(action);
      all.set(name, known);
    }
  }
  joinPatterns([...all.values()]);
  const denials = statements.filter(({ effect }) => effect === 'Deny');
  return [...all.values()].map(({ principal, allowed }) => {
    const may = (action: string): boolean =>
      allowed.has(action) && !denials.some((denial) => denies(denial, principal, action));
    return { principal, manages: MANAGES.find(may), uses: USES.find(may) };
  });
}

/** Whom a statement is for: everybody, or an account, narrowed by `aws:PrincipalArn` is whom the condition names. */
function callers({ principals, conditions }: Statement): readonly Principal[] {
  const isWide = (principal: Principal): boolean => isEverybody(principal) || isAccount(principal);
  if (!principals.some(isWide)) return principals;
  const names = conditions.find(
    ({ key, operator }) => key === 'aws:principalarn' && /^(?:arn|string)(?:equals|like)$/i.test(operator)
  );
  if (!names) return principals;
  return [...principals.filter((one) => !isWide(one)), ...names.values.map((id) => ({ type: 'AWS', id }))];
}

/** Whether a principal is the account as a whole, whose IAM policies then decide. */
export function isAccount({ type, id }: Principal): boolean {
  return type === 'AWS' && ACCOUNT.test(id);
}

/** Whether a denial certainly hits a principal, by its name or its ARN: one that hangs on anything else may not. */
function denies(statement: Statement, { type, id }: Principal, action: string): boolean {
  const { principals, conditions } = statement;
  if (!allowsAction(statement, action)) return false;
  if (!principals.some((one) => isEverybody(one) || (one.type === type && one.id === id))) return false;
  return conditions.every(
    ({ key, operator, values }) =>
      key === 'aws:principalarn' &&
      /^(?:arn|string)(?:equals|like)$/i.test(operator) &&
      values.some((value) => value === id || (!/stringequals/i.test(operator) && coversAction(value, id)))
  );
}

/** No key policy has room for more. */
const MOST_PATTERNS = 200;

/** A pattern of names does for the names that it covers what it does for itself: `role/*` and `role/app-*` are no two principals. */
function joinPatterns(all: readonly Named[]): void {
  const patterns = all.filter(({ principal }) => /.[*?]/.test(principal.id)).slice(0, MOST_PATTERNS);
  for (const wide of patterns) {
    for (const one of all) {
      if (one === wide || !coversAction(wide.principal.id, one.principal.id)) continue;
      for (const action of wide.allowed) one.allowed.add(action);
    }
  }
}

/** A role or user of the model that uses a key by policies of its own, or may. */
export interface OwnUse {
  /** As messages name it. */
  readonly holder: string;
  readonly uses: string;
  /** What it hangs on. Nothing where it certainly may. */
  readonly on: readonly string[];
}

/** Whether a principal that a key policy names uses the key by its own policies, directly or through a service: where the model has the principal. */
export function ownUseOf(model: Model, key: Resource, from: Resource, { id }: Principal): OwnUse | undefined {
  const pattern = textOf(id, { wildcards: true, symbols: symbolsOf(model, from) });
  const holders = principalsOf(model).filter((holder) => isThere(holder) && matches(pattern, holder.arn).is === 'yes');
  const uses = holders.flatMap((holder) => USES.flatMap((action) => ownUse(model, key, holder, action)));
  return uses.find(({ on }) => on.length === 0) ?? uses[0];
}

function ownUse(model: Model, key: Resource, holder: Holder, action: string): OwnUse[] {
  const texts = { '${service}': [...'s3.', ...regionTextOf(key), '.', ...dnsSuffixOf(key)] };
  return [{ 'kms:ViaService': 'absent' as const }, { 'kms:ViaService': ['${service}'] }].flatMap((context) => {
    const { decision, on } = askPrincipal(model, { action, resource: key, context, texts }, holder);
    return decision === 'deny' ? [] : [{ holder: holder.who, uses: action, on: decision === 'allow' ? [] : on }];
  });
}
