import { Model, Resource, describe } from '../../model';
import { Unknown, Value, isTrue, isUnknown } from '../../value';
import { configured } from '../configured';

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
  const found = named(model, listener, arn, LOAD_BALANCERS).map(readLoadBalancer);
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
  return named(model, rule, rule.get('listener_arn'), LISTENERS);
}

/** The listeners of a load balancer. */
export function listenersOf(model: Model, loadBalancer: Resource): Resource[] {
  return LISTENERS.flatMap((type) => [...model.companions(loadBalancer, type, 'load_balancer_arn', ['arn'])]);
}

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

/**
 * What an ARN names, by its text in plans of what is there already, else by reference. A reference does not say which of
 * the instances of a resource it means: those of one `for_each` may differ, so all of them are returned.
 */
function named(model: Model, from: Resource, arn: Value, types: readonly string[]): readonly Resource[] {
  const index = INDEXES.get(model) ?? indexOf(model);
  if (typeof arn === 'string') return index.get(arn) ?? [];
  const found = model.target(from, arn);
  return found?.mode === 'managed' && types.includes(found.type) ? (index.get(instanceKey(found)) ?? []) : [];
}

const INDEXES = new WeakMap<Model, Map<string, Resource[]>>();

/** Load balancers and listeners, by their ARN and by their address without index. */
function indexOf(model: Model): Map<string, Resource[]> {
  const index = new Map<string, Resource[]>();
  for (const type of [...LOAD_BALANCERS, ...LISTENERS]) {
    for (const resource of model.resources(type)) {
      const arn = resource.get('arn');
      for (const key of [instanceKey(resource), ...(typeof arn === 'string' ? [arn] : [])]) {
        const same = index.get(key);
        if (same) same.push(resource);
        else index.set(key, [resource]);
      }
    }
  }
  INDEXES.set(model, index);
  return index;
}

function instanceKey(resource: Resource): string {
  return `${resource.stack.file}#${resource.key}`;
}
