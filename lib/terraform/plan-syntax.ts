import { UnreadableInput } from './unreadable-input';
import { Json, JsonObject, isJsonObject } from './value';

/** Refuses a plan of another shape than Terraform prints, and one of a part of its configuration. What has another shape must never be left out in silence. */
export function requirePlan(file: string, json: JsonObject): void {
  if (json.errored === true) throw new UnreadableInput(file, 'is the plan of a run that failed: plan again');
  if (!isJsonObject(json.planned_values)) {
    throw new UnreadableInput(file, 'is no plan: pass the output of `terraform show -json <plan file>`');
  }
  const deferred = json.deferred_changes ?? [];
  if (json.complete === false || !Array.isArray(deferred) || deferred.length > 0) {
    throw new UnreadableInput(
      file,
      'is a plan of a part of its configuration: plan without -target, and without what defers changes'
    );
  }
  const wrong = (place: string, problem: string): UnreadableInput => new UnreadableInput(file, `${place} ${problem}`);
  const objects = (place: string, value: Json | undefined): JsonObject[] => {
    if (value === undefined) return [];
    if (Array.isArray(value) && value.every(isJsonObject)) return value;
    throw wrong(place, 'is no list of objects');
  };
  const object = (place: string, value: Json | undefined): JsonObject => {
    if (value === undefined) return {};
    if (isJsonObject(value)) return value;
    throw wrong(place, 'is no object');
  };
  const text = (place: string, value: JsonObject, name: string): string => {
    const found = value[name];
    if (typeof found === 'string') return found;
    throw wrong(place, `has no ${name}`);
  };

  const changed = new Set<string>();
  for (const change of objects('resource_changes', json.resource_changes)) {
    const address = text('one of resource_changes', change, 'address');
    object(`resource_changes of ${address}`, change.change);
    changed.add(address);
  }
  const requireModule = (place: string, module: JsonObject): void => {
    for (const resource of objects(`resources of ${place}`, module.resources)) {
      const [address, , , mode] = ['address', 'type', 'name', 'mode'].map((name) =>
        text(`a resource of ${place}`, resource, name)
      );
      if (mode !== 'managed' && mode !== 'data') throw wrong(address, 'is neither managed nor a data source');
      // Where nothing is known yet, there are no values.
      if (resource.values === undefined && !changed.has(address)) throw wrong(address, 'has no values');
      object(`values of ${address}`, resource.values);
    }
    for (const inner of objects(`child_modules of ${place}`, module.child_modules)) {
      requireModule(text(`a module of ${place}`, inner, 'address'), inner);
    }
  };
  requireModule('planned_values.root_module', object('planned_values.root_module', json.planned_values.root_module));

  const requireConfiguration = (place: string, module: JsonObject): void => {
    for (const resource of objects(`resources of ${place}`, module.resources)) {
      for (const name of ['type', 'name', 'mode']) text(`a resource of ${place}`, resource, name);
    }
    for (const [name, call] of Object.entries(object(`module_calls of ${place}`, module.module_calls))) {
      const inner = `module_calls.${name} of ${place}`;
      requireConfiguration(inner, object(inner, object(inner, call).module));
    }
  };
  const configuration = object('configuration', json.configuration);
  for (const [name, provider] of Object.entries(
    object('configuration.provider_config', configuration.provider_config)
  )) {
    object(`configuration.provider_config.${name}`, provider);
  }
  requireConfiguration('configuration.root_module', object('configuration.root_module', configuration.root_module));
}
