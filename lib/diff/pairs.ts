import { Model } from '../terraform/model';
import { labelled } from '../terraform/read-configuration';
import { Resource, Stack } from '../terraform/stack';
import { asBlocks, isJsonObject } from '../terraform/value';

/** A stack before and after. One of them is missing where it is new, or gone. */
export interface StackPair {
  /** What it is called now, or was. */
  readonly name: string;
  readonly before?: Stack;
  readonly after?: Stack;
  /** Whether inputs and local values are the same: then what is written the same means the same. */
  readonly hasSameInputs: boolean;
}

/** A resource or data source before and after. */
export interface ResourcePair {
  readonly stack: StackPair;
  readonly before?: Resource;
  readonly after?: Resource;
}

/** What is compared with what. */
export interface Pairs {
  readonly stacks: readonly StackPair[];
  readonly resources: readonly ResourcePair[];
  /** `stack:address` of what stood before, as it is called now. */
  readonly nowCalled: (qualifiedAddress: string) => string;
  /** Text of a body that names other resources, in the addresses of now. `undefined` where none of them has moved. */
  readonly inAddressesOfNow: (stack: StackPair) => ((text: string) => string) | undefined;
  readonly moved: number;
}

/** The address of a resource in a reference to it. */
const NAMED = /\b(?:data\.)?\w+\.[\w-]+(?=\.)/g;

/** Pairs what is called the same, or was moved. Where there is one stack on each side, these two are meant, whatever they are called. */
export function pairsOf(before: Model, after: Model): Pairs {
  const stacks = stackPairs(before.stacks, after.stacks);
  const resources: ResourcePair[] = [];
  const names = new Map<string, string>();
  const renamed = new Map<StackPair, ReadonlyMap<string, string>>();
  const otherwiseCalled = stacks.filter((pair) => pair.before && pair.before.name !== pair.name);
  let moved = 0;
  for (const stack of stacks) {
    const left = new Map((stack.before?.resources ?? []).map((resource) => [resource.address, resource]));
    const moves = movesOf(stack.after);
    const found = new Map<string, string>();
    const isRenamed = stack.before !== undefined && stack.before.name !== stack.name;
    for (const resource of stack.after?.resources ?? []) {
      const from = formerAddress(resource.address, moves, left);
      const former = left.get(from);
      if (former) left.delete(from);
      if (former && from !== resource.address) {
        moved++;
        found.set(former.key, resource.key);
      }
      if (former && (from !== resource.address || isRenamed))
        names.set(former.qualifiedAddress, resource.qualifiedAddress);
      resources.push({ stack, before: former, after: resource });
    }
    for (const resource of left.values()) resources.push({ stack, before: resource });
    renamed.set(stack, found);
  }
  return {
    stacks,
    resources,
    moved,
    nowCalled: (address) => names.get(address) ?? renamedStack(address, otherwiseCalled),
    inAddressesOfNow: (stack) => {
      const moves = renamed.get(stack);
      if (!moves || moves.size === 0) return undefined;
      return (text) => text.replace(NAMED, (address) => moves.get(address) ?? address);
    },
  };
}

function stackPairs(before: readonly Stack[], after: readonly Stack[]): StackPair[] {
  if (before.length === 1 && after.length === 1) {
    return [paired(after[0].name, before[0], after[0])];
  }
  const left = new Map(before.map((stack) => [stack.name, stack]));
  const pairs = after.map((stack): StackPair => {
    const former = left.get(stack.name);
    left.delete(stack.name);
    return paired(stack.name, former, stack);
  });
  return [...pairs, ...[...left.values()].map((stack) => paired(stack.name, stack, undefined))];
}

function paired(name: string, before: Stack | undefined, after: Stack | undefined): StackPair {
  const [was, is] = [before, after].map((stack) => JSON.stringify([stack?.json?.variable, stack?.json?.locals]));
  return { name, before, after, hasSameInputs: was === is };
}

/** The address that a moved resource had, by the address that it has. */
function movesOf(stack: Stack | undefined): ReadonlyMap<string, string> {
  const json = stack?.json;
  if (!stack || !json) return new Map();
  const moves = new Map<string, string>();
  for (const source of [json, stack.configuration?.json]) {
    for (const { from, to } of asBlocks(source?.moved))
      if (typeof from === 'string' && typeof to === 'string') moves.set(plain(to), plain(from));
  }
  for (const { address, previous_address: previous } of asBlocks(json.resource_changes))
    if (typeof address === 'string' && typeof previous === 'string') moves.set(address, previous);
  return moves;
}

function plain(address: string): string {
  return address.replace(/^\$\{(.*)\}$/, '$1');
}

/** Follows the moves of an address, and of the modules and counted resources that it lies in, to one that stood before. */
function formerAddress(
  address: string,
  moves: ReadonlyMap<string, string>,
  stood: ReadonlyMap<string, Resource>
): string {
  let at = address;
  for (let step = 0; step < moves.size && !stood.has(at); step++) {
    const to = beginningsOf(at).find((beginning) => moves.has(beginning));
    if (to === undefined) break;
    at = `${moves.get(to)}${at.slice(to.length)}`;
  }
  return at;
}

/** An address, and what it lies in, from the inside out: `module.a.aws_x.y[0]`, `module.a.aws_x.y`, `module.a.aws_x`, and so on. */
function beginningsOf(address: string): string[] {
  const ends = [...address.matchAll(/[[.]/g)].map(({ index }) => index).reverse();
  return [address, ...ends.map((end) => address.slice(0, end))];
}

function renamedStack(address: string, stacks: readonly StackPair[]): string {
  const pair = stacks.find(
    ({ before, name }) => before && before.name !== name && address.startsWith(`${before.name}:`)
  );
  return pair?.before ? `${pair.name}${address.slice(pair.before.name.length)}` : address;
}

/** Whether two systems have nothing in common, so that comparing them would only list everything twice. */
export function areUnrelated({ resources }: Pairs): boolean {
  const managed = resources.filter(({ before, after }) => (after ?? before)?.mode === 'managed');
  const sides = [managed.some(({ before }) => before), managed.some(({ after }) => after)];
  return sides.every(Boolean) && !managed.some(({ before, after }) => before && after);
}

/** The outputs, providers and backends of a stack, as bodies that can be compared: what they are called, and what stands in them. */
export function settingsOf(stack: Stack | undefined): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  const json = stack?.json;
  if (!json || typeof json.format_version === 'string') return found;
  for (const terraform of asBlocks(json.terraform))
    for (const backend of asBlocks(terraform.backend))
      for (const [type, body] of Object.entries(backend)) found.set(`terraform.backend.${type}`, body);
  for (const [name, body] of labelled(json.provider)) {
    const alias = typeof body.alias === 'string' ? `.${body.alias}` : '';
    found.set(`provider.${name}${alias}`, body);
  }
  for (const [name, body] of labelled(json.output)) found.set(`output.${name}`, isJsonObject(body) ? body : {});
  return found;
}
