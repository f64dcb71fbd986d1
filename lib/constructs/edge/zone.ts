import { TerraformStack } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { Route53Record } from '@cdktf/provider-aws/lib/route53-record';
import { refuse } from '../core/errors';
import { makeInLast } from '../core/stack-order';
import { stacksIn } from '../core/stack-references';
import { isWithin, plainName } from './domain-name';

/** A hosted zone: one of this library's, or one that is already there. */
export interface IDnsZone extends IConstruct {
  /**
   * The id of the zone.
   *
   * @attribute
   */
  readonly zoneId: string;

  /** The domain that it answers for: `example.com`. */
  readonly zoneName: string;

  /** Whether it answers only within networks. */
  readonly isPrivate: boolean;

  /**
   * Lets a name of the zone point to a resource of AWS: a load balancer, a distribution or an API. The record is in the stack of the zone, or in that of the resource
   * where this one comes after it.
   *
   * @throws ValidationError where the name is outside of the zone.
   */
  addAlias(id: string, options: DnsAliasOptions): void;
}

/** Which name points to which resource. */
export interface DnsAliasOptions {
  /**
   * The name: `www.example.com`.
   *
   * @default - that of the zone
   */
  readonly recordName?: string;

  /** The name under which DNS knows the resource: `loadBalancer.loadBalancerDnsName`. */
  readonly targetDnsName: string;

  /** The zone of that name: `loadBalancer.loadBalancerZoneId`. */
  readonly targetZoneId: string;

  /**
   * Whether the resource has IPv6 addresses too, as a distribution and a load balancer with `dualStack` have.
   *
   * @default false
   */
  readonly ipv6?: boolean;

  /**
   * Whether Route 53 answers with it only while it is healthy. Distributions have no health that Route 53 knows.
   *
   * @default false
   */
  readonly evaluateTargetHealth?: boolean;
}

/**
 * What every zone can do: aliases.
 * @internal
 */
export abstract class DnsZoneBase extends Construct implements IDnsZone {
  public abstract readonly zoneId: string;
  public abstract readonly zoneName: string;
  public abstract readonly isPrivate: boolean;

  public addAlias(id: string, options: DnsAliasOptions): void {
    const { zoneId } = this;
    const name = plainName(options.recordName ?? this.zoneName);
    requireWithin(this, 'recordName', name, this);
    const alias = {
      name: options.targetDnsName,
      zoneId: options.targetZoneId,
      evaluateTargetHealth: options.evaluateTargetHealth ?? false,
    };
    makeInLast([TerraformStack.of(this), ...stacksIn(this, alias)], (home) => {
      const scope = this.scopeIn(home);
      new Route53Record(scope, id, { zoneId, name, type: 'A', alias });
      if (options.ipv6) new Route53Record(scope, `${id}Ipv6`, { zoneId, name, type: 'AAAA', alias });
    });
  }

  /** The zone itself, or in another stack what stands there for it. */
  private scopeIn(home: TerraformStack): Construct {
    if (TerraformStack.of(this) === home) return this;
    const id = `Zone-${this.node.path.replace(/\//g, '-')}`;
    return home.node.tryFindChild(id) ?? new Construct(home, id);
  }
}

/** Refuses a name that is outside of a zone, where both are known. */
export function requireWithin(scope: IConstruct, prop: string, name: string, { zoneName }: IDnsZone): void {
  if (isWithin(name, zoneName)) return;
  refuse(scope, {
    prop,
    must: `must be a name of the zone ${zoneName}`,
    value: name,
    fix: `write '${zoneName}' or 'www.${zoneName}', or another zone`,
  });
}
