import { DataClass, EncryptedBucket, Posture } from '../../../lib';
import { tags } from '../../../lib/constructs/core/tags';
import { LogKind } from '../../../lib/toms/tags';
import { Written, newStack } from '../../support/synth';

test('say the environment, the owner and the class of data', () => {
  const posture = Posture.of(newStack({ owner: 'billing' }));
  expect(tags(posture, DataClass.INTERNAL)).toEqual({
    'tom:environment': 'production',
    'tom:owner': 'billing',
    'tom:data-class': 'internal',
  });
});

test('say the kind of a log, and leave out an owner that nobody named', () => {
  expect(tags(Posture.of(newStack({})), DataClass.PERSONAL, {}, LogKind.SECURITY)).toEqual({
    'tom:environment': 'production',
    'tom:data-class': 'personal',
    'tom:log-kind': 'security',
  });
});

test('keep tags of your own, which cannot change what the library says', () => {
  const own = { team: 'a', 'tom:environment': 'ephemeral', 'tom:data-class': 'public', 'tom:owner': 'nobody' };
  expect(tags(Posture.of(newStack({ owner: 'billing' })), DataClass.PERSONAL, own)).toMatchObject({
    team: 'a',
    'tom:environment': 'production',
    'tom:data-class': 'personal',
    'tom:owner': 'billing',
  });
});

test('stand on every resource that the provider lets carry tags', () => {
  const stack = newStack();
  new EncryptedBucket(stack, 'Invoices', { tags: { team: 'a' } });
  const written = Written.of(stack);
  const tagged = [
    ...Object.values(written.resources('aws_s3_bucket')),
    ...Object.values(written.resources('aws_kms_key')),
  ];
  expect(tagged).toHaveLength(3);
  for (const { tags: found } of tagged)
    expect(Object.keys(found as object)).toEqual(
      expect.arrayContaining(['tom:data-class', 'tom:environment', 'tom:owner'])
    );
});
