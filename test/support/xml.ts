/** An element, and its attributes as they are written. */
export interface Element {
  readonly name: string;
  readonly attributes: { readonly [name: string]: string };
}

/** Reads XML of elements, attributes and text, and throws where it is not well-formed. */
export function elementsOf(xml: string): Element[] {
  const found: Element[] = [];
  const open: string[] = [];
  const body = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '');
  const token = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-zA-Z-]+="[^"<]*")*)\s*(\/?)>|([^<>]+)/gy;
  for (let at = 0; at < body.length; at = token.lastIndex) {
    token.lastIndex = at;
    const match = token.exec(body);
    if (!match) throw new Error(`not well-formed: ${body.slice(at, at + 80)}`);
    const [whole, closing, name, attributes, empty] = match;
    if (/&(?!(?:amp|lt|gt|quot|apos|#\d+);)/.test(whole)) throw new Error(`a bare ampersand: ${whole}`);
    if (name === undefined) continue;
    if (closing) {
      if (open.pop() !== name) throw new Error(`not nested: ${whole}`);
      continue;
    }
    const pairs = [...attributes.matchAll(/([a-zA-Z-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]);
    found.push({ name, attributes: Object.fromEntries(pairs) as { [name: string]: string } });
    if (!empty) open.push(name);
  }
  if (open.length > 0) throw new Error(`not closed: ${open.join()}`);
  return found;
}

/** Text as it was before it was escaped. */
export function unescaped(text: string): string {
  return text.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d+));/g, (_, name: string | undefined, code: string) =>
    name === undefined ? String.fromCodePoint(Number(code)) : NAMED[name]
  );
}

const NAMED: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
