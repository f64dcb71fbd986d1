/** A command that cannot be understood, and the way out. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

export const HELP = {
  toms: `Usage: toms <command>

Checks Terraform for technical and organizational measures (GDPR Art. 32).

Commands:
  check <path>…     check the output of cdktf synth, Terraform JSON or a plan
  graph <path>…     draw the segments of the network, and what flows between them
  rules             list the rules
  explain <rule>    say why a rule is there, and what passes it

Options:
  --help            show this, or the help of a command
  --version         show the version

Exit status: 0 clean, 1 findings, 2 usage or unreadable input, 3 internal error
`,
  check: `Usage: toms check <path>… [options]

Checks every stack that the paths name. A path is one of:
  cdktf.out           the output of cdktf synth, or a directory of several such outputs
  <directory>         a directory of *.tf.json files
  <file>.tf.json      one file of Terraform JSON
  <plan>.json         the output of terraform show -json <plan file>

Options:
  --format <format>   text (default), json, sarif or junit
  --output <file>     write the report to a file instead of standard output
  --evidence <dir>    write evidence.json and evidence.md to a directory

Exit status: 0 clean, 1 findings, 2 usage or unreadable input, 3 internal error
`,
  graph: `Usage: toms graph <path>… [options]

Draws every stack that the paths name as one picture: trust boundaries, what stands in them, who may reach whom, and
where logs go. The paths are those of toms check.

Options:
  --format <format>   mermaid (default)
  --output <file>     write the picture to a file instead of standard output

Exit status: 0 drawn, 2 usage or unreadable input, 3 internal error
`,
  rules: `Usage: toms rules [--format text|json]

Lists every rule with its name, its severity, its measures and what must hold.
`,
  explain: `Usage: toms explain <rule>

Says what a rule demands and why, how to fix what it finds, and shows configurations that pass and that it refuses.
A rule is called by its id, S3-003, or by its name, all-public-access-blocks.
`,
} as const;

/** Refuses a format that a command does not write. */
export function requireFormat(format: string, formats: readonly string[]): void {
  if (formats.includes(format)) return;
  const meant = nearest(format, formats);
  throw new UsageError(`no format is called ${JSON.stringify(format)}${meant ? `: is it ${meant}?` : ''}`);
}

/** The candidate that a mistyped word is most likely to mean, if one is near. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const asked = word.slice(0, 40).toLowerCase();
  const ranked = candidates
    .map((candidate) => ({ candidate, distance: editDistance(asked, candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  return ranked.length > 0 && ranked[0].distance <= 3 ? ranked[0].candidate : undefined;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length];
}
