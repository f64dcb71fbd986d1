import { Report } from '../guardrails/finding';

/** What stops synth. It carries the report, where the check came that far. Its stack is the one line of the user's program that called it: this library's own lines would bury what there is to read. */
export class GuardrailsError extends Error {
  constructor(
    message: string,
    public readonly report?: Report
  ) {
    super(message);
    this.name = 'GuardrailsError';
    const caller = traceOf(this)
      .split('\n')
      .find((line) => /^ {4}at .*[\\/].*:\d+\)?$/.test(line) && !isLibrary(line));
    this.stack = [`${this.name}: ${message}`, ...(caller === undefined ? [] : [caller])].join('\n');
  }
}

/** By default Node keeps ten lines, and as many of them are this library's and cdktf's. */
function traceOf(error: Error): string {
  const trace: { stack?: string } = {};
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 100;
  Error.captureStackTrace(trace, error.constructor);
  Error.stackTraceLimit = limit;
  return trace.stack ?? '';
}

function isLibrary(frame: string): boolean {
  return (
    /[\\/]node_modules[\\/]|node:/.test(frame) ||
    frame.includes(__dirname) ||
    /[\\/]lib[\\/]enforcement[\\/]/.test(frame)
  );
}
