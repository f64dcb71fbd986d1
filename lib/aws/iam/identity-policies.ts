import { Model } from '../../terraform/model';
import { targetOf, targetsOf } from '../../terraform/references';
import { Resource } from '../../terraform/stack';
import { Value, asStrings, isJsonObject, isUnknown } from '../../terraform/value';
import { PolicyReading, readPolicy } from './policy';

/** A policy that says what a principal may do, and where it stands. */
export interface HeldPolicy {
  readonly where: string;
  readonly policy: PolicyReading;
}

const POLICY = 'aws_iam_policy';

const POLICY_ATTRIBUTE: ReadonlyMap<string, string> = new Map([
  [POLICY, 'policy'],
  ['aws_iam_role_policy', 'policy'],
  ['aws_iam_user_policy', 'policy'],
  ['aws_iam_group_policy', 'policy'],
  ['aws_ssoadmin_permission_set_inline_policy', 'inline_policy'],
]);

/** The types that attach managed policies, and the attribute that names them. */
export const ARN_ATTRIBUTE: ReadonlyMap<string, string> = new Map([
  ['aws_iam_role', 'managed_policy_arns'],
  ['aws_iam_policy_attachment', 'policy_arn'],
  ['aws_iam_role_policy_attachment', 'policy_arn'],
  ['aws_iam_user_policy_attachment', 'policy_arn'],
  ['aws_iam_group_policy_attachment', 'policy_arn'],
  ['aws_iam_role_policy_attachments_exclusive', 'policy_arns'],
  ['aws_iam_user_policy_attachments_exclusive', 'policy_arns'],
  ['aws_iam_group_policy_attachments_exclusive', 'policy_arns'],
  ['aws_ssoadmin_managed_policy_attachment', 'managed_policy_arn'],
]);

/** The resource types that carry the text of identity policies. */
export const POLICY_TYPES: readonly string[] = [...POLICY_ATTRIBUTE.keys(), 'aws_iam_role'];

/** Those, and the types that attach managed policies by their ARN. */
export const GRANT_TYPES: readonly string[] = [...POLICY_ATTRIBUTE.keys(), ...ARN_ATTRIBUTE.keys()];

/** The identity policies that a resource carries. A role may carry several, in blocks. */
export function identityPolicies(model: Model, holder: Resource): readonly HeldPolicy[] {
  if (holder.type === 'aws_iam_role') {
    return holder.blocks('inline_policy').map((block, index) => {
      const name = block.get('name');
      const where = typeof name === 'string' ? `inline_policy "${name}"` : `inline_policy.${index}`;
      return { where, policy: readPolicy(model, holder, 'policy', block) };
    });
  }
  const attribute = POLICY_ATTRIBUTE.get(holder.type);
  return attribute === undefined ? [] : [{ where: attribute, policy: readPolicy(model, holder, attribute) }];
}

/** The values behind `each.value` and `each.key`, where the configuration writes them out. */
export function eachOf(holder: Resource, value: Value): readonly Value[] {
  if (!isUnknown(value) || !/^\$\{each\.(?:key|value)\}$/.test(value.text)) return [value];
  const each = holder.get('for_each');
  if (Array.isArray(each)) return each;
  if (isUnknown(each) || !isJsonObject(each)) return [value];
  return value.text === '${each.key}' ? Object.keys(each) : (Object.values(each) as Value[]);
}

/** What stands at the end of the ARN of an AWS managed policy, whatever its path. */
function awsManaged(arn: string): string | undefined {
  const name = arn.slice(arn.lastIndexOf('/') + 1);
  return name !== '' && arn.includes(':iam::aws:policy/') ? name : undefined;
}

/** A managed policy that a resource attaches. */
export type Attached =
  /** A policy of the configuration, whose text is judged where it stands. */
  | { readonly of: 'configuration' }
  /** One of AWS, by its name. */
  | { readonly of: 'aws'; readonly name: string }
  /** One of the customer that is not in the configuration. */
  | { readonly of: 'elsewhere' };

/** What a managed policy is that is attached by its ARN. `undefined` where only a plan can tell. */
export function attachedPolicy(model: Model, holder: Resource, arn: Value): Attached | undefined {
  const [literal] = asStrings(arn);
  const ending = literal === undefined ? (isUnknown(arn) ? awsManaged(arn.text) : undefined) : awsManaged(literal);
  if (ending !== undefined) return { of: 'aws', name: ending };
  if (literal !== undefined) {
    const isHere = targetsOf(model, holder, literal, [POLICY], ['arn', 'id']).length > 0;
    return { of: isHere ? 'configuration' : 'elsewhere' };
  }
  const target = targetOf(model, holder, arn);
  if (target?.type !== POLICY) return undefined;
  if (target.mode === 'managed') return { of: 'configuration' };
  const [named] = asStrings(target.get('name'));
  const name = named ?? awsManaged(asStrings(target.get('arn'))[0] ?? '');
  return name === undefined ? undefined : { of: 'aws', name };
}
