import { Language } from '../language';

/** A part of a line: text, text that stands out, or the id of a claim, which leads to its evidence. */
export type Run = string | { readonly bold: string } | { readonly claim: string };

export type Line = string | readonly Run[];

/** What a paper consists of, one below the other. */
export type Block =
  | { readonly heading: string }
  | { readonly text: Line }
  | { readonly head: readonly string[]; readonly rows: readonly (readonly Line[])[] }
  /** A picture as the text of a Mermaid flowchart, escaped already. */
  | { readonly mermaid: string };

/** A paper for people, before it is Markdown or HTML. Nothing in it is escaped but pictures. */
export interface Paper {
  readonly language: Language;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A field that the configuration cannot fill in: people do, nobody guesses. */
const BLANKS = { en: '[to be filled in]', de: '[auszufüllen]' };

/** A field with what is known, or left open. */
export function field(language: Language, known: string | undefined): Line {
  return known === undefined || known === '' ? [{ bold: BLANKS[language] }] : known;
}

/** Several lines as one, parted by semicolons. */
export function listed(language: Language, items: readonly string[]): Line {
  return field(language, items.join('; '));
}

/** A table, or what to say where it would be empty. */
export function table(head: readonly string[], rows: readonly (readonly Line[])[], none: string): Block {
  return rows.length > 0 ? { head, rows } : { text: none };
}

/** Ids of claims, each of which leads to its evidence. */
export function claimRuns(ids: readonly string[]): Run[] {
  return ids.flatMap((claim, at): Run[] => (at > 0 ? [', ', { claim }] : [{ claim }]));
}
