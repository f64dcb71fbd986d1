import { Construct, IConstruct } from 'constructs';
import { grant } from '../core/grant';
import { IGrantee } from '../core/grantee';
import { IKey } from '../encryption/key';

/** A stream: one of this library's, or one that is already there. */
export interface IStream extends IConstruct {
  /**
   * The ARN of the stream.
   *
   * @attribute
   */
  readonly streamArn: string;

  /** The key that encrypts its records, where one is known. */
  readonly encryptionKey?: IKey;

  /** Lets a role read records, by polling or as a registered consumer. */
  grantRead(grantee: IGrantee): void;

  /** Lets a role write records. */
  grantWrite(grantee: IGrantee): void;
}

const DESCRIBE = ['kinesis:DescribeStreamSummary', 'kinesis:ListShards'];
const READ = ['kinesis:DescribeStream', 'kinesis:GetRecords', 'kinesis:GetShardIterator'];
const CONSUME = ['kinesis:DescribeStreamConsumer', 'kinesis:SubscribeToShard'];
const WRITE = ['kinesis:PutRecord', 'kinesis:PutRecords'];

/**
 * What every stream can do: grants.
 * @internal
 */
export abstract class StreamBase extends Construct implements IStream {
  public abstract readonly streamArn: string;
  public abstract readonly encryptionKey?: IKey;

  public grantRead(grantee: IGrantee): void {
    grant(this, grantee, 'Read', [
      { actions: [...DESCRIBE, ...READ], resources: [this.streamArn] },
      { actions: CONSUME, resources: [`${this.streamArn}/consumer/*`] },
    ]);
    this.encryptionKey?.grantDecrypt(grantee);
  }

  public grantWrite(grantee: IGrantee): void {
    grant(this, grantee, 'Write', [{ actions: [...DESCRIBE, ...WRITE], resources: [this.streamArn] }]);
    this.encryptionKey?.grantEncrypt(grantee);
  }
}
