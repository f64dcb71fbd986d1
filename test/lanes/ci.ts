/**
 * What CI servers run, as shells: the steps of the action for GitHub, with a server on loopback for its API, the template for GitLab, the hook for
 * pre-commit, and the scripts that complete the command.
 */
import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { IncomingMessage, createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { examples } from '../diff/examples';
import { Lane, runLane } from './support/lane';
import { Environment, ROOT, Result, build, mustRun, run } from './support/run';

const ROTATED = examples().quickstart.quickstart;
const UNROTATED = JSON.parse(
  JSON.stringify(ROTATED).replace(/"enable_key_rotation":true/g, '"enable_key_rotation":false')
) as object;

interface Step {
  readonly id?: string;
  readonly name: string;
  readonly run: string;
  readonly env: { readonly [name: string]: string };
}

interface Action {
  readonly inputs: { readonly [name: string]: { readonly default?: string } };
  readonly runs: { readonly steps: readonly Step[] };
}

runLane('ci', async (lane) => {
  const project = mkdtempSync(join(tmpdir(), 'toms-ci-'));
  try {
    await lane.need('the library is built', build);
    mkdirSync(join(project, 'node_modules', '.bin'), { recursive: true });
    symlinkSync(join(ROOT, 'bin', 'toms'), join(project, 'node_modules', '.bin', 'toms'));
    writeFileSync(join(project, 'package.json'), '{}');
    const write = (path: string, content: unknown): string => {
      mkdirSync(join(project, path, '..'), { recursive: true });
      writeFileSync(join(project, path), JSON.stringify(content));
      return path;
    };
    write('good/cdk.tf.json', ROTATED);
    write('bad/cdk.tf.json', UNROTATED);
    await lane.sequence('GitHub', (own) => github(own, project));
    await lane.sequence('GitLab', (own) => gitlab(own, project));
    await lane.sequence('pre-commit', (own) => preCommit(own, project));
    await lane.sequence('completion', (own) => completion(own, project));
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
});

interface Comment {
  readonly id: number;
  body: string;
}

async function github(lane: Lane, project: string): Promise<void> {
  const comments: Comment[] = [{ id: 1, body: 'a comment of a person' }];
  const asked: string[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const path = request.url ?? '';
      asked.push(`${request.method} ${path.split('?')[0]}`);
      if (request.headers.authorization !== 'Bearer token-of-the-test') response.writeHead(403).end('{}');
      else if (request.method === 'GET') response.end(JSON.stringify(comments));
      else if (request.method === 'POST') response.end(JSON.stringify(added(comments, body)));
      else {
        const comment = comments.find(({ id }) => path.endsWith(`/comments/${id}`));
        if (comment) comment.body = body;
        response.end('{}');
      }
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const action = (inputs: { readonly [name: string]: string }) => runAction(project, url, inputs);
  try {
    await lane.check('what passes is status 0, with SARIF and a summary, and nothing is said', async () => {
      const { status, summary } = await action({ path: 'good' });
      strictEqual(status, 0);
      match(summary, /0 violated/);
      ok(existsSync(join(project, 'toms.sarif')));
      deepStrictEqual(asked, []);
    });
    await lane.check('what fails is status 1, and the SARIF names it', async () => {
      const { status, summary } = await action({ path: 'bad' });
      strictEqual(status, 1);
      match(summary, /KMS-001/);
      match(readFileSync(join(project, 'toms.sarif'), 'utf8'), /KMS-001/);
    });
    await lane.check('what widens is commented once', async () => {
      strictEqual((await action({ path: 'bad', before: 'good' })).status, 1);
      strictEqual(comments.length, 2);
      match(comments[1].body, /^<!-- written by toms diff -->\n\*\*\w+: KMS/);
      asked.length = 0;
      await action({ path: 'bad', before: 'good' });
      deepStrictEqual(asked, ['GET /repos/acme/shop/issues/7/comments']);
    });
    await lane.check('another diff takes the place of the comment', async () => {
      strictEqual((await action({ path: 'good', before: 'good' })).status, 0);
      strictEqual(comments.length, 2);
      match(comments[1].body, /\*\*Nothing widens\.\*\*/);
    });
    await lane.check('input that cannot be read is status 2, and no comment', async () => {
      asked.length = 0;
      strictEqual((await action({ path: 'good', before: 'nowhere' })).status, 2);
      deepStrictEqual(asked, []);
    });
    await lane.check('a token that may not comment says what it lacks', async () => {
      const { status, stderr } = await action({ path: 'bad', before: 'good', token: 'another' });
      strictEqual(status, 1);
      match(stderr, /answered with 403: the token needs the permission pull-requests, write/);
    });
  } finally {
    server.close();
  }
}

function added(comments: Comment[], body: string): Comment {
  const comment = { id: comments.length + 1, body };
  comments.push(comment);
  return comment;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text === '' ? '' : (JSON.parse(text) as { body: string }).body;
}

/** Runs the steps of the action one after the other, as a runner does with `bash -eo pipefail`. A step that fails ends it. */
async function runAction(
  project: string,
  url: string,
  given: { readonly [name: string]: string }
): Promise<{ status: number; summary: string; stderr: string }> {
  const { inputs, runs } = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as Action;
  const outputs = new Map<string, string>();
  const files = mkdtempSync(join(project, 'run-'));
  const summaryFile = join(files, 'summary');
  writeFileSync(summaryFile, '');
  const valueOf = (expression: string): string => {
    const [, input] = /^inputs\.([\w-]+)$/.exec(expression) ?? [];
    if (input !== undefined) return resolved(given[input] ?? inputs[input].default ?? '');
    if (expression === 'github.token') return 'token-of-the-test';
    if (expression === 'github.action_path') return ROOT;
    if (expression === 'github.event.pull_request.number') return '7';
    const output = outputs.get(expression);
    if (output === undefined) throw new Error(`nothing says what ${expression} is`);
    return output;
  };
  const resolved = (text: string): string =>
    text.replace(/\$\{\{ *([^}]*?) *\}\}/g, (_all, expression: string) => valueOf(expression));
  let stderr = '';
  for (const { id, run: script, env } of runs.steps) {
    const outputFile = join(files, id ?? 'result');
    writeFileSync(outputFile, '');
    const variables: Environment = {
      ...Object.fromEntries(Object.entries(env).map(([name, text]) => [name, resolved(text)])),
      GITHUB_API_URL: url,
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_STEP_SUMMARY: summaryFile,
      GITHUB_OUTPUT: outputFile,
    };
    const result = await run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], project, variables);
    stderr += result.stderr;
    for (const line of readFileSync(outputFile, 'utf8').split('\n')) {
      const [name, value] = line.split('=');
      if (value !== undefined) outputs.set(`steps.${id}.outputs.${name}`, value);
    }
    if (result.status !== 0) return { status: result.status, summary: readFileSync(summaryFile, 'utf8'), stderr };
  }
  return { status: 0, summary: readFileSync(summaryFile, 'utf8'), stderr };
}

