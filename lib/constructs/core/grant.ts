import { Op, TerraformStack } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { accountOf } from './account';
import { refuse } from './errors';
import { IGrantee, Role, roleOf } from './grantee';
import { mergeStatements } from './merged-statements';
import { IdentityStatement, identityPolicyText } from './policy';
import { estimatedSize } from './policy-size';
import { makeInLast } from './stack-order';
import { stacksIn } from './stack-references';

/**
 * The characters that IAM takes in all inline policies of a role. White space does not count.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
const MAX_CHARACTERS = 10_240;

/**
 * Lets a role use a resource. What a role is granted stands in one inline policy for each stack, and granting the same twice is granting it once.
 *
 * The policy is in the role's stack, or in that of the resource where this one comes after the role's.
 *
 * @throws ValidationError where the grantee is no role, or its policies take no more.
 */
export function grant(to: IConstruct, grantee: IGrantee, name: string, statements: IdentityStatement[]): void {
  const role = roleOf(to, grantee);
  const grants = grantsOf(role);
  const granted: Granted = { by: to.node.path, name, statements };
  if (grants.all.some((one) => isSame(one, granted))) return;
  requireRoom(to, role, [...grants.all, granted]);
  grants.all.push(granted);
  // A provider of its own belongs to the role's stack.
  const others = role.provider ? [] : [TerraformStack.of(to), ...stacksIn(to, statements)];
  makeInLast([role.stack, ...others], (home) => writeInto(home, role, grants, granted));
}

/** What a resource lets a role do. */
interface Granted {
  /** The path of the resource. */
  readonly by: string;
  readonly name: string;
  readonly statements: readonly IdentityStatement[];
}

/** What a role is granted. */
interface Grants {
  readonly all: Granted[];
  readonly policies: Map<TerraformStack, { readonly resource: IamRolePolicy; readonly granted: Granted[] }>;
}

const GRANTS = Symbol.for('cdktf-aws-toms/Grants');

function grantsOf({ holder, title }: Role): Grants {
  const known = holder as Construct & { [GRANTS]?: Map<string, Grants> };
  if (!known[GRANTS]) Object.defineProperty(holder, GRANTS, { value: new Map<string, Grants>() });
  const byTitle = known[GRANTS]!;
  const grants = byTitle.get(title) ?? { all: [], policies: new Map() };
  byTitle.set(title, grants);
  return grants;
}

function isSame(one: Granted, other: Granted): boolean {
  return (
    one.by === other.by &&
    one.name === other.name &&
    JSON.stringify(one.statements) === JSON.stringify(other.statements)
  );
}

function writeInto(home: TerraformStack, role: Role, { policies }: Grants, granted: Granted): void {
  const known = policies.get(home);
  const all = [...(known?.granted ?? []), granted].sort(byPlace);
  const policy = policyOf(all);
  if (known) known.resource.policy = policy;
  const resource = known?.resource ?? makePolicy(home, role, policy);
  policies.set(home, { resource, granted: all });
}

function makePolicy(home: TerraformStack, role: Role, policy: string): IamRolePolicy {
  const isOwn = role.holder !== role.stack && home === role.stack;
  const scope = isOwn ? role.holder : home;
  return new IamRolePolicy(scope, isOwn ? 'Grants' : `Grants-${role.title.replace(/\//g, '-')}`, {
    role: role.grantee.name,
    policy,
    provider: role.provider,
    lifecycle:
      role.account === undefined ? undefined : { precondition: [mustBeOwn(home, role.account, role.grantee.arn)] },
  });
}

/** A role of the same name in the account of the stack would get what the other one was granted. */
function mustBeOwn(home: TerraformStack, account: string, arn: string): { condition: unknown; errorMessage: string } {
  return {
    condition: Op.eq(accountOf(home).id, account),
    errorMessage: `${arn} is granted something here, and belongs to another account than this stack: grant it in a stack of its own account, and allow it in the policy of the resource.`,
  };
}

/** The same text, whatever the order of the grants in the program. */
function policyOf(granted: readonly Granted[]): string {
  return identityPolicyText(mergeStatements(granted.flatMap(({ statements }) => statements)));
}

function byPlace(one: Granted, other: Granted): number {
  const [a, b] = [`${one.by} ${one.name}`, `${other.by} ${other.name}`];
  return a < b ? -1 : a > b ? 1 : 0;
}

function requireRoom(to: IConstruct, { title }: Role, all: readonly Granted[]): void {
  const size = estimatedSize(to, policyOf([...all].sort(byPlace)));
  if (size <= MAX_CHARACTERS) return;
  refuse(to, {
    prop: 'grantee',
    must: `must have room for another grant: IAM takes ${MAX_CHARACTERS} characters in the inline policies of a role, and these are about ${size}`,
    value: title,
    measure: '3.1.1',
    fix: 'give each workload a role of its own, or write a managed policy for a part of the rights',
  });
}
