import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'EventBridge',
  types: {
    aws_cloudwatch_event_bus: {
      noun: 'event bus',
      holdsData: true,
      policy: {
        attribute: 'policy',
        apart: { type: 'aws_cloudwatch_event_bus_policy', attribute: 'event_bus_name', names: 'name' },
      },
      // Anyone who may make rules on a bus has the events sent to himself.
      reading: {
        reads: [{ action: 'events:PutRule', path: 'rule/${name}/*' }],
        sources: ['https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html'],
      },
      atRest: {
        data: 'personal',
        key: 'kms_key_identifier',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts: 'EventBridge always encrypts, by default with a key that AWS owns.',
        note: 'The key policy lets events.amazonaws.com use it.',
        sources: ['https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-event-bus-cmkey.html'],
      },
    },
  },
};
