/**
 * Who may do what, as three judges see it: MiniStack, an emulator that enforces policies, to which stores, keys, queues, topics and an archive are
 * applied; the evaluator of this library; and `@cloud-copilot/iam-simulate`. The last two read the policies that were applied.
 *
 *   npm run test:enforced
 */
import { deepStrictEqual } from 'node:assert';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Made } from './enforced/made';
import { ROWS, Row, titleOf } from './enforced/rows';
import { Judges } from './enforced/table';
import { AppliedPolicies } from './support/applied-policies';
import { Deployment, EmulatorGap } from './support/deployment';
import { runLane } from './support/lane';
import { OWN, installMiniStack, withMiniStack } from './support/ministack';
import { awsEnvironment } from './support/moto';
import { Provider } from './support/provider';
import { ReviewedList } from './support/reviewed-list';
import { build, synthesizeProgram } from './support/run';
import { loadSimulator } from './support/simulator';
import { stacksOf } from './support/stacks';

/** What MiniStack answers otherwise than AWS, or does otherwise with what is applied. */
interface Deviation extends EmulatorGap {
  /** The row. */
  readonly call?: string;
  /** What MiniStack answers to it: a beginning. */
  readonly answer?: string;
  /** Where AWS says what must come back. */
  readonly source?: string;
}

const deviations = new ReviewedList<Deviation>(join(__dirname, 'enforced.json'));

runLane('enforced', async (lane) => {
  const temporary = mkdtempSync(join(tmpdir(), 'toms-enforced-'));
  try {
    await lane.need('the library is built', build);
    await lane.need('MiniStack is installed', installMiniStack);
    const provider = await Provider.load(join(temporary, 'provider'));
    const simulator = await loadSimulator();
    const outdir = join(temporary, 'out');
    await lane.need('the program synthesizes', () =>
      synthesizeProgram(join('test', 'lanes', 'enforced', 'main.ts'), outdir, { ACCOUNT_ID: OWN })
    );
    mkdirSync(join(temporary, 'ministack'));
    await withMiniStack(join(temporary, 'ministack'), async (stack) => {
      const [program] = stacksOf('enforced', outdir);
      const env = { ...awsEnvironment(stack.url), AWS_CA_BUNDLE: stack.certificate };
      const deployment = new Deployment(program, join(temporary, 'enforced'), provider, deviations, env);
      await lane.need('init', () => deployment.init());
      await lane.need('apply', async () => {
        await deployment.planServed();
        await deployment.applyPlan();
      });
      const made = new Made(await deployment.resources());
      const judges = new Judges(stack, made, new AppliedPolicies(await deployment.state()), simulator);
      await lane.need('what the calls are about is there', () => judges.prepare());
      for (const row of ROWS) await lane.check(`${titleOf(row)}: ${row.outcome}`, () => judge(judges, row));
    });
    await lane.check('each row is another one', () => {
      const titles = ROWS.map(titleOf);
      deepStrictEqual(
        titles.filter((title, at) => titles.indexOf(title) !== at),
        []
      );
    });
    await lane.check('enforced.json lists nothing that MiniStack does as AWS', () => deviations.requireAllUsed());
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
});

/** Throws where a judge says otherwise than AWS's documentation, but for what is on the reviewed list of the emulator. */
async function judge(judges: Judges, row: Row): Promise<void> {
  const answers = {
    evaluator: judges.evaluator(row),
    simulator: await judges.simulated(row),
    ministack: await judges.ministack(row),
  };
  const { outcome } = row;
  const known =
    answers.ministack !== outcome &&
    deviations.find(({ call, answer = '' }) => call === titleOf(row) && answers.ministack.startsWith(answer));
  deepStrictEqual(
    { ...answers, ministack: known ? outcome : answers.ministack },
    { evaluator: outcome, simulator: outcome, ministack: outcome }
  );
}
