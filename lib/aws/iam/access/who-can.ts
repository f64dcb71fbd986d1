import { Memo } from '../../../terraform/memo';
import { Model } from '../../../terraform/model';
import { Resource } from '../../../terraform/stack';
import { Decision, Policies } from '../evaluation/evaluate';
import { matches } from '../evaluation/match';
import { STRANGER, Text, hole, isHole, knownText, textOf } from '../evaluation/text';
import { isEverybody, isOdd, isOpen } from '../policy';
import { Asker, Need, Question, ask } from './ask';
import { bestRequest } from './best-request';
import { Principal, heldBy, isThere, principalsOf, unlimited } from './holders';
import { resourcePolicies } from './resource-side';
import { mayHold } from './rights';
import { accountTextOf, partitionOf } from './symbols';

/** Whom the policy of a resource names besides the roles and users of the model. */
export type Outsider =
  | { readonly kind: 'everybody' | 'service' | 'identity' }
  /** A principal in the account of the resource that the model does not show. */
  | { readonly kind: 'own' }
  | { readonly kind: 'account'; readonly account: Text | undefined };

/** Somebody who can do something, or perhaps can. */
export interface Access extends Decision {
  /** A role or user of the model, a service, an account, or everybody, as messages name it. */
  readonly who: string;
  readonly principal?: Principal;
  /** Whether it is outside of what the model shows. */
  readonly isOutside: boolean;
  /** What it is then. A principal of an account may be in that of the resource, where that is not told. */
  readonly outsider?: Outsider;
}

/**
 * Who can do something to a resource: the roles and users of the model, and whom the resource's own policy names. Others whom
 * accounts let in by themselves count as their account. Policies of an organization count as far as the model attaches them: others
 * can only make the answer smaller.
 */
export function whoCan(model: Model, question: Question): readonly Access[] {
  return [...ownAccess(model, question), ...foreignAccess(model, question)];
}

/** The roles and users of the model that can, or perhaps can. */
export function ownAccess(model: Model, question: Question): readonly Access[] {
  return candidates(model, question).flatMap((principal) => {
    const decision = askPrincipal(model, question, principal);
    if (decision.decision === 'deny' || !isThere(principal)) return [];
    return [{ ...decision, who: principal.who, principal, isOutside: false }];
  });
}

/** Whether a role or user of the model can do what is asked. */
export function askPrincipal(model: Model, question: Question, principal: Principal): Decision {
  return answer(model, question, askerOf(principal), heldBy(model, principal));
}

/** Whether somebody can do what is asked: by this request, or by the best one for him that has what is known of it. */
function answer(model: Model, question: Question, asker: Asker, own: Policies): Decision {
  const decision = answerOne(model, question, asker, own);
  if (question.needs === undefined || decision.decision === 'deny') return decision;
  return question
    .needs()
    .reduce(
      (sum: Decision, need) => (sum.decision === 'deny' ? sum : together(sum, needed(model, need, asker, own))),
      decision
    );
}

function needed(model: Model, need: Need, asker: Asker, own: Policies): Decision {
  if (need === 'never') return { decision: 'deny', on: [], because: [] };
  if ('on' in need) return { decision: 'depends', on: [need.on], because: [] };
  const { question, orElse } = need;
  const decision = answer(model, question, asker, own);
  return orElse !== undefined && decision.decision === 'deny'
    ? { decision: 'depends', on: [orElse], because: [] }
    : decision;
}

/** What holds where both must be allowed. */
function together(one: Decision, other: Decision): Decision {
  if (other.decision === 'deny') return other;
  const decision = one.decision === 'allow' && other.decision === 'allow' ? 'allow' : 'depends';
  const on = [...new Set([...one.on, ...other.on])].sort();
  return { decision, on, because: [...one.because, ...other.because] };
}

function answerOne(model: Model, question: Question, asker: Asker, own: Policies): Decision {
  if (question.isBest !== true) return ask(model, question, asker, own);
  const by = (context: NonNullable<Question['context']>): Decision =>
    ask(model, { ...question, context: { ...context, ...question.context } }, asker, own);
  const { identity = [], boundary = [] } = own;
  return bestRequest(by, [...identity, ...boundary, ...resourcePolicies(model, question.resource)]);
}

