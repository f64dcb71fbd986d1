import { Hole, STRANGER, Text, Token, arnParts, holesIn, isHole, isWildcard } from './text';
import { NO, Truth, YES, all, open } from './truth';

/** AWS names nothing by more: an ARN has at most 2,048 characters. */
const MAX_LENGTH = 2048;

/** Whether a pattern matches a text, in time that grows with the product of their lengths. */
export function matches(pattern: Text, text: Text): Truth {
  return matchedBy(pattern, text, () => false);
}

function matchedBy(pattern: Text, text: Text, isNarrow: (at: number) => boolean): Truth {
  if (isOnlyStars(pattern)) return YES;
  if (Math.max(pattern.length, text.length) > MAX_LENGTH) return open('a text of more than 2,048 characters');
  if (covers(pattern, text, isNarrow)) return YES;
  return overlaps(pattern, text) ? open(...unknowns(pattern, text)) : NO;
}

function isOnlyStars(pattern: Text): boolean {
  return pattern.length > 0 && pattern.every(isStar);
}

/**
 * Whether the pattern of a Resource matches an ARN. A `*` within a part stands for text without a colon; at the end of a part
 * it may reach beyond it. What an ARN lacks at its end is anything.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function matchesResource(pattern: Text, text: Text): Truth {
  const whole = completed(pattern);
  return matchedBy(whole, text, (at) => staysInPart(whole, at));
}

/** Whether the six parts of an ARN match, each by itself, as `ArnLike` and `ArnEquals` compare them. */
export function matchesArn(pattern: Text, text: Text): Truth {
  const [patterns, texts] = [arnParts(pattern), arnParts(text)];
  if (patterns && texts) return all(patterns.map((part, at) => matches(part, texts[at])));
  return matchedBy(pattern, text, (at) => colonsBefore(pattern, at) < 5);
}

/** What decides: not what is the same on both sides, unless there is nothing else. */
function unknowns(pattern: Text, text: Text): string[] {
  const [one, other] = [pattern, text].map((side) => new Set(holesIn(side)));
  const found = [...new Set([...one, ...other])];
  const varying = new Set([...pattern, ...text].flatMap((token) => (isHole(token) && token.varies ? [token.id] : [])));
  const differing = found.filter((id) => varying.has(id) || !(one.has(id) && other.has(id)));
  if (differing.length > 0) return differing;
  return found.length > 0 ? found : ['the form of an ARN'];
}

function completed(pattern: Text): Text {
  const mayHoldColons = pattern.some((token) => isHole(token) && !token.without.includes(':'));
  if (mayHoldColons || [...'arn:'].some((character, at) => pattern[at] !== character)) return pattern;
  const missing = 5 - pattern.filter((token) => token === ':').length;
  return missing > 0
    ? [
        ...pattern,
        ...Array<Token[]>(missing)
          .fill([':', { wildcard: '*' }])
          .flat(),
      ]
    : pattern;
}

function colonsBefore(text: Text, end: number): number {
  let colons = 0;
  for (let at = 0; at < end; at++) {
    const token = text[at];
    if (token === ':') colons++;
    // What may hold colons may hold all five.
    else if (isHole(token) && !token.without.includes(':')) return 5;
  }
  return colons;
}

function staysInPart(pattern: Text, at: number): boolean {
  const next = pattern[at + 1];
  return next !== undefined && next !== ':' && colonsBefore(pattern, at) < 5;
}

/**
 * Whether a pattern matches a text whatever is not known of either.
 *
 * @param isNarrow whether the `*` at a place stands for text without a colon
 */
