import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'WorkSpaces',
  types: {
    aws_workspaces_workspace: {
      noun: 'WorkSpace',
      holdsData: true,
      atRest: {
        data: 'any',
        settings: [
          { attribute: 'root_volume_encryption_enabled', is: [true] },
          { attribute: 'user_volume_encryption_enabled', is: [true] },
        ],
        key: 'volume_encryption_key',
        withoutKey: 'aws/workspaces encrypts the volumes, whose policy nobody can change',
        facts:
          'What people download and write lies on the user volume of a WorkSpace, and what the system keeps of it on the root volume. Neither is encrypted unless it is asked for when the WorkSpace is created.',
        note: 'The key must be symmetric. A change replaces the WorkSpace.',
        sources: [
          'https://docs.aws.amazon.com/workspaces/latest/adminguide/encrypt-workspaces.html',
          'AWS Security Hub WorkSpaces.1, WorkSpaces.2',
        ],
      },
    },
    aws_workspaces_directory: {
      noun: 'directory of WorkSpaces',
      publicAddress: {
        isWorkload: true,
        setting: {
          attribute: 'workspace_creation_properties.enable_internet_access',
          is: [false],
          default: false,
          otherwise: 'every new WorkSpace has a public address',
        },
        facts: 'A directory can give every new WorkSpace a public address; by default it does not.',
        sources: ['https://docs.aws.amazon.com/workspaces/latest/adminguide/amazon-workspaces-internet-access.html'],
      },
    },
  },
};
