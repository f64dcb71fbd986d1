/** What stops synth. Its stack is the one line of the user's program that called it: this library's own lines would bury what there is to read. */
export class GuardrailsError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'GuardrailsError';
    const caller = (this.stack ?? '')
      .split('\n')
      .find((line) => /^ {4}at .*[\\/].*:\d+\)?$/.test(line) && !isLibrary(line));
    this.stack = [`${this.name}: ${message}`, ...(caller === undefined ? [] : [caller])].join('\n');
  }
}

function isLibrary(frame: string): boolean {
  return (
    /[\\/]node_modules[\\/]|node:/.test(frame) ||
    frame.includes(__dirname) ||
    /[\\/]lib[\\/]enforcement[\\/]/.test(frame)
  );
}
