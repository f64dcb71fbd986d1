/**
 * A text with every string within its expressions replaced: `${format("%s", var.a)}` by `${format("…", var.a)}`. Strings between quotes, with whatever
 * stands in them, heredocs and comments are such; text around the expressions is not. What does not end, reaches to the end.
 */
export function replaceLiterals(text: string, replace: (literal: string) => string): string {
  if (!/[$%]\{/.test(text)) return text;
  let result = '';
  for (let at = 0; at < text.length;) {
    if (/^(?:\$\$|%%)\{/.test(text.slice(at, at + 3))) {
      result += text.slice(at, at + 3);
      at += 3;
    } else if (/^[$%]\{/.test(text.slice(at, at + 2))) {
      const end = endOfExpression(text, at + 2, (from, to) => {
        result += text.slice(at, from) + replace(text.slice(from, to));
        at = to;
      });
      result += text.slice(at, end);
      at = end;
    } else {
      result += text[at++];
    }
  }
  return result;
}

/** Text with its expressions as messages show them: what they name, and nothing that somebody wrote within them. */
export function withoutLiterals(text: string): string {
  return replaceLiterals(text, (literal) => (literal === '""' ? literal : '"…"'));
}

/** Where an expression ends that begins before a place, whose literals are told to `visit`. */
export function endOfExpression(text: string, start: number, visit?: (from: number, to: number) => void): number {
  let depth = 1;
  for (let at = start; at < text.length; at++) {
    const end = endOfLiteral(text, at);
    if (end > at) {
      visit?.(at, end);
      at = end - 1;
    } else if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at + 1;
  }
  return text.length;
}

/** Where the literal or the comment ends that begins at a place; the place itself where none does. */
function endOfLiteral(text: string, at: number): number {
  const char = text[at];
  if (char === '"') return endOfString(text, at);
  if (char === '#' || text.startsWith('//', at)) return endAt(text, text.indexOf('\n', at), 0);
  if (text.startsWith('/*', at)) return endAt(text, text.indexOf('*/', at + 2), 2);
  const opening = text.startsWith('<<', at) ? /^<<-?(\w+)/.exec(text.slice(at, at + 100)) : null;
  if (!opening) return at;
  for (let line = text.indexOf('\n', at); line >= 0; line = text.indexOf('\n', line + 1)) {
    const first = /^[ \t]*(\w*)/.exec(text.slice(line + 1, line + 200))!;
    if (first[1] === opening[1]) return line + 1 + first[0].length;
  }
  return text.length;
}

function endAt(text: string, found: number, length: number): number {
  return found < 0 ? text.length : found + length;
}

/** A string may hold expressions, which hold strings: the quote that ends it stands outside of them. */
function endOfString(text: string, open: number): number {
  /** Of each string that is open the braces of its expression that are; -1 where none is. */
  const braces = [-1];
  for (let at = open + 1; at < text.length; at++) {
    const char = text[at];
    const top = braces.length - 1;
    if (char === '\\') at++;
    else if (braces[top] < 0) {
      if (char === '"') {
        braces.pop();
        if (braces.length === 0) return at + 1;
      } else if (/^(?:\$\$|%%)\{/.test(text.slice(at, at + 3))) at += 2;
      else if ((char === '$' || char === '%') && text[at + 1] === '{') {
        braces[top] = 1;
        at++;
      }
    } else if (char === '"') braces.push(-1);
    else if (char === '{') braces[top]++;
    else if (char === '}' && --braces[top] === 0) braces[top] = -1;
  }
  return text.length;
}
