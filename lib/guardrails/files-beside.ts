import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Stack } from '../terraform/stack';

/** A file that people write, and the stacks that it is for. */
export interface FileBeside {
  readonly path: string;
  readonly stacks: readonly Stack[];
}

/**
 * The files of a name that are for stacks: the one that is asked for, which is then for all of them, or else those that lie beside them. The output of
 * synth has the one in its own directory and the one beside that, where a program keeps it.
 */
export function filesBeside(stacks: readonly Stack[], name: string, asked?: string): readonly FileBeside[] {
  if (asked !== undefined) return [{ path: asked, stacks }];
  const found = new Map<string, Stack[]>();
  for (const stack of stacks) {
    for (const place of placesOf(stack)) {
      const path = join(place, name);
      const same = found.get(path);
      if (same) same.push(stack);
      else if (existsSync(path)) found.set(path, [stack]);
    }
  }
  return [...found].map(([path, of]) => ({ path, stacks: of }));
}

function placesOf({ file }: Stack): string[] {
  const path = resolve(file);
  const directory = statSync(path, { throwIfNoEntry: false })?.isDirectory() ? path : dirname(path);
  const stacks = dirname(directory);
  if (basename(stacks) !== 'stacks' || !existsSync(join(directory, 'cdk.tf.json'))) return [directory];
  const output = dirname(stacks);
  return [directory, output, dirname(output)];
}
