import { IConstruct } from 'constructs';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { IdentityStatement, identityPolicyText } from './policy';

/**
 * Puts a policy under a role that lets it use a resource. Granting the same twice is granting it once.
 *
 * The policy stands in the role's stack: a reference to a resource of another stack goes one way only.
 */
export function grant(to: IConstruct, role: IamRole, name: string, statements: IdentityStatement[]): void {
  const id = `${name}-${to.node.path.replace(/\//g, '-')}`;
  if (role.node.tryFindChild(id)) return;
  new IamRolePolicy(role, id, { role: role.name, policy: identityPolicyText(statements) });
}
