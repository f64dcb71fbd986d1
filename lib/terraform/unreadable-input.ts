/** An input that cannot be read as Terraform. It must never pass as clean. */
export class UnreadableInput extends Error {
  constructor(
    readonly file: string,
    readonly problem: string
  ) {
    super(`${file}: ${problem}`);
    this.name = 'UnreadableInput';
  }
}

/** Whether an error is the call stack's end: the input is nested deeper than it can be walked. */
export function isTooDeep(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes('call stack');
}
