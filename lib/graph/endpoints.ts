import { SUBNETS } from '../aws/ec2/networks';
import { GROUPS } from '../aws/ec2/security-group-rules';
import { canonical, companionsOf } from '../terraform/references';
import { Resource } from '../terraform/stack';
import { Value, isUnknown } from '../terraform/value';
import { compare } from '../terraform/compare';
import { getOr } from './collections';
import { DraftNode } from './draft';
import { Places, text } from './places';
import { ReferenceTracker } from './reference-tracker';
import { Workloads } from './workloads';

/** The VPC endpoints: those that are in one place and have the same security groups are one node. */
export class Endpoints {
  private readonly nodes = new Map<Resource, DraftNode>();

  constructor(
    private readonly references: ReferenceTracker,
    private readonly places: Places,
    private readonly workloads: Workloads
  ) {
    const services = new Map<DraftNode, Set<string>>();
    for (const endpoint of references.model.resources('aws_vpc_endpoint')) {
      const node = this.add(endpoint);
      getOr(services, node, () => new Set()).add(serviceOf(endpoint.get('service_name')) ?? canonical(endpoint).key);
    }
    for (const [node, names] of services) node.details.add([...names].sort(compare).join(', '));
  }

  /** The node that an endpoint is part of. */
  public nodeOf(endpoint: Resource): DraftNode | undefined {
    return this.nodes.get(endpoint);
  }

  private add(endpoint: Resource): DraftNode {
    const subnets = this.references.resources(endpoint, ['subnet_ids', 'subnet_configuration.subnet_id'], SUBNETS);
    const groups = this.references.find(endpoint, ['security_group_ids'], GROUPS);
    for (const association of this.companions(endpoint, 'aws_vpc_endpoint_subnet_association')) {
      subnets.push(...this.references.resources(association, ['subnet_id'], SUBNETS));
    }
    for (const association of this.companions(endpoint, 'aws_vpc_endpoint_security_group_association')) {
      groups.push(...this.references.find(association, ['security_group_id'], GROUPS));
    }
    const kind = text(endpoint, 'vpc_endpoint_type') ?? 'Gateway';
    const members = groups.map((group) => (typeof group === 'string' ? group : group.qualifiedAddress));
    const box = this.places.placeOf(endpoint, subnets);
    const node = box.node('endpoint', [kind, ...members.sort(compare)].join('\0'), `${kind} endpoints`);
    this.workloads.addMember(node, groups);
    this.nodes.set(canonical(endpoint), node);
    return node;
  }

  private companions(endpoint: Resource, type: string): readonly Resource[] {
    return companionsOf(this.references.model, endpoint, type, 'vpc_endpoint_id');
  }
}

/** `ssm` of `com.amazonaws.eu-central-1.ssm`, also where the region is an expression. */
function serviceOf(name: Value): string | undefined {
  const known = isUnknown(name) ? name.text : name;
  if (typeof known !== 'string') return undefined;
  return /^(?:com|aws|eu)\.[\w.]*?(?:[a-z]{2}(?:-[a-z]+)+-\d|\$\{[^}]*\})\.([\w.-]+)$/.exec(known)?.[1];
}
