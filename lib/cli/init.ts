import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { packageText } from '../evidence/tool';
import { CONFIG_FILE } from '../guardrails/settings/config-file';
import { readJson } from '../terraform/read-json';
import { repositoryRoot } from '../terraform/repository';
import { UnreadableInput } from '../terraform/unreadable-input';
import { isJsonObject, ownProperty } from '../terraform/value';
import { EXIT, Io } from './io';
import { HELP, UsageError } from './usage';
import { makeDirectory, writeOut } from './write-file';
import { ENGINE, LIBRARY } from '../toms/engine';

const CONFIGURATION = {
  $schema: `./node_modules/${LIBRARY}/schema/toms-config.schema.json`,
  version: 1,
  failOn: 'low',
  undetermined: 'report',
};

/** What hosts a repository. */
interface Host {
  /** What lies in the root of a repository that it hosts. */
  readonly shows: RegExp;
  /** The addresses that such a repository is fetched from. */
  readonly remote: RegExp;
  /** The file that runs the check, and that of this package which it is a copy of. */
  readonly file: string;
  readonly template: string;
  /** What is left to do for it to run. */
  readonly next: string;
}

const HOSTS: { readonly [name: string]: Host } = {
  github: {
    shows: /^\.github$/,
    remote: /url = .*\bgithub\./,
    file: '.github/workflows/measures.yml',
    template: 'ci/github.yml',
    next: 'pin the actions of .github/workflows/measures.yml as your policy requires',
  },
  gitlab: {
    shows: /^\.gitlab(?:-ci\.yml)?$/,
    remote: /url = .*\bgitlab\./,
    file: '.gitlab/measures.yml',
    template: 'ci/gitlab.yml',
    next: "add to .gitlab-ci.yml: include: [{ local: '.gitlab/measures.yml' }]",
  },
};

/** `toms init`: writes what a project lacks, and leaves as it is what it has. */
export function initCommand(args: readonly string[], io: Io): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ci: { type: 'string' },
      'dry-run': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    io.out(HELP.init);
    return EXIT.clean;
  }
  if (positionals.length > 0) throw new UsageError('toms init takes no path: run it in the directory of the project');
  requireProject();
  const root = repositoryRoot(process.cwd()) ?? process.cwd();
  const host = values.ci === undefined ? hostOf(root) : hostNamed(values.ci);
  const isRoot = root === process.cwd();

  const files: [file: string, text: string][] = [[CONFIG_FILE, `${JSON.stringify(CONFIGURATION, null, 2)}\n`]];
  if (host && isRoot) files.push([host.file, packageText(host.template)]);
  for (const [file, text] of files) {
    if (existsSync(file)) io.out(`${file} is there already, and stays as it is\n`);
    else if (values['dry-run']) io.out(`would write ${file}:\n\n${text}\n`);
    else {
      makeDirectory(dirname(file));
      writeOut(text, file, io);
    }
  }
  for (const step of nextSteps(host, isRoot)) io.out(`next: ${step}\n`);
  return EXIT.clean;
}

/** Refuses directories without a project of CDK for Terraform. */
function requireProject(): void {
  const file = 'package.json';
  if (!existsSync(file))
    throw new UnreadableInput(file, 'does not exist: run toms init in the directory of the project');
  const json = readJson(file);
  const { dependencies, devDependencies } = isJsonObject(json) ? json : {};
  if ([dependencies, devDependencies].some((names) => isJsonObject(names) && ownProperty(names, ENGINE))) return;
  throw new UnreadableInput(file, `does not name ${ENGINE}: run toms init in a project of ${ENGINE}`);
}

function hostNamed(name: string): Host | undefined {
  const host = ownProperty(HOSTS, name);
  if (host || name === 'none') return host;
  throw new UsageError(`--ci is ${Object.keys(HOSTS).join(', ')} or none, got ${JSON.stringify(name)}`);
}

/** What hosts a repository, by its files, and otherwise by where it is fetched from. */
function hostOf(root: string): Host | undefined {
  const entries = readdirSync(root);
  const config = join(root, '.git', 'config');
  const remotes = existsSync(config) ? readFileSync(config, 'utf8') : '';
  const hosts = Object.values(HOSTS);
  return (
    hosts.find(({ shows }) => entries.some((entry) => shows.test(entry))) ??
    hosts.find(({ remote }) => remote.test(remotes))
  );
}

function nextSteps(host: Host | undefined, isRoot: boolean): string[] {
  const steps: string[] = [];
  if (!(existsSync('main.ts') && readFileSync('main.ts', 'utf8').includes('Guardrails.enforce('))) {
    steps.push(
      "in your program, after `new App()`: Guardrails.enforce(app); Posture.set(app, { owner: 'your-team', retentionDays: 365 });"
    );
  }
  if (host && isRoot) steps.push(host.next);
  if (host && !isRoot) {
    steps.push(
      `copy node_modules/${LIBRARY}/${host.template} into the root of the repository as ${host.file}, and set its paths`
    );
  }
  steps.push(`npx ${ENGINE} synth && npx toms check cdktf.out`);
  return steps;
}
