import { Container, JOB, TASK, isWindows } from '../../../aws/ecs/containers';
import { isRootUser } from '../../../aws/ecs/root-user';
import { describe, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';
import { containersVerdict } from '../../verdicts/containers';

/** Containers whose processes are not root. */
export const RULE: ResourceRule = {
  id: 'ECS-008',
  name: 'containers-not-root',
  title: 'A container of a task or job names a user other than root',
  severity: 'medium',
  claims: ['9.3.f'],
  rationale:
    'Root in a container is root on the kernel of its host, held back only by what the runtime takes away. Where no user is set the image decides, and most images run as root. Windows containers have other users and are not judged.',
  fix: 'Set `user` of every container to a user of its image other than root, such as 1000:1000. For pods: `security_context.run_as_non_root`.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html',
    'AWS Security Hub ECS.1, ECS.20',
  ],
  types: [TASK, JOB],
  check: (resource) => (isWindows(resource) ? undefined : containersVerdict(resource, containerVerdict)),
};

function containerVerdict({ name, get }: Container): Verdict {
  const user = get('user');
  if (isUnknown(user)) return unknownAttribute(`user of ${name}`, user);
  if (user === undefined || user === '')
    return violated(`user of ${name} is not set: its image decides, mostly for root`);
  return user === 0 || (typeof user === 'string' && isRootUser(user))
    ? violated(`user of ${name} is ${describe(user)}: it runs as root`)
    : MET;
}
