import { Construct } from 'constructs';
import { KinesisStream } from '@cdktf/provider-aws/lib/kinesis-stream';
import { RegionalProps } from '../core/props';
import { requireWholeNumber } from '../core/require';
import { IKey } from '../encryption/key';
import { StoreProps, openStore } from '../encryption/store';
import { holdingDays } from './holding-time';
import { requireServiceArn, serviceName } from './service-names';
import { IStream, StreamBase } from './stream';

/** What Kinesis keeps records for at most. */
const MAX_DAYS = 365;

/** What a stream holds, for how long, and under which key. */
export interface EncryptedStreamProps extends StoreProps, RegionalProps {
  /**
   * The name of the stream: letters, digits, `_`, `.` and `-`.
   *
   * @default - the posture's prefix, the name of the stack, and the construct's path
   */
  readonly streamName?: string;

  /**
   * How many days records can be read before Kinesis deletes them: 1 to 365, and no longer than the retention of the posture (TOM 2.2). More than
   * one costs extra.
   *
   * @default - 1; where the posture has no retention, personal data is refused
   */
  readonly retentionDays?: number;

  /**
   * How many shards the stream has: their number bounds what goes through it, and AWS bills each.
   *
   * @default - as many as are needed: the stream is on demand
   */
  readonly shardCount?: number;
}

/** What is known of a stream that is already there. */
export interface StreamAttributes {
  /** The ARN of the stream. */
  readonly streamArn: string;

  /**
   * The key that encrypts its records.
   *
   * @default - none: grants cover only the stream
   */
  readonly encryptionKey?: IKey;
}

/**
 * A Kinesis stream for personal data (TOM 1.2.1, 2.2): encrypted with a key of your own, and emptied of what is older than the retention. Kinesis answers
 * only HTTPS, and lets no other account in where the stream has no policy, as here.
 *
 * ```ts
 * new EncryptedStream(this, 'Clicks', { retentionDays: 7 });
 * ```
 *
 * @see https://docs.aws.amazon.com/streams/latest/dev/server-side-encryption.html
 */
export class EncryptedStream extends StreamBase {
  /**
   * A stream that is already there, by its ARN. Nothing about it is checked.
   *
   * @throws ValidationError where it is no stream's ARN.
   */
  public static fromStreamArn(scope: Construct, id: string, streamArn: string): IStream {
    return EncryptedStream.fromStreamAttributes(scope, id, { streamArn });
  }

  /**
   * A stream that is already there, and its key, which grants then include. Nothing about it is checked.
   *
   * @throws ValidationError where it is no stream's ARN.
   */
  public static fromStreamAttributes(scope: Construct, id: string, attributes: StreamAttributes): IStream {
    class ImportedStream extends StreamBase {
      public readonly streamArn = attributes.streamArn;
      public readonly encryptionKey = attributes.encryptionKey;
    }
    const stream = new ImportedStream(scope, id);
    requireServiceArn(stream, 'streamArn', 'kinesis', attributes.streamArn, 'stream/');
    return stream;
  }

  /** The stream itself. */
  public readonly resource: KinesisStream;
  /**
   * The ARN of the stream.
   *
   * @attribute
   */
  public readonly streamArn: string;
  /**
   * The name of the stream.
   *
   * @attribute
   */
  public readonly streamName: string;
  /** The key that encrypts its records. */
  public readonly encryptionKey?: IKey;
  /** How many days records can be read. */
  public readonly retentionDays: number;

  /**
   * @throws ValidationError on personal data without a retention, a retention that is longer than Kinesis or the posture allows, encryption that is off, shards that
   * are no positive whole number, a name that is malformed or taken, a key of another region, or a region that is unknown or outside the residency.
   */
  constructor(scope: Construct, id: string, props: EncryptedStreamProps = {}) {
    super(scope, id);
    const store = openStore(this, props, { refused: REFUSED });
    const { posture, dataClass, key, region, tags } = store;
    const { shardCount } = props;
    const time = { prop: 'retentionDays', days: props.retentionDays, usual: 1, max: MAX_DAYS };
    this.retentionDays = holdingDays(this, posture, dataClass, time);
    if (shardCount !== undefined) {
      const fix = 'write shardCount: 2, or leave it out for a stream on demand';
      requireWholeNumber(this, 'shardCount', shardCount, { min: 1, of: 'shards', measure: '3.3.2', example: 2, fix });
    }
    const name = serviceName(this, posture, { prop: 'streamName', given: props.streamName, max: 128, dots: true });

    this.resource = new KinesisStream(this, 'Resource', {
      name,
      retentionPeriod: this.retentionDays * 24,
      shardCount,
      streamModeDetails: { streamMode: shardCount === undefined ? 'ON_DEMAND' : 'PROVISIONED' },
      encryptionType: 'KMS',
      kmsKeyId: key.keyArn,
      enforceConsumerDeletion: posture.isEphemeral,
      region,
      tags,
      lifecycle: posture.isEphemeral ? undefined : { preventDestroy: true },
    });
    this.node.defaultChild = this.resource;
    this.streamArn = this.resource.arn;
    this.streamName = this.resource.name;
    this.encryptionKey = key;
  }
}

const ENCRYPTED = {
  must: 'must not be set: records are always encrypted with a key of your own',
  measure: '1.2.1',
  fix: 'write encryptionKey, or leave it out for the key of the stack',
};
const RETENTION = { must: 'is not a prop of this construct', measure: '2.2', fix: 'write retentionDays' };

/** What L1 streams and other libraries call the ways to weaken a stream. */
const REFUSED = {
  encryption: ENCRYPTED,
  encryptionType: ENCRYPTED,
  kmsKeyId: ENCRYPTED,
  retentionPeriod: RETENTION,
  enforceConsumerDeletion: {
    must: 'must not be set: the environment decides it',
    measure: '3.3.1',
    fix: 'leave it out',
  },
};
