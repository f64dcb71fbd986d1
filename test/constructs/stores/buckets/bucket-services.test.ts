import { CloudfrontDistribution } from '@cdktf/provider-aws/lib/cloudfront-distribution';
import { TerraformStack } from 'cdktf';
import { EncryptedBucket, RotatedKey, ServiceAccess } from '../../../../lib';
import { Decision, evaluate } from '../../../../lib/aws/iam/evaluation/evaluate';
import { JsonObject } from '../../../../lib/terraform/value';
import { held } from '../../../support/access';
import { Written, messageOf, newStack } from '../../../support/synth';

const ACCOUNT = '111122223333';
const CLOUDFRONT = 'cloudfront.amazonaws.com';
const DISTRIBUTION = `arn:aws:cloudfront::${ACCOUNT}:distribution/E1SITE`;
const OTHER = `arn:aws:cloudfront::${ACCOUNT}:distribution/E2OTHER`;
const FOREIGN = 'arn:aws:cloudfront::444455556666:distribution/E1SITE';

/** The policies of the bucket and its key as AWS gets them: with the account in place of what only Terraform knows. */
class Deployed {
  private readonly bucket: JsonObject;
  private readonly key?: JsonObject;

  constructor(stack: TerraformStack, path = 'Site') {
    const written = Written.of(stack);
    this.bucket = policyIn(written.resource('aws_s3_bucket_policy', path).policy as string);
    const [key] = Object.values(written.resources('aws_kms_key'));
    this.key = key && policyIn(key.policy as string);
  }

  /** Whether a service may do something to an object and with the key, each by the policy of that. */
  public may(service: string, action: string, kms: string, source: Source, object = 'index.html'): [string, string] {
    return [
      decide(this.bucket, service, action, `arn:aws:s3:::site/${object}`, source).decision,
      decide(this.key!, service, kms, `arn:aws:kms:eu-central-1:${ACCOUNT}:key/1`, source).decision,
    ];
  }
}

interface Source {
  readonly arn: string;
  readonly account?: string;
}

function policyIn(text: string): JsonObject {
  const known = text
    .replace(/\$\{data\.aws_caller_identity\.[^}]*\}/g, ACCOUNT)
    .replace(/\$\{data\.aws_partition\.[^}]*\.partition\}/g, 'aws')
    .replace(/\$\{aws_s3_bucket\.[^}]*\.arn\}/g, 'arn:aws:s3:::site')
    .replace(/\$\{aws_cloudfront_distribution\.[^}]*\.arn\}/g, DISTRIBUTION);
  return JSON.parse(known) as JsonObject;
}

function decide(policy: JsonObject, service: string, action: string, resource: string, source: Source): Decision {
  const context = {
    'aws:securetransport': ['true'],
    'aws:sourcearn': [source.arn],
    's3:tlsversion': ['1.3'],
    ...(source.account === undefined ? {} : { 'aws:sourceaccount': [source.account] }),
  };
  const caller = { kind: 'service', id: service } as const;
  return evaluate(
    { caller, action, resource, account: ACCOUNT, context, isWhole: true },
    { resource: held('it', policy) }
  );
}

test('lets one distribution read, and the key decrypt for it: no other one of the account, and no other account', () => {
  const stack = newStack();
  new EncryptedBucket(stack, 'Site').allowService(CLOUDFRONT, { sourceArn: DISTRIBUTION });
  const site = new Deployed(stack);
  expect(site.may(CLOUDFRONT, 's3:GetObject', 'kms:Decrypt', { arn: DISTRIBUTION })).toEqual(['allow', 'allow']);
  expect(site.may(CLOUDFRONT, 's3:GetObject', 'kms:Decrypt', { arn: OTHER })).toEqual(['deny', 'allow']);
  expect(site.may(CLOUDFRONT, 's3:GetObject', 'kms:Decrypt', { arn: FOREIGN })).toEqual(['deny', 'deny']);
  expect(site.may(CLOUDFRONT, 's3:PutObject', 'kms:GenerateDataKey', { arn: DISTRIBUTION })).toEqual(['deny', 'deny']);
});

