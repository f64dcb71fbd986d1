import { App } from 'cdktf';
import { EncryptedStateBackendProps, Guardrails, Posture } from 'cdktf-aws-toms';
import { ApplicationStack } from './application-stack';
import { DataStack } from './data-stack';
import { EdgeStack } from './edge-stack';
import { settingsOf } from './environments';
import { NetworkStack } from './network-stack';

// Which environment this is: production or staging, each in an account of its own.
const settings = settingsOf(process.env.ENVIRONMENT ?? 'production', process.env.EPHEMERAL === 'true');

// The bucket and the key of the states: the example log-archive has the stack that makes them.
const state: EncryptedStateBackendProps = {
  bucketName: settings.stateBucket,
  kmsKeyArn:
    process.env.STATE_KEY_ARN ?? 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-44cd-a6ef-1234567890ab',
};

// The policy that bounds what pipelines may do, which the team that runs the accounts made.
const permissionsBoundaryArn = process.env.BOUNDARY_ARN ?? 'arn:aws:iam::111122223333:policy/deployers';

// The image that runs: its pipeline pushed it, and names it by its digest.
const imageDigest = process.env.IMAGE_DIGEST ?? `sha256:${'0123456789abcdef'.repeat(4)}`;

const app = new App();
Guardrails.enforce(app);
Posture.set(app, {
  environment: settings.environment,
  owner: 'product',
  namePrefix: 'acme',
  retentionDays: 1096,
  globalServiceLogs:
    'requests to CloudFront and queries of the zone are logged in us-east-1 only, by our transfer assessment of 2 November 2026',
});

const network = new NetworkStack(app, 'network', { state, settings });
const data = new DataStack(app, 'data', { state, settings, network, permissionsBoundaryArn });
const application = new ApplicationStack(app, 'application', { state, settings, network, data, imageDigest });
new EdgeStack(app, 'edge', { state, settings, network, data, application });

app.synth();
