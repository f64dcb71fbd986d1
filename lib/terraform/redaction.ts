import { withoutLiterals } from './expression/literals';
import { Stack } from './stack';
import { withoutCredentials } from './urls';

const HIDDEN = '(sensitive)';

/** How many characters tell that a secret may stand at a place. */
const BEGINNING = 4;

/** How many characters of a secret are compared. Where a longer one begins, the rest of the message is hidden. */
const COMPARED = 256;

/** Takes out of messages what nobody may see: sensitive values of some stacks, literals within expressions, and credentials in addresses. */
export class Redaction {
  /** In the order of their characters. */
  private readonly secrets: readonly string[];
  private readonly beginnings: ReadonlySet<string>;
  /** Of each secret the longest other one that it begins with. */
  private readonly within = new Map<string, string>();
  /** Much is said of many resources in the same words. */
  private readonly redacted = new Map<string, string>();

  constructor(stacks: readonly Stack[]) {
    const all = new Set<string>();
    for (const { sensitive } of stacks) {
      for (const text of sensitive) {
        for (const form of [text, JSON.stringify(text).slice(1, -1)]) all.add(folded(form.slice(0, COMPARED)));
      }
    }
    this.secrets = [...all].sort();
    this.beginnings = new Set(this.secrets.map((secret) => secret.slice(0, BEGINNING)));
    const open: string[] = [];
    for (const secret of this.secrets) {
      while (open.length > 0 && !secret.startsWith(open[open.length - 1])) open.pop();
      if (open.length > 0) this.within.set(secret, open[open.length - 1]);
      open.push(secret);
    }
  }

  /** A message without them. */
  public of(message: string): string {
    const known = this.redacted.get(message);
    if (known !== undefined) return known;
    const redacted = withoutCredentials(withoutLiterals(this.withoutSecrets(message)));
    this.redacted.set(message, redacted);
    return redacted;
  }

  private withoutSecrets(message: string): string {
    if (this.secrets.length === 0) return message;
    const text = folded(message);
    let result = '';
    let hidden = 0;
    for (let at = 0; at < message.length; at++) {
      const end = at + this.lengthOfSecretAt(text, at);
      if (end > at && at >= hidden) result += HIDDEN;
      hidden = Math.max(hidden, end);
      if (at >= hidden) result += message[at];
    }
    return result;
  }

  /** How much is hidden from a place on: the longest secret there, which is the last one in order that is not behind the text, or one that this begins with. */
  private lengthOfSecretAt(text: string, at: number): number {
    if (!this.beginnings.has(text.slice(at, at + BEGINNING))) return 0;
    const rest = text.slice(at, at + COMPARED);
    let low = 0;
    let high = this.secrets.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.secrets[middle] <= rest) low = middle + 1;
      else high = middle;
    }
    let found: string | undefined = low === 0 ? undefined : this.secrets[low - 1];
    while (found !== undefined && !rest.startsWith(found)) found = this.within.get(found);
    return found?.length === COMPARED ? text.length : (found?.length ?? 0);
  }
}

/** Messages write some values in other letters: `TCP` for `tcp`. */
function folded(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
