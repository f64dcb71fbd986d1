import { Construct } from 'constructs';
import { DataClass, RotatedKey, StoreProps } from '../../../lib';
import { OpenedStore, StoreOpening, openStore } from '../../../lib/constructs/encryption/store';
import { messageOf, newStack } from '../../support/synth';

class Store extends Construct {
  public readonly opened: OpenedStore;

  constructor(
    scope: Construct,
    id: string,
    props: StoreProps & { region?: string },
    opening: Partial<StoreOpening> = {}
  ) {
    super(scope, id);
    this.opened = openStore(this, props, opening);
  }
}

test('shares one key with the other stores of its stack, region and class', () => {
  const stack = newStack();
  const { key } = new Store(stack, 'One', {}).opened;
  expect(key.node.path).toBe('test/PersonalDataKey');
  expect(new Store(stack, 'Two', {}).opened.key).toBe(key);
  expect(new Store(stack, 'There', { region: 'eu-west-1' }).opened.key.node.path).toBe(
    'test/PersonalDataKey-eu-west-1'
  );
  expect(new Store(stack, 'Prices', { dataClass: DataClass.PUBLIC }).opened.key.node.path).toBe('test/PublicDataKey');
});

test('takes the key that it is given', () => {
  const stack = newStack();
  const encryptionKey = new RotatedKey(stack, 'Key');
  expect(new Store(stack, 'It', { encryptionKey }).opened.key).toBe(encryptionKey);
  expect(stack.node.tryFindChild('PersonalDataKey')).toBeUndefined();
});

test('makes a key of its own where it says so', () => {
  const stack = newStack();
  const makeKey = ({ dataClass, region }: { dataClass: DataClass; region?: string }): RotatedKey =>
    new RotatedKey(stack, 'Own', { dataClass, region });
  const { key } = new Store(stack, 'It', { region: 'eu-west-1', dataClass: DataClass.INTERNAL }, { makeKey }).opened;
  expect(key.node.path).toBe('test/Own');
  expect((key as RotatedKey).dataClass).toBe(DataClass.INTERNAL);
});

test.each([
  ['of another region', { region: 'eu-west-1' }, "'encryptionKey' must be a key of eu-central-1"],
  ['for data of a lower class', { dataClass: DataClass.INTERNAL }, "'encryptionKey' must be for personal data"],
])('refuses a key %s', (_title, props, message) => {
  const stack = newStack();
  const encryptionKey = new RotatedKey(stack, 'Key', props);
  expect(messageOf(() => new Store(stack, 'It', { encryptionKey }))).toContain(message);
});
