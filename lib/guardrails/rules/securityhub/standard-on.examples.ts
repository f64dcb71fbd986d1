import { Examples } from '../../rule';

const STANDARD = 'arn:aws:securityhub:eu-central-1::standards/aws-foundational-security-best-practices/v/1.0.0';

export const EXAMPLES: Examples = {
  pass: [
    { title: 'the standards of AWS', terraform: { resource: { aws_securityhub_account: { this: {} } } } },
    {
      title: 'a standard of your choice',
      terraform: {
        resource: {
          aws_securityhub_account: { this: { enable_default_standards: false } },
          aws_securityhub_standards_subscription: { this: { standards_arn: STANDARD } },
        },
      },
    },
  ],
  fail: [
    {
      title: 'a standard in another Region',
      terraform: {
        provider: { aws: { region: 'eu-central-1' } },
        resource: {
          aws_securityhub_account: { this: { enable_default_standards: false } },
          aws_securityhub_standards_subscription: {
            this: { standards_arn: STANDARD.replace('eu-central-1', 'eu-west-1'), region: 'eu-west-1' },
          },
        },
      },
      addresses: ['aws_securityhub_account.this'],
    },
    {
      title: 'no standard',
      terraform: { resource: { aws_securityhub_account: { this: { enable_default_standards: false } } } },
      addresses: ['aws_securityhub_account.this'],
    },
  ],
};
