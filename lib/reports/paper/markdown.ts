import { markdown } from '../escape';
import { table } from '../markdown-table';
import { Block, Line, Paper, Run } from './paper';

/** A paper in Markdown. */
export function paperMarkdown({ title, blocks }: Paper): string {
  return [`# ${markdown(title)}`, ...blocks.flatMap((block) => ['', ...blockText(block)]), ''].join('\n');
}

function blockText(block: Block): string[] {
  if ('heading' in block) return [`## ${markdown(block.heading)}`];
  if ('text' in block) return [lineText(block.text)];
  if ('mermaid' in block) return ['```mermaid', ...block.mermaid.trimEnd().split('\n'), '```'];
  return table(
    block.head.map(markdown),
    block.rows.map((cells) => cells.map(lineText))
  );
}

function lineText(line: Line): string {
  return typeof line === 'string' ? markdown(line) : line.map(runText).join('');
}

function runText(run: Run): string {
  if (typeof run === 'string') return markdown(run);
  if ('bold' in run) return `**${markdown(run.bold)}**`;
  return `[${markdown(run.claim)}](evidence.html#${encodeURIComponent(run.claim)})`;
}
