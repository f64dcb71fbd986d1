import { stripVTControlCharacters } from 'node:util';

/** Thrown where the rest of a sequence has nothing left to stand on. The failure itself is counted already. */
class Stopped extends Error {}

/** Counts what holds and what does not. */
export class Lane {
  constructor(
    private readonly prefix = '',
    private readonly count = { passed: 0, failed: 0 }
  ) {}

  public get passed(): number {
    return this.count.passed;
  }

  public get failed(): number {
    return this.count.failed;
  }

  /** Whether it holds. A failure is printed, and the lane goes on. */
  public async check(what: string, run: () => void | Promise<void>): Promise<boolean> {
    const start = Date.now();
    const said = (): string => `${this.prefix}${what} (${((Date.now() - start) / 1000).toFixed(1)} s)`;
    try {
      await run();
      this.count.passed++;
      console.log(`  ok    ${said()}`);
      return true;
    } catch (error) {
      this.count.failed++;
      console.log(`  FAIL  ${said()}\n${indented(error instanceof Error ? error.message : String(error))}`);
      return false;
    }
  }

  /** The same for what later steps are built on: where it fails, they are not run. */
  public async need(what: string, run: () => void | Promise<void>): Promise<void> {
    if (!(await this.check(what, run))) throw new Stopped();
  }

  /** What is neither right nor wrong, and must be seen. */
  public note(text: string): void {
    console.log(indented(`${this.prefix}${text}`));
  }

  /** Steps that are built on each other. Their lines begin with a name. */
  public async sequence(name: string, run: (lane: Lane) => Promise<void>): Promise<void> {
    const lane = new Lane(`${this.prefix}${name}: `, this.count);
    try {
      await run(lane);
    } catch (error) {
      if (error instanceof Stopped) return lane.note('the rest was not run');
      await lane.check('runs to its end', () => {
        throw error;
      });
    }
  }
}

/** Runs a lane, and ends with one line and the exit status. A lane that checked nothing has failed. */
export function runLane(name: string, run: (lane: Lane) => Promise<void>): void {
  const lane = new Lane();
  void lane.sequence(name, run).then(() => {
    console.log(`\n${name}: ${lane.passed} passed, ${lane.failed} failed`);
    process.exitCode = lane.failed > 0 || lane.passed === 0 ? 1 : 0;
  });
}

/** Works on several things at a time; the results keep their order. */
export async function inParallel<T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<R>
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index]);
    }
  };
  await Promise.all(Array.from({ length: limit }, worker));
  return results;
}

function indented(text: string): string {
  return stripVTControlCharacters(text).trim().replace(/^/gm, '        ');
}
