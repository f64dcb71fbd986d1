import { renderConstructs } from './constructs';
import { renderMeasures } from './measures';
import { renderRules } from './rules';

/** Every page that is written from the code, by its path from the root. */
export function renderPages(): ReadonlyMap<string, string> {
  return new Map([
    ['docs/constructs/README.md', renderConstructs()],
    ['docs/measures.md', renderMeasures()],
    ...renderRules(),
  ]);
}
