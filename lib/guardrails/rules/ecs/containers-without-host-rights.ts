import { Container, JOB, TASK } from '../../../aws/ecs/containers';
import { configured } from '../../../terraform/configured';
import { Resource } from '../../../terraform/stack';
import { Value, asStrings, describe, isTrue, isUnknown, items } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { allOf, unknownAttribute } from '../../verdicts/checks';
import { containersVerdict } from '../../verdicts/containers';

/** The capabilities that amount to the rights of the host. */
const OF_HOST = ['ALL', 'SYS_ADMIN', 'SYS_MODULE', 'SYS_PTRACE', 'SYS_RAWIO'];

/** Containers that are apart from the instance that they run on. */
export const RULE: ResourceRule = {
  id: 'ECS-010',
  name: 'containers-without-host-rights',
  title: 'No container of a task or job has the rights of its host, or shares its processes',
  severity: 'high',
  claims: ['9.3.f'],
  rationale:
    'A privileged container has every right of root on the instance: who breaks into it owns the instance, its role and all containers on it. The same holds for capabilities such as SYS_ADMIN. A task that shares the process or IPC namespace of the host sees and signals what runs there.',
  fix: 'Leave out `privileged`, the modes `host` of `pid_mode` and `ipc_mode`, `host_network` of pods, and the capabilities that a container does not need.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html',
    'https://docs.aws.amazon.com/batch/latest/APIReference/API_ContainerProperties.html',
    'AWS Security Hub ECS.3, ECS.4',
  ],
  types: [TASK, JOB],
  check: (resource) => containersVerdict(resource, containerVerdict, modesOf(resource)),
};

function modesOf(resource: Resource): readonly Verdict[] {
  if (resource.type === JOB) {
    return resource.blocks('eks_properties.pod_properties').map((pod) => {
      const network = configured(pod, 'host_network');
      if (isUnknown(network)) return unknownAttribute('host_network', network);
      if (network !== undefined && !isTrue(network)) return MET;
      return violated(
        `host_network is ${describe(network)}${network === undefined ? ', which means true' : ''}: the pod has the network of its host`
      );
    });
  }
  return ['pid_mode', 'ipc_mode'].map((mode) => {
    const value = configured(resource, mode);
    if (isUnknown(value)) return unknownAttribute(mode, value);
    return value === 'host' ? violated(`${mode} is "host": the task shares what runs on its instance`) : MET;
  });
}

function containerVerdict(container: Container): Verdict {
  return allOf([privilegedVerdict(container), capabilitiesVerdict(container)]);
}

function privilegedVerdict({ name, get }: Container): Verdict {
  const privileged = get('privileged');
  if (isUnknown(privileged)) return unknownAttribute(`privileged of ${name}`, privileged);
  return isTrue(privileged) ? violated(`privileged of ${name} is true: it has the rights of its host`) : MET;
}

function capabilitiesVerdict({ name, get }: Container): Verdict {
  const added = items(addedBy(get('linuxParameters')));
  const refused = asStrings([...added]).filter((one) => OF_HOST.includes(one.replace(/^CAP_/, '')));
  if (refused.length > 0) return violated(`${name} adds ${refused.join(', ')}: it has rights of its host`);
  const open = added.find(isUnknown);
  return open === undefined ? MET : unknownAttribute(`linuxParameters.capabilities.add of ${name}`, open);
}

function addedBy(parameters: Value): Value {
  const { capabilities } = partsOf(parameters);
  const { add } = partsOf(capabilities);
  return isUnknown(parameters) ? parameters : isUnknown(capabilities) ? capabilities : add;
}

function partsOf(value: Value): { readonly [key: string]: Value } {
  return typeof value === 'object' && !Array.isArray(value) && !isUnknown(value)
    ? (value as { readonly [key: string]: Value })
    : {};
}