test('writes the documented form of the origin access of CloudFront', () => {
  const stack = newStack();
  new EncryptedBucket(stack, 'Site').allowService(CLOUDFRONT, { sourceArn: DISTRIBUTION });
  const written = Written.of(stack);
  const bucketArn = expect.stringMatching(/^\$\{aws_s3_bucket\..*\.arn\}\/\*$/) as string;
  expect(written.statements('aws_s3_bucket_policy', 'Site').AllowCloudfrontRead).toEqual({
    Sid: 'AllowCloudfrontRead',
    Effect: 'Allow',
    Principal: { Service: CLOUDFRONT },
    Action: 's3:GetObject',
    Resource: bucketArn,
    Condition: { ArnEquals: { 'aws:SourceArn': DISTRIBUTION } },
  });
  expect(written.statements('aws_kms_key').AllowCloudfrontReadOfAccount).toEqual({
    Sid: 'AllowCloudfrontReadOfAccount',
    Effect: 'Allow',
    Principal: { Service: CLOUDFRONT },
    Action: 'kms:Decrypt',
    Resource: '*',
    Condition: {
      ArnLike: {
        'aws:SourceArn': expect.stringMatching(
          /^arn:\$\{data\.aws_partition\.[^}]*\}:cloudfront::\$\{data\.aws_caller_identity\.[^}]*\.account_id\}:distribution\/\*$/
        ) as string,
      },
    },
  });
});

test('lets it write as well where that is said', () => {
  const stack = newStack();
  const access = ServiceAccess.READ_WRITE;
  new EncryptedBucket(stack, 'Site').allowService(CLOUDFRONT, { sourceArn: DISTRIBUTION, access });
  const site = new Deployed(stack);
  expect(site.may(CLOUDFRONT, 's3:GetObject', 'kms:Decrypt', { arn: DISTRIBUTION })).toEqual(['allow', 'allow']);
  expect(site.may(CLOUDFRONT, 's3:PutObject', 'kms:GenerateDataKey', { arn: DISTRIBUTION })).toEqual([
    'allow',
    'allow',
  ]);
  expect(site.may(CLOUDFRONT, 's3:PutObject', 'kms:Encrypt', { arn: OTHER })).toEqual(['deny', 'allow']);
});

test('lets any distribution of the account read where no source is named', () => {
  const stack = newStack();
  new EncryptedBucket(stack, 'Site').allowService(CLOUDFRONT);
  const site = new Deployed(stack);
  expect(site.may(CLOUDFRONT, 's3:GetObject', 'kms:Decrypt', { arn: OTHER })).toEqual(['allow', 'allow']);
  expect(site.may(CLOUDFRONT, 's3:GetObject', 'kms:Decrypt', { arn: FOREIGN })).toEqual(['deny', 'deny']);
});

test('lets a service write below a prefix, and ask first whose the bucket is', () => {
  const stack = newStack();
  const reports = new EncryptedBucket(stack, 'Site');
  reports.allowService('guardduty.amazonaws.com', { access: ServiceAccess.WRITE, prefix: 'findings/' });
  const site = new Deployed(stack);
  const own = { arn: `arn:aws:guardduty:eu-central-1:${ACCOUNT}:detector/1`, account: ACCOUNT };
  const foreign = { arn: 'arn:aws:guardduty:eu-central-1:444455556666:detector/1', account: '444455556666' };
  const service = 'guardduty.amazonaws.com';
  expect(site.may(service, 's3:PutObject', 'kms:GenerateDataKey', own, 'findings/1')).toEqual(['allow', 'allow']);
  expect(site.may(service, 's3:PutObject', 'kms:GenerateDataKey', own, 'others/1')).toEqual(['deny', 'allow']);
  expect(site.may(service, 's3:PutObject', 'kms:GenerateDataKey', foreign, 'findings/1')).toEqual(['deny', 'deny']);
  expect(Written.of(stack).statements('aws_s3_bucket_policy', 'Site').AllowGuarddutyWriteOfAccount2).toMatchObject({
    Action: ['s3:GetBucketAcl', 's3:GetBucketLocation'],
    Resource: expect.stringMatching(/\.arn\}$/) as string,
    Condition: { StringEquals: { 'aws:SourceAccount': expect.any(String) as string } },
  });
});

test('holds S3 to the account as well as to the bucket, whose ARN names none', () => {
  const stack = newStack();
  const inventories = new EncryptedBucket(stack, 'Site');
  const access = ServiceAccess.WRITE;
  inventories.allowService('s3.amazonaws.com', { sourceArn: 'arn:aws:s3:::acme-orders', access });
  const site = new Deployed(stack);
  const orders = { arn: 'arn:aws:s3:::acme-orders' };
  const may = (source: Source): string =>
    site.may('s3.amazonaws.com', 's3:PutObject', 'kms:GenerateDataKey', source, 'x')[0];
  expect(may({ ...orders, account: ACCOUNT })).toBe('allow');
  expect(may({ ...orders, account: '444455556666' })).toBe('deny');
  expect(may({ arn: 'arn:aws:s3:::acme-invoices', account: ACCOUNT })).toBe('deny');
});

