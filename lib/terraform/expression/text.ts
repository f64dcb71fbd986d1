/** What Terraform takes for white space. */
const SPACES =
  '\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000';

/** What every Node that is supported has, and the library of types that jsii compiles with does not know. */
interface Segmenter {
  segment(text: string): Iterable<{ readonly segment: string }>;
}
type Segmenters = { readonly Segmenter: new (locale: string, options: { granularity: 'grapheme' }) => Segmenter };

const SEGMENTS = new (Intl as unknown as Segmenters).Segmenter('en', { granularity: 'grapheme' });

/** The characters of a text, as a reader counts them. */
export function characters(text: string): string[] {
  // ASCII, but for the two characters that may end a line as one.
  if (/^[\x00-\x0c\x0e-\x7f]*$/.test(text)) return text.split('');
  return Array.from(SEGMENTS.segment(text.normalize()), ({ segment }) => segment);
}

/** Upper case, letter by letter: those that would become several stay. */
export function upper(text: string): string {
  return eachLetter(text, (letter) => letter.toUpperCase());
}

/** Lower case, letter by letter. */
export function lower(text: string): string {
  return eachLetter(text, (letter) => [...letter.toLowerCase()][0]);
}

/** Upper case for each letter that begins a word. */
export function title(text: string): string {
  // What is no letter of ASCII ends a word only where it is a space.
  return text.replace(/(?<![\p{L}\p{N}_]|[^\x00-\x7f\s])\p{L}/gu, upper);
}

function eachLetter(text: string, change: (letter: string) => string): string {
  return text.replace(/\p{L}/gu, (letter) => {
    const [changed, ...more] = change(letter);
    return more.length === 0 ? changed : letter;
  });
}

/** A text without the characters of a set around it. */
export function trimmed(text: string, cutset = SPACES): string {
  const [letters, cut] = [[...text], new Set(cutset)];
  let [start, end] = [0, letters.length];
  while (start < end && cut.has(letters[start])) start++;
  while (end > start && cut.has(letters[end - 1])) end--;
  return letters.slice(start, end).join('');
}

/** Terraform's `substr`, whose length may be negative for the rest. `undefined` where it refuses. */
export function substr(text: string, offset: number, length: number): string | undefined {
  if (!Number.isInteger(offset) || !Number.isInteger(length)) return undefined;
  const all = characters(text);
  const start = offset < 0 ? Math.max(0, all.length + offset) : offset;
  return all.slice(start, length < 0 ? undefined : start + length).join('');
}
