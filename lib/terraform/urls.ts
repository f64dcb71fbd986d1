/** What ends an address within a sentence. */
const END = /[\s"'`<>]/;

/**
 * Text in which no address says who calls it, or with what: without user, password, query and fragment.
 *
 * @param isWhole whether the text is one value, so that blanks and quotes in it are part of a password, and end no address
 */
export function withoutCredentials(text: string, isWhole = false): string {
  let result = '';
  let at = 0;
  for (let scheme = text.indexOf('://'); scheme >= 0; scheme = text.indexOf('://', at)) {
    const start = scheme + 3;
    result += text.slice(at, start);
    at = start;
    while (at < text.length && (isWhole || !END.test(text[at]))) at++;
    result += bare(text.slice(start, at));
  }
  return result + text.slice(at);
}

/** An address after its scheme. A password that holds a slash or a question mark as it is has its `@` behind them; so has an address within it. */
function bare(address: string): string {
  const authority = address.slice(0, indexOr(address, /[/?#;]/));
  const isPlain = authority.includes('@') || /^[^:[]*(?::\d*)?$|^\[[^\]]*\](?::\d*)?$/.test(authority);
  const from = (isPlain && !address.includes('://') ? authority : address).lastIndexOf('@') + 1;
  const rest = address.slice(from);
  return rest.slice(0, indexOr(rest, /[?#;]/));
}

function indexOr(text: string, pattern: RegExp): number {
  const found = text.search(pattern);
  return found < 0 ? text.length : found;
}
