import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'MediaLive',
  types: {
    aws_medialive_channel: {
      noun: 'live channel',
      logs: {
        what: 'its events',
        ways: [[{ attribute: 'log_level', is: ['ERROR', 'WARNING', 'INFO', 'DEBUG'], default: 'DISABLED' }]],
        otherwise: 'its failures leave no trace',
        facts: 'A channel logs to CloudWatch Logs from the level that it sets, and nothing at DISABLED.',
        sources: ['https://docs.aws.amazon.com/medialive/latest/ug/logging-encoder.html'],
      },
    },
  },
};
