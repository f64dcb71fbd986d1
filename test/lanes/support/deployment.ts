import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Json, asObject, asObjects, writeJson } from './json';
import { Provider } from './provider';
import { ReviewedList } from './reviewed-list';
import { Environment, ROOT, Result, Running, run, startTerraform, terraform, tryTerraform } from './run';
import { Stack, WorkingCopy, workingCopy } from './stacks';

/** What the emulator does otherwise than AWS. */
export interface EmulatorGap {
  /** A type of resource that it cannot serve: planned and checked, and not applied. */
  readonly resource?: string;
  /** The id that is read in place of that of such a resource, so that what refers to it is applied. */
  readonly instead?: string;
  /** An attribute, `type.attribute`, that it takes and forgets. */
  readonly attribute?: string;
  /** What a copy of a stack is changed in for it, without a change of meaning. */
  readonly adaptation?: string;
  readonly reason: string;
}

/** A stack that is applied to the emulator. */
export class Deployment {
  public copy: WorkingCopy;

  constructor(
    stack: Stack,
    private readonly directory: string,
    private readonly provider: Provider,
    /** What the emulator does otherwise. Without it, this is AWS. */
    private readonly gaps: ReviewedList<EmulatorGap> | undefined,
    private readonly env: Environment
  ) {
    this.copy = this.write(stack);
  }

  /** Takes the stack's output again, and keeps its state. */
  public rewrite(stack: Stack): void {
    this.copy = this.write(stack);
  }

  public async init(): Promise<void> {
    await this.terraform('init');
  }

  /** Moves the state into a file of this directory, or starts with one: the stack's own backend is not there yet, or about to go. */
  public async useLocalState(): Promise<void> {
    writeJson(join(this.directory, OVERRIDE), { terraform: { backend: { local: {} } } });
    await this.terraform('init', '-migrate-state', '-force-copy');
  }

  /** Moves the state from the file into the stack's own backend. */
  public async useOwnBackend(): Promise<void> {
    rmSync(join(this.directory, OVERRIDE));
    await this.terraform('init', '-migrate-state', '-force-copy');
    // What is left of the local state would show nothing more than what was.
    for (const file of ['terraform.tfstate', 'terraform.tfstate.backup'])
      rmSync(join(this.directory, file), { force: true });
  }

  /** Plans, and returns the directory in which the plan lies as plan.json, with the stack's output beside it. */
  public async plan(): Promise<string> {
    await this.terraform('plan', '-out=first.tfplan');
    const directory = join(this.directory, 'plan', this.copy.name);
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, 'plan.json'), await this.terraform('show', '-json', 'first.tfplan'));
    copyFileSync(join(this.directory, 'cdk.tf.json'), join(directory, 'cdk.tf.json'));
    return directory;
  }

  /** Applies what was planned, but for what the emulator cannot serve. Returns the addresses of that. */
  public async apply(): Promise<string[]> {
    const unserved = this.gaps ? withoutUnserved(this.copy.config, this.gaps) : [];
    if (unserved.length > 0) {
      writeJson(join(this.directory, 'cdk.tf.json'), this.copy.config);
      await this.terraform('plan', '-out=first.tfplan');
    }
    await this.terraform('apply', 'first.tfplan');
    return unserved;
  }

  /** Plans without what the emulator cannot serve, and returns the plan. */
  public async planServed(): Promise<Json> {
    if (this.gaps && withoutUnserved(this.copy.config, this.gaps).length > 0)
      writeJson(join(this.directory, 'cdk.tf.json'), this.copy.config);
    await this.terraform('plan', '-out=first.tfplan');
    return JSON.parse(await this.terraform('show', '-json', 'first.tfplan')) as Json;
  }

  /** Applies what was planned last. */
  public async applyPlan(): Promise<void> {
    await this.terraform('apply', 'first.tfplan');
  }

  /** Applies the stack, and leaves what stands of some types as it is. */
  public async applyWithoutUpdates(types: readonly string[]): Promise<void> {
    const { config } = this.copy;
    for (const type of types)
      for (const body of Object.values(asObject(asObject(config.resource)[type])).map(asObject))
        body.lifecycle = [{ ...asObjects(body.lifecycle)[0], ignore_changes: 'all' }];
    writeJson(join(this.directory, 'cdk.tf.json'), config);
    await this.terraform('plan', '-out=first.tfplan');
    await this.applyPlan();
  }

  /** Plans once more. Throws where that plan holds a change that is not on the reviewed list. */
  public async requireNoChange(): Promise<void> {
    const { status, stderr } = await this.attempt('plan', '-detailed-exitcode', '-out=second.tfplan');
    if (status === 0) return;
    if (status !== 2) throw new Error(`terraform plan: exit status ${status}\n${stderr}`);
    const plan = JSON.parse(await this.terraform('show', '-json', 'second.tfplan')) as Json;
    const unexpected = differences(plan).filter(
      ({ attribute }) => !this.gaps?.find((gap) => gap.attribute === attribute)
    );
    if (unexpected.length > 0)
      throw new Error(`a second plan changes:\n${unexpected.map((each) => each.text).join('\n')}`);
  }

  /** What the state holds. */
  public async addresses(): Promise<string[]> {
    return (await this.terraform('state', 'list')).trim().split('\n');
  }

  public async output(name: string): Promise<string> {
    return this.terraform('output', '-raw', name);
  }

  public async destroy(): Promise<void> {
    await this.terraform('destroy', '-auto-approve');
  }

  public tryDestroy(): Promise<Result> {
    return this.attempt('destroy', '-auto-approve');
  }

  /** Runs Terraform on the stack. Its status is for the caller to judge. */
  public attempt(...args: string[]): Promise<Result> {
    return tryTerraform(this.directory, args, this.env);
  }

  /** The same for what must succeed. */
  public async need(...args: string[]): Promise<void> {
    await this.terraform(...args);
  }

  /** The same for what may be killed. */
  public start(...args: string[]): Running {
    return startTerraform(this.directory, args, this.env);
  }

  /** What the state says of the resource that a construct made. */
  public async resources(): Promise<Resources> {
    return new Resources(this.copy.config, await this.state());
  }

  /** The ids of what the state holds, by address. No provider is asked. */
  public async ids(): Promise<Map<string, string>> {
    const state = await this.terraform('state', 'pull');
    const resources = asObjects((JSON.parse(state === '' ? '{}' : state) as Json).resources ?? []);
    return new Map(
      resources
        .filter(({ mode }) => mode === 'managed')
        .flatMap(({ type, name, instances }) =>
          asObjects(instances).map(
            ({ attributes }) => [`${String(type)}.${String(name)}`, String(asObject(attributes).id)] as const
          )
        )
    );
  }

  /** The root module of the state. */
  public async state(): Promise<Json> {
    const state = JSON.parse(await this.terraform('show', '-json')) as Json;
    return asObject(asObject(state.values).root_module);
  }

  private terraform(...args: string[]): Promise<string> {
    return terraform(this.directory, args, this.env);
  }

  private write(stack: Stack): WorkingCopy {
    return workingCopy(stack, this.directory, this.provider, (config) => {
      if (this.gaps) adapt(config, this.gaps);
    });
  }
}

