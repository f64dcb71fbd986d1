import { configured } from '../terraform/configured';
import { readJson } from '../terraform/json-attribute';
import { Resource } from '../terraform/stack';
import { Value, isJsonObject, isUnknown } from '../terraform/value';

/** A value that a workload is started with. */
export interface Place {
  /** Where it stands, for the message. */
  readonly where: string;
  /** The name under which the workload reads it, where it has one. */
  readonly name?: string;
  readonly value: Value;
  /** Whether it is a script or a file, in which names and values stand. */
  readonly isScript?: boolean;
}

/** The values that a workload is started with, and what there may be besides that only a plan can tell. */
export interface Places {
  readonly places: readonly Place[];
  readonly open?: string;
}

/** Where types keep scripts that run at start, by the provider's schema. */
const SCRIPTS: { readonly [type: string]: readonly string[] } = {
  aws_imagebuilder_image_recipe: ['user_data_base64'],
  aws_instance: ['user_data', 'user_data_base64'],
  aws_launch_configuration: ['user_data', 'user_data_base64'],
  aws_launch_template: ['user_data'],
  aws_lightsail_instance: ['user_data'],
  aws_spot_fleet_request: ['launch_specification.user_data'],
  aws_spot_instance_request: ['user_data', 'user_data_base64'],
};

/** Where types keep the definition of containers, as JSON. */
const DEFINITIONS: { readonly [type: string]: readonly string[] } = {
  aws_batch_job_definition: ['container_properties', 'ecs_properties', 'node_properties'],
  aws_ecs_task_definition: ['container_definitions'],
};

/** The types whose workloads are looked at. */
export const WORKLOADS: readonly string[] = [
  'aws_codebuild_project',
  'aws_lambda_function',
  ...Object.keys(DEFINITIONS),
  ...Object.keys(SCRIPTS),
];

/** The values that a workload is started with. */
export function placesOf(resource: Resource): Places {
  if (resource.type in SCRIPTS) return scripts(resource);
  if (resource.type in DEFINITIONS) return definitions(resource);
  return resource.type === 'aws_lambda_function' ? variables(resource) : buildVariables(resource);
}

function variables(resource: Resource): Places {
  const path = 'environment.variables';
  const value = configured(resource, path);
  if (isUnknown(value)) return { places: [], open: path };
  if (!isJsonObject(value)) return { places: [] };
  const map = value as { [name: string]: Value };
  return { places: Object.keys(map).map((name) => ({ where: `${path}.${name}`, name, value: map[name] })) };
}

/** Those of type PARAMETER_STORE and SECRETS_MANAGER hold the name of a secret. */
function buildVariables(resource: Resource): Places {
  const places = resource.blocks('environment.environment_variable').flatMap((block): Place[] => {
    const name = block.get('name');
    const type = block.get('type');
    if (type !== undefined && type !== 'PLAINTEXT') return [];
    const shown = typeof name === 'string' ? name : 'environment_variable';
    return [{ where: `environment.environment_variable ${shown}`, name: shown, value: block.get('value') }];
  });
  return { places };
}

function scripts(resource: Resource): Places {
  return { places: SCRIPTS[resource.type].flatMap((path) => scriptsAt(resource, path)) };
}

/** What is no base64 where it should be is read as it is written: it is in the state all the same. */
function scriptsAt(resource: Resource, path: string): Place[] {
  const end = path.lastIndexOf('.');
  const blocks = end < 0 ? [resource] : resource.blocks(path.slice(0, end));
  return blocks.map((block) => {
    const value = configured(block, path.slice(end + 1));
    return { where: path, value: isBase64(value) ? decoded(value) : value, isScript: true };
  });
}

function isBase64(value: Value): boolean {
  return typeof value === 'string' && value.length >= 16 && /^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(value);
}

function decoded(value: Value): Value {
  return typeof value === 'string' ? Buffer.from(value, 'base64').toString('latin1') : value;
}

function definitions(resource: Resource): Places {
  const places: Place[] = [];
  let open: string | undefined;
  for (const attribute of DEFINITIONS[resource.type]) {
    const reading = readJson(resource, attribute);
    if (reading === undefined || 'broken' in reading) continue;
    if ('unknown' in reading) open = attribute;
    else collect(reading.json, attribute, places);
  }
  return { places, open };
}

/** Every text in a definition, and the variables in its lists called `environment` by their names. */
function collect(json: Value, where: string, places: Place[]): void {
  if (Array.isArray(json)) for (const item of json) collect(item, where, places);
  else if (isJsonObject(json)) {
    const body = json as { [key: string]: Value };
    for (const key of Object.keys(body)) {
      const value = body[key];
      if (key.toLowerCase() !== 'environment' || !Array.isArray(value)) collect(value, `${where}.${key}`, places);
      else for (const variable of value) places.push(namedValue(variable, `${where}.${key}`));
    }
  } else if (typeof json === 'string' || isUnknown(json)) places.push({ where, value: json });
}

function namedValue(variable: Value, where: string): Place {
  if (!isJsonObject(variable)) return { where, value: variable };
  const body = variable as { [key: string]: Value };
  const of = (key: string): Value => body[key] ?? body[key[0].toUpperCase() + key.slice(1)];
  const name = of('name');
  if (typeof name !== 'string') return { where, value: of('value') };
  return { where: `${where}.${name}`, name, value: of('value') };
}
