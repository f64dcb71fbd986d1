import { AuditLogArchive, AuditLogArchiveProps } from '../../../lib';
import { evaluate } from '../../../lib/aws/iam/evaluation/evaluate';
import { JsonObject } from '../../../lib/terraform/value';
import { held } from '../../support/access';
import { Written, newStack } from '../../support/synth';

const OWN = '111122223333';
const OTHER = '444455556666';
const ORGANIZATION = 'o-exampleorgid';

/** Every policy of an archive, with ARNs for its tokens. */
function policiesOf(props: AuditLogArchiveProps): { readonly [of: string]: JsonObject } {
  const stack = newStack();
  new AuditLogArchive(stack, 'Archive', props);
  const written = Written.of(stack);
  const known = (text: string): JsonObject =>
    JSON.parse(
      text
        .replace(/\$\{aws_s3_bucket\.[^}]+\}/g, 'arn:aws:s3:::logs')
        .replace(/\$\{aws_kms_key\.[^}]+\}/g, 'arn:aws:kms:eu-central-1:111122223333:key/k')
        .replace(/\$\{data\.aws_caller_identity\.[^}]+\}/g, OWN)
        .replace(/\$\{data\.aws_partition\.[^}]+partition\}/g, 'aws')
        .replace(/\$\{data\.aws_partition\.[^}]+\}/g, 'amazonaws.com')
    ) as JsonObject;
  const bucket = (tier: string): JsonObject =>
    known(written.resource('aws_s3_bucket_policy', `Archive/${tier}`).policy as string);
  return {
    Trails: bucket('Trails'),
    Config: bucket('Config'),
    AccessLogs: bucket('AccessLogs'),
    Key: known(written.resource('aws_kms_key').policy as string),
  };
}

/** What a service asks, and what it tells of its source. */
interface Asked {
  readonly of: string;
  readonly service: string;
  readonly action: string;
  readonly resource: string;
  readonly arn: (account: string) => string | undefined;
  readonly acl?: boolean;
}

const trail = (account: string): string => `arn:aws:cloudtrail:eu-central-1:${account}:trail/main`;
const delivery = (account: string): string => `arn:aws:logs:eu-central-1:${account}:*`;
const channel = (account: string): string => `arn:aws:config:eu-central-1:${account}:*`;
const balancer = (account: string): string =>
  `arn:aws:elasticloadbalancing:eu-central-1:${account}:loadbalancer/app/front/1234`;

/** What CloudTrail, AWS Config, log delivery and load balancers ask of an archive. `ACCOUNT` is that of the source. */
const ASKED: readonly Asked[] = [
  ...writes('Trails', 'cloudtrail.amazonaws.com', trail, ['s3:GetBucketAcl'], 'AWSLogs/ACCOUNT/CloudTrail/x'),
  ...writes('Trails', 'cloudtrail.amazonaws.com', trail, [], 'AWSLogs/o-exampleorgid/ACCOUNT/CloudTrail/x'),
  ...writes('Trails', 'cloudtrail.amazonaws.com', trail, [], 'AWSLogs/ACCOUNT/CloudTrail-Digest/x'),
  ...writes('Trails', 'delivery.logs.amazonaws.com', delivery, ['s3:GetBucketAcl'], 'AWSLogs/ACCOUNT/vpcflowlogs/x'),
  ...writes(
    'Config',
    'config.amazonaws.com',
    channel,
    ['s3:GetBucketAcl', 's3:ListBucket'],
    'AWSLogs/ACCOUNT/Config/x'
  ),
  ...writes('AccessLogs', 'delivery.logs.amazonaws.com', delivery, ['s3:GetBucketAcl'], 'Edge/AWSLogs/ACCOUNT/x'),
  ...['ELBAccessLogTestFile', 'ELBConnectionLogTestFile', 'ELBHealthCheckLogTestFile'].flatMap((file) =>
    writes('AccessLogs', 'logdelivery.elasticloadbalancing.amazonaws.com', balancer, [], `F/AWSLogs/ACCOUNT/${file}`)
  ),
  ...keys('cloudtrail.amazonaws.com', trail, ['kms:GenerateDataKey', 'kms:Decrypt', 'kms:DescribeKey']),
  ...keys('delivery.logs.amazonaws.com', delivery, ['kms:GenerateDataKey', 'kms:Decrypt']),
  ...keys('config.amazonaws.com', channel, ['kms:GenerateDataKey', 'kms:Decrypt']),
];

