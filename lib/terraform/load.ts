import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { readStack } from './read-stack';
import { UnreadableInput, isTooDeep } from './unreadable-input';
import { differenceFrom } from './made-from';
import { Digests, readJson, readJsonText } from './read-json';
import { readRootModule } from './root-module';
import { shownPath } from './shown-path';
import { Stack } from './stack';
import { JsonObject, isJsonObject } from './value';

interface LoadOptions {
  readonly digests?: boolean;
}

/** What is read as one stack, before it is read. */
interface Input {
  /** What to call it, unless another input is called so too. */
  readonly name: string;
  /** A plan, or the `*.tf.json` files of one root module. */
  readonly files: readonly string[];
  /** The directory that holds its stack's directory: stacks refer to each other by name within it. */
  readonly app?: string;
  /** The path that tells it from another of the same name. */
  readonly from: string;
}

const HCL = /\.tf$|\.tofu$/;
const MODULE_FILE = /\.tf\.json$/;

/**
 * Reads the stacks that paths name. A path is the output of `cdktf synth`, a directory of such outputs, a directory
 * or a file of Terraform JSON, or a plan as `terraform show -json` prints it.
 *
 * @param options.digests whether what was read is to be known by its SHA-256, as evidence says it
 */
export function loadStacks(paths: readonly string[], options?: LoadOptions): Stack[] {
  return readAll(paths.flatMap(find), options);
}

/** Reads directories as Terraform does that runs in them: each is one stack, even where an output of synth lies in it. */
export function loadRootModules(directories: readonly string[]): Stack[] {
  return readAll(
    directories.map((directory) => {
      const files = isDirectory(directory) ? moduleFiles(directory) : [];
      if (files.length === 0) throw new UnreadableInput(shownPath(directory), 'holds no *.tf.json');
      return moduleInput(basename(resolve(directory)), directory, files);
    })
  );
}

/** Whether Terraform or OpenTofu reads a file of this name as configuration. */
export function isConfigurationFile(name: string): boolean {
  return /^[^.].*\.(?:tf|tofu)(?:\.json)?$/.test(name);
}

function readAll(found: readonly Input[], { digests: isDigested = true }: LoadOptions = {}): Stack[] {
  const inputs = withoutRepeats(found);
  const count = new Map<string, number>();
  for (const { name } of inputs) count.set(name, (count.get(name) ?? 0) + 1);
  return inputs.map((input) => {
    const name = count.get(input.name) === 1 ? input.name : `${input.name}@${input.from}`;
    return read(input, name, isDigested);
  });
}

function find(path: string): Input[] {
  if (path === '') throw new UnreadableInput('""', 'is an empty path');
  if (!existsSync(path)) throw new UnreadableInput(shownPath(path), 'does not exist');
  return isDirectory(path) ? inDirectory(path) : [oneFile(path)];
}

function inDirectory(directory: string): Input[] {
  if (existsSync(join(directory, 'manifest.json')) || isUnfinished(directory)) return synthOutput(directory);
  const files = moduleFiles(directory);
  if (files.length > 0) return [moduleInput(basename(resolve(directory)), directory, files)];
  const outputs = entries(directory)
    .map((entry) => join(directory, entry))
    .filter((entry) => isDirectory(entry) && (isFinished(entry) || isUnfinished(entry)));
  if (outputs.length > 0) return outputs.flatMap(synthOutput);
  throw new UnreadableInput(
    shownPath(directory),
    'holds no Terraform JSON, neither manifest.json nor *.tf.json: run synth first, or pass another directory'
  );
}

function isFinished(directory: string): boolean {
  return existsSync(join(directory, 'manifest.json')) && isDirectory(join(directory, 'stacks'));
}

/** Whether synth wrote stacks, or made their directories, and never came to write the manifest. */
function isUnfinished(directory: string): boolean {
  const stacks = join(directory, 'stacks');
  if (existsSync(join(directory, 'manifest.json')) || !isDirectory(stacks)) return false;
  const made = entries(stacks);
  return made.length > 0 && made.every((entry) => isDirectory(join(stacks, entry)));
}

/** The stacks that a manifest names. Directories that it does not name are left from an earlier synth. */
function synthOutput(directory: string): Input[] {
  const manifest = join(directory, 'manifest.json');
  const shown = shownPath(manifest);
  if (!existsSync(manifest)) {
    throw new UnreadableInput(
      shownPath(directory),
      'has stacks and no manifest.json: synth did not finish, run it again'
    );
  }
  const json = readJson(manifest);
  const stacks = isJsonObject(json) && isJsonObject(json.stacks) ? Object.entries(json.stacks) : [];
  if (stacks.length === 0) throw new UnreadableInput(shown, 'names no stack: pass the output directory of synth');
  return stacks.map(([name, stack]) => {
    const path = isJsonObject(stack) ? stack.synthesizedStackPath : undefined;
    if (typeof path !== 'string')
      throw new UnreadableInput(shown, `names no file of the stack ${JSON.stringify(name)}`);
    const file = join(directory, path);
    refuseHcl(file);
    if (!existsSync(file)) throw new UnreadableInput(shownPath(file), 'is named by manifest.json and does not exist');
    return { ...moduleInput(name, dirname(file), moduleFiles(dirname(file))), from: shownPath(directory) };
  });
}

