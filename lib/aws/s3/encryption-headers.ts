/**
 * The condition keys that hold what a request to write says of its encryption. Each is absent where the request does not say it.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html#amazons3-policy-keys
 */
export const ENCRYPTION_HEADERS = {
  algorithm: 's3:x-amz-server-side-encryption',
  keyId: 's3:x-amz-server-side-encryption-aws-kms-key-id',
  /** The algorithm of a key that the writer brings. */
  customerAlgorithm: 's3:x-amz-server-side-encryption-customer-algorithm',
} as const;
