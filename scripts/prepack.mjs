// What the package holds besides the repository: what is built, and API.md.
import './built.mjs';
import { writeApi } from './docs/api.mjs';
import { ROOT } from './step.mjs';

writeApi(ROOT);