function covers(pattern: Text, text: Text, isNarrow: (at: number) => boolean): boolean {
  const start = sameStart(pattern, text, (wanted, token) =>
    isHole(wanted) ? isHole(token) && token.id === wanted.id && !token.varies : wanted === token
  );
  const first = pattern[start];
  if (first === undefined || !isWildcard(first)) return start === pattern.length && start === text.length;
  if (isStar(first) && start === pattern.length - 1 && !isNarrow(start)) return true;
  const narrow = pattern.map((token, at) => isStar(token) && isNarrow(at));
  let reached = skipStars(pattern, new Set([start]));
  for (let here = start; here < text.length; here++) {
    const token = text[here];
    const next = new Set<number>();
    for (const at of reached) {
      const wanted = pattern[at];
      if (wanted === undefined) continue;
      if (isStar(wanted)) {
        if (!narrow[at] || !mayBeColon(token)) next.add(at);
      } else if (isHole(wanted)) {
        if (isHole(token) && token.id === wanted.id && !token.varies) next.add(at + 1);
      } else if (wanted === token || (isWildcard(wanted) && typeof token === 'string')) next.add(at + 1);
    }
    if (next.size === 0) return false;
    reached = skipStars(pattern, next);
  }
  return reached.has(pattern.length);
}

/** How many tokens of a pattern, up to its first wildcard, are those of a text: there is one way to match them only. */
function sameStart(pattern: Text, text: Text, isSame: (wanted: Token, token: Token) => boolean): number {
  const length = Math.min(pattern.length, text.length);
  let at = 0;
  while (at < length && !isWildcard(pattern[at]) && isSame(pattern[at], text[at])) at++;
  return at;
}

function isStar(token: Token): boolean {
  return isWildcard(token) && token.wildcard === '*';
}

function mayBeColon(token: Token): boolean {
  return isHole(token) ? !token.without.includes(':') : token === ':';
}

function skipStars(pattern: Text, places: Set<number>): Set<number> {
  for (const at of places) if (at < pattern.length && isStar(pattern[at])) places.add(at + 1);
  return places;
}

/** Whether a pattern can match a text, for some value of what is not known of either. */
function overlaps(pattern: Text, text: Text): boolean {
  const start = sameStart(pattern, text, (wanted, token) => typeof wanted === 'string' && wanted === token);
  if (typeof pattern[start] === 'string' && typeof text[start] === 'string') return false;
  const width = text.length + 1;
  const seen = new Uint8Array((pattern.length + 1) * width);
  const todo = [start * width + start];
  const reach = (at: number, here: number): void => {
    const place = at * width + here;
    if (seen[place] === 0) {
      seen[place] = 1;
      todo.push(place);
    }
  };
  while (todo.length > 0) {
    const place = todo.pop()!;
    const at = Math.floor(place / width);
    const here = place % width;
    const wanted: Token | undefined = pattern[at];
    const token: Token | undefined = text[here];
    if (wanted === undefined && token === undefined) return true;
    if (areOtherNames(pattern, at, text, here)) continue;
    if (wanted !== undefined && (isStar(wanted) || isHole(wanted))) {
      reach(at + 1, here);
      if (
        token !== undefined &&
        (isHole(token) || isStar(wanted) || !(wanted as Hole).without.includes(token as string))
      )
        reach(at, here + 1);
    }
    if (token !== undefined && isHole(token)) {
      reach(at, here + 1);
      if (typeof wanted === 'string' ? !token.without.includes(wanted) : wanted !== undefined && isWildcard(wanted))
        reach(at + 1, here);
    }
    if (typeof token === 'string' && (wanted === token || (wanted !== undefined && isQuestion(wanted))))
      reach(at + 1, here + 1);
  }
  return false;
}

function isQuestion(token: Token): boolean {
  return isWildcard(token) && token.wildcard === '?';
}

/** Whether the unknown parts at two places are whole names of two things of one kind. */
function areOtherNames(pattern: Text, at: number, text: Text, here: number): boolean {
  const [one, other] = [nameAt(pattern, at), nameAt(text, here)];
  if (!one || !other || one.id === other.id) return false;
  return one.kind === other.kind ? one.kind !== undefined : one.kind === STRANGER || other.kind === STRANGER;
}

const DELIMITERS = ':/';

function nameAt(text: Text, at: number): Hole | undefined {
  const token: Token | undefined = text[at];
  if (token === undefined || !isHole(token) || !isDelimiter(text[at - 1]) || !isDelimiter(text[at + 1]))
    return undefined;
  return [...DELIMITERS].every((delimiter) => token.without.includes(delimiter)) ? token : undefined;
}

function isDelimiter(token: Token | undefined): boolean {
  return token === undefined || (typeof token === 'string' && DELIMITERS.includes(token));
}
