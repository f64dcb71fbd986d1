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
    aws_datasync_location_efs: {
      noun: 'EFS location',
      inTransit: {
        demand: 'is mounted over TLS',
        settings: [
          { attribute: 'in_transit_encryption', is: ['TLS1_2'], default: 'NONE', otherwise: 'files pass unencrypted' },
        ],
        facts: 'DataSync mounts a file system over plain NFS unless the location asks for TLS 1.2.',
        sources: ['https://docs.aws.amazon.com/datasync/latest/userguide/API_CreateLocationEfs.html'],
      },
    },
  },
};
