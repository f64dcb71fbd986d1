import { TerraformStack, Token } from 'cdktf';
import { Construct } from 'constructs';
import { OrganizationsPolicy } from '@cdktf/provider-aws/lib/organizations-policy';
import { OrganizationsPolicyAttachment } from '@cdktf/provider-aws/lib/organizations-policy-attachment';
import { refuse } from '../core/errors';
import { shortName } from '../core/names';
import { openConstruct } from '../core/open';
import { requireOrganizationId } from '../core/perimeter';
import { estimatedSize } from '../core/policy-size';
import { TaggedProps } from '../core/props';
import { Guarded, dataPolicy, ec2Policy, identityPolicy, regionPolicy, resourcePolicy } from './control-policies';
import { requireNarrowPattern } from './exempt-roles';
import { ORGANIZATION_GUARDRAILS } from './refused';

/** Whose accounts are guarded, and who is exempt. */
export interface OrganizationGuardrailsProps extends TaggedProps {
  /** The id of the organization, such as `o-exampleorgid`. Others use none of its resources. */
  readonly organizationId: string;

  /**
   * The roles that deploy and administrate security, and that for emergencies, by ARN or by a pattern of it that names the role: `arn:aws:iam::*:role/deploy`. They may
   * change what others may not, and nobody else may create or change them. The names of roles of Identity Center end in characters of AWS:
   * `arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_BreakGlass_*`.
   *
   * @default - none: what is denied is denied to every role
   */
  readonly exemptRoleArns?: string[];

  /**
   * Accounts outside of the organization whose principals may use resources as far as policies of the resources allow it, such as those of a processor. Twelve digits.
   *
   * @default - none
   */
  readonly partnerAccountIds?: string[];

  /**
   * The ARNs of the buckets of the log archive: nobody but exempt roles deletes from them, or changes their policy, lock, lifecycle, versioning and encryption.
   *
   * @default - none
   */
  readonly archiveBucketArns?: string[];

  /**
   * The ARNs of the keys of the log archive: nobody but exempt roles disables or deletes them, or changes their policy.
   *
   * @default - none
   */
  readonly archiveKeyArns?: string[];
}

/** A policy of the organization. */
interface Policy {
  readonly id: string;
  readonly type: 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY' | 'DECLARATIVE_POLICY_EC2';
  readonly title: string;
  readonly content: string;
}

/**
 * How long a policy may be. AWS takes service control policies of 10,240 characters in most partitions since May 2026, and of 5,120 before: this fits both.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
 */
const MOST: { readonly [type in Policy['type']]: number } = {
  SERVICE_CONTROL_POLICY: 5_120,
  RESOURCE_CONTROL_POLICY: 5_120,
  DECLARATIVE_POLICY_EC2: 10_000,
};

/**
 * What no account of an organization can do, whatever its own policies allow (TOM 7.1, 8.3, 9.1, 9.3): leave the residency or the organization, act as root, turn off what
 * records and finds, undo the log archive, open what is closed, leave volumes unencrypted, or let others in.
 *
 * ```ts
 * const guardrails = new OrganizationGuardrails(this, 'Guardrails', {
 *   organizationId: 'o-exampleorgid',
 *   exemptRoleArns: ['arn:aws:iam::*:role/deploy'],
 * });
 * guardrails.attachTo('Workloads', 'ou-ab12-11111111');
 * ```
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_authorization_policies.html
 */
export class OrganizationGuardrails extends Construct {
  /** The service control policy that denies other regions. */
  public readonly resource: OrganizationsPolicy;

  private readonly policies: readonly OrganizationsPolicy[];
  private readonly targets: string[] = [];
  private readonly prevents?: { readonly preventDestroy: true };

