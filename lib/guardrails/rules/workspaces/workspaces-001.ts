import { ResourceRule } from '../../rule';
import { requireTrue, worst } from '../checks';

/** Virtual desktops with encrypted disks. */
export const WORKSPACES_001: ResourceRule = {
  id: 'WORKSPACES-001',
  title: 'Both volumes of a WorkSpace are encrypted',
  severity: 'medium',
  measures: ['1.2.1'],
  rationale:
    'What people download and write at a virtual desktop lies on its user volume, and what the system keeps of it on the root volume. WorkSpaces encrypts neither unless it is told to when the WorkSpace is made: changing it later makes a new one.',
  fix: 'Set `root_volume_encryption_enabled` and `user_volume_encryption_enabled` to true, and `volume_encryption_key` to a symmetric KMS key.',
  sources: [
    'https://docs.aws.amazon.com/workspaces/latest/adminguide/encrypt-workspaces.html',
    'AWS Security Hub WorkSpaces.1, WorkSpaces.2',
  ],
  types: ['aws_workspaces_workspace'],
  check: (workspace) =>
    worst([
      requireTrue(workspace, 'root_volume_encryption_enabled'),
      requireTrue(workspace, 'user_volume_encryption_enabled'),
    ]),
  examples: {
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
  },
};
