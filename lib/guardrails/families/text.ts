import { unique } from './family';

/** A noun at the beginning of a sentence, with its article: `An event bus`. */
export function article(noun: string): string {
  return `${/^(?:[aeio]|NFS|SMB|FSx|EFS)/i.test(noun) ? 'An' : 'A'} ${noun}`;
}

/** Names as code: `` `a`, `b` and `c` ``. */
export function codeList(names: readonly string[]): string {
  const code = names.map((name) => `\`${name}\``);
  return code.length > 1 ? `${code.slice(0, -1).join(', ')} and ${code[code.length - 1]}` : code.join();
}

/** What to do, type by type: what several types share is said once. */
export function instruction(steps: readonly (readonly [type: string, steps: readonly string[]])[]): string {
  const texts = unique(steps.map(([, each]) => each.join(', and ')));
  const sentences = texts.map((text) => {
    const types = steps.filter(([, each]) => each.join(', and ') === text).map(([type]) => type);
    const sentence = `${text[0].toUpperCase()}${text.slice(1)}`;
    return texts.length === 1 ? `${sentence}.` : `For ${codeList(types)}: ${text}.`;
  });
  return sentences.join(' ');
}
