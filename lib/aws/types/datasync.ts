import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'DataSync',
  types: {
    aws_datasync_task: {
      noun: 'DataSync task',
      logs: {
        what: 'its transfers',
        ways: [
          [
            { attribute: 'cloudwatch_log_group_arn', such: '${aws_cloudwatch_log_group.log.arn}' },
            { attribute: 'options.log_level', is: ['TRANSFER', 'BASIC'], default: 'OFF' },
          ],
        ],
        otherwise: 'no log says what was copied, or failed',
        facts:
          'A task copies data between stores. It logs at level BASIC what failed, and at TRANSFER every file, to the group that it names; by default the level is OFF.',
        sources: [
          'https://docs.aws.amazon.com/datasync/latest/userguide/configure-logging.html',
          'AWS Security Hub DataSync.1',
        ],
      },
    },
  },
};
