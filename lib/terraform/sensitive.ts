import { evaluate } from './expression/parser';
import { replaceLiterals } from './expression/literals';
import { Lookup } from './expression/steps';
import {
  asBlocks,
  EncodedJson,
  isJsonObject,
  isTrue,
  isUnknown,
  Json,
  JsonObject,
  labelsOf,
  ownProperty,
  Value,
} from './value';

/** Shorter text is no secret, and stands in every sentence: it is one only where a message quotes it. */
const MIN_LENGTH = 4;

/** The texts that a plan marks as sensitive: nobody may see them. */
export function sensitiveInPlan(plan: JsonObject, into: Set<string>): void {
  for (const change of [...asBlocks(plan.resource_changes), ...asBlocks(plan.resource_drift)])
    addChange(change.change, into);
  for (const changes of asBlocks(plan.output_changes)) {
    for (const name of labelsOf(changes)) addChange(changes[name], into);
  }
  addState(plan.planned_values, into);
  for (const prior of asBlocks(plan.prior_state)) addState(prior.values, into);
  const configured = asBlocks(plan.configuration)[0] ?? {};
  for (const root of asBlocks(configured.root_module)) addModule(root, plan.variables, 'value', into);
}

/**
 * The texts that a configuration marks as sensitive: defaults of variables, values of outputs, and whatever an expression that calls `sensitive`
 * gives or holds.
 *
 * @param mayHold whether a word may be anywhere in it, where it comes from one file
 */
export function sensitiveInConfiguration(
  json: JsonObject,
  lookup: Lookup,
  into: Set<string>,
  mayHold?: (word: string) => boolean
): void {
  // Most files do not hold the word, and to search their text is faster than to walk through what was read from it.
  if (mayHold?.('sensitive') === false) return;
  for (const [section, key] of [
    ['variable', 'default'],
    ['output', 'value'],
  ]) {
    for (const names of asBlocks(json[section])) {
      for (const name of labelsOf(names)) {
        for (const block of asBlocks(names[name]))
          if (isTrue(block.sensitive as Value)) add(evaluate(block[key], lookup), into);
      }
    }
  }
  const walk = (part: Json): void => {
    if (typeof part === 'string') {
      if (part.includes('sensitive') && /[$%]\{/.test(part) && /\bsensitive\s*\(/.test(part))
        addExpression(part, lookup, into);
    } else if (part !== null && typeof part === 'object') for (const inner of Object.values(part)) walk(inner);
  };
  walk(json);
}

/** What an expression gives, or, where only a plan can tell, what stands in it. */
function addExpression(text: string, lookup: Lookup, into: Set<string>): void {
  add(evaluate(text, lookup), into);
  replaceLiterals(text, (literal) => {
    add(evaluate(`\${${literal}}`, lookup), into);
    return literal;
  });
}

function addChange(change: Json | undefined, into: Set<string>): void {
  if (!isJsonObject(change)) return;
  addMarked(change.before, change.before_sensitive, into);
  addMarked(change.after, change.after_sensitive, into);
}

function addState(values: Json | undefined, into: Set<string>): void {
  for (const { outputs, root_module: root } of asBlocks(values)) {
    for (const names of asBlocks(outputs)) {
      for (const name of labelsOf(names)) {
        for (const { value, sensitive } of asBlocks(names[name])) addMarked(value, sensitive, into);
      }
    }
    const modules = asBlocks(root);
    for (let module = modules.pop(); module; module = modules.pop()) {
      for (const resource of asBlocks(module.resources)) addMarked(resource.values, resource.sensitive_values, into);
      modules.push(...asBlocks(module.child_modules));
    }
  }
}

/** The variables of a module, and of those that it calls. */
function addModule(module: JsonObject, given: Json | undefined, key: string, into: Set<string>): void {
  const values = isJsonObject(given) ? given : {};
  for (const variables of asBlocks(module.variables)) {
    for (const name of labelsOf(variables)) {
      const [variable] = asBlocks(variables[name]);
      if (variable?.sensitive !== true) continue;
      addMarked(variable.default, true, into);
      const [value] = asBlocks(ownProperty(values, name));
      addMarked(value?.[key], true, into);
    }
  }
  for (const calls of asBlocks(module.module_calls)) {
    for (const name of labelsOf(calls)) {
      const [call] = asBlocks(calls[name]);
      for (const inner of asBlocks(call?.module)) addModule(inner, call.expressions, 'constant_value', into);
    }
  }
}

/** What of a value is marked: all of it, or what its parts are marked in. */
function addMarked(value: Json | undefined, marks: Json | undefined, into: Set<string>): void {
  if (value === undefined || marks === undefined) return;
  if (marks === true) add(value as Value, into);
  else if (Array.isArray(marks) && Array.isArray(value)) marks.forEach((mark, at) => addMarked(value[at], mark, into));
  else if (isJsonObject(marks) && isJsonObject(value)) {
    for (const key of Object.keys(marks)) addMarked(ownProperty(value, key), marks[key], into);
  }
}

/** Every text that a value is or holds; of JSON in text each of its texts too, for messages name them one by one. */
function add(value: Value, into: Set<string>): void {
  if (value === null || value === undefined || typeof value === 'boolean' || isUnknown(value)) return;
  if (value instanceof EncodedJson) add(value.value, into);
  else if (typeof value === 'object') for (const part of Object.values(value)) add(part, into);
  else if (typeof value === 'number') addText(String(value), into, false);
  else {
    addText(value, into, true);
    if (/^\s*[[{]/.test(value)) add(parsed(value), into);
    if (value.startsWith('arn:')) for (const part of partsOfArn(value)) addText(part, into, false);
  }
}

/** The parts of an ARN that messages name by themselves: region, account, resource and its name. */
function partsOfArn(arn: string): string[] {
  const [, , , region = '', account = '', ...resource] = arn.split(':');
  return [region, account, resource.join(':'), arn.slice(arn.lastIndexOf('/') + 1)];
}

function addText(text: string, into: Set<string>, isQuoted: boolean): void {
  if (text.length >= MIN_LENGTH) into.add(text);
  else if (isQuoted && text !== '') into.add(`"${text}"`);
}

function parsed(text: string): Value {
  try {
    return JSON.parse(text) as Value;
  } catch {
    return undefined;
  }
}
