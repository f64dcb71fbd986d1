import { recordOf } from '../../aws/declared';
import { readJson } from '../../terraform/read-json';
import { shownPath } from '../../terraform/shown-path';
import { Stack } from '../../terraform/stack';
import { UnreadableInput } from '../../terraform/unreadable-input';
import { JsonObject, isJsonObject } from '../../terraform/value';
import { filesBeside } from '../files-beside';

/** The file in which people keep what no rule can see. `schema/toms-records.schema.json` describes it. */
export const RECORD_FILE = 'toms.records.json';

/** Records and reports as somebody wrote them, not checked, and the stacks that they are for. */
export interface RecordFile {
  readonly file: string;
  readonly stacks: readonly Stack[];
  readonly organization?: JsonObject;
  readonly records: readonly JsonObject[];
  readonly reports: readonly JsonObject[];
}

/** The files of records of stacks: the one that is named, or else those that lie beside them. */
export function recordFiles(stacks: readonly Stack[], named?: string): RecordFile[] {
  return filesBeside(stacks, RECORD_FILE, named).map(({ path, stacks: of }) => {
    return { stacks: of, ...contentOf(shownPath(path), readJson(path), 'it') };
  });
}

/** What the program of a stack wrote into its `//`. */
export function recordsInStack(stack: Stack): RecordFile | undefined {
  const { records } = recordOf(stack);
  if (records === undefined) return undefined;
  return { stacks: [stack], ...contentOf(stack.file, records, '"//".toms.records') };
}

const KEYS = ['$schema', 'version', 'organization', 'records', 'reports'];

/** None must be lost in silence: what is no list of records cannot be read. */
function contentOf(file: string, json: unknown, where: string): Omit<RecordFile, 'stacks'> {
  const refuse = (problem: string): never => {
    throw new UnreadableInput(file, `${where} ${problem}`);
  };
  if (!isJsonObject(json)) return refuse('is no object with version, records and reports');
  const stray = Object.keys(json).find((key) => !KEYS.includes(key));
  if (stray !== undefined) refuse(`has ${JSON.stringify(stray)}, and only ${KEYS.join(', ')} are known`);
  if (json.version !== 1) refuse('must have version 1');
  const listed = (key: 'records' | 'reports'): JsonObject[] => {
    const list: unknown = json[key];
    if (!Array.isArray(list)) return refuse(`has no list of ${key}: write "${key}": []`);
    return list.map((entry: unknown) =>
      isJsonObject(entry) ? entry : refuse(`has one of its ${key} that is no object`)
    );
  };
  const { organization } = json;
  if (organization !== undefined && !isJsonObject(organization)) refuse('has an organization that is no object');
  return {
    file,
    organization: isJsonObject(organization) ? organization : undefined,
    records: listed('records'),
    reports: listed('reports'),
  };
}
