import { xml } from '../escape';
import { Block, Line, Paper, Run } from './paper';

const STYLE = [
  'body{font:15px/1.5 system-ui,sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#1a1a1a;background:#fff}',
  'h1{font-size:1.6em}h2{font-size:1.2em;margin-top:2em}',
  'table{border-collapse:collapse;width:100%}th,td{border:1px solid #767676;padding:.3em .5em;text-align:left;vertical-align:top}',
  'thead{display:table-header-group;background:#eee}tr{break-inside:avoid}h2{break-after:avoid}a{color:#00408a}',
  '@media print{body{margin:0;max-width:none;font-size:10pt}a{color:inherit}}',
].join('');

/** A paper as a page without scripts, which fetches nothing. */
export function paperHtml({ language, title, blocks }: Paper): string {
  return `${[
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${xml(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${xml(title)}</h1>`,
    ...blocks.flatMap(blockText),
    '</main>',
    '</body>',
    '</html>',
  ].join('\n')}\n`;
}

function blockText(block: Block): string[] {
  if ('heading' in block) return [`<h2>${xml(block.heading)}</h2>`];
  if ('text' in block) return [`<p>${lineText(block.text)}</p>`];
  if ('list' in block) return ['<ul>', ...block.list.map((line) => `<li>${lineText(line)}</li>`), '</ul>'];
  if ('mermaid' in block) return [`<pre>${xml(block.mermaid)}</pre>`];
  return [
    '<table>',
    `<thead><tr>${block.head.map((cell) => `<th scope="col">${xml(cell)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...block.rows.map((cells) => `<tr>${cells.map((cell) => `<td>${lineText(cell)}</td>`).join('')}</tr>`),
    '</tbody>',
    '</table>',
  ];
}

function lineText(line: Line): string {
  return typeof line === 'string' ? xml(line) : line.map(runText).join('');
}

function runText(run: Run): string {
  if (typeof run === 'string') return xml(run);
  if ('bold' in run) return `<strong>${xml(run.bold)}</strong>`;
  return `<a href="evidence.html#${xml(encodeURIComponent(run.claim))}">${xml(run.claim)}</a>`;
}
