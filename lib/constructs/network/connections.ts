import { ITerraformDependable, TerraformResource, TerraformStack, Token } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { VpcSecurityGroupEgressRule } from '@cdktf/provider-aws/lib/vpc-security-group-egress-rule';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import { areEverybody } from '../../aws/ip-ranges';
import { Refusal, refuse } from '../core/errors';
import { makeInLater } from '../core/stack-order';
import { rememberFlow } from './flows';
import { Port } from './port';

const MEASURE = '3.3.4';

/** What can be reached, or reaches out: everything that has a security group, and ranges of addresses. */
export interface IConnectable {
  /** What may connect to it, and what it may connect to. */
  readonly connections: Connections;
}

/** A network, as far as connections within it ask. */
interface Network extends IConstruct {
  readonly vpcId: string;
  readonly region?: string;
}

/** A security group, as far as connections ask. */
export interface ConnectedGroup extends IConstruct {
  readonly securityGroupId: string;
  readonly vpc?: Network;
}

/** Addresses: what Terraform names them by, of which one is set. */
interface Addresses {
  readonly cidrIpv4?: string;
  readonly cidrIpv6?: string;
  readonly prefixListId?: string;
}

/** Addresses, and what to call them. */
export interface AddressRange extends Addresses {
  readonly name: string;
}

/**
 * What may connect to something, and what it may connect to (TOM 3.3.4, 9.3). Each call writes described rules as resources of their own.
 * Security groups remember who began: answers need no rule.
 *
 * ```ts
 * loadBalancer.connections.allowTo(application, Port.tcp(8443));
 * ```
 */
export class Connections {
  /** @internal */
  public static _ofGroup(group: ConnectedGroup): Connections {
    return new Connections(group, undefined);
  }

  /**
   * Those of what nobody may begin connections to.
   *
   * @internal
   */
  public static _outwardOf(group: ConnectedGroup, inward: Refusal): Connections {
    return new Connections(group, undefined, inward);
  }

  /** @internal */
  public static _ofRange(range: AddressRange): Connections {
    return new Connections(undefined, range);
  }

  /** @internal */
  public readonly _group?: ConnectedGroup;
  /** @internal */
  public readonly _range?: AddressRange;
  /** @internal */
  public readonly _inward?: Refusal;

  private constructor(group: ConnectedGroup | undefined, range: AddressRange | undefined, inward?: Refusal) {
    this._group = group;
    this._range = range;
    this._inward = inward;
  }

  /**
   * Lets this begin connections to a peer: a rule that lets them out here, and one that lets them in there.
   *
   * @param peer what may be reached
   * @param port where
   * @param description what for, up to 255 of the characters that EC2 takes
   * @throws ValidationError where the peer belongs to another network, is this very group, or reaches this one already; and where addresses are everybody's.
   */
  public allowTo(peer: IConnectable, port: Port, description?: string): void {
    connect(this, peer.connections, port, description);
  }

  /**
   * Lets a peer begin connections to this: the same as the peer's `allowTo` with this as its peer.
   *
   * @param peer what may reach this
   * @param port where
   * @param description what for, up to 255 of the characters that EC2 takes
   * @throws ValidationError as `allowTo`, and where addresses that are no security group would reach a port of administrators.
   */
  public allowFrom(peer: IConnectable, port: Port, description?: string): void {
    connect(peer.connections, this, port, description);
  }

  /**
   * Lets the members of this security group begin connections to each other, as the members of a cluster do.
   *
   * @param port where
   * @param description what for, up to 255 of the characters that EC2 takes
   */
  public allowInternally(port: Port, description?: string): void {
    const group = this._group;
    if (!group) {
      const fix = 'call it on what has a security group';
      refuse(undefined, { prop: 'allowInternally', must: 'must be called on a security group', measure: MEASURE, fix });
    }
    if (this._inward) refuse(group, this._inward);
    const members = { referencedSecurityGroupId: group.securityGroupId };
    const said = describe(group, description, `${port.name} among themselves`);
    ingress(group, group, members, `From-itself-${port.name}`, port, said);
    egress(group, group, members, `To-itself-${port.name}`, port, said);
  }
}

