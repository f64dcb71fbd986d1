import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'destruction refused',
      except: { plan: 'a plan does not show `lifecycle`' },
      terraform: { resource: { aws_kms_key: { main: { lifecycle: { prevent_destroy: true } } } } },
    },
    {
      title: 'a key of no personal data may be destroyed',
      terraform: { resource: { aws_kms_key: { main: { count: 2, tags: { 'tom:data-class': 'internal' } } } } },
    },
    {
      title: 'a key of a test run may be destroyed',
      terraform: { resource: { aws_kms_key: { main: { tags: { 'tom:environment': 'ephemeral' } } } } },
    },
    {
      title: 'a plan shows no lifecycle',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            resources: [
              {
                address: 'aws_kms_key.main',
                mode: 'managed',
                type: 'aws_kms_key',
                name: 'main',
                values: { deletion_window_in_days: null },
              },
            ],
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'one apply may destroy it',
      except: { plan: 'a plan does not show `lifecycle`' },
      terraform: { resource: { aws_kms_key: { main: { deletion_window_in_days: 30 } } } },
      addresses: ['aws_kms_key.main'],
    },
    {
      title: 'destruction allowed, of a key from outside',
      except: { plan: 'a plan does not show `lifecycle`' },
      terraform: { resource: { aws_kms_external_key: { main: { lifecycle: { prevent_destroy: false } } } } },
      addresses: ['aws_kms_external_key.main'],
    },
  ],
};
