import { renderConstructs } from './constructs';
import { renderFolders } from './folders';
import { renderMeasures } from './measures';
import { renderRules } from './rules';

/** Every page that is written from the code, wholly or in part, by its path from the root. */
export function renderPages(): ReadonlyMap<string, string> {
  return new Map([
    ['docs/constructs/README.md', renderConstructs()],
    ['docs/measures.md', renderMeasures()],
    ...renderRules(),
    ...renderFolders(),
  ]);
}
