import type { Node, Pair } from 'yaml';
import { Json } from '../value';

/** What Terraform takes for a boolean, a date, a number or a merge, and others for text. */
const AMBIGUOUS = /^(?:y|n|yes|no|on|off|<<|\..*|\d{4}-\d{1,2}-.*)$/i;
/** Escapes that Terraform refuses. */
const REFUSED = /\\\/|\\u[dD]/;

/** The JSON that a YAML document stands for. `undefined` where Terraform may read it otherwise, or refuses it. */
export function jsonOfYaml(text: string): Json | undefined {
  if (REFUSED.test(text) || /[\x00-\x08]/.test(text)) return undefined;
  // The parser is loaded only where something asks for it.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { YAMLError, isScalar, parseDocument, visit } = require('yaml') as typeof import('yaml');
  try {
    const document = parseDocument(text);
    let isRead = document.errors.length + document.warnings.length === 0 && document.contents !== null;
    visit(document, {
      Node: (_key, node: Node) => {
        const isPlain = isScalar(node) && node.type === 'PLAIN';
        if (node.tag !== undefined || (isPlain && AMBIGUOUS.test(node.source ?? ''))) isRead = false;
      },
      Pair: (_key, { key }: Pair) => {
        if (!isScalar(key) || key.value === null) isRead = false;
      },
    });
    // Written out again, it has no alias of itself.
    return isRead ? (JSON.parse(JSON.stringify(document.toJS())) as Json) : undefined;
  } catch (error) {
    if (error instanceof YAMLError || error instanceof ReferenceError || error instanceof TypeError) return undefined;
    throw error;
  }
}
