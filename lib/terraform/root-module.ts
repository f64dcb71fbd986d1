import { basename } from 'node:path';
import { requireSyntax, rootOf } from './json-syntax';
import { isOverride, override } from './overrides';
import { Digests, readJson } from './read-json';
import { shownPath } from './shown-path';
import { UnreadableInput } from './unreadable-input';
import { JsonObject, asBlocks, isJsonObject } from './value';

/** Terraform reads every file of a directory as one: their blocks stand beside each other, and override files are merged into them. */
export function readRootModule(files: readonly string[], digests?: Digests): JsonObject {
  const module = Object.create(null) as JsonObject;
  for (const file of files.filter((it) => !isOverride(basename(it)))) {
    const json = readFile(file, digests);
    for (const [key, value] of Object.entries(json)) {
      if (key !== '//') module[key] = [...asBlocks(module[key]), ...asBlocks(value)];
      else if (module[key] === undefined || (isJsonObject(value) && value.toms !== undefined)) module[key] = value;
    }
  }
  for (const file of files.filter((it) => isOverride(basename(it)))) {
    override(module, shownPath(file), readFile(file, digests));
  }
  return module;
}

function readFile(file: string, digests: Digests | undefined): JsonObject {
  const json = rootOf(readJson(file, digests));
  if (!isJsonObject(json))
    throw new UnreadableInput(shownPath(file), 'is no JSON object, so it is no Terraform configuration');
  requireSyntax(shownPath(file), json);
  return json;
}
