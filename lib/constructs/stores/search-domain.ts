import { Construct } from 'constructs';
import { OpensearchDomain } from '@cdktf/provider-aws/lib/opensearch-domain';
import { TerraformStack, Token } from 'cdktf';
import { accountOf } from '../core/account';
import { refuse } from '../core/errors';
import { claimName, shortName } from '../core/names';
import { policyText } from '../core/policy';
import { requireWholeNumber } from '../core/require';
import { tags } from '../core/tags';
import { IKey } from '../encryption/key';
import { StoreProps, openStore } from '../encryption/store';
import { LogType, RetainedLogGroup } from '../logging/retained-log-group';
import { Connections } from '../network/connections';
import { SecurityGroup } from '../network/security-group';
import { IVpc } from '../network/vpc';
import { instanceTypeIn } from '../network/vpc-encryption';
import { dataSubnetsByZone } from './data-subnets';
import { logDays } from './log-days';
import { SEARCH_DOMAIN } from './refused';
import { ISearchDomain, ImportedSearchDomain, SearchDomainAttributes, SearchDomainBase } from './search';
import { SearchLogDelivery, searchLogPlace } from './search-log-delivery';
import { Form, requireForm } from './text-formats';

/** TLS 1.2 with suites that have forward secrecy, and TLS 1.3. The newer one, for FIPS, exists only in some regions. */
const TLS_POLICY = 'Policy-Min-TLS-1-2-PFS-2023-10';

/** What it publishes, and where: who searched what is kept as a security log. */
const LOGS = [
  { id: 'AuditLogs', name: 'audit', type: 'AUDIT_LOGS', logType: LogType.SECURITY },
  { id: 'SearchSlowLogs', name: 'search-slow', type: 'SEARCH_SLOW_LOGS', logType: LogType.APPLICATION },
  { id: 'IndexSlowLogs', name: 'index-slow', type: 'INDEX_SLOW_LOGS', logType: LogType.APPLICATION },
  { id: 'EngineLogs', name: 'engine', type: 'ES_APPLICATION_LOGS', logType: LogType.APPLICATION },
];

const NODES = { usual: 'r6g.large.search', encrypting: 'r7g.large.search' };
const SMALL_NODES = { usual: 't3.small.search', encrypting: 'm7g.medium.search' };
const LEADERS = { usual: 'm6g.large.search', encrypting: 'm7g.large.search' };

/** The longest name that OpenSearch Service takes. */
const MAX_CHARACTERS = 28;

/** Who administrates a search domain, what it runs, and how large it is. */
export interface SearchDomainProps extends StoreProps {
  /** The network. The domain stands in its data subnets, of which there must be some in two zones. */
  readonly vpc: IVpc;

  /** The ARN of the role that administrates the domain from within: it says which roles may do what with which indices. */
  readonly masterUserArn: string;

  /**
   * The version: OpenSearch, or Elasticsearch from 6.7 on, which is the first with fine-grained access control.
   *
   * @default 'OpenSearch_3.1'
   */
  readonly engineVersion?: string;

  /**
   * The type of the nodes that hold the data, one that keeps it on EBS volumes.
   *
   * @default - `r6g.large.search`, or `t3.small.search` in an ephemeral environment; where the network enforces encryption `r7g.large.search` or `m7g.medium.search`
   */
  readonly instanceType?: string;

  /**
   * How many nodes hold the data: a multiple of 2 or 3, over as many zones of the data subnets, or 1 in an ephemeral environment.
   *
   * @default - one a zone in up to three zones, or 1 in an ephemeral environment
   */
  readonly nodes?: number;

  /**
   * The type of the three nodes that lead the others and hold no data. Ephemeral environments have none.
   *
   * @default - `m6g.large.search`, or `m7g.large.search` where the network enforces encryption
   */
  readonly masterInstanceType?: string;

  /**
   * How much each node holds, in GiB: 10 or more.
   *
   * @default 20
   */
  readonly storageGiB?: number;

  /**
   * The name of the domain.
   *
   * @default - the posture's prefix, the name of the stack, and the construct's path, cut and with a hash where that is too long
   */
  readonly domainName?: string;

  /**
   * When the ten hours of every day begin in which updates are made, in UTC: `22:00`.
   *
   * @default - 22:00 in the time of the region
   */
  readonly offPeakStart?: string;
}