/** What GitLab says that an issue of code quality has: docs.gitlab.com/ci/testing/code_quality, "Code Quality report format". */
const SEVERITIES = ['info', 'minor', 'major', 'critical', 'blocker'];

async function gitlab(lane: Lane, project: string): Promise<void> {
  const { toms } = parse(readFileSync(join(ROOT, 'ci/gitlab.yml'), 'utf8')) as {
    toms: { script: string[]; artifacts: { reports: { codequality: string; junit: string } } };
  };
  const job = (path: string): Promise<Result> =>
    run('bash', ['-eo', 'pipefail', '-c', toms.script.join('\n')], project, { TOMS_PATH: path, TOMS_FAIL_ON: 'low' });
  await lane.check('what passes is status 0', async () => strictEqual((await job('good')).status, 0));
  await lane.check('what fails is status 1, and both reports are written', async () => {
    strictEqual((await job('bad')).status, 1);
    const { codequality, junit } = toms.artifacts.reports;
    match(readFileSync(join(project, junit), 'utf8'), /<failure/);
    const issues = JSON.parse(readFileSync(join(project, codequality), 'utf8')) as {
      [field: string]: unknown;
      location: { path: string; lines: { begin: number } };
    }[];
    ok(issues.some(({ check_name: name }) => name === 'KMS-001'));
    for (const { description, check_name: name, fingerprint, severity, location } of issues) {
      ok([description, name, fingerprint, location.path].every((text) => typeof text === 'string' && text !== ''));
      ok(SEVERITIES.includes(String(severity)) && location.lines.begin >= 1 && !location.path.startsWith('./'));
    }
    strictEqual(new Set(issues.map(({ fingerprint }) => fingerprint)).size, issues.length);
  });
}

