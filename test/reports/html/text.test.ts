import { capped, counted, external, prose } from '../../../lib/reports/html/text';
import { html } from '../../../lib/reports/html/markup';
import { QUERIES } from '../../../lib/toms/queries';

test('one is not many', () => {
  expect([counted(1, 'rule'), counted(2, 'rule'), counted(1200, 'match', 'matches')]).toEqual([
    '1 rule',
    '2 rules',
    '1,200 matches',
  ]);
});

test.each(['javascript:alert(1)', 'data:text/html,a', 'http://example.com', '//example.com', ' https://example.com'])(
  '%j is no link',
  (url) => {
    expect(external(url, 'a').toString()).toBe('a');
  }
);

test('a place outside is a link over HTTPS, which does not say where it is followed from', () => {
  expect(external('https://example.com/?a&b').toString()).toBe(
    '<a href="https://example.com/?a&amp;b" rel="noreferrer">https://example.com/?a&amp;b</a>'
  );
});

test('code in prose stands between backticks, escaped as all text', () => {
  expect(prose('run `a <b>` & wait').toString()).toBe('run <code>a &lt;b&gt;</code> &amp; wait');
});

test.each(Object.entries(QUERIES))('the code of query %s is closed', (_id, { how }) => {
  expect(how.split('`').length % 2).toBe(1);
  // A backtick within code would end it.
  expect(how).not.toMatch(/[^\s(]`[^\s;,.:)]/);
});

test('a list says how many more there are', () => {
  expect(capped(['a', 'b', 'c'], (one) => html`${one}`, 2).toString()).toMatch(
    /<li>a<\/li>\s*<li>b<\/li>\s*<li class="more">and 1 more in evidence\.json<\/li>/
  );
  expect(capped(['a'], (one) => html`${one}`, 1).toString()).not.toContain('more');
});
