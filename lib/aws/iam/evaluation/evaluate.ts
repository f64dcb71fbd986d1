import { Caller, CallerNames, Naming, namesOf } from './caller';
import { Context } from './context';
import { matches } from './match';
import { Applied, HeldPolicy, PolicyForm, Subject, applied } from './statements';
import { Symbols, Text, someOf, textOf } from './text';
import { NO, Truth, YES, all, any, either, open } from './truth';

/** What somebody wants to do. `${…}` in it are what `symbols` says, or unknown. */
export interface Request {
  readonly caller: Caller;
  /** `s3:GetObject` */
  readonly action: string;
  /** The ARN of the resource, with wildcards for one of several; `*` for actions that take none. */
  readonly resource: string;
  /** The account that the resource lies in. */
  readonly account?: string;
  /** The values of condition keys; `absent` for those that the request does not have. */
  readonly context?: { readonly [key: string]: readonly string[] | 'absent' };
  /** Whether the context has every key of the request. Otherwise those that it lacks may be anything. */
  readonly isWhole?: boolean;
  readonly symbols?: Symbols;
}

/** The policies that a request is measured by. Those of a kind that is left out do not exist. */
export interface Policies {
  readonly identity?: readonly HeldPolicy[];
  readonly boundary?: readonly HeldPolicy[];
  readonly session?: readonly HeldPolicy[];
  /** Of the resource: of a bucket, a key, a queue; the trust policy of a role. */
  readonly resource?: readonly HeldPolicy[];
  /** Of the VPC endpoint that the request passes. */
  readonly endpoint?: readonly HeldPolicy[];
  /** Service control policies of root, organizational units and account of the caller: each level must allow. */
  readonly serviceControl?: readonly (readonly HeldPolicy[])[];
  /** Resource control policies of the resource's account, of every level. AWS adds one that allows everything to each. */
  readonly resourceControl?: readonly HeldPolicy[];
}

export type PolicyKind = keyof Policies;

/** What decided, or what would decide. */
export interface Cause {
  readonly kind: PolicyKind;
  readonly where: string;
  readonly statement: string | undefined;
  readonly effect: 'Allow' | 'Deny' | '?';
  /** Whether it certainly speaks of the request. */
  readonly isCertain: boolean;
}

/** Whether AWS allows a request: for certain, or depending on condition keys and unknowns. */
export interface Decision {
  readonly decision: 'allow' | 'deny' | 'depends';
  /** Condition keys, in lower case, and unknown parts of policies, in order. */
  readonly on: readonly string[];
  /** The denial, or the allowances. Nothing where no policy allows the request. */
  readonly because: readonly Cause[];
}

interface Layer {
  readonly kind: PolicyKind;
  readonly statements: readonly Applied[];
}

/**
 * Whether policies allow a request, by the logic that AWS documents. Grants of KMS, lists of S3 and its Block Public Access
 * are no policies, and not looked at.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function evaluate(request: Request, policies: Policies): Decision {
  const subject = subjectOf(request, policies);
  const layers = layersOf(subject, policies);
  const denied = any(
    layers.map(({ kind, statements }) =>
      kind === 'resourceControl'
        ? all([says(statements, 'Deny'), isUnderResourceControl(request.action)])
        : says(statements, 'Deny')
    )
  );
  const allowed = isAllowed(request, subject, layers, policies);
  const decision =
    denied.is === 'yes' || allowed.is === 'no'
      ? 'deny'
      : denied.is === 'no' && allowed.is === 'yes'
        ? 'allow'
        : 'depends';
  const on = decision === 'depends' ? [...new Set([...denied.on, ...allowed.on])].sort() : [];
  return { decision, on, because: causes(layers, decision, denied.is === 'yes') };
}

function subjectOf(request: Request, policies: Policies): Subject {
  const { symbols } = request;
  const caller = namesOf(request.caller, symbols);
  const resource = request.resource === '*' ? ['*'] : someOf(textOf(request.resource, { wildcards: true, symbols }));
  return {
    caller,
    action: textOf(request.action, { folds: true }),
    resource,
    context: contextOf(request, caller),
    hasBoundary: (policies.boundary ?? []).length > 0,
  };
}

function contextOf(
  { caller: { kind }, account, context = {}, isWhole = false, symbols }: Request,
  caller: CallerNames
): Context {
  const known = new Map<string, readonly Text[] | 'absent'>();
  const put = (key: string, value: Text | 'absent'): void => void known.set(key, value === 'absent' ? value : [value]);
  put('aws:principalisawsservice', kind === 'service' ? textOf('true') : textOf('false'));
  if (kind === 'service') put('aws:principalservicename', caller.id);
  if (kind === 'anonymous')
    for (const key of ['aws:principalarn', 'aws:principalorgid', 'aws:username']) put(key, 'absent');
  if (caller.account) {
    put('aws:principalaccount', caller.account);
    put('kms:calleraccount', caller.account);
    put('aws:principalarn', caller.id);
    put('aws:principalservicename', 'absent');
    if (kind === 'role') put('aws:username', 'absent');
  }
  if (account !== undefined) put('aws:resourceaccount', textOf(account, { symbols }));
  for (const key of Object.keys(context)) {
    const values = context[key];
    known.set(key.toLowerCase(), values === 'absent' ? values : values.map((value) => textOf(value, { symbols })));
  }
  return new Context(known, isWhole);
}

const OF_PRINCIPALS: PolicyForm = { namesPrincipals: false, namesResources: true };
export const OF_RESOURCES: PolicyForm = { namesPrincipals: true, namesResources: false };
const OF_OTHERS: PolicyForm = { namesPrincipals: true, namesResources: true };

const FORMS: { readonly [kind in Exclude<PolicyKind, 'serviceControl'>]: PolicyForm } = {
  identity: OF_PRINCIPALS,
  boundary: OF_PRINCIPALS,
  session: OF_PRINCIPALS,
  resource: OF_RESOURCES,
  endpoint: OF_OTHERS,
  resourceControl: OF_OTHERS,
};

function layersOf(subject: Subject, policies: Policies): readonly Layer[] {
  const kinds = Object.keys(FORMS) as (keyof typeof FORMS)[];
  const layers = kinds.flatMap((kind): Layer[] => {
    const held = policies[kind] ?? [];
    return held.length > 0 ? [{ kind, statements: applied(held, subject, FORMS[kind]) }] : [];
  });
  const levels = (policies.serviceControl ?? []).filter((level) => level.length > 0);
  for (const level of levels) {
    layers.push({ kind: 'serviceControl', statements: applied(level, subject, OF_PRINCIPALS) });
  }
  // They limit the principals of accounts, other than the roles that services make for themselves.
  if (!isServiceLinked(subject.caller)) {
    return subject.caller.account ? layers : layers.filter(({ kind }) => kind !== 'serviceControl');
  }
  return layers.filter(({ kind }) => kind !== 'serviceControl' && kind !== 'resourceControl');
}

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#rcp-supported-services */
const UNDER_RESOURCE_CONTROL = ['kms', 's3', 'secretsmanager', 'sqs', 'sts'];

