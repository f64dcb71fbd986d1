import { paperHtml } from '../../../lib/reports/paper/html';
import { paperMarkdown } from '../../../lib/reports/paper/markdown';
import { Paper, claimRuns, field, listed } from '../../../lib/reports/paper/paper';

const PAPER: Paper = {
  language: 'de',
  title: 'Titel & mehr',
  blocks: [
    { heading: 'Eins <b>' },
    { text: ['siehe ', ...claimRuns(['8.1.a', '8.1.d'])] },
    { text: ['a|b', { bold: 'c*' }] },
    { head: ['x'], rows: [['1'], [field('de', undefined)], [listed('de', ['a', 'b'])]] },
    { mermaid: 'flowchart LR\n  a --> b\n' },
  ],
};

test('a paper in Markdown', () => {
  expect(paperMarkdown(PAPER)).toBe(
    [
      '# Titel &amp; mehr',
      '',
      '## Eins &lt;b&gt;',
      '',
      'siehe [8\\.1\\.a](evidence.html#8.1.a), [8\\.1\\.d](evidence.html#8.1.d)',
      '',
      'a\\|b**c\\***',
      '',
      '| x |',
      '| --- |',
      '| 1 |',
      '| **\\[auszufüllen\\]** |',
      '| a; b |',
      '',
      '```mermaid',
      'flowchart LR',
      '  a --> b',
      '```',
      '',
    ].join('\n')
  );
});

test('the same paper as a page in its language, without scripts and requests', () => {
  const page = paperHtml(PAPER);
  expect(page).toMatch(/^<!doctype html>\n<html lang="de">/);
  expect(page).toContain('<title>Titel &amp; mehr</title>');
  expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  expect(page).toContain('<h2>Eins &lt;b&gt;</h2>');
  expect(page).toContain(
    '<p>siehe <a href="evidence.html#8.1.a">8.1.a</a>, <a href="evidence.html#8.1.d">8.1.d</a></p>'
  );
  expect(page).toContain('<p>a|b<strong>c*</strong></p>');
  expect(page).toMatch(/<thead>\s*<tr>\s*<th scope="col">x<\/th>\s*<\/tr>\s*<\/thead>/);
  expect(page).toContain('<td><strong>[auszufüllen]</strong></td>');
  expect(page).toContain('<pre>flowchart LR<br />  a --&gt; b<br />');
  expect(page).not.toMatch(/<script|https?:|url\(/);
});
