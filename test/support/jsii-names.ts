/** What is read of an assembly of jsii: what is public, for all languages. */
export interface Assembly {
  readonly types: { readonly [fqn: string]: AssemblyType };
}

interface AssemblyType {
  readonly name: string;
  /** Constants keep their names in every language. */
  readonly properties?: readonly (Named & { readonly const?: boolean })[];
  readonly methods?: readonly Named[];
}

interface Named {
  readonly name: string;
}

/** Names that become one and the same in another language, of types and of the members of each. */
export function clashesOf({ types }: Assembly): string[] {
  const all = Object.values(types);
  return [
    // Files of Java, C# and Go are named after them, and not every file system tells cases apart.
    ...equal('types', all.map(named), (name) => name.toLowerCase()),
    ...all.flatMap(({ name, properties = [], methods = [] }) => {
      const members = [...properties, ...methods].map(named);
      const variable = properties.filter((property) => property.const !== true);
      const getters = variable.map((property) => `get${pascal(property.name)}`);
      return [
        ...equal(`${name} in Python`, [...variable, ...methods].map(named), snake),
        ...equal(`${name} in C# and Go`, members, pascal),
        ...equal(`${name} in Java`, [...getters, ...methods.map(named)], (member) => member),
        ...members.filter((member) => pascal(member) === name).map((member) => `${name} in C#: ${member}`),
      ];
    }),
  ];
}

function equal(where: string, names: readonly string[], written: (name: string) => string): string[] {
  const seen = new Map<string, string>();
  return names.flatMap((name) => {
    const other = seen.get(written(name));
    seen.set(written(name), name);
    return other === undefined ? [] : [`${where}: ${other}, ${name}`];
  });
}

function named({ name }: Named): string {
  return name;
}

function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function snake(name: string): string {
  return name.replace(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase();
}
