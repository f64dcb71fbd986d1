import fc from 'fast-check';
import { uuid } from '../../../lib/reports/oscal/uuid';

test('is version 5 of RFC 9562, as Python makes it', () => {
  expect(uuid('finding', '8.1.d')).toBe('dbd8085a-a019-5144-8773-7060c650ce85');
});

test('the same names have the same, and others have others', () => {
  const names = fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 });
  fc.assert(
    fc.property(names, names, (one, other) => {
      expect(uuid('risk', ...one)).toMatch(/^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
      const same = JSON.stringify(one) === JSON.stringify(other);
      expect(uuid('risk', ...one) === uuid('risk', ...other)).toBe(same);
    })
  );
  expect(uuid('risk', 'a', 'b')).not.toBe(uuid('risk', 'a,b'));
  expect(uuid('risk', 'a')).not.toBe(uuid('finding', 'a'));
});
