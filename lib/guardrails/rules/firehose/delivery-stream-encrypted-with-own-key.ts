import { holdsPersonalData } from '../../../aws/declared';
import { describe, isTrue, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';
import { requireKey } from '../../verdicts/encryption-key';

const ENABLED = 'server_side_encryption.enabled';
const KEY_TYPE = 'server_side_encryption.key_type';
const KEY = 'server_side_encryption.key_arn';

/** Delivery streams that are encrypted. */
export const RULE: ResourceRule = {
  id: 'FIREHOSE-001',
  name: 'delivery-stream-encrypted-with-own-key',
  title: 'A Firehose stream is encrypted, for personal data with a customer managed KMS key',
  severity: 'medium',
  measures: ['1.2.1'],
  rationale:
    'What is put into a Firehose stream waits there for its delivery, and is not encrypted unless the stream says so. A stream that reads from Kinesis or MSK stores nothing itself and cannot be encrypted: its source is (KINESIS-001). A stream whose class nobody declares counts as personal.',
  fix: 'Set `server_side_encryption` with `enabled` true, `key_type` CUSTOMER_MANAGED_CMK, and `key_arn` of a customer managed key, such as that of a `RotatedKey`. Where the data is not personal, say so by the tag tom:data-class: then `enabled` is enough.',
  sources: ['https://docs.aws.amazon.com/firehose/latest/dev/encryption.html', 'AWS Security Hub DataFirehose.1'],
  types: ['aws_kinesis_firehose_delivery_stream'],
  check: (stream, model) => {
    if (stream.has('kinesis_source_configuration.kinesis_stream_arn')) return undefined;
    if (stream.has('msk_source_configuration.msk_cluster_arn')) return undefined;
    const enabled = stream.get(ENABLED);
    if (isUnknown(enabled)) return unknownAttribute(ENABLED, enabled);
    if (!isTrue(enabled)) {
      return violated(
        `${ENABLED} is ${describe(enabled)}: records wait for their delivery unencrypted`,
        holdsPersonalData(stream) ? undefined : { [ENABLED]: true }
      );
    }
    if (!holdsPersonalData(stream)) return MET;
    const type = stream.get(KEY_TYPE);
    if (isUnknown(type)) return unknownAttribute(KEY_TYPE, type);
    if (type !== 'CUSTOMER_MANAGED_CMK') {
      return violated(`${KEY_TYPE} is ${describe(type)}: a key that AWS owns encrypts personal data`);
    }
    return requireKey(model, stream, KEY, 'no key encrypts the records of the stream');
  },
};