test('names all sources of a service in one statement, each once', () => {
  const stack = newStack();
  const site = new EncryptedBucket(stack, 'Site');
  for (const sourceArn of [DISTRIBUTION, OTHER, DISTRIBUTION]) site.allowService(CLOUDFRONT, { sourceArn });
  site.allowService(CLOUDFRONT, { sourceArn: OTHER, prefix: 'shared/' });
  site.allowService(CLOUDFRONT, { sourceArn: OTHER, prefix: 'shared/' });
  const written = Written.of(stack);
  const statements = Object.values(written.statements('aws_s3_bucket_policy', 'Site'));
  const ofCloudFront = statements.filter(({ Sid }) => /^AllowCloudfront/.test(Sid as string));
  expect(ofCloudFront.map(({ Sid, Condition }) => [Sid as string, Condition as object])).toEqual([
    ['AllowCloudfrontRead', { ArnEquals: { 'aws:SourceArn': [DISTRIBUTION, OTHER] } }],
    ['AllowCloudfrontRead2', { ArnEquals: { 'aws:SourceArn': OTHER } }],
  ]);
  expect(Object.keys(written.statements('aws_kms_key')).filter((sid) => /Cloudfront/.test(sid))).toHaveLength(1);
});

test('makes no circle: the policy of the bucket names the distribution, which names the bucket', () => {
  const stack = newStack();
  const site = new EncryptedBucket(stack, 'Site');
  const distribution = new CloudfrontDistribution(stack, 'Distribution', {
    enabled: true,
    origin: [{ originId: 'site', domainName: site.resource.bucketRegionalDomainName }],
    defaultCacheBehavior: {
      allowedMethods: ['GET', 'HEAD'],
      cachedMethods: ['GET', 'HEAD'],
      targetOriginId: 'site',
      viewerProtocolPolicy: 'redirect-to-https',
    },
    restrictions: { geoRestriction: { restrictionType: 'none' } },
    viewerCertificate: { acmCertificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/1' },
  });
  site.allowService(CLOUDFRONT, { sourceArn: distribution.arn });
  const written = Written.of(stack);
  expect(JSON.stringify(written.resources('aws_s3_bucket_policy'))).toContain('${aws_cloudfront_distribution.');
  // What the distribution may need must not wait for it: neither bucket nor key does.
  expect(JSON.stringify(written.resources('aws_kms_key'))).not.toContain('aws_cloudfront_distribution');
  expect(JSON.stringify(written.resources('aws_s3_bucket'))).not.toContain('aws_cloudfront_distribution');
});

test('leaves a key that is already there to its own policy', () => {
  const stack = newStack();
  const arn = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-44cd-a6ef-1234567890ab';
  const site = new EncryptedBucket(stack, 'Site', { encryptionKey: RotatedKey.fromKeyArn(stack, 'Key', arn) });
  site.allowService(CLOUDFRONT, { sourceArn: DISTRIBUTION });
  const written = Written.of(stack);
  expect(written.statements('aws_s3_bucket_policy', 'Site')).toHaveProperty('AllowCloudfrontRead');
  expect(written.resources('aws_kms_key')).toEqual({});
});

test.each([
  [
    'what is no service',
    'arn:aws:iam::111122223333:role/site',
    "[test/Site] 'service' must be the principal of a service of AWS (TOM 3.1.1 Least privilege through roles), got \"arn:aws:iam::111122223333:role/site\"; write 'events.amazonaws.com'",
  ],
  [
    'access logs of S3, which go to no bucket with a KMS key',
    'logging.s3.amazonaws.com',
    '[test/Site] \'service\' must deliver to a bucket with a KMS key (TOM 1.2.1 AES-256 for databases and object stores), got "logging.s3.amazonaws.com"; let it deliver to the accessLogBucket of an AuditLogArchive, or to the access logs of the stack',
  ],
])('refuses %s', (_title, service, message) => {
  const site = new EncryptedBucket(newStack(), 'Site');
  expect(messageOf(() => site.allowService(service))).toBe(message);
});
