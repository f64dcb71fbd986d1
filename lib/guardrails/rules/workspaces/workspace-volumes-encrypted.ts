import { ResourceRule } from '../../rule';
import { requireTrue, worst } from '../../verdicts/checks';

/** Virtual desktops with encrypted disks. */
export const RULE: ResourceRule = {
  id: 'WORKSPACES-001',
  name: 'workspace-volumes-encrypted',
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
};
