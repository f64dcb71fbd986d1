import { Setting } from '../../../aws/types/resource-type';
import { ResourceRule } from '../../rule';
import { settingsInBlocks } from '../../verdicts/setting';

const VOLUME = 'volume.efs_volume_configuration';
const IAM: Setting = {
  attribute: 'authorization_config.iam',
  is: ['ENABLED'],
  otherwise: 'the file system does not learn which task mounts it',
};

/** Tasks that mount file systems under their role. */
export const RULE: ResourceRule = {
  id: 'ECS-002',
  name: 'efs-mounted-by-task-role',
  title: 'A task mounts EFS file systems under its IAM role',
  severity: 'medium',
  claims: ['3.1.1.e'],
  rationale:
    'Without IAM authorization a task mounts a file system anonymously, so that a file system policy can admit only everyone in the VPC, or no task at all.',
  fix: `Set \`${IAM.attribute}\` of each \`efs_volume_configuration\` to ENABLED, and let the task role mount the file system.`,
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSAuthorizationConfig.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html',
  ],
  types: ['aws_ecs_task_definition'],
  check: (task) => settingsInBlocks(task, VOLUME, [IAM]),
};
