import { GuardrailsError } from '../../lib/enforcement/guardrails-error';

function through<T>(depth: number, make: () => T): T {
  return depth === 0 ? make() : through(depth - 1, make);
}

test('shows one line of the program, however deep it was thrown', () => {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    const { name, stack } = through(30, () => new GuardrailsError('not like this'));
    expect(name).toBe('GuardrailsError');
    expect(stack).toMatch(/^GuardrailsError: not like this\n {4}at .*guardrails-error\.test\.ts:\d+:\d+\)?$/);
    expect(Error.stackTraceLimit).toBe(0);
  } finally {
    Error.stackTraceLimit = limit;
  }
});
