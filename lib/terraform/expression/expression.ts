import { EncodedJson, Json, Unknown, Value, isJsonObject, isUnknown } from '../value';

/** Looks up what an expression names. Returns `undefined` where the name stays unknown. */
export type Lookup = (reference: readonly string[]) => Value;

const SIMPLE_REFERENCE = /^\$\{((?:data\.)?[a-z][a-z0-9_]*\.[A-Za-z_][\w-]*(?:\.[A-Za-z_]\w*)+)\}$/;
const LOCAL_ROOTS = /^(?:local|var|each|count|path|self|terraform|module)\./;
const MAX_DEPTH = 200;

/** Reads JSON as Terraform does: every string in it is a template. */
export function evaluate(json: Json | undefined, lookup: Lookup, depth = 0): Value {
  if (json === null || json === undefined) return undefined;
  if (typeof json === 'string') return evaluateTemplate(json, lookup, depth);
  if (typeof json !== 'object') return json;
  if (Array.isArray(json)) return json.map((item) => evaluate(item, lookup, depth + 1));
  const result: { [key: string]: Value } = Object.create(null) as { [key: string]: Value };
  for (const key of Object.keys(json)) result[key] = evaluate(json[key], lookup, depth + 1);
  return result;
}

/** Reads one string: text with `${…}` in it, `$${` for a literal `${`. */
export function evaluateTemplate(text: string, lookup: Lookup, depth = 0): Value {
  if (!text.includes('${') && !text.includes('%{')) return text;
  const simple = SIMPLE_REFERENCE.exec(text);
  if (simple && !LOCAL_ROOTS.test(simple[1])) return new Unknown(text, [simple[1]]);
  const joined = joinedReferences(text);
  if (joined) return joined;
  if (depth > MAX_DEPTH) return new Unknown(text, referencesIn(text));
  try {
    return new Parser(text, lookup, depth).wholeTemplate();
  } catch (error) {
    if (error instanceof SyntaxProblem) return new Unknown(text, referencesIn(text));
    throw error;
  }
}

/** Text around plain references, which is what policies are full of: read without the parser. */
function joinedReferences(text: string): Unknown | undefined {
  if (text.includes('%{') || text.includes('$${')) return undefined;
  const references: string[] = [];
  for (let start = text.indexOf('${'); start >= 0; start = text.indexOf('${', start + 2)) {
    const end = text.indexOf('}', start);
    const simple = end < 0 ? null : SIMPLE_REFERENCE.exec(text.slice(start, end + 1));
    if (!simple || LOCAL_ROOTS.test(simple[1])) return undefined;
    references.push(simple[1]);
  }
  return new Unknown(text, references);
}

/** What the interpolations of a string refer to, without indices. */
export function referencesIn(text: string): string[] {
  const found: string[] = [];
  for (const match of text.matchAll(
    /(?<![\w.])(?:data\.)?[a-z][a-z0-9_]*\.[A-Za-z_][\w-]*(?:(?:\[[^\]]*\]|\.\*)*\.[A-Za-z_]\w*)*/g
  )) {
    found.push(match[0].replace(/\[[^\]]*\]|\.\*/g, ''));
  }
  return found;
}

/**
 * Replaces the interpolations of a template by what `replace` returns, and leaves the text around them alone.
 * Quotes and braces within an interpolation do not end it.
 */
export function replaceInterpolations(text: string, replace: (interpolation: string) => string): string {
  let result = '';
  for (let at = 0; at < text.length;) {
    if (text.startsWith('$${', at)) {
      result += '$${';
      at += 3;
    } else if (text.startsWith('${', at)) {
      const end = endOfInterpolation(text, at + 2);
      result += replace(text.slice(at, end));
      at = end;
    } else {
      result += text[at++];
    }
  }
  return result;
}

function endOfInterpolation(text: string, start: number): number {
  let depth = 1;
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (char === '"') {
      for (at++; at < text.length && text[at] !== '"'; at++) if (text[at] === '\\') at++;
    } else if (char === '{') depth++;
    else if (char === '}' && --depth === 0) return at + 1;
  }
  return text.length;
}

class SyntaxProblem extends Error {}

