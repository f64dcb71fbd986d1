// Writes the generated documentation: the pages on rules and measures, and the picture in the page of an example.
import { generate } from './docs/generate.mjs';
import { ROOT } from './step.mjs';

generate(ROOT);