  /**
   * @throws ValidationError where an id is none, a pattern exempts more than the roles it names, an ARN is that of something else, or a policy is longer than AWS takes; and,
   * before synth, where the policies are attached to nothing.
   */
  constructor(scope: Construct, id: string, props: OrganizationGuardrailsProps) {
    super(scope, id);
    const { posture, tags } = openConstruct(this, props, { refused: ORGANIZATION_GUARDRAILS });
    const { exemptRoleArns = [], partnerAccountIds = [], archiveBucketArns = [], archiveKeyArns = [] } = props;
    const { organizationId } = props as Partial<OrganizationGuardrailsProps>;
    if (organizationId === undefined) {
      refuse(this, {
        prop: 'organizationId',
        must: 'is required: it tells principals of the organization from others',
        measure: '3.1.1',
        fix: "write organizationId: 'o-exampleorgid'",
      });
    }
    requireOrganizationId(this, organizationId);
    for (const arn of exemptRoleArns) requireNarrowPattern(this, arn);
    this.requireForm('partnerAccountIds', partnerAccountIds, ACCOUNT);
    this.requireForm('archiveBucketArns', archiveBucketArns, BUCKET);
    this.requireForm('archiveKeyArns', archiveKeyArns, KEY);
    const { residency } = posture;
    const hasGlobalLogs = posture.globalServiceLogs !== undefined;
    const lists = { residency, exemptRoleArns, partnerAccountIds, archiveBucketArns, archiveKeyArns };
    // Anyone who destroys them frees every account that they are attached to.
    if (!posture.isEphemeral) this.prevents = { preventDestroy: true };

    const name = shortName(this, posture, 110);
    this.policies = policiesOf({ ...lists, organizationId, hasGlobalLogs }).map(({ id: own, type, title, content }) => {
      const size = estimatedSize(this, content);
      if (size > MOST[type]) {
        refuse(this, {
          prop: 'archiveBucketArns, archiveKeyArns, exemptRoleArns, partnerAccountIds',
          must: `must leave the policy that ${title} at most ${MOST[type]} characters, what AWS takes: it has ${size}`,
          fix: 'name fewer of them: roles by one pattern for all accounts, buckets and keys where each is attached',
        });
      }
      const description = `${title.charAt(0).toUpperCase()}${title.slice(1)}`;
      const policyName = `${name}-${own === 'Resource' ? 'regions' : own.toLowerCase()}`;
      return new OrganizationsPolicy(this, own, {
        name: policyName,
        description,
        type,
        content,
        tags,
        lifecycle: this.prevents,
      });
    });
    this.resource = this.policies[0];
    this.node.defaultChild = this.resource;
    this.node.addValidation({ validate: () => (this.targets.length > 0 ? [] : [NOWHERE]) });
  }

  /**
   * Attaches the policies to a root, an organizational unit or an account.
   *
   * @param id names the attachments in the state
   * @param targetId `r-ab12`, `ou-ab12-11111111`, or the twelve digits of an account
   * @throws ValidationError where it is the id of something else, or the policies of the stack are attached to it already.
   */
  public attachTo(id: string, targetId: string): void {
    if (!Token.isUnresolved(targetId) && !TARGET.test(targetId)) {
      refuse(this, {
        prop: 'targetId',
        must: 'must be the id of a root, an organizational unit or an account',
        value: targetId,
        measure: '9.3',
        fix: "write 'ou-ab12-11111111', or the id attribute of an OrganizationsOrganizationalUnit",
      });
    }
    const there = TerraformStack.of(this)
      .node.findAll()
      .find((other) => other instanceof OrganizationGuardrails && other.targets.includes(targetId));
    if (there) {
      refuse(this, {
        prop: 'targetId',
        must: `must be attached to once: ${there.node.path} is, and a target takes few policies of a type`,
        value: targetId,
        measure: '9.3',
        fix: 'leave one of them out',
      });
    }
    const holder = new Construct(this, id);
    this.targets.push(targetId);
    for (const policy of this.policies) {
      new OrganizationsPolicyAttachment(holder, policy === this.resource ? 'Regions' : policy.node.id, {
        policyId: policy.id,
        targetId,
        lifecycle: this.prevents,
      });
    }
  }

  private requireForm(prop: string, values: readonly string[], { form, what, such, measure }: Form): void {
    const wrong = values.find((value) => !Token.isUnresolved(value) && !form.test(value));
    if (wrong === undefined) return;
    refuse(this, { prop, must: `must each be ${what}`, value: wrong, measure, fix: `write ${prop}: ['${such}']` });
  }
}

function policiesOf(guarded: Guarded): readonly Policy[] {
  const control = { type: 'SERVICE_CONTROL_POLICY' } as const;
  return [
    { id: 'Resource', ...control, title: 'denies other regions', content: regionPolicy(guarded) },
    {
      id: 'Identity',
      ...control,
      title: 'protects who may act and what watches them',
      content: identityPolicy(guarded),
    },
    { id: 'Data', ...control, title: 'protects data and the log archive', content: dataPolicy(guarded) },
    {
      id: 'Perimeter',
      type: 'RESOURCE_CONTROL_POLICY',
      title: 'keeps others out',
      content: resourcePolicy(guarded),
    },
    {
      id: 'Ec2',
      type: 'DECLARATIVE_POLICY_EC2',
      title: 'keeps the settings of EC2',
      content: ec2Policy('The organization keeps this setting for all of its accounts.'),
    },
  ];
}

const TARGET = /^(?:r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}|\d{12})$/;

/** How a value must be written, and an example. */
interface Form {
  readonly form: RegExp;
  readonly what: string;
  readonly such: string;
  readonly measure: string;
}

const ACCOUNT: Form = {
  form: /^\d{12}$/,
  what: 'the twelve digits of an account',
  such: '111122223333',
  measure: '3.1.1',
};
/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const BUCKET: Form = {
  form: /^arn:aws[a-z-]*:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
  what: 'the ARN of a bucket',
  such: 'arn:aws:s3:::acme-logs',
  measure: '8.3',
};
const KEY: Form = {
  form: /^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[a-z0-9-]+$/,
  what: 'the ARN of a key',
  such: 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  measure: '8.3',
};
const NOWHERE = 'the policies are attached to nothing; call attachTo';
