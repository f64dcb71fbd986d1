/**
 * What a terminal obeys, and what nobody sees: control characters, marks that turn the direction of writing, characters of no width,
 * blanks other than the space, and glyphs that are empty.
 */
const HIDING = String.raw`[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Z}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800\ufffc\u{13441}\u{13442}\u{16fe4}\u{1d159}]`;
const INVISIBLE = new RegExp(`(?! )${HIDING}`, 'gu');
const INVISIBLE_IN_LINES = new RegExp(`(?![ \n])${HIDING}`, 'gu');
const NAMED: { readonly [char: string]: string } = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A character as JavaScript writes it between quotes, so that code which holds it still means the same. */
function visible(char: string): string {
  const point = char.codePointAt(0)!;
  const hex = point.toString(16);
  if (point <= 0xff) return NAMED[char] ?? `\\x${hex.padStart(2, '0')}`;
  return point <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\u{${hex}}`;
}

/** What hides is shown. */
function shown(text: string): string {
  return text.replace(INVISIBLE, visible);
}

/**
 * Where a CI server would begin to read a command in its log: `::error::` at the beginning of a line, but not the addresses `::1` and `::/0`;
 * `##[error]` and `##vso[…]` anywhere.
 */
const COMMAND = /^ *::(?![ /\d])|##(?=\w*(?:\[|$))/g;

/** Text with its last character before a command written otherwise, so that nothing obeys it. */
function disarmed(text: string, written: (char: string) => string): string {
  return text.replace(COMMAND, (found) => found.slice(0, -1) + written(found.slice(-1)));
}

/** Text on one line, with nothing in it that hides, and nothing that a terminal or the log of a CI server obeys. */
export function oneLine(text: string): string {
  return disarmed(shown(text), visible);
}

/** The lines of a text, each as `oneLine` writes it. */
export function linesOf(text: string): string[] {
  return text.split('\n').map(oneLine);
}

const ENTITIES: { readonly [char: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

const HARMLESS = `,;'"/()%?`;

/** Text that Markdown prints as it is, in a table too. */
export function markdown(text: string): string {
  return shown(text).replace(/[!-/:-@[-`{-~]/g, (char, at: number, whole: string) => {
    const before = whole.slice(Math.max(0, at - 3), at);
    const inWord = char === '-' ? /\w$/.test(before) : char === '.' && /[A-Za-z]$/.test(before) && before !== 'www';
    if (inWord || HARMLESS.includes(char)) return char;
    return '&<>'.includes(char) ? ENTITIES[char] : `\\${char}`;
  });
}

/** Text of our own with code between backticks, as Markdown prints it: what is code already needs no escape. */
export function markdownProse(text: string): string {
  return text
    .split('`')
    .map((part, at) => (at % 2 === 1 ? `\`${part}\`` : markdown(part)))
    .join('');
}

/** A name in Markdown: as code where it cannot break out of code, which is easier to read in the source. */
export function markdownName(text: string): string {
  return /^\w[\w.:/@"[\](), -]*$/.test(text) && !text.endsWith(' ') ? `\`${text}\`` : markdown(text);
}

/**
 * The address of a link that people wrote, where it leads to the web: other schemes run something, or open what lies on the reader's machine. What could
 * end a link or begin a command is percent-encoded.
 */
export function webAddress(link: string): string | undefined {
  if (!/^https:\/\//i.test(link) || !URL.canParse(link)) return undefined;
  const { href, hash } = new URL(link);
  const bare = href.slice(0, href.length - hash.length);
  const written = (text: string): string =>
    text.replace(
      /[^\w\-.~:/?@!$&=%+,;]/g,
      (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
    );
  return hash === '' ? written(bare) : `${written(bare)}#${written(hash.slice(1))}`;
}

/** A title that links to where people say it lies, or both as text where that is no address on the web. */
export function markdownLink(title: string, link: string): string {
  const address = webAddress(link);
  if (address === undefined) return `${markdown(title)} (${markdown(link)})`;
  return `[${markdown(title)}](${address.replace(/&/g, '&amp;')})`;
}

/**
 * Text in a label of Mermaid, between quotes. What is not certainly plain to Mermaid, to Markdown in its labels, or to the
 * Markdown around it, is written as its number. Two dollar signs in a row would begin a formula even so: they are parted.
 */
export function mermaid(text: string): string {
  const parted = shown(text).replace(/\$(?=\$)/g, '$ ');
  return parted.replace(/[^\p{L}\p{M}\p{N} .,/()+=×·→…@_-]/gu, (char) => `#${char.codePointAt(0)};`);
}

/** Text in XML, in an element or between quotes. */
export function xml(text: string): string {
  const escapedText = shown(text).replace(/[&<>"']/g, (char) => ENTITIES[char]);
  return disarmed(escapedText, (char) => `&#${char.codePointAt(0)};`);
}

/** Several lines of text in an element of XML. */
export function xmlLines(text: string): string {
  return text.split('\n').map(xml).join('\n');
}

/** JSON that holds nothing which a terminal, a web page or the log of a CI server would obey; it reads as the same value. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, undefined, 2);
  // The text is long, and what must be escaped is rare: a plain search tells sooner that there is none.
  const visibleOnly = /[^\n -~]/.test(text) ? text.replace(INVISIBLE_IN_LINES, escaped) : text;
  const mayCommand = ['<', '##', '"::', '" '].some((beginning) => visibleOnly.includes(beginning));
  return `${mayCommand ? visibleOnly.replace(/<|##|" *::(?![ /\d])/g, withLastEscaped) : visibleOnly}\n`;
}

function withLastEscaped(found: string): string {
  return found.slice(0, -1) + escaped(found.slice(-1));
}

function escaped(char: string): string {
  return char
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
