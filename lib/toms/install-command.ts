/** Packages of npm by name, each with the versions that are wanted, or '' for the newest. */
export interface Wanted {
  readonly [name: string]: string;
}

/**
 * The command that installs packages, in the language of the program. Python's packages have names of their own, and that of the library names what it needs,
 * so it stands for all of them. `agent` is what jsii says that runs it: `Python/3.11.7`.
 */
export function installCommand(library: string, wanted: Wanted, agent = process.env.JSII_AGENT): string {
  if (agent?.startsWith('Python')) return `python -m pip install ${library}`;
  if (agent !== undefined) return `install ${library} with what it needs`;
  // A shell reads `^`, `>` and `<`.
  return ['npm install', ...Object.entries(wanted).map(([name, range]) => (range ? `"${name}@${range}"` : name))].join(
    ' '
  );
}
