import { QUERIES } from '../../lib/toms/queries';

test('the queries are numbered without a gap', () => {
  expect(Object.keys(QUERIES)).toEqual(Object.keys(QUERIES).map((_, at) => `Q${at + 1}`));
});

/** Subcommands that change something: an auditor runs none of them. */
const WRITES =
  /\baws [a-z0-9-]+ (?!create-certificate-authority-audit-report\b|start-network-insights)(?:create|delete|put|update|start|stop|modify|attach|set)-/;

test.each(Object.entries(QUERIES))('%s says what it shows and how, read-only', (_id, { shows, how }) => {
  expect(shows).toMatch(/^[A-Z].*[^.]$/);
  expect(how).toMatch(/[^.]$/);
  expect(how.split('`').length % 2).toBe(1);
  expect(how).not.toMatch(WRITES);
});
