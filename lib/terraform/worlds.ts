import { Unknown, Value } from './value';

/**
 * Something that only a plan can tell, and what it may turn out to be.
 *
 * - `branch`: one of the options, nobody knows which;
 * - `each`: every option, each for an instance of its own;
 * - `default`: the option unless somebody sets something else;
 * - `value`: anything;
 * - `part`: a part of a text, anything too: it may make worse what the text around it says, and never better;
 * - `ignored`: what is written, until somebody changes it in the account: Terraform is told to leave that as it is.
 */
export type ChoiceKind = 'branch' | 'each' | 'default' | 'value' | 'part' | 'ignored';

/** The kinds whose options nobody can list. */
export const UNLISTED: readonly ChoiceKind[] = ['value', 'part', 'ignored'];

/** One thing that a reading hung on. */
export interface Choice {
  /** The same for everything that turns out alike. */
  readonly id: string;
  readonly kind: ChoiceKind;
  /** What it may be. None for a `value`. */
  readonly options: readonly Value[];
  /** What it is as long as nothing is assumed. */
  readonly unknown: Value;
  /** The attribute that was read: `aws_sns_topic.kms_master_key_id`. */
  readonly place: string;
}

/** What is assumed of some choices, by their ids. Of all others nothing is known. */
export type World = ReadonlyMap<string, Value>;

/** Choices that were met while something was read, by their ids. */
export type Choices = ReadonlyMap<string, Choice>;

export const NOTHING_ASSUMED: World = new Map();

let world: World = NOTHING_ASSUMED;
let met: Map<string, Choice> | undefined;
let place = '';
let isStrict = false;
let notes = 0;

/** How long a text is that costs as much as meeting a choice does. */
const LONG = 64;

/** How often choices were met until now, long ones for more: what reading costs where it hangs on them. */
export function notesTaken(): number {
  return notes;
}

/** What a choice is in the world that is being read. */
export function choose(kind: ChoiceKind, id: string, unknown: Value, options: readonly Value[] = []): Value {
  note({ id, kind, options, unknown, place });
  return world.has(id) ? world.get(id) : unknown;
}

function note(choice: Choice): void {
  notes += 1 + (choice.unknown instanceof Unknown ? choice.unknown.text.length / LONG : 0);
  if (isStrict && UNLISTED.includes(choice.kind)) return;
  met ??= new Map();
  const known = met.get(choice.id);
  if (known === undefined || (known.kind === 'part' && choice.kind === 'value')) met.set(choice.id, choice);
}

/** Reads something, and tells which choices it hangs on. They count as met only once they are noted again. */
export function noting<T>(read: () => T): { readonly value: T; readonly choices: Choices | undefined } {
  return apart(read, withChoices);
}

function withChoices<T>(
  value: T,
  choices: Choices | undefined
): { readonly value: T; readonly choices: Choices | undefined } {
  return { value, choices };
}

/** What is read, or `HANGING` where it hangs on choices. Nearly nothing does: it is to cost as good as nothing. */
export function unlessHanging<T>(read: () => T): T | typeof HANGING {
  return apart<T, T | typeof HANGING>(read, orHanging);
}

function orHanging<T>(value: T, choices: Choices | undefined): T | typeof HANGING {
  return choices === undefined ? value : HANGING;
}

export const HANGING = Symbol('hanging');

/** Reads something whose choices are no choices of what is being read around it. */
function apart<T, R>(read: () => T, settle: (value: T, choices: Choices | undefined) => R): R {
  const outer = met;
  const wasStrict = isStrict;
  met = undefined;
  isStrict = false;
  try {
    return settle(read(), met);
  } finally {
    met = outer;
    isStrict = wasStrict;
  }
}

/** Notes choices that were met before. */
export function noteAgain(choices: Choices | undefined): void {
  if (choices !== undefined) for (const choice of choices.values()) note(choice);
}

/** Notes the choices of a part of an expression, which itself may be anything where they are not known. */
export function noteParts(choices: Choices | undefined): void {
  if (choices === undefined) return;
  for (const choice of choices.values()) if (choice.kind !== 'value' && choice.kind !== 'part') note(choice);
}

/** Notes the choices of a part of a text. */
export function noteWithin(choices: Choices | undefined): void {
  if (choices === undefined) return;
  for (const choice of choices.values()) note(choice.kind === 'value' ? { ...choice, kind: 'part' } : choice);
}

/** What is assumed of choices in the world that is being read. */
export function assumptionsOf(choices: Choices): World {
  if (world.size === 0) return NOTHING_ASSUMED;
  const assumed = new Map<string, Value>();
  for (const [id, value] of world) if (choices.has(id)) assumed.set(id, value);
  return assumed;
}

/** Reads something under assumptions. */
export function inWorld<T>(assumed: World, read: () => T): T {
  const outer = world;
  world = assumed;
  try {
    return read();
  } finally {
    world = outer;
  }
}

/** Reads something under one assumption more. */
export function alsoAssuming<T>(id: string, value: Value, read: () => T): T {
  return inWorld(new Map([...world, [id, value]]), read);
}

/** Reads an attribute: choices that are met belong to it. */
export function at<T>(attribute: () => string, read: () => T): T {
  const outer = place;
  place = attribute();
  try {
    return read();
  } finally {
    place = outer;
  }
}

/** Reads a part of an attribute: `.cidr_blocks`, or `[]` for an item of a list. */
export function inPart<T>(path: string, read: () => T): T {
  return at(() => `${place}${path}`, read);
}

/** Reads what is taken at its word: where it is not known the strict side counts, and nobody asks what else it may be. */
export function strictly<T>(read: () => T): T {
  const wasStrict = isStrict;
  isStrict = true;
  try {
    return read();
  } finally {
    isStrict = wasStrict;
  }
}
