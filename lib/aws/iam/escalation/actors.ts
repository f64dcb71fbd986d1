import { Memo, MemoHolder } from '../../../terraform/memo';
import { Model } from '../../../terraform/model';
import { companionsOf } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { items } from '../../../terraform/value';
import { groupsOf, mayCarryFor } from '../access/carriers';
import {
  Principal,
  PrincipalPolicy,
  attached,
  carriedBy,
  heldBy,
  isThere,
  policiesIn,
  principalsOf,
} from '../access/holders';
import { Places, mayCover, placesOf } from '../access/rights';
import { accountTextOf, partitionOf } from '../access/symbols';
import { Text, hole } from '../evaluation/text';
import { GRANT_TYPES } from '../identity-policies';
import { refusedBy } from '../managed-policies';
import { Statement, policyFromJson } from '../policy';
import { allowsEverything, isOnEverything } from '../statements';
import { ESCALATING_ACTIONS } from './ways';

/** Who may come to the rights of others: a role, a user, the members of a group, people with a permission set. */
export interface Actor extends MemoHolder {
  readonly kind: 'role' | 'user' | 'group' | 'permission set';
  readonly who: string;
  /** Where the configuration declares it. */
  readonly of: Resource | undefined;
  /** As whom it asks. */
  readonly asker: { readonly kind: 'role' | 'user'; readonly id: Text; readonly account: Text };
  readonly identity: readonly PrincipalPolicy[];
  readonly boundary: readonly PrincipalPolicy[];
  /** The groups that it is in, or is. */
  readonly groups: readonly Resource[];
  /** The statements that may allow an action of the known ways. */
  readonly rights: readonly Right[];
  /** A policy that nobody read, and that may allow anything. */
  readonly unread: string | undefined;
}

/** A statement that may allow somebody to come to the rights of others. */
export interface Right {
  readonly actions: readonly string[];
  readonly statement: Statement;
  readonly places: Places;
  readonly held: PrincipalPolicy;
}

const ACTORS = new Memo<readonly Actor[]>();

/** All actors of a model. They are read in a world in which nothing is assumed. */
export function actorsOf(model: Model): readonly Actor[] {
  return ACTORS.of(model, () => {
    const principals = principalsOf(model).filter(isThere);
    const groups = model.present('aws_iam_group').map((of) => actorOf(model, groupAsPrincipal(of), 'group'));
    const sets = model.present('aws_ssoadmin_permission_set').map((of) => permissionSet(model, of));
    return [...principals.map((one) => actorOf(model, one, one.kind)), ...groups, ...sets];
  });
}

/** Members of a group are users of whom nothing else is known. */
function groupAsPrincipal(of: Resource): Principal {
  const account = accountTextOf(of);
  const name = hole(`a member of ${of.qualifiedAddress}`, ':');
  const arn = [...'arn:', ...partitionOf(of), ...':iam::', ...account, ...':user/', name];
  return { kind: 'user', who: of.address, arn, account, of };
}

function actorOf(model: Model, principal: Principal, kind: Actor['kind']): Actor {
  const { of, who, arn, account } = principal;
  const { identity, boundary } = heldBy(model, principal);
  const declared = 'by' in of ? undefined : of;
  // What names its holders by what only a plan can tell is no right of each, unless it is worth one.
  const open = new Set(
    mayCarryFor(model, of)
      .filter((carrier) => isHarmless(carriedBy(model, carrier)))
      .map(({ address }) => address)
  );
  return withRights(model, {
    kind,
    who,
    of: declared,
    asker: { kind: principal.kind, id: arn, account },
    identity: identity.filter(({ where, policy }) => !(policy && 'unknown' in policy && open.has(where))).map(read),
    boundary: boundary.map(read),
    groups: kind === 'group' && declared ? [declared] : groupsOf(model, of),
  });
}

/** People of IAM Identity Center, by a role that nobody changes, in accounts that the assignments name. */
function permissionSet(model: Model, of: Resource): Actor {
  const carriers = [
    'aws_ssoadmin_permission_set_inline_policy',
    'aws_ssoadmin_managed_policy_attachment',
    'aws_ssoadmin_customer_managed_policy_attachment',
  ].flatMap((type) => companionsOf(model, of, type, 'permission_set_arn', ['arn', 'id']));
  const boundaries = companionsOf(model, of, 'aws_ssoadmin_permissions_boundary_attachment', 'permission_set_arn', [
    'arn',
    'id',
  ]);
  const account = [hole(`the account of ${of.qualifiedAddress}`, ':/')];
  const name = hole(`the role of ${of.qualifiedAddress}`, ':');
  const arn = [
    ...'arn:',
    ...partitionOf(of),
    ...':iam::',
    ...account,
    ...':role/aws-reserved/sso.amazonaws.com/',
    name,
  ];
  return withRights(model, {
    kind: 'permission set',
    who: of.address,
    of,
    asker: { kind: 'role', id: arn, account },
    identity: carriers.flatMap((carrier) => givenBySet(model, carrier)).map(read),
    boundary: boundaries.flatMap((one) => boundaryOfSet(model, one)).map(read),
    groups: [],
  });
}

