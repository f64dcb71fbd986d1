import { LISTENERS, LISTENER_RULES, LOAD_BALANCERS, TARGET_GROUPS } from '../aws/elb/load-balancer';
import { Block } from '../terraform/block';
import { Resource } from '../terraform/stack';
import { asNumber, isFalse, isTrue } from '../terraform/value';
import { getOr } from './collections';
import { Draft, DraftNode } from './draft';
import { text } from './places';
import { ReferenceTracker } from './reference-tracker';
import { Workloads } from './workloads';

/** A port on which somebody listens, and how it is shown. */
export interface Service {
  readonly port: number;
  readonly protocol: string;
  readonly label: string;
}

const BALANCERS = [...LOAD_BALANCERS, 'aws_elb'];
const ATTACHMENTS = ['aws_lb_target_group_attachment', 'aws_alb_target_group_attachment'];

/** What load balancers listen to, and where they forward it. */
export class LoadBalancers {
  private readonly listening = new Map<DraftNode, Service[]>();
  private readonly forwarding = new Map<DraftNode, Map<DraftNode, Service[]>>();
  private readonly balancerOf = new Map<Resource, DraftNode>();
  /** Load balancers without security groups: everybody who reaches them is let in. */
  private readonly bare: DraftNode[] = [];

  constructor(
    private readonly references: ReferenceTracker,
    private readonly workloads: Workloads
  ) {
    const { model } = references;
    for (const type of BALANCERS) for (const balancer of model.resources(type)) this.describe(balancer);
    for (const type of LISTENERS) for (const listener of model.resources(type)) this.addListener(listener);
    for (const type of LISTENER_RULES) for (const rule of model.resources(type)) this.addRule(rule);
    this.addTargets();
  }

  /** What a node offers to anyone who reaches it. */
  public servicesOf(node: DraftNode, from?: DraftNode): readonly Service[] {
    const forwarded = from && this.forwarding.get(from)?.get(node);
    return forwarded ?? this.listening.get(node) ?? [];
  }

  /** Draws what no rule of a security group says: who reaches a load balancer that has none, and where it forwards. */
  public drawBare(draft: Draft): void {
    for (const node of this.bare) {
      for (const { label } of this.servicesOf(node)) draft.edge(draft.internet, node, 'flow', label);
      for (const [target, services] of this.forwarding.get(node) ?? []) {
        for (const { label } of services) draft.edge(node, target, 'flow', label);
      }
    }
  }

  private describe(balancer: Resource): void {
    const node = this.workloads.nodeOf(balancer);
    if (!node) return;
    const isInternal = isTrue(balancer.get('internal'));
    const isPublic = isFalse(balancer.get('internal') ?? false);
    if (isInternal) node.details.add('internal');
    if (isPublic) node.details.add('internet-facing');
    const type = balancer.type === 'aws_elb' ? 'classic' : text(balancer, 'load_balancer_type');
    const groups = balancer.get('security_groups');
    const hasNone = groups === undefined || (Array.isArray(groups) && groups.length === 0);
    if (type === 'network' && isPublic && hasNone) this.bare.push(node);
    for (const listener of balancer.type === 'aws_elb' ? balancer.blocks('listener') : []) {
      const port = asNumber(listener.get('lb_port'));
      const protocol = listener.get('lb_protocol');
      if (port === undefined || typeof protocol !== 'string') continue;
      this.listen(node, { port, protocol, label: `${protocol.toUpperCase()} ${port}` });
    }
  }

  private addListener(listener: Resource): void {
    const port = asNumber(listener.get('port'));
    const protocol = text(listener, 'protocol') ?? 'port';
    for (const node of this.balancersAt(listener)) {
      if (port !== undefined) this.listen(node, { port, protocol, label: listenerLabel(listener, protocol, port) });
      for (const action of listener.blocks('default_action')) this.addForward(listener, action, node);
    }
  }

