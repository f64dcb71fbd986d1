/** The memory that Fargate gives to a number of CPU units: a range in MiB, and the step within it. */
interface MemoryRange {
  readonly minMib: number;
  readonly maxMib: number;
  readonly stepMib: number;
}

/**
 * What Fargate runs on Linux, by CPU units.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html
 */
const RANGES: { readonly [cpuUnits: number]: MemoryRange } = {
  512: { minMib: 1024, maxMib: 4096, stepMib: 1024 },
  1024: { minMib: 2048, maxMib: 8192, stepMib: 1024 },
  2048: { minMib: 4096, maxMib: 16_384, stepMib: 1024 },
  4096: { minMib: 8192, maxMib: 30_720, stepMib: 1024 },
  8192: { minMib: 16_384, maxMib: 61_440, stepMib: 4096 },
  16_384: { minMib: 32_768, maxMib: 122_880, stepMib: 8192 },
};

/** The smallest size doubles from 512 MiB, and has no step. */
const SMALLEST = { cpuUnits: 256, memoriesMib: [512, 1024, 2048] };

/** The CPU units that a task on Fargate may have. */
export const FARGATE_CPU_UNITS: readonly number[] = [SMALLEST.cpuUnits, ...Object.keys(RANGES).map(Number)];

/** The memory in MiB that a task with so many CPU units may have; none where Fargate has no such size. */
export function fargateMemoriesMib(cpuUnits: number): readonly number[] {
  if (cpuUnits === SMALLEST.cpuUnits) return SMALLEST.memoriesMib;
  const range = RANGES[cpuUnits];
  if (range === undefined) return [];
  const { minMib, maxMib, stepMib } = range;
  return Array.from({ length: (maxMib - minMib) / stepMib + 1 }, (_, step) => minMib + step * stepMib);
}
