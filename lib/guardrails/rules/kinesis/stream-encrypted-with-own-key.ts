import { holdsPersonalData } from '../../../aws/declared';
import { describe, isUnknown } from '../../../terraform/value';
import { ResourceRule, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';
import { requireKey } from '../../verdicts/encryption-key';

/** Streams that are encrypted. */
export const RULE: ResourceRule = {
  id: 'KINESIS-001',
  name: 'stream-encrypted-with-own-key',
  title: 'A Kinesis stream is encrypted with a KMS key, for personal data with a customer managed one',
  severity: 'medium',
  measures: ['1.2.1'],
  rationale:
    'A stream made by Terraform is not encrypted unless it says so. With the AWS managed key aws/kinesis whoever may read the stream may use the key, since nobody can change its policy. A stream whose class nobody declares counts as personal.',
  fix: 'Set `encryption_type` to KMS and `kms_key_id` to a customer managed key, such as that of a `RotatedKey`. Where the data is not personal, say so by the tag tom:data-class.',
  sources: ['https://docs.aws.amazon.com/streams/latest/dev/server-side-encryption.html', 'AWS Security Hub Kinesis.1'],
  types: ['aws_kinesis_stream'],
  check: (stream, model) => {
    const type = stream.get('encryption_type');
    if (isUnknown(type)) return unknownAttribute('encryption_type', type);
    if (type !== 'KMS') {
      return violated(
        `encryption_type is ${describe(type)}: the stream keeps its records unencrypted`,
        holdsPersonalData(stream) ? undefined : { encryption_type: 'KMS', kms_key_id: 'alias/aws/kinesis' }
      );
    }
    const owner = holdsPersonalData(stream) ? 'customer' : 'anybody';
    return requireKey(model, stream, 'kms_key_id', 'no key encrypts the records of the stream', owner);
  },
};
