import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'two actions',
      terraform: {
        resource: {
          aws_ecr_repository_policy: {
            web: {
              repository: 'web',
              policy: JSON.stringify({
                Version: '2012-10-17',
                Statement: [
                  {
                    Effect: 'Allow',
                    Principal: { AWS: 'arn:aws:iam::111122223333:root' },
                    Action: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
                  },
                ],
              }),
            },
          },
        },
      },
    },
    {
      title: 'every action is denied',
      terraform: {
        resource: {
          aws_sqs_queue_policy: {
            orders: {
              policy: JSON.stringify({
                Statement: [
                  {
                    Effect: 'Deny',
                    Principal: '*',
                    Action: '*',
                    Resource: '*',
                    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
                  },
                ],
              }),
            },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'every action',
      terraform: {
        resource: {
          aws_ecr_repository_policy: {
            web: {
              repository: 'web',
              policy: JSON.stringify({
                Version: '2012-10-17',
                Statement: [{ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: '*' }],
              }),
            },
          },
        },
      },
      addresses: ['aws_ecr_repository_policy.web'],
    },
    {
      title: 'all but a few',
      terraform: {
        resource: {
          aws_sqs_queue: {
            orders: {
              policy: JSON.stringify({
                Version: '2012-10-17',
                Statement: [
                  {
                    Effect: 'Allow',
                    Principal: { AWS: 'arn:aws:iam::111122223333:root' },
                    NotAction: 'sqs:DeleteQueue',
                    Resource: '*',
                  },
                ],
              }),
            },
          },
        },
      },
      addresses: ['aws_sqs_queue.orders'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: {
        variable: { open: {} },
        resource: { aws_ecr_repository_policy: { web: { repository: 'web', policy: '${var.open}' } } },
      },
      addresses: ['aws_ecr_repository_policy.web'],
    },
  ],
};
