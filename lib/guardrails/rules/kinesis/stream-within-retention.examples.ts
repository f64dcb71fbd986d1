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
          aws_kinesis_stream: { clicks: { count: 2, retention_period: 168 }, orders: { name: 'orders' } },
        },
      },
    },
    {
      title: 'the declared retention is one of personal data',
      terraform: {
        '//': {
          toms: { posture: { path: 'app', environment: 'production', dataClass: 'internal', retentionDays: 7 } },
        },
        resource: [{ aws_kinesis_stream: [{ builds: [{ retention_period: 8760 }] }] }],
      },
    },
    {
      title: 'nothing is declared',
      terraform: { resource: { aws_kinesis_stream: { clicks: { retention_period: 8760 } } } },
    },
  ],
  fail: [
    {
      title: 'longer than declared',
      terraform: {
        '//': {
          toms: { posture: { path: 'app', environment: 'production', dataClass: 'personal', retentionDays: 7 } },
        },
        resource: { aws_kinesis_stream: { clicks: { retention_period: 169 } } },
      },
      addresses: ['aws_kinesis_stream.clicks'],
    },
    {
      title: 'longer than declared, where nobody says what the data is, in lists',
      terraform: {
        '//': {
          toms: { posture: { path: 'app', environment: 'production', dataClass: 'unknown', retentionDays: 30 } },
        },
        resource: [{ aws_kinesis_stream: [{ clicks: [{ retention_period: '8760' }] }] }],
      },
      addresses: ['aws_kinesis_stream.clicks'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: {
        '//': {
          toms: { posture: { path: 'app', environment: 'production', dataClass: 'personal', retentionDays: 7 } },
        },
        variable: { hours: {} },
        resource: { aws_kinesis_stream: { clicks: { retention_period: '${var.hours}' } } },
      },
      addresses: ['aws_kinesis_stream.clicks'],
    },
  ],
};
