import { Unknown, Value, isFalse, isTrue, isUnknown } from '../value';
import { isSet, sortedKeys, textOf } from './convert';
import { bounded } from './extent';
import { Reader } from './reader';
import { SyntaxProblem } from './scanner';
import { withinScope } from './scope';
import { Lookup, within } from './steps';

/** How many items a `for` goes through one by one. */
const MOST_ITEMS = 1000;

export interface ForBinding {
  readonly names: readonly string[];
  readonly collection: Value;
  /** As it is written. */
  readonly text: string;
}

/** Reads lists and objects, and what `for` makes them of. */
export abstract class Collections extends Reader {
  /** Whether white space behind what was read is taken away, between quotes. Elsewhere no marker of that is left. */
  protected trimsNext = false;
  /** Whether a `for` left something to the plan that decides its result. */
  private isUndecided = false;

  protected list(): Value {
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

  protected object(): Value {
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

  protected undecided(source: string): Value {
    this.isUndecided = false;
    return this.anything(source);
  }

  /** `k, v in collection`. */
  protected forBinding(): ForBinding {
    const { scanner } = this;
    const start = scanner.at;
    const names: string[] = [];
    do {
      scanner.space();
      names.push(scanner.identifier());
      scanner.space();
    } while (scanner.skip(','));
    if (scanner.identifier() !== 'in') throw new SyntaxProblem('for');
    const collection = this.inParentheses(() => this.expression());
    return { names, collection, text: scanner.text.slice(start, scanner.at).trim() };
  }

  /** Reads what stands behind a `for` once for each item. `undefined` where nobody knows the items. */
  protected forEach({ names, collection, text }: ForBinding, read: () => Value): Value[] | undefined {
    const { scanner } = this;
    const start = scanner.at;
    const isListed = typeof collection === 'object' && !isUnknown(collection);
    const entries: [Value, Value][] = !isListed
      ? []
      : Array.isArray(collection)
        ? collection.map((value, at): [Value, Value] => [isSet(collection) ? value : at, value])
        : sortedKeys(collection).map((key): [Value, Value] => [key, (collection as { [key: string]: Value })[key]]);
    const outer = this.lookup;
    const bind = (key: Value, value: Value, at: number): Lookup => {
      const item: Lookup = ([root, ...steps]) => {
        if (root === names[names.length - 1]) return within(value, steps);
        return names.length > 1 && root === names[0] ? within(key, steps) : outer([root, ...steps]);
      };
      return withinScope(outer, `for ${text} ${at}`, item, names);
    };
    const many = entries.length > MOST_ITEMS;
    const trims = this.trimsNext;
    const results = (many ? [] : entries).map(([key, value], at) => {
      scanner.at = start;
      this.trimsNext = trims;
      return this.withLookup(bind(key, value, at), read);
    });
    if (isListed && !many && results.length > 0) return results;
    // Nothing was read: the text is stepped over.
    scanner.at = start;
    this.noted(() => this.withLookup(bind(new Unknown(''), new Unknown(''), -1), read));
    this.isUndecided = false;
    return isListed && !many ? [] : undefined;
  }

  protected forCondition(): boolean {
    const { scanner } = this;
    scanner.space();
    if (!scanner.matches(/^if\b/, 3)) return true;
    scanner.identifier();
    const value = this.inParentheses(() => this.expression());
    if (!isTrue(value) && !isFalse(value)) this.isUndecided = true;
    return isTrue(value);
  }
}
