import { Construct, IConstruct } from 'constructs';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { grant } from '../core/grant';
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
  grantRead(role: IamRole): void;

  /** Lets a role write records. */
  grantWrite(role: IamRole): void;
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

  public grantRead(role: IamRole): void {
    grant(this, role, 'Read', [
      { actions: [...DESCRIBE, ...READ], resources: [this.streamArn] },
      { actions: CONSUME, resources: [`${this.streamArn}/consumer/*`] },
    ]);
    this.encryptionKey?.grantDecrypt(role);
  }

  public grantWrite(role: IamRole): void {
    grant(this, role, 'Write', [{ actions: [...DESCRIBE, ...WRITE], resources: [this.streamArn] }]);
    this.encryptionKey?.grantEncrypt(role);
  }
}
