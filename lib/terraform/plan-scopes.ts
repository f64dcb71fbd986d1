import { evaluate } from './expression/parser';
import { Key, Lookup, NULL, Step, within } from './expression/steps';
import { setBy } from './inputs';
import { Multiplicity, multiplicityOf } from './multiplicity';
import type { Settings } from './inputs';
import { Json, JsonObject, Unknown, Value, asBlocks, isJsonObject, isUnknown, ownProperty } from './value';

/** What the expressions of a plan's configuration name, module by module: the plan knows what its variables and instances are. */
export class PlanScopes {
  private readonly lookups = new Map<string, Lookup>();
  private readonly root: JsonObject;
  private readonly values: JsonObject;
  private readonly causes: readonly string[];

  /**
   * @param outer the configuration beside the plan, for what a plan does not hold: the locals of the root module
   * @param find finds a resource by its address without index, in whichever module
   */
  constructor(
    plan: JsonObject,
    private readonly outer: Lookup | undefined,
    private readonly find: (key: string) => Settings | undefined
  ) {
    const configured = isJsonObject(plan.configuration) ? plan.configuration : {};
    this.root = asBlocks(configured.root_module)[0] ?? {};
    this.values = isJsonObject(plan.variables) ? plan.variables : {};
    this.causes = causesOf(plan.relevant_attributes);
  }

  /** What the expressions in a module name: `module.store["a"].`, or nothing for the root module. */
  public of(modulePath: string): Lookup {
    let lookup = this.lookups.get(modulePath);
    if (!lookup) {
      lookup = (path) => this.named(modulePath, path);
      this.lookups.set(modulePath, lookup);
    }
    return lookup;
  }

  /** What the expressions of one instance of a resource name. */
  public ofInstance(modulePath: string, index: Json | undefined, each: Json | undefined): Lookup {
    const outer = this.of(modulePath);
    if (typeof index !== 'string' && typeof index !== 'number') return outer;
    let made: Multiplicity | undefined;
    return (path) => {
      const [root, name, ...rest] = path;
      if (root !== 'each' && root !== 'count') return outer(path);
      if (name === 'key' || name === 'index') return within(index, rest);
      if (name !== 'value' || each === undefined) return undefined;
      made ??= multiplicityOf({ for_each: expressionOf(each) }, outer);
      if (made.kind === 'chained') {
        const { text, references } = made.to;
        return within(new Unknown(text.replace(/\}$/, '[each.key]}'), references, 'each.key'), rest);
      }
      const entry = made.kind === 'entries' ? made.entries.find(([key]) => key === index) : undefined;
      return entry && within(entry[1], rest);
    };
  }

  private named(modulePath: string, path: readonly Step[]): Value | typeof NULL {
    const [root, name, ...rest] = path;
    if (root === 'var' && typeof name === 'string') return this.variable(modulePath, name, rest);
    if (root === 'module' && typeof name === 'string') return this.output(modulePath, name, rest);
    if (root === 'local') return (modulePath === '' ? this.outer?.(path) : undefined) ?? this.local(modulePath, rest);
    return setBy((key) => this.find(`${modulePath}${key}`), path);
  }

  private variable(modulePath: string, name: string, steps: readonly Step[]): Value | typeof NULL {
    const preset = (module: JsonObject): Value | typeof NULL => {
      const variable = asBlocks(ownProperty(asBlocks(module.variables)[0] ?? {}, name))[0];
      return variable && 'default' in variable
        ? within(
            evaluate(variable.default, () => undefined),
            steps
          )
        : undefined;
    };
    if (modulePath === '') {
      const value = asBlocks(ownProperty(this.values, name))[0];
      return value && 'value' in value ? within(literal(value.value), steps) : preset(this.root);
    }
    const outerPath = parentOf(modulePath);
    const call = this.callOf(modulePath);
    const expression = isJsonObject(call?.expressions) ? ownProperty(call.expressions, name) : undefined;
    if (expression === undefined) return preset(asBlocks(call?.module)[0] ?? {});
    return within(seenFrom(outerPath, evaluate(expressionOf(expression), this.of(outerPath))), steps);
  }

  private output(modulePath: string, name: string, steps: readonly Step[]): Value | typeof NULL {
    const [first, ...others] = steps;
    const index =
      typeof first === 'number' ? `[${first}]` : first instanceof Key ? `[${JSON.stringify(first.text)}]` : '';
    const [output, ...rest] = index === '' ? steps : others;
    const inner = `${modulePath}module.${name}${index}.`;
    const module = asBlocks(this.callOf(inner)?.module)[0];
    const outputs =
      isJsonObject(module?.outputs) && typeof output === 'string' ? ownProperty(module.outputs, output) : undefined;
    const { expression } = asBlocks(outputs)[0] ?? {};
    if (expression === undefined) return undefined;
    return within(seenFrom(inner, evaluate(expressionOf(expression), this.of(inner))), rest);
  }

  /** A plan has no locals. What they hand on is known but for what the plan says it hangs on: where that is one thing, it is that. */
  private local(modulePath: string, steps: readonly Step[]): Value | typeof NULL {
    const own = this.causes.filter(
      (cause) => cause.startsWith(modulePath) && !cause.slice(modulePath.length).startsWith('module.')
    );
    if (own.length !== 1 || steps.length > 0) return undefined;
    const reference = own[0].slice(modulePath.length);
    return new Unknown(`\${${reference}}`, [reference], '');
  }

  /** The call of a module, as the configuration has it. */
  private callOf(modulePath: string): JsonObject | undefined {
    let module: JsonObject | undefined = this.root;
    let call: JsonObject | undefined;
    for (const name of namesOf(modulePath)) {
      const calls: JsonObject = isJsonObject(module?.module_calls) ? module.module_calls : {};
      call = asBlocks(ownProperty(calls, name))[0];
      module = asBlocks(call?.module)[0];
    }
    return call;
  }
}

