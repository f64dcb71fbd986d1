import { Fn, TerraformStack, TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import { Posture } from '../../../lib';
import { claimName, defaultName, shortName } from '../../../lib/constructs/core/names';
import { messageOf, newStack, temporaryApp } from '../../support/synth';

function nameOf(path: string[], posture: Parameters<typeof newStack>[0] = {}, stackId = 'orders'): string {
  const at = path.reduce<Construct>((scope, id) => new Construct(scope, id), newStack(posture, stackId));
  return defaultName(at, Posture.of(at));
}

test.each<[string, string[], Parameters<typeof newStack>[0], string]>([
  ['the stack and the path', ['Api', 'Invoices'], {}, 'orders-api-invoices'],
  ['the prefix before the stack', ['Invoices'], { namePrefix: 'acme' }, 'acme-orders-invoices'],
  ['hyphens for what names may not hold', ['Größe & Co.', 'x__y'], {}, 'orders-gr-e-co-x-y'],
  ['no hyphen at the end', ['Invoices!'], {}, 'orders-invoices'],
])('the default name is %s', (_title, path, posture, name) => {
  expect(nameOf(path, posture)).toBe(name);
});

test('the default name of a stack is its own', () => {
  const stack = new TerraformStack(temporaryApp(), 'Orders_EU');
  expect(defaultName(stack, Posture.of(stack))).toBe('orders-eu');
});

test.each([
  ['what fits is left out', 'Front', 'orders-front'],
  ['what does not is cut, and told apart by a hash', 'LoadBalancerOfTheWholeShop', 'orders-loadbalancerofth-7d9c4ac1'],
  ['no hyphen stands before the hash', 'LoadBalancerOfT-heWholeShop', 'orders-loadbalanceroft-339e55a0'],
])('of a short name, %s', (_title, id, name) => {
  const stack = newStack({}, 'orders');
  const found = shortName(new Construct(stack, id), Posture.of(stack), 32);
  expect(found).toBe(name);
});

describe('a claimed name', () => {
  const claim = (stack: TerraformStack, id: string, prop: string, name: string): void =>
    claimName(new Construct(stack, id), stack, prop, name);

  test('is refused to another construct, and names the first', () => {
    const stack = newStack();
    claim(stack, 'One', 'alias', 'orders');
    expect(messageOf(() => claim(stack, 'Two', 'alias', 'orders'))).toBe(
      `[test/Two] 'alias' must be unique: test/One has this name, got "orders"; write another alias, or leave it out`
    );
  });

  test('is free for another prop, another name and another stack', () => {
    const stack = newStack();
    claim(stack, 'One', 'alias', 'orders');
    expect(() => {
      claim(stack, 'Two', 'bucketName', 'orders');
      claim(stack, 'Three', 'alias', 'invoices');
      claim(new TerraformStack(stack.node.root, 'other'), 'One', 'alias', 'orders');
    }).not.toThrow();
  });

  test('may be anything that only Terraform knows', () => {
    const stack = newStack();
    const name = Fn.lower(new TerraformVariable(stack, 'name', { type: 'string' }).stringValue);
    claim(stack, 'One', 'alias', name);
    expect(() => claim(stack, 'Two', 'alias', name)).not.toThrow();
  });
});
