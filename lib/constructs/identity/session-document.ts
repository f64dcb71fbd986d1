import { Construct } from 'constructs';
import { SsmDocument } from '@cdktf/provider-aws/lib/ssm-document';
import { accountOf } from '../core/account';
import { IKey } from '../encryption/key';
import { RotatedKey } from '../encryption/rotated-key';
import { ILogGroup } from '../logging/retained-log-group';

/** What a session is like. */
export interface SessionDocumentProps {
  readonly name: string;
  readonly key: IKey;
  readonly logGroup: ILogGroup;
  readonly idleTimeoutMinutes: number;
  readonly maxSessionMinutes: number;
  readonly region?: string;
  readonly tags: { [key: string]: string };
}

/** The document that sessions are started with: encrypted with a key, streamed to a log group while they run, and ended by the clock. */
export function sessionDocument(scope: Construct, id: string, props: SessionDocumentProps): SsmDocument {
  return new SsmDocument(scope, id, {
    name: props.name,
    documentType: 'Session',
    documentFormat: 'JSON',
    content: JSON.stringify({
      schemaVersion: '1.0',
      description: `Sessions on ${scope.node.path}`,
      sessionType: 'Standard_Stream',
      inputs: {
        kmsKeyId: props.key.keyArn,
        cloudWatchLogGroupName: props.logGroup.logGroupName,
        cloudWatchEncryptionEnabled: true,
        cloudWatchStreamingEnabled: true,
        s3BucketName: '',
        s3EncryptionEnabled: true,
        runAsEnabled: false,
        idleSessionTimeout: String(props.idleTimeoutMinutes),
        maxSessionDuration: String(props.maxSessionMinutes),
      },
    }),
    region: props.region,
    tags: props.tags,
  });
}

const LET_SESSIONS_USE = Symbol.for('cdktf-aws-toms/LetSessionsUse');

/**
 * Lets both ends of a session use a key, once a key. They call KMS themselves, which a `RotatedKey` only admits through services: so this is
 * only for the keys of sessions, told by the encryption context that both ends give. IAM policies say who may.
 */
export function letSessionsUse(key: RotatedKey): void {
  if (LET_SESSIONS_USE in key) return;
  Object.defineProperty(key, LET_SESSIONS_USE, { value: true });
  const account = accountOf(key);
  key.addToResourcePolicy({
    sid: 'Sessions',
    principals: { AWS: [account.rootArn] },
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    resources: ['*'],
    conditions: {
      StringEquals: { 'kms:CallerAccount': [account.id] },
      StringLike: { 'kms:EncryptionContext:aws:ssm:TargetId': ['i-*'] },
    },
  });
}
