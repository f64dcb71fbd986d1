import { withIndices } from '../../lib/terraform/plan-indices';

const RESOURCE = 'aws_subnet.a';

function read(...references: string[]) {
  const { subnet } = withIndices({ subnet: [{ id: { references } }] }, (resource) => resource === RESOURCE);
  return subnet;
}

test.each([
  ['a count that is the same', ['aws_subnet.a', 'count.index'], ['aws_subnet.a[count.index]']],
  ['a count of its own', ['aws_subnet.b', 'count.index'], ['aws_subnet.b', 'count.index']],
  ['a key', ['aws_subnet.b', 'each.key'], ['aws_subnet.b[each.key]']],
  ['a part of a value', ['aws_subnet.b', 'each.value.of', 'each.value'], ['aws_subnet.b[each.value.of]']],
  ['a data source', ['data.aws_subnet.b', 'each.value'], ['data.aws_subnet.b[each.value]']],
  ['two indices', ['aws_subnet.a', 'each.key', 'each.value'], ['aws_subnet.a', 'each.key', 'each.value']],
  ['an attribute', ['aws_subnet.a.id', 'aws_subnet.a', 'each.key'], ['aws_subnet.a.id', 'aws_subnet.a', 'each.key']],
  ['a variable', ['var.subnets', 'each.key'], ['var.subnets', 'each.key']],
  ['no index', ['aws_subnet.a'], ['aws_subnet.a']],
])('%s', (_what, references, expected) => {
  expect(read(...references)).toEqual([{ id: { references: expected } }]);
});

test('constants stay as they are', () => {
  const expressions = { tags: { constant_value: { references: ['aws_subnet.a', 'count.index'] } } };
  expect(withIndices(expressions, () => true)).toEqual(expressions);
});
