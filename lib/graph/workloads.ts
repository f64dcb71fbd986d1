import { SUBNETS } from '../aws/ec2/networks';
import { GROUPS } from '../aws/ec2/security-group-rules';
import { canonical, companionsOf } from '../terraform/references';
import { Resource } from '../terraform/stack';
import { asNumber } from '../terraform/value';
import { getOr } from './collections';
import { Draft, DraftNode } from './draft';
import { nameOf } from './names';
import { Places, text } from './places';
import { ReferenceTracker } from './reference-tracker';
import { TEMPLATES, WEARERS, Wearer } from './security-group-members';

/** Up to so many nodes are joined one by one; a group that more wear becomes a node, or the lines between them would multiply. */
const FEW = 5;

/** The nodes that wear security groups, and the groups themselves. */
export class Workloads {
  private readonly nodes = new Map<Resource, DraftNode>();
  private readonly wearers = new Map<Resource | string, Set<DraftNode>>();
  private readonly ends = new Map<Resource | string, readonly DraftNode[]>();
  private readonly count = new Map<DraftNode, number>();

  constructor(
    private readonly draft: Draft,
    private readonly references: ReferenceTracker,
    private readonly places: Places
  ) {
    for (const wearer of WEARERS) {
      for (const resource of references.model.resources(wearer.type)) this.add(wearer, resource);
    }
    for (const [node, count] of this.count) if (count > 1) node.details.add(`× ${count}`);
  }

  /** The node of a resource, where it is drawn. */
  public nodeOf(resource: Resource): DraftNode | undefined {
    return this.nodes.get(canonical(resource));
  }

  /** Lets a node wear the security groups that attributes name. */
  public wear(node: DraftNode, groups: readonly (Resource | string)[]): void {
    for (const group of groups) this.wearersOf(group).add(node);
  }

  /** Between what a rule about a group is drawn: those that wear it, or itself where nobody does or many do. */
  public endsOf(group: Resource | string, seenFrom: Resource): readonly DraftNode[] {
    return getOr(this.ends, group, () => this.findEnds(group, seenFrom));
  }

  private findEnds(group: Resource | string, seenFrom: Resource): readonly DraftNode[] {
    const worn = this.wearersOf(group);
    if (worn.size > 0 && worn.size <= FEW) return [...worn];
    const node =
      typeof group === 'string'
        ? this.draft.outside.node('group', group, group)
        : (this.places.networkOf(group)?.box ?? this.places.account(seenFrom)).node(
            'group',
            group.qualifiedAddress,
            nameOf(group)
          );
    node.details.add('security group');
    for (const wearer of worn) this.draft.edge(wearer, node, 'part');
    return [node];
  }

  private wearersOf(group: Resource | string): Set<DraftNode> {
    return getOr(this.wearers, group, () => new Set<DraftNode>());
  }

  private add(wearer: Wearer, instance: Resource): void {
    if (wearer.within !== undefined && instance.blocks(wearer.within).length === 0) return;
    const resource = canonical(instance);
    const groups = this.references.find(instance, wearer.groups, GROUPS);
    for (const template of this.references.resources(instance, wearer.templates ?? [], [...TEMPLATES.keys()])) {
      groups.push(...this.references.find(template, TEMPLATES.get(template.type)!, GROUPS));
    }
    const known = groups.filter((group): group is Resource => typeof group !== 'string');
    const box = this.places.placeOf(resource, this.subnetsOf(wearer, instance), known);
    const of = wearer.type === 'aws_efs_mount_target' ? fileSystemOf(this.references, resource) : resource;
    const node = box.node(wearer.kind, of.qualifiedAddress, nameOf(of));
    node.details.add(whatOf(wearer, resource));
    const count = asNumber(instance.get('count')) ?? 1;
    if (of === resource) this.count.set(node, (this.count.get(node) ?? 0) + count);
    if (!this.nodes.has(of)) this.nodes.set(of, node);
    this.wear(node, groups);
  }

  private subnetsOf(wearer: Wearer, resource: Resource): Resource[] {
    const subnets = this.references.resources(resource, wearer.subnets, SUBNETS);
    if (wearer.subnetGroup) {
      const [attribute, type] = wearer.subnetGroup;
      for (const group of this.references.resources(resource, [attribute], [type])) {
        subnets.push(...this.references.resources(group, ['subnet_ids'], SUBNETS));
      }
    }
    if (wearer.type === 'aws_ec2_client_vpn_endpoint') {
      const associations = companionsOf(
        this.references.model,
        resource,
        'aws_ec2_client_vpn_network_association',
        'client_vpn_endpoint_id'
      );
      for (const association of associations) {
        subnets.push(...this.references.resources(association, ['subnet_id'], SUBNETS));
      }
    }
    return subnets;
  }
}

/** A file system has a mount target in every zone: they are one node. */
function fileSystemOf(references: ReferenceTracker, target: Resource): Resource {
  return references.resources(target, ['file_system_id'], ['aws_efs_file_system'])[0] ?? target;
}

function whatOf({ kind, type, what }: Wearer, resource: Resource): string {
  if (kind === 'database') return [text(resource, 'engine') ?? [], what].flat().join(' ');
  if (kind !== 'balancer') return what;
  return `${type === 'aws_elb' ? 'classic' : (text(resource, 'load_balancer_type') ?? 'application')} ${what}`;
}
