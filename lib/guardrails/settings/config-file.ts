import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { nearest } from '../../terraform/nearest';
import { readJson } from '../../terraform/read-json';
import { repositoryRoot } from '../../terraform/repository';
import { shownPath } from '../../terraform/shown-path';
import { UnreadableInput } from '../../terraform/unreadable-input';
import { JsonObject, isJsonObject } from '../../terraform/value';
import { SEVERITIES, Severity } from '../rule';

/** The file in which a project keeps how it is checked. `schema/toms-config.schema.json` describes it. */
export const CONFIG_FILE = 'toms.config.json';

const VERSION = 1;

/** What a configuration says, with its paths from the working directory. */
export interface ConfigFile {
  /** The path, as reports show it. */
  readonly file: string;
  readonly directory: string;
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly failOn?: Severity;
  readonly undetermined?: 'report' | 'fail';
  readonly baseline?: string;
  readonly waivers?: string;
  readonly records?: string;
  readonly approve?: string;
  /** Files and packages of rules, as they are written. */
  readonly rules?: readonly string[];
  readonly demands?: JsonObject;
}

/** What each key holds, in the words of a refusal. */
const KEYS: { readonly [key: string]: readonly [must: string, holds: (value: unknown) => boolean] } = {
  $schema: ['text', isText],
  version: ['1', (value) => value === VERSION],
  only: ['a list of texts', isTexts],
  skip: ['a list of texts', isTexts],
  failOn: ['high, medium or low', (value) => SEVERITIES.some((one) => one === value)],
  undetermined: ['report or fail', (value) => value === 'report' || value === 'fail'],
  baseline: ['a path', isText],
  waivers: ['a path', isText],
  records: ['a path', isText],
  approve: ['a path', isText],
  rules: ['a list of files or packages', isTexts],
  demands: ['an object of numbers', isJsonObject],
};

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
}

/** The configuration at or above a directory, as far as the root of its repository. */
export function findConfig(from: string): string | undefined {
  const root = repositoryRoot(resolve(from));
  for (let directory = resolve(from); ; directory = dirname(directory)) {
    const file = join(directory, CONFIG_FILE);
    if (existsSync(file)) return file;
    if (directory === root || dirname(directory) === directory) return undefined;
  }
}

/** Reads a configuration. What it says wrongly could let pass what nobody meant to, so that nothing is checked then. */
export function readConfig(path: string): ConfigFile {
  const file = shownPath(path);
  const json = readJson(path);
  if (!isJsonObject(json)) throw new UnreadableInput(file, 'is no configuration: write an object, { "version": 1 }');
  if (json.version !== VERSION) {
    const problem =
      json.version === undefined
        ? `has no version: write "version": ${VERSION}`
        : `is a configuration of version ${JSON.stringify(json.version)}, and this version of toms reads version ${VERSION}: install the version that it was written for, or write it again`;
    throw new UnreadableInput(file, problem);
  }
  for (const [key, value] of Object.entries(json)) requireKey(file, key, value);
  const { only, skip, failOn, undetermined, rules, demands, ...paths } = json;
  const directory = dirname(resolve(path));
  const within = (written: unknown): string | undefined =>
    typeof written === 'string' ? resolve(directory, written) : undefined;
  return {
    file,
    directory,
    ...({ only, skip, failOn, undetermined, rules, demands } as Partial<ConfigFile>),
    baseline: within(paths.baseline),
    waivers: within(paths.waivers),
    records: within(paths.records),
    approve: within(paths.approve),
  };
}

function requireKey(file: string, key: string, value: unknown): void {
  const known = Object.keys(KEYS);
  if (!known.includes(key)) {
    const meant = nearest(key, known);
    const hint = meant ? `is it ${meant}?` : `there are ${known.join(', ')}`;
    throw new UnreadableInput(file, `has the key ${JSON.stringify(key)}, which means nothing: ${hint}`);
  }
  const [must, holds] = KEYS[key];
  if (!holds(value)) throw new UnreadableInput(file, `has '${key}' ${JSON.stringify(value)}: write ${must}`);
}