function writes(of: string, service: string, arn: Asked['arn'], reads: string[], path: string): Asked[] {
  const acl = !service.startsWith('logdelivery');
  return [
    ...reads.map((action) => ({ of, service, action, resource: 'arn:aws:s3:::logs', arn })),
    { of, service, action: 's3:PutObject', resource: `arn:aws:s3:::logs/${path}`, arn, acl },
  ];
}

function keys(service: string, arn: Asked['arn'], actions: string[]): Asked[] {
  return actions.map((action) => ({
    of: 'Key',
    service,
    action,
    resource: 'arn:aws:kms:eu-central-1:111122223333:key/k',
    arn,
  }));
}

type Source = readonly [account: string, organization: string | undefined];

function decide(
  asked: Asked,
  policies: { readonly [of: string]: JsonObject },
  [account, organization]: Source
): string {
  const { of, service, action, resource, arn, acl } = asked;
  const sourceArn = arn(account);
  return evaluate(
    {
      caller: { kind: 'service', id: service },
      action,
      resource: resource.replace('ACCOUNT', account),
      account: OWN,
      context: {
        'aws:SourceAccount': [account],
        'aws:SourceArn': sourceArn === undefined ? 'absent' : [sourceArn],
        'aws:SourceOrgID': organization === undefined ? 'absent' : [organization],
        's3:x-amz-acl': acl ? ['bucket-owner-full-control'] : 'absent',
        'aws:SecureTransport': ['true'],
        's3:TlsVersion': ['1.3'],
      },
      isWhole: true,
    },
    { resource: held(of, policies[of]) }
  ).decision;
}

const describeAsked = (asked: Asked): string => `${asked.service} ${asked.action} ${asked.resource}`;
const answers = (props: AuditLogArchiveProps, source: Source): { readonly [asked: string]: string } => {
  const policies = policiesOf(props);
  return Object.fromEntries(ASKED.map((asked) => [describeAsked(asked), decide(asked, policies, source)]));
};
const allOf = (decision: string): { readonly [asked: string]: string } =>
  Object.fromEntries(ASKED.map((asked) => [describeAsked(asked), decision]));

describe('an archive of an account', () => {
  test('takes all of its logs', () => {
    expect(answers({}, [OWN, undefined])).toEqual(allOf('allow'));
    expect(answers({}, [OWN, ORGANIZATION])).toEqual(allOf('allow'));
  });

  test('takes none of another account', () => {
    expect(answers({}, [OTHER, undefined])).toEqual(allOf('deny'));
    expect(answers({}, [OTHER, ORGANIZATION])).toEqual(allOf('deny'));
  });
});

test('an archive of named accounts takes theirs', () => {
  const sourceAccountIds = [OTHER, '777788889999'];
  expect(answers({ sourceAccountIds }, [OTHER, undefined])).toEqual(allOf('allow'));
  expect(answers({ sourceAccountIds }, ['222233334444', undefined])).toEqual(allOf('deny'));
});

describe('an archive of an organization', () => {
  const props = { organizationId: ORGANIZATION };

  test('takes all logs of its accounts, whichever they are', () => {
    expect(answers(props, [OTHER, ORGANIZATION])).toEqual(allOf('allow'));
    expect(answers(props, ['777788889999', ORGANIZATION])).toEqual(allOf('allow'));
  });

  test('takes those of its own account even from what does not tell the organization', () => {
    expect(answers(props, [OWN, undefined])).toEqual(allOf('allow'));
  });

  test.each<[string, Source]>([
    ['no organization', [OTHER, undefined]],
    ['another organization', [OTHER, 'o-otherexample']],
  ])('takes nothing of an account of %s: that may only ask for the bucket', (_, source) => {
    const allowed = Object.entries(answers(props, source)).filter(([, decision]) => decision !== 'deny');
    expect(allowed).toEqual([
      ['cloudtrail.amazonaws.com s3:GetBucketAcl arn:aws:s3:::logs', 'allow'],
      ['config.amazonaws.com s3:GetBucketAcl arn:aws:s3:::logs', 'allow'],
      ['config.amazonaws.com s3:ListBucket arn:aws:s3:::logs', 'allow'],
    ]);
  });
});
