import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toolVersion } from '../../lib/evidence/tool';
import { FILES, documentText, beginOf } from '../../lib/reports/oscal/document';
import { uuid } from '../../lib/reports/oscal/uuid';
import { assessmentPlanBody } from './assessment-plan';
import { catalogBody } from './catalog';
import { componentDefinitionBody } from './component-definition';

const ROOT = join(__dirname, '../..');

/** The documents of the package. */
const DOCUMENTS = {
  catalog: { title: 'Technical and organizational measures (GDPR Art. 32)', body: catalogBody },
  'component-definition': { title: 'Rules and constructs of cdktf-aws-toms', body: componentDefinitionBody },
  'assessment-plan': { title: 'Assessment of technical and organizational measures', body: assessmentPlanBody },
} as const;

/** The OSCAL files of the package, by path. What says the same as before keeps its date: two runs on two days write the same. */
export function renderPackaged(today: string): ReadonlyMap<string, string> {
  return new Map(
    (Object.keys(DOCUMENTS) as (keyof typeof DOCUMENTS)[]).map((model) => {
      const { title, body: bodyOf } = DOCUMENTS[model];
      const path = `oscal/${FILES[model]}`;
      const body = bodyOf();
      const digest = createHash('sha256').update(JSON.stringify(body)).digest('hex');
      const id = uuid(model, toolVersion(), title, digest);
      const known = datesOf(path);
      const modified = known?.uuid === id ? known.modified : beginOf(today);
      return [path, documentText(model, { uuid: id, title, modified }, body)] as const;
    })
  );
}

/** The uuid and the date of the document that is there. */
function datesOf(path: string): { readonly uuid: string; readonly modified: string } | undefined {
  let text;
  try {
    text = readFileSync(join(ROOT, path), 'utf8');
  } catch {
    return undefined;
  }
  const [document] = Object.values(
    JSON.parse(text) as { [model: string]: { uuid: string; metadata: { 'last-modified': string } } }
  );
  return { uuid: document.uuid, modified: document.metadata['last-modified'] };
}
