import { Block } from '../../../terraform/block';
import { Resource } from '../../../terraform/stack';
import { isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { allOf, unknownAttribute } from '../../verdicts/checks';

const VOLUME = 'volume.efs_volume_configuration';
const ENABLED: { readonly [attribute: string]: string } = {
  transit_encryption: 'files pass in the clear',
  'authorization_config.iam': 'the file system is not told who the task is',
};

/** Tasks that mount file systems over TLS, as themselves. */
export const RULE: ResourceRule = {
  id: 'ECS-001',
  name: 'efs-mounts-over-tls',
  title: 'A task mounts EFS file systems over TLS and by its IAM role',
  severity: 'medium',
  measures: ['1.1.2', '3.1.1'],
  rationale:
    'ECS mounts a file system over plain NFS unless it is told otherwise: files pass in the clear within the VPC. Without IAM authorization the task mounts as nobody, so that a file system policy can only admit everybody in the VPC or no task at all.',
  fix: 'Set `transit_encryption` and `authorization_config.iam` of each `efs_volume_configuration` to ENABLED, and let the task role mount the file system.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSAuthorizationConfig.html',
  ],
  types: ['aws_ecs_task_definition'],
  check: (task) => volumesVerdict(task),
};

function volumesVerdict(task: Resource): Verdict | undefined {
  const volumes = task.get('volume');
  if (isUnknown(volumes)) return unknownAttribute('volume', volumes);
  const mounted = task.blocks(VOLUME);
  if (mounted.length === 0) return undefined;
  return allOf(mounted.flatMap((volume) => Object.keys(ENABLED).map((attribute) => enabledVerdict(volume, attribute))));
}

function enabledVerdict(volume: Block, attribute: string): Verdict {
  const value = volume.get(attribute);
  if (isUnknown(value)) return unknownAttribute(`${VOLUME}.${attribute}`, value);
  if (value === 'ENABLED') return MET;
  return violated(`${VOLUME}.${attribute} is ${describe(value)}: ${ENABLED[attribute]}`);
}
