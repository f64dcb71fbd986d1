import { choiceId, withinScope } from '../../../lib/terraform/expression/scope';
import { Lookup } from '../../../lib/terraform/expression/steps';

const outer: Lookup = () => undefined;
const idOf = (text: string, lookup: Lookup): string => choiceId('branch', text, lookup);
const item = (around: Lookup, instance: string, names?: string[]): Lookup =>
  withinScope(around, instance, () => undefined, names);

test('the same text is the same wherever it is looked up in the same way', () => {
  expect(idOf('var.a  ==\n1', outer)).toBe(idOf('var.a == 1', outer));
  expect(idOf('var.a', outer)).not.toBe(idOf('var.b', outer));
  expect(idOf('var.a', outer)).not.toBe(idOf('var.a', () => undefined));
  expect(choiceId('branch', 'var.a', outer)).not.toBe(choiceId('value', 'var.a', outer));
});

test('an instance has what names it for itself, and shares the rest', () => {
  const [one, other] = [item(outer, 'a'), item(outer, 'b')];
  expect(idOf('var.a', one)).toBe(idOf('var.a', outer));
  expect(idOf('each.key', one)).not.toBe(idOf('each.key', other));
  expect(idOf('each.key', one)).toBe(idOf('each.key', item(outer, 'a')));
});

test('an item has the names that a `for` gives it for itself, within whatever is around it', () => {
  const instance = item(outer, 'a');
  const inner = item(instance, 'for x in y 0', ['x']);
  expect(idOf('x.a', inner)).not.toBe(idOf('x.a', item(instance, 'for x in y 1', ['x'])));
  expect(idOf('x.a', inner)).not.toBe(idOf('x.a', item(item(outer, 'b'), 'for x in y 0', ['x'])));
  expect(idOf('each.key', inner)).toBe(idOf('each.key', instance));
  expect(idOf('var.a', inner)).toBe(idOf('var.a', outer));
  expect(idOf('xy.a', inner)).toBe(idOf('xy.a', outer));
});
