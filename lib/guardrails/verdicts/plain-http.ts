import { Model } from '../../terraform/model';
import { companionsOf, hasUndeterminedCompanion } from '../../terraform/references';
import { Resource } from '../../terraform/stack';
import { asNumber, isUnknown, describe } from '../../terraform/value';
import { MET, Verdict, undetermined, violated } from '../rule';
import { worst } from './checks';

const LOAD_BALANCERS = ['aws_lb', 'aws_alb'];
const LISTENERS = ['aws_lb_listener', 'aws_alb_listener'];

/** What else wears a security group, and answers on port 80 by itself: nobody sees here what it says. */
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
 * The verdict on port 80 of a security group: met where load balancers wear it, nothing else does, and every one of
 * them answers on that port with a lasting redirect to HTTPS.
 */
export function redirectsPlainHttp(model: Model, group: Resource): Verdict {
  const servers = SERVERS.flatMap(([type, path]) => companionsOf(model, group, type, path));
  if (servers.length > 0) return violated(`${servers[0].address} wears the group, and is no redirect`);
  const wearers = LOAD_BALANCERS.flatMap((type) => companionsOf(model, group, type, 'security_groups'));
  const verdict = worst(wearers.map((wearer) => redirectVerdict(model, wearer)));
  if (verdict) return verdict;
  if (LOAD_BALANCERS.some((type) => hasUndeterminedCompanion(model, type, 'security_groups'))) {
    return undetermined('a load balancer names its security groups by a value that only a plan can tell');
  }
  return violated('no load balancer wears the group, so nothing redirects to HTTPS');
}

function redirectVerdict(model: Model, balancer: Resource): Verdict {
  const listeners = LISTENERS.flatMap((type) => companionsOf(model, balancer, type, 'load_balancer_arn'));
  const plain = listeners.filter((listener) => asNumber(listener.get('port')) === 80);
  const verdict = worst(plain.map(listenerVerdict));
  if (verdict) return verdict;
  const isOpen =
    listeners.some((listener) => isUnknown(listener.get('port'))) ||
    LISTENERS.some((type) => hasUndeterminedCompanion(model, type, 'load_balancer_arn'));
  if (isOpen) return undetermined(`only a plan can tell which listener of ${balancer.address} has port 80`);
  return violated(`${balancer.address} wears the group, and has no listener on port 80 that redirects`);
}

function listenerVerdict(listener: Resource): Verdict {
  const actions = listener.blocks('default_action');
  for (const action of actions) {
    const values = ['type', 'redirect.protocol', 'redirect.status_code'].map((name) => action.get(name));
    const open = values.find(isUnknown);
    if (open) return undetermined(`what ${listener.address} does is ${describe(open)}, which only a plan can tell`);
    const [type, protocol, status] = values;
    if (type !== 'redirect') return violated(`the default action of ${listener.address} is ${describe(type)}`);
    if (protocol !== 'HTTPS') return violated(`${listener.address} redirects to the protocol ${describe(protocol)}`);
    if (status !== 'HTTP_301') return violated(`${listener.address} redirects with ${describe(status)}`);
  }
  return actions.length > 0 ? MET : undetermined(`only a plan can tell what ${listener.address} does`);
}
