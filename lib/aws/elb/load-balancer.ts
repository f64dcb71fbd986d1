import { configured } from '../../terraform/configured';
import { Model } from '../../terraform/model';
import { companionsOf, targetsOf } from '../../terraform/references';
import { Resource } from '../../terraform/stack';
import { Unknown, Value, isTrue, isUnknown, describe } from '../../terraform/value';

/** The provider has every one of these types under two names, which mean the same. */
export const LOAD_BALANCERS: readonly string[] = ['aws_lb', 'aws_alb'];
export const LISTENERS: readonly string[] = ['aws_lb_listener', 'aws_alb_listener'];
export const LISTENER_RULES: readonly string[] = ['aws_lb_listener_rule', 'aws_alb_listener_rule'];
export const TARGET_GROUPS: readonly string[] = ['aws_lb_target_group', 'aws_alb_target_group'];

/** What a load balancer is. `open` where only a plan can tell. */
export type Kind = 'application' | 'network' | 'gateway' | 'open';

/** As much as can be told of a load balancer. */
export interface LoadBalancer {
  readonly kind: Kind;
  /** Whether it has no address on the internet. */
  readonly isInternal: boolean | 'open';
}

const KINDS_IN_ARNS: { readonly [part: string]: Kind } = { app: 'application', net: 'network', gwy: 'gateway' };

/** What a load balancer of the configuration is. */
export function readLoadBalancer(resource: Resource): LoadBalancer {
  const type = configured(resource, 'load_balancer_type') ?? 'application';
  const internal = configured(resource, 'internal');
  return {
    kind: type === 'application' || type === 'network' || type === 'gateway' ? type : 'open',
    isInternal: isUnknown(internal) ? 'open' : isTrue(internal),
  };
}

/** What a listener listens on, also where an ARN is all that the configuration shows of it. */
export function loadBalancerOf(model: Model, listener: Resource): LoadBalancer {
  const arn = listener.get('load_balancer_arn');
  const found = targetsOf(model, listener, arn, LOAD_BALANCERS, ['arn']).map(readLoadBalancer);
  if (found.length > 0) {
    return {
      kind: agreed(found.map(({ kind }) => kind)) ?? 'open',
      isInternal: agreed(found.map(({ isInternal }) => isInternal)) ?? 'open',
    };
  }
  const part = /:loadbalancer\/(app|net|gwy)\//.exec(describe(arn))?.[1];
  return { kind: part === undefined ? 'open' : KINDS_IN_ARNS[part], isInternal: 'open' };
}

/** The listener that a listener rule belongs to, where it is part of the configuration: several where only a plan can tell which. */
export function listenersNamedBy(model: Model, rule: Resource): readonly Resource[] {
  return targetsOf(model, rule, rule.get('listener_arn'), LISTENERS, ['arn']);
}

/** The listeners of a load balancer. */
export function listenersOf(model: Model, loadBalancer: Resource): Resource[] {
  return LISTENERS.flatMap((type) => [...companionsOf(model, loadBalancer, type, 'load_balancer_arn')]);
}

/** Whether all that a listener forwards to is an Application Load Balancer behind it, whose own listeners are part of the configuration. */
export function leadsToLoadBalancer(model: Model, listener: Resource): boolean | 'open' {
  const named = FORWARDS.flatMap((path) => listener.valuesAt(path));
  const groups = named.map((value) => targetsOf(model, listener, value, TARGET_GROUPS, ['arn']));
  const types = groups.flat().map((group) => configured(group, 'target_type'));
  if (types.length === 0 || types.some((type) => type !== 'alb' && !isUnknown(type))) return false;
  if (groups.some((found) => found.length === 0) || types.some(isUnknown)) return 'open';
  const attached = groups
    .flat()
    .map((group) => ATTACHMENTS.flatMap((type) => [...companionsOf(model, group, type, 'target_group_arn')]));
  const isKnown = ([first, ...more]: readonly Resource[]): boolean =>
    first !== undefined &&
    [first, ...more].every((one) => targetsOf(model, one, one.get('target_id'), LOAD_BALANCERS, ['arn']).length > 0);
  return attached.every(isKnown) || 'open';
}

/** The listeners that forward to a target group. */
export function listenersBefore(model: Model, group: Resource): Resource[] {
  return LISTENERS.flatMap((type) => FORWARDS.flatMap((path) => [...companionsOf(model, group, type, path, ['arn'])]));
}

const FORWARDS = ['default_action.target_group_arn', 'default_action.forward.target_group.arn'];
const ATTACHMENTS = ['aws_lb_target_group_attachment', 'aws_alb_target_group_attachment'];

/** The protocol of a listener in capitals, `undefined` where it has none: gateways take every packet. */
export function protocolOf(model: Model, listener: Resource): Value {
  const protocol = configured(listener, 'protocol');
  if (typeof protocol === 'string') return protocol.toUpperCase();
  if (protocol !== undefined) return protocol;
  const { kind } = loadBalancerOf(model, listener);
  if (kind === 'open') return new Unknown('left to the type of a load balancer that is not part of the configuration');
  return kind === 'application' ? 'HTTP' : undefined;
}

/** What all of several values are, or `undefined` where they differ. */
function agreed<T>(values: readonly T[]): T | undefined {
  return values.every((value) => value === values[0]) ? values[0] : undefined;
}
