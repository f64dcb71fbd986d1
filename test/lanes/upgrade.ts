/**
 * What the examples were before is applied to moto, and what they are now is planned over its state: nothing that stands is destroyed or replaced
 * but for what CHANGELOG.md names under "Replaced or destroyed". Then it is applied, since later stacks read what earlier ones export.
 *
 *   npm run test:upgrade -- [example…]
 */
import { deepStrictEqual, fail } from 'node:assert';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Announced, announced, isAnnounced } from './support/changelog';
import { Deployment, EmulatorGap } from './support/deployment';
import { Json, asObject, asObjects, readObject, writeJson } from './support/json';
import { Lane, inParallel, runLane } from './support/lane';
import { awsEnvironment, withMoto } from './support/moto';
import { NetworkReadBack } from './support/network-readback';
import { PlannedChange, goneFrom, isSame, plannedChanges } from './support/plan-changes';
import { Provider, ProviderGap } from './support/provider';
import { ReadBack } from './support/readback';
import { ReviewedList } from './support/reviewed-list';
import { Environment, build, synthesize } from './support/run';
import { Stack, stacksOf } from './support/stacks';

/** What the examples wrote when it was kept: `npm run fixture:upgrade`. */
interface Former {
  readonly commit: string;
  readonly gaps: { readonly emulator: readonly EmulatorGap[]; readonly provider: readonly ProviderGap[] };
  readonly stacks: { readonly [example: string]: { readonly [stack: string]: Json } };
}

const FORMER = 'upgrade-e502250.json.gz';
const former = JSON.parse(
  gunzipSync(readFileSync(join(__dirname, 'fixtures', FORMER))).toString()
) as unknown as Former;

/** What the examples take as given, and how the kept output names it. */
const GIVEN: { readonly [variable: string]: string } = {
  STATE_KEY_ARN: 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-44cd-a6ef-1234567890ab',
  CERTIFICATE_ARN: 'arn:aws:acm:eu-central-1:111122223333:certificate/1234abcd-12ab-44cd-a6ef-1234567890ab',
  PORTAL_GROUP_ID: 'sg-0123456789abcdef0',
};

const STATE_BUCKET = 'acme-terraform-state';

/** What moto makes and has no call to change: the plan of the change is looked at, and not applied. */
const NEVER_UPDATED: readonly string[] = ['aws_backup_plan'];

