import { App } from 'cdktf';
import { Environment, Guardrails, Posture } from 'cdktf-aws-toms';
import { LogsStack } from './logs-stack';
import { OrdersStack } from './orders-stack';
import { StateLocation, StateStack } from './state-stack';

// The state stack prints the ARN of its key once it is applied: a backend takes no references.
const state: StateLocation = {
  bucketName: 'acme-terraform-state',
  kmsKeyArn:
    process.env.STATE_KEY_ARN ?? 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-44cd-a6ef-1234567890ab',
};

const app = new App();
Guardrails.enforce(app);
Posture.set(app, {
  environment: process.env.EPHEMERAL === 'true' ? Environment.EPHEMERAL : Environment.PRODUCTION,
  owner: 'platform',
  namePrefix: 'acme',
  retentionDays: 3650,
});

new StateStack(app, 'state', state);
const logs = new LogsStack(app, 'logs', state);
new OrdersStack(app, 'orders', state, logs);

app.synth();
