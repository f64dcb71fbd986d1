import { Container, JOB, TASK, isWindows } from '../../../aws/ecs/containers';
import { describe, isTrue, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';
import { containersVerdict } from '../../verdicts/containers';

/** Containers that keep the files of their image as they are (TOM 3.2.2). */
export const RULE: ResourceRule = {
  id: 'ECS-007',
  name: 'containers-read-only',
  title: 'A container of a task or job cannot write to its own file system',
  severity: 'medium',
  claims: ['3.2.2.d'],
  rationale:
    'Who breaks into a container that can write to its root file system changes programs and configuration there, and leaves tools. With a read-only root what runs is what is in the image; what has to be written goes to volumes. It is off by default. Windows containers have no such setting and are not judged.',
  fix: 'Set `readonlyRootFilesystem` of every container to true, and mount volumes where it writes. For pods: `security_context.read_only_root_file_system`.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html',
    'AWS Security Hub ECS.5',
  ],
  types: [TASK, JOB],
  check: (resource) => (isWindows(resource) ? undefined : containersVerdict(resource, containerVerdict)),
};

function containerVerdict({ name, get }: Container): Verdict {
  const isReadOnly = get('readonlyRootFilesystem');
  if (isUnknown(isReadOnly)) return unknownAttribute(`readonlyRootFilesystem of ${name}`, isReadOnly);
  if (isTrue(isReadOnly)) return MET;
  return violated(
    `readonlyRootFilesystem of ${name} is ${describe(isReadOnly)}: it can change its programs and configuration`
  );
}
