import { App } from 'cdktf';
import { EncryptedStateBackendProps, Environment, Guardrails, Posture } from 'cdktf-aws-toms';
import { ArchiveStack } from './archive-stack';
import { NetworkStack } from './network-stack';
import { WorkloadStack } from './workload-stack';

// The bucket and the key of the states: the example log-archive has the stack that makes them.
const state: EncryptedStateBackendProps = {
  bucketName: 'acme-terraform-state',
  kmsKeyArn:
    process.env.STATE_KEY_ARN ?? 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-44cd-a6ef-1234567890ab',
};

// The certificate of the domain, which is issued once and renewed by AWS.
const certificateArn =
  process.env.CERTIFICATE_ARN ??
  'arn:aws:acm:eu-central-1:111122223333:certificate/1234abcd-12ab-44cd-a6ef-1234567890ab';

const environment = process.env.EPHEMERAL === 'true' ? Environment.EPHEMERAL : Environment.PRODUCTION;

const app = new App();
Guardrails.enforce(app);
Posture.set(app, {
  environment,
  owner: 'platform',
  namePrefix: 'acme',
  retentionDays: 3650,
});

const { archive } = new ArchiveStack(app, 'archive', state);
const network = new NetworkStack(app, 'network', { state, archive, certificateArn });
new WorkloadStack(app, 'workload', { state, archive, network });

app.synth();
