import { Unknown, Value, isUnknown } from '../value';
import { noteAgain, noteWithin } from '../worlds';
import { Collections } from './collections';
import { decodedText, textOf } from './convert';
import { bounded } from './extent';
import { endOfExpression } from './literals';
import { Part } from './reader';
import { SyntaxProblem } from './scanner';

/** An ARN with a name at its end, or with a path behind it, still names what the reference in it does. */
export function withText(
  text: string,
  references: readonly string[],
  before: string,
  after: string,
  index: string | undefined
): Unknown {
  const isName = /^(?:arn:[^${}]*[:/])?$/.test(before) && /^(?:[:/].*)?$/s.test(after);
  return new Unknown(text, references, isName && references.length === 1 ? index : undefined);
}

/** Reads text with `${…}` and `%{…}` in it. */
export abstract class Templates extends Collections {
  /** A template up to where `ended` holds; `escapes` where it stands between quotes. */
  protected template(ended: () => boolean, escapes: boolean): Value {
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

  protected interpolation(): Value {
    const { scanner } = this;
    scanner.expect('${');
    scanner.skip('~');
    const value = this.inParentheses(() => this.expression());
    this.endDirective();
    return value;
  }

  /** A template of several parts: text where all of them are known. */
  protected joined(parts: readonly (string | Part)[], source: string): Value {
    let result = '';
    const references: string[] = [];
    let index: string | undefined;
    let known = true;
    for (const part of parts) {
      if (typeof part === 'string') {
        result += part;
        continue;
      }
      noteWithin(part.choices);
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
    if (known) return bounded(result, unknown);
    // Without text of its own, it may be anything that its parts may make together.
    const isOpen = parts.every((part) => typeof part !== 'string' && isAnything(part));
    return isOpen ? this.anything(source) : unknown();
  }

  /** `%{ if }` and `%{ for }`. */
  protected directive(escapes: boolean): Value {
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

  protected directiveKeyword(): string {
    const { scanner } = this;
    scanner.expect('%{');
    scanner.skip('~');
    scanner.space();
    return scanner.identifier();
  }

  protected endDirective(): void {
    this.scanner.space();
    this.trimsNext = this.scanner.skip('~');
    this.scanner.expect('}');
  }
}

/** Whether nothing is known of a part. */
function isAnything({ value, choices }: Part): boolean {
  return isUnknown(value) && [...(choices?.values() ?? [])].some(({ kind }) => kind === 'value');
}
