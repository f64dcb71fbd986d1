import { Json, Unknown, Value, isFalse, isTrue, isUnknown } from '../value';
import { Choices, choose, inPart, noteAgain, noteParts, noting } from '../worlds';
import { decodedText, isSame, isSet, sortedKeys, textOf } from './convert';
import { bounded, isKnown } from './extent';
import { call } from './functions';
import { isIdentity, isPlace, isReference } from './identity';
import { endOfExpression } from './literals';
import { PRECEDENCE, operate } from './operators';
import { Scanner, SyntaxProblem, referencesIn } from './scanner';
import { choiceId } from './scope';
import { withoutMarkers } from './trim-markers';
import { END, EVERY, Key, Lookup, NULL, SOME, Step, within } from './steps';

const SIMPLE_REFERENCE = /^\$\{((?:data\.)?[a-z][a-z0-9_]*\.[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)+)\}$/;
const MAX_DEPTH = 100;

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
  if (!text.includes('${') && !text.includes('%{')) return text;
  const simple = SIMPLE_REFERENCE.exec(text);
  if (simple && isIdentity(simple[1])) return new Unknown(text, [simple[1]], '');
  const plain = joinedReferences(text);
  if (plain) return plain;
  if (depth > MAX_DEPTH) return anything(text, lookup);
  try {
    return new Parser(withoutMarkers(text), lookup, depth).wholeTemplate();
  } catch (error) {
    if (error instanceof SyntaxProblem) return anything(text, lookup);
    throw error;
  }
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

/** An ARN with a name at its end, or with a path behind it, still names what the reference in it does. */
function withText(
  text: string,
  references: readonly string[],
  before: string,
  after: string,
  index: string | undefined
): Unknown {
  const isName = /^(?:arn:[^${}]*[:/])?$/.test(before) && /^(?:[:/].*)?$/s.test(after);
  return new Unknown(text, references, isName && references.length === 1 ? index : undefined);
}

/** A value that nothing is known of. */
function anything(text: string, lookup: Lookup): Value {
  return choose('value', choiceId('value', text, lookup), new Unknown(text, referencesIn(text)));
}

/** A part of an expression, and what it hangs on. */
interface Part {
  readonly value: Value;
  readonly choices: Choices | undefined;
}

/** Reads HCL's expression language as far as its values can be told without a plan; the rest becomes `Unknown`. */
class Parser {
  private readonly scanner: Scanner;
  private nesting = 0;
  /** Whether a line end ends an expression, as between the attributes of an object. */
  private endsAtLine = false;
  /** Whether white space behind what was read is taken away, between quotes. Elsewhere no marker of that is left. */
  private trimsNext = false;

  constructor(
    text: string,
    private lookup: Lookup,
    private readonly depth: number,
    /** Whether only directives are read, and interpolations are text. */
    private readonly isRaw = false
  ) {
    this.scanner = new Scanner(text);
  }

  wholeTemplate(): Value {
    return this.template(() => this.scanner.isAtEnd, false);
  }

