const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const NAMED: { readonly [char: string]: string } = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A character as JavaScript writes it between quotes, so that code which holds it still means the same. */
function visible(char: string): string {
  const point = char.codePointAt(0)!;
  const hex = point.toString(16);
  if (point <= 0xff) return NAMED[char] ?? `\\x${hex.padStart(2, '0')}`;
  return point <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\u{${hex}}`;
}

/**
 * Text on one line, with nothing in it that a terminal obeys or that hides: control characters, line ends, marks that
 * turn the direction of writing.
 */
export function oneLine(text: string): string {
  return text.replace(INVISIBLE, visible);
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
  return oneLine(text).replace(/[!-/:-@[-`{-~]/g, (char, at: number, whole: string) => {
    const before = whole.slice(Math.max(0, at - 3), at);
    const inWord = char === '-' ? /\w$/.test(before) : char === '.' && /[A-Za-z]$/.test(before) && before !== 'www';
    if (inWord || HARMLESS.includes(char)) return char;
    return '&<>'.includes(char) ? ENTITIES[char] : `\\${char}`;
  });
}

/** A name in Markdown: as code where it cannot break out of code, which is easier to read in the source. */
export function markdownName(text: string): string {
  return /^\w[\w.:/@"[\](), -]*$/.test(text) && !text.endsWith(' ') ? `\`${text}\`` : markdown(text);
}

/**
 * Text in a label of Mermaid, between quotes. What is not certainly plain to Mermaid, to Markdown in its labels, or to the
 * Markdown around it, is written as its number. Two dollar signs in a row would begin a formula even so: they are parted.
 */
export function mermaid(text: string): string {
  const parted = oneLine(text).replace(/\$(?=\$)/g, '$ ');
  return parted.replace(/[^\p{L}\p{M}\p{N} .,/()+=×·→…@_-]/gu, (char) => `#${char.codePointAt(0)};`);
}

/** Text in XML, in an element or between quotes. */
export function xml(text: string): string {
  return oneLine(text)
    .replace(/[&<>"']/g, (char) => ENTITIES[char])
    .replace(/[\ufffe\uffff]/g, '');
}

/** Several lines of text in an element of XML. */
export function xmlLines(text: string): string {
  return text.split('\n').map(xml).join('\n');
}

/** JSON that holds no character which a terminal or a web page would obey; it reads as the same value. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, undefined, 2);
  return `${text.replace(/[<\u007f-\u009f\u2028\u2029]|\p{Cf}/gu, escaped)}\n`;
}

function escaped(char: string): string {
  return char
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
