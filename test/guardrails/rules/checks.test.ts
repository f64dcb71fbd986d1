import { MET, undetermined, violated } from '../../../lib/guardrails/rule';
import { allOf } from '../../../lib/guardrails/rules/checks';

test('all demands are met, or the first open one decides', () => {
  expect(allOf([MET, MET])).toEqual(MET);
  expect(allOf([MET, undetermined('a is open'), undetermined('b is open')])).toEqual(undetermined('a is open'));
});

test('every violation is named, with what mends it', () => {
  expect(allOf([violated('a is false', { a: true }), undetermined('b is open'), violated('c is 3', { c: 1 })])).toEqual(
    violated('a is false, c is 3', { a: true, c: 1 })
  );
  expect(allOf([violated('a is false')])).toEqual(violated('a is false'));
});
