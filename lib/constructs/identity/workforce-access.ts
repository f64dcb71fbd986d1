import { Lazy, Token } from 'cdktf';
import { Construct } from 'constructs';
import { SsoadminAccountAssignment } from '@cdktf/provider-aws/lib/ssoadmin-account-assignment';
import { SsoadminCustomerManagedPolicyAttachment } from '@cdktf/provider-aws/lib/ssoadmin-customer-managed-policy-attachment';
import { SsoadminManagedPolicyAttachment } from '@cdktf/provider-aws/lib/ssoadmin-managed-policy-attachment';
import { SsoadminPermissionSet } from '@cdktf/provider-aws/lib/ssoadmin-permission-set';
import { SsoadminPermissionSetInlinePolicy } from '@cdktf/provider-aws/lib/ssoadmin-permission-set-inline-policy';
import { SsoadminPermissionsBoundaryAttachment } from '@cdktf/provider-aws/lib/ssoadmin-permissions-boundary-attachment';
import { refusedBy } from '../../aws/iam/managed-policies';
import { DEMANDS } from '../../toms/demands';
import { refuse } from '../core/errors';
import { mergeStatements } from '../core/merged-statements';
import { shortName } from '../core/names';
import { openConstruct } from '../core/open';
import { IdentityStatement, identityPolicyText } from '../core/policy';
import { TaggedProps } from '../core/props';
import { requireWholeNumber } from '../core/require';
import { DeployStatement } from './deploy-role';
import { requireNarrow } from './narrow-statement';
import { WORKFORCE_ACCESS } from './refused';

const MEASURE = '3.1.1';

/** In which Identity Center, and what bounds it. */
export interface WorkforceAccessProps extends TaggedProps {
  /** The ARN of the instance of IAM Identity Center: `arn:aws:sso:::instance/ssoins-1234567890abcdef`. */
  readonly instanceArn: string;

  /**
   * The name of the policy that bounds what people may ever do, whatever is attached later. Each account that access is assigned in has a customer managed policy of this
   * name.
   */
  readonly boundaryPolicyName: string;

  /**
   * The path of that policy.
   *
   * @default '/'
   */
  readonly boundaryPolicyPath?: string;

  /**
   * The name of the permission set, which people see: 1 to 32 letters, digits and `_+=,.@-`.
   *
   * @default - the posture's prefix, the name of the stack, and the construct's path
   */
  readonly permissionSetName?: string;

  /**
   * What the access is for, where people choose it: 1 to 700 characters.
   *
   * @default - the name of the construct
   */
  readonly description?: string;

  /**
   * How many hours a session lasts: 1 to 8 (TOM 6.5.3). Anyone who loses the right keeps it until then.
   *
   * @default 1
   */
  readonly maxSessionHours?: number;
}

/**
 * What a group of people may do in accounts, by IAM Identity Center (TOM 6.1, 6.2, 6.5.3): a bounded permission set, whose sessions are short, assigned to groups and never
 * to a person.
 *
 * ```ts
 * const support = new WorkforceAccess(this, 'Support', {
 *   instanceArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',
 *   boundaryPolicyName: 'people',
 * });
 * support.addToPolicy({ actions: ['logs:StartQuery'], resources: ['arn:aws:logs:eu-central-1:111122223333:log-group:/orders:*'] });
 * support.assignTo('Production', 'b4f8c4a2-1111-2222-3333-444455556666', '111122223333');
 * ```
 *
 * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetsconcept.html
 */
export class WorkforceAccess extends Construct {
  /** The permission set. */
  public readonly resource: SsoadminPermissionSet;
  /**
   * The ARN of the permission set.
   *
   * @attribute
   */
  public readonly permissionSetArn: string;

  private readonly instanceArn: string;
  private readonly statements: IdentityStatement[] = [];

  /**
   * @throws ValidationError where the instance is none, nothing bounds the permission set, a name is malformed, or sessions are longer than 8 hours.
   */
  constructor(scope: Construct, id: string, props: WorkforceAccessProps) {
    super(scope, id);
    const { posture, tags } = openConstruct(this, props, { refused: WORKFORCE_ACCESS });
    const { boundaryPolicyName, boundaryPolicyPath = '/', maxSessionHours = 1, description = id } = props;
    const max = DEMANDS.accessSessionHours;
    requireWholeNumber(this, 'maxSessionHours', maxSessionHours, { min: 1, max, measure: '6.5.3', example: 1 });
    this.require('instanceArn', props.instanceArn, INSTANCE);
    this.require('boundaryPolicyName', boundaryPolicyName, BOUNDARY);
    if (props.permissionSetName !== undefined) this.require('permissionSetName', props.permissionSetName, NAME);

    this.instanceArn = props.instanceArn;
    this.resource = new SsoadminPermissionSet(this, 'Resource', {
      name: props.permissionSetName ?? shortName(this, posture, 32),
      description,
      instanceArn: this.instanceArn,
      sessionDuration: `PT${maxSessionHours}H`,
      tags,
    });
    this.node.defaultChild = this.resource;
    this.permissionSetArn = this.resource.arn;
    new SsoadminPermissionsBoundaryAttachment(this, 'Boundary', {
      instanceArn: this.instanceArn,
      permissionSetArn: this.permissionSetArn,
      permissionsBoundary: {
        customerManagedPolicyReference: { name: boundaryPolicyName, path: boundaryPolicyPath },
      },
    });
  }

