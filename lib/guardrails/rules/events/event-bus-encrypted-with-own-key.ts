import { holdsPersonalData } from '../../../aws/declared';
import { ResourceRule } from '../../rule';
import { requireKey } from '../../verdicts/encryption-key';

/** Event buses under a key of one's own. */
export const RULE: ResourceRule = {
  id: 'EVENTS-001',
  name: 'event-bus-encrypted-with-own-key',
  title: 'An event bus of personal data is encrypted with a customer managed KMS key',
  severity: 'medium',
  measures: ['1.2.1'],
  rationale:
    'EventBridge always encrypts, but by default with a key that AWS owns: nobody sees its use, limits it or takes it away. A bus whose class nobody declares counts as personal.',
  fix: 'Set `kms_key_identifier` to a customer managed key, such as that of a `RotatedKey`, whose policy lets events.amazonaws.com use it. Where the data is not personal, say so by the tag tom:data-class.',
  sources: ['https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-event-bus-cmkey.html'],
  types: ['aws_cloudwatch_event_bus'],
  check: (bus, model) =>
    holdsPersonalData(bus)
      ? requireKey(model, bus, 'kms_key_identifier', 'a key that AWS owns encrypts personal data')
      : undefined,
};
