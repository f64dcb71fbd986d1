import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, TerraformStack } from 'cdktf';
import {
  AuditLogArchive,
  EncryptedBucket,
  EncryptedQueue,
  EncryptedTable,
  EncryptedTopic,
  Environment,
  ManagedSecret,
  Posture,
  PseudonymizationKey,
  RotatedKey,
} from 'cdktf-aws-toms';

/** Stores, keys, queues, topics and an archive, and the roles that the table of calls speaks of. */
const app = new App();
Posture.set(app, { environment: Environment.EPHEMERAL, owner: 'enforced', retentionDays: 400 });

const stack = new TerraformStack(app, 'enforced');
new AwsProvider(stack, 'aws', { region: 'eu-central-1' });

const account = process.env.ACCOUNT_ID ?? '111122223333';
const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: 'sts:AssumeRole' }],
});
const role = (name: string): IamRole => new IamRole(stack, name, { name: name.toLowerCase(), assumeRolePolicy: trust });

const invoices = new EncryptedBucket(stack, 'Invoices');
new EncryptedBucket(stack, 'Contracts', { encryptionKey: new RotatedKey(stack, 'OtherKey') });
const jobs = new EncryptedQueue(stack, 'Jobs', { retentionDays: 4 });
const news = new EncryptedTopic(stack, 'News');
const visits = new EncryptedTable(stack, 'Visits', {
  partitionKey: { name: 'visitor' },
  noTimeToLiveReason: 'nothing of it is kept',
});
const password = new ManagedSecret(stack, 'Password', { noRotationReason: 'nobody uses it' });
const archive = new AuditLogArchive(stack, 'Archive', { retentionDays: 400 });

const reader = role('Reader');
invoices.grantRead(reader);
visits.grantReadData(reader);
password.grantRead(reader);

const writer = role('Writer');
invoices.grantReadWrite(writer);
visits.grantReadWriteData(writer);
news.grantPublish(writer);
jobs.grantSend(writer);

const worker = role('Worker');
jobs.grantConsume(worker);

const auditor = role('Auditor');
archive.trailBucket.grantRead(auditor);

const tokenizer = role('Tokenizer');
const analyst = role('Analyst');
const tokens = new PseudonymizationKey(stack, 'Tokens');
tokens.grantTokenize(tokenizer);
tokens.denyReader(analyst);

role('Stranger');

// What S3 lets it read, it cannot decrypt.
const keyless = role('Keyless');
new IamRolePolicy(keyless, 'Objects', {
  role: keyless.name,
  policy: JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: `${invoices.bucketArn}/*` }],
  }),
});

// All that an account can give: what the policies of resources deny, they deny to this role, too.
const administrator = role('Administrator');
new IamRolePolicy(administrator, 'Everything', {
  role: administrator.name,
  policy: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }),
});

app.synth();