/**
 * A search domain (TOM 1.1.1, 1.1.2, 1.2.1, 3.1.1, 3.3.1, 8.1): OpenSearch, reached over HTTPS and only from the network, only by roles, encrypted under a
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
   * not fit the zones, the network has data subnets in only one zone, the key is of another region, or HTTPS, encryption, roles, logs or privacy are given
   * up; and on what OpenSearch Service does not take.
   */
  constructor(scope: Construct, id: string, props: SearchDomainProps) {
    super(scope, id);
    const opening = { refused: SEARCH_DOMAIN, region: props.vpc.region, creatorUsesKey: true };
    const { posture, dataClass, key, region } = openStore(this, props, opening);
    const { isEphemeral } = posture;
    requireForms(this, props);
    const { vpc } = props;
    const instanceType = instanceTypeIn(this, vpc, {
      prop: 'instanceType',
      given: props.instanceType,
      ...(isEphemeral ? SMALL_NODES : NODES),
    });
    const dedicatedMasterType = isEphemeral
      ? undefined
      : instanceTypeIn(this, vpc, { prop: 'masterInstanceType', given: props.masterInstanceType, ...LEADERS });
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
    const account = accountOf(this);
    // The policies are there before the domain is, so its ARN is put together.
    const arn = `arn:${account.partition}:es:${region ?? account.region}:${account.id}:domain/${domainName}`;
    const delivery = SearchLogDelivery.of(this, region);
    delivery.allow(domainName, arn);
    this.resource = new OpensearchDomain(this, 'Resource', {
      domainName,
      engineVersion: props.engineVersion ?? 'OpenSearch_3.1',
      clusterConfig: {
        instanceType,
        instanceCount: nodes,
        zoneAwarenessEnabled: zones > 1,
        zoneAwarenessConfig: zones > 1 ? { availabilityZoneCount: zones } : undefined,
        dedicatedMasterEnabled: !isEphemeral,
        dedicatedMasterCount: isEphemeral ? undefined : 3,
        dedicatedMasterType,
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
      accessPolicies: policyText(this, 'searchDomain', [
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
      tags: tags(posture, dataClass, props.tags),
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

/** Refuses texts and sizes that OpenSearch Service would only refuse when they are applied, and what cannot encrypt. */
function requireForms(scope: Construct, props: SearchDomainProps): void {
  requireMasterUser(scope, props.masterUserArn);
  requireForm(scope, 'engineVersion', props.engineVersion, VERSION);
  for (const prop of ['instanceType', 'masterInstanceType'] as const) requireInstanceType(scope, prop, props[prop]);
  if (props.storageGiB !== undefined) {
    requireWholeNumber(scope, 'storageGiB', props.storageGiB, { min: 10, of: 'GiB', measure: '3.3.2', example: 20 });
  }
  requireTime(scope, props.offPeakStart);
}

/**
 * In how many zones the nodes stand: in as many as possible with the same number in each. Refuses numbers of nodes for which there is none.
 *
 * @param available how many zones the data subnets are in
 */
function zonesOf(scope: Construct, nodes: number, available: number, isEphemeral: boolean): number {
  const known = !Token.isUnresolved(nodes);
  if (known && isEphemeral && nodes === 1) return 1;
  const zones = known && nodes > 0 ? [3, 2].find((count) => count <= available && nodes % count === 0) : undefined;
  if (zones !== undefined) return zones;
  const multiple = `must be a multiple of ${available > 2 ? '2 or 3' : '2'}: every zone has as many nodes as the next, and one that fails must not take all of them`;
  refuse(scope, {
    prop: 'nodes',
    must: known ? multiple : 'must be a plain number, known when the program runs',
    value: nodes,
    measure: '3.3.1',
    fix: `write nodes: ${Math.min(available, 3)}`,
  });
}

/** Refuses a name that OpenSearch Service does not take, or that another domain of the stack has. */
function requireName(scope: Construct, name: string): void {
  if (Token.isUnresolved(name) || !/^[a-z][a-z0-9-]{2,27}$/.test(name)) {
    refuse(scope, {
      prop: 'domainName',
      must: 'must be 3 to 28 lower case letters, digits and hyphens, a letter first, known when the program runs',
      value: name,
      fix: "write domainName: 'acme-products'",
    });
  }
  claimName(scope, TerraformStack.of(scope), 'domainName', name);
}

/** The versions that know fine-grained access control, and with it audit logs. */
const VERSION: Form = {
  form: /^(?:OpenSearch_\d+\.\d+|Elasticsearch_(?:6\.[7-9]|7\.\d+))$/,
  must: 'must be a version of OpenSearch, or of Elasticsearch from 6.7 on: older ones have no fine-grained access control and no audit logs',
  example: 'OpenSearch_3.1',
};

const INSTANCE_TYPE: Form = {
  form: /^[a-z0-9]+\.[a-z0-9]+\.search$/,
  must: "must be a type of instances, with '.search' at its end",
  example: 'r6g.large.search',
};

function requireMasterUser(scope: Construct, arn: string): void {
  if (Token.isUnresolved(arn) || /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/.test(arn)) return;
  refuse(scope, {
    prop: 'masterUserArn',
    must: 'must be the ARN of a role: its sessions end, and nobody keeps a password or an access key',
    value: arn,
    measure: '3.1.1',
    fix: 'write masterUserArn: role.arn',
  });
}

function requireInstanceType(scope: Construct, prop: string, type: string | undefined): void {
  requireForm(scope, prop, type, INSTANCE_TYPE);
  if (type === undefined || Token.isUnresolved(type) || !/^(?:m3|r3|t2)\./.test(type)) return;
  refuse(scope, {
    prop,
    must: 'must be a type that can encrypt: those of m3, r3 and t2 cannot',
    value: type,
    measure: '1.2.1',
    fix: `write ${prop}: '${INSTANCE_TYPE.example}'`,
  });
}

function requireTime(scope: Construct, offPeakStart: string | undefined): void {
  if (offPeakStart === undefined) return;
  if (!Token.isUnresolved(offPeakStart) && /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(offPeakStart)) return;
  refuse(scope, {
    prop: 'offPeakStart',
    must: 'must be a time of day in UTC, known when the program runs',
    value: offPeakStart,
    fix: "write offPeakStart: '22:00'",
  });
}
