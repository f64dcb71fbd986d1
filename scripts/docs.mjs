// Writes the generated documentation: docs/rules.md, docs/measures.md and API.md.
import { generate } from './docs/generate.mjs';
import { ROOT } from './step.mjs';

generate(ROOT);
