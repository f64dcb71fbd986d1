import { Model } from '../../../terraform/model';
import { Resource } from '../../../terraform/stack';
import { regionOf } from '../../regions-of';
import { ask } from '../access/ask';
import { bestRequest } from '../access/best-request';
import { organizationPolicies } from '../access/organization';
import { resourcePolicies } from '../access/resource-side';
import { Decision, Policies, evaluate } from '../evaluation/evaluate';
import { HeldPolicy } from '../evaluation/statements';
import { Text, hole, knownText } from '../evaluation/text';
import { Statement, policyFromJson } from '../policy';
import { Actor } from './actors';
import { ASSUME } from './ways';

export type Context = { readonly [key: string]: readonly string[] | 'absent' };

/** Whether something is possible, and on what it hangs where that is open. */
export interface Can {
  readonly is: 'yes' | 'no' | 'open';
  readonly on: readonly string[];
}

export const CANNOT: Can = { is: 'no', on: [] };

function canBy({ decision, on }: Decision): Can {
  return decision === 'allow' ? { is: 'yes', on: [] } : decision === 'deny' ? CANNOT : { is: 'open', on };
}

/** What holds where both must. */
export function both(one: Can, other: Can): Can {
  if (one.is === 'no' || other.is === 'no') return CANNOT;
  const on = [...new Set([...one.on, ...other.on])].sort();
  return { is: one.is === 'yes' && other.is === 'yes' ? 'yes' : 'open', on };
}

/** The better of two. */
export function either(one: Can, other: Can): Can {
  if (one.is === 'yes' || other.is === 'no') return one;
  return other.is === 'yes' || one.is === 'no' ? other : one;
}

/** Whether an actor may do something to a resource of the configuration, by the request that suits it best. */
export function canOn(model: Model, actor: Actor, action: string, resource: Resource, context: Context = {}): Can {
  const { asker, identity, boundary } = actor;
  const by = (chosen: Context): Decision =>
    ask(model, { action, resource, context: { ...chosen, ...context } }, asker, { identity, boundary });
  return canBy(bestRequest(by, [...identity, ...boundary, ...resourcePolicies(model, resource)]));
}

/** Whether a service may assume a role in its own account. */
export function canAssume(model: Model, service: string, role: Resource): Can {
  const context = { 'aws:SourceAccount': ['${owner}'] };
  const by = (chosen: Context): Decision =>
    ask(
      model,
      { action: ASSUME, resource: role, context: { ...chosen, ...context } },
      { kind: 'service', id: [...service] }
    );
  return canBy(bestRequest(by, resourcePolicies(model, role)));
}

/** Whether an actor may do something to a resource that it names. `${account}`, `${partition}` and `${region}` in it are its own. */
export function canAt(
  model: Model,
  actor: Actor,
  action: string,
  arn: string,
  context: Context = {},
  from?: HeldPolicy
): Can {
  return canBy(at(model, actor, action, arn, context, {}, from));
}

const TRUSTING = policyFromJson({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: ASSUME }],
});

/** Whether an actor may assume a role whose trust policy it has written. */
export function canAssumeOwn(model: Model, actor: Actor): Can {
  const resource = [{ where: 'a trust policy of its own', policy: TRUSTING }];
  return canBy(at(model, actor, ASSUME, 'arn:${partition}:iam::${account}:role/toms', {}, { resource }));
}

function at(
  model: Model,
  { asker, identity, boundary, of }: Actor,
  action: string,
  arn: string,
  context: Context,
  beside: Policies,
  from?: HeldPolicy
): Decision {
  const { kind, id, account } = asker;
  const region = of && regionOf(of);
  const texts: { readonly [expression: string]: Text } = {
    '${caller}': id,
    '${account}': account,
    '${partition}': id.slice(4, id.indexOf(':', 4)),
    '${region}': region === undefined ? [hole('the Region', ':/')] : [...region],
  };
  const symbols = (expression: string): Text => texts[expression] ?? from?.symbols?.(expression) ?? [hole(expression)];
  const by = (chosen: Context): Decision =>
    evaluate(
      {
        caller: { kind, id: '${caller}', account: '${account}' },
        action,
        resource: arn,
        account: '${account}',
        context: { ...chosen, ...context },
        symbols,
      },
      {
        identity,
        boundary,
        ...organizationPolicies(model, { account: knownText(account) }, knownText(account)),
        ...beside,
      }
    );
  return bestRequest(by, [...identity, ...boundary]);
}

/** How many of the resources are tried that the statements of somebody name. */
const MOST_PLACES = 8;

/**
 * Whether an actor may do something somewhere: to something new whose name it chooses, by what its own statements name.
 *
 * @param path what the resource is called behind the account, where no statement says it: `role/toms`
 */
export function canSomewhere(model: Model, actor: Actor, action: string, path: string, context: Context = {}): Can {
  let best = CANNOT;
  for (const arn of placesFor(actor, action, path).slice(0, MOST_PLACES)) {
    best = either(best, canAt(model, actor, action, arn.text, context, arn.from));
    if (best.is === 'yes') return best;
  }
  return best;
}

/** A resource, and the policy whose `${…}` it is written with. */
export interface Place {
  readonly text: string;
  readonly from?: HeldPolicy;
}

/** Resources that the statements of an actor name for an action, with a name in the place of each wildcard. */
export function placesFor({ rights }: Actor, action: string, path: string): readonly Place[] {
  const service = action.slice(0, action.indexOf(':'));
  const region = service === 'iam' ? '' : '${region}';
  const generic = `arn:\${partition}:${service}:${region}:\${account}:${path}`;
  const found = new Map<string, Place>();
  for (const right of rights.filter(({ actions }) => actions.includes(action))) {
    for (const place of placesIn(right.statement, right.held, generic)) found.set(place.text, place);
  }
  return [...found.values()];
}

/** The resources that a statement names, with a name in the place of each wildcard. */
export function placesIn({ resources }: Statement, held: HeldPolicy, other: string): readonly Place[] {
  const generic: Place = { text: other };
  if (resources.length === 0) return [generic];
  return resources.map((resource) => {
    if (/^[*?:]+$/.test(resource) || resource.split(':').length < 6)
      return isName(resource) ? { text: resource, from: held } : generic;
    const parts = resource.split(':');
    const own = generic.text.split(':');
    const filled = parts.map((part, index) => (index < 5 && /^[*?]+$/.test(part) ? own[index] : part));
    const last = filled.slice(5).join(':');
    const named = /^[*?]+$/.test(last) ? own.slice(5).join(':') : last.replace(/[*?]/g, 'x');
    return { text: [...filled.slice(0, 5), named].join(':'), from: held };
  });
}

function isName(resource: string): boolean {
  return resource.includes('${') && !/[*?]/.test(resource);
}
