import { endOfExpression } from './literals';
import { rounded } from './operators';
import { withoutMarkers } from './trim-markers';

/** What an expression names: `aws_kms_key.main.arn`, without indices. */
const REFERENCE =
  /(?<![\w.])(?:data\.)?[a-z][a-z0-9_]*\.[A-Za-z_][\w-]*(?:(?:\[[^\][]{0,256}\]|\.\*)*\.[A-Za-z_][\w-]*)*/g;

const ESCAPES: { readonly [escape: string]: string } = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

/** Text that is no expression of HCL, or one that is not read. */
export class SyntaxProblem extends Error {}

/** What an expression, or the interpolations of a string, refer to, without indices. Text within them names nothing. */
export function referencesIn(text: string): string[] {
  const code: string[] = [];
  if (!text.includes('${') || text.includes('%{')) code.push(text);
  else replaceInterpolations(text, (interpolation) => (code.push(interpolation), ''));
  return code.flatMap((part) =>
    [...part.replace(LITERAL, '""').matchAll(REFERENCE)].map((match) => match[0].replace(/\[[^\][]*\]|\.\*/g, ''))
  );
}

/** Text between quotes that no interpolation stands in. The key of an instance stays. */
const LITERAL = /(?<!\[)"(?:[^"\\$%]|\\.)*"/g;

/**
 * Replaces the interpolations of a template by what `replace` returns, and leaves the text around them as it is.
 * Quotes and braces within an interpolation do not end it.
 */
export function replaceInterpolations(text: string, replace: (interpolation: string) => string): string {
  if (!text.includes('${')) return text;
  let result = '';
  for (let at = 0; at < text.length;) {
    if (text.startsWith('$${', at)) {
      result += '$${';
      at += 3;
    } else if (text.startsWith('${', at)) {
      const end = endOfExpression(text, at + 2);
      result += replace(text.slice(at, end));
      at = end;
    } else {
      result += text[at++];
    }
  }
  return result;
}

/** Where the string that opens at a place ends. */
function closingQuote(text: string, open: number): number {
  let at = open + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

/** A place in the text of an expression, and the tokens of HCL that can be read there. */
export class Scanner {
  at = 0;

  constructor(readonly text: string) {}

  public get char(): string | undefined {
    return this.text[this.at];
  }

  public get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** Whether text stands here. */
  public sees(text: string): boolean {
    return this.text.startsWith(text, this.at);
  }

  /** Steps over text, if it stands here. */
  public skip(text: string): boolean {
    const isHere = this.sees(text);
    if (isHere) this.at += text.length;
    return isHere;
  }

  public expect(text: string): void {
    if (!this.skip(text)) throw new SyntaxProblem(`expected ${text}`);
  }

  /** Whether a pattern matches here. Only so many characters are looked at, so that reading stays linear. */
  public matches(pattern: RegExp, length: number): RegExpExecArray | null {
    return pattern.exec(this.text.slice(this.at, this.at + length));
  }

  /** Reads what a pattern matches here. */
  public take(pattern: RegExp, length: number): RegExpExecArray | null {
    const found = this.matches(pattern, length);
    if (found) this.at += found[0].length;
    return found;
  }

  public identifier(): string {
    const found = this.take(/^[A-Za-z_][\w-]*/, 512);
    if (!found) throw new SyntaxProblem('identifier');
    return found[0];
  }

  public number(): number | undefined {
    const found = this.take(/^\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/, 40);
    if (found && rounded(Number(found[0])) === undefined) throw new SyntaxProblem('digits');
    return found ? Number(found[0]) : undefined;
  }

  /** The character that an escape between quotes stands for. */
  public escape(): string {
    const simple = ESCAPES[this.text[this.at + 1]] as string | undefined;
    if (simple !== undefined) {
      this.at += 2;
      return simple;
    }
    const unicode = this.take(/^\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/, 10);
    const point = unicode ? parseInt(unicode[1] ?? unicode[2], 16) : Infinity;
    if (point > 0x10ffff) throw new SyntaxProblem('escape');
    return String.fromCodePoint(point);
  }

  /** The text of a heredoc, without the indent that `<<-` takes away. */
  public heredoc(): string {
    const opening = this.take(/^<<(-?)([A-Za-z_]\w*)\r?\n/, 100);
    if (!opening) throw new SyntaxProblem('heredoc');
    const lines: string[] = [];
    for (;;) {
      const end = this.text.indexOf('\n', this.at);
      const line = this.text.slice(this.at, end < 0 ? undefined : end);
      const closing = /^[ \t]*(\w+)[ \t]*(?=\r?$|\})/.exec(line);
      if (closing?.[1] === opening[2]) {
        this.at += closing[0].length;
        break;
      }
      if (end < 0) throw new SyntaxProblem('heredoc');
      lines.push(line);
      this.at = end + 1;
    }
    lines.push('');
    return opening[1] ? withoutMarkers(lines.join('\n'), true) : lines.join('\n');
  }

  /** Steps to where the argument, item or line that an operator belongs to ends. */
  public skipOperation(): void {
    let depth = 0;
    for (; !this.isAtEnd; this.at++) {
      const char = this.text[this.at];
      if (char === '"') this.at = closingQuote(this.text, this.at);
      else if ('([{'.includes(char)) depth++;
      else if (')]}'.includes(char)) {
        if (depth === 0) break;
        depth--;
      } else if (depth === 0 && (char === ',' || char === '\n')) break;
    }
  }

  /** Steps over white space and comments, within a line or beyond. */
  public space(space = /\s/): void {
    for (;;) {
      while (space.test(this.char ?? '')) this.at++;
      if (this.char === '#' || this.sees('//')) {
        while (!this.isAtEnd && this.char !== '\n') this.at++;
      } else if (this.sees('/*')) {
        const end = this.text.indexOf('*/', this.at);
        this.at = end < 0 ? this.text.length : end + 2;
      } else return;
    }
  }

  public inlineSpace(): void {
    this.space(/[ \t]/);
  }
}