/** What is known after apply, and by what. */
function causesOf(relevant: Json | undefined): readonly string[] {
  return asBlocks(relevant).flatMap(({ resource, attribute }) => {
    const names = Array.isArray(attribute) ? attribute.filter((name) => typeof name === 'string') : [];
    return typeof resource === 'string' ? [[resource, ...names].join('.')] : [];
  });
}

/** The names of the modules in a path, without their instances: `module.a["x"].module.b.`. */
function namesOf(modulePath: string): string[] {
  return stepsOf(modulePath).map(([, name]) => name);
}

function parentOf(modulePath: string): string {
  return modulePath.slice(0, stepsOf(modulePath).pop()?.index);
}

function stepsOf(modulePath: string): RegExpExecArray[] {
  return [...modulePath.matchAll(/module\.([\w-]+)(?:\[(?:\d+|"(?:[^"\\]|\\.)*")\])?\./g)];
}

/** What a plan prints of an expression, as Terraform JSON. One of Terraform JSON is printed as it is, one of HCL by what it refers to. */
export function expressionOf(written: Json): Json {
  if (!isJsonObject(written)) return written;
  const { references, constant_value: constant = null } = written;
  if (constant !== null || !Array.isArray(references)) return constant;
  const named = namedIn(references);
  return named.length === 1 ? `\${${named[0]}}` : `\${known_after_apply(${named.join(', ')})}`;
}

/** A plan lists each reference and what it is a part of, `aws_subnet.a.id` and `aws_subnet.a`. */
export function namedIn(references: readonly Json[]): string[] {
  const all = references.filter((it) => typeof it === 'string');
  return all.filter((it, at) => {
    const before = all[at - 1] as string | undefined;
    return before === undefined || !before.startsWith(it) || !/^[.[]/.test(before.slice(it.length));
  });
}

/** Values of a plan are no templates. */
function literal(json: Json): Value {
  if (json === null) return undefined;
  if (Array.isArray(json)) return json.map(literal);
  if (!isJsonObject(json)) return json;
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, literal(value)]));
}

/** A value of another module: what it refers to stands there. */
function seenFrom(modulePath: string, value: Value): Value {
  if (isUnknown(value)) {
    const references = value.references.map((it) => (it.startsWith('@') ? it : `@${modulePath}|${it}`));
    return new Unknown(value.text, references, value.index);
  }
  if (Array.isArray(value)) return value.map((item) => seenFrom(modulePath, item));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value as { [key: string]: Value }).map(([key, item]) => [key, seenFrom(modulePath, item)])
  );
}
