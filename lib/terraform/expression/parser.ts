import { Json, Unknown, Value, isFalse, isTrue, isUnknown } from '../value';
import { Choices, choose, inPart, noteAgain, noteParts } from '../worlds';
import { call } from './functions';
import { isIdentity, isPlace, isReference } from './identity';
import { PRECEDENCE, operate } from './operators';
import { anything } from './reader';
import { SyntaxProblem, referencesIn } from './scanner';
import { choiceId } from './scope';
import { END, EVERY, Key, Lookup, NULL, SOME, Step, within } from './steps';
import { Templates, withText } from './templates';
import { withoutMarkers } from './trim-markers';

const SIMPLE_REFERENCE = /^\$\{((?:data\.)?[a-z][a-z0-9_]*\.[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)+)\}$/;
const MAX_DEPTH = 100;
/** How many operators in a row are read whose result nobody knows: each names all before it. */
const MAX_OPEN_OPERATORS = 100;

/** Reads JSON as Terraform does: every string in it is a template. */
export function evaluate(json: Json | Value, lookup: Lookup, depth = 0): Value {
  if (json === null || json === undefined) return undefined;
  if (typeof json === 'string') return evaluateTemplate(json, lookup, depth);
  if (typeof json !== 'object' || isUnknown(json)) return json;
  if (Array.isArray(json)) return json.map((item) => evaluatePart(item as Json, '[]', lookup, depth + 1));
  const parts = json as { [key: string]: Json };
  const result: { [key: string]: Value } = Object.create(null) as { [key: string]: Value };
  for (const key of Object.keys(parts)) result[key] = evaluatePart(parts[key], `.${key}`, lookup, depth + 1);
  return result;
}

