import { UnreadableInput } from './unreadable-input';
import { Json, JsonObject, asBlocks, isJsonObject, joinedParts, ownProperty } from './value';

/** Whether Terraform merges a file of this name into what the other files say. */
export function isOverride(name: string): boolean {
  return /^(?:.*_)?override\.tf\.json$/.test(name);
}

/**
 * Merges an override file into the sections of a root module, as Terraform does: argument by argument, blocks of a type as a whole. What
 * overrides nothing is an error there, and here.
 */
export function override(module: JsonObject, file: string, by: JsonObject): void {
  for (const section of Object.keys(by)) {
    if (section === 'provider') overrideProviders(module, file, by.provider);
    else if (section === 'locals') overrideLocals(module, file, by.locals);
    else if (section === 'terraform') overrideSettings(module, by.terraform);
    else if (section in LABELS) overrideBlocks(module, file, section, by[section]);
    else if (section !== '//' && section !== 'removed' && asBlocks(by[section]).length > 0) {
      throw new UnreadableInput(file, `holds ${section}, which no override file may hold`);
    }
  }
}

/** How many labels the blocks have that are merged by their labels. */
const LABELS: { readonly [section: string]: number } = { resource: 2, data: 2, module: 1, output: 1, variable: 1 };

/** A place that bodies stand in, and its path. */
type Slot = readonly [path: string, holder: JsonObject, label: string];

function slots(section: string, json: Json | undefined): Slot[] {
  let found: [path: string, labels: JsonObject][] = asBlocks(json).map((labels) => [section, labels]);
  for (let level = LABELS[section] ?? 1; level > 1; level--) {
    found = found.flatMap(([path, labels]) =>
      Object.keys(labels).flatMap((label) =>
        asBlocks(labels[label]).map((inner): [string, JsonObject] => [`${path}.${label}`, inner])
      )
    );
  }
  return found.flatMap(([path, labels]) =>
    Object.keys(labels)
      .filter((label) => labels[label] !== null)
      .map((label): Slot => [`${path}.${label}`, labels, label])
  );
}

function overrideBlocks(module: JsonObject, file: string, section: string, by: Json | undefined): void {
  const bases = new Map(slots(section, module[section]).map((slot) => [slot[0], slot]));
  for (const [path, holder, label] of slots(section, by)) {
    const base = bases.get(path);
    if (!base) throw new UnreadableInput(file, `overrides ${path}, which no other file has`);
    const bodies = asBlocks(base[1][base[2]]);
    if (bodies.length !== 1)
      throw new UnreadableInput(file, `overrides ${path}, which stands there ${bodies.length} times`);
    for (const body of asBlocks(holder[label])) bodies[0] = mergedBody(file, path, bodies[0], body);
    base[1][base[2]] = bodies[0];
  }
}

/** Providers are told apart by their alias. The one without may be new. */
function overrideProviders(module: JsonObject, file: string, by: Json | undefined): void {
  for (const [path, holder, label] of slots('provider', by)) {
    for (const body of asBlocks(holder[label])) {
      const isSame = (base: JsonObject): boolean => (base.alias ?? null) === (body.alias ?? null);
      let found = false;
      for (const [, inner] of slots('provider', module.provider).filter((slot) => slot[0] === path)) {
        inner[label] = asBlocks(inner[label]).map((base) => {
          if (!isSame(base)) return base;
          found = true;
          return mergedBody(file, path, base, body);
        });
      }
      if (found) continue;
      if (body.alias !== undefined && body.alias !== null) {
        throw new UnreadableInput(file, `overrides ${path} with an alias that no other file has`);
      }
      module.provider = [...asBlocks(module.provider), { [label]: body }];
    }
  }
}

function overrideLocals(module: JsonObject, file: string, by: Json | undefined): void {
  for (const body of asBlocks(by)) {
    for (const name of Object.keys(body)) {
      if (name === '//') continue;
      const base = asBlocks(module.locals).find((locals) => Object.prototype.hasOwnProperty.call(locals, name));
      if (!base) throw new UnreadableInput(file, `overrides local.${name}, which no other file has`);
      base[name] = body[name];
    }
  }
}

/** A backend takes the place of a backend or of HCP Terraform. Required providers are replaced one by one. */
function overrideSettings(module: JsonObject, by: Json | undefined): void {
  const settings = asBlocks(module.terraform);
  for (const body of asBlocks(by)) {
    const replaced = asBlocks(body.backend).length + asBlocks(body.cloud).length > 0 ? ['backend', 'cloud'] : [];
    const providers = new Set(asBlocks(body.required_providers).flatMap(Object.keys));
    for (const base of settings) {
      for (const name of replaced) delete base[name];
      if (providers.size === 0 || base.required_providers === undefined) continue;
      base.required_providers = asBlocks(base.required_providers);
      for (const required of asBlocks(base.required_providers)) for (const name of providers) delete required[name];
    }
    settings.push(body);
  }
  module.terraform = settings;
}

function mergedBody(file: string, path: string, base: JsonObject, by: JsonObject): JsonObject {
  const merged = joinedParts([{}, base]);
  const dynamic = new Set(asBlocks(by.dynamic).flatMap(Object.keys));
  for (const name of dynamic) delete merged[name];
  const kept = asBlocks(base.dynamic).map((labels) =>
    Object.fromEntries(
      Object.entries(labels).filter(([name]) => !dynamic.has(name) && ownProperty(by, name) === undefined)
    )
  );
  const isDynamic = (name: string): boolean =>
    asBlocks(base.dynamic).some((labels) => ownProperty(labels, name) !== undefined);
  for (const name of Object.keys(by)) {
    const value = by[name];
    if (name === 'depends_on')
      throw new UnreadableInput(file, `overrides depends_on of ${path}, which Terraform refuses`);
    if ((name === 'count' && 'for_each' in base) || (name === 'for_each' && 'count' in base)) {
      throw new UnreadableInput(file, `sets ${name} of ${path}, which has count or for_each already`);
    }
    if (isNothing(value) && (mayBeBlocks(ownProperty(base, name)) || isDynamic(name))) {
      // Of an argument it takes the value away, of blocks it changes nothing.
      throw new UnreadableInput(file, `sets ${path}.${name} to nothing: whether that overrides it is not read`);
    }
    if (name === 'lifecycle') merged.lifecycle = mergedLifecycle(asBlocks(base.lifecycle), asBlocks(value));
    else if (name !== '//' && name !== 'dynamic') merged[name] = value;
  }
  const left = [...kept, ...asBlocks(by.dynamic)].filter((labels) => Object.keys(labels).length > 0);
  if (left.length > 0) merged.dynamic = left;
  else delete merged.dynamic;
  return merged;
}

function mergedLifecycle(base: readonly JsonObject[], by: readonly JsonObject[]): JsonObject {
  const merged: JsonObject = {};
  for (const lifecycle of [...base, ...by]) Object.assign(merged, lifecycle);
  const ignored = [...base, ...by].flatMap(({ ignore_changes: it }) => (it === undefined || isNothing(it) ? [] : [it]));
  // What ignores everything goes on to do so.
  if (ignored.length > 0) merged.ignore_changes = ignored.find((it) => it === 'all') ?? ignored[ignored.length - 1];
  return merged;
}

function isNothing(json: Json | undefined): boolean {
  return json === null || (Array.isArray(json) && json.length === 0);
}

function mayBeBlocks(json: Json | undefined): boolean {
  return isJsonObject(json) || (Array.isArray(json) && json.some((item) => typeof item === 'object'));
}
