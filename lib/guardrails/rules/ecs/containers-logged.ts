import { Container, TASK } from '../../../aws/ecs/containers';
import { Value, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';
import { containersVerdict } from '../../verdicts/containers';

/** Containers whose output goes somewhere (TOM 8.1). */
export const RULE: ResourceRule = {
  id: 'ECS-009',
  name: 'containers-logged',
  title: 'Every container of a task has a log driver',
  severity: 'medium',
  claims: ['8.1.e'],
  rationale:
    'What a container prints is gone with it, unless a log driver sends it to CloudWatch Logs, to a log router or elsewhere. ECS sets none by default. Jobs of AWS Batch log to CloudWatch Logs by default, and pods to what the cluster has, so that both are not judged.',
  fix: 'Set `logConfiguration` of every container with a `logDriver`, such as awslogs with a group of its own.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html',
    'AWS Security Hub ECS.9',
  ],
  types: [TASK],
  check: (task) => containersVerdict(task, containerVerdict),
};

function containerVerdict({ name, get }: Container): Verdict {
  const configuration = get('logConfiguration');
  if (isUnknown(configuration)) return unknownAttribute(`logConfiguration of ${name}`, configuration);
  const driver = driverOf(configuration);
  if (isUnknown(driver)) return unknownAttribute(`logDriver of ${name}`, driver);
  if (typeof driver === 'string' && driver !== '' && driver !== 'none') return MET;
  return violated(`${name} has no log driver: what it prints is gone with it`);
}

function driverOf(configuration: Value): Value {
  if (typeof configuration !== 'object' || Array.isArray(configuration)) return undefined;
  const { logDriver, LogDriver } = configuration as { readonly [key: string]: Value };
  return logDriver ?? LogDriver;
}
