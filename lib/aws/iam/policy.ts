import { Block } from '../../terraform/block';
import { replaceInterpolations } from '../../terraform/expression/scanner';
import { isJsonText, JsonReading, readJson, readJsonValue } from '../../terraform/json-attribute';
import { Memo } from '../../terraform/memo';
import { Model } from '../../terraform/model';
import { targetOf } from '../../terraform/references';
import { Resource } from '../../terraform/stack';
import { isJsonObject, isUnknown, Value } from '../../terraform/value';
import { matchesWildcards } from '../wildcards';

/** A principal of a statement: `AWS` and `*`, `Service` and `s3.amazonaws.com`. */
export interface Principal {
  readonly type: string;
  readonly id: string;
}

/** One test of a statement's condition. */
export interface Condition {
  readonly operator: string;
  /** The condition key, in lower case: they are not case-sensitive. */
  readonly key: string;
  readonly values: readonly string[];
}

/** A statement of a policy. Parts that only a plan can tell keep their `${…}` text. */
export interface Statement {
  readonly sid?: string;
  readonly effect: string;
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly resources: readonly string[];
  readonly notResources: readonly string[];
  readonly principals: readonly Principal[];
  readonly notPrincipals: readonly Principal[];
  readonly conditions: readonly Condition[];
}

/** A policy document, as far as it can be read. */
export interface Policy {
  /** As it is written: AWS takes a policy without one as of 2008. */
  readonly version?: string;
  readonly statements: readonly Statement[];
  /** False where parts of it are only known to a plan: what is not found in it may still be there. */
  readonly complete: boolean;
  /** What is not known. */
  readonly missing?: string;
}

/** The policy is there, and nobody can tell before the plan what it says. */
export type UnreadPolicy = { readonly unknown: string };

/** The policy's text is no policy. */
export type BrokenPolicy = { readonly broken: string };

/** A policy, what stands in its way, or `undefined` where there is none. */
export type PolicyReading = Policy | UnreadPolicy | BrokenPolicy | undefined;

/**
 * Reads the policy that an attribute holds, however it is written: as JSON text with `${…}` in it, as a heredoc,
 * as `jsonencode(…)`, or as a reference to an `aws_iam_policy_document`.
 *
 * @param from the resource that references are seen from
 * @param block the block that has the attribute
 */
export function readPolicy(model: Model, from: Resource, attribute: string, block: Block = from): PolicyReading {
  return isJsonText(block.body[attribute]) && !block.ignores(attribute)
    ? fromReading(readJson(block, attribute, 'texts'))
    : readValue(model, from, block.get(attribute), block);
}

function readValue(model: Model, from: Resource, value: Value, block: Block = from): PolicyReading {
  const document = targetOf(model, from, value);
  if (document?.mode === 'data' && document.type === 'aws_iam_policy_document') return documentOf(model, document);
  return fromReading(readJsonValue(value, block, 'texts'));
}

function fromReading(reading: JsonReading | undefined): PolicyReading {
  return reading && 'json' in reading ? policyFromJson(reading.json) : reading;
}

/** Reads a policy whose JSON is at hand. */
export function policyFromJson(json: Value): Policy | BrokenPolicy {
  if (!isJsonObject(json)) return { broken: 'it is no JSON object' };
  const body = json as { [key: string]: Value };
  const list = body.Statement;
  const version = texts(body.Version)[0];
  if (isUnknown(list)) return { version, statements: [], complete: false, missing: list.text };
  const statements: Statement[] = [];
  let missing: string | undefined;
  for (const item of Array.isArray(list) ? list : [list]) {
    if (isUnknown(item)) missing = item.text;
    else if (typeof item === 'string' && isOpen(item)) missing = 'a statement';
    else if (isJsonObject(item)) statements.push(fromStatement(item as { [key: string]: Value }));
    else return { broken: 'it has no Statement' };
  }
  return { version, statements, complete: missing === undefined, missing };
}

