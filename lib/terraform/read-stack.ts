import { readConfiguration } from './read-configuration';
import { readPlan } from './read-plan';
import { Stack } from './stack';
import { UnreadableInput } from './unreadable-input';
import { isJsonObject, ownProperty } from './value';

const TOP_LEVEL = [
  'resource',
  'data',
  'provider',
  'terraform',
  'module',
  'output',
  'variable',
  'locals',
  'moved',
  'import',
  'removed',
  'check',
];

/**
 * Reads one document: Terraform JSON configuration, or the plan that `terraform show -json` prints.
 *
 * @param configuration the configuration that a plan was made from, which still says what the plan only learns on apply
 */
export function readStack(name: string, file: string, json: unknown, configuration?: Stack): Stack {
  if (!isJsonObject(json))
    throw new UnreadableInput(file, 'is no JSON object, so it is no Terraform configuration or plan');
  if (typeof json.format_version === 'string') {
    if (json.errored === true) throw new UnreadableInput(file, 'is the plan of a run that failed: plan again');
    if (isJsonObject(json.planned_values)) return readPlan(name, file, json, configuration);
    throw new UnreadableInput(file, 'is no plan: pass the output of `terraform show -json <plan file>`');
  }
  if (!TOP_LEVEL.some((key) => ownProperty(json, key) !== undefined)) {
    throw new UnreadableInput(
      file,
      'holds no Terraform: neither resource, data, provider, terraform, module nor output'
    );
  }
  return readConfiguration(name, file, json);
}
