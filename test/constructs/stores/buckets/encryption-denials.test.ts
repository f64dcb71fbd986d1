import { policyText } from '../../../../lib/constructs/core/policy';
import { denyOtherEncryption } from '../../../../lib/constructs/stores/buckets/encryption-denials';
import { evaluate } from '../../../../lib/aws/iam/evaluation/evaluate';
import { AuditLogArchive, EncryptedBucket } from '../../../../lib';
import { JsonObject } from '../../../../lib/terraform/value';
import { held } from '../../../support/access';
import { Written, newStack } from '../../../support/synth';

const BUCKET = 'arn:aws:s3:::invoices';
const OWN = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-44cd-a6ef-1234567890ab';
const ALGORITHM = 's3:x-amz-server-side-encryption';
const KEY_ID = 's3:x-amz-server-side-encryption-aws-kms-key-id';
const CUSTOMER = 's3:x-amz-server-side-encryption-customer-algorithm';

/** The encryption headers of a request to write. */
interface Headers {
  readonly algorithm?: string;
  readonly keyId?: string;
  readonly customer?: string;
}

const ALGORITHMS = [undefined, 'AES256', 'aws:kms', 'aws:kms:dsse', 'aws:fsx', 'aws:KMS', ''];
const KEY_IDS = [
  undefined,
  OWN,
  OWN.replace('1234abcd', '99999999'),
  OWN.replace('111122223333', '444455556666'),
  OWN.replace('eu-central-1', 'us-east-1'),
  'alias/aws/s3',
  'arn:aws:kms:eu-central-1:111122223333:alias/aws/s3',
  '1234abcd-12ab-44cd-a6ef-1234567890ab',
  OWN.toUpperCase(),
  `${OWN}x`,
  '',
];
const CUSTOMERS = [undefined, 'AES256'];
const REQUESTS: readonly Headers[] = ALGORITHMS.flatMap((algorithm) =>
  KEY_IDS.flatMap((keyId) => CUSTOMERS.map((customer) => ({ algorithm, keyId, customer })))
);

/**
 * What S3 encrypts an object under, by its documentation: `default` for the settings of the bucket. What it refuses is no request that a policy must refuse.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html
 */
function encryptedUnder({ algorithm, keyId, customer }: Headers): string {
  if (customer !== undefined) return algorithm === undefined && keyId === undefined ? 'a key of the writer' : 'refused';
  if (algorithm === undefined) return keyId === undefined ? 'default' : 'refused';
  if (algorithm === 'AES256') return keyId === undefined ? 'a key of S3' : 'refused';
  if (algorithm !== 'aws:kms' && algorithm !== 'aws:kms:dsse') return 'refused';
  return keyId === undefined ? 'aws/s3' : `${algorithm} ${keyId}`;
}

function isLetThrough(policy: JsonObject, { algorithm, keyId, customer }: Headers): boolean {
  const known = (value: string | undefined): readonly string[] | 'absent' => (value === undefined ? 'absent' : [value]);
  const { decision } = evaluate(
    {
      caller: { kind: 'role', id: 'arn:aws:iam::111122223333:role/writer', account: '111122223333' },
      action: 's3:PutObject',
      resource: `${BUCKET}/2026/invoice.pdf`,
      account: '111122223333',
      context: {
        [ALGORITHM]: known(algorithm),
        [KEY_ID]: known(keyId),
        [CUSTOMER]: known(customer),
        'aws:SecureTransport': ['true'],
        's3:TlsVersion': ['1.3'],
      },
      isWhole: true,
    },
    {
      identity: held('identity', {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 's3:PutObject', Resource: '*' }],
      }),
      resource: held('bucket', policy),
    }
  );
  if (decision === 'depends') throw new Error('everything is known of these requests');
  return decision === 'allow';
}

function policyFor(keyArn: string | undefined): JsonObject {
  return JSON.parse(policyText(undefined, 'bucket', denyOtherEncryption(BUCKET, keyArn))) as JsonObject;
}

/** The policy that a construct wrote, with ARNs for its tokens. */
function written(below: string, keyArn?: string): JsonObject {
  const stack = newStack();
  new AuditLogArchive(stack, 'Archive');
  new EncryptedBucket(stack, 'Invoices');
  const text = Written.of(stack).resource('aws_s3_bucket_policy', below).policy as string;
  const known = text
    .replace(/\$\{aws_s3_bucket\.[^}]+\}/g, BUCKET)
    .replace(/\$\{aws_kms_key\.[^}]+\}/g, keyArn ?? 'no key');
  return JSON.parse(known) as JsonObject;
}

const POLICIES: readonly [string, JsonObject, string | undefined][] = [
  ['the denials, with a key', policyFor(OWN), OWN],
  ['the denials, without one', policyFor(undefined), undefined],
  ['EncryptedBucket', written('Invoices', OWN), OWN],
  ['the trails of an archive', written('Archive/Trails', OWN), OWN],
  ['the Config history of an archive', written('Archive/Config', OWN), OWN],
  ['the access logs of an archive', written('Archive/AccessLogs'), undefined],
];

describe.each(POLICIES)('%s', (_, policy, keyArn) => {
  const own = ['default', keyArn === undefined ? 'a key of S3' : `aws:kms ${keyArn}`];

  test('lets through what lies under the own key, and nothing else', () => {
    const through = new Set(
      REQUESTS.filter((headers) => isLetThrough(policy, headers)).map((headers) => encryptedUnder(headers))
    );
    through.delete('refused');
    expect([...through].sort()).toEqual([...own].sort());
  });

  test('the requests are of every kind', () => {
    const kinds = new Set(REQUESTS.map(encryptedUnder));
    for (const kind of [...own, 'a key of S3', 'aws/s3', 'a key of the writer', `aws:kms:dsse ${OWN}`])
      expect(kinds).toContain(kind);
  });
});

test.each<[string, Headers, boolean]>([
  ['no encryption', {}, true],
  ['aws:kms and the key', { algorithm: 'aws:kms', keyId: OWN }, true],
  ['aws:kms, and so the AWS managed key', { algorithm: 'aws:kms' }, false],
  ['another key', { algorithm: 'aws:kms', keyId: OWN.replace('1234abcd', '99999999') }, false],
  ['AES256', { algorithm: 'AES256' }, false],
  ['two layers', { algorithm: 'aws:kms:dsse', keyId: OWN }, false],
  ['two layers and no key', { algorithm: 'aws:kms:dsse' }, false],
  ['a key of the writer', { customer: 'AES256' }, false],
])('a writer that names %s', (_, headers, expected) => {
  expect(isLetThrough(policyFor(OWN), headers)).toBe(expected);
});
