import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENGINE, LIBRARY, OTHER_ENGINE, OTHER_LIBRARY } from './engine';
import { installCommand } from './install-command';

/** What this package needs, as its package.json says. */
export interface Needs {
  readonly engines: { readonly node: string };
  readonly peerDependencies: { readonly [name: string]: string };
}

/** What is there. */
export interface Installed {
  /** The version of Node. */
  readonly node: string;
  /** The version of a package: nothing where it is not installed, and '' where it does not say. */
  readonly versionOf: (name: string) => string | undefined;
}

/** What the library is run with does not fit it. */
export class InstallationError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InstallationError';
  }
}

/**
 * Refuses a Node or packages that do not fit: with what is there, what is wanted, and the command that fixes it. A package fits from the first version of its range
 * on, up to the next one that may break what stood. What a range leaves out within that is for npm to say, and for whom it says it to overrule.
 */
export function requireFitting({ engines, peerDependencies }: Needs, { node, versionOf }: Installed): void {
  if (!isAtLeast(node, engines.node)) {
    throw new InstallationError(
      `${LIBRARY} needs Node ${engines.node}, and this is Node ${node}: install a newer one, as by nvm install --lts`
    );
  }
  const unfit = Object.entries(peerDependencies).filter(([name, range]) => !fits(versionOf(name), range));
  if (unfit.length === 0) return;
  const found = unfit.map(([name, range]) => `${name} ${range}, and ${versionOf(name) ?? 'none'} is installed`);
  const command = installCommand(LIBRARY, Object.fromEntries(unfit));
  const isForOther = versionOf(ENGINE) === undefined && versionOf(OTHER_ENGINE) !== undefined;
  const other = `; or, since ${OTHER_ENGINE} is installed, take ${OTHER_LIBRARY}: ${installCommand(OTHER_LIBRARY, { [OTHER_LIBRARY]: '' })}`;
  throw new InstallationError(`${LIBRARY} needs ${found.join('; ')}: ${command}${isForOther ? other : ''}`);
}

/** Refuses what this process runs the library with, where it does not fit. */
export function requireOwnInstallation(): void {
  const own = readJson(join(__dirname, '..', '..', 'package.json'));
  // Bundled into one file, a program has no packages beside it any more.
  if (own?.name === LIBRARY)
    requireFitting(own as unknown as Needs, { node: process.versions.node, versionOf: installedVersion });
}

function installedVersion(name: string): string | undefined {
  try {
    const { version } = readJson(require.resolve(`${name}/package.json`)) ?? {};
    return typeof version === 'string' ? version : '';
  } catch (error) {
    // It may be there and show no package.json.
    return (error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND' ? undefined : '';
  }
}

function readJson(file: string): { readonly [field: string]: unknown } | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as { readonly [field: string]: unknown };
  } catch {
    return undefined;
  }
}

function fits(version: string | undefined, range: string): boolean {
  if (version === undefined) return false;
  return version === '' || (isAtLeast(version, range) && lineOf(version) === lineOf(range));
}

/** Whether a version is the first that a range names, or a later one. */
function isAtLeast(version: string, range: string): boolean {
  const [found, first] = [numbersOf(version), numbersOf(range)];
  const different = first.findIndex((number, place) => number !== found[place]);
  return different === -1 || found[different] > first[different];
}

/** The part of a version that a breaking change counts up. */
function lineOf(version: string): string {
  const [major, minor] = numbersOf(version);
  return major === 0 ? `0.${minor}` : String(major);
}

/** The first version in a text. */
function numbersOf(text: string): number[] {
  return (/(\d+)\.(\d+)\.(\d+)/.exec(text) ?? []).slice(1).map(Number);
}
