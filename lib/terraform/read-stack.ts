import { holdsSections, requireSyntax, rootOf } from './json-syntax';
import { requirePlan } from './plan-syntax';
import { readConfiguration } from './read-configuration';
import { readPlan } from './read-plan';
import { Stack } from './stack';
import { UnreadableInput } from './unreadable-input';
import { JsonObject, isJsonObject } from './value';

/**
 * Reads one document: Terraform JSON configuration, or the plan that `terraform show -json` prints.
 *
 * @param configuration the configuration that a plan was made from, which still says what the plan only learns on apply
 * @param mayHold whether a word may be anywhere in the document, where it comes from one file
 */
export function readStack(
  name: string,
  file: string,
  written: unknown,
  configuration?: Stack,
  mayHold?: (word: string) => boolean
): Stack {
  const json = rootOf(written);
  if (!isJsonObject(json))
    throw new UnreadableInput(file, 'is no JSON object, so it is no Terraform configuration or plan');
  if (typeof json.format_version === 'string') {
    requirePlan(file, json);
    return withJson(readPlan(name, file, json, configuration), json);
  }
  if (!holdsSections(json)) {
    throw new UnreadableInput(
      file,
      'holds no Terraform: neither resource, data, provider, terraform, module nor output'
    );
  }
  requireSyntax(file, json);
  return withJson(readConfiguration(name, file, json, mayHold), json);
}

function withJson(stack: Stack, json: JsonObject): Stack {
  stack.json = json;
  return stack;
}
