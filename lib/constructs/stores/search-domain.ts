import { Construct } from 'constructs';
import { OpensearchDomain } from '@cdktf/provider-aws/lib/opensearch-domain';
import { accountOf } from '../core/account';
import { shortName } from '../core/names';
import { policyText } from '../core/policy';
import { tags } from '../core/tags';
import { IKey } from '../encryption/key';
import { openStore } from '../encryption/store';
import { LogType, RetainedLogGroup } from '../logging/retained-log-group';
import { Connections } from '../network/connections';
import { SecurityGroup } from '../network/security-group';
import { dataSubnetsByZone } from './data-subnets';
import { logDays } from './log-days';
import { ISearchDomain, ImportedSearchDomain, SearchDomainAttributes, SearchDomainBase } from './search';
import { SearchDomainProps } from './search-domain-props';
import { refuseLoosening, requireForms, requireName, zonesOf } from './search-domain-refusals';
import { SearchLogDelivery, searchLogPlace } from './search-log-delivery';

const MEASURES = ['1.1.1', '1.1.2', '1.2.1', '3.1.1', '3.3.1', '8.1'];

/** TLS 1.2 with suites that have forward secrecy, and TLS 1.3. The newer one, for FIPS, is there in some regions alone. */
const TLS_POLICY = 'Policy-Min-TLS-1-2-PFS-2023-10';

/** What it publishes, and where: who searched what is kept as a security log. */
const LOGS = [
  { id: 'AuditLogs', name: 'audit', type: 'AUDIT_LOGS', logType: LogType.SECURITY },
  { id: 'SearchSlowLogs', name: 'search-slow', type: 'SEARCH_SLOW_LOGS', logType: LogType.APPLICATION },
  { id: 'IndexSlowLogs', name: 'index-slow', type: 'INDEX_SLOW_LOGS', logType: LogType.APPLICATION },
  { id: 'EngineLogs', name: 'engine', type: 'ES_APPLICATION_LOGS', logType: LogType.APPLICATION },
];

/** The longest name that OpenSearch Service takes. */
const MAX_CHARACTERS = 28;

/**
 * A search domain (TOM 1.1.1, 1.1.2, 1.2.1, 3.1.1, 3.3.1, 8.1): OpenSearch, reached over HTTPS and from the network alone, by roles alone, encrypted under a
 * key of your own and between its nodes, over the zones of the network, with logs of who searched what.
 *
 * ```ts
 * const products = new SearchDomain(this, 'Products', { vpc, masterUserArn: role.arn });
 * application.connections.allowTo(products, products.port);
 * products.grantRead(role);
 * ```
 *
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html
 */
export class SearchDomain extends SearchDomainBase {
  /** A search domain that is already there. Nothing about it is checked. */
  public static fromDomainAttributes(scope: Construct, id: string, attributes: SearchDomainAttributes): ISearchDomain {
    return new ImportedSearchDomain(scope, id, attributes);
  }

  /** The domain itself. */
  public readonly resource: OpensearchDomain;
  /**
   * The ARN of the domain.
   *
   * @attribute
   */
  public readonly domainArn: string;
  /**
   * The name by which clients reach it, over HTTPS.
   *
   * @attribute
   */
  public readonly domainEndpoint: string;
  public readonly connections: Connections;
  /** Its security group. */
  public readonly securityGroup: SecurityGroup;
  /** Where its logs go: of who searched what, of slow searches, of slow writes, and of the engine. */
  public readonly logGroups: RetainedLogGroup[];
  /** The key that encrypts it. */
  public readonly encryptionKey: IKey;

