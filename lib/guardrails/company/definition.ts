import { JsonObject } from '../../terraform/value';
import { RuleClaimId } from '../../toms/claims/catalogue';
import { companyOf } from './company-id';
import { Examples, Severity, Verdict } from '../rule';

/** A value that is known: what Terraform computes no later than now. `undefined` is an attribute that is not set. */
export type PlainValue =
  string | number | boolean | undefined | readonly PlainValue[] | { readonly [key: string]: PlainValue };

/**
 * A block of configuration, as a rule of a company reads it. To read what only a plan can tell ends the check, and the verdict is then undetermined: a rule
 * need not think of it.
 */
export interface RuleBlock {
  /** What an attribute holds: `bucket`, `versioning_configuration.status`. JSON is text, also where `jsonencode` makes it. Of several blocks the first is read. */
  get(path: string): PlainValue;
  /** Whether an attribute is `true`, as Terraform converts it: from text too. */
  isTrue(path: string): boolean;
  /** The number that an attribute holds, also as text. */
  number(path: string): number | undefined;
  /** Whether what an attribute holds, or that it is not set, can be told now. To ask ends nothing. */
  isKnown(path: string): boolean;
  /** The blocks of a name: `rule`. */
  blocks(name: string): readonly RuleBlock[];
}

/** A resource, as a rule of a company reads it. */
export interface RuleResource extends RuleBlock {
  /** `aws_s3_bucket` */
  readonly type: string;
  /** Its name in Terraform. */
  readonly name: string;
  /** The address that Terraform prints. It is only unique within its stack. */
  readonly address: string;
  /** The name of its stack. */
  readonly stack: string;
  /** Where cdktf made it: its path in the tree of constructs. */
  readonly constructPath?: string;
  /** Whether its data is personal, by its tag or the posture. What is not declared is. */
  readonly holdsPersonalData: boolean;
  /** Whether it serves real users, by its tag or the posture. What is not declared does. */
  readonly isProduction: boolean;
  /** The tag of a key, from the resource or from the `default_tags` of its provider. */
  tag(key: string): PlainValue;
  /** The resources of a type that an attribute names, by reference or by their text: `targets('kms_key_id', 'aws_kms_key')`. */
  targets(path: string, type: string): readonly RuleResource[];
  /** The resources of a type that name this one at a path: `companions('aws_s3_bucket_versioning', 'bucket')`. */
  companions(type: string, path: string): readonly RuleResource[];
}

/** All stacks of a run, as a rule of a company reads them. */
export interface RuleModel {
  /** The resources of a type, in every stack. */
  resources(type: string): readonly RuleResource[];
}

/** A rule of a company. */
export interface RuleDefinition {
  /** Company, topic and number: `ACME-S3-001`. It is never used again for something else. */
  readonly id: string;
  /** What must hold, after the company: `acme-buckets-named-by-team`. */
  readonly name: string;
  /** What must hold, as a sentence without a full stop. */
  readonly title: string;
  readonly severity: Severity;
  /** The claims that also need this rule. What it finds counts against them, and what it finds met counts for none. */
  readonly claims?: readonly RuleClaimId[];
  /** Why it matters. */
  readonly rationale: string;
  /** How to fix it, in words. */
  readonly fix: string;
  /** Where the demanded values come from. */
  readonly sources?: readonly string[];
  /** False where nobody may accept the risk. */
  readonly waivable?: false;
  /** The resource types, or `*` for all. */
  readonly types: readonly string[];
  /** What passes, and what is refused: the tests of the rule, and what `toms explain` shows. */
  readonly examples: Examples;
  /** The verdict on a resource: `met()`, `violated(why)`, `undetermined(why)`, or `undefined` where the rule does not apply. It must not throw. */
  readonly check: (resource: RuleResource, model: RuleModel) => Verdict | undefined;
}

const TEXTS = ['id', 'name', 'title', 'rationale', 'fix'] as const;
const FIELDS = [...TEXTS, 'severity', 'claims', 'sources', 'waivable', 'types', 'examples', 'check'];

/**
 * Defines a rule of a company.
 *
 * @throws TypeError where a part is missing or malformed, and says which
 */
export function defineRule(definition: RuleDefinition): RuleDefinition {
  const problem = problemOf(definition);
  if (problem !== undefined) throw new TypeError(`the rule ${JSON.stringify(definition?.id)} ${problem}`);
  return Object.freeze({ ...definition });
}

/** What makes a rule unusable, in words that follow its id. */
export function problemOf(definition: unknown): string | undefined {
  if (typeof definition !== 'object' || definition === null) return 'is no object: write defineRule({ … })';
  const rule = definition as { readonly [field: string]: unknown };
  const unknown = Object.keys(rule).find((field) => !FIELDS.includes(field));
  if (unknown !== undefined) return `has '${unknown}', which no rule has: it has ${FIELDS.join(', ')}`;
  const missing = TEXTS.find((field) => typeof rule[field] !== 'string' || rule[field].trim() === '');
  if (missing !== undefined) return `has no '${missing}': write it as text`;
  const { id, name, severity, claims = [], sources = [], waivable, types, examples, check } = rule;
  const company = companyOf(id as string);
  if (company === undefined)
    return "has an id without a company: write company, topic and number, such as 'ACME-S3-001'";
  const prefix = `${company.toLowerCase()}-`;
  if (!(name as string).startsWith(prefix) || !/^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(name as string)) {
    return `has the name ${JSON.stringify(name)}: write words with hyphens after the company, such as '${prefix}buckets-named'`;
  }
  if (!['high', 'medium', 'low'].includes(severity as string)) return "has no 'severity': write high, medium or low";
  if (!isTexts(types) || types.length === 0) return "has no 'types': write the resource types, or ['*']";
  if (!isTexts(claims) || !isTexts(sources)) return "has 'claims' or 'sources' that are no list of texts";
  if (waivable !== undefined && waivable !== false) return "has a 'waivable' that is not false: leave it out";
  if (typeof check !== 'function') return "has no 'check': write a function of a resource";
  return problemOfExamples(examples);
}

function problemOfExamples(examples: unknown): string | undefined {
  const { pass, fail, undetermined = [] } = (examples ?? {}) as { readonly [kind: string]: unknown };
  for (const [kind, some] of Object.entries({ pass, fail, undetermined })) {
    const isComplete = Array.isArray(some) && (kind === 'undetermined' || some.length > 0) && some.every(isExample);
    if (!isComplete) return `has no 'examples.${kind}': write at least one { title, terraform }`;
  }
  return undefined;
}

function isExample(example: unknown): boolean {
  const { title, terraform } = (example ?? {}) as { readonly title?: unknown; readonly terraform?: JsonObject };
  return typeof title === 'string' && typeof terraform === 'object' && terraform !== null;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
