import { ENCRYPTION_HEADERS } from '../../../aws/s3/encryption-headers';
import { Effect, PolicyStatement } from '../../core/policy';

const { algorithm: ALGORITHM, keyId: KEY_ID, customerAlgorithm: CUSTOMER_ALGORITHM } = ENCRYPTION_HEADERS;

/**
 * Nobody writes under another key than the bucket's. A request may name an encryption of its own, and then the default of the bucket does not count:
 * another algorithm, another key, no key with `aws:kms`, which stands for the AWS managed key `aws/s3`, or a key that the writer brings (SSE-C).
 * A request that names none of these gets the bucket's own.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/specifying-kms-encryption.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerSideEncryptionCustomerKeys.html
 */
export function denyOtherEncryption(bucketArn: string, keyArn: string | undefined): PolicyStatement[] {
  const puts = {
    principals: { '*': ['*'] },
    effect: Effect.DENY,
    actions: ['s3:PutObject'],
    resources: [`${bucketArn}/*`],
  };
  const statements: PolicyStatement[] = [
    { ...puts, sid: 'DenyOtherEncryption', conditions: givenAndNot(ALGORITHM, keyArn ? 'aws:kms' : 'AES256') },
    { ...puts, sid: 'DenyCustomerKeys', conditions: { Null: { [CUSTOMER_ALGORITHM]: ['false'] } } },
  ];
  if (keyArn === undefined) return statements;
  return [
    ...statements,
    { ...puts, sid: 'DenyForeignKeys', conditions: givenAndNot(KEY_ID, keyArn) },
    {
      ...puts,
      sid: 'DenyUnnamedKey',
      conditions: { StringEquals: { [ALGORITHM]: ['aws:kms'] }, Null: { [KEY_ID]: ['true'] } },
    },
  ];
}

/** A negated operator also holds where the key is absent. */
function givenAndNot(key: string, value: string): PolicyStatement['conditions'] {
  return { StringNotEquals: { [key]: [value] }, Null: { [key]: ['false'] } };
}
