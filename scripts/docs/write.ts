import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderMeasures } from './measures';
import { renderRules } from './rules';

const docs = join(process.argv[2], 'docs');
mkdirSync(docs, { recursive: true });
writeFileSync(join(docs, 'rules.md'), renderRules());
writeFileSync(join(docs, 'measures.md'), renderMeasures());
