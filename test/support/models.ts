import { Model } from '../../lib/terraform/model';
import { readStack } from '../../lib/terraform/read-stack';
import { Resource } from '../../lib/terraform/stack';
import { Json, JsonObject } from '../../lib/terraform/value';

/** The model of some stacks by name, as it is read from disk. */
export function modelOf(stacks: { readonly [name: string]: JsonObject }): Model {
  return new Model(Object.entries(stacks).map(([name, json]) => readStack(name, `${name}/cdk.tf.json`, json)));
}

/** The model of resources by type and name, and of variables that nobody has set. */
export function resources(resource: Json): Model {
  return modelOf({ stack: { resource, variable: { open: {} } } });
}

/** The resource of an address. */
export function at(model: Model, address: string): Resource {
  const found = model.stacks.flatMap((stack) => stack.resources).find((resource) => resource.address === address);
  if (!found) throw new Error(`there is no ${address}`);
  return found;
}
