import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { Route53QueryLog } from '@cdktf/provider-aws/lib/route53-query-log';
import { Route53Zone } from '@cdktf/provider-aws/lib/route53-zone';
import { DataClass, isPersonal } from '../../toms/data-class';
import { GLOBAL_SERVICE_REGION } from '../../toms/regions';
import { refuse } from '../core/errors';
import { openConstruct } from '../core/open';
import { Posture } from '../core/posture';
import { TaggedProps } from '../core/props';
import { requireGlobalLogs } from '../core/region';
import { logDeliveryPolicy } from '../logging/log-delivery-policy';
import { LogType, RetainedLogGroup } from '../logging/retained-log-group';
import { IVpc } from '../network/vpc';
import { requireDomainName } from './domain-name';
import { DNS_ZONE } from './refused';
import { DnsZoneBase, IDnsZone } from './zone';
import { signZone } from './zone-signing';

/** How the names of log groups for queries begin, as Route 53 recommends. */
const QUERY_LOG_PREFIX = '/aws/route53/';

/** Which domain a zone answers for, and to whom. */
export interface DnsZoneProps extends TaggedProps {
  /** The domain: `example.com`. */
  readonly zoneName: string;

  /**
   * The network that it answers in, and nowhere else. Answers within a network are not signed, and the network logs the queries.
   *
   * @default - none: it answers everyone on the internet
   */
  readonly vpc?: IVpc;

  /**
   * How many days the log of queries is kept: at least 365 (TOM 8.4), and a retention that CloudWatch Logs knows.
   *
   * @default 365
   */
  readonly queryLogRetentionDays?: number;
}

/**
 * A hosted zone of Route 53 (TOM 3.2.4, 8.1): signed by DNSSEC with a key of your own, with a log of all queries, and protected from deletion; or for a network only.
 *
 * ```ts
 * const zone = new DnsZone(this, 'Zone', { zoneName: 'example.com' });
 * zone.addAlias('Shop', {
 *   recordName: 'shop.example.com',
 *   targetDnsName: loadBalancer.loadBalancerDnsName,
 *   targetZoneId: loadBalancer.loadBalancerZoneId,
 * });
 * ```
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-configuring-dnssec.html
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/query-logs.html
 */
export class DnsZone extends DnsZoneBase {
  /**
   * A public zone that is already there, by its id and its domain. Nothing about it is checked.
   *
   * @throws ValidationError where the one is no id of a zone, or the other no name of a domain.
   */
  public static fromZoneId(scope: Construct, id: string, zoneId: string, zoneName: string): IDnsZone {
    class ImportedZone extends DnsZoneBase {
      public readonly zoneId = zoneId;
      public readonly zoneName = requireDomainName(this, 'zoneName', zoneName);
      public readonly isPrivate = false;
    }
    const zone = new ImportedZone(scope, id);
    if (!Token.isUnresolved(zoneId) && !/^Z[A-Z0-9]{1,31}$/.test(zoneId)) {
      refuse(zone, {
        prop: 'zoneId',
        must: 'must be the id of a hosted zone',
        value: zoneId,
        fix: "write 'Z0123456789ABCDEFGHIJ'",
      });
    }
    return zone;
  }

  /** The zone itself. */
  public readonly resource: Route53Zone;
  /**
   * The id of the zone.
   *
   * @attribute
   */
  public readonly zoneId: string;
  public readonly zoneName: string;
  public readonly isPrivate: boolean;
  /** The servers that answer for a public zone: the parent zone, or the registrar, names them. */
  public readonly nameServers: string[];
  /** The DS record of a public zone, which the parent zone must hold before resolvers check signatures. */
  public readonly dsRecord?: string;
  /** The KMS key that signs a public zone. */
  public readonly signingKey?: KmsKey;
  /** Where queries to a public zone are logged. */
  public readonly queryLogGroup?: RetainedLogGroup;

  /**
   * @throws ValidationError where the domain is none, signing, logs or protection from deletion are set off, logs are kept for under 365 days, or no posture says why
   * the log of a public zone may lie in us-east-1.
   */
  constructor(scope: Construct, id: string, props: DnsZoneProps) {
    super(scope, id);
    const { vpc } = props;
    this.isPrivate = vpc !== undefined;
    const { posture, tags } = openConstruct(this, props, { refused: DNS_ZONE });
    this.zoneName = requireDomainName(this, 'zoneName', props.zoneName);
    const dataClass = queriesOf(posture);
    if (vpc) this.requireNoQueryLog(props);
    else
      requireGlobalLogs(this, dataClass, {
        prop: 'zoneName',
        must: 'must not be that of a public zone',
        value: this.zoneName,
      });

    this.resource = new Route53Zone(this, 'Resource', {
      name: this.zoneName,
      comment: this.node.path,
      vpc: vpc && [{ vpcId: vpc.vpcId, vpcRegion: vpc.region }],
      tags,
      lifecycle: posture.isEphemeral ? undefined : { preventDestroy: true },
    });
    this.node.defaultChild = this.resource;
    this.zoneId = this.resource.zoneId;
    this.nameServers = this.resource.nameServers;
    if (vpc) return;

    const { key, keySigningKey } = signZone(this, this.resource, props.tags);
    this.signingKey = key;
    this.dsRecord = keySigningKey.dsRecord;
    this.queryLogGroup = new RetainedLogGroup(this, 'QueryLog', {
      logGroupName: `${QUERY_LOG_PREFIX}${this.zoneName}`,
      logType: LogType.SECURITY,
      retentionDays: props.queryLogRetentionDays,
      dataClass,
      region: GLOBAL_SERVICE_REGION,
      tags: props.tags,
    });
    new Route53QueryLog(this, 'QueryLogging', {
      zoneId: this.zoneId,
      cloudwatchLogGroupArn: this.queryLogGroup.logGroupArn,
      dependsOn: [
        logDeliveryPolicy(this, GLOBAL_SERVICE_REGION, {
          id: 'QueryLogDelivery',
          service: 'route53.amazonaws.com',
          logGroups: `${QUERY_LOG_PREFIX}*`,
          sources: ({ partition }) => [`arn:${partition}:route53:::hostedzone/*`],
        }),
      ],
    });
  }

  private requireNoQueryLog({ queryLogRetentionDays }: DnsZoneProps): void {
    if (queryLogRetentionDays === undefined) return;
    refuse(this, {
      prop: 'queryLogRetentionDays',
      must: 'must not be set with vpc: the network logs the queries of a private zone',
      value: queryLogRetentionDays,
      measure: '8.1',
      fix: 'leave it out',
    });
  }
}

/** Queries hold the addresses of resolvers, and parts of those of people who ask. */
function queriesOf({ dataClass }: Posture): DataClass {
  return isPersonal(dataClass) ? dataClass : DataClass.PERSONAL;
}
