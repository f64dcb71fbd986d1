import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** A list of exceptions that somebody has looked at: each has a reason, and each must still be needed. */
export class ReviewedList<Entry extends { readonly reason: string }> {
  public readonly entries: readonly Entry[];
  private readonly used = new Set<Entry>();

  constructor(private readonly file: string) {
    this.entries = JSON.parse(readFileSync(file, 'utf8')) as Entry[];
    const unreasoned = this.entries.find((entry) => typeof entry.reason !== 'string' || entry.reason.trim() === '');
    if (unreasoned) throw new Error(`${basename(file)}: no reason for ${JSON.stringify(unreasoned)}`);
  }

  /** The entry that covers something, which is needed from then on. */
  public find(covers: (entry: Entry) => boolean): Entry | undefined {
    const found = this.entries.find(covers);
    if (found) this.used.add(found);
    return found;
  }

  /** Throws where an entry was not needed. */
  public requireAllUsed(): void {
    const unused = this.entries.filter((entry) => !this.used.has(entry));
    if (unused.length === 0) return;
    throw new Error(
      `${basename(this.file)} lists what is no longer so; remove:\n${unused.map((entry) => JSON.stringify(entry)).join('\n')}`
    );
  }
}