runLane('upgrade', async (lane) => {
  const temporary = mkdtempSync(join(tmpdir(), 'toms-upgrade-'));
  try {
    await lane.need('the library is built', build);
    let entries: Announced[] = [];
    await lane.need('the changelog has a list of what is replaced or destroyed', () => void (entries = announced()));
    // What an emulator or an older provider lacks of the former output may be on the list of that time only.
    const provider = await Provider.load(
      join(temporary, 'provider'),
      union('provider-gaps.json', former.gaps.provider, temporary)
    );
    const gaps = new ReviewedList<EmulatorGap>(union('emulator-gaps.json', former.gaps.emulator, temporary));
    lane.note(`from ${former.commit}, with AWS provider ${provider.version ?? 'as pinned'}`);
    const asked = process.argv.slice(2);
    const names = Object.keys(former.stacks).filter((name) => asked.length === 0 || asked.includes(name));
    const used = new Set<Announced>();
    await inParallel(names, names.length, (example) =>
      lane.sequence(example, (own) =>
        withMoto(async (url) => {
          const upgrade = new Upgrade(own, example, url, join(temporary, example), provider, gaps);
          for (const { stack, change } of await upgrade.run()) {
            const known = entries.find((entry) => isAnnounced(entry, stack, change.address, change.kind));
            if (known) used.add(known);
            else
              await own.check(`${stack}: ${change.address} stays, or the changelog says why not`, () =>
                fail(told(change))
              );
          }
        })
      )
    );
    if (asked.length > 0) return lane.note(`only ${asked.join(', ')}: the changelog's list was not looked at`);
    await lane.check('the changelog names nothing that stays', () => {
      deepStrictEqual(
        entries.filter((entry) => !used.has(entry)).map(({ line }) => line),
        []
      );
    });
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
});

interface Lost {
  /** `example/stack` */
  readonly stack: string;
  readonly change: PlannedChange;
}

/** An example, from what it was to what it is. */
class Upgrade {
  private readonly readBack: ReadBack;
  private readonly env: Environment;
  private readonly lost: Lost[] = [];

  constructor(
    private readonly lane: Lane,
    private readonly example: string,
    private readonly url: string,
    private readonly directory: string,
    private readonly provider: Provider,
    private readonly gaps: ReviewedList<EmulatorGap>
  ) {
    this.readBack = new ReadBack(url);
    this.env = awsEnvironment(url);
  }

  public async run(): Promise<Lost[]> {
    const { lane, example } = this;
    const stacks = former.stacks[example];
    const makesStates = 'state' in stacks;
    let given: { [variable: string]: string } = makesStates
      ? {}
      : await new NetworkReadBack(this.url).prepare(STATE_BUCKET);
    const applied = new Map<string, Deployment>();
    for (const name of inOrder(stacks)) {
      const deployment = this.deployment(this.formerStack(name, given));
      await lane.need(`${name}: init`, () => (name === 'state' ? deployment.useLocalState() : deployment.init()));
      await lane.need(`${name}: what it was is applied`, async () => {
        await deployment.planServed();
        await deployment.applyPlan();
      });
      if (name === 'state') {
        given = { STATE_KEY_ARN: await deployment.output('state_key_arn') };
        await this.openStates();
      }
      applied.set(name, deployment);
    }
    const outdir = join(this.directory, 'out');
    await lane.need('what it is synthesizes', () => synthesize(example, outdir, given));
    const now = stacksOf(example, outdir);
    for (const stack of now) if (!applied.has(stack.name)) lane.note(`${stack.name} is new`);
    for (const [name, deployment] of applied) {
      const stack = now.find((one) => one.name === name);
      if (!stack) await lane.check(`${name} is still there`, () => fail('the example has no such stack any more'));
      else await this.upgrade(deployment, stack);
    }
    const [[name, first]] = [...applied];
    await lane.check(`${name}: another address of what it keeps would be found`, () => this.requireFound(first, name));
    return this.lost;
  }

  private async upgrade(deployment: Deployment, stack: Stack): Promise<void> {
    const { lane, example } = this;
    const { name } = stack;
    unlocked(stack);
    deployment.rewrite(stack);
    const notUpdated = new Set<string>();
    await lane.need(`${name}: what it is is planned over it`, async () => {
      const [before, after] = [former.stacks[example][name], readObject(stack.file)];
      const changes = plannedChanges(await deployment.planServed());
      const taken = changes.filter(({ kind }) => kind === 'destroyed' || kind === 'replaced');
      // What was never applied is in no state: its addresses must still be there.
      const planned = new Set(taken.map(({ address }) => address));
      const gone = goneFrom(before, after).filter((address) => !planned.has(address));
      for (const change of [...taken, ...gone.map(destroyed)]) {
        const isOfEmulator = this.isForgotten(change) && isSame(before, after, change);
        lane.note(`${name}: ${isOfEmulator ? 'only in the emulator, ' : ''}${told(change)}`);
        if (!isOfEmulator) this.lost.push({ stack: `${example}/${name}`, change });
      }
      for (const change of changes.filter((one) => !taken.includes(one)).map((one) => this.withoutForgotten(one)))
        if (change.kind !== 'updated' || change.attributes.length > 0) lane.note(`${name}: ${told(change)}`);
      for (const { kind, to } of changes) {
        const [type] = to.split('.');
        if (kind === 'updated' && NEVER_UPDATED.includes(type)) notUpdated.add(type);
      }
    });
    for (const type of notUpdated) lane.note(`${name}: ${type} stays as it was, since moto has no call to update it`);
    await lane.need(`${name}: what it is is applied`, () =>
      notUpdated.size > 0 ? deployment.applyWithoutUpdates([...notUpdated]) : deployment.applyPlan()
    );
    if (name === 'state') await this.openStates();
  }

  /** Throws where the lane would let an address change: what it does not find in this way, it finds in none. */
  private async requireFound(deployment: Deployment, name: string): Promise<void> {
    const { config } = deployment.copy;
    const [key] = Object.keys(asObject(asObject(config.resource).aws_kms_key));
    const file = join(this.directory, 'renamed.json');
    writeJson(file, JSON.parse(JSON.stringify(config).split(key).join('Renamed')));
    deployment.rewrite({ example: this.example, name, file });
    const found = plannedChanges(await deployment.planServed()).filter(({ kind }) => kind === 'destroyed');
    if (!found.some(({ address }) => address.endsWith(`.${key}`))) fail(`nothing of ${key} in the plan`);
  }

  /** Whether a resource is replaced for the sake of attributes that the emulator forgets. */
  private isForgotten(change: PlannedChange): boolean {
    const isForSomething = change.kind === 'replaced' && change.attributes.length > 0;
    return isForSomething && this.withoutForgotten(change).attributes.length === 0;
  }

  private withoutForgotten(change: PlannedChange): PlannedChange {
    const [type] = change.to.split('.');
    const isKept = (name: string): boolean => !this.gaps.find((gap) => gap.attribute === `${type}.${name}`);
    return { ...change, attributes: change.attributes.filter(isKept) };
  }

  /** moto reads no conditions: where plain HTTP is denied, it denies every access to an object, and no state can be kept. */
  private async openStates(): Promise<void> {
    await this.readBack.deletePolicy(STATE_BUCKET);
  }

  private deployment(stack: Stack): Deployment {
    return new Deployment(stack, join(this.directory, stack.name), this.provider, this.gaps, this.env);
  }

  private formerStack(name: string, given: Environment): Stack {
    const directory = join(this.directory, 'former', name);
    mkdirSync(directory, { recursive: true });
    const file = join(directory, 'cdk.tf.json');
    const text = Object.entries(GIVEN).reduce(
      (all, [variable, value]) => all.split(value).join(given[variable] ?? value),
      JSON.stringify(former.stacks[this.example][name])
    );
    writeJson(file, JSON.parse(text));
    const stack = { example: this.example, name, file };
    unlocked(stack);
    return stack;
  }
}

/** Lets the plan show what it destroys: with `prevent_destroy`, Terraform ends at the first of them. A local state lies where the stack is. */
function unlocked(stack: Stack): void {
  const config = readObject(stack.file);
  const backend = asObject(asObject(config.terraform).backend);
  if (backend.local !== undefined) backend.local = {};
  for (const named of Object.values(asObject(config.resource)))
    for (const body of Object.values(asObject(named)))
      for (const lifecycle of asObjects(asObject(body).lifecycle)) delete lifecycle.prevent_destroy;
  writeJson(stack.file, config);
}

/** The names of stacks, each after those whose outputs it reads. */
function inOrder(stacks: { readonly [name: string]: Json }): string[] {
  const done = new Set<string>();
  const visit = (name: string): void => {
    if (done.has(name) || !(name in stacks)) return;
    const read = Object.keys(asObject(asObject(stacks[name].data).terraform_remote_state));
    for (const input of read) visit(input.replace('cross-stack-reference-input-', ''));
    done.add(name);
  };
  // The bucket of the states comes before what keeps its state there.
  for (const name of Object.keys(stacks).sort((a, b) => Number(b === 'state') - Number(a === 'state'))) visit(name);
  return [...done];
}

function destroyed(address: string): PlannedChange {
  return { kind: 'destroyed', address, to: address, attributes: [] };
}

function told({ kind, address, to, attributes }: PlannedChange): string {
  const cause = attributes.length > 0 ? ` for ${attributes.join(', ')}` : '';
  return `${kind}: ${address}${to === address ? '' : ` -> ${to}`}${cause}`;
}

/** A reviewed list of today and of the kept output, in one file. Returns the file. */
function union(file: string, kept: readonly object[], directory: string): string {
  const today = JSON.parse(readFileSync(join(__dirname, file), 'utf8')) as object[];
  const texts = new Set([...today, ...kept].map((entry) => JSON.stringify(entry)));
  const path = join(directory, file);
  writeJson(
    path,
    [...texts].map((text) => JSON.parse(text) as object)
  );
  return path;
}