function askerOf({ kind, arn, account }: Principal): Asker {
  return { kind, id: arn, account };
}

/** All who may be allowed by a policy of their own, or by one of the resource. */
function candidates(model: Model, { action, resource, unseen = [] }: Question): readonly Principal[] {
  const all = principalsOf(model);
  const found = new Set(mayHold(model, action, resource));
  for (const { policy, symbols } of [...resourcePolicies(model, resource), ...unseen]) {
    if (!policy) continue;
    if (!('statements' in policy) || !policy.complete) return all;
    for (const { effect, principals, notPrincipals } of policy.statements) {
      if (effect === 'Deny') continue;
      if (notPrincipals.length > 0) return all;
      for (const principal of principals) {
        if (principal.type === 'Service' || principal.type === 'Federated') continue;
        const named =
          isEverybody(principal) || isOdd(principal) ? undefined : namedBy(model, textOf(principal.id, { symbols }));
        if (named === undefined) return all;
        named.forEach((one) => found.add(one));
      }
    }
  }
  if (found.size <= 1) return [...found];
  const { order } = NAMES.of(model, () => readNames(model));
  return [...found].sort((one, other) => order.get(one)! - order.get(other)!);
}

/** The principals of a model by their names. */
interface Names {
  readonly order: ReadonlyMap<Principal, number>;
  /** By the name, or the id of what stands for it. */
  readonly byName: ReadonlyMap<string, readonly Principal[]>;
  readonly unnamed: readonly Principal[];
}

const NAMES = new Memo<Names>();

function readNames(model: Model): Names {
  const all = principalsOf(model);
  const byName = new Map<string, Principal[]>();
  const unnamed: Principal[] = [];
  for (const principal of all) {
    const name = nameIn(principal.arn);
    if (name?.isKnown !== true) unnamed.push(principal);
    if (name) byName.set(name.key, [...(byName.get(name.key) ?? []), principal]);
  }
  return { order: new Map(all.map((principal, at) => [principal, at])), byName, unnamed };
}

/** What stands at the end of the ARN of a role or a user. `undefined` where it is not one name. */
function nameIn(arn: Text): { readonly key: string; readonly isKnown: boolean } | undefined {
  const name = arn.slice(arn.lastIndexOf('/') + 1);
  const known = knownText(name);
  if (known !== undefined) return { key: known, isKnown: true };
  const [token, ...others] = name;
  return others.length === 0 && isHole(token) ? { key: token.id, isKnown: false } : undefined;
}

/** The principals of the model that the entry of a policy may name, and not by their account. `undefined` where it may be any. */
function namedBy(model: Model, text: Text): readonly Principal[] | undefined {
  if (accountIn(text) !== undefined && !isPrincipal(text)) return [];
  const { byName, unnamed } = NAMES.of(model, () => readNames(model));
  const name = accountIn(text) === undefined ? undefined : nameIn(text);
  if (name === undefined) return undefined;
  const same = byName.get(name.key);
  return name.isKnown ? [...(same ?? []), ...unnamed] : same;
}

const NOBODY_KNOWN: Text = [hole('an account of others', '0123456789:/', STRANGER)];

/** Whom the policy of a resource names: services, and everybody and accounts that are not the resource's own, or only some kinds of these. */
export function foreignAccess(
  model: Model,
  question: Question,
  kinds?: readonly Outsider['kind'][]
): readonly Access[] {
  return askersOf(model, question.resource).flatMap(({ who, asker, own, outsider }) => {
    if (kinds && !kinds.includes(outsider.kind)) return [];
    const decision = answer(model, question, asker, own);
    return decision.decision === 'deny' ? [] : [{ ...decision, who, isOutside: true, outsider }];
  });
}

/** Whether the policy of a resource names others of some kinds, whatever it lets them do. */
export function namesForeign(model: Model, resource: Resource, kinds: readonly Outsider['kind'][]): boolean {
  return askersOf(model, resource).some(({ outsider }) => kinds.includes(outsider.kind));
}

const ASKERS = new Memo<readonly Asking[]>();

function askersOf(model: Model, resource: Resource): readonly Asking[] {
  return ASKERS.of(resource, () => readAskers(model, resource));
}

