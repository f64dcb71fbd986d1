import { Need, Setting } from '../../aws/types/resource-type';
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

/** What to do about a setting: leave it out where its default holds. */
export function settingStep({ attribute, is, list, anything, default: byDefault }: Setting, within = ''): string {
  const name = `\`${within}${attribute}\``;
  if (anything) return `set ${name}`;
  if (list) return `set ${name} to ${codeList(is.map(String))} only`;
  return byDefault !== undefined && is.includes(byDefault)
    ? `leave out ${name}, or set it to ${String(is[0])}`
    : `set ${name} to ${String(is[0])}`;
}

/** What to do so that all needs of one of several ways hold. */
export function waysStep(ways: readonly (readonly Need[])[]): string {
  return ways.map((needs) => needs.map(needStep).join(', and ')).join('; or ');
}

function needStep(need: Need): string {
  const { attribute, is, holds, not, unset } = need;
  const name = `\`${attribute}\``;
  if (unset) return `leave out ${name}`;
  if (is) return settingStep({ ...need, is });
  if (holds) return `let ${name} hold ${codeList(holds)}`;
  return not ? `set ${name} to something other than ${not.join(' or ')}` : `set ${name}`;
}

/** What to do, type by type: what several types share is said once. A type with nothing to do is left out. */
export function instruction(all: readonly (readonly [type: string, steps: readonly string[]])[]): string {
  const steps = all.filter(([, each]) => each.length > 0);
  const texts = unique(steps.map(([, each]) => each.join(', and ')));
  const sentences = texts.map((text) => {
    const types = steps.filter(([, each]) => each.join(', and ') === text).map(([type]) => type);
    const sentence = `${text[0].toUpperCase()}${text.slice(1)}`;
    return texts.length === 1 ? `${sentence}.` : `For ${codeList(types)}: ${text}.`;
  });
  return sentences.join(' ');
}
