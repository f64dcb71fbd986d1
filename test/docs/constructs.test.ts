import { MEASURES_OF } from '../../scripts/docs/constructs';
import { pageOf } from '../support/constructs';
import { filesIn, proseOf, read } from './markdown';

/** What a page tells of a construct, in this order; other sections may stand between. */
const SECTIONS = ['It makes', 'It ensures', 'It refuses', 'Where it ends'];

describe.each([...MEASURES_OF])('the page of %s', (name, measures) => {
  const page = `docs/constructs/${pageOf(name)}`;

  test('begins with its name, what it is, its measures and a sample', () => {
    const [title, , summary, , line] = read(page).split('\n');
    expect(title).toBe(`# ${name}`);
    expect(summary).toMatch(/^[A-Z].*\.$/);
    expect(line).toBe(`Measures: [${measures.join(', ')}](../measures.md)`);
    expect(read(page).split('\n## ')[0]).toContain('```ts');
  });

  test('says what it makes, ensures and refuses, and where it ends', () => {
    const headings = [...proseOf(page).matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings.filter((heading) => SECTIONS.includes(heading))).toEqual(SECTIONS);
  });
});

test('docs/constructs has a page of every construct, and no other', () => {
  const pages = [...MEASURES_OF.keys()].map((name) => `docs/constructs/${pageOf(name)}`);
  expect(filesIn('docs/constructs', '.md')).toEqual([...pages, 'docs/constructs/README.md'].sort());
});