function readAskers(model: Model, resource: Resource): readonly Asking[] {
  const askers = new Map<string, Omit<Asking, 'who'>>();
  for (const { policy, symbols } of resourcePolicies(model, resource)) {
    if (!policy || !('statements' in policy)) continue;
    for (const { effect, principals: named, notPrincipals } of policy.statements) {
      if (effect === 'Deny') continue;
      const owner = accountTextOf(resource);
      const partition = partitionOf(resource);
      for (const principal of notPrincipals.length > 0 ? EVERYBODY : named) {
        const { type, id } = principal;
        const text = textOf(id, { symbols });
        if (isEverybody(principal) || (isOdd(principal) && !isOpen(id))) {
          const outsider = { kind: 'everybody' } as const;
          askers.set('everybody', { asker: { kind: 'anonymous', id: [] }, own: {}, outsider });
          askers.set('every account', { ...stranger(NOBODY_KNOWN, partition), outsider });
        } else if (type === 'Service')
          askers.set(knownText(text) ?? id, {
            asker: { kind: 'service', id: text },
            own: {},
            outsider: { kind: 'service' },
          });
        else if (type === 'Federated')
          askers.set(id, { asker: { kind: 'federated', id: text }, own: {}, outsider: { kind: 'identity' } });
        else if (
          !isOfModel(
            NAMES.of(model, () => readNames(model)),
            text
          )
        ) {
          const account = accountIn(text);
          const isOwn = account !== undefined && matches(account, owner).is === 'yes';
          if (!isOwn)
            askers.set(id, { ...outsiderOf(text, account, partition), outsider: { kind: 'account', account } });
          else if (isPrincipal(text)) {
            const asker = { kind: 'role', id: text, account } as const;
            askers.set(id, { asker, own: unshown(id), outsider: { kind: 'own' } });
          }
        }
      }
    }
  }
  return [...askers].map(([who, asking]) => ({ who, ...asking }));
}

/** Somebody outside who asks, and the policies that he has. */
interface Asking {
  readonly who: string;
  readonly asker: Asker;
  readonly own: Policies;
  readonly outsider: Outsider;
}

const EVERYBODY = [{ type: '*', id: '*' }];

/** Whether a text is the ARN of a role or user of the model. */
function isOfModel({ byName }: Names, text: Text): boolean {
  const name = nameIn(text);
  return (name && byName.get(name.key))?.some(({ arn }) => matches(arn, text).is === 'yes') ?? false;
}

/** Somebody of another account, who has of it whatever rights it takes. */
function stranger(account: Text, partition: Text): Pick<Asking, 'asker' | 'own'> {
  const id = [...'arn:', ...partition, ...':iam::', ...account, ...':role/', hole('a role of others', ':/', STRANGER)];
  return { asker: { kind: 'role', id, account }, own: { identity: [unlimited('the policies of the other account')] } };
}

function outsiderOf(text: Text, account: Text | undefined, partition: Text): Pick<Asking, 'asker' | 'own'> {
  if (!account || !isPrincipal(text)) {
    return stranger(account ?? [hole('an account that a policy names', ':/')], partitionIn(text) ?? partition);
  }
  return {
    asker: { kind: 'role', id: text, account },
    own: { identity: [unlimited('the policies of the other account')] },
  };
}

/** Whether a text names a role or a user, and not an account. */
function isPrincipal(text: Text): boolean {
  return text.length > 12 && !text.slice(-5).every((token, at) => token === ':root'[at]);
}

/** The policies of a principal that the model does not show. */
function unshown(id: string): Policies {
  const where = `the policies of ${id}`;
  return { identity: [{ where, policy: { unknown: where } }] };
}

/** The partition in an ARN. */
function partitionIn(text: Text): Text | undefined {
  const [first, second] = [...text.keys()].filter((at) => text[at] === ':');
  return second === undefined ? undefined : text.slice(first + 1, second);
}

/** The account in `111122223333`, or in an ARN. */
function accountIn(text: Text): Text | undefined {
  const colons = [...text.keys()].filter((at) => text[at] === ':');
  if (colons.length >= 5) return text.slice(colons[3] + 1, colons[4]);
  if (colons.length > 0) return undefined;
  const [first, ...others] = text;
  const isId = others.length === 0 && isHole(first) && first.without.includes(':');
  return isId || text.length === 12 ? text : undefined;
}