async function preCommit(lane: Lane, project: string): Promise<void> {
  const [{ entry, args }] = parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8')) as {
    entry: string;
    args: string[];
  }[];
  await lane.check('the hook refuses what fails', async () => {
    deepStrictEqual(args, ['cdktf.out']);
    const hook = (path: string): Promise<Result> => run('bash', ['-c', `${entry} ${path}`], project);
    strictEqual((await hook('good')).status, 0);
    strictEqual((await hook('bad')).status, 1);
  });
}

/** Types into an interactive zsh, presses TAB once, and prints the line that it has then. */
const ASK_ZSH = `
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "fpath=($PWD/zsh \\$fpath); autoload -Uz compinit; compinit -u -d $PWD/zsh/dump"
zpty -w shell 'show() { print -r -- "<$BUFFER>" }; zle -N show; bindkey "^X" show; print REA""DY'
zpty -r shell line '*READY*'
zpty -w -n shell "$1"$'\\t\\x18'
zpty -r shell line '*<*>*'
print -r -- "\${\${line##*<}%%>*}"
zpty -d shell
`;

async function completion(lane: Lane, project: string): Promise<void> {
  const toms = join(ROOT, 'bin', 'toms');
  await lane.check('bash completes commands and options', async () => {
    const ask = (words: string, at: number): string =>
      `source <('${toms}' completion bash); COMP_WORDS=(${words}); COMP_CWORD=${at}; _toms; echo "\${COMPREPLY[@]}"`;
    const answer = async (words: string, at: number): Promise<string> =>
      (await mustRun('bash', ['-c', ask(words, at)], project)).trim();
    strictEqual(await answer('toms di', 1), 'diff');
    strictEqual(await answer('toms check --base', 2), '--baseline');
    strictEqual(await answer('toms diff go', 2), 'good');
  });
  if (await has('fish')) {
    await lane.check('fish completes commands, options and files', async () => {
      const script = join(project, 'toms.fish');
      writeFileSync(script, await mustRun(toms, ['completion', 'fish'], project));
      const answer = async (line: string): Promise<string> =>
        (await mustRun('fish', ['--no-config', '-c', `source '${script}'; complete -C '${line}'`], project)).trim();
      strictEqual(await answer('toms di'), 'diff');
      strictEqual(await answer('toms --ver'), '--version');
      strictEqual(await answer('toms check --base'), '--baseline');
      strictEqual(await answer('toms diff go'), 'good/');
    });
  } else lane.note('fish is not installed: what it completes was not tried');
  if (await has('zsh')) {
    await lane.check('zsh completes commands, options and files, at the first time that it is asked', async () => {
      mkdirSync(join(project, 'zsh'));
      writeFileSync(join(project, 'zsh', '_toms'), await mustRun(toms, ['completion', 'zsh'], project));
      writeFileSync(join(project, 'ask.zsh'), ASK_ZSH);
      for (const [typed, completed] of [
        ['toms di', 'toms diff '],
        ['toms --ver', 'toms --version '],
        ['toms check --base', 'toms check --baseline '],
        ['toms diff go', 'toms diff good/'],
      ]) {
        strictEqual((await mustRun('zsh', ['-f', 'ask.zsh', typed], project)).trimStart(), `${completed}\n`);
      }
    });
  } else lane.note('zsh is not installed: what it completes was not tried');

  async function has(shell: string): Promise<boolean> {
    return (await run('bash', ['-c', `command -v ${shell}`], project)).status === 0;
  }
}
