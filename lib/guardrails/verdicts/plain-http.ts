import { LISTENERS, LOAD_BALANCERS, listenersOf } from '../../aws/elb/load-balancer';
import { Memo } from '../../terraform/memo';
import { Model } from '../../terraform/model';
import { companionsOf, hasUndeterminedCompanion } from '../../terraform/references';
import { Resource } from '../../terraform/stack';
import { Value, asNumber, isUnknown } from '../../terraform/value';
import { MET, Verdict, undetermined, violated } from '../rule';
import { worst } from './checks';
import { redirectVerdict } from './redirect';

/** What else has a security group, and answers on port 80 by itself: nobody sees here what it says. */
const SERVERS: readonly (readonly [type: string, path: string])[] = [
  ['aws_ecs_service', 'network_configuration.security_groups'],
  ['aws_elb', 'security_groups'],
  ['aws_instance', 'vpc_security_group_ids'],
  ['aws_launch_template', 'network_interfaces.security_groups'],
  ['aws_launch_template', 'vpc_security_group_ids'],
  ['aws_network_interface', 'security_groups'],
  ['aws_spot_instance_request', 'vpc_security_group_ids'],
];

/**
 * The verdict on port 80 of a security group: met where load balancers have it, nothing else does, and every one of
 * them answers on that port with a lasting redirect to HTTPS.
 */
export function redirectsPlainHttp(model: Model, group: Resource): Verdict {
  const servers = SERVERS.flatMap(([type, path]) => companionsOf(model, group, type, path));
  if (servers.length > 0) return violated(`${servers[0].address} has the group, and is no redirect`);
  const balancers = LOAD_BALANCERS.flatMap((type) => companionsOf(model, group, type, 'security_groups'));
  const verdict = worst(balancers.map((balancer) => balancerVerdict(model, balancer)));
  if (verdict) return verdict;
  if (LOAD_BALANCERS.some((type) => hasUndeterminedCompanion(model, type, 'security_groups'))) {
    return undetermined('a load balancer names its security groups by a value that only a plan can tell');
  }
  if (isExported(model, group)) {
    return undetermined('no load balancer here has the group, and an output gives it to others');
  }
  return violated('no load balancer has the group, so nothing redirects to HTTPS');
}

const EXPORTED = new Memo<ReadonlySet<string>>();

/** Whether an output of a root module leads out of what is checked. What cdktf writes for other stacks of an app does not, where they are there. */
function isExported(model: Model, { stack, key }: Resource): boolean {
  const isWhole = model.stacks.length > 1;
  const exported = EXPORTED.of(stack, () => {
    const outputs = [...stack.outputs].filter(([name]) => !(isWhole && name.startsWith('cross-stack-output-')));
    const references = outputs.flatMap(([, output]) => referencesOf(output.get('value')));
    return new Set(references.map((reference) => reference.split('.').slice(0, 2).join('.')));
  });
  return exported.has(key);
}

function referencesOf(value: Value): readonly string[] {
  if (isUnknown(value)) return value.references;
  if (typeof value !== 'object') return [];
  return Object.values(value).flatMap(referencesOf);
}

function balancerVerdict(model: Model, balancer: Resource): Verdict {
  const listeners = listenersOf(model, balancer);
  const plain = listeners.filter((listener) => asNumber(listener.get('port')) === 80);
  const verdict = worst(plain.map(listenerVerdict));
  if (verdict) return verdict;
  const isOpen =
    listeners.some((listener) => isUnknown(listener.get('port'))) ||
    LISTENERS.some((type) => hasUndeterminedCompanion(model, type, 'load_balancer_arn'));
  if (isOpen) return undetermined(`only a plan can tell which listener of ${balancer.address} has port 80`);
  return violated(`${balancer.address} has the group, and no listener on port 80 that redirects`);
}

function listenerVerdict(listener: Resource): Verdict {
  const verdict = redirectVerdict(listener, 'default_action');
  return verdict.outcome === 'met' ? MET : { ...verdict, message: `in ${listener.address}, ${verdict.message}` };
}
