import { toolVersion } from '../evidence/tool';
import { linesOf, oneLine } from '../reports/escape';
import { nearest } from '../terraform/nearest';
import { UnreadableInput } from '../terraform/unreadable-input';
import { checkCommand } from './check';
import { completionCommand } from './completion';
import { diffCommand } from './diff';
import { evidenceCommand } from './evidence';
import { graphCommand } from './graph';
import { initCommand } from './init';
import { EXIT, Io } from './io';
import { SILENT, progressLine } from './progress';
import { explainCommand, rulesCommand } from './rules';
import { HELP, UsageError } from './usage';
import { waiversCommand } from './waivers';

const COMMANDS: ReadonlyMap<string, (args: readonly string[], io: Io) => number> = new Map([
  ['init', initCommand],
  ['check', checkCommand],
  ['diff', diffCommand],
  ['evidence', evidenceCommand],
  ['graph', graphCommand],
  ['waivers', waiversCommand],
  ['rules', rulesCommand],
  ['explain', explainCommand],
  ['completion', completionCommand],
]);

/** What the surroundings give to `main`. */
export interface MainIo {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly isTty: boolean;
  readonly today?: Date;
  /** Milliseconds since the command has begun, where somebody watches `err`. */
  readonly watchedFor?: () => number;
}

/** Runs the `toms` command and returns its exit status: 0 clean, 1 findings, 2 usage or unreadable input, 3 internal. */
export function main(argv: readonly string[], { isTty, today = new Date(), watchedFor, ...to }: MainIo): number {
  const [name = '', ...args] = argv;
  const progress = watchedFor ? progressLine(to.err, watchedFor) : SILENT;
  const over = (write: (text: string) => void) => (text: string) => {
    progress.clear();
    write(text);
  };
  const [out, err] = [over(to.out), over(to.err)];
  try {
    return dispatch(name, args, { out, err, colour: isTty && !process.env.NO_COLOR, today, progress });
  } catch (error) {
    return complain(error, COMMANDS.has(name) ? `toms ${name}` : 'toms', err);
  } finally {
    progress.clear();
  }
}

/** Says what went wrong and the way out. What was read goes through `oneLine`: it may be anything. */
function complain(error: unknown, command: string, err: (text: string) => void): number {
  const { message = String(error), code, stack = message } = (error ?? {}) as Partial<NodeJS.ErrnoException>;
  if (error instanceof UnreadableInput) {
    err(`toms: ${oneLine(message)}\n`);
    return EXIT.usage;
  }
  if (error instanceof UsageError || code?.startsWith('ERR_PARSE_ARGS')) {
    // After the first sentence Node advises on arguments that start with a dash.
    err(`toms: ${oneLine(code ? message.split('. To ')[0] : message)}\ntoms: see ${command} --help\n`);
    return EXIT.usage;
  }
  err(`toms: internal error: ${oneLine(message)}\n`);
  const trace = process.env.DEBUG ? linesOf(stack).join('\n') : 'toms: DEBUG=1 shows where: please report it';
  err(`${trace}\n`);
  return EXIT.internal;
}

function dispatch(name: string, args: readonly string[], io: Io): number {
  const command = COMMANDS.get(name);
  if (command) return command(args, io);
  if (name === '--help' || name === '-h') {
    io.out(HELP.toms);
    return EXIT.clean;
  }
  if (name === '--version') {
    io.out(`${toolVersion()}\n`);
    return EXIT.clean;
  }
  if (name === '') throw new UsageError('say what to do: toms check <path>');
  const meant = nearest(name, [...COMMANDS.keys()]);
  throw new UsageError(`no command is called ${JSON.stringify(name)}${meant ? `: is it ${meant}?` : ''}`);
}

/** Runs `main` on this process. The status is set, not exited with: what is written to a pipe must arrive whole. */
export function start(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // Anyone who read has seen enough, as `head` does.
      if (error.code === 'EPIPE') process.exit();
      process.exit(EXIT.internal);
    });
  }
  process.exitCode = main(process.argv.slice(2), {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    isTty: process.stdout.isTTY === true,
    watchedFor: process.stderr.isTTY && !process.env.CI ? () => performance.now() : undefined,
  });
}
