import { CloudTrailClient, GetTrailStatusCommand } from '@aws-sdk/client-cloudtrail';
import { CloudWatchClient, GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch';
import {
  ConfigServiceClient,
  DeliverConfigSnapshotCommand,
  DescribeDeliveryChannelStatusCommand,
} from '@aws-sdk/client-config-service';
import { DescribeFlowLogsCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  GetBucketOwnershipControlsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  DescribeInstanceInformationCommand,
  SSMClient,
  StartSessionCommand,
  TerminateSessionCommand,
} from '@aws-sdk/client-ssm';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';

/** What the checks know of the stack, and of who runs them. */
export interface Live {
  /** An attribute of the resource that a construct made, or of another one below it. */
  readonly get: (type: string, path: string, attribute: string, id?: string) => string;
  readonly config: { readonly endpoint?: string; readonly region: string };
  readonly accountId: string;
  /** Whether S3 is reached by paths: an emulator has no host for each bucket. */
  readonly forcePathStyle: boolean;
  /** The device of who runs them, and how to ask for its code: one is good for half a minute. */
  readonly mfa?: { readonly serial: string; readonly askCode: () => Promise<string> };
}

/** What was seen, and whether it is what must be. Nothing while it is too early to say. */
export type Seen = { readonly holds: boolean; readonly seen: string } | undefined;

/** What only AWS can decide. */
export interface LiveCheck {
  readonly name: string;
  /** What is asked. */
  readonly what: string;
  readonly expected: string;
  /** Where AWS documents it. */
  readonly source: string;
  /** How long it may take. */
  readonly minutes: number;
  /** Done once, before the first look. */
  readonly begin?: (live: Live) => Promise<void>;
  readonly look: (live: Live) => Promise<Seen>;
}

const DOCS = 'https://docs.aws.amazon.com';

function s3(live: Live): S3Client {
  return new S3Client({ ...live.config, forcePathStyle: live.forcePathStyle });
}

/** The error that a call ends with, by name; nothing where it succeeds. */
async function errorOf(call: Promise<unknown>): Promise<string | undefined> {
  return call.then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.name : String(error))
  );
}

async function keysIn(live: Live, bucket: string, prefix: string): Promise<string[]> {
  const Bucket = live.get('aws_s3_bucket', bucket, 'bucket');
  const { Contents = [] } = await s3(live).send(new ListObjectsV2Command({ Bucket, Prefix: prefix }));
  return Contents.map(({ Key = '' }) => Key);
}

async function arrived(live: Live, bucket: string, prefix: string): Promise<Seen> {
  const [first] = (await keysIn(live, bucket, prefix)).filter((key) => !key.endsWith('/'));
  return first === undefined ? undefined : { holds: true, seen: first };
}

async function flowLog(live: Live): Promise<{ status: string; error: string }> {
  const FlowLogIds = [live.get('aws_flow_log', 'Vpc/FlowLog', 'id', '')];
  const { FlowLogs = [] } = await new EC2Client(live.config).send(new DescribeFlowLogsCommand({ FlowLogIds }));
  const { DeliverLogsStatus = '', DeliverLogsErrorMessage = '' } = FlowLogs[0] ?? {};
  return { status: DeliverLogsStatus, error: DeliverLogsErrorMessage };
}

/** The load balancer writes one for each kind of log when it is told to log. */
const TEST_FILES = ['ELBAccessLogTestFile', 'ELBConnectionLogTestFile', 'ELBHealthCheckLogTestFile'];

async function startSession(live: Live, client = new SSMClient(live.config)): Promise<void> {
  const DocumentName = live.get('aws_ssm_document', 'Bastion/SessionDocument', 'name', '');
  const Target = live.get('aws_instance', 'Bastion', 'id');
  const { SessionId } = await client.send(new StartSessionCommand({ Target, DocumentName }));
  await client.send(new TerminateSessionCommand({ SessionId }));
}

/** The version of the agent, once Session Manager reaches the bastion. */
async function onlineAgent(live: Live): Promise<string | undefined> {
  const Filters = [{ Key: 'InstanceIds', Values: [live.get('aws_instance', 'Bastion', 'id')] }];
  const client = new SSMClient(live.config);
  const { InstanceInformationList = [] } = await client.send(new DescribeInstanceInformationCommand({ Filters }));
  const [{ PingStatus = '', AgentVersion = '' } = {}] = InstanceInformationList;
  return PingStatus === 'Online' ? AgentVersion : undefined;
}

/** What a metric adds up to within the last three hours. */
async function metric(live: Live, Namespace: string, MetricName: string, Name: string, Value: string): Promise<number> {
  const now = Date.now();
  const { Datapoints = [] } = await new CloudWatchClient(live.config).send(
    new GetMetricStatisticsCommand({
      Namespace,
      MetricName,
      Dimensions: [{ Name, Value }],
      StartTime: new Date(now - 3 * 3600_000),
      EndTime: new Date(now),
      Period: 60,
      Statistics: ['Sum'],
    })
  );
  return Datapoints.reduce((sum, { Sum = 0 }) => sum + Sum, 0);
}

