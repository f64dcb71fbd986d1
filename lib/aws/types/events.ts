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
      logs: {
        what: 'its events',
        ways: [[{ attribute: 'log_config.level', is: ['ERROR', 'INFO', 'TRACE'], default: 'OFF' }]],
        otherwise: 'events that were lost leave no trace',
        facts:
          'An event bus logs what it received, and where it failed to deliver that, from level ERROR on. By default the level is OFF.',
        note: 'Deliver the log by an `aws_cloudwatch_log_delivery_source`, and leave `log_config.include_detail` at NONE where events hold personal data.',
        sources: ['https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-logs.html'],
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
    aws_cloudwatch_event_archive: {
      noun: 'event archive',
      retention: {
        attribute: 'retention_days',
        unit: 'days',
        default: 0,
        forever: 0,
        facts:
          'An archive keeps events without end unless it is told for how many days, and nobody can delete a single one.',
        sources: ['https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateArchive.html'],
      },
      atRest: {
        data: 'personal',
        key: 'kms_key_identifier',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts:
          'EventBridge keeps the events of an archive for as long as it says, encrypted by default with a key that AWS owns.',
        sources: ['https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-archives.html'],
      },
    },
    aws_cloudwatch_event_connection: {
      noun: 'connection of EventBridge',
      atRest: {
        data: 'personal',
        key: 'kms_key_identifier',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts:
          'A connection holds the credentials for an endpoint in a secret, and its own data under a key that AWS owns unless one is named.',
        sources: ['https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-connections.html'],
      },
    },
  },
};
