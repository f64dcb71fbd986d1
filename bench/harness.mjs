import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
export const PROGRAMS = join(ROOT, 'bench', 'programs');

/** Runs a command to its end and returns what it wrote, and how long it took. A status other than those allowed is an error. */
export function run(command, args, { statuses = [0], ...options } = {}) {
  const start = process.hrtime.bigint();
  const { status, signal, error, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    ...options,
  });
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  if (error) throw error;
  if (!statuses.includes(status)) {
    throw new Error(`${[command, ...args].join(' ')} ended with ${status ?? signal}\n${stdout}${stderr}`);
  }
  return { ms, stdout };
}

/** Runs one of the measured programs in a fresh process, and returns what it measured of itself. */
export function measured(program, args, flags = []) {
  return JSON.parse(run(process.execPath, [...flags, join(PROGRAMS, program), ...args.map(String)]).stdout);
}

/**
 * Runs every variant once a round, so that whatever slows the machine down slows them all, and each of them first in turn.
 * Returns one object a round: what each variant returned, by its name.
 */
export function rounds(count, variants) {
  const names = Object.keys(variants);
  return Array.from({ length: count }, (_, round) => {
    const order = names.map((_name, at) => names[(at + round) % names.length]);
    process.stderr.write('.');
    return Object.fromEntries(order.map((name) => [name, variants[name]()]));
  });
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** How two variants of the same rounds compare: the median of the rounds' ratios, and how far they spread. */
export function compare(all, above, below, valueOf = ({ ms }) => ms) {
  const a = all.map((round) => valueOf(round[above]));
  const b = all.map((round) => valueOf(round[below]));
  const ratios = a.map((value, at) => value / b[at]);
  return {
    ratio: median(ratios),
    least: Math.min(...ratios),
    most: Math.max(...ratios),
    fastest: Math.min(...a) / Math.min(...b),
    runs: all.length,
    above: median(a),
    below: median(b),
  };
}
