import { Container, containersOf } from '../../aws/ecs/containers';
import { Resource } from '../../terraform/stack';
import { MET, Verdict, undetermined } from '../rule';
import { allOf } from './checks';

/**
 * The verdict on every container of a task or job definition. Where no container is known, nothing is said.
 *
 * @param judge the verdict on one container
 * @param also what the definition itself has to say
 */
export function containersVerdict(
  resource: Resource,
  judge: (container: Container) => Verdict,
  also: readonly Verdict[] = []
): Verdict | undefined {
  const { containers, open } = containersOf(resource);
  const verdicts = [...also, ...containers.map(judge)];
  if (verdicts.length === 0) return open === undefined ? undefined : undetermined(open);
  const verdict = allOf(verdicts);
  const bare = verdict.outcome === 'violated' ? { ...verdict, set: undefined } : verdict;
  return bare.outcome === 'met' && open !== undefined ? undetermined(open) : bare.outcome === 'met' ? MET : bare;
}