/** Opens a port to the internet, for what is public on purpose: the listeners of an internet-facing load balancer. */
export function allowFromInternet(group: ConnectedGroup, port: Port, description: string, withIpv6: boolean): void {
  ingress(group, group, { cidrIpv4: '0.0.0.0/0' }, `From-Internet-${port.name}`, port, description);
  if (withIpv6) ingress(group, group, { cidrIpv6: '::/0' }, `From-InternetIpv6-${port.name}`, port, description);
}

function connect(from: Connections, to: Connections, port: Port, description: string | undefined): void {
  if (to._inward) refuse(to._group, to._inward);
  if (from._group && to._group) connectGroups(from._group, to._group, port, description);
  else if (to._group && from._range) letIn(to._group, from._range, port, description);
  else if (from._group && to._range) letOut(from._group, to._range, port, description);
  else {
    refuse(undefined, {
      prop: 'peer',
      must: 'must have a security group where the other side is a range of addresses',
      measure: MEASURE,
      fix: 'call allowTo or allowFrom on what has a security group',
    });
  }
}

function connectGroups(from: ConnectedGroup, to: ConnectedGroup, port: Port, description: string | undefined): void {
  if (from === to) {
    refuse(from, {
      prop: 'peer',
      must: 'must be another security group',
      value: from.node.path,
      measure: MEASURE,
      fix: 'call connections.allowInternally(port) for members that talk to each other',
    });
  }
  if (from.vpc && to.vpc && !isSame(from.vpc, to.vpc)) {
    refuse(from, {
      prop: 'peer',
      must: `must belong to the network ${from.vpc.node.path}`,
      value: `${to.node.path} in ${to.vpc.node.path}`,
      measure: MEASURE,
      fix: 'make both in one network, or let networks meet at a private endpoint or a load balancer',
    });
  }
  const out = describe(from, description, `${port.name} to ${to.node.path}`);
  const into = describe(to, description, `${port.name} from ${from.node.path}`);
  rememberFlow(from, to);
  const outward = { referencedSecurityGroupId: to.securityGroupId };
  const inward = { referencedSecurityGroupId: from.securityGroupId };
  makeInLater(from, to, (home) => {
    egress(from, scopeOf(from, home), outward, `To-${to.node.path}-${port.name}`, port, out);
    ingress(to, scopeOf(to, home), inward, `From-${from.node.path}-${port.name}`, port, into);
  });
}

function letIn(group: ConnectedGroup, range: AddressRange, port: Port, description: string | undefined): void {
  const { name, ...addresses } = range;
  if (isEverybody(range)) {
    refuse(group, {
      prop: 'peer',
      must: 'must not be everybody',
      value: range.cidrIpv4 ?? range.cidrIpv6,
      measure: MEASURE,
      fix: 'name a security group or a narrower range; what is public on purpose is an HttpsLoadBalancer with internetFacing: true',
    });
  }
  if (port.isAdministrative) {
    refuse(group, {
      prop: 'port',
      must: 'must not be one by which administrators connect, where addresses are let in',
      value: port.name,
      measure: '6.4',
      fix: 'use a BastionHost, whose Session Manager needs no inbound rule, or name a security group as the peer',
    });
  }
  const said = describe(group, description, `${port.name} from ${name}`);
  ingress(group, group, addresses, `From-${name}-${port.name}`, port, said);
}

function letOut(group: ConnectedGroup, range: AddressRange, port: Port, description: string | undefined): void {
  const { name, ...addresses } = range;
  if (isEverybody(range) && port.name !== Port.HTTPS.name) {
    refuse(group, {
      prop: 'peer',
      must: `must not be everybody on ${port.name}`,
      value: range.cidrIpv4 ?? range.cidrIpv6,
      measure: MEASURE,
      fix: 'name what is reached, or write Port.HTTPS: everybody may be reached only on TCP 443',
    });
  }
  egress(
    group,
    group,
    addresses,
    `To-${name}-${port.name}`,
    port,
    describe(group, description, `${port.name} to ${name}`)
  );
}