  /**
   * Gives a group this access to an account.
   *
   * @param id names the assignment in the state
   * @param groupId the id of the group in the identity store
   * @param accountId the twelve digits of the account
   * @throws ValidationError where the id is that of no group, or of no account.
   */
  public assignTo(id: string, groupId: string, accountId: string): void {
    this.require('groupId', groupId, GROUP);
    this.require('accountId', accountId, ACCOUNT);
    new SsoadminAccountAssignment(this, id, {
      instanceArn: this.instanceArn,
      permissionSetArn: this.permissionSetArn,
      principalType: 'GROUP',
      principalId: groupId,
      targetType: 'AWS_ACCOUNT',
      targetId: accountId,
    });
  }

  /**
   * Adds what people may do, or must not.
   *
   * @throws ValidationError where the statement allows every action, a whole service on every resource, or passing every role.
   */
  public addToPolicy(statement: DeployStatement): void {
    requireNarrow(this, statement, 'people use');
    if (this.statements.push(statement) > 1) return;
    new SsoadminPermissionSetInlinePolicy(this, 'Policy', {
      instanceArn: this.instanceArn,
      permissionSetArn: this.permissionSetArn,
      inlinePolicy: Lazy.stringValue({ produce: () => identityPolicyText(mergeStatements(this.statements)) }),
    });
  }

  /**
   * Attaches a policy of AWS, such as that of a job function.
   *
   * @param id names the attachment in the state
   * @param policyArn the ARN of the policy
   * @throws ValidationError where it is none of AWS, or allows everything, a whole service, or a way to more rights.
   */
  public addManagedPolicy(id: string, policyArn: string): void {
    this.require('policyArn', policyArn, POLICY);
    const rules = refusedBy(policyArn.slice(policyArn.lastIndexOf('/') + 1)) ?? [];
    if (!Token.isUnresolved(policyArn) && rules.length > 0) {
      refuse(this, {
        prop: 'policyArn',
        must: `must not be a policy of AWS that ${rules.join(' and ')} refuse${rules.length === 1 ? 's' : ''}`,
        value: policyArn,
        measure: MEASURE,
        fix: 'call addToPolicy, or attach it by an SsoadminManagedPolicyAttachment with a waiver, which has a reason, an approver and an end',
      });
    }
    new SsoadminManagedPolicyAttachment(this, id, {
      instanceArn: this.instanceArn,
      permissionSetArn: this.permissionSetArn,
      managedPolicyArn: policyArn,
    });
  }

  /**
   * Attaches a policy of your own. Each account that access is assigned in has one of this name.
   *
   * @param id names the attachment in the state
   * @param policyName the name of the policy
   * @param policyPath the path of the policy, `/` where it is left out
   * @throws ValidationError where the name is none.
   */
  public addOwnPolicy(id: string, policyName: string, policyPath?: string): void {
    this.require('policyName', policyName, { ...BOUNDARY, such: 'support' });
    new SsoadminCustomerManagedPolicyAttachment(this, id, {
      instanceArn: this.instanceArn,
      permissionSetArn: this.permissionSetArn,
      customerManagedPolicyReference: { name: policyName, path: policyPath ?? '/' },
    });
  }

  private require(prop: string, value: string | undefined, { form, must, such, measure }: Form): void {
    if (value !== undefined && (Token.isUnresolved(value) || form.test(value))) return;
    refuse(this, { prop, must, value, measure, fix: `write '${such}'` });
  }
}

/** How AWS takes a value, and an example. */
interface Form {
  readonly form: RegExp;
  readonly must: string;
  readonly such: string;
  readonly measure: string;
}

/** https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreatePermissionSet.html */
const INSTANCE: Form = {
  form: /^arn:aws[a-z-]*:sso:::instance\/(?:sso)?ins-[a-zA-Z0-9.-]{16}$/,
  must: 'must be the ARN of an instance of IAM Identity Center',
  such: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',
  measure: '6.1',
};
const NAME: Form = {
  form: /^[\w+=,.@-]{1,32}$/,
  must: "must be 1 to 32 letters, digits and '_+=,.@-'",
  such: 'Support',
  measure: '6.2',
};
const BOUNDARY: Form = {
  form: /^[\w+=,.@-]{1,128}$/,
  must: 'must be the name of a customer managed policy, not its ARN: each account has its own',
  such: 'people',
  measure: '3.1.1',
};
const POLICY: Form = {
  form: /^arn:aws[a-z-]*:iam::aws:policy\/[\w+=,.@/-]+$/,
  must: 'must be the ARN of a policy of AWS; call addOwnPolicy for one of your own',
  such: 'arn:aws:iam::aws:policy/job-function/ViewOnlyAccess',
  measure: '3.1.1',
};
/** https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreateAccountAssignment.html */
const GROUP: Form = {
  form: /^(?:[0-9a-f]{10}-)?[A-Fa-f0-9]{8}(?:-[A-Fa-f0-9]{4}){3}-[A-Fa-f0-9]{12}$/,
  must: 'must be the id of a group of the identity store',
  such: 'b4f8c4a2-1111-2222-3333-444455556666',
  measure: '6.2',
};
const ACCOUNT: Form = {
  form: /^\d{12}$/,
  must: 'must be the twelve digits of an account',
  such: '111122223333',
  measure: '6.2',
};
