import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const ROOT = resolve(__dirname, '../../..');

export interface Result {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Environment {
  readonly [name: string]: string | undefined;
}

/** Runs a program to its end. It gets the environment of this process, but for what `env` says otherwise. */
export function run(
  command: string,
  args: readonly string[],
  directory: string,
  env: Environment = {}
): Promise<Result> {
  return new Promise((done, fail) => {
    const options = { cwd: directory, env: { ...process.env, ...env }, maxBuffer: 1 << 28 };
    execFile(command, args, options, (error, stdout, stderr) => {
      if (error === null) return done({ status: 0, stdout, stderr });
      if (typeof error.code === 'number') return done({ status: error.code, stdout, stderr });
      fail(new Error(`${command} does not run: ${error.message}`, { cause: error }));
    });
  });
}

/** As `run`, for what must succeed. Returns what it printed. */
export async function mustRun(
  command: string,
  args: readonly string[],
  directory: string,
  env?: Environment
): Promise<string> {
  const { status, stdout, stderr } = await run(command, args, directory, env);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: exit status ${status}\n${stderr}${stdout}`);
  return stdout;
}

/** Runs Terraform in a directory. Its status is for the caller to judge. */
export async function tryTerraform(directory: string, args: readonly string[], env: Environment = {}): Promise<Result> {
  try {
    const result = await run('terraform', args, directory, { ...terraformEnvironment(), ...env });
    if (args[0] === 'init' && result.status === 0) leaveOutHashes(join(directory, '.terraform.lock.hcl'));
    return result;
  } catch (error) {
    throw new Error('Terraform does not run: install Terraform 1.10 or newer, on PATH', { cause: error });
  }
}

/**
 * Takes the checksums out of a lock file that `terraform init` wrote just now. Every command would otherwise add up the hundreds of megabytes of the
 * provider again, which takes a quarter of its time, in a directory that the lane deletes.
 */
function leaveOutHashes(lockFile: string): void {
  if (!existsSync(lockFile)) return;
  writeFileSync(lockFile, readFileSync(lockFile, 'utf8').replace(/^ *hashes = \[[^\]]*\]\n/gm, ''));
}

/** Runs Terraform in a directory, and returns what it printed. */
export async function terraform(directory: string, args: readonly string[], env?: Environment): Promise<string> {
  const { status, stdout, stderr } = await tryTerraform(directory, args, env);
  if (status !== 0) throw new Error(`terraform ${args.join(' ')}: exit status ${status}\n${stderr}`);
  return stdout;
}

/** A program on its way. */
export interface Running {
  readonly ended: Promise<void>;
  /** Ends it and all that it started, at once: nobody can write anything any more. */
  readonly kill: () => void;
}

/** Starts Terraform in a directory. */
export function startTerraform(directory: string, args: readonly string[], env: Environment = {}): Running {
  const options = { cwd: directory, env: { ...process.env, ...terraformEnvironment(), ...env } };
  const child = spawn('terraform', args, { ...options, stdio: 'ignore', detached: true });
  const kill = (): void => {
    // A negative number means its group.
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  };
  process.once('exit', kill);
  const ended = new Promise<void>((done, fail) => {
    child.once('error', fail);
    child.once('close', () => {
      process.off('exit', kill);
      done();
    });
  });
  return { ended, kill };
}

function terraformEnvironment(): Environment {
  // Most of the work of a command is reading the schema of the provider, for which Go collects garbage again and again by default.
  const env = { CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1', TF_INPUT: '0', GOGC: '400' };
  if (process.env.TF_CLI_CONFIG_FILE !== undefined || process.env.TF_PLUGIN_CACHE_DIR !== undefined) return env;
  const cache = join(tmpdir(), 'cdktf-aws-toms-terraform-plugins');
  mkdirSync(cache, { recursive: true });
  // Without a lock file, Terraform would otherwise download the provider again for its checksums.
  return { ...env, TF_PLUGIN_CACHE_DIR: cache, TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE: '1' };
}

/** The examples run on the compiled library. */
export async function build(): Promise<void> {
  await mustRun(process.execPath, [join('scripts', 'built.mjs')], ROOT);
}

/** Synthesizes an example. Of the variables that it reads, it sees those given here alone. */
export async function synthesize(example: string, outdir: string, env: Environment = {}): Promise<void> {
  await synthesizeProgram(join('examples', example, 'main.ts'), outdir, env);
}

/** The same for a program of a lane, by its path from the root. */
export async function synthesizeProgram(program: string, outdir: string, env: Environment = {}): Promise<void> {
  mkdirSync(outdir, { recursive: true });
  const args = ['--import', 'tsx', program];
  await mustRun(process.execPath, args, ROOT, {
    EPHEMERAL: undefined,
    STATE_KEY_ARN: undefined,
    CERTIFICATE_ARN: undefined,
    SITE_CERTIFICATE_ARN: undefined,
    SECURITY_TXT_EXPIRES: undefined,
    PORTAL_GROUP_ID: undefined,
    STEP: undefined,
    BASELINE: undefined,
    WARN: undefined,
    ...env,
    CDKTF_OUTDIR: outdir,
    TSX_TSCONFIG_PATH: join(ROOT, 'examples', 'tsconfig.json'),
  });
}
