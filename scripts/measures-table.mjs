import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from './step.mjs';

const WIDTH = 100;
const GAP = '   ';

/**
 * What the evidence of several apps says of the measures: a line a chapter, a column an app, and as many tables as it
 * takes for the columns to fit.
 */
export function measuresTable(apps) {
  const { CHAPTERS } = createRequire(import.meta.url)(join(ROOT, 'dist', 'toms', 'measures', 'catalogue.js'));
  const head = column(
    '',
    Object.entries(CHAPTERS).map(([id, title]) => `${id.padStart(2)}. ${title}`)
  );
  const columns = apps.map(({ name, file }) => {
    const { measures } = JSON.parse(readFileSync(file, 'utf8'));
    return column(
      name,
      Object.keys(CHAPTERS).map((id) => cell(measures.filter(({ chapter }) => String(chapter) === id)))
    );
  });
  return inRows(columns, WIDTH - head[0].length)
    .map((row) =>
      head
        .map(
          (_, line) =>
            `${[head, ...row]
              .map((cells) => cells[line])
              .join(GAP)
              .trimEnd()}\n`
        )
        .join('')
    )
    .join('\n');
}

/** `3/6`, and what else there is to know. Measures that no rule looked at are those that are left. */
function cell(measures) {
  const count = (state) => measures.filter((measure) => measure.state === state).length;
  const others = ['violated', 'waived', 'undetermined'].filter((state) => count(state) > 0);
  return [`${count('met')}/${measures.length}`, ...others.map((state) => `${count(state)} ${state}`)].join(', ');
}

function column(name, cells) {
  const lines = [name, ...cells];
  const width = Math.max(...lines.map((line) => line.length));
  return lines.map((line) => line.padEnd(width));
}

/** As many columns beside each other as fit. */
function inRows(columns, width) {
  const rows = [[]];
  let free = width;
  for (const cells of columns) {
    const needed = GAP.length + cells[0].length;
    if (needed > free && rows.at(-1).length > 0) {
      rows.push([]);
      free = width;
    }
    rows.at(-1).push(cells);
    free -= needed;
  }
  return rows;
}