  /**
   * @throws ValidationError where the master user is no role, the version has no fine-grained access control, the instances cannot encrypt, the nodes do
   * not fit the zones, the network has data subnets in one zone alone, the key is of another region, or HTTPS, encryption, roles, logs or privacy are given
   * up; and on what OpenSearch Service does not take.
   */
  constructor(scope: Construct, id: string, props: SearchDomainProps) {
    super(scope, id);
    refuseLoosening(this, props);
    const opening = { measures: MEASURES, region: props.vpc.region };
    const { posture, dataClass, key, region } = openStore(this, props, opening);
    const { isEphemeral } = posture;
    requireForms(this, props);
    const { vpc } = props;
    const subnetIds = dataSubnetsByZone(this, vpc, 'domain');
    const nodes = props.nodes ?? (isEphemeral ? 1 : Math.min(subnetIds.length, 3));
    const zones = zonesOf(this, nodes, subnetIds.length, isEphemeral);
    const domainName = props.domainName ?? shortName(this, posture, MAX_CHARACTERS);
    requireName(this, domainName);

    this.encryptionKey = key;
    this.securityGroup = new SecurityGroup(this, 'SecurityGroup', { vpc, dataClass, tags: props.tags });
    this.connections = this.securityGroup.connections;
    this.logGroups = LOGS.map(({ id: logs, name, logType }) => {
      const place = { logGroupName: `${searchLogPlace(domainName)}/${name}`, region };
      const retentionDays = logType === LogType.SECURITY ? undefined : logDays(posture);
      return new RetainedLogGroup(this, logs, { ...place, logType, retentionDays, dataClass, tags: props.tags });
    });
    const measures = MEASURES.filter((measure) => zones > 1 || measure !== '3.3.1');
    const account = accountOf(this);
    // The policies are there before the domain is, so its ARN is put together.
    const arn = `arn:${account.partition}:es:${region ?? account.region}:${account.id}:domain/${domainName}`;
    const delivery = SearchLogDelivery.of(this, region);
    delivery.allow(domainName, arn);
    this.resource = new OpensearchDomain(this, 'Resource', {
      domainName,
      engineVersion: props.engineVersion ?? 'OpenSearch_3.1',
      clusterConfig: {
        instanceType: props.instanceType ?? (isEphemeral ? 't3.small.search' : 'r6g.large.search'),
        instanceCount: nodes,
        zoneAwarenessEnabled: zones > 1,
        zoneAwarenessConfig: zones > 1 ? { availabilityZoneCount: zones } : undefined,
        dedicatedMasterEnabled: !isEphemeral,
        dedicatedMasterCount: isEphemeral ? undefined : 3,
        dedicatedMasterType: isEphemeral ? undefined : (props.masterInstanceType ?? 'm6g.large.search'),
      },
      ebsOptions: { ebsEnabled: true, volumeType: 'gp3', volumeSize: props.storageGiB ?? 20 },
      vpcOptions: { subnetIds: subnetIds.slice(0, zones), securityGroupIds: [this.securityGroup.securityGroupId] },
      domainEndpointOptions: { enforceHttps: true, tlsSecurityPolicy: TLS_POLICY },
      nodeToNodeEncryption: { enabled: true },
      encryptAtRest: { enabled: true, kmsKeyId: this.encryptionKey.keyArn },
      advancedSecurityOptions: {
        enabled: true,
        internalUserDatabaseEnabled: false,
        masterUserOptions: { masterUserArn: props.masterUserArn },
      },
      // Roles of this account come by policies of their own; those of others cannot, since nothing here lets them.
      accessPolicies: policyText([
        {
          sid: 'MasterUser',
          principals: { AWS: [props.masterUserArn] },
          actions: ['es:ESHttp*'],
          resources: [`${arn}/*`],
        },
      ]),
      logPublishingOptions: LOGS.map(({ type }, at) => {
        return { logType: type, cloudwatchLogGroupArn: this.logGroups[at].logGroupArn };
      }),
      softwareUpdateOptions: { autoSoftwareUpdateEnabled: true },
      offPeakWindowOptions: offPeakWindow(props.offPeakStart),
      dependsOn: [delivery.resource],
      region,
      tags: tags(posture, dataClass, measures, props.tags),
      lifecycle: isEphemeral ? undefined : { preventDestroy: true },
    });
    this.node.defaultChild = this.resource;
    this.domainArn = this.resource.arn;
    this.domainEndpoint = this.resource.endpoint;
  }
}

function offPeakWindow(start: string | undefined) {
  if (start === undefined) return { enabled: true };
  const [hours, minutes] = start.split(':').map(Number);
  return { enabled: true, offPeakWindow: { windowStartTime: { hours, minutes } } };
}
