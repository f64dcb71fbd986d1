import { multiplicityOf } from '../../lib/terraform/multiplicity';
import { Json } from '../../lib/terraform/value';

const kindOf = (count: Json): string => multiplicityOf({ count }, () => undefined).kind;

test('a count is a number, or text that is one', () => {
  expect(multiplicityOf({ count: '2' }, () => undefined)).toMatchObject({
    entries: [
      [0, 0],
      [1, 1],
    ],
  });
  expect([0, '0', 1].map(kindOf)).toEqual(['entries', 'entries', 'entries']);
});

test.each<Json>([{}, { a: 1 }, [1], 'x', true])('what is no number, %j, leaves nothing out', (count) => {
  expect(kindOf(count)).toBe('unknown');
});
