import { Json, Unknown, Value, isUnknown } from '../value';
import { call } from './functions';
import { Scanner, SyntaxProblem, referencesIn } from './scanner';

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
  const plain = joinedReferences(text);
  if (plain) return plain;
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

/** Reads the part of HCL's expression language whose value can be told without a plan; the rest becomes `Unknown`. */
class Parser {
  private readonly scanner: Scanner;
  private nesting = 0;

  constructor(
    text: string,
    private readonly lookup: Lookup,
    private readonly depth: number
  ) {
    this.scanner = new Scanner(text);
  }

  wholeTemplate(): Value {
    return this.template(() => this.scanner.isAtEnd, false);
  }

  /** A template up to where `ended` holds; `escapes` where it stands between quotes. */
  private template(ended: () => boolean, escapes: boolean): Value {
    const { scanner } = this;
    const parts: Value[] = [];
    const start = scanner.at;
    let literal = '';
    while (!ended()) {
      if (scanner.isAtEnd) throw new SyntaxProblem('unterminated template');
      if (scanner.sees('$${') || scanner.sees('%%{')) {
        literal += scanner.text.slice(scanner.at + 1, scanner.at + 3);
        scanner.at += 3;
      } else if (scanner.sees('%{')) {
        throw new SyntaxProblem('directive');
      } else if (scanner.skip('${')) {
        if (literal !== '') parts.push(literal);
        literal = '';
        scanner.skip('~');
        parts.push(this.expression());
        scanner.space();
        scanner.skip('~');
        scanner.expect('}');
      } else if (escapes && scanner.char === '\\') {
        literal += scanner.escape();
      } else {
        literal += scanner.text[scanner.at++];
      }
    }
    if (literal !== '' || parts.length === 0) parts.push(literal);
    return parts.length === 1 ? parts[0] : joined(parts, scanner.text.slice(start, scanner.at));
  }

  private expression(): Value {
    if (this.nesting++ > MAX_DEPTH) throw new SyntaxProblem('too deep');
    this.scanner.space();
    const start = this.scanner.at;
    const value = this.operand();
    this.scanner.inlineSpace();
    this.nesting--;
    if (!this.scanner.matches(/^(?:[-+*/%<>?]|==|!=|&&|\|\|)/, 2)) return value;
    // An operator decides the value: what it works on is named, not computed.
    this.scanner.skipOperation();
    const source = this.scanner.text.slice(start, this.scanner.at);
    return new Unknown(source, referencesIn(source));
  }

  private operand(): Value {
    const { scanner } = this;
    const char = scanner.char;
    if (scanner.skip('"')) {
      const value = this.template(() => scanner.char === '"', true);
      scanner.expect('"');
      return value;
    }
    if (char === '[') return this.list();
    if (char === '{') return this.object();
    if (scanner.skip('(')) {
      const value = this.expression();
      scanner.space();
      scanner.expect(')');
      return value;
    }
    if (scanner.sees('<<')) return evaluateTemplate(scanner.heredoc(), this.lookup, this.depth + 1);
    if (char === '!' || char === '-') return this.negated(char);
    return scanner.number() ?? this.named();
  }

  private negated(operator: '!' | '-'): Value {
    const start = this.scanner.at++;
    const value = this.operand();
    if (operator === '-' && typeof value === 'number') return -value;
    if (operator === '!' && typeof value === 'boolean') return !value;
    return new Unknown(this.scanner.text.slice(start, this.scanner.at), isUnknown(value) ? value.references : []);
  }

  private named(): Value {
    const { scanner } = this;
    const start = scanner.at;
    const name = scanner.identifier();
    if (scanner.skip('(')) return this.call(name, start);
    if (name === 'true') return true;
    if (name === 'false') return false;
    if (name === 'null') return undefined;
    const path = [name];
    for (;;) {
      if (scanner.skip('.*') || scanner.skip('[*]')) continue;
      if (scanner.skip('.')) {
        if (!scanner.take(/^\d+/, 10)) path.push(scanner.identifier());
      } else if (scanner.skip('[')) {
        this.expression();
        scanner.space();
        scanner.expect(']');
      } else break;
    }
    const found = this.lookup(path);
    return found === undefined ? new Unknown(`\${${scanner.text.slice(start, scanner.at)}}`, [path.join('.')]) : found;
  }

  private call(name: string, start: number): Value {
    const { scanner } = this;
    const args: Value[] = [];
    for (scanner.space(); !scanner.skip(')'); scanner.space()) {
      args.push(this.expression());
      scanner.space();
      if (scanner.skip(',')) continue;
      if (scanner.sees('...')) throw new SyntaxProblem('expansion');
      if (scanner.char !== ')') throw new SyntaxProblem('argument');
    }
    const source = scanner.text.slice(start, scanner.at);
    return call(name, args, () => new Unknown(`\${${source}}`, referencesIn(source)));
  }

  private list(): Value {
    const { scanner } = this;
    scanner.expect('[');
    const items: Value[] = [];
    for (scanner.space(); !scanner.skip(']'); scanner.space()) {
      if (scanner.matches(/^for\b/, 4)) throw new SyntaxProblem('for');
      items.push(this.expression());
      scanner.space();
      if (!scanner.skip(',') && scanner.char !== ']') throw new SyntaxProblem('list');
    }
    return items;
  }

  private object(): Value {
    const { scanner } = this;
    scanner.expect('{');
    const result = Object.create(null) as { [key: string]: Value };
    for (scanner.space(); !scanner.skip('}'); scanner.space()) {
      if (scanner.matches(/^for\b/, 4)) throw new SyntaxProblem('for');
      const bare = scanner.take(/^[A-Za-z_][\w-]*(?=\s*[=:])/, 200);
      const key = bare ? bare[0] : this.expression();
      if (typeof key !== 'string') throw new SyntaxProblem('key');
      scanner.space();
      if (!scanner.skip('=') && !scanner.skip(':')) throw new SyntaxProblem('object');
      result[key] = this.expression();
      scanner.inlineSpace();
      scanner.skip(',');
    }
    return result;
  }
}

/** A template of several parts: text where all of them are known. */
function joined(parts: readonly Value[], source: string): Value {
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
