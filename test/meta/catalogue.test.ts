import { measure } from '../../lib/toms/measures/catalogue';
import { CONSTRUCTS, EXPORTED, WAYS, pageOf } from '../support/constructs';
import { reachableNetwork } from '../support/network';
import { newStack } from '../support/synth';

interface Made {
  readonly name: string;
  readonly takesKey: boolean;
}

const MADE: Made[] = WAYS.map(({ name, make }) => {
  const stack = newStack();
  const made = make(stack, 'It', () => reachableNetwork(stack));
  return { name, takesKey: 'encryptionKey' in made };
});

test('every exported construct is in the catalogue', () => {
  expect(Object.keys(CONSTRUCTS).sort()).toEqual(EXPORTED);
});

test('the titles of the ways to make constructs are unique', () => {
  expect(new Set(WAYS.map(({ title }) => title)).size).toBe(WAYS.length);
});

test('pages are named for constructs', () => {
  expect(['EncryptedBucket', 'NetworkTlsLoadBalancer', 'EbsEncryptionByDefault'].map(pageOf)).toEqual([
    'encrypted-bucket.md',
    'network-tls-load-balancer.md',
    'ebs-encryption-by-default.md',
  ]);
});

describe.each(Object.entries(CONSTRUCTS))('%s', (name, { measures, withKey }) => {
  const made = MADE.filter((one) => one.name === name);

  test('serves measures that exist, each once', () => {
    expect(measures).not.toHaveLength(0);
    expect(measures.filter((id) => measure(id) === undefined)).toEqual([]);
    expect(new Set(measures).size).toBe(measures.length);
  });

  test('can be made with a key if it has one', () => {
    expect(withKey !== undefined).toBe(made.some(({ takesKey }) => takesKey));
  });
});
