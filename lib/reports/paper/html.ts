import { Html, Part, css, html } from '../html/markup';
import { Block, Line, Paper, Run } from './paper';

const STYLE = css`
  body {
    font:
      15px/1.5 system-ui,
      sans-serif;
    max-width: 60em;
    margin: 2em auto;
    padding: 0 1em;
    color: #1a1a1a;
    background: #fff;
  }
  h1 {
    font-size: 1.6em;
  }
  h2 {
    font-size: 1.2em;
    margin-top: 2em;
    break-after: avoid;
  }
  table {
    border-collapse: collapse;
    width: 100%;
  }
  th,
  td {
    border: 1px solid #767676;
    padding: 0.3em 0.5em;
    text-align: left;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  thead {
    display: table-header-group;
    background: #eee;
  }
  tr {
    break-inside: avoid;
  }
  a {
    color: #00408a;
    white-space: nowrap;
  }
  @media print {
    body {
      margin: 0;
      max-width: none;
      font-size: 10pt;
    }
    a {
      color: inherit;
    }
  }
`;

/** A paper as a page without scripts, which fetches nothing. */
export function paperHtml({ language, title, blocks }: Paper): string {
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${blocks.map(blockHtml)}
        </main>
      </body>
    </html> `;
  return page.toString();
}

function blockHtml(block: Block): Html {
  if ('heading' in block) return html`<h2>${block.heading}</h2> `;
  if ('text' in block) return html`<p>${lineHtml(block.text)}</p> `;
  if ('mermaid' in block) return html`<pre>${block.mermaid.split('\n').map((line) => html`${line}<br />`)}</pre> `;
  const cells = (row: readonly Line[]): Part => row.map((cell) => html`<td>${lineHtml(cell)}</td>`);
  return html`<table>
    <thead>
      <tr>
        ${block.head.map((cell) => html`<th scope="col">${cell}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${block.rows.map(
        (row) =>
          html`<tr>
            ${cells(row)}
          </tr> `
      )}
    </tbody>
  </table> `;
}

function lineHtml(line: Line): Part {
  return typeof line === 'string' ? line : line.map(runHtml);
}

function runHtml(run: Run): Html {
  if (typeof run === 'string') return html`${run}`;
  if ('bold' in run) return html`<strong>${run.bold}</strong>`;
  return html`<a href="evidence.html#${encodeURIComponent(run.claim)}">${run.claim}</a>`;
}
