import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run';

/** What the changelog says that an upgrade takes away. */
export interface Announced {
  /** `example/stack`; `*` stands for any part. */
  readonly stack: string;
  /** An address; `*` stands for any part. */
  readonly address: string;
  readonly kind: string;
  readonly line: string;
}

const HEADING = '### Replaced or destroyed';
const ENTRY = /^- `([^`]+)`: `([^`]+)` is (destroyed|replaced): \S.*$/;

/** Reads the list of CHANGELOG.md under Unreleased. A line that is no entry is refused: it would announce nothing. */
export function announced(changelog = readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8')): Announced[] {
  const [, unreleased = ''] = /^## \[Unreleased\]\n([\s\S]*?)(?=^## |(?![\s\S]))/m.exec(changelog) ?? [];
  const start = unreleased.indexOf(`${HEADING}\n`);
  if (start < 0) throw new Error(`CHANGELOG.md has no "${HEADING}" under Unreleased`);
  const [section] = unreleased.slice(start + HEADING.length).split(/^### /m);
  return section
    .split('\n')
    .filter((line) => line.startsWith('-'))
    .map((line) => {
      const [, stack, address, kind] = ENTRY.exec(line) ?? [];
      if (kind === undefined)
        throw new Error(`no entry of the form "- \`stack\`: \`address\` is destroyed: reason": ${line}`);
      return { stack, address, kind, line };
    });
}

export function isAnnounced(entry: Announced, stack: string, address: string, kind: string): boolean {
  return entry.kind === kind && matches(entry.stack, stack) && matches(entry.address, address);
}

function matches(pattern: string, text: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(text);
}
