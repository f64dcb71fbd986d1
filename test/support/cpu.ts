/** How long the processor works on something, in milliseconds: however busy the machine is otherwise, that is the same. */
export function cpuTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  return process.cpuUsage(before).user / 1000;
}
