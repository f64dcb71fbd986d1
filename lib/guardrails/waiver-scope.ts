/** A name as its segments, outermost first. A segment that has several forms matches each of them. */
export type Name = readonly (readonly string[])[];

/** What was put at names in a tree, and holds there and below. */
export class Scopes<T> {
  private readonly root = new Node<T>();

  public add(segments: readonly string[], item: T): void {
    let at = this.root;
    for (const segment of segments) {
      let next = at.children.get(segment);
      if (!next) at.children.set(segment, (next = new Node()));
      at = next;
    }
    at.items.push(item);
  }

  /** What holds at a name, innermost first. */
  public at(name: Name): T[] {
    const found: T[][] = [];
    let level = [this.root];
    for (const forms of name) {
      level = level.flatMap((node) => forms.flatMap((form) => node.children.get(form) ?? []));
      if (level.length === 0) break;
      found.push(level.flatMap((node) => node.items));
    }
    return found.reverse().flat();
  }
}

class Node<T> {
  readonly items: T[] = [];
  readonly children = new Map<string, Node<T>>();
}

/** The segments of a construct path. */
export function pathSegments(path: string): string[] {
  return path.split('/');
}

const PART = /(module\.[^.[\s]+|(?:data\.)?[^.[\s]+\.[^.[\s]+)(\[(?:\d+|"(?:[^"\\]|\\.)*")\])?(\.|$)/y;

/**
 * The segments of a Terraform address: its modules and its resource, each with its index. What is called otherwise, as some findings about a whole stack
 * are, is one segment.
 */
export function addressSegments(address: string): string[] {
  return partsOf(address).map(([name, index]) => `${name}${index}`);
}

/** The names that cover an address: without an index, a name stands for every instance. */
export function addressName(address: string): Name {
  return partsOf(address).map(([name, index]) => (index === '' ? [name] : [`${name}${index}`, name]));
}

function partsOf(address: string): [name: string, index: string][] {
  const parts: [string, string][] = [];
  PART.lastIndex = 0;
  for (let end = false; !end;) {
    const match = PART.exec(address);
    if (!match || (match[3] === '.' && !match[1].startsWith('module.'))) return [[address, '']];
    parts.push([match[1], match[2] ?? '']);
    end = match[3] === '';
  }
  return parts;
}