interface Target extends Addresses {
  readonly referencedSecurityGroupId?: string;
}

/** Writes a rule, once: the same connection may be asked for twice. */
function ingress(group: ConnectedGroup, scope: Construct, from: Target, id: string, port: Port, said: string): void {
  const ruleId = withoutSlashes(id);
  if (scope.node.tryFindChild(ruleId)) return;
  new VpcSecurityGroupIngressRule(scope, ruleId, { ...ruleOf(group, port, said), ...from });
}

function egress(group: ConnectedGroup, scope: Construct, to: Target, id: string, port: Port, said: string): void {
  const ruleId = withoutSlashes(id);
  if (scope.node.tryFindChild(ruleId)) return;
  new VpcSecurityGroupEgressRule(scope, ruleId, { ...ruleOf(group, port, said), ...to });
}

/** The rules by which a group connects to others, and those that let it into one of them, as far as they are in its stack by now. */
export function rulesBetween(from: ConnectedGroup, to: IConnectable): ITerraformDependable[] {
  const out = from.node.children.filter((child) => child instanceof VpcSecurityGroupEgressRule);
  const into = (to.connections._group?.node.children ?? []).filter(
    (child) =>
      child instanceof VpcSecurityGroupIngressRule && child.referencedSecurityGroupIdInput === from.securityGroupId
  );
  return [...out, ...into].filter(
    (rule): rule is TerraformResource => TerraformStack.of(rule) === TerraformStack.of(from)
  );
}

interface RuleProps {
  readonly securityGroupId: string;
  readonly ipProtocol: string;
  readonly fromPort: number;
  readonly toPort: number;
  readonly description: string;
  readonly region?: string;
}

function ruleOf(group: ConnectedGroup, port: Port, description: string): RuleProps {
  const { protocol: ipProtocol, fromPort, toPort } = port;
  const region = group.vpc?.region;
  return { securityGroupId: group.securityGroupId, ipProtocol, fromPort, toPort, description, region };
}

/** Below the group itself, or in another stack below what stands there for it. */
function scopeOf(group: ConnectedGroup, home: TerraformStack): Construct {
  if (TerraformStack.of(group) === home) return group;
  const id = `SecurityGroup-${withoutSlashes(group.node.path)}`;
  return home.node.tryFindChild(id) ?? new Construct(home, id);
}

function isSame(a: Network, b: Network): boolean {
  return a === b || (!Token.isUnresolved(a.vpcId) && a.vpcId === b.vpcId);
}

function isEverybody({ cidrIpv4, cidrIpv6 }: AddressRange): boolean {
  return areEverybody([cidrIpv4, cidrIpv6].flatMap((cidr) => (Token.isUnresolved(cidr) ? [] : (cidr ?? []))));
}

function withoutSlashes(id: string): string {
  return id.replace(/[/ ]/g, '-');
}

const OTHER_CHARACTERS = /[^a-zA-Z0-9 ._\-:/()#,@[\]+=&;{}!$*]/g;
const MAX_CHARACTERS = 255;

/** What is said of a rule. Refuses what EC2 does not take; what is made of paths is made to fit. */
export function describe(group: ConnectedGroup, given: string | undefined, made: string): string {
  if (given === undefined) return made.replace(OTHER_CHARACTERS, '-').slice(0, MAX_CHARACTERS);
  const ok = given.trim() !== '' && given.length <= MAX_CHARACTERS && given.replace(OTHER_CHARACTERS, '') === given;
  if (!ok) {
    refuse(group, {
      prop: 'description',
      must: `must be 1 to ${MAX_CHARACTERS} letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*`,
      value: given,
      measure: MEASURE,
      fix: "write what the connection is for, such as 'orders to their database'",
    });
  }
  return given;
}
