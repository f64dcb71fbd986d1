import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, TerraformStack } from 'cdktf';
import { EncryptedBucket, Environment, Guardrails, Posture } from 'cdktf-aws-toms';

const app = new App();
Guardrails.enforce(app);
Posture.set(app, { environment: Environment.EPHEMERAL, owner: 'billing', retentionDays: 3650 });

const stack = new TerraformStack(app, 'quickstart');
new AwsProvider(stack, 'aws', { region: 'eu-central-1' });
new EncryptedBucket(stack, 'Invoices');

app.synth();
