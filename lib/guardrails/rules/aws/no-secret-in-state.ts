import { TAKING_SECRETS, secretsOf } from '../../../aws/secret-attributes';
import { SecretAttribute } from '../../../aws/types/resource-type';
import { configured } from '../../../terraform/configured';
import { Model } from '../../../terraform/model';
import { resolve } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { Value, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, certainlyViolated } from '../../rule';
import { unknownAttribute, worst } from '../../verdicts/checks';

/** Secrets that Terraform never learns. */
export const RULE: ResourceRule = {
  id: 'AWS-005',
  name: 'no-secret-in-state',
  title: 'No password, key or token passes through the configuration into the state',
  severity: 'high',
  claims: ['3.1.1.f'],
  rationale:
    'Terraform writes every attribute into its state and into every saved plan unencrypted, whether it was a literal, a variable marked as sensitive or a random_password. Anyone who may read the state then holds the password, past every right that IAM gives or takes. A secret that the service makes and keeps itself, and a write-only argument (…_wo), never reach the state. The message never shows the value.',
  fix: 'Let the service manage the secret (`manage_master_user_password`), or use the write-only argument that the finding names, fed from an ephemeral value. Change a secret that a state has seen.',
  sources: [
    'https://developer.hashicorp.com/terraform/language/manage-sensitive-data',
    'https://developer.hashicorp.com/terraform/language/manage-sensitive-data/write-only',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html',
    'ISO/IEC 27001:2022 A.5.17',
  ],
  types: TAKING_SECRETS,
  check: (resource, model) => worst(secretsOf(resource.type).map((attribute) => verdictOn(model, resource, attribute))),
};

function verdictOn(model: Model, resource: Resource, attribute: SecretAttribute): Verdict | undefined {
  const { path, only, instead } = attribute;
  const holder = valuesOf(resource, path).find((value) => !isEmpty(value));
  if (only) {
    const kind = resource.get(only.attribute);
    if (isUnknown(kind)) return holder === undefined ? undefined : unknownAttribute(only.attribute, kind);
    if (typeof kind !== 'string' || !only.is.includes(kind)) return undefined;
  }
  if (holder === undefined) {
    const outer = configured(resource, path.split('.')[0]);
    return isUnknown(outer) ? undetermined(`only a plan can tell whether ${path} is set`) : MET;
  }
  if (isUnknown(holder) && /^[^?]*\?[^]*\bnull\b/.test(holder.text)) {
    return undetermined(`only a plan can tell whether ${path} is set: where it is, it stands in the state unencrypted`);
  }
  return certainlyViolated(
    `${path} is set to ${origin(model, resource, holder)}, and stands in the state unencrypted: use ${instead}`
  );
}

/** What an attribute holds, in each of its blocks. */
function valuesOf(resource: Resource, path: string): Value[] {
  const end = path.lastIndexOf('.');
  const name = path.slice(end + 1);
  if (end < 0) return [configured(resource, name)];
  return resource.blocks(path.slice(0, end)).map((block) => configured(block, name));
}

function isEmpty(value: Value): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Where a value comes from, without a word of what it is: expressions may hold literals, so only names are shown. */
function origin(model: Model, resource: Resource, value: Value): string {
  if (!isUnknown(value)) return 'a literal';
  const named = value.references.find(
    (reference) => /^(?:var|local|each|module)\./.test(reference) || resolve(model, resource, reference)
  );
  return named === undefined ? 'an expression' : `what ${named} holds`;
}
