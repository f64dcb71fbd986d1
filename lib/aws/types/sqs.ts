import { PublicPolicy, Service } from './resource-type';

const BEST_PRACTICES =
  'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html';

const PUBLIC: PublicPolicy = {
  facts: 'Strangers can then read and take the messages of the queue, or send forged ones.',
  sources: [BEST_PRACTICES, 'AWS Security Hub SQS.3'],
};

export const SERVICE: Service = {
  name: 'SQS',
  types: {
    aws_sqs_queue: {
      noun: 'queue',
      holdsData: true,
      retention: {
        attribute: 'message_retention_seconds',
        unit: 'seconds',
        default: 345_600,
        facts:
          'A message that nobody takes stays in its queue for 4 days by default, and for 14 at most; a queue of dead letters is where it stays.',
        sources: ['https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html'],
      },
      policy: {
        attribute: 'policy',
        apart: { type: 'aws_sqs_queue_policy', attribute: 'queue_url', names: 'url' },
      },
      plainTransport: {
        action: 'sqs:*',
        facts:
          'SQS has endpoints for HTTP as well as HTTPS, and whether a queue takes plain HTTP depends on how it is encrypted.',
        sources: [BEST_PRACTICES],
      },
      publicPolicy: PUBLIC,
      reading: {
        reads: [{ action: 'sqs:ReceiveMessage' }],
        key: { via: 'sqs', attribute: 'kms_master_key_id', unnamed: 'service' },
        sources: [
          'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-basic-examples-of-sqs-policies.html',
          'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html',
        ],
      },
    },
    aws_sqs_queue_policy: {
      noun: 'queue policy',
      policy: { attribute: 'policy' },
      publicPolicy: PUBLIC,
    },
  },
};
