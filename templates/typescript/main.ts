import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, TerraformStack } from 'cdktf';
import { EncryptedBucket, Environment, Guardrails, Posture } from 'cdktf-aws-toms';

const app = new App();
// Synth writes nothing where a measure is violated.
Guardrails.enforce(app);
// For every other environment, state has to lie in a backend that encrypts and locks it.
Posture.set(app, { environment: Environment.EPHEMERAL, owner: 'your-team', retentionDays: 365 });

const stack = new TerraformStack(app, '{{ $base }}');
new AwsProvider(stack, 'aws', { region: 'eu-central-1' });
new EncryptedBucket(stack, 'Documents');

app.synth();
