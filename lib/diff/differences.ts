import { compare } from '../terraform/compare';
import { EncodedJson, Value, isJsonObject, isUnknown } from '../terraform/value';

/** JSON in one form: however it was written, the same means the same. */
export type Form = string | undefined | Form[] | { readonly [key: string]: Form };

/** A place of a body where two differ. */
export interface Difference {
  /** The names on the way to it, without indices: `rule`, `expiration`, `days`. */
  readonly path: readonly string[];
  readonly before: Form;
  readonly after: Form;
}

/** What Terraform reads is the same with these orders and forms, so they are no difference. */
const ORDERED = /^(?:command|entry_?point|ordered_cache_behavior|ordered_placement_strategy|stages?|user_data)$/i;

/** What is not the resource itself: comments to Terraform, and orders of creation. */
const NOT_COMPARED = new Set(['//', 'depends_on']);

/** Reads an expression. */
export type Evaluate = (text: string) => Value;

/** An expression that says more than a reference: of inputs, or with a function. */
const EVALUATED = /\$\{[^}]*(?:\b(?:var|local)\.|\()/;

/**
 * Brings JSON into one form: nothing for what is not set, text for every scalar, an object for a list of one block, JSON within text as JSON, and lists in
 * one order where the order means nothing.
 */
export function formOf(json: unknown, evaluate?: Evaluate, name = ''): Form {
  if (json === null || json === undefined || json === '') return undefined;
  if (isUnknown(json)) return json.text;
  if (json instanceof EncodedJson) return formOf(json.value, evaluate, name);
  if (Array.isArray(json)) {
    const forms = json.map((item) => formOf(item, evaluate, name)).filter((form) => form !== undefined);
    if (forms.length === 0) return undefined;
    if (forms.length === 1 && isObject(forms[0])) return forms[0];
    return ORDERED.test(name) ? forms : [...forms].sort((one, other) => compare(idOf(one), idOf(other)));
  }
  if (isJsonObject(json)) {
    const result: { [key: string]: Form } = {};
    for (const key of Object.keys(json).sort()) {
      if (NOT_COMPARED.has(key)) continue;
      const form = formOf(json[key], evaluate, key);
      if (form !== undefined) result[key] = form;
    }
    return result;
  }
  if (typeof json !== 'string') return JSON.stringify(json);
  if (/^\s*[[{]/.test(json)) {
    const inner = parsed(json);
    if (inner !== undefined) return formOf(inner, evaluate, name);
  }
  if (evaluate === undefined || !EVALUATED.test(json)) return json;
  const value = evaluate(json);
  return isUnknown(value) ? json : formOf(value, undefined, name);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Where two bodies differ. */
export function differencesOf(before: Form, after: Form, path: readonly string[] = []): Difference[] {
  if (idOf(before) === idOf(after)) return [];
  if (isPolicy(before) || isPolicy(after)) return [{ path, before, after }];
  if (isObject(before) && isObject(after)) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...names].flatMap((name) => differencesOf(before[name], after[name], [...path, name]));
  }
  const [one, other] = [before, after].map(listOf);
  // A list against nothing, or one block against several, is compared block by block.
  if (one.some(isObject) || other.some(isObject)) return blocksDifferences(one, other, path);
  return [{ path, before, after }];
}

function listOf(form: Form): readonly Form[] {
  return form === undefined ? [] : Array.isArray(form) ? form : [form];
}

/** What tells one block of a list from another. */
const NAMES = [
  'id',
  'sid',
  'Sid',
  'name',
  'rule_name',
  'key',
  'field',
  'device_name',
  'priority',
  'rule_number',
  'Name',
];

function blocksDifferences(before: readonly Form[], after: readonly Form[], path: readonly string[]): Difference[] {
  const left = [...before];
  const added: Form[] = [];
  for (const block of after) {
    const same = left.findIndex((other) => idOf(other) === idOf(block));
    if (same >= 0) left.splice(same, 1);
    else added.push(block);
  }
  const found: Difference[] = [];
  const rest: Form[] = [];
  for (const block of added) {
    const named = left.findIndex((other) => nameOf(other) !== undefined && nameOf(other) === nameOf(block));
    if (named < 0) rest.push(block);
    else found.push(...differencesOf(left.splice(named, 1)[0], block, path));
  }
  for (const block of rest) {
    const other = left.findIndex((one) => isObject(one) && nameOf(one) === undefined && nameOf(block) === undefined);
    if (other >= 0 && isObject(block)) found.push(...differencesOf(left.splice(other, 1)[0], block, path));
    else found.push({ path, before: undefined, after: block });
  }
  return [...found, ...left.map((block) => ({ path, before: block, after: undefined }))];
}

function nameOf(form: Form): string | undefined {
  if (!isObject(form)) return undefined;
  const key = NAMES.find((name) => typeof form[name] === 'string');
  return key === undefined ? undefined : `${key} ${idOf(form[key])}`;
}

/** Whether a form is a policy of IAM, which is compared by what it lets. */
export function isPolicy(form: Form): boolean {
  return isObject(form) && listOf(form.Statement).some((statement) => isObject(statement) && 'Effect' in statement);
}

/** The scalars and lists of scalars in a form, with the names that lead to them. */
export function leavesOf(form: Form, path: readonly string[] = []): { path: readonly string[]; value: Form }[] {
  if (form === undefined) return [];
  if (Array.isArray(form) && form.some(isObject)) return form.flatMap((item) => leavesOf(item, path));
  if (!isObject(form)) return [{ path, value: form }];
  return Object.keys(form).flatMap((name) => leavesOf(form[name], [...path, name]));
}

export function isObject(form: Form): form is { readonly [key: string]: Form } {
  return typeof form === 'object' && !Array.isArray(form);
}

/** Equal for what is the same. The keys of a form are in order. */
export function idOf(form: Form): string {
  return typeof form === 'string' ? form : JSON.stringify(form ?? null);
}
