import { Progress } from './progress';

/** Where a command writes to, and what it knows of its surroundings. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether what goes to `out` may be coloured. */
  readonly colour: boolean;
  readonly today: Date;
  /** What is being done, while it takes long. */
  readonly progress: Progress;
}

/** What the exit status says. */
export const EXIT = { clean: 0, findings: 1, usage: 2, internal: 3 } as const;
