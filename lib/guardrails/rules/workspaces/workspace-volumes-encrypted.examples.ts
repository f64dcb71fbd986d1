import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'both',
      terraform: {
        resource: {
          aws_workspaces_workspace: {
            desk: { count: 2, root_volume_encryption_enabled: true, user_volume_encryption_enabled: true },
          },
        },
      },
    },
    {
      title: 'both, blocks as lists',
      terraform: {
        resource: [
          {
            aws_workspaces_workspace: [
              {
                desk: [
                  {
                    root_volume_encryption_enabled: 'true',
                    user_volume_encryption_enabled: 'true',
                    volume_encryption_key: 'alias/desks',
                  },
                ],
              },
            ],
          },
        ],
      },
    },
  ],
  fail: [
    {
      title: 'one of them',
      terraform: { resource: { aws_workspaces_workspace: { desk: { user_volume_encryption_enabled: true } } } },
      addresses: ['aws_workspaces_workspace.desk'],
    },
    {
      title: 'neither, within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.desks',
                resources: [
                  {
                    address: 'module.desks.aws_workspaces_workspace.desk',
                    mode: 'managed',
                    type: 'aws_workspaces_workspace',
                    name: 'desk',
                    values: { root_volume_encryption_enabled: false, user_volume_encryption_enabled: false },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.desks.aws_workspaces_workspace.desk'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: {
        variable: { encrypted: {} },
        resource: {
          aws_workspaces_workspace: {
            desk: { root_volume_encryption_enabled: '${var.encrypted}', user_volume_encryption_enabled: true },
          },
        },
      },
      addresses: ['aws_workspaces_workspace.desk'],
    },
  ],
};
