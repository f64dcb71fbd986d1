/**
 * Every stack of every example, of some programs whose stacks are connected at random, and one of every way to make every construct, is taken by the real
 * Terraform and the real AWS provider: `init` and `validate`, no error and no warning.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogueApp } from '../support/catalogue-app';
import { connectedStacks } from '../support/connected-stacks';
import { databases } from '../support/databases';
import { Json, asObjects } from './support/json';
import { inParallel, runLane } from './support/lane';
import { Provider } from './support/provider';
import { build, synthesize, terraform, tryTerraform } from './support/run';
import { WorkingCopy, countResources, examples, stacksOf, workingCopy } from './support/stacks';

/** What programs of several stacks connect, whose order is random. */
const CONNECTED = [
  ['EncryptedDatabase', 'SecurityGroup'],
  ['HttpsLoadBalancer', 'an imported group'],
  ['EncryptedCache', 'BastionHost'],
];

runLane('terraform', async (lane) => {
  const temporary = mkdtempSync(join(tmpdir(), 'toms-terraform-'));
  try {
    await lane.need('the library is built', build);
    const provider = await Provider.load(join(temporary, 'provider'));
    lane.note(`AWS provider ${provider.version ?? 'as pinned'}`);
    const copies: { example: string; copy: WorkingCopy }[] = [];
    const init = async (example: string, outdir: string): Promise<void> => {
      for (const stack of stacksOf(example, outdir)) {
        await lane.need(`${example}/${stack.name}: init`, async () => {
          const copy = workingCopy(stack, join(temporary, example, stack.name), provider);
          await terraform(copy.directory, ['init', '-backend=false']);
          copies.push({ example, copy });
        });
      }
    };
    for (const example of examples()) {
      const outdir = join(temporary, 'out', example);
      await lane.need(`${example}: synthesizes`, () => synthesize(example, outdir));
      await init(example, outdir);
    }
    for (const [seed, kinds] of CONNECTED.entries()) {
      const outdir = join(temporary, 'out', `connected-${seed}`);
      const { app, steps } = connectedStacks(seed, outdir, kinds);
      lane.note(`connected-${seed}: ${steps.join('; ')}`);
      app.synth();
      await init(`connected-${seed}`, outdir);
    }
    const [ofDatabases, catalogue] = ['databases', 'catalogue'].map((name) => join(temporary, 'out', name));
    mkdirSync(join(temporary, 'out'), { recursive: true });
    databases(ofDatabases, 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:orders-a1b2c3').synth();
    await init('databases', ofDatabases);
    catalogueApp(catalogue).synth();
    await init('catalogue', catalogue);
    await inParallel(copies, 2, ({ example, copy }) =>
      lane.check(`${example}/${copy.name}: validate, no error and no warning`, () => validate(copy.directory))
    );
    await lane.check('provider-gaps.json lists nothing that the provider has', () => provider.requireGaps());
    console.log('');
    console.table(
      copies.map(({ example, copy }) => ({
        stack: `${example}/${copy.name}`,
        resources: countResources(copy.config),
        'arguments removed': copy.removed.join(', ') || '-',
        'provider aliases': copy.aliased.join(', ') || '-',
      }))
    );
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
});

async function validate(directory: string): Promise<void> {
  const { stdout, stderr } = await tryTerraform(directory, ['validate', '-json']);
  const result = JSON.parse(stdout === '' ? '{}' : stdout) as Json;
  const diagnostics = asObjects(result.diagnostics ?? []);
  if (result.valid === true && diagnostics.length === 0) return;
  throw new Error(diagnostics.map((found) => JSON.stringify(found)).join('\n') || stderr);
}
