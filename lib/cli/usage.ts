import { RECORD_FILE } from '../guardrails/records/record-file';
import { CONFIG_FILE } from '../guardrails/settings/config-file';
import { WAIVER_FILE } from '../guardrails/waiver-file';
import {
  DIFF_FORMATS,
  EVIDENCE_FILES,
  Formats,
  GRAPH_FORMATS,
  REPORT_FORMATS,
  RULE_LIST_FORMATS,
  WAIVER_LIST_FORMATS,
} from '../reports/formats';
import { LANGUAGES } from '../reports/language';
import { nearest } from '../terraform/nearest';
import { ENGINE } from '../toms/engine';

/** A command that cannot be understood, and the way out. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/** The formats of a command, as its help lists them. */
function names(formats: Formats<never, never>): string {
  const [first, ...others] = Object.keys(formats);
  return listed([`${first} (default)`, ...others]);
}

function listed(words: readonly string[]): string {
  return words.length === 1 ? words[0] : `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`;
}

const CONFIG_OPTION = `  --config <file>     take the configuration from a file instead of the nearest ${CONFIG_FILE} at or above`;

export const HELP = {
  toms: `Usage: toms <command>

Checks Terraform for technical and organizational measures (GDPR Art. 32).

Commands:
  init              write a configuration, and what your CI needs
  check <path>…     check the output of ${ENGINE} synth, Terraform JSON or a plan
  diff <before> <after>
                    say what changes in security between two outputs or plans
  evidence <path>…  write the papers that show which measure is met by what
  graph <path>…     draw the segments of the network, and what flows between them
  waivers <path>…   list the waivers, and how many days are left of each
  rules             list the rules
  explain <rule>    say why a rule is there, and what passes it
  completion <shell>
                    write the completion of bash, zsh or fish

Options:
  --help            show this, or the help of a command
  --version         show the version

Exit status: 0 clean, 1 findings, 2 usage or unreadable input, 3 internal error
`,
  check: `Usage: toms check <path>… [options]

Checks every stack that the paths name. A path is one of:
  cdktf.out           the output of ${ENGINE} synth, or a directory of several such outputs
  <directory>         a directory of *.tf.json files
  <file>.tf.json      one file of Terraform JSON
  <plan>.json         the output of terraform show -json <plan file>

Options:
  --format <format>   ${names(REPORT_FORMATS)}
  --output <file>     write the report to a file instead of standard output
  --undetermined <what>
                      report (default) or fail: whether what only a plan settles fails the check
  --fail-on <severity>
                      high, medium or low (default): findings of less severity are reported and fail nothing
  --only <words>      run only these: rules by id or name, measures (8.4), severities; commas between them
  --skip <words>      do not run these; what they speak of is not shown in the evidence
  --baseline <file>   findings that the file names are known and fail nothing; what it names and is gone fails the check
  --update-baseline   write what fails now to the baseline
  -v, --verbose       show every finding at length, with code that fixes or waives it, however many there are
  --evidence <dir>    write ${Object.keys(EVIDENCE_FILES).join(' and ')} to a directory
  --waivers <file>    take waivers from a file instead of ${WAIVER_FILE} beside the input
  --records <file>    take records from a file instead of ${RECORD_FILE} beside the input
${CONFIG_OPTION}

Exit status: 0 clean, 1 findings, 2 usage or unreadable input, 3 internal error
`,
  diff: `Usage: toms diff <before> <after> [options]
       toms diff <plan>.json [options]

Compares two outputs of ${ENGINE} synth, two plans, or a plan with the state that it starts from, by what they mean: what
widens (access, exposure, network, keys; less retention, logs or backups; protections, stores and waivers), what narrows,
what is neutral, and what nobody can tell. Order, form and moved addresses are no change. The paths are those of toms
check.

Options:
  --format <format>   ${names(DIFF_FORMATS)}
  --output <file>     write the diff to a file instead of standard output
  --approve <file>    widenings that somebody has reviewed: { "version": 1, "approvals": [{ "change", "approver",
                      "reason", "expires", "ticket" }] }, where change is the number that the diff shows
  --waivers <file>    take waivers of both sides from a file instead of ${WAIVER_FILE} beside the input
${CONFIG_OPTION}
  -v, --verbose       show every change and every place

Exit status: 0 nothing widened, 1 something widened and is not approved, 2 usage or unreadable input, 3 internal error
`,
  evidence: `Usage: toms evidence <path>… --out <dir> [options]

Writes what the stacks that the paths name show of every measure. The paths are those of toms check, which says whether
anything breaks a rule: evidence is written either way, and shows it.

Options:
  --out <dir>         the directory to write to
  --at <date>         the day that waivers and records are read on, and that the papers carry (default: today)
  --lang <languages>  ${LANGUAGES.join(',')} (default), or some of them: the languages of papers for people outside
  --waivers <file>    take waivers from a file instead of ${WAIVER_FILE} beside the input
  --records <file>    take records from a file instead of ${RECORD_FILE} beside the input
  --approvals <file>  show approvals of toms diff, each with its date, as records of reviewed changes; may be repeated
${CONFIG_OPTION}

Exit status: 0 written, 1 written without a refused record or waiver, 2 usage or unreadable input, 3 internal error
`,
  graph: `Usage: toms graph <path>… [options]

Draws every stack that the paths name as one picture: trust boundaries, what stands in them, who may reach whom, and
where logs go. The paths are those of toms check.

Options:
  --format <format>   ${names(GRAPH_FORMATS)}
  --output <file>     write the picture to a file instead of standard output

Exit status: 0 drawn, 2 usage or unreadable input, 3 internal error
`,
  waivers: `Usage: toms waivers <path>… [options]

Lists every waiver of the stacks that the paths name, and of the waiver files beside them, the first to end first. The
paths are those of toms check, which also says whether a waiver covers anything.

Options:
  --format <format>   ${names(WAIVER_LIST_FORMATS)}
  --waivers <file>    take waivers from a file instead of ${WAIVER_FILE} beside the input
${CONFIG_OPTION}

Exit status: 0 all in force, 1 one has expired or is malformed, 2 usage or unreadable input, 3 internal error
`,
  rules: `Usage: toms rules [options]

Lists every rule with its name, its severity, its claims and what must hold; those of your configuration last.

Options:
  --format <format>   ${names(RULE_LIST_FORMATS)}
${CONFIG_OPTION}
`,
  explain: `Usage: toms explain <rule> [options]

Says what a rule demands and why, how to fix what it finds, and shows configurations that pass and that it refuses.
A rule is called by its id, S3-003, or by its name, all-public-access-blocks.

Options:
${CONFIG_OPTION}
`,
  init: `Usage: toms init [options]

Writes ${CONFIG_FILE} into the directory of a project, and the file that runs the check on GitHub or GitLab, whichever hosts the
repository. What is there already stays as it is.

Options:
  --ci <host>         github, gitlab or none, instead of what the repository shows
  --dry-run           print what would be written
`,
  completion: `Usage: toms completion bash|zsh|fish

Writes a script that completes the commands, options and paths of toms:
  bash  source <(toms completion bash)
  zsh   toms completion zsh > a file called _toms in a directory of fpath
  fish  toms completion fish > ~/.config/fish/completions/toms.fish
`,
} as const;

/** Refuses an option that names a path, and names none. */
export function requirePaths(values: { readonly [option: string]: unknown }, options: readonly string[]): void {
  const empty = options.find((option) => values[option] === '');
  if (empty !== undefined) throw new UsageError(`--${empty} is empty: name a path`);
}

/** What writes the format that is asked for. A format that the command does not write is refused. */
export function requireFormat<Content, Options>(
  formats: Formats<Content, Options>,
  format = Object.keys(formats)[0]
): Formats<Content, Options>[string] {
  const known = Object.keys(formats);
  if (known.includes(format)) return formats[format];
  const meant = nearest(format, known);
  const hint = meant ? `is it ${meant}?` : `there is ${listed(known)}`;
  throw new UsageError(`no format is called ${JSON.stringify(format)}: ${hint}`);
}
