import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'protected',
      terraform: {
        resource: { aws_cloudwatch_log_group: { app: { name: '/app', deletion_protection_enabled: true } } },
      },
    },
    {
      title: 'in an ephemeral environment, and of internal data',
      terraform: {
        resource: {
          aws_cloudwatch_log_group: {
            test: { name: '/test', tags: { 'tom:environment': 'ephemeral' } },
            tools: { name: '/tools', tags: { 'tom:data-class': 'internal' } },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'not protected',
      terraform: { resource: { aws_cloudwatch_log_group: { app: { name: '/app' } } } },
      addresses: ['aws_cloudwatch_log_group.app'],
    },
    {
      title: 'switched off',
      terraform: {
        resource: {
          aws_cloudwatch_log_group: {
            app: { name: '/app', deletion_protection_enabled: false, tags: { 'tom:log-kind': 'application' } },
          },
        },
      },
      addresses: ['aws_cloudwatch_log_group.app'],
    },
  ],
};
