import { TerraformDataSource, TerraformElement, TerraformProvider, TerraformResource, TerraformStack } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { matchesWildcards } from '../../aws/wildcards';
import { accountOf } from './account';
import { refuse } from './errors';
import { refusePropsOfOtherEngine } from './other-engine';
import { resolved } from './resolved';

/** What a grant without need breaks. */
const MEASURE = '3.1.1';

/**
 * Who is granted something: a role. An `IamRole`, a `DataAwsIamRole` and a `DeployRole` are grantees as they are; `Grantee` makes one of the ARN or the name of
 * a role that is made elsewhere.
 */
export interface IGrantee {
  /** The ARN of the role. */
  readonly arn: string;

  /** The name of the role. */
  readonly name: string;
}

/**
 * A role that is made elsewhere, and granted something here.
 *
 * ```ts
 * bucket.grantRead(Grantee.fromRoleName(this, 'orders'));
 * ```
 */
export class Grantee implements IGrantee {
  /**
   * A role of the stack's account, by its ARN. Terraform refuses the plan where the role belongs to another account: nobody can put a policy on its roles
   * from here.
   *
   * @param scope in the stack that gets the policy
   * @throws ValidationError where the ARN is none of a role, is not known when the program runs, or names a role that only AWS changes.
   */
  public static fromRoleArn(scope: Construct, roleArn: string): Grantee {
    const [, account, path, name] = ROLE_ARN.exec(roleArn) ?? [];
    if (name === undefined) {
      refuse(scope, {
        prop: 'roleArn',
        must: 'must be the ARN of a role, known when the program runs',
        value: roleArn,
        measure: MEASURE,
        fix: "write 'arn:aws:iam::111122223333:role/orders', the role behind a session, or pass an IamRole or DataAwsIamRole",
      });
    }
    if (/^aws-(?:reserved|service-role)\//.test(path)) {
      refuse(scope, {
        prop: 'roleArn',
        must: 'must not name a role that only AWS changes',
        value: roleArn,
        measure: MEASURE,
        fix: 'give the rights to the permission set in IAM Identity Center, or to a role of your own',
      });
    }
    return new Grantee(roleArn, name, scope, account);
  }

  /**
   * A role of the stack's account, by its name. Its ARN is taken to be that of a role without a path; where a key's policy names it, and it has one, use its ARN.
   *
   * @param scope in the stack that gets the policy
   * @throws ValidationError where that is no name of a role, or not known when the program runs.
   */
  public static fromRoleName(scope: Construct, roleName: string): Grantee {
    if (!ROLE_NAME.test(roleName)) {
      refuse(scope, {
        prop: 'roleName',
        must: "must be the name of a role: 1 to 64 letters, digits and '_+=,.@-', known when the program runs",
        value: roleName,
        measure: MEASURE,
        fix: "write 'orders', or pass an IamRole or DataAwsIamRole",
      });
    }
    const { partition, id } = accountOf(scope);
    return new Grantee(`arn:${partition}:iam::${id}:role/${roleName}`, roleName, scope);
  }

  private constructor(
    /** The ARN of the role. */
    public readonly arn: string,
    /** The name of the role. */
    public readonly name: string,
    /** @internal */
    public readonly _scope: Construct,
    /**
     * The account that the ARN names.
     * @internal
     */
    public readonly _account?: string
  ) {}
}

const ROLE_ARN = /^arn:aws[a-z-]*:iam::(\d{12}):role\/((?:[!-~]+\/)?)([\w+=,.@-]{1,64})$/;
const ROLE_NAME = /^[\w+=,.@-]{1,64}$/;

/** A grantee, and where its policies go. */
export interface Role {
  readonly grantee: IGrantee;
  /** What holds the policies: the role itself, or the stack of one that is made elsewhere. */
  readonly holder: Construct;
  readonly stack: TerraformStack;
  /** What distinguishes it from other roles, in messages and ids too. */
  readonly title: string;
  /** The provider that the role is made by, where that is not the stack's. */
  readonly provider?: TerraformProvider;
  /** The account that the role must be of, where its ARN says so. */
  readonly account?: string;
}

/** The role that a grantee is. Refuses what is none: a user, a group, or something else with a name and an ARN. */
export function roleOf(scope: IConstruct, given: IGrantee): Role {
  refusePropsOfOtherEngine(scope, { grantee: given });
  const grantee = elementOf(given);
  if (grantee instanceof Grantee) {
    const stack = TerraformStack.of(grantee._scope);
    return { grantee, holder: stack, stack, title: grantee.name, account: grantee._account };
  }
  if (!isRole(grantee)) {
    refuse(scope, {
      prop: 'grantee',
      must: 'must be a role',
      value: TerraformElement.isTerraformElement(grantee) ? grantee.node.path : grantee,
      measure: MEASURE,
      fix: 'pass an IamRole, a DataAwsIamRole, Grantee.fromRoleArn(…) or Grantee.fromRoleName(…); people take a role',
    });
  }
  const { provider } = grantee;
  return { grantee, holder: grantee, stack: TerraformStack.of(grantee), title: grantee.node.path, provider };
}

/** Whether two grantees are one role: the same construct, or one name where one of them is made elsewhere. */
export function isSameRole(oneGiven: IGrantee, otherGiven: IGrantee): boolean {
  const [one, other] = [elementOf(oneGiven), elementOf(otherGiven)];
  if (one === other) return true;
  if (!(one instanceof Grantee) && !(other instanceof Grantee)) return false;
  const [name, otherName] = [writtenName(one), writtenName(other)];
  return name !== undefined && name === otherName;
}

/** The one of some ARNs, or patterns of ARNs, that names a grantee: as a whole, or by the name where the program knows that of both. */
export function namedAmong(scope: IConstruct, arns: readonly string[], grantee: IGrantee): string | undefined {
  const own = resolved(scope, grantee.arn);
  const name = writtenName(grantee);
  return arns.find((arn) => {
    const other = resolved(scope, arn);
    return matchesWildcards(other, own) || (name !== undefined && matchesWildcards(lastOf(other), name));
  });
}

function lastOf(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

/** What a grantee is called in messages. */
export function titleOf(given: IGrantee): string {
  const grantee = elementOf(given);
  return TerraformElement.isTerraformElement(grantee) ? grantee.node.path : grantee.name;
}

/** The role itself, where a construct that makes one is the grantee. */
export function elementOf(grantee: IGrantee): IGrantee {
  if (!Construct.isConstruct(grantee) || TerraformElement.isTerraformElement(grantee)) return grantee;
  const { defaultChild } = grantee.node;
  return isRole(defaultChild) ? (defaultChild as unknown as IGrantee) : grantee;
}

function writtenName(given: IGrantee): string | undefined {
  const grantee = elementOf(given);
  return grantee instanceof Grantee ? grantee.name : (grantee as { readonly nameInput?: string }).nameInput;
}

function isRole(grantee: unknown): grantee is TerraformResource | TerraformDataSource {
  return (
    (TerraformResource.isTerraformResource(grantee) || TerraformDataSource.isTerraformDataSource(grantee)) &&
    grantee.terraformResourceType === 'aws_iam_role'
  );
}
