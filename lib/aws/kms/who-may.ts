import { referencesIn } from '../../terraform/expression/scanner';
import { Model } from '../../terraform/model';
import { resolve } from '../../terraform/references';
import { Resource } from '../../terraform/stack';
import { PolicyReading, Statement, coversAction, isEverybody, isOpen } from '../iam/policy';
import { allowsAction, isOnEverything } from '../iam/statements';
import { grantsOf, principalsIn } from './principals';

/** Everybody whom no other policy names. */
export const EVERYBODY = '*';

/** A policy of the resource itself, and what carries it. */
export interface OwnPolicy {
  readonly of: Resource;
  readonly policy: PolicyReading;
}

/** Who may do something to a resource: the ids of the principals, and what stands in the way of telling. */
export interface Reach {
  readonly principals: ReadonlySet<string>;
  readonly open: string | undefined;
}

/**
 * Who may use one of some actions on a resource, by the policies of principals and by its own. Denials count where they
 * hold without a condition, or for everybody but some principals. Conditions on what is allowed do not make it smaller.
 *
 * @param arn what the ARN of the resource matches, where its name is written out
 */
export function reachOf(
  model: Model,
  resource: Resource,
  own: readonly OwnPolicy[],
  actions: readonly string[],
  arn: string | undefined
): Reach {
  const grants = grantsOf(model);
  const principals = new Set<string>();
  let open = grants.open;
  const about = grants.list.filter(
    ({ statement, holder }) =>
      actions.some((action) => allowsAction(statement, action)) && isAbout(model, resource, holder, statement, arn)
  );
  for (const action of actions) {
    const allowed = new Set<string>();
    const denied = new Set<string>();
    const spared: Set<string>[] = [];
    for (const { statement, principals: ids } of about) {
      if (!allowsAction(statement, action)) continue;
      if (statement.effect === 'Allow') ids.forEach((id) => allowed.add(id));
      else if (statement.conditions.length === 0) ids.forEach((id) => denied.add(id));
    }
    for (const { of, policy } of own) {
      if (!policy || 'broken' in policy) continue;
      if ('unknown' in policy || !policy.complete) open ??= `the policy of ${of.address}`;
      if ('unknown' in policy) continue;
      for (const statement of policy.statements) {
        if (!allowsAction(statement, action)) continue;
        const ids = statement.principals.flatMap(({ id }) => principalsIn(model, of, id));
        const everybody = statement.principals.some(isEverybody) || statement.notPrincipals.length > 0;
        if (statement.effect === 'Allow') {
          ids.forEach((id) => allowed.add(id));
          if (everybody && !narrowsPrincipals(statement)) allowed.add(EVERYBODY);
        } else if (everybody) {
          const but = exceptions(model, of, statement);
          if (but) spared.push(but);
        } else if (statement.conditions.length === 0) {
          ids.forEach((id) => denied.add(id));
        }
      }
    }
    // Whom a denial spares is still among everybody.
    if (allowed.has(EVERYBODY)) for (const but of spared) but.forEach((id) => allowed.add(id));
    for (const id of allowed) {
      if (!denied.has(id) && spared.every((but) => but.has(id))) principals.add(id);
    }
  }
  return { principals, open };
}

/** Whether a statement of a principal speaks of a resource: by everything, by reference, or by a literal ARN. */
function isAbout(
  model: Model,
  resource: Resource,
  holder: Resource,
  statement: Statement,
  arn: string | undefined
): boolean {
  if (isOnEverything(statement)) return true;
  return statement.resources.some((text) => {
    const isNamed = referencesIn(text).some((reference) => {
      const target = resolve(model, holder, reference);
      return target !== undefined && target.stack === resource.stack && target.key === resource.key;
    });
    if (isNamed) return true;
    const written = withoutPlace(text);
    return arn !== undefined && !isOpen(written) && coversAction(written, withoutPlace(arn));
  });
}

/** An ARN without partition, region and account, which Terraform often fills in: what is named is at its end. */
function withoutPlace(arn: string): string {
  return arn.replace(/^arn:[^:]*:([^:]*):[^:]*:[^:]*:/, 'arn::$1:::');
}

const PRINCIPAL_KEYS = ['aws:principalarn', 'aws:userid', 'aws:principaltag'];

function narrowsPrincipals(statement: Statement): boolean {
  return statement.conditions.some(({ key }) => PRINCIPAL_KEYS.some((known) => key.startsWith(known)));
}

/** Whom a denial of everybody spares: by NotPrincipal, or `ArnNotEquals aws:PrincipalArn`. `undefined` on other conditions. */
function exceptions(model: Model, of: Resource, { conditions, notPrincipals }: Statement): Set<string> | undefined {
  const but = new Set(notPrincipals.flatMap(({ id }) => principalsIn(model, of, id)));
  if (conditions.length === 0) return but;
  const [condition] = conditions;
  if (conditions.length !== 1 || condition.key !== 'aws:principalarn') return undefined;
  if (!/^(?:arn|string)not(?:equals|like)(?:ifexists)?$/i.test(condition.operator)) return undefined;
  for (const id of condition.values.flatMap((value) => principalsIn(model, of, value))) but.add(id);
  return but;
}
