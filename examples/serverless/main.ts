import { App } from 'cdktf';
import { EncryptedStateBackendProps, Environment, Guardrails, Posture } from 'cdktf-aws-toms';
import { OrdersStack } from './orders-stack';

// The bucket and the key of the states: the example log-archive has the stack that makes them.
const state: EncryptedStateBackendProps = {
  bucketName: 'acme-terraform-state',
  kmsKeyArn:
    process.env.STATE_KEY_ARN ?? 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-44cd-a6ef-1234567890ab',
};

// The secret of the shipping company, which the team that rotates it made.
const shippingSecretArn =
  process.env.SHIPPING_SECRET_ARN ?? 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:acme/shipping-a1b2c3';

const app = new App();
Guardrails.enforce(app);
Posture.set(app, {
  environment: process.env.EPHEMERAL === 'true' ? Environment.EPHEMERAL : Environment.PRODUCTION,
  owner: 'orders',
  namePrefix: 'acme',
  retentionDays: 3650,
});

new OrdersStack(app, 'orders', { state, shippingSecretArn });

app.synth();
