import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'set, of each of several trails',
      terraform: { resource: { aws_cloudtrail: { main: { count: 2, enable_log_file_validation: true } } } },
    },
    {
      title: 'set as text',
      terraform: { resource: { aws_cloudtrail: { main: { enable_log_file_validation: 'true' } } } },
    },
  ],
  fail: [
    {
      title: 'not set, or off',
      terraform: {
        resource: { aws_cloudtrail: { main: { name: 'main' }, other: { enable_log_file_validation: false } } },
      },
      addresses: ['aws_cloudtrail.main', 'aws_cloudtrail.other'],
    },
    {
      title: 'off',
      terraform: { resource: { aws_cloudtrail: { main: { enable_log_file_validation: false } } } },
      addresses: ['aws_cloudtrail.main'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: {
        variable: { open: {} },
        resource: { aws_cloudtrail: { main: { enable_log_file_validation: '${var.open}' } } },
      },
      addresses: ['aws_cloudtrail.main'],
    },
  ],
};
