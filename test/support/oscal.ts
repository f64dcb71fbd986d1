import Ajv, { ValidateFunction } from 'ajv';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FILES, OscalModel } from '../../lib/reports/oscal/document';

const SCHEMAS = join(__dirname, '../reports/oscal/schemas');

const PCHAR = "(?:[\\w\\-.~!$&'()*+,;=:@]|%[\\da-fA-F]{2})";
const HOST = "(?:\\[[\\da-fA-F:.]+\\]|(?:[\\w\\-.~!$&'()*+,;=]|%[\\da-fA-F]{2})*)";
const AUTHORITY = `//(?:(?:[\\w\\-.~!$&'()*+,;=:]|%[\\da-fA-F]{2})*@)?${HOST}(?::\\d*)?`;
const REST = `(?:\\?(?:${PCHAR}|[/?])*)?(?:#(?:${PCHAR}|[/?])*)?`;
const SCHEME = '[a-zA-Z][a-zA-Z\\d+.\\-]*:';
const ABSOLUTE = `${SCHEME}(?:${AUTHORITY}(?:/${PCHAR}*)*|/?(?:${PCHAR}+(?:/${PCHAR}*)*)?)${REST}`;
const RELATIVE = `(?:${AUTHORITY}(?:/${PCHAR}*)*|/(?:${PCHAR}+(?:/${PCHAR}*)*)?|(?:(?!:)(?:${PCHAR}(?<!:))+(?:/${PCHAR}*)*)?)${REST}`;

/** The formats that the schemas name, as RFC 3339, RFC 3986 and RFC 5322 have them. */
export const FORMATS = {
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/,
  email: /^[^@\s]+@[^@\s]+$/,
  uri: new RegExp(`^${ABSOLUTE}$`),
  'uri-reference': new RegExp(`^(?:${ABSOLUTE}|${RELATIVE})$`),
};

const VALIDATORS = new Map<OscalModel, ValidateFunction>();

function validator(model: OscalModel): ValidateFunction {
  let validate = VALIDATORS.get(model);
  if (!validate) {
    const schema = JSON.parse(readFileSync(join(SCHEMAS, `${model}.json`), 'utf8')) as object;
    validate = new Ajv({ strict: false, unicodeRegExp: true, formats: FORMATS }).compile(schema);
    VALIDATORS.set(model, validate);
  }
  return validate;
}

/** The model that a file of OSCAL holds, by the name of the file. */
export function modelOf(file: string): OscalModel {
  const found = (Object.keys(FILES) as OscalModel[]).find((model) => file.endsWith(FILES[model]));
  if (!found) throw new Error(`${file} is no file of OSCAL`);
  return found;
}

/** What NIST's schema refuses in a document. */
export function refused(model: OscalModel, text: string): readonly string[] {
  const validate = validator(model);
  validate(JSON.parse(text));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** Every value of a key within JSON, in the order of the text. */
export function valuesOf(key: string, json: unknown): string[] {
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([name, value]: [string, unknown]) =>
    name === key && typeof value === 'string' ? [value] : valuesOf(key, value)
  );
}

/** What is named twice. */
export function repeated(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => seen.size === seen.add(name).size);
}