const OVERRIDE = 'backend_override.tf.json';

/** What the state says of the resources, by the paths of their constructs. */
export class Resources {
  constructor(
    private readonly config: Json,
    private readonly state: Json
  ) {}

  /** An attribute of a construct's main resource, or of another one below it. */
  public get(type: string, path: string, attribute: string, id = '/Resource'): string {
    const name = Object.entries(asObject(asObject(this.config.resource)[type])).find(([, body]) => {
      return asObject(asObject(asObject(body)['//']).metadata).path === `${path}${id}`;
    })?.[0];
    const found = asObjects(this.state.resources).find((resource) => resource.address === `${type}.${name}`);
    const value = asObject(found?.values)[attribute];
    if (typeof value !== 'string') throw new Error(`the state has no ${attribute} of ${type} ${path}`);
    return value;
  }

  public bucketNames(): string[] {
    return asObjects(this.state.resources)
      .filter((resource) => resource.type === 'aws_s3_bucket' && resource.mode === 'managed')
      .map((resource) => String(asObject(resource.values).bucket));
  }
}

/** Runs the `toms` command. */
export function toms(...args: string[]): Promise<Result> {
  return run(process.execPath, [join(ROOT, 'bin', 'toms'), ...args], ROOT);
}

/** An emulator has no host name for each bucket, and knows no credentials. */
function adapt(config: Json, gaps: ReviewedList<EmulatorGap>): void {
  const s3 = { use_path_style: true, skip_credentials_validation: true, skip_metadata_api_check: true };
  for (const provider of asObjects(asObject(config.provider).aws)) {
    Object.assign(provider, {
      s3_use_path_style: true,
      skip_credentials_validation: true,
      skip_metadata_api_check: true,
    });
  }
  const backend = asObject(asObject(config.terraform).backend).s3;
  if (backend !== undefined) Object.assign(asObject(backend), s3);
  for (const source of Object.values(asObject(asObject(config.data).terraform_remote_state)).map(asObject)) {
    if (source.backend === 's3') Object.assign(asObject(source.config), s3);
  }
  servicesFirst(config, gaps);
  firstOfGroup(config, gaps);
  withoutRedriveAllow(config, gaps);
  withRsaKeys(config, gaps);
}

/** An algorithm of its own replaces a certificate again and again. */
const RSA_KEYS = 'certificates have keys of RSA';

function withRsaKeys(config: Json, gaps: ReviewedList<EmulatorGap>): void {
  for (const certificate of Object.values(asObject(asObject(config.resource).aws_acm_certificate)).map(asObject)) {
    if (certificate.key_algorithm === undefined || !gaps.find((gap) => gap.adaptation === RSA_KEYS)) continue;
    delete certificate.key_algorithm;
  }
}

/** The provider waits until a queue says of itself what it was told. */
const NO_REDRIVE_ALLOW = 'queues say nothing of who may send them dead letters';

