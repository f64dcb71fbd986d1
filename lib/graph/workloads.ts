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
import { TEMPLATES, MEMBER_TYPES, MemberType } from './security-group-members';

/** Up to so many nodes are joined one by one; a group with more members becomes a node, or the lines between them would multiply. */
const FEW = 5;

/** The members of security groups, and the groups themselves. */
export class Workloads {
  private readonly nodes = new Map<Resource, DraftNode>();
  private readonly members = new Map<Resource | string, Set<DraftNode>>();
  private readonly ends = new Map<Resource | string, readonly DraftNode[]>();
  private readonly count = new Map<DraftNode, number>();

  constructor(
    private readonly draft: Draft,
    private readonly references: ReferenceTracker,
    private readonly places: Places
  ) {
    for (const member of MEMBER_TYPES) {
      for (const resource of references.model.resources(member.type)) this.add(member, resource);
    }
    for (const [node, count] of this.count) if (count > 1) node.details.add(`× ${count}`);
  }

  /** The node of a resource, where it is drawn. */
  public nodeOf(resource: Resource): DraftNode | undefined {
    return this.nodes.get(canonical(resource));
  }

  /** Makes a node a member of security groups. */
  public addMember(node: DraftNode, groups: readonly (Resource | string)[]): void {
    for (const group of groups) this.membersOf(group).add(node);
  }

  /** Between what a rule about a group is drawn: its members, or itself where it has none or many. */
  public endsOf(group: Resource | string, seenFrom: Resource): readonly DraftNode[] {
    return getOr(this.ends, group, () => this.findEnds(group, seenFrom));
  }

  private findEnds(group: Resource | string, seenFrom: Resource): readonly DraftNode[] {
    const members = this.membersOf(group);
    if (members.size > 0 && members.size <= FEW) return [...members];
    const node =
      typeof group === 'string'
        ? this.draft.outside.node('group', group, group)
        : (this.places.networkOf(group)?.box ?? this.places.account(seenFrom)).node(
            'group',
            group.qualifiedAddress,
            nameOf(group)
          );
    node.details.add('security group');
    for (const member of members) this.draft.edge(member, node, 'part');
    return [node];
  }

  private membersOf(group: Resource | string): Set<DraftNode> {
    return getOr(this.members, group, () => new Set<DraftNode>());
  }

  private add(member: MemberType, instance: Resource): void {
    if (member.within !== undefined && instance.blocks(member.within).length === 0) return;
    const resource = canonical(instance);
    const groups = this.references.find(instance, member.groups, GROUPS);
    for (const template of this.references.resources(instance, member.templates ?? [], [...TEMPLATES.keys()])) {
      groups.push(...this.references.find(template, TEMPLATES.get(template.type)!, GROUPS));
    }
    const known = groups.filter((group): group is Resource => typeof group !== 'string');
    const box = this.places.placeOf(resource, this.subnetsOf(member, instance), known);
    const of = member.type === 'aws_efs_mount_target' ? fileSystemOf(this.references, resource) : resource;
    const node = box.node(member.kind, of.qualifiedAddress, nameOf(of));
    node.details.add(whatOf(member, resource));
    const count = asNumber(instance.get('count')) ?? 1;
    if (of === resource) this.count.set(node, (this.count.get(node) ?? 0) + count);
    if (!this.nodes.has(of)) this.nodes.set(of, node);
    this.addMember(node, groups);
  }

  private subnetsOf(member: MemberType, resource: Resource): Resource[] {
    const subnets = this.references.resources(resource, member.subnets, SUBNETS);
    if (member.subnetGroup) {
      const [attribute, type] = member.subnetGroup;
      for (const group of this.references.resources(resource, [attribute], [type])) {
        subnets.push(...this.references.resources(group, ['subnet_ids'], SUBNETS));
      }
    }
    if (member.type === 'aws_ec2_client_vpn_endpoint') {
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

function whatOf({ kind, type, what }: MemberType, resource: Resource): string {
  if (kind === 'database') return [text(resource, 'engine') ?? [], what].flat().join(' ');
  if (kind !== 'balancer') return what;
  return `${type === 'aws_elb' ? 'classic' : (text(resource, 'load_balancer_type') ?? 'application')} ${what}`;
}