function fromStatement(json: { [key: string]: Value }): Statement {
  return {
    sid: typeof json.Sid === 'string' ? json.Sid : undefined,
    effect: texts(json.Effect)[0] ?? '',
    actions: texts(json.Action),
    notActions: texts(json.NotAction),
    resources: texts(json.Resource),
    notResources: texts(json.NotResource),
    principals: principals(json.Principal),
    notPrincipals: principals(json.NotPrincipal),
    conditions: conditions(json.Condition),
  };
}

const NONE: readonly never[] = [];

/** Strings as they are; what is unknown as the text of its expression. */
function texts(value: Value): readonly string[] {
  if (value === undefined || value === null) return NONE;
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) {
    return value.every((item) => typeof item === 'string') ? value : value.flatMap(texts);
  }
  if (isUnknown(value)) return [value.text];
  return typeof value === 'object' ? [] : [String(value)];
}

/** Whom a statement names. AWS takes `*` or an object of names by type: whatever else is written is not left out, but named without a type. */
function principals(value: Value): readonly Principal[] {
  if (value === undefined || value === null) return NONE;
  if (value === '*') return EVERYBODY;
  if (isUnknown(value)) return [{ type: UNTYPED, id: value.text }];
  if (Array.isArray(value)) return orNobody(value.flatMap(principals).map(untyped));
  if (!isJsonObject(value)) return texts(value).map((id) => ({ type: UNTYPED, id }));
  const found: Principal[] = [];
  for (const type of Object.keys(value)) found.push(...ofType(type, (value as { [key: string]: Value })[type]));
  return orNobody(found);
}

const EVERYBODY: readonly Principal[] = [{ type: '*', id: '*' }];

/** The type of a principal that is written without one. */
const UNTYPED = '?';

function ofType(type: string, value: Value): readonly Principal[] {
  if (Array.isArray(value)) return orNobody(value.flatMap((item) => ofType(type, item)));
  if (typeof value === 'string' || isUnknown(value)) return texts(value).map((id) => ({ type, id }));
  return principals(value).map(({ id }) => ({ type: UNTYPED, id }));
}

function untyped(principal: Principal): Principal {
  return isEverybody(principal) ? principal : { type: UNTYPED, id: principal.id };
}

function orNobody(found: readonly Principal[]): readonly Principal[] {
  return found.length > 0 ? found : [{ type: UNTYPED, id: 'nobody' }];
}

function conditions(value: Value): readonly Condition[] {
  if (isUnknown(value)) return [{ operator: '?', key: '?', values: [value.text] }];
  if (!isJsonObject(value)) return NONE;
  const found: Condition[] = [];
  for (const operator of Object.keys(value)) {
    const keys = (value as { [key: string]: Value })[operator];
    if (isUnknown(keys)) found.push({ operator, key: '?', values: [keys.text] });
    else if (isJsonObject(keys)) {
      for (const key of Object.keys(keys)) {
        found.push({
          operator: isOpen(operator) ? '?' : operator,
          key: isOpen(key) ? '?' : key.toLowerCase(),
          values: texts((keys as { [key: string]: Value })[key]),
        });
      }
    }
  }
  return found;
}

const DOCUMENTS = new Memo<Policy>();
const READING = new Set<Resource>();

/** The data source that writes policies in blocks. Each is read once, and none within itself. */
function documentOf(model: Model, document: Resource): PolicyReading {
  if (READING.has(document)) return { unknown: document.address };
  READING.add(document);
  try {
    return DOCUMENTS.of(document, () => fromDocument(model, document));
  } finally {
    READING.delete(document);
  }
}

/** How many statements of a policy are read: IAM takes none that is as long. */
const MOST_STATEMENTS = 2000;

