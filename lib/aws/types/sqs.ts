import { Service } from './resource-type';

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
    },
  },
};
