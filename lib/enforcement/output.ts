import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { App, Manifest, TerraformStack } from 'cdktf';
import { EVIDENCE_FILES, isConfigurationFile } from './engine';

/**
 * The directories in which Terraform runs, below the output directory: those of the tree, and those of the manifest, which also has stacks of an earlier
 * synth, and which a program may change.
 */
export function stackDirectories(app: App): string[] {
  const ofTree = app.node
    .findAll()
    .filter((node) => TerraformStack.isStack(node))
    .map((stack) => join(Manifest.stacksFolder, stack.node.id));
  const ofManifest = Object.values(app.manifest.stacks).flatMap(({ synthesizedStackPath, workingDirectory }) => [
    dirname(synthesizedStackPath),
    workingDirectory,
  ]);
  return [...new Set([...ofTree, ...ofManifest].map((directory) => normalize(directory)))];
}

/** What became of an output that must not be applied. */
export interface Removal {
  /** What cdktf did not write. */
  readonly foreign: readonly string[];
  /** What could not be removed. */
  readonly left: readonly string[];
}

/**
 * Removes what a later step could apply, or take for evidence, including what cdktf did not write. State, `.terraform`, saved plans and values of
 * variables stay.
 */
export function removeOutput(app: App): Removal {
  const configuration = stackDirectories(app).flatMap((directory) => configurationIn(app.outdir, directory));
  const left = [...configuration, 'manifest.json'].filter((file) => !isGone(join(app.outdir, file)));
  return {
    foreign: configuration.filter((file) => basename(file) !== 'cdk.tf.json'),
    left: [...left, ...removeEvidence(app)],
  };
}

/** Removes the evidence of an earlier run. Returns what could not be removed. */
export function removeEvidence(app: App): string[] {
  return Object.keys(EVIDENCE_FILES).filter((file) => !isGone(join(app.outdir, file)));
}

function configurationIn(outdir: string, directory: string): string[] {
  if (!existsSync(join(outdir, directory))) return [];
  return readdirSync(join(outdir, directory), { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && isConfigurationFile(entry.name))
    .map((entry) => join(directory, entry.name));
}

function isGone(file: string): boolean {
  try {
    rmSync(file, { force: true });
    return true;
  } catch {
    return false;
  }
}
