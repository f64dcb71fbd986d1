import { MET, undetermined, violated } from '../../../lib/guardrails/rule';
import { allOf, requireTrue } from '../../../lib/guardrails/verdicts/checks';
import { Block } from '../../../lib/terraform/block';

test('all demands are met, or the first open one decides', () => {
  expect(allOf([MET, MET])).toEqual(MET);
  expect(allOf([MET, undetermined('a is open'), undetermined('b is open')])).toEqual(undetermined('a is open'));
});

test('every violation is named, with what fixes it', () => {
  expect(allOf([violated('a is false', { a: true }), undetermined('b is open'), violated('c is 3', { c: 1 })])).toEqual(
    violated('a is false, c is 3', { a: true, c: 1 })
  );
  expect(allOf([violated('a is false')])).toEqual(violated('a is false'));
});

test('a message says what the value means, where that is given', () => {
  const block = new Block({ enabled: false }, () => undefined);
  expect(requireTrue(block, 'enabled')).toEqual(violated('enabled is false', { enabled: true }));
  expect(requireTrue(block, 'enabled', 'nothing is encrypted')).toEqual(
    violated('enabled is false: nothing is encrypted', { enabled: true })
  );
});