/** Whether resource control policies reach an action. These services came first; AWS adds others from time to time. */
function isUnderResourceControl(action: string): Truth {
  const service = action.split(':')[0].toLowerCase();
  return UNDER_RESOURCE_CONTROL.includes(service) ? YES : open(`resource control policies for ${service}`);
}

const SERVICE_LINKED = textOf('arn:*:role/aws-service-role/*', { wildcards: true });

function isServiceLinked({ kind, id }: CallerNames): boolean {
  return kind === 'role' && matches(SERVICE_LINKED, id).is === 'yes';
}

/** Whether statements have an effect on a request. */
function says(statements: readonly Applied[], effect: 'Allow' | 'Deny'): Truth {
  return any(statements.map((statement) => all([has(statement, effect), isNamed(statement.naming)])));
}

function has({ where, effect }: Applied, wanted: 'Allow' | 'Deny'): Truth {
  return effect === '?' ? open(where) : effect === wanted ? YES : NO;
}

function isNamed({ direct, role, account }: Naming): Truth {
  return any([direct, role, account]);
}

/** Whether everything allows a request that must, where nothing denies it. */
function isAllowed(request: Request, subject: Subject, layers: readonly Layer[], policies: Policies): Truth {
  const { caller } = subject;
  const allows = (kind: PolicyKind): Truth[] =>
    layers.filter((layer) => layer.kind === kind).map(({ statements }) => says(statements, 'Allow'));
  const through = (naming: 'direct' | 'role' | 'account'): Truth => {
    const statements = layers.find(({ kind }) => kind === 'resource')?.statements ?? [];
    return any(statements.map((statement) => all([has(statement, 'Allow'), statement.naming[naming]])));
  };
  const [direct, role, account] = [through('direct'), through('role'), through('account')];
  const ceilings = [...allows('serviceControl'), ...allows('endpoint')];
  if (!caller.account) return all([...ceilings, direct]);
  const limits = [...allows('boundary'), ...allows('session')];
  const identity = caller.kind === 'root' ? YES : any(allows('identity'));
  const own = all([identity, ...limits]);
  const granted = any([direct, all([role, ...limits])]);
  const handedOn = asksResource(request, subject.resource, policies);
  const within = any([granted, all([own, either(handedOn, account, YES)])]);
  const across = all([own, any([direct, role, account])]);
  const isSame =
    request.account === undefined ? open('the account of the resource') : sameAccount(request, caller.account);
  return all([...ceilings, either(isSame, within, across)]);
}

function sameAccount({ account = '', symbols }: Request, own: Text): Truth {
  const truth = matches(textOf(account, { symbols }), own);
  return truth.is === 'open' ? open('the account of the resource') : truth;
}

/**
 * Whether the policies of the caller count only as far as the resource's own hands on to them: the key policy of a key,
 * the trust policy of a role.
 */
function asksResource({ action }: Request, resource: Text, { resource: own }: Policies): Truth {
  if (!/^(?:kms|sts):/i.test(action)) return NO;
  if (own !== undefined) return YES;
  const kinds = ['arn:*:kms:*:key/*', 'arn:*:iam:*:role/*'].map((text) => textOf(text, { wildcards: true }));
  const isOne = any(kinds.map((kind) => matches(kind, resource)));
  return isOne.is === 'no' ? NO : open('the policy of the resource');
}

function causes(layers: readonly Layer[], decision: Decision['decision'], isDenied: boolean): readonly Cause[] {
  const found = layers.flatMap(({ kind, statements }) =>
    statements.map(({ where, statement, effect, naming }): Cause => {
      return { kind, where, statement, effect, isCertain: isNamed(naming).is === 'yes' };
    })
  );
  if (decision === 'depends') return found;
  if (decision === 'allow') return found.filter(({ effect, isCertain }) => effect === 'Allow' && isCertain);
  return isDenied ? found.filter(({ effect, isCertain }) => effect === 'Deny' && isCertain) : [];
}