function eventMetric(live: Live, rule: string, name: string): Promise<number> {
  return metric(live, 'AWS/Events', name, 'RuleName', live.get('aws_cloudwatch_event_rule', rule, 'name', ''));
}

/** The table. */
export const CHECKS: readonly LiveCheck[] = [
  {
    name: 'kms-without-key',
    what: 'PutObject with aws:kms and no key id, and without any header',
    expected: 'the first is denied, the second is taken',
    source: `${DOCS}/AmazonS3/latest/API/API_PutObject.html`,
    minutes: 2,
    look: async (live) => {
      const put = { Bucket: live.get('aws_s3_bucket', 'Data', 'bucket'), Key: 'live.txt', Body: 'live' };
      const unnamed = await errorOf(s3(live).send(new PutObjectCommand({ ...put, ServerSideEncryption: 'aws:kms' })));
      const plain = await errorOf(s3(live).send(new PutObjectCommand(put)));
      return {
        holds: unnamed === 'AccessDenied' && plain === undefined,
        seen: `${unnamed ?? 'taken'}; ${plain ?? 'taken'}`,
      };
    },
  },
  {
    name: 'load-balancer-logs',
    what: 'the load balancer may write access, connection and health check logs by the path of the account only',
    expected: 'its three test files lie in the archive',
    source: `${DOCS}/elasticloadbalancing/latest/application/enable-access-logging.html`,
    minutes: 5,
    look: async (live) => {
      const keys = await keysIn(live, 'Archive/AccessLogs', 'live/Front/');
      const found = TEST_FILES.filter((file) => keys.some((key) => key.endsWith(file)));
      return found.length === TEST_FILES.length ? { holds: true, seen: found.join(', ') } : undefined;
    },
  },
  {
    name: 'flow-logs',
    what: 'flow logs into a bucket with Object Lock',
    expected: 'DeliverLogsStatus SUCCESS, no error, and a file',
    source: `${DOCS}/vpc/latest/userguide/flow-logs-s3-permissions.html`,
    minutes: 30,
    look: async (live) => {
      const { status, error } = await flowLog(live);
      if (error !== '' || status === 'FAILED') return { holds: false, seen: `${status} ${error}` };
      const file = await arrived(live, 'Archive/Trails', `AWSLogs/${live.accountId}/vpcflowlogs/`);
      return file && { holds: status === 'SUCCESS', seen: `${status}, ${file.seen}` };
    },
  },
  {
    name: 'bucket-owner-acl',
    what: 'log delivery under a condition on s3:x-amz-acl, into a bucket without ACLs (BucketOwnerEnforced)',
    expected: 'a file of the flow logs arrives',
    source: `${DOCS}/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-S3.html`,
    minutes: 30,
    look: async (live) => {
      const Bucket = live.get('aws_s3_bucket', 'Archive/Trails', 'bucket');
      const { OwnershipControls } = await s3(live).send(new GetBucketOwnershipControlsCommand({ Bucket }));
      const ownership = OwnershipControls?.Rules?.[0]?.ObjectOwnership;
      if (ownership !== 'BucketOwnerEnforced') return { holds: false, seen: String(ownership) };
      return arrived(live, 'Archive/Trails', `AWSLogs/${live.accountId}/vpcflowlogs/`);
    },
  },
  {
    name: 'query-logs',
    what: 'resolver query logs into a bucket with Object Lock',
    expected: 'a file, of the names that the bastion asks for',
    source: `${DOCS}/Route53/latest/DeveloperGuide/resolver-query-logs-choosing-target-resource.html`,
    minutes: 30,
    look: (live) => arrived(live, 'Archive/Trails', `AWSLogs/${live.accountId}/vpcdnsquerylogs/`),
  },
  {
    name: 'trail',
    what: 'CloudTrail writes log files under the archive’s key',
    expected: 'LatestDeliveryTime, and no LatestDeliveryError',
    source: `${DOCS}/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html`,
    minutes: 20,
    look: async (live) => {
      const status = await trailStatus(live);
      if (status.LatestDeliveryError) return { holds: false, seen: status.LatestDeliveryError };
      return status.LatestDeliveryTime && { holds: true, seen: status.LatestDeliveryTime.toISOString() };
    },
  },
  {
    name: 'trail-digests',
    what: 'CloudTrail writes digest files where other encryption is denied (DenyOtherEncryption)',
    expected: 'LatestDigestDeliveryTime, no LatestDigestDeliveryError, and a file below CloudTrail-Digest',
    source: `${DOCS}/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-digest-file-structure.html`,
    minutes: 90,
    look: async (live) => {
      const status = await trailStatus(live);
      if (status.LatestDigestDeliveryError) return { holds: false, seen: status.LatestDigestDeliveryError };
      if (!status.LatestDigestDeliveryTime) return undefined;
      return arrived(live, 'Archive/Trails', `AWSLogs/${live.accountId}/CloudTrail-Digest/`);
    },
  },
  {
    name: 'config',
    what: 'AWS Config delivers a snapshot into the archive with the archive’s key',
    expected: 'the status of the delivery is SUCCESS',
    source: `${DOCS}/config/latest/developerguide/s3-bucket-policy.html`,
    minutes: 15,
    look: async (live) => {
      const client = new ConfigServiceClient(live.config);
      const name = live.get('aws_config_delivery_channel', 'ConfigDelivery', 'name');
      await client.send(new DeliverConfigSnapshotCommand({ deliveryChannelName: name }));
      const { DeliveryChannelsStatus = [] } = await client.send(
        new DescribeDeliveryChannelStatusCommand({ DeliveryChannelNames: [name] })
      );
      const { lastStatus, lastErrorCode = '' } = DeliveryChannelsStatus[0]?.configSnapshotDeliveryInfo ?? {};
      if (lastStatus === 'Failure') return { holds: false, seen: lastErrorCode };
      return lastStatus === 'Success' ? { holds: true, seen: lastStatus } : undefined;
    },
  },
  {
    name: 'bastion-boot',
    what: 'the first boot of the bastion, with nothing but private endpoints',
    expected: 'Session Manager calls it online within 15 minutes',
    source: `${DOCS}/systems-manager/latest/userguide/setup-create-vpc.html`,
    minutes: 15,
    look: async (live) => {
      const agent = await onlineAgent(live);
      return agent === undefined ? undefined : { holds: true, seen: `online, agent ${agent}` };
    },
  },
  {
    name: 'event-role',
    what: 'EventBridge publishes to an encrypted topic as the role of its target: versions of that page contradict each other',
    expected: 'AWS/SNS NumberOfMessagesPublished rises, and AWS/Events FailedInvocations is 0',
    source: `${DOCS}/eventbridge/latest/userguide/eb-use-resource-based.html`,
    minutes: 15,
    look: async (live) => {
      const failed = await eventMetric(live, 'EveryMinute', 'FailedInvocations');
      if (failed > 0) return { holds: false, seen: `${failed} failed invocations` };
      const topic = live.get('aws_sns_topic', 'News', 'name');
      const published = await metric(live, 'AWS/SNS', 'NumberOfMessagesPublished', 'TopicName', topic);
      return published > 0 ? { holds: true, seen: `${published} messages published` } : undefined;
    },
  },
  {
    name: 'session-alarm',
    what: 'EventBridge tells the encrypted topic of a session, as the role of the bastion’s alarm',
    expected: 'the rule is invoked, and AWS/Events FailedInvocations is 0',
    source: `${DOCS}/eventbridge/latest/userguide/eb-use-resource-based.html`,
    minutes: 30,
    begin: (live) => startSession(live),
    look: async (live) => {
      const rule = 'Bastion/SessionRule';
      const [invoked, failed] = [
        await eventMetric(live, rule, 'Invocations'),
        await eventMetric(live, rule, 'FailedInvocations'),
      ];
      const seen = `${invoked} invocations, ${failed} failed`;
      if (failed > 0) return { holds: false, seen };
      return invoked > 0 ? { holds: true, seen } : undefined;
    },
  },
  {
    name: 'mfa',
    what: 'a role whose trust policy asks for MFA begins sessions, and nobody takes it without MFA',
    expected: 'AssumeRole without MFA is denied; with --mfa-serial, StartSession works',
    source: `${DOCS}/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html`,
    minutes: 20,
    look: async (live) => {
      const sts = new STSClient(live.config);
      const input = { RoleArn: live.get('aws_iam_role', 'Operator', 'arn', ''), RoleSessionName: 'toms-live' };
      const without = await errorOf(sts.send(new AssumeRoleCommand(input)));
      if (without !== 'AccessDenied') return { holds: false, seen: `without MFA: ${without ?? 'assumed'}` };
      // Half of it is not enough, and a code is good for one session.
      if (!live.mfa || (await onlineAgent(live)) === undefined) return undefined;
      const { serial, askCode } = live.mfa;
      const { Credentials: found } = await sts.send(
        new AssumeRoleCommand({ ...input, SerialNumber: serial, TokenCode: await askCode() })
      );
      const credentials = {
        accessKeyId: found?.AccessKeyId ?? '',
        secretAccessKey: found?.SecretAccessKey ?? '',
        sessionToken: found?.SessionToken,
      };
      const refused = await errorOf(startSession(live, new SSMClient({ ...live.config, credentials })));
      return { holds: refused === undefined, seen: `without MFA denied; with MFA ${refused ?? 'a session began'}` };
    },
  },
];

function trailStatus(live: Live) {
  const Name = live.get('aws_cloudtrail', 'Trail', 'arn');
  return new CloudTrailClient(live.config).send(new GetTrailStatusCommand({ Name }));
}
