import { endOfExpression } from './literals';

/** A line of a template's text, or an interpolation or directive in it. */
interface Token {
  text: string;
  readonly isText: boolean;
}

/**
 * A template without its trim markers, `${~` and `~}`, and without what they trim: of the text before them and behind them, no more than one line.
 *
 * @param isIndented whether the indent is taken away that all lines share, as `<<-` does
 */
export function withoutMarkers(template: string, isIndented = false): string {
  if (!isIndented && !/[$%]\{~|~\}/.test(template)) return template;
  const tokens = tokensOf(template);
  tokens.forEach((token, at) => {
    if (token.isText) return;
    const [before, behind] = [tokens[at - 1] as Token | undefined, tokens[at + 1] as Token | undefined];
    if (token.text[2] === '~') {
      if (before?.isText) before.text = before.text.trimEnd();
      token.text = token.text.slice(0, 2) + token.text.slice(3);
    }
    if (token.text.endsWith('~}')) {
      if (behind?.isText) behind.text = behind.text.trimStart();
      token.text = `${token.text.slice(0, -2)}}`;
    }
  });
  if (isIndented) unindent(tokens);
  return tokens.map(({ text }) => text).join('');
}

function tokensOf(template: string): Token[] {
  const tokens: Token[] = [];
  let start = 0;
  const endText = (end: number): void => {
    if (end > start) tokens.push({ text: template.slice(start, end), isText: true });
    start = end;
  };
  for (let at = 0; at < template.length;) {
    const char = template[at];
    if (char === '\n') endText(++at);
    else if (template[at + 1] === char && template[at + 2] === '{' && (char === '$' || char === '%')) at += 3;
    else if ((char === '$' || char === '%') && template[at + 1] === '{') {
      endText(at);
      at = endOfExpression(template, at + 2);
      tokens.push({ text: template.slice(start, at), isText: false });
      start = at;
    } else at++;
  }
  endText(template.length);
  return tokens;
}

/** Blank lines are left as they are. */
function unindent(tokens: readonly Token[]): void {
  const first = tokens.filter((_, at) => at === 0 || tokens[at - 1].text.endsWith('\n'));
  const lines = first.filter(({ text, isText }) => !isText || text.trim() !== '' || !text.endsWith('\n'));
  let indent = 1000;
  for (const { text, isText } of lines) indent = Math.min(indent, isText ? text.length - text.trimStart().length : 0);
  for (const line of lines) if (line.isText) line.text = line.text.slice(indent);
}
