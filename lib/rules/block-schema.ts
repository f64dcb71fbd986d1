import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A block, an attribute that holds a list of objects, or what holds such. */
export interface BlockSchema {
  readonly kind?: 'block' | 'objects';
  readonly inner: ReadonlyMap<string, BlockSchema>;
}

/** What the provider's schema says of a type, as `schema/aws-blocks.json` holds it: paths of blocks, and of attributes that hold lists of objects. */
interface TypeBlocks {
  readonly blocks?: readonly string[];
  readonly objects?: readonly string[];
}

const TYPES = JSON.parse(readFileSync(join(__dirname, '../../schema/aws-blocks.json'), 'utf8')) as {
  readonly [type: string]: TypeBlocks | undefined;
};
const READ = new Map<string, BlockSchema>();
const NOTHING: BlockSchema = { inner: new Map() };

/** The blocks of a resource type. */
export function blockSchema(type: string): BlockSchema {
  // What other providers hold is no concern of the rules.
  if (!type.startsWith('aws_')) return NOTHING;
  const reduced = TYPES[type];
  if (!reduced) throw new Error(`the AWS provider has no resource ${type}`);
  let found = READ.get(type);
  if (!found) READ.set(type, (found = treeOf(reduced)));
  return found;
}

interface Branch {
  kind?: BlockSchema['kind'];
  inner: Map<string, Branch>;
}

function treeOf({ blocks = [], objects = [] }: TypeBlocks): BlockSchema {
  const root: Branch = { inner: new Map() };
  const add = (path: string, kind: BlockSchema['kind']): void => {
    const above = new Map<string, Branch>();
    let at = root;
    for (const name of path.split('.')) {
      let next = at.inner.get(name);
      // A block within one of its own name, such as a statement within a statement, holds what that one holds.
      if (!next) at.inner.set(name, (next = { inner: above.get(name)?.inner ?? new Map<string, Branch>() }));
      above.set(name, next);
      at = next;
    }
    at.kind = kind;
  };
  for (const path of blocks) add(path, 'block');
  for (const path of objects) add(path, 'objects');
  return root;
}
