import { readFileSync } from 'node:fs';
import { AcmCertificate } from '@cdktf/provider-aws/lib/acm-certificate';
import { CloudwatchEventRule } from '@cdktf/provider-aws/lib/cloudwatch-event-rule';
import { CloudwatchEventTarget } from '@cdktf/provider-aws/lib/cloudwatch-event-target';
import { ConfigConfigurationRecorder } from '@cdktf/provider-aws/lib/config-configuration-recorder';
import { ConfigConfigurationRecorderStatus } from '@cdktf/provider-aws/lib/config-configuration-recorder-status';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, TerraformStack } from 'cdktf';
import {
  AccountTrail,
  AuditLogArchive,
  BastionHost,
  BlockPublicAccess,
  Certificate,
  ConfigDelivery,
  EncryptedBucket,
  EncryptedTopic,
  Environment,
  HttpsLoadBalancer,
  Posture,
  SegmentedVpc,
  TrustPolicy,
} from 'cdktf-aws-toms';
import { Construct } from 'constructs';

/** What `npm run test:aws` makes in an account, looks at and destroys: one stack, none of it for use. */
function needed(variable: string): string {
  const value = process.env[variable];
  if (value === undefined) throw new Error(`${variable} is not set: this program belongs to npm run test:aws`);
  return value;
}

/** An account has one recorder in a region. */
function recordConfig(scope: Construct, archive: AuditLogArchive): void {
  const role = new IamRole(scope, 'ConfigRole', {
    namePrefix: 'toms-live-config-',
    assumeRolePolicy: JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: 'config.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    }),
  });
  const attachment = new IamRolePolicyAttachment(scope, 'ConfigRights', {
    role: role.name,
    policyArn: 'arn:aws:iam::aws:policy/service-role/AWS_ConfigRole',
  });
  const recorder = new ConfigConfigurationRecorder(scope, 'Recorder', {
    name: 'toms-live',
    roleArn: role.arn,
    recordingGroup: { allSupported: false, resourceTypes: ['AWS::S3::Bucket'] },
    dependsOn: [attachment],
  });
  const delivery = new ConfigDelivery(scope, 'ConfigDelivery', { archive, recorder });
  new ConfigConfigurationRecorderStatus(scope, 'Recording', {
    name: recorder.name,
    isEnabled: true,
    dependsOn: [delivery.resource],
  });
}

/** A rule that publishes every minute, by its role: the policy of the topic lets EventBridge in for nothing. */
function publishByRole(scope: Construct): void {
  const topic = new EncryptedTopic(scope, 'News');
  const rule = new CloudwatchEventRule(scope, 'EveryMinute', {
    namePrefix: 'toms-live-',
    scheduleExpression: 'rate(1 minute)',
  });
  const publisher = new IamRole(scope, 'Publisher', {
    namePrefix: 'toms-live-publisher-',
    assumeRolePolicy: TrustPolicy.forService('events.amazonaws.com', rule.arn),
  });
  topic.grantPublish(publisher);
  new CloudwatchEventTarget(scope, 'Target', { rule: rule.name, arn: topic.topicArn, roleArn: publisher.arn });
}

const region = needed('REGION');
const account = needed('ACCOUNT_ID');

const app = new App();
Posture.set(app, {
  environment: Environment.EPHEMERAL,
  owner: 'toms-live',
  namePrefix: 'toms',
  retentionDays: 400,
  residency: [region],
});

const stack = new TerraformStack(app, 'live');
new AwsProvider(stack, 'aws', { region });

new EncryptedBucket(stack, 'Data');
const archive = new AuditLogArchive(stack, 'Archive');
new AccountTrail(stack, 'Trail', { archive });
if (process.env.CONFIG !== 'false') recordConfig(stack, archive);

// The setting of the whole account stays as it is.
const vpc = new SegmentedVpc(stack, 'Vpc', { archive, zoneCount: 2, blockPublicAccess: BlockPublicAccess.ELSEWHERE });
const certificate = new AcmCertificate(stack, 'Certificate', {
  certificateBody: readFileSync(needed('CERTIFICATE_FILE'), 'utf8'),
  privateKey: readFileSync(needed('PRIVATE_KEY_FILE'), 'utf8'),
});
new HttpsLoadBalancer(stack, 'Front', {
  vpc,
  accessLogBucket: archive.accessLogBucket,
  certificates: [Certificate.fromAcmCertificate(certificate)],
});

const bastion = new BastionHost(stack, 'Bastion', { vpc });
const operator = new IamRole(stack, 'Operator', {
  name: needed('OPERATOR'),
  assumeRolePolicy: TrustPolicy.withMfa([`arn:aws:iam::${account}:root`]),
});
bastion.grantConnect(operator);

publishByRole(stack);

app.synth();
