import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'within the declared retention, by default too',
      terraform: {
        '//': {
          toms: { posture: { path: 'app', environment: 'production', dataClass: 'personal', retentionDays: 7 } },
        },
        resource: {
          aws_sqs_queue: { orders: { count: 2, message_retention_seconds: 604800 }, returns: { name: 'returns' } },
        },
      },
    },
    {
      title: 'the declared retention is one of personal data',
      terraform: {
        '//': {
          toms: { posture: { path: 'app', environment: 'production', dataClass: 'internal', retentionDays: 7 } },
        },
        resource: [{ aws_sqs_queue: [{ builds: [{ message_retention_seconds: 1209600 }] }] }],
      },
    },
    {
      title: 'nothing is declared',
      terraform: { resource: { aws_sqs_queue: { orders: { message_retention_seconds: 1209600 } } } },
    },
  ],
  fail: [
    {
      title: 'longer than declared',
      terraform: {
        '//': {
          toms: { posture: { path: 'app', environment: 'production', dataClass: 'personal', retentionDays: 7 } },
        },
        resource: { aws_sqs_queue: { orders: { message_retention_seconds: 1209600 } } },
      },
      addresses: ['aws_sqs_queue.orders'],
    },
    {
      title: 'longer than declared by default, in lists',
      terraform: {
        '//': {
          toms: { posture: { path: 'app', environment: 'production', dataClass: 'personal', retentionDays: 3 } },
        },
        resource: [{ aws_sqs_queue: [{ orders: [{ name: 'orders' }] }] }],
      },
      addresses: ['aws_sqs_queue.orders'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: {
        '//': {
          toms: { posture: { path: 'app', environment: 'production', dataClass: 'personal', retentionDays: 7 } },
        },
        variable: { seconds: {} },
        resource: { aws_sqs_queue: { orders: { message_retention_seconds: '${var.seconds}' } } },
      },
      addresses: ['aws_sqs_queue.orders'],
    },
  ],
};
