import { EncryptedStateBackend, Environment, Posture } from 'cdktf-aws-toms';
import { ShopStack } from '../old/shop-stack';

/** Says what all of it is for, in one place and in the tags; and moves the state to where it is encrypted and locked. */
export function posture(shop: ShopStack): void {
  Posture.set(shop, { environment: Environment.PRODUCTION, owner: 'shop', namePrefix: 'acme', retentionDays: 3650 });
  const { environment, owner = '', dataClass } = Posture.of(shop);
  const tags = { 'tom:environment': environment, 'tom:owner': owner, 'tom:data-class': dataClass };
  shop.provider.defaultTags = [{ tags }];

  // The bucket and the key of the states: the example log-archive has the stack that makes them.
  new EncryptedStateBackend(shop, 'Backend', {
    bucketName: 'acme-terraform-state',
    kmsKeyArn:
      process.env.STATE_KEY_ARN ?? 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-44cd-a6ef-1234567890ab',
  });
}