function moduleInput(name: string, directory: string, files: readonly string[]): Input {
  return { name, files, app: resolve(directory, '..'), from: shownPath(directory) };
}

/** A stack's own file and its plan are called by their directory, which cdktf names after the stack; other files by their name. */
function oneFile(file: string): Input {
  refuseHcl(file);
  const directory = dirname(resolve(file));
  const from = shownPath(file);
  if (basename(file) === 'cdk.tf.json' || (!MODULE_FILE.test(file) && existsSync(join(directory, 'cdk.tf.json')))) {
    return { name: basename(directory), files: [file], app: dirname(directory), from };
  }
  return { name: basename(file).replace(/(?:\.tf)?\.json$/, ''), files: [file], from };
}

/** What Terraform would read of a directory. */
function moduleFiles(directory: string): string[] {
  const files = entries(directory).map((entry) => join(directory, entry));
  for (const file of files) {
    if (!isDirectory(file)) refuseHcl(file);
    if (file.endsWith('.tofu.json')) {
      throw new UnreadableInput(
        shownPath(file),
        'takes the place of another file in OpenTofu, which is not read: check the plan instead, `tofu show -json <plan file>`'
      );
    }
  }
  return files.filter((file) => MODULE_FILE.test(file));
}

function refuseHcl(file: string): void {
  if (!HCL.test(file)) return;
  throw new UnreadableInput(
    shownPath(file),
    'is HCL, which is not read: check the plan instead, `terraform show -json <plan file>`'
  );
}

function read(input: Input, name: string, isDigested: boolean): Stack {
  const { files } = input;
  const main =
    files.find((file) => basename(file) === 'cdk.tf.json') ?? (files.length > 1 ? dirname(files[0]) : files[0]);
  const file = shownPath(main);
  try {
    const digests: Digests | undefined = isDigested ? new Map() : undefined;
    const { json, mayHold } =
      files.length > 1 ? { json: readRootModule(files, digests), mayHold: undefined } : readJsonText(files[0], digests);
    const configuration = isPlan(json) ? configurationBeside(files[0], json, name) : undefined;
    const stack = readStack(name, file, json, configuration, mayHold);
    if (digests) stack.digests = digests;
    if (input.app !== undefined) {
      stack.reference = { app: input.app, name: input.name };
      if (stack.configuration) stack.configuration.reference = stack.reference;
    }
    return stack;
  } catch (error) {
    if (isTooDeep(error)) throw new UnreadableInput(file, 'is nested too deeply');
    throw error;
  }
}

function isPlan(json: unknown): json is JsonObject {
  return isJsonObject(json) && typeof json.format_version === 'string';
}

/** What the plan was made from says where the constructs are, and what the plan does not know yet. Another configuration would say it of other resources. */
function configurationBeside(plan: string, json: JsonObject, name: string): Stack | undefined {
  const directory = dirname(plan);
  const main = join(directory, 'cdk.tf.json');
  if (!existsSync(main)) return undefined;
  const all = entries(directory).filter(isConfigurationFile);
  const files = all.filter((file) => MODULE_FILE.test(file)).map((file) => join(directory, file));
  const configuration = readRootModule(files);
  const stack = readStack(name, shownPath(main), configuration);
  const difference = differenceFrom(configuration, json, files.length === all.length);
  if (difference === undefined) return stack;
  const problem = `was not made from the cdk.tf.json beside it, since ${difference}: synth and plan again`;
  throw new UnreadableInput(shownPath(plan), problem);
}

function withoutRepeats(inputs: readonly Input[]): Input[] {
  const seen = new Map<string, Input>();
  for (const input of inputs) {
    const id = input.files.map(realPath).join('\0');
    if (!seen.has(id)) seen.set(id, input);
  }
  return [...seen.values()];
}

function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch (error) {
    throw new UnreadableInput(shownPath(file), `cannot be read: ${(error as NodeJS.ErrnoException).code}`);
  }
}

/** Names that begin with a dot are none of Terraform's. */
function entries(directory: string): string[] {
  try {
    return readdirSync(directory)
      .filter((entry) => !entry.startsWith('.'))
      .sort();
  } catch (error) {
    throw new UnreadableInput(shownPath(directory), `cannot be read: ${(error as NodeJS.ErrnoException).code}`);
  }
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
