import { nameOf } from '../../lib/graph/names';
import { readStack } from '../../lib/terraform/read-stack';

function nameAt(path: string | undefined, more: object = {}): string {
  const comment = path === undefined ? {} : { '//': { metadata: { path } } };
  const [resource] = readStack('s', 's', { resource: { aws_lb: { edge: { ...comment, ...more } } } }).resources;
  return nameOf(resource);
}

test.each([
  ['network/Edge/LoadBalancer/Resource', 'Edge/LoadBalancer'],
  ['network/Edge', 'Edge'],
  ['network/Table/Default/Resource', 'Table'],
  ['network/Resource', 'Resource'],
  ['network', 'aws_lb.edge'],
  [undefined, 'aws_lb.edge'],
])('the construct path %j is shown as %j', (path, name) => {
  expect(nameAt(path)).toBe(name);
});
