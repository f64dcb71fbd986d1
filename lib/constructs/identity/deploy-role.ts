import { TerraformStack, Token } from 'cdktf';
import { Construct } from 'constructs';
import { IamOpenidConnectProvider } from '@cdktf/provider-aws/lib/iam-openid-connect-provider';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import { refusedBy } from '../../aws/iam/managed-policies';
import { DEMANDS } from '../../toms/demands';
import { refuse } from '../core/errors';
import { grant } from '../core/grant';
import { IGrantee } from '../core/grantee';
import { shortName } from '../core/names';
import { openConstruct } from '../core/open';
import { Effect, trustPolicyText } from '../core/policy';
import { Posture } from '../core/posture';
import { TaggedProps } from '../core/props';
import { requireWholeNumber } from '../core/require';
import { tags } from '../core/tags';
import { DeployIdentity } from './deploy-identity';
import { requireNarrow } from './narrow-statement';
import { DEPLOY_ROLE } from './refused';

const MEASURE = '3.1.1';

/** Who deploys, and what bounds it. */
export interface DeployRoleProps extends TaggedProps {
  /** The jobs that may assume the role: `DeployIdentity.github({ repository: 'acme/orders', environment: 'production' })`. */
  readonly identity: DeployIdentity;

  /**
   * The ARN of the policy that bounds what the role may ever do, whatever is attached to it later: a pipeline that makes roles could otherwise give itself any right.
   */
  readonly permissionsBoundaryArn: string;

  /**
   * The ARN of the OpenID Connect provider. An account has one for each issuer.
   *
   * @default - one that the deploy roles of the stack share
   */
  readonly providerArn?: string;

  /**
   * The name of the role.
   *
   * @default - the posture's prefix, the name of the stack, and the construct's path
   */
  readonly roleName?: string;

  /**
   * What the role is for, where AWS lists it.
   *
   * @default - which jobs deploy by it
   */
  readonly description?: string;

  /**
   * How many hours a session may last: 1 to 8 (TOM 6.5.3).
   *
   * @default 1
   */
  readonly maxSessionHours?: number;
}

/** What a role may do, or must not, beside what it is granted. IAM variables are written `$${aws:username}`: Terraform reads `${…}` as its own. */
export interface DeployStatement {
  /**
   * Names the statement within its policy. Letters and digits.
   *
   * @default - none
   */
  readonly sid?: string;

  /**
   * Whether it allows or denies.
   *
   * @default Effect.ALLOW
   */
  readonly effect?: Effect;

  /** The actions: `lambda:UpdateFunctionCode`. */
  readonly actions: string[];

  /** The ARNs of the resources. */
  readonly resources: string[];

  /**
   * What must hold for the statement to apply: operator, then condition key, then values.
   *
   * @default - it always applies
   */
  readonly conditions?: { [operator: string]: { [key: string]: string[] } };
}

/**
 * The role that a pipeline deploys by (TOM 3.1.1, 6.1): jobs of one repository assume it with a token of their own, and no key that lasts is anywhere. It is a
 * grantee like every role.
 *
 * ```ts
 * const deploy = new DeployRole(this, 'Deploy', {
 *   identity: DeployIdentity.github({ repository: 'acme/orders', environment: 'production' }),
 *   permissionsBoundaryArn: 'arn:aws:iam::111122223333:policy/deployers',
 * });
 * new EncryptedBucket(this, 'Site', { retentionDays: 90 }).grantReadWrite(deploy);
 * ```
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html
 */
export class DeployRole extends Construct implements IGrantee {
  /** The role itself. */
  public readonly resource: IamRole;
  /**
   * The ARN of the role.
   *
   * @attribute
   */
  public readonly arn: string;
  /**
   * The name of the role.
   *
   * @attribute
   */
  public readonly name: string;
  /**
   * The ARN of the OpenID Connect provider whose tokens it takes.
   *
   * @attribute
   */
  public readonly providerArn: string;

  /**
   * @throws ValidationError where the boundary is none or bounds nothing, the provider is one of another issuer, a session is longer than 8 hours, or the name is malformed;
   * and on trust policies, principals and policies of its own, and keys.
   */
  constructor(scope: Construct, id: string, props: DeployRoleProps) {
    super(scope, id);
    const { posture, tags: all } = openConstruct(this, props, { refused: DEPLOY_ROLE });
    const { identity, permissionsBoundaryArn, maxSessionHours = 1 } = props;
    const max = DEMANDS.accessSessionHours;
    requireWholeNumber(this, 'maxSessionHours', maxSessionHours, { min: 1, max, measure: '6.5.3', example: 1 });
    this.requireBoundary(permissionsBoundaryArn);
    const issuer = identity.issuer.slice('https://'.length);
    if (props.providerArn !== undefined) this.requireProvider(props.providerArn, issuer);
    if (props.roleName !== undefined) this.requireName(props.roleName);

    this.providerArn = props.providerArn ?? this.sharedProvider(identity, issuer).arn;
    this.resource = new IamRole(this, 'Resource', {
      name: props.roleName ?? shortName(this, posture, 64),
      description: props.description ?? `Deployments by ${identity.subject}`,
      assumeRolePolicy: trustPolicyText(
        { Federated: [this.providerArn] },
        { StringEquals: { [`${issuer}:aud`]: [identity.audience], [`${issuer}:sub`]: [identity.subject] } },
        'sts:AssumeRoleWithWebIdentity'
      ),
      permissionsBoundary: permissionsBoundaryArn,
      maxSessionDuration: maxSessionHours * 3600,
      tags: all,
    });
    this.node.defaultChild = this.resource;
    this.arn = this.resource.arn;
    this.name = this.resource.name;
  }

