import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'set, of each of several trails',
      terraform: {
        resource: {
          aws_cloudtrail: { main: { count: 2, cloud_watch_logs_group_arn: '${aws_cloudwatch_log_group.trail.arn}:*' } },
        },
      },
    },
    {
      title: 'by its ARN',
      terraform: {
        resource: {
          aws_cloudtrail: {
            main: { cloud_watch_logs_group_arn: 'arn:aws:logs:eu-central-1:111122223333:log-group:trail:*' },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'not set, or empty',
      terraform: {
        resource: { aws_cloudtrail: { main: { name: 'main' }, other: { cloud_watch_logs_group_arn: '' } } },
      },
      addresses: ['aws_cloudtrail.main', 'aws_cloudtrail.other'],
    },
    {
      title: 'empty',
      terraform: { resource: { aws_cloudtrail: { main: { cloud_watch_logs_group_arn: '' } } } },
      addresses: ['aws_cloudtrail.main'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: {
        variable: { open: {} },
        resource: { aws_cloudtrail: { main: { cloud_watch_logs_group_arn: '${var.open}' } } },
      },
      addresses: ['aws_cloudtrail.main'],
    },
  ],
};
