import { xml } from '../escape';

/** Markup that a page may hold as it is. Nobody else can name the class: only the tags below make it. */
class Markup {
  constructor(private readonly text: string) {}

  public toString(): string {
    return this.text;
  }
}

export type Html = Markup;

/** What may be put between markup: text, which is escaped, and markup. */
export type Part = string | number | Html | readonly Html[];

/** Markup as it is written in the program, with parts between. A part that is text is escaped, so that none of it becomes markup. */
export function html(literals: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return joined(literals, parts.map(written));
}

/** A style sheet. Text between must be names. */
export function css(literals: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const wrong = parts.find((part) => typeof part === 'string' && !/^[a-z0-9-]+$/.test(part));
  if (wrong !== undefined) throw new Error(`no name in a style sheet: ${JSON.stringify(wrong)}`);
  return html(literals, ...parts);
}

export const NOTHING: Html = html``;

function written(part: Part): string {
  if (typeof part === 'string') return xml(part);
  if (typeof part === 'number') return String(part);
  return part instanceof Markup ? part.toString() : part.join('');
}

/** How the program is indented means nothing. */
function joined(literals: readonly string[], parts: readonly string[]): Markup {
  return new Markup(
    literals.reduce((text, literal, at) => `${text}${parts[at - 1] ?? ''}${literal.replace(/\n\s*/g, '\n')}`, '')
  );
}
