import { markdown, markdownName, markdownProse, oneLine } from '../escape';

/** A string of OSCAL is one line, has no blanks around it, and is never empty. What it cannot hold is shown as an escape. */
export function string(value: string): string {
  const line = oneLine(value);
  const begun = line.trimStart();
  const plain = begun.trimEnd();
  return `${blanks(line.length - begun.length)}${plain}${blanks(begun.length - plain.length)}` || '(empty)';
}

function blanks(count: number): string {
  return '\\x20'.repeat(count);
}

/** Text on one line of Markdown, which is what OSCAL has in titles and descriptions. */
export function markup(value: string): string {
  return plainer(markdown(string(value)));
}

/** Text of our own, with code between backticks. */
export function prose(text: string): string {
  return plainer(markdownProse(text));
}

/** The name of something, such as an address. */
export function name(value: string): string {
  return markdownName(string(value));
}

/** Many tools show Markdown as it is written, and a point between digits needs no escape. */
function plainer(text: string): string {
  return text.replace(/(\d)\\\.(?=\d)/g, '$1.');
}

/** A path or an address as a reference, whatever is in it. */
export function reference(path: string): string {
  // What is half of a character has no place in a reference.
  const whole = Buffer.from(path).toString();
  return whole.split('/').map(encodeURIComponent).join('/');
}

const CHARS = "(?:[\\w\\-.~!$&'()*+,;=@/:?]|%[\\dA-Fa-f]{2})*";
/** What a viewer may make a link of, and that runs nothing. */
const SCHEME = '(?:[Hh][Tt][Tt][Pp][Ss]?|[Mm][Aa][Ii][Ll][Tt][Oo]|[Uu][Rr][Nn]):';
const HOST = '//[\\w.-]+(?::\\d+)?(?![^/?#])';

/** A reference as RFC 3986 has it: with a scheme, or without one and without a colon that would look like one. */
const REFERENCE = new RegExp(`^(?:${SCHEME}(?:${HOST}|(?!//))|(?!//)(?![^/?#]*:))${CHARS}(?:#${CHARS})?$`);

/** The address of a document that somebody wrote down, as a reference. What is none becomes the name of a file. */
export function link(address: string): string {
  return REFERENCE.test(address) ? address : reference(address);
}