  /**
   * Adds what no grant covers, such as replacing the code of a function.
   *
   * @throws ValidationError where the statement allows every action, a whole service on every resource, or passing every role.
   */
  public addToPolicy(statement: DeployStatement): void {
    requireNarrow(this, statement);
    grant(this, this, 'Policy', [statement]);
  }

  /**
   * Attaches a managed policy.
   *
   * @param id names the attachment in the state
   * @param policyArn the ARN of the policy
   * @throws ValidationError where it is no ARN of a policy, or a policy of AWS that allows everything, a whole service, or a way to more rights.
   */
  public addManagedPolicy(id: string, policyArn: string): void {
    const rules = this.rulesAgainst('policyArn', policyArn);
    if (rules.length > 0) {
      refuse(this, {
        prop: 'policyArn',
        must: `must not be a policy of AWS that ${rules.join(' and ')} refuse${rules.length === 1 ? 's' : ''}`,
        value: policyArn,
        measure: MEASURE,
        fix: 'grant what the pipeline changes (bucket.grantReadWrite(role)), call addToPolicy, or attach an aws_iam_policy of your own',
      });
    }
    new IamRolePolicyAttachment(this, id, { role: this.name, policyArn });
  }

  /** The rules that refuse a policy of AWS, as it was when they read it. None of other policies. */
  private rulesAgainst(prop: string, arn: string): readonly string[] {
    if (Token.isUnresolved(arn)) return [];
    const [, owner, name] = POLICY_ARN.exec(arn) ?? [];
    if (name === undefined) {
      refuse(this, {
        prop,
        must: 'must be the ARN of a managed policy',
        value: arn,
        measure: MEASURE,
        fix: `write ${prop}: 'arn:aws:iam::111122223333:policy/deployers', or the arn attribute of an IamPolicy`,
      });
    }
    return owner === 'aws' ? (refusedBy(name) ?? []) : [];
  }

  private requireBoundary(arn: string | undefined): void {
    if (arn === undefined) {
      refuse(this, {
        prop: 'permissionsBoundaryArn',
        must: 'is required: without it a pipeline that makes roles and policies can give itself any right',
        measure: MEASURE,
        fix: 'write the ARN of a policy that allows what deployments in this account may ever do',
      });
    }
    if (this.rulesAgainst('permissionsBoundaryArn', arn).length === 0) return;
    refuse(this, {
      prop: 'permissionsBoundaryArn',
      must: 'must bound the role: this policy of AWS allows everything, or nearly so',
      value: arn,
      measure: MEASURE,
      fix: 'write the ARN of a policy that allows what deployments in this account may ever do',
    });
  }

  private requireProvider(arn: string, issuer: string): void {
    if (Token.isUnresolved(arn)) return;
    if (/^arn:aws[a-z-]*:iam::\d{12}:oidc-provider\//.test(arn) && arn.endsWith(`:oidc-provider/${issuer}`)) return;
    refuse(this, {
      prop: 'providerArn',
      must: `must be the ARN of the OpenID Connect provider of ${issuer}`,
      value: arn,
      measure: MEASURE,
      fix: `write 'arn:aws:iam::111122223333:oidc-provider/${issuer}', or leave it out where the account has none yet`,
    });
  }

  private requireName(name: string): void {
    if (Token.isUnresolved(name) || /^[\w+=,.@-]{1,64}$/.test(name)) return;
    refuse(this, {
      prop: 'roleName',
      must: "must be 1 to 64 letters, digits and '_+=,.@-'",
      value: name,
      fix: "write roleName: 'acme-deploy', or leave it out",
    });
  }

  /** The provider that the deploy roles of the stack share, for the audiences of all of them. */
  private sharedProvider(identity: DeployIdentity, issuer: string): IamOpenidConnectProvider {
    const stack = TerraformStack.of(this);
    const id = `OpenIdConnect-${issuer.replace(/[/.]/g, '-')}`;
    const known = stack.node.tryFindChild(id) as IamOpenidConnectProvider | undefined;
    if (known) {
      known.clientIdList = [...new Set([...(known.clientIdListInput ?? []), identity.audience])].sort();
      return known;
    }
    const posture = Posture.of(stack);
    return new IamOpenidConnectProvider(stack, id, {
      url: identity.issuer,
      clientIdList: [identity.audience],
      tags: tags(posture, posture.dataClass),
    });
  }
}

const POLICY_ARN = /^arn:aws[a-z-]*:iam::(aws|\d{12}):policy\/(?:[!-~]+\/)?([\w+=,.@-]+)$/;
