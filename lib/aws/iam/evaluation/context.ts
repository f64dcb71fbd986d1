import { Reading, Symbols, Text, hole, textOf } from './text';

/** The values of condition keys by their names in lower case; `absent` where a request does not have the key. */
export type Known = ReadonlyMap<string, readonly Text[] | 'absent'>;

/** What a request has under the condition keys. */
export class Context {
  /** @param isWhole whether what is not among the known keys is absent: otherwise it may be anything */
  constructor(
    private readonly known: Known,
    private readonly isWhole: boolean
  ) {}

  /** The values under a key. `undefined` where that is not known. A list without values is as good as absent. */
  public get(key: string): readonly Text[] | 'absent' | undefined {
    const values = this.known.get(key.toLowerCase()) ?? (this.isWhole ? 'absent' : undefined);
    return values?.length === 0 ? 'absent' : values;
  }

  /** What a variable of a policy stands for: `undefined` where it stands for nothing, so that nothing matches it. */
  public variable(name: string, fallback: string | undefined): Text | undefined {
    const values = this.get(name);
    if (values === undefined) return [hole(name.toLowerCase())];
    if (values !== 'absent') return values.length === 1 ? values[0] : undefined;
    return fallback === undefined ? undefined : textOf(fallback);
  }
}

/** What the texts of a policy stand for. */
export interface PolicyTexts {
  readonly symbols?: Symbols;
  /** The version of its language: that of 2008, which a policy has that names none, knows no variables. */
  readonly version: string | undefined;
}

/** A text of a policy in a request. `undefined` where a variable in it stands for nothing: nothing matches such a text. */
export function textIn(written: string, reading: Reading, texts: PolicyTexts, context: Context): Text | undefined {
  const { symbols, version = '2008-10-17' } = texts;
  let isMissing = false;
  const variables = (name: string, fallback: string | undefined): Text => {
    if (version !== '2012-10-17') return [hole(version)];
    const found = context.variable(name, fallback);
    isMissing ||= found === undefined;
    return found ?? [];
  };
  const text = textOf(written, { ...reading, symbols, variables: version === '2008-10-17' ? undefined : variables });
  return isMissing ? undefined : text;
}
