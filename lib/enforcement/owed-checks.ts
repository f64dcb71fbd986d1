/** A check that was promised and has not run. */
export interface OwedCheck {
  /** Says what is missing at the end of the process. Returns whether the process has failed by that. */
  end(status: number): boolean;
}

const OWED = new Set<OwedCheck>();
let listening = false;

/** Expects a check before the process ends. */
export function owe(check: OwedCheck): void {
  OWED.add(check);
  if (!listening) process.on('exit', endProcess);
  listening = true;
}

/** The check has run, or there is nothing to check. */
export function settle(check: OwedCheck): void {
  OWED.delete(check);
}

/** Lets no process look like success that owes a check. */
export function endProcess(status: number): void {
  for (const check of OWED) if (check.end(status) && status === 0) process.exitCode = 1;
  OWED.clear();
}
