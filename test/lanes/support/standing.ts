import { KMSClient, ListAliasesCommand, ListKeysCommand, DescribeKeyCommand } from '@aws-sdk/client-kms';
import { ListBucketsCommand, ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';

/** Something that stands in the emulator, and could be left there without a state that knows it. */
export interface Standing {
  readonly type: 'aws_s3_bucket' | 'aws_kms_key' | 'aws_kms_alias';
  readonly id: string;
  /** By what somebody finds where it is from. */
  readonly sign: string;
  /** Whether it holds what somebody stored, and not only the logs of accesses that S3 delivers to it. */
  readonly holdsData: boolean;
}

/**
 * How S3 names the logs of accesses.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html
 */
const ACCESS_LOG = /\d{4}(?:-\d\d){5}-[0-9A-F]{16}$/;

/** What a stack of buckets and keys can leave. */
export async function standing(s3: S3Client, kms: KMSClient): Promise<Standing[]> {
  const { Buckets = [] } = await s3.send(new ListBucketsCommand({}));
  const buckets = await Promise.all(
    Buckets.map(async ({ Name = '' }): Promise<Standing> => {
      const { Versions = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket: Name }));
      return {
        type: 'aws_s3_bucket',
        id: Name,
        sign: Name,
        holdsData: !Versions.every(({ Key = '' }) => ACCESS_LOG.test(Key)),
      };
    })
  );
  const { Keys = [] } = await kms.send(new ListKeysCommand({}));
  const keys = await Promise.all(
    Keys.map(async ({ KeyId = '' }): Promise<Standing> => {
      const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
      return { type: 'aws_kms_key', id: KeyId, sign: KeyMetadata?.Description ?? '', holdsData: false };
    })
  );
  const { Aliases = [] } = await kms.send(new ListAliasesCommand({}));
  const aliases = Aliases.map(({ AliasName = '' }) => AliasName)
    .filter((name) => !name.startsWith('alias/aws/'))
    .map((name): Standing => ({ type: 'aws_kms_alias', id: name, sign: name, holdsData: false }));
  return [...buckets, ...keys, ...aliases];
}
