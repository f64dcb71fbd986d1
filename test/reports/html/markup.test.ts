import { Html, css, html } from '../../../lib/reports/html/markup';

test('text between markup is escaped, in elements and between quotes', () => {
  expect(html`<a title="${`"'<>&`}">${'<script>'}</a>`.toString()).toBe(
    '<a title="&quot;&apos;&lt;&gt;&amp;">&lt;script&gt;</a>'
  );
});

test('markup between markup stays, one or several', () => {
  const item = html`<li>${1}</li>`;
  expect(html`${[item, item]}${item}`.toString()).toBe('<li>1</li><li>1</li><li>1</li>');
});

test('text is never taken for markup, however it was made', () => {
  // @ts-expect-error: only the tags make markup.
  const forged: Html = { toString: () => '<br />' };
  expect(() => html`${forged}`.toString()).toThrow();
  expect(html`${html`<br />`.toString()}`.toString()).toBe('&lt;br /&gt;');
});

test('a style sheet takes names and no text', () => {
  const color = (name: string): string =>
    css`
      p {
        color: var(--${name});
      }
    `.toString();
  expect(color('in-part')).toContain('color: var(--in-part);');
  expect(() => color('a); } b {')).toThrow('no name in a style sheet: "a); } b {"');
});