/** Reads a part of JSON, and notes where it stands. Blocks of a list stand where the list does. */
function evaluatePart(json: Json, path: string, lookup: Lookup, depth: number): Value {
  if (typeof json !== 'object' && (typeof json !== 'string' || !/[$%]\{/.test(json))) return json;
  if (json === null) return undefined;
  return typeof json === 'object' && path === '[]'
    ? evaluate(json, lookup, depth)
    : inPart(path, () => evaluate(json, lookup, depth));
}

/** Reads one string: text with `${…}` in it, `$${` for a literal `${`. */
export function evaluateTemplate(text: string, lookup: Lookup, depth = 0): Value {
  const plain = plainTemplate(text);
  if (plain !== undefined) return plain;
  if (depth > MAX_DEPTH) return anything(text, lookup);
  try {
    return new Parser(withoutMarkers(text), lookup, depth).wholeTemplate();
  } catch (error) {
    if (error instanceof SyntaxProblem) return anything(text, lookup);
    throw error;
  }
}

/** Text, or a template of plain references, which hangs on nothing; `undefined` where it is more than that. */
export function plainTemplate(text: string): string | Unknown | undefined {
  if (!text.includes('${') && !text.includes('%{')) return text;
  const simple = SIMPLE_REFERENCE.exec(text);
  return simple && isIdentity(simple[1]) ? new Unknown(text, [simple[1]], '') : joinedReferences(text);
}

/** Takes the `%{ if }` out of a template, and leaves its interpolations as they are. `Unknown` where only a plan can tell what is left. */
export function withoutDirectives(text: string, lookup: Lookup): string | Unknown {
  if (!text.includes('%{')) return text;
  try {
    const value = new Parser(withoutMarkers(text), lookup, 0, true).wholeTemplate();
    return typeof value === 'string' || isUnknown(value) ? value : new Unknown(text, referencesIn(text));
  } catch (error) {
    if (error instanceof SyntaxProblem) return new Unknown(text, referencesIn(text));
    throw error;
  }
}

/** Text around plain references, which is what policies are full of: read without the parser. */
function joinedReferences(text: string): Unknown | undefined {
  if (text.includes('%{') || text.includes('$${')) return undefined;
  const references: string[] = [];
  let start = text.indexOf('${');
  const before = text.slice(0, start);
  let end = 0;
  for (; start >= 0; start = text.indexOf('${', start + 2)) {
    end = text.indexOf('}', start);
    const simple = end < 0 ? null : SIMPLE_REFERENCE.exec(text.slice(start, end + 1));
    if (!simple || !isIdentity(simple[1])) return undefined;
    references.push(simple[1]);
  }
  return withText(text, references, before, text.slice(end + 1), '');
}

/** Reads HCL's expression language as far as its values can be told without a plan; the rest becomes `Unknown`. */
class Parser extends Templates {
  private nesting = 0;

  wholeTemplate(): Value {
    return this.template(() => this.scanner.isAtEnd, false);
  }

  protected expression(): Value {
    if (this.nesting++ > MAX_DEPTH) throw new SyntaxProblem('too deep');
    const { scanner } = this;
    scanner.space();
    const start = scanner.at;
    const condition = this.noted(() => this.operation(0));
    this.space();
    if (!scanner.skip('?')) {
      this.nesting--;
      noteAgain(condition.choices);
      return condition.value;
    }
    const end = scanner.at - 1;
    const yes = this.noted(() => this.expression());
    this.space();
    scanner.expect(':');
    const no = this.noted(() => this.expression());
    this.nesting--;
    return this.chosen(condition, yes, no, `\${${scanner.text.slice(start, scanner.at)}}`, start, end);
  }

  private operation(level: number): Value {
    if (level === PRECEDENCE.length) return this.unary();
    const { scanner } = this;
    const start = scanner.at;
    let left = this.noted(() => this.operation(level + 1));
    for (let open = 0; ;) {
      this.space();
      const operator = PRECEDENCE[level].find((it) => scanner.sees(it));
      if (operator === undefined) break;
      scanner.at += operator.length;
      scanner.space();
      const right = this.noted(() => this.operation(level + 1));
      if (isUnknown(left.value) && open++ > MAX_OPEN_OPERATORS) throw new SyntaxProblem('too long');
      const source = scanner.text.slice(start, scanner.at);
      const [a, b] = [left, right];
      left = this.noted(() => {
        noteParts(a.choices);
        noteParts(b.choices);
        return operate(operator, a.value, b.value) ?? this.anything(source);
      });
    }
    noteAgain(left.choices);
    return left.value;
  }

  private unary(): Value {
    const { scanner } = this;
    scanner.space();
    const operator = scanner.char;
    if (operator !== '!' && operator !== '-') return this.operand();
    const start = scanner.at++;
    const { value, choices } = this.noted(() => this.unary());
    noteParts(choices);
    if (operator === '-' && typeof value === 'number') return -value;
    if (operator === '!' && (isTrue(value) || isFalse(value))) return isFalse(value);
    return this.anything(scanner.text.slice(start, scanner.at));
  }

  private operand(): Value {
    const { scanner } = this;
    const char = scanner.char;
    if (scanner.skip('"')) {
      const value = this.template(() => scanner.char === '"', true);
      scanner.expect('"');
      return value;
    }
    if (char === '[') return this.traversed(this.list(), scanner.at);
    if (char === '{') return this.traversed(this.object(), scanner.at);
    if (scanner.skip('(')) {
      const start = scanner.at - 1;
      const value = this.inParentheses(() => this.expression());
      scanner.space();
      scanner.expect(')');
      return this.traversed(value, start);
    }
    if (scanner.sees('<<')) return evaluateTemplate(scanner.heredoc(), this.lookup, this.depth + 1);
    return scanner.number() ?? this.named();
  }

  /** What a name stands for, with the attributes and indices behind it. */
  private named(): Value {
    const { scanner } = this;
    const start = scanner.at;
    const name = scanner.identifier();
    if (scanner.skip('(')) return this.traversed(this.call(name, start), start);
    if (name === 'true') return true;
    if (name === 'false') return false;
    if (name === 'null') return undefined;
    const { steps, indices } = this.steps();
    const found = this.lookup([name, ...steps]);
    if (found !== undefined) return found === NULL ? undefined : found;
    const reference = [name, ...steps.filter((step) => typeof step === 'string')].join('.');
    const source = scanner.text.slice(start, scanner.at);
    const unknown = new Unknown(
      `\${${source}}`,
      [reference],
      isReference(reference) && indices.length <= 1 ? (indices[0] ?? '') : undefined
    );
    // What the provider fills in, nobody chose.
    if (isIdentity(reference) || isPlace(reference) || name === 'known_after_apply') return unknown;
    return choose('value', choiceId('value', source, this.lookup), unknown);
  }

  /** Attributes and indices behind a value that is known, or not. */
  private traversed(value: Value, start: number): Value {
    const { scanner } = this;
    if (scanner.char !== '.' && scanner.char !== '[') return value;
    const { steps } = this.steps();
    if (steps.length === 0) return value;
    const found = within(value, steps);
    if (found !== undefined) return found === NULL ? undefined : found;
    return this.anything(scanner.text.slice(start, scanner.at));
  }

  /** The steps of a traversal, and the texts of its indices. An attribute's name in brackets is an attribute. */
  private steps(): { readonly steps: Step[]; readonly indices: string[] } {
    const { scanner } = this;
    const steps: Step[] = [];
    const indices: string[] = [];
    let isLegacy = false;
    for (;;) {
      if (scanner.sees('.*') || scanner.sees('[*]')) {
        isLegacy = scanner.skip('.*') || !scanner.skip('[*]');
        steps.push(EVERY);
        indices.push('*');
      } else if (scanner.sees('...')) {
        break;
      } else if (scanner.skip('.')) {
        const position = scanner.take(/^\d+/, 10);
        if (position) indices.push(position[0]);
        steps.push(position ? Number(position[0]) : scanner.identifier());
      } else if (scanner.skip('[')) {
        if (isLegacy) {
          isLegacy = false;
          steps.push(END);
          indices.pop();
        }
        const start = scanner.at;
        const { value, choices } = this.noted(() => this.inParentheses(() => this.expression()));
        noteParts(choices);
        const isKey = typeof value === 'number' || typeof value === 'string';
        indices.push(isKey ? JSON.stringify(value) : scanner.text.slice(start, scanner.at).trim());
        scanner.space();
        scanner.expect(']');
        steps.push(typeof value === 'number' ? value : typeof value === 'string' ? new Key(value) : SOME);
      } else break;
    }
    return { steps, indices };
  }

  private call(name: string, start: number): Value {
    const { scanner } = this;
    const args: Value[] = [];
    const noted: (Choices | undefined)[] = [];
    let isExpanded = true;
    for (scanner.space(); !scanner.skip(')'); scanner.space()) {
      const { value, choices } = this.noted(() => this.inParentheses(() => this.expression()));
      noted.push(choices);
      scanner.space();
      if (scanner.skip('...')) {
        if (Array.isArray(value)) args.push(...value);
        else isExpanded = false;
        scanner.space();
      } else args.push(value);
      if (!scanner.skip(',') && scanner.char !== ')') throw new SyntaxProblem('argument');
    }
    const source = scanner.text.slice(start, scanner.at);
    let isOpen = false;
    const unknown = (): Unknown => {
      isOpen = true;
      return new Unknown(`\${${source}}`, referencesIn(source));
    };
    const value = isExpanded ? call(name, args, unknown) : unknown();
    for (const choices of noted)
      if (isOpen) noteParts(choices);
      else noteAgain(choices);
    return isOpen ? this.anything(source) : value;
  }
}