function withoutRedriveAllow(config: Json, gaps: ReviewedList<EmulatorGap>): void {
  for (const queue of Object.values(asObject(asObject(config.resource).aws_sqs_queue)).map(asObject)) {
    if (queue.redrive_allow_policy === undefined || !gaps.find((gap) => gap.adaptation === NO_REDRIVE_ALLOW)) continue;
    delete queue.redrive_allow_policy;
  }
}

/** Removes what the emulator cannot serve, and what refers to that. Returns the addresses. */
function withoutUnserved(config: Json, gaps: ReviewedList<EmulatorGap>): string[] {
  const removed: string[] = [];
  const remove = (type: string, name: string): void => {
    const ofType = asObject(asObject(config.resource)[type]);
    delete ofType[name];
    if (Object.keys(ofType).length === 0) delete asObject(config.resource)[type];
    removed.push(`${type}.${name}`);
  };
  const all = Object.entries(asObject(config.resource)).flatMap(([type, named]) =>
    Object.entries(asObject(named)).map(([name, body]) => ({ type, name, body: asObject(body) }))
  );
  for (const { type, name } of all) {
    const unserved = gaps.find((gap) => gap.resource === type);
    if (!unserved) continue;
    if (unserved.instead !== undefined) replaceText(config, `\${${type}.${name}.id}`, unserved.instead);
    remove(type, name);
  }
  for (let before = -1; before !== removed.length;) {
    before = removed.length;
    for (const { type, name, body } of all) {
      if (removed.includes(`${type}.${name}`)) continue;
      const { depends_on: after, ...rest } = body;
      const text = JSON.stringify(rest);
      if (removed.some((address) => text.includes(`\${${address}.`))) remove(type, name);
      else if (Array.isArray(after)) body.depends_on = after.filter((address) => !removed.includes(String(address)));
    }
  }
  for (const [name, output] of Object.entries(asObject(config.output))) {
    const text = JSON.stringify(output);
    if (removed.some((address) => text.includes(`\${${address}.`))) delete asObject(config.output)[name];
  }
  return removed;
}

/** Replaces a text wherever it is all of a value. */
function replaceText(json: Json | unknown[], text: string, by: string): void {
  for (const [key, value] of Object.entries(json)) {
    if (value === text) (json as Json)[key] = by;
    else if (typeof value === 'object' && value !== null) replaceText(value as Json, text, by);
  }
}

/** The order of a policy's statements means nothing. */
const SERVICES_FIRST = 'statements about services come first in a bucket policy';

function servicesFirst(config: Json, gaps: ReviewedList<EmulatorGap>): void {
  if (!gaps.find((gap) => gap.adaptation === SERVICES_FIRST)) return;
  for (const resource of Object.values(asObject(asObject(config.resource).aws_s3_bucket_policy)).map(asObject)) {
    const policy = JSON.parse(String(resource.policy)) as Json;
    const statements = asObjects(policy.Statement);
    const isAboutServices = ({ Principal }: Json): boolean => 'Service' in asObject(Principal);
    policy.Statement = [
      ...statements.filter(isAboutServices),
      ...statements.filter((statement) => !isAboutServices(statement)),
    ];
    resource.policy = JSON.stringify(policy);
  }
}

/** Where nothing fails, the first origin of a group is the only one that is asked. */
const FIRST_OF_GROUP = 'a distribution asks the first origin of a group, and not the group';

function firstOfGroup(config: Json, gaps: ReviewedList<EmulatorGap>): void {
  for (const body of Object.values(asObject(asObject(config.resource).aws_cloudfront_distribution)).map(asObject)) {
    for (const { origin_id: id, member } of asObjects(body.origin_group)) {
      const behavior = asObject(body.default_cache_behavior);
      if (behavior.target_origin_id !== id || !gaps.find((gap) => gap.adaptation === FIRST_OF_GROUP)) continue;
      behavior.target_origin_id = asObjects(member)[0].origin_id;
    }
  }
}

function differences(plan: Json): { attribute: string; text: string }[] {
  return asObjects(plan.resource_changes).flatMap((resource) => {
    const change = asObject(resource.change);
    const actions = [change.actions].flat().join(', ');
    if (actions === 'no-op') return [];
    const address = String(resource.address);
    // What is replaced is replaced for the sake of some attributes.
    const paths = (change.replace_paths ?? []) as unknown as (string | number)[][];
    const replaced = [...new Set(paths.map(([name]) => String(name)))];
    if (replaced.length > 0) {
      return replaced.map((name) => {
        return { attribute: `${String(resource.type)}.${name}`, text: `${address}.${name}: ${actions}` };
      });
    }
    if (actions !== 'update')
      return [{ attribute: `${String(resource.type)}: ${actions}`, text: `${address}: ${actions}` }];
    const [before, after, unknown] = [change.before, change.after, change.after_unknown].map(asObject);
    const names = new Set([before, after, unknown].flatMap(Object.keys));
    return [...names].flatMap((name) => {
      const [was, is] = [before[name], unknown[name] === true ? '(known after apply)' : after[name]].map((value) =>
        JSON.stringify(value)
      );
      if (was === is) return [];
      return [{ attribute: `${String(resource.type)}.${name}`, text: `${address}.${name}: ${was} -> ${is}` }];
    });
  });
}