function fromDocument(model: Model, document: Resource): Policy {
  let missing: string | undefined;
  let statements: readonly Statement[] = [];
  const add = (more: readonly Statement[]): void => {
    statements = overriding(statements, more);
    if (statements.some(({ sid }) => sid !== undefined && isOpen(sid))) missing ??= 'a Sid';
    if (statements.length > MOST_STATEMENTS) {
      statements = statements.slice(0, MOST_STATEMENTS);
      missing = 'more statements than a policy has';
    }
  };
  const include = (attribute: string): void => {
    const value = document.get(attribute);
    for (const item of Array.isArray(value) ? value : value === undefined || value === '' ? [] : [value]) {
      const inner = readValue(model, document, item);
      if (inner && 'statements' in inner) {
        add(inner.statements);
        if (!inner.complete) missing = inner.missing;
      } else missing = isUnknown(item) ? item.text : 'a source document';
    }
  };
  include('source_json');
  include('source_policy_documents');
  const blocks = document.blocks('statement');
  add(blocks.map(fromBlock));
  const whole = blocks.length === 0 ? document.get('statement') : undefined;
  if (isUnknown(whole)) missing = whole.text;
  include('override_policy_documents');
  include('override_json');
  const version = texts(document.get('version'))[0] ?? '2012-10-17';
  return { version, statements, complete: missing === undefined, missing };
}

/** The provider replaces a statement by a later one of the same Sid. */
function overriding(statements: readonly Statement[], more: readonly Statement[]): readonly Statement[] {
  if (statements.length === 0) return more;
  const later = new Map(more.flatMap((statement) => (statement.sid ? [[statement.sid, statement] as const] : [])));
  const kept = statements.map((statement) => {
    const other = statement.sid ? later.get(statement.sid) : undefined;
    if (other) later.delete(statement.sid!);
    return other ?? statement;
  });
  const used = new Set(kept);
  return [...kept, ...more.filter((statement) => !used.has(statement))];
}

function fromBlock(block: Block): Statement {
  const pairs = (name: string): Principal[] =>
    block.blocks(name).flatMap((item) => {
      const type = texts(item.get('type'))[0] ?? '?';
      return texts(item.get('identifiers')).map((id) => ({ type, id }));
    });
  return {
    sid: texts(block.get('sid'))[0],
    effect: texts(block.get('effect'))[0] ?? 'Allow',
    actions: texts(block.get('actions')),
    notActions: texts(block.get('not_actions')),
    resources: texts(block.get('resources')),
    notResources: texts(block.get('not_resources')),
    principals: pairs('principals'),
    notPrincipals: pairs('not_principals'),
    conditions: block.blocks('condition').map((item) => ({
      operator: texts(item.get('test'))[0] ?? '?',
      key: (texts(item.get('variable'))[0] ?? '?').toLowerCase(),
      values: texts(item.get('values')),
    })),
  };
}

/** Whether a statement speaks of everybody: `"*"`, `{"AWS": "*"}`. */
export function isEverybody(principal: Principal): boolean {
  return principal.id === '*' && (principal.type === '*' || principal.type === 'AWS');
}

const TYPES: ReadonlySet<string> = new Set(['AWS', 'Service', 'Federated', 'CanonicalUser']);

/**
 * Whether a principal is written as AWS takes none: without a type, or with a wildcard or a variable within its name. Nobody can tell whom it is for.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function isOdd(principal: Principal): boolean {
  return !isEverybody(principal) && (!TYPES.has(principal.type) || isWild(principal.id));
}

/** A wildcard, or a variable that stands for whatever the caller brings. */
export function isWild(value: string): boolean {
  const literal = replaceInterpolations(value, (part) =>
    part.endsWith('}') && !CALLERS_VARIABLE.test(part) ? '' : part
  );
  return /[*?]/.test(literal) || CALLERS_VARIABLE.test(literal);
}

/** A variable of IAM: `${aws:username}`. */
const CALLERS_VARIABLE = /\$\{[a-z0-9-]+:/i;

/** Whether an action pattern, with its wildcards, covers an action: `s3:Put*` covers `s3:PutObject`. */
export function coversAction(pattern: string, action: string): boolean {
  return pattern === '*' || matchesWildcards(pattern.toLowerCase(), action.toLowerCase());
}

/** Whether an input of the configuration decides what a text is. A reference to a resource is a fixed name, whatever it will be. */
export function isUnsettled(text: string): boolean {
  return isOpen(text) && /(?<![\w.])(?:var|module|each|local)\./.test(text);
}

/** Whether a part of a policy is only known to a plan. IAM's own variables, such as `${aws:username}`, are no such part. */
export function isOpen(text: string): boolean {
  return /\$\{(?![a-z0-9-]+:|[*?$]\})/i.test(text);
}