  private addRule(rule: Resource): void {
    for (const listener of this.references.resources(rule, ['listener_arn'], LISTENERS)) {
      for (const node of this.balancersAt(listener)) {
        for (const action of rule.blocks('action')) this.addForward(rule, action, node);
      }
    }
  }

  private balancersAt(listener: Resource): DraftNode[] {
    const balancers = this.references.resources(listener, ['load_balancer_arn'], BALANCERS);
    return balancers.flatMap((balancer) => this.workloads.nodeOf(balancer) ?? []);
  }

  private addForward(from: Resource, action: Block, balancer: DraftNode): void {
    const attributes = ['target_group_arn', 'forward.target_group.arn'];
    for (const group of this.references.resources(from, attributes, TARGET_GROUPS, action)) {
      // AWS lets a target group belong to one load balancer.
      if (!this.balancerOf.has(group)) this.balancerOf.set(group, balancer);
    }
  }

  private addTargets(): void {
    const { model } = this.references;
    const join = (from: Resource, node: DraftNode | undefined, paths: readonly string[]): void => {
      if (!node) return;
      for (const group of this.references.resources(from, paths, TARGET_GROUPS)) this.addTarget(group, node);
    };
    for (const scaling of model.resources('aws_autoscaling_group')) {
      join(scaling, this.workloads.nodeOf(scaling), ['target_group_arns', 'traffic_source.identifier']);
    }
    for (const service of model.resources('aws_ecs_service')) {
      join(service, this.workloads.nodeOf(service), ['load_balancer.target_group_arn']);
    }
    for (const [type, group] of [
      ['aws_autoscaling_attachment', 'lb_target_group_arn'],
      ['aws_autoscaling_traffic_source_attachment', 'traffic_source.identifier'],
    ]) {
      for (const attachment of model.resources(type)) {
        const [target] = this.references.resources(attachment, ['autoscaling_group_name'], ['aws_autoscaling_group']);
        join(attachment, target && this.workloads.nodeOf(target), [group]);
      }
    }
    for (const type of ATTACHMENTS) {
      for (const attachment of model.resources(type)) {
        const types = ['aws_instance', 'aws_lambda_function', ...BALANCERS];
        const [target] = this.references.resources(attachment, ['target_id'], types);
        join(attachment, target && this.workloads.nodeOf(target), ['target_group_arn']);
      }
    }
  }

  private addTarget(group: Resource, target: DraftNode): void {
    const port = asNumber(group.get('port'));
    const protocol = text(group, 'protocol');
    if (port === undefined || protocol === undefined) return;
    const balancer = this.balancerOf.get(group);
    if (!balancer) return;
    const targets = getOr(this.forwarding, balancer, () => new Map<DraftNode, Service[]>());
    getOr(targets, target, () => []).push({ port, protocol, label: `${protocol} ${port}` });
  }

  private listen(node: DraftNode, service: Service): void {
    getOr(this.listening, node, () => []).push(service);
  }
}

/** `HTTPS 443, ELBSecurityPolicy-…` or `HTTP 80 → 301`. */
function listenerLabel(listener: Resource, protocol: string, port: number): string {
  const policy = text(listener, 'ssl_policy');
  const isMutual = text(listener, 'mutual_authentication.mode') === 'verify';
  const actions = listener.blocks('default_action');
  const redirect = actions.find((action) => action.get('type') === 'redirect')?.get('redirect.status_code');
  const fixed = actions.find((action) => action.get('type') === 'fixed-response');
  const answer = redirect ?? (fixed && (fixed.get('fixed_response.status_code') ?? '200'));
  const status = typeof answer === 'string' || typeof answer === 'number' ? String(answer) : undefined;
  return [
    `${protocol} ${port}${status === undefined ? '' : ` → ${status.replace(/^HTTP_/, '')}`}`,
    ...(isMutual ? ['client certificates'] : []),
    ...(policy === undefined ? [] : [policy]),
  ].join(', ');
}
