import { readJson } from '../../terraform/json-attribute';
import { Resource } from '../../terraform/stack';
import { Value, isJsonObject, isUnknown } from '../../terraform/value';

/** The preferences of Session Manager by their names, such as `kmsKeyId`. */
export type SessionInputs = { readonly [name: string]: Value };

/** The preferences that a document sets, or why nobody can tell. `undefined` for documents that hold none. */
export function sessionInputs(
  document: Resource
): { readonly inputs: SessionInputs } | { readonly open: string } | undefined {
  if (document.get('document_type') !== 'Session') return undefined;
  const reading = readJson(document, 'content');
  if (!reading) return undefined;
  if ('unknown' in reading) return { open: `content is ${reading.unknown}, which only a plan can tell` };
  if ('broken' in reading) return { open: notRead(document) };
  const { sessionType, inputs } = isJsonObject(reading.json) ? (reading.json as SessionInputs) : {};
  if (sessionType !== 'Standard_Stream') return undefined;
  if (isUnknown(inputs)) return { open: `inputs is ${inputs.text}, which only a plan can tell` };
  return { inputs: isJsonObject(inputs) ? (inputs as SessionInputs) : {} };
}

function notRead(document: Resource): string {
  return document.get('document_format') === 'YAML'
    ? 'content is YAML, which is not read: write it as JSON'
    : 'content cannot be read: it is no JSON';
}
