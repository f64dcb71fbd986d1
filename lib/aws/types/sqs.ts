import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'SQS',
  types: {
    aws_sqs_queue: {
      noun: 'queue',
      holdsData: true,
    },
  },
};
