import { Unknown, Value, isFalse, isTrue, isUnknown } from '../value';
import { Choices, choose, noteAgain, noteParts, noting } from '../worlds';
import { isSame, textOf } from './convert';
import { isKnown } from './extent';
import { Scanner, referencesIn } from './scanner';
import { choiceId } from './scope';
import { Lookup } from './steps';

/** A part of an expression, and what it hangs on. */
export interface Part {
  readonly value: Value;
  readonly choices: Choices | undefined;
}

/** A value that nothing is known of. */
export function anything(text: string, lookup: Lookup): Value {
  return choose('value', choiceId('value', text, lookup), new Unknown(text, referencesIn(text)));
}

/** A text that is read, where it is read, and what its names stand for there. */
export abstract class Reader {
  protected readonly scanner: Scanner;
  /** Whether a line end ends an expression, as between the attributes of an object. */
  private endsAtLine = false;

  constructor(
    text: string,
    protected lookup: Lookup,
    protected readonly depth: number,
    /** Whether only directives are read, and interpolations are text. */
    protected readonly isRaw = false
  ) {
    this.scanner = new Scanner(text);
  }

  protected abstract expression(): Value;

  /** What a conditional gives: one branch, or what nobody can tell yet. */
  protected chosen(condition: Part, yes: Part, no: Part, source: string, start: number, end = this.scanner.at): Value {
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

  protected withLookup<T>(lookup: Lookup, read: () => T): T {
    const outer = this.lookup;
    this.lookup = lookup;
    const value = read();
    this.lookup = outer;
    return value;
  }

  protected anything(source: string): Value {
    const unknown = new Unknown(`\${${source.replace(/^\$\{|\}$/g, '')}}`, referencesIn(source));
    return choose('value', choiceId('value', source, this.lookup), unknown);
  }

  protected noted(read: () => Value): Part {
    return noting(read);
  }

  protected inParentheses<T>(read: () => T): T {
    return this.atLines(false, read);
  }

  protected atLines<T>(endsAtLine: boolean, read: () => T): T {
    const outer = this.endsAtLine;
    this.endsAtLine = endsAtLine;
    const value = read();
    this.endsAtLine = outer;
    return value;
  }

  /** White space before an operator. */
  protected space(): void {
    if (this.endsAtLine) this.scanner.inlineSpace();
    else this.scanner.space();
  }
}

/** The value of one branch, converted to the type that it has in common with the other one. */
function convertedBeside(value: Value, other: Value): Value {
  if (typeof other !== 'string' || typeof value === 'string') return value;
  return textOf(value) ?? value;
}
