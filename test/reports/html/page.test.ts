import { createHash } from 'node:crypto';
import { evidenceHtml } from '../../../lib/reports/html/page';
import { everyState } from '../../support/evidence';
import { Element, elementsOf, unescaped } from '../../support/xml';

const AT = '2026-06-01';
const HOSTILE = `"><script>alert(1)</script><img src=x onerror=alert(1)>' style="color:red" &amp; ]]> <!-- \u202e`;

function page(text = 'canary', addresses?: number): string {
  const { evidence, findings } = everyState(text, addresses);
  return evidenceHtml(evidence, findings, AT);
}

/** The style sheet, and the elements of the page. A style sheet is no XML. */
function parsed(text: string): { style: string; elements: Element[] } {
  const [, style] = /<style>([^<]*)<\/style>/.exec(text)!;
  return { style, elements: elementsOf(text.replace(/^<!DOCTYPE html>\n/, '').replace(style, '')) };
}

const { style, elements } = parsed(page());
const ids = elements.flatMap(({ attributes }) => attributes.id ?? []);

test('is well-formed, and each id is there once', () => {
  expect(elements[0]).toEqual({ name: 'html', attributes: { lang: 'en' } });
  expect(new Set(ids).size).toBe(ids.length);
});

test('text of others changes no element and no attribute but for its words', () => {
  const shape = (all: readonly Element[]): unknown[] =>
    all.map(({ name, attributes }) => [name, Object.keys(attributes), attributes.class, attributes.id]);
  expect(shape(parsed(page(HOSTILE)).elements)).toEqual(shape(elements));
});

test('what is met by declaration has a section of its own, with what is declared', () => {
  const section = /<section aria-labelledby="declarations">.*?<\/section>/s.exec(page('canary'))?.[0];
  expect(section).toContain('<code>main:canary</code>');
  const { evidence, findings } = everyState('canary');
  expect(page('canary')).toMatch(/<section aria-labelledby="controls">.*canary.*<\/section>/s);
  expect(evidenceHtml({ ...evidence, controls: [] }, findings, AT)).toMatch(
    /<h2 id="controls">Controls<\/h2>.*?<p>None\.<\/p>/s
  );
  expect(evidenceHtml({ ...evidence, declarations: [] }, findings, AT)).toMatch(
    /<h2 id="declarations">Declarations<\/h2>\s*<p>None\.<\/p>/
  );
});

test('loads nothing, runs nothing, sends nothing', () => {
  const names = new Set(elements.map(({ name }) => name));
  for (const name of ['script', 'img', 'iframe', 'object', 'embed', 'link', 'audio', 'video', 'base']) {
    expect([name, names.has(name)]).toEqual([name, false]);
  }
  const attributes = new Set(elements.flatMap((element) => Object.keys(element.attributes)));
  expect(
    [...attributes].filter((name) => /^on|^(style|src|srcset|action|formaction|ping|background)$/.test(name))
  ).toEqual([]);
  expect(style).not.toMatch(/url\(|@import|image-set|expression/);
});

test('no style applies but its own', () => {
  const policy = elements.find(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy');
  const hash = createHash('sha256').update(style).digest('base64');
  expect(unescaped(policy?.attributes.content ?? '')).toBe(
    `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
  );
});

test('each link leads to a place on the page, or to one outside over HTTPS', () => {
  const links = elements.flatMap(({ name, attributes }) => (name === 'a' ? unescaped(attributes.href) : []));
  const known = new Set(ids.map((id) => `#${id}`));
  expect(links.filter((link) => !known.has(link) && !link.startsWith('https://'))).toEqual([]);
  for (const link of ['#1.1.1.a', '#chapter-8', '#KMS-001', 'https://example.com/a']) expect(links).toContain(link);
});

test('claims, measures, chapters and rules are anchors', () => {
  const { evidence } = everyState('canary');
  const claims = evidence.measures.flatMap((measure) => measure.claims);
  expect(claims.length).toBeGreaterThan(200);
  expect(ids).toEqual(
    expect.arrayContaining([
      ...claims.map(({ id }) => id),
      ...evidence.measures.flatMap(({ id, chapter }) => [id, `chapter-${chapter}`]),
      ...evidence.rules.map(({ rule }) => rule),
    ])
  );
});

test('headings leave out no level', () => {
  const levels = elements.flatMap(({ name }) => (/^h[1-6]$/.test(name) ? Number(name.slice(1)) : []));
  expect(levels[0]).toBe(1);
  levels.slice(1).forEach((level, at) => expect(level).toBeLessThanOrEqual(levels[at] + 1));
});

test('says what it is not, and what keeps it from being evidence', () => {
  const text = page();
  expect(text).toContain('Design at one point in time, not operation.');
  expect(text).toContain('Nothing was enforced: the guardrails only warned.');
  expect(text).toContain('Rules failed to run: this is no evidence.');
});

test('grows with addresses only until lists are full', () => {
  const [some, many] = [page('', 100), page('', 1000)];
  expect(many).toContain('and 980 more in evidence.json');
  // Numbers have more digits, and nothing else.
  expect(many.length).toBeLessThan(some.length * 1.02);
});