/** Reads the part of HCL's expression language whose value can be told without a plan; the rest becomes `Unknown`. */
class Parser {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly lookup: Lookup,
    private readonly depth: number
  ) {}

  wholeTemplate(): Value {
    return this.template(() => this.at >= this.text.length, false);
  }

  /** A template up to where `ended` holds; `escapes` where it stands between quotes. */
  private template(ended: () => boolean, escapes: boolean): Value {
    const parts: Value[] = [];
    const start = this.at;
    let literal = '';
    while (!ended()) {
      if (this.at >= this.text.length) throw new SyntaxProblem('unterminated template');
      if (this.text.startsWith('$${', this.at) || this.text.startsWith('%%{', this.at)) {
        literal += this.text.slice(this.at + 1, this.at + 3);
        this.at += 3;
      } else if (this.text.startsWith('%{', this.at)) {
        throw new SyntaxProblem('directive');
      } else if (this.text.startsWith('${', this.at)) {
        if (literal !== '') parts.push(literal);
        literal = '';
        this.at += 2;
        if (this.text[this.at] === '~') this.at++;
        parts.push(this.expression());
        this.space();
        if (this.text[this.at] === '~') this.at++;
        this.expect('}');
      } else if (escapes && this.text[this.at] === '\\') {
        literal += this.escape();
      } else {
        literal += this.text[this.at++];
      }
    }
    if (literal !== '' || parts.length === 0) parts.push(literal);
    if (parts.length === 1) return parts[0];
    return this.join(parts, this.text.slice(start, this.at));
  }

  private join(parts: Value[], source: string): Value {
    let result = '';
    const references: string[] = [];
    let known = true;
    for (const part of parts) {
      if (isUnknown(part)) {
        known = false;
        references.push(...part.references);
      } else if (typeof part === 'string' || typeof part === 'number' || typeof part === 'boolean') {
        result += String(part);
      } else {
        known = false;
      }
    }
    return known ? result : new Unknown(source, references);
  }

  private escape(): string {
    const next = this.text[this.at + 1];
    const simple: { [escape: string]: string } = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };
    if (next in simple) {
      this.at += 2;
      return simple[next];
    }
    const unicode = /^\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/.exec(this.text.slice(this.at, this.at + 10));
    if (!unicode) throw new SyntaxProblem('escape');
    this.at += unicode[0].length;
    const point = parseInt(unicode[1] ?? unicode[2], 16);
    if (point > 0x10ffff) throw new SyntaxProblem('escape');
    return String.fromCodePoint(point);
  }

  private expression(): Value {
    if (this.nesting++ > MAX_DEPTH) throw new SyntaxProblem('too deep');
    this.space();
    const start = this.at;
    const value = this.operand();
    this.inlineSpace();
    this.nesting--;
    if (/^(?:[-+*/%<>?]|==|!=|&&|\|\|)/.test(this.text.slice(this.at, this.at + 2))) return this.operation(start);
    return value;
  }
  private nesting = 0;

  /** An operator decides the value: what it works on is named, not computed. */
  private operation(start: number): Value {
    let depth = 0;
    for (; this.at < this.text.length; this.at++) {
      const char = this.text[this.at];
      if (char === '"') {
        for (this.at++; this.at < this.text.length && this.text[this.at] !== '"'; this.at++) {
          if (this.text[this.at] === '\\') this.at++;
        }
      } else if ('([{'.includes(char)) depth++;
      else if (')]}'.includes(char)) {
        if (depth === 0) break;
        depth--;
      } else if (depth === 0 && (char === ',' || char === '\n')) break;
    }
    const source = this.text.slice(start, this.at);
    return new Unknown(source, referencesIn(source));
  }

  private operand(): Value {
    const char = this.text[this.at];
    if (char === '"') {
      this.at++;
      const value = this.template(() => this.text[this.at] === '"', true);
      this.at++;
      return value;
    }
    if (char === '[') return this.list();
    if (char === '{') return this.object();
    if (char === '(') {
      this.at++;
      const value = this.expression();
      this.space();
      this.expect(')');
      return value;
    }
    if (this.text.startsWith('<<', this.at)) return this.heredoc();
    if (char === '!' || char === '-') {
      const start = this.at++;
      const value = this.operand();
      if (char === '-' && typeof value === 'number') return -value;
      if (char === '!' && typeof value === 'boolean') return !value;
      return new Unknown(this.text.slice(start, this.at), isUnknown(value) ? value.references : []);
    }
    const number = /^\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/.exec(this.text.slice(this.at, this.at + 40));
    if (number) {
      this.at += number[0].length;
      return Number(number[0]);
    }
    return this.named();
  }

  private named(): Value {
    const start = this.at;
    const name = this.identifier();
    if (this.text[this.at] === '(') return this.call(name, start);
    if (name === 'true') return true;
    if (name === 'false') return false;
    if (name === 'null') return undefined;
    const path = [name];
    for (;;) {
      if (this.text.startsWith('.*', this.at)) this.at += 2;
      else if (this.text.startsWith('[*]', this.at)) this.at += 3;
      else if (this.text[this.at] === '.') {
        this.at++;
        const digits = /^\d+/.exec(this.text.slice(this.at, this.at + 10));
        if (digits) this.at += digits[0].length;
        else path.push(this.identifier());
      } else if (this.text[this.at] === '[') {
        this.at++;
        this.expression();
        this.space();
        this.expect(']');
      } else break;
    }
    const found = this.lookup(path);
    return found === undefined ? new Unknown(`\${${this.text.slice(start, this.at)}}`, [path.join('.')]) : found;
  }

  private call(name: string, start: number): Value {
    this.at++;
    const args: Value[] = [];
    for (this.space(); this.text[this.at] !== ')'; this.space()) {
      args.push(this.expression());
      this.space();
      if (this.text[this.at] === ',') this.at++;
      else if (this.text.startsWith('...', this.at)) throw new SyntaxProblem('expansion');
      else if (this.text[this.at] !== ')') throw new SyntaxProblem('argument');
    }
    this.at++;
    const source = this.text.slice(start, this.at);
    const unknown = (): Unknown => new Unknown(`\${${source}}`, referencesIn(source));
    switch (name) {
      case 'jsonencode':
        return new EncodedJson(args[0]);
      case 'toset':
      case 'tolist':
      case 'tomap':
      case 'tostring':
      case 'sensitive':
      case 'nonsensitive':
        return args[0];
      case 'concat':
        return args.every(Array.isArray) ? (args as Value[][]).flat() : unknown();
      case 'merge':
        return args.every(isJsonObject) ? (Object.assign(Object.create(null) as object, ...args) as Value) : unknown();
      default:
        return unknown();
    }
  }

  private list(): Value {
    this.expect('[');
    const items: Value[] = [];
    for (this.space(); this.text[this.at] !== ']'; this.space()) {
      if (/^for\b/.test(this.text.slice(this.at, this.at + 4))) throw new SyntaxProblem('for');
      items.push(this.expression());
      this.space();
      if (this.text[this.at] === ',') this.at++;
      else if (this.text[this.at] !== ']') throw new SyntaxProblem('list');
    }
    this.at++;
    return items;
  }

  private object(): Value {
    this.expect('{');
    const result = Object.create(null) as { [key: string]: Value };
    for (this.space(); this.text[this.at] !== '}'; this.space()) {
      if (/^for\b/.test(this.text.slice(this.at, this.at + 4))) throw new SyntaxProblem('for');
      const bare = /^[A-Za-z_][\w-]*(?=\s*[=:])/.exec(this.text.slice(this.at, this.at + 200));
      const key = bare ? bare[0] : this.expression();
      if (bare) this.at += bare[0].length;
      if (typeof key !== 'string') throw new SyntaxProblem('key');
      this.space();
      if (this.text[this.at] !== '=' && this.text[this.at] !== ':') throw new SyntaxProblem('object');
      this.at++;
      result[key] = this.expression();
      this.inlineSpace();
      if (this.text[this.at] === ',') this.at++;
    }
    this.at++;
    return result;
  }

  private heredoc(): Value {
    const opening = /^<<(-?)([A-Za-z_]\w*)\r?\n/.exec(this.text.slice(this.at, this.at + 100));
    if (!opening) throw new SyntaxProblem('heredoc');
    this.at += opening[0].length;
    const closing = new RegExp(`^[ \\t]*${opening[2]}[ \\t]*(?=\\r?\\n|\\}|$)`, 'm');
    const rest = this.text.slice(this.at);
    const end = closing.exec(rest);
    if (!end) throw new SyntaxProblem('heredoc');
    let body = rest.slice(0, end.index);
    this.at += end.index + end[0].length;
    if (opening[1]) {
      const lines = body.split('\n');
      const indents = lines.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)![0].length);
      const indent = Math.min(...indents, 1000);
      body = lines.map((line) => line.slice(Math.min(indent, line.length))).join('\n');
    }
    return evaluateTemplate(body, this.lookup, this.depth + 1);
  }

  private identifier(): string {
    const match = /^[A-Za-z_][\w-]*/.exec(this.text.slice(this.at, this.at + 512));
    if (!match) throw new SyntaxProblem('identifier');
    this.at += match[0].length;
    return match[0];
  }

  private space(): void {
    for (;;) {
      while (/\s/.test(this.text[this.at] ?? '')) this.at++;
      if (this.text[this.at] === '#' || this.text.startsWith('//', this.at)) {
        while (this.at < this.text.length && this.text[this.at] !== '\n') this.at++;
      } else if (this.text.startsWith('/*', this.at)) {
        const end = this.text.indexOf('*/', this.at);
        this.at = end < 0 ? this.text.length : end + 2;
      } else return;
    }
  }

  private inlineSpace(): void {
    while (this.text[this.at] === ' ' || this.text[this.at] === '\t') this.at++;
  }

  private expect(char: string): void {
    if (this.text[this.at] !== char) throw new SyntaxProblem(`expected ${char}`);
    this.at++;
  }
}
