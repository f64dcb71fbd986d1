import { DELIVERING, canDeliver } from '../../../../lib/aws/iam/access/can-deliver';
import { AccountTrail, AuditLogArchive, EncryptedBucket } from '../../../../lib';
import { Model } from '../../../../lib/terraform/model';
import { targetsOf } from '../../../../lib/terraform/references';
import { JsonObject } from '../../../../lib/terraform/value';
import { modelOf } from '../../../support/models';
import { segmentedVpc } from '../../../support/network';
import { Written, newStack } from '../../../support/synth';

const PLACES = ['s3_bucket_name', 'log_destination', 'destination_arn', 'target_bucket'];

/** What each source of logs of a model asks, as `aws_cloudtrail s3:PutObject: allow`. */
function deliveries(model: Model): string[] {
  const found = DELIVERING.flatMap((type) => model.resources(type)).flatMap((source) =>
    PLACES.flatMap((place) =>
      targetsOf(model, source, source.get(place), ['aws_s3_bucket'], ['id', 'arn', 'bucket'])
    ).flatMap((bucket) =>
      canDeliver(model, source, bucket).map(({ action, decision }) => `${source.type} ${action}: ${decision}`)
    )
  );
  return [...new Set(found)].sort();
}

const OWN = '111122223333';

function trailInto(statements: JsonObject[], trail: JsonObject = {}): Model {
  const policy = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  return modelOf({
    stack: {
      provider: { aws: [{ region: 'eu-central-1', allowed_account_ids: [OWN] }] },
      resource: {
        aws_s3_bucket: { logs: {} },
        aws_s3_bucket_policy: { logs: { bucket: '${aws_s3_bucket.logs.id}', policy } },
        aws_cloudtrail: { main: { name: 'main', s3_bucket_name: '${aws_s3_bucket.logs.id}', ...trail } },
      },
    },
  });
}

const Principal = { Service: 'cloudtrail.amazonaws.com' };
const READ = { Effect: 'Allow', Principal, Action: 's3:GetBucketAcl', Resource: '${aws_s3_bucket.logs.arn}' };
const write = (path: string, Condition: JsonObject = {}): JsonObject => ({
  Effect: 'Allow',
  Principal,
  Action: 's3:PutObject',
  Resource: `\${aws_s3_bucket.logs.arn}/${path}`,
  Condition,
});
const ACL = { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } };
const from = (name: string): JsonObject => ({
  ...ACL,
  ArnLike: { 'aws:SourceArn': `arn:aws:cloudtrail:*:${OWN}:trail/${name}` },
});

// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
test.each<[string, JsonObject[], JsonObject, string]>([
  ['as AWS documents it', [READ, write(`AWSLogs/${OWN}/*`, from('main'))], {}, 'allow'],
  ['into a prefix', [READ, write(`audit/AWSLogs/${OWN}/*`)], { s3_key_prefix: 'audit' }, 'allow'],
  ['without its prefix', [READ, write(`AWSLogs/${OWN}/*`)], { s3_key_prefix: 'audit' }, 'deny'],
  ['for another account', [READ, write('AWSLogs/444455556666/*')], {}, 'deny'],
  ['for another trail', [READ, write('AWSLogs/*', from('other'))], {}, 'deny'],
  ['with nothing that lets it write', [READ], {}, 'deny'],
  ['under a denial of its encryption', [READ, write('*'), encryption()], {}, 'depends'],
])('a trail writes %s', (_, statements, trail, decision) => {
  expect(deliveries(trailInto(statements, trail))).toEqual([
    'aws_cloudtrail s3:GetBucketAcl: allow',
    `aws_cloudtrail s3:PutObject: ${decision}`,
  ]);
});

function encryption(): JsonObject {
  return {
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:PutObject',
    Resource: '*',
    Condition: { StringNotEqualsIfExists: { 's3:x-amz-server-side-encryption': 'aws:kms' } },
  };
}

test('the constructs let in what they make log, and its key', () => {
  const stack = newStack();
  const archive = new AuditLogArchive(stack, 'Archive');
  new AccountTrail(stack, 'Trail', { archive });
  segmentedVpc(stack, 'Vpc', { archive });
  new EncryptedBucket(stack, 'Data');
  const found = deliveries(modelOf({ test: Written.of(stack).json }));
  expect(found.filter((one) => one.endsWith('deny'))).toEqual([]);
  expect(found).toEqual(
    expect.arrayContaining([
      'aws_cloudtrail kms:GenerateDataKey: allow',
      'aws_cloudtrail s3:GetBucketAcl: allow',
      'aws_flow_log kms:GenerateDataKey: allow',
      'aws_flow_log s3:GetBucketAcl: allow',
      'aws_s3_bucket_logging s3:PutObject: depends',
    ])
  );
});
