import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Json, asObject, readObject, writeJson } from './json';
import { Adapted, Provider } from './provider';
import { ROOT } from './run';

/** A stack as it was synthesized. */
export interface Stack {
  readonly example: string;
  readonly name: string;
  readonly file: string;
}

/** A copy of a stack that Terraform works in. */
export interface WorkingCopy extends Adapted {
  readonly name: string;
  readonly directory: string;
  readonly config: Json;
}

/** Every example, by name. */
export function examples(): string[] {
  return readdirSync(join(ROOT, 'examples'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The stacks of an example's output. */
export function stacksOf(example: string, outdir: string): Stack[] {
  const { stacks } = readObject(join(outdir, 'manifest.json'));
  return Object.entries(asObject(stacks)).map(([name, stack]) => {
    return { example, name, file: join(outdir, String(asObject(stack).synthesizedStackPath)) };
  });
}

/** Copies a stack to where Terraform works on it. What lies there besides, such as a state, stays. */
export function workingCopy(
  stack: Stack,
  directory: string,
  provider: Provider,
  edit: (config: Json) => void = () => undefined
): WorkingCopy {
  const config = readObject(stack.file);
  edit(config);
  const adapted = provider.adapt(config);
  const file = join(directory, 'cdk.tf.json');
  mkdirSync(dirname(file), { recursive: true });
  writeJson(file, config);
  const assets = join(dirname(stack.file), 'assets');
  if (existsSync(assets)) cpSync(assets, join(directory, 'assets'), { recursive: true });
  return { ...adapted, name: stack.name, directory, config };
}

export function countResources(config: Json): number {
  return Object.values(asObject(config.resource)).reduce<number>((sum, ofType) => {
    return sum + Object.keys(asObject(ofType)).length;
  }, 0);
}
