import { readFileSync } from 'node:fs';

const ADDRESS = /(?<![\w.])((?:data\.)?aws_\w+)\.([A-Za-z][\w-]*)/g;
const OF_ANOTHER_STACK =
  /\bdata\.terraform_remote_state\.cross-stack-reference-input-([\w-]+)\.outputs\.(cross-stack-output-[\w-]+)/g;

/**
 * The resources and data sources of several stacks, by their names, as those of one: labels begin with the stack, and what a stack takes of another by its state is what that one
 * gives out.
 */
export function mergedStacks(stackFiles) {
  const stacks = Object.entries(stackFiles).map(([name, file]) => ({
    name,
    ...JSON.parse(readFileSync(file, 'utf8')),
  }));
  const marked = (name, text) => text.replace(ADDRESS, (_all, type, label) => `${type}.${markedLabel(name, label)}`);
  const given = Object.fromEntries(stacks.map(({ name, output }) => [name, output ?? {}]));
  const taken = (text) =>
    text.replace(OF_ANOTHER_STACK, (_all, name, output) =>
      marked(name, given[name][output].value).replace(/^\$\{(.*)\}$/, '$1')
    );
  const merged = { stacks, resource: {}, data: {} };
  for (const { name, ...stack } of stacks) {
    for (const section of ['resource', 'data']) {
      for (const [type, byLabel] of Object.entries(stack[section] ?? {})) {
        for (const [label, body] of Object.entries(byLabel)) {
          merged[section][type] ??= {};
          merged[section][type][markedLabel(name, label)] = JSON.parse(taken(marked(name, JSON.stringify(body))));
        }
      }
    }
  }
  return merged;
}

/** The stack that a label of merged stacks begins with. */
export function stackOf(label) {
  return label.slice(0, label.indexOf('--'));
}

function markedLabel(name, label) {
  return `${name}--${label}`;
}
