/** The line of progress: what is being done, where it takes long. */
export interface Progress {
  /** Says what begins now. */
  readonly show: (text: string) => void;
  /** Takes the line away, before anything else is written. */
  readonly clear: () => void;
}

/** How many milliseconds pass before anything is shown: most runs are over by then. */
const PATIENCE = 1000;

/** To the start of the line, and nothing on it. */
const ERASE = '\r\x1b[2K';

/** Where nobody watches. */
export const SILENT: Progress = { show: () => undefined, clear: () => undefined };

/**
 * A line on standard error that each step writes over, and that is gone at the end.
 *
 * @param now milliseconds since the command has begun
 */
export function progressLine(err: (text: string) => void, now: () => number): Progress {
  let isShown = false;
  return {
    show: (text) => {
      if (now() < PATIENCE) return;
      isShown = true;
      err(`${ERASE}toms: ${text} …`);
    },
    clear: () => {
      if (isShown) err(ERASE);
      isShown = false;
    },
  };
}
