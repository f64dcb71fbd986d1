import { replaceInterpolations } from '../../../terraform/expression/scanner';

/** A part of a text that is not known. Parts of the same id are the same text, unless they vary. */
export interface Hole {
  readonly id: string;
  /** Characters that it does not have. */
  readonly without: string;
  /** What it is the name of: two names of one kind differ. */
  readonly kind?: string;
  /** Whether it need not be the same wherever it stands. */
  readonly varies?: boolean;
}

/** The kind of what belongs to somebody of whom nothing is said: it differs from everything that belongs to others. */
export const STRANGER = 'stranger';

/** `*`, which stands for any text, or `?`, which stands for one character. */
export interface Wildcard {
  readonly wildcard: '*' | '?';
}

/** A character, a wildcard of a pattern, or what is not known. */
export type Token = string | Wildcard | Hole;

/** A text or a pattern, as far as it is known. */
export type Text = readonly Token[];

/** What the `${…}` of a configuration stands for. */
export type Symbols = (expression: string) => Text;

/** How a text is read. */
export interface Reading {
  /** Whether `*` and `?` are wildcards. */
  readonly wildcards?: boolean;
  /** Whether upper and lower case are one. */
  readonly folds?: boolean;
  readonly symbols?: Symbols;
  /** What a variable of IAM stands for: `aws:username`. Without it they are plain text, as in policies of 2008. */
  readonly variables?: (name: string, fallback: string | undefined) => Text;
}

export function hole(id: string, without = '', kind?: string): Hole {
  return { id, without, kind };
}

export function isHole(token: Token): token is Hole {
  return typeof token === 'object' && 'id' in token;
}

export function isWildcard(token: Token): token is Wildcard {
  return typeof token === 'object' && 'wildcard' in token;
}

const STAR: Wildcard = { wildcard: '*' };
const ONE: Wildcard = { wildcard: '?' };
/** Stands where an interpolation stood. */
const MARK = '\uE000';
/** `${aws:username}`, `${aws:PrincipalTag/team, 'none'}` */
const VARIABLE = /^\$\{([a-z0-9-]+:[^,}]*?)\s*(?:,\s*'([^']*)'\s*)?\}$/i;

/** Whether a text has nothing in it that stands for something else. */
export function isPlain(written: string): boolean {
  return !/[$%\uE000]/.test(written);
}

/** Policies say the same few actions, hosts and words again and again. */
const SHORT = 48;
const MOST_KNOWN = 4096;
const KNOWN = new Map<string, Text>();

export function textOf(written: string, reading: Reading = {}): Text {
  if (written.length > SHORT || !isPlain(written)) return readText(written, reading);
  const key = `${reading.wildcards ? '*' : ''}${reading.folds ? '/' : ''} ${written}`;
  let text = KNOWN.get(key);
  if (!text) {
    if (KNOWN.size === MOST_KNOWN) KNOWN.clear();
    KNOWN.set(key, (text = readText(written, reading)));
  }
  return text;
}

function readText(written: string, reading: Reading): Text {
  if (written.includes(MARK)) return [hole(written)];
  const interpolations: string[] = [];
  const plain = replaceInterpolations(written, (interpolation) => (interpolations.push(interpolation), MARK));
  const tokens: Token[] = [];
  let next = 0;
  for (const character of plain) {
    if (character === MARK) tokens.push(...interpolated(interpolations[next++], reading));
    else if (reading.wildcards && character === '*') tokens.push(STAR);
    else if (reading.wildcards && character === '?') tokens.push(ONE);
    else tokens.push(reading.folds ? character.toLowerCase() : character);
  }
  return tokens;
}

function interpolated(interpolation: string, reading: Reading): Text {
  const { symbols = (expression) => [hole(expression)], variables } = reading;
  const special = /^\$\{([*?$])\}$/.exec(interpolation);
  if (special) return [special[1]];
  const variable = VARIABLE.exec(interpolation);
  const text = !variable
    ? symbols(interpolation)
    : variables
      ? variables(variable[1], variable[2])
      : [...interpolation];
  return reading.folds ? text.map((token) => (typeof token === 'string' ? token.toLowerCase() : token)) : text;
}

/** A text in which a wildcard stands for something that is not known: `arn:aws:s3:::logs/*` is one of the objects. */
export function someOf(pattern: Text): Text {
  return pattern.map((token) =>
    isWildcard(token) ? { id: 'which of several resources', without: '', varies: true } : token
  );
}

/** The text, where all of it is known. */
export function knownText(text: Text): string | undefined {
  return text.every((token) => typeof token === 'string') ? text.join('') : undefined;
}

/** The ids of what is not known of a text. */
export function holesIn(text: Text): string[] {
  return text.filter(isHole).map(({ id }) => id);
}

/** The six parts of an ARN. `undefined` where there are fewer, or where something unknown may hold a colon. */
export function arnParts(text: Text): readonly Text[] | undefined {
  const parts: Token[][] = [[]];
  for (const token of text) {
    if (token === ':' && parts.length < 6) parts.push([]);
    else if (parts.length < 6 && isHole(token) && !token.without.includes(':')) return undefined;
    else parts[parts.length - 1].push(token);
  }
  return parts.length === 6 ? parts : undefined;
}