function givenBySet(model: Model, carrier: Resource): readonly PrincipalPolicy[] {
  if (carrier.type === 'aws_ssoadmin_managed_policy_attachment') {
    return items(carrier.get('managed_policy_arn')).flatMap((arn) => attached(model, carrier, arn));
  }
  if (carrier.type !== 'aws_ssoadmin_customer_managed_policy_attachment') return policiesIn(model, carrier);
  return [{ where: carrier.address, policy: { unknown: `the policy that ${carrier.address} names` } }];
}

function boundaryOfSet(model: Model, one: Resource): readonly PrincipalPolicy[] {
  const arn = one.get('permissions_boundary.managed_policy_arn');
  if (arn !== undefined) return items(arn).flatMap((item) => attached(model, one, item));
  return [{ where: one.address, policy: { unknown: `the boundary that ${one.address} names` } }];
}

/** AWS managed policies that are known as a whole, since they allow all but a few services, or all of IAM. */
const KNOWN: ReadonlyMap<string, PrincipalPolicy['policy']> = new Map([
  ['IAMFullAccess', policyFromJson({ Version: '2012-10-17', Statement: allow({ Action: 'iam:*' }) })],
  [
    'PowerUserAccess',
    policyFromJson({
      Version: '2012-10-17',
      Statement: allow({ NotAction: ['iam:*', 'organizations:*', 'account:*'] }),
    }),
  ],
]);

function allow(what: { readonly [key: string]: string | string[] }): { [key: string]: string | string[] }[] {
  return [{ Effect: 'Allow', Resource: '*', ...what }];
}

const NONE: PrincipalPolicy['policy'] = { statements: [], complete: true };

/** By what rules the list judged AWS managed policies that let nobody come to the rights of others. */
const ESCALATING_RULES = ['IAM-001', 'IAM-002', 'IAM-005'];

/** An AWS managed policy as it is known, or by the list of their texts: what no rule refuses lets nobody take over others. */
function read(held: PrincipalPolicy): PrincipalPolicy {
  const { ofAws, policy } = held;
  if (ofAws === undefined || (policy && 'statements' in policy)) return held;
  const known = KNOWN.get(ofAws);
  if (known) return { ...held, policy: known };
  const refusing = refusedBy(ofAws);
  return refusing && !refusing.some((rule) => ESCALATING_RULES.includes(rule)) ? { ...held, policy: NONE } : held;
}

function isHarmless(held: readonly PrincipalPolicy[]): boolean {
  return held
    .map(read)
    .every(
      ({ policy }) =>
        policy === undefined ||
        ('statements' in policy && policy.complete && policy.statements.every((one) => actionsIn(one).length === 0))
    );
}

/** Whether a policy of a model lets anyone come to the rights of others, or may. Mostly none does, and nobody need be asked about. */
export function mayEscalate(model: Model): boolean {
  if (model.present('aws_ssoadmin_customer_managed_policy_attachment').length > 0) return true;
  return GRANT_TYPES.some((type) => model.present(type).some((carrier) => !isHarmless(carriedBy(model, carrier))));
}

function withRights(model: Model, actor: Omit<Actor, 'rights' | 'unread'>): Actor {
  let unread: string | undefined;
  const rights = actor.identity.flatMap((held): Right[] => {
    const { policy, where, from } = held;
    if (policy === undefined) return [];
    if (!('statements' in policy)) {
      unread ??= 'unknown' in policy ? policy.unknown : where;
      return [];
    }
    if (!policy.complete) unread ??= policy.missing ?? where;
    return policy.statements.flatMap((statement): Right[] => {
      const actions = statement.effect === 'Deny' ? [] : actionsIn(statement);
      return actions.length > 0 ? [{ actions, statement, places: placesOf(model, from, statement), held }] : [];
    });
  });
  return { ...actor, rights, unread };
}

const BY_NAME: ReadonlyMap<string, string> = new Map(
  ESCALATING_ACTIONS.map((action) => [action.toLowerCase(), action])
);

/** The actions of the known ways that a statement may allow. */
function actionsIn(statement: Statement): readonly string[] {
  const { actions, notActions } = statement;
  if (notActions.length === 0 && !actions.some((action) => /[*?$]/.test(action))) {
    return actions.flatMap((action) => BY_NAME.get(action.toLowerCase()) ?? []);
  }
  return ESCALATING_ACTIONS.filter((action) => mayCover(statement, action));
}

/** Whether an actor may do everything by its own policies, as far as they are read. A condition or a boundary leaves it open. */
export function administers({ identity, boundary }: Actor): 'yes' | 'no' | 'open' {
  const all = identity.flatMap(({ policy }) =>
    policy && 'statements' in policy
      ? policy.statements.filter(
          (one) =>
            one.effect !== 'Deny' && allowsEverything(one) && isOnEverything(one) && one.notResources.length === 0
        )
      : []
  );
  if (all.length === 0) return 'no';
  if (isBound(boundary)) return 'open';
  return all.some(({ effect, conditions }) => effect === 'Allow' && conditions.length === 0) ? 'yes' : 'open';
}

/** Whether a boundary keeps rights smaller than everything. */
export function isBound(boundary: readonly PrincipalPolicy[]): boolean {
  return boundary.length > 0 && boundary.every(({ ofAws }) => ofAws !== 'AdministratorAccess');
}