  /** A template up to where `ended` holds; `escapes` where it stands between quotes. */
  private template(ended: () => boolean, escapes: boolean): Value {
    const { scanner } = this;
    const parts: (string | Part)[] = [];
    const start = scanner.at;
    let literal = '';
    const endLiteral = (): void => {
      if (this.trimsNext) literal = literal.trimStart();
      if (/^[$%]\{~/.test(scanner.text.slice(scanner.at, scanner.at + 3))) literal = literal.trimEnd();
      if (literal !== '') parts.push(literal);
      this.trimsNext = false;
      literal = '';
    };
    while (!ended()) {
      if (scanner.isAtEnd) throw new SyntaxProblem('unterminated template');
      if (scanner.sees('$${') || scanner.sees('%%{')) {
        if (this.isRaw) literal += scanner.char;
        literal += scanner.text.slice(scanner.at + 1, scanner.at + 3);
        scanner.at += 3;
      } else if (scanner.sees('%{')) {
        endLiteral();
        parts.push(this.noted(() => this.directive(escapes)));
      } else if (this.isRaw && scanner.sees('${')) {
        const end = endOfExpression(scanner.text, scanner.at + 2);
        literal += scanner.text.slice(scanner.at, end);
        scanner.at = end;
      } else if (scanner.sees('${')) {
        endLiteral();
        parts.push(this.noted(() => this.interpolation()));
      } else if (escapes && scanner.char === '\\') {
        literal += scanner.escape();
      } else {
        literal += scanner.text[scanner.at++];
      }
    }
    endLiteral();
    if (parts.length === 0) return '';
    if (parts.length > 1) return this.joined(parts, scanner.text.slice(start, scanner.at));
    const [part] = parts;
    if (typeof part === 'string') return part;
    noteAgain(part.choices);
    return part.value;
  }

  private interpolation(): Value {
    const { scanner } = this;
    scanner.expect('${');
    scanner.skip('~');
    const value = this.inParentheses(() => this.expression());
    this.endDirective();
    return value;
  }

  /** A template of several parts: text where all of them are known. */
  private joined(parts: readonly (string | Part)[], source: string): Value {
    let result = '';
    const references: string[] = [];
    let index: string | undefined;
    let known = true;
    for (const part of parts) {
      if (typeof part === 'string') {
        result += part;
        continue;
      }
      noteParts(part.choices);
      const { value } = part;
      if (isUnknown(value)) {
        known = false;
        references.push(...value.references);
        index = value.index;
        continue;
      }
      const shown = textOf(decodedText(value));
      if (shown === undefined) known = false;
      else result += shown;
    }
    const unknown = (): Unknown => {
      const [first, last] = [parts[0], parts[parts.length - 1]];
      const isOne = parts.length <= 3 && parts.filter((part) => typeof part !== 'string').length === 1;
      return withText(
        source,
        references,
        typeof first === 'string' ? first : '',
        typeof last === 'string' ? last : '',
        isOne ? index : undefined
      );
    };
    return known ? bounded(result, unknown) : unknown();
  }

  /** `%{ if }` and `%{ for }`. */
  private directive(escapes: boolean): Value {
    const { scanner } = this;
    const start = scanner.at;
    const keyword = this.directiveKeyword();
    const until = (...ends: string[]): Value =>
      this.template(() => {
        const found = /^%\{~?\s*(\w+)/.exec(scanner.text.slice(scanner.at, scanner.at + 40));
        return found !== null && ends.includes(found[1]);
      }, escapes);
    if (keyword === 'if') {
      const condition = this.noted(() => this.inParentheses(() => this.expression()));
      this.endDirective();
      const yes = this.noted(() => until('else', 'endif'));
      let no: Part = { value: '', choices: undefined };
      if (this.directiveKeyword() === 'else') {
        this.endDirective();
        no = this.noted(() => until('endif'));
        this.directiveKeyword();
      }
      this.endDirective();
      return this.chosen(condition, yes, no, scanner.text.slice(start, scanner.at), start);
    }
    // The text that a loop repeats names its items.
    if (keyword !== 'for' || this.isRaw) throw new SyntaxProblem('directive');
    const binding = this.forBinding();
    this.endDirective();
    const texts = this.forEach(binding, () => until('endfor'));
    this.directiveKeyword();
    this.endDirective();
    const source = scanner.text.slice(start, scanner.at);
    return texts === undefined
      ? this.anything(source)
      : this.joined(
          texts.map((value) => ({ value, choices: undefined })),
          source
        );
  }

  private directiveKeyword(): string {
    const { scanner } = this;
    scanner.expect('%{');
    scanner.skip('~');
    scanner.space();
    return scanner.identifier();
  }

  private endDirective(): void {
    this.scanner.space();
    this.trimsNext = this.scanner.skip('~');
    this.scanner.expect('}');
  }

  private expression(): Value {
    if (this.nesting++ > MAX_DEPTH) throw new SyntaxProblem('too deep');
    const { scanner } = this;
    scanner.space();
    const start = scanner.at;
    const condition = this.noted(() => this.operation(0));
    this.space();
    this.nesting--;
    if (!scanner.skip('?')) {
      noteAgain(condition.choices);
      return condition.value;
    }
    const end = scanner.at - 1;
    const yes = this.noted(() => this.expression());
    this.space();
    scanner.expect(':');
    const no = this.noted(() => this.expression());
    return this.chosen(condition, yes, no, `\${${scanner.text.slice(start, scanner.at)}}`, start, end);
  }

  /** What a conditional gives: one branch, or what nobody can tell yet. */
  private chosen(condition: Part, yes: Part, no: Part, source: string, start: number, end = this.scanner.at): Value {
    noteParts(condition.choices);
    const chooses = (taken: Part, other: Part): Value => {
      noteAgain(taken.choices);
      return convertedBeside(taken.value, other.value);
    };
    if (isTrue(condition.value) || isFalse(condition.value)) {
      return isTrue(condition.value) ? chooses(yes, no) : chooses(no, yes);
    }
    if (isKnown(yes.value) && isKnown(no.value) && isSame(yes.value, no.value)) {
      noteAgain(yes.choices);
      return chooses(no, yes);
    }
    const id = choiceId('branch', this.scanner.text.slice(start, end).trim(), this.lookup);
    const choice = choose('branch', id, new Unknown(source, referencesIn(source)), [true, false]);
    if (isUnknown(choice)) return choice;
    return choice === true ? chooses(yes, no) : chooses(no, yes);
  }

  private operation(level: number): Value {
    if (level === PRECEDENCE.length) return this.unary();
    const { scanner } = this;
    const start = scanner.at;
    let left = this.noted(() => this.operation(level + 1));
    for (;;) {
      this.space();
      const operator = PRECEDENCE[level].find((it) => scanner.sees(it));
      if (operator === undefined) break;
      scanner.at += operator.length;
      scanner.space();
      const right = this.noted(() => this.operation(level + 1));
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

  private list(): Value {
    const { scanner } = this;
    const start = scanner.at;
    scanner.expect('[');
    scanner.space();
    if (scanner.matches(/^for\b/, 4)) {
      scanner.identifier();
      const binding = this.forBinding();
      scanner.space();
      scanner.expect(':');
      const items: Value[] = [];
      const each = this.forEach(binding, () => {
        const value = this.inParentheses(() => this.expression());
        if (this.forCondition()) items.push(value);
        return value;
      });
      scanner.space();
      scanner.expect(']');
      const source = scanner.text.slice(start, scanner.at);
      return each === undefined || this.isUndecided
        ? this.undecided(source)
        : bounded(each.length === 0 ? [] : items, () => new Unknown(source));
    }
    const items: Value[] = [];
    for (; !scanner.skip(']'); scanner.space()) {
      items.push(this.inParentheses(() => this.expression()));
      scanner.space();
      if (!scanner.skip(',') && scanner.char !== ']') throw new SyntaxProblem('list');
    }
    return bounded(items, () => new Unknown(`\${${scanner.text.slice(start, scanner.at)}}`));
  }

  private object(): Value {
    const { scanner } = this;
    const start = scanner.at;
    scanner.expect('{');
    scanner.space();
    const result = Object.create(null) as { [key: string]: Value };
    if (scanner.matches(/^for\b/, 4)) {
      scanner.identifier();
      const binding = this.forBinding();
      scanner.space();
      scanner.expect(':');
      const each = this.forEach(binding, () => {
        const key = this.inParentheses(() => this.expression());
        scanner.space();
        scanner.expect('=>');
        const value = this.inParentheses(() => this.expression());
        scanner.space();
        const name = textOf(key);
        const isGrouped = scanner.skip('...');
        if (!this.forCondition()) return value;
        // Terraform refuses a key that stands twice.
        if (name === undefined || (name in result && !isGrouped)) this.isUndecided = true;
        else if (isGrouped) result[name] = [...((result[name] ?? []) as Value[]), value];
        else result[name] = value;
        return value;
      });
      scanner.space();
      scanner.expect('}');
      const source = scanner.text.slice(start, scanner.at);
      return each === undefined || this.isUndecided
        ? this.undecided(source)
        : bounded(each.length === 0 ? {} : result, () => new Unknown(source));
    }
    for (; !scanner.skip('}'); scanner.space()) {
      const bare = scanner.take(/^[A-Za-z_][\w-]*(?=\s*[=:])/, 200);
      const key = bare ? bare[0] : textOf(this.inParentheses(() => this.expression()));
      if (key === undefined) throw new SyntaxProblem('key');
      scanner.space();
      if (!scanner.skip('=') && !scanner.skip(':')) throw new SyntaxProblem('object');
      result[key] = this.atLines(true, () => this.expression());
      scanner.inlineSpace();
      scanner.skip(',');
    }
    return bounded(result, () => new Unknown(`\${${scanner.text.slice(start, scanner.at)}}`));
  }

  /** Whether a `for` left something to the plan that decides its result. */
  private isUndecided = false;

  private undecided(source: string): Value {
    this.isUndecided = false;
    return this.anything(source);
  }

  /** `k, v in collection`. */
  private forBinding(): ForBinding {
    const { scanner } = this;
    const names: string[] = [];
    do {
      scanner.space();
      names.push(scanner.identifier());
      scanner.space();
    } while (scanner.skip(','));
    if (scanner.identifier() !== 'in') throw new SyntaxProblem('for');
    return { names, collection: this.inParentheses(() => this.expression()) };
  }

  /** Reads what stands behind a `for` once for each item. `undefined` where nobody knows the items. */
  private forEach({ names, collection }: ForBinding, read: () => Value): Value[] | undefined {
    const { scanner } = this;
    const start = scanner.at;
    const isListed = typeof collection === 'object' && !isUnknown(collection);
    const entries: [Value, Value][] = !isListed
      ? []
      : Array.isArray(collection)
        ? collection.map((value, at): [Value, Value] => [isSet(collection) ? value : at, value])
        : sortedKeys(collection).map((key): [Value, Value] => [key, (collection as { [key: string]: Value })[key]]);
    const outer = this.lookup;
    const bind =
      (key: Value, value: Value): Lookup =>
      ([root, ...steps]) => {
        if (root === names[names.length - 1]) return within(value, steps);
        return names.length > 1 && root === names[0] ? within(key, steps) : outer([root, ...steps]);
      };
    const many = entries.length > MOST_ITEMS;
    const trims = this.trimsNext;
    const results = (many ? [] : entries).map(([key, value]) => {
      scanner.at = start;
      this.trimsNext = trims;
      return this.withLookup(bind(key, value), read);
    });
    if (isListed && !many && results.length > 0) return results;
    // Nothing was read: the text is stepped over.
    scanner.at = start;
    this.noted(() => this.withLookup(bind(new Unknown(''), new Unknown('')), read));
    this.isUndecided = false;
    return isListed && !many ? [] : undefined;
  }

  private forCondition(): boolean {
    const { scanner } = this;
    scanner.space();
    if (!scanner.matches(/^if\b/, 3)) return true;
    scanner.identifier();
    const value = this.inParentheses(() => this.expression());
    if (!isTrue(value) && !isFalse(value)) this.isUndecided = true;
    return isTrue(value);
  }

  private withLookup<T>(lookup: Lookup, read: () => T): T {
    const outer = this.lookup;
    this.lookup = lookup;
    const value = read();
    this.lookup = outer;
    return value;
  }

  private anything(source: string): Value {
    const unknown = new Unknown(`\${${source.replace(/^\$\{|\}$/g, '')}}`, referencesIn(source));
    return choose('value', choiceId('value', source, this.lookup), unknown);
  }

  private noted(read: () => Value): Part {
    return noting(read);
  }

  private inParentheses<T>(read: () => T): T {
    return this.atLines(false, read);
  }

  private atLines<T>(endsAtLine: boolean, read: () => T): T {
    const outer = this.endsAtLine;
    this.endsAtLine = endsAtLine;
    const value = read();
    this.endsAtLine = outer;
    return value;
  }

  /** White space before an operator. */
  private space(): void {
    if (this.endsAtLine) this.scanner.inlineSpace();
    else this.scanner.space();
  }
}

interface ForBinding {
  readonly names: readonly string[];
  readonly collection: Value;
}

const MOST_ITEMS = 1000;

/** The value of one branch, converted to the type that it has in common with the other one. */
function convertedBeside(value: Value, other: Value): Value {
  if (typeof other !== 'string' || typeof value === 'string') return value;
  return textOf(value) ?? value;
}
