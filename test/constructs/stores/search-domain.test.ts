import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack, TerraformVariable } from 'cdktf';
import {
  DataClass,
  Environment,
  PostureProps,
  RotatedKey,
  SearchDomain,
  SearchDomainProps,
  SecurityGroup,
} from '../../../lib';
import { check } from '../../../lib/guardrails/check';
import { readStack } from '../../../lib/terraform/read-stack';
import { MASTER_USER } from '../../support/constructs';
import { network } from '../../support/network';
import { Written, messageOf, newStack } from '../../support/synth';

type Props = Omit<SearchDomainProps, 'vpc' | 'masterUserArn'>;
type Statement = { [key: string]: unknown };

const EPHEMERAL: PostureProps = { environment: Environment.EPHEMERAL, owner: 'tests', retentionDays: 400 };
const THREE = ['a', 'b', 'c'];
const ACCOUNT = '${data.aws_caller_identity.TomsAccount_CallerIdentity_3EF9662E.account_id}';
const PARTITION = '${data.aws_partition.TomsAccount_Partition_CF76C297.partition}';
const REGION = '${data.aws_region.TomsAccount_Region_F36689F9.id}';
const ARN = `arn:${PARTITION}:es:${REGION}:${ACCOUNT}:domain/test-products`;

function make(stack: TerraformStack, props: Props = {}, zones?: readonly string[]): SearchDomain {
  return new SearchDomain(stack, 'Products', { vpc: network(stack, zones), masterUserArn: MASTER_USER, ...props });
}

function domain(props: Props = {}, posture?: PostureProps, zones?: readonly string[]): Written {
  const stack = newStack(posture);
  make(stack, props, zones);
  return Written.of(stack);
}

function statementsOf(text: unknown): Statement[] {
  return (JSON.parse(text as string) as { Statement: Statement[] }).Statement;
}

test('takes only HTTPS, is encrypted, spans zones and lets in nobody without a role, without further props', () => {
  const written = domain();
  const search = written.resource('aws_opensearch_domain');
  expect(search).toMatchObject({
    domain_name: 'test-products',
    engine_version: 'OpenSearch_3.1',
    domain_endpoint_options: { enforce_https: true, tls_security_policy: 'Policy-Min-TLS-1-2-PFS-2023-10' },
    node_to_node_encryption: { enabled: true },
    encrypt_at_rest: { enabled: true, kms_key_id: '${aws_kms_key.PersonalDataKey_AF90130A.arn}' },
    advanced_security_options: {
      enabled: true,
      internal_user_database_enabled: false,
      master_user_options: { master_user_arn: MASTER_USER },
    },
    cluster_config: {
      instance_type: 'r6g.large.search',
      instance_count: 2,
      zone_awareness_enabled: true,
      zone_awareness_config: { availability_zone_count: 2 },
      dedicated_master_enabled: true,
      dedicated_master_count: 3,
      dedicated_master_type: 'm6g.large.search',
    },
    ebs_options: { ebs_enabled: true, volume_type: 'gp3', volume_size: 20 },
    software_update_options: { auto_software_update_enabled: true },
    off_peak_window_options: { enabled: true },
    lifecycle: { prevent_destroy: true },
    tags: { 'tom:data-class': 'personal' },
  });
  expect(search.vpc_options).toEqual({
    subnet_ids: ['subnet-data-0', 'subnet-data-1'],
    security_group_ids: [expect.stringMatching(/^\$\{aws_security_group\.Products_SecurityGroup_\w+\.id\}$/) as string],
  });
  expect(search.off_peak_window_options).not.toHaveProperty('off_peak_window');
  expect(statementsOf(search.access_policies)).toEqual([
    {
      Sid: 'MasterUser',
      Effect: 'Allow',
      Principal: { AWS: MASTER_USER },
      Action: 'es:ESHttp*',
      Resource: `${ARN}/*`,
    },
  ]);
});

describe('nodes', () => {
  test.each<[readonly string[], number | undefined, number, number]>([
    [['a', 'b'], undefined, 2, 2],
    [['a', 'b'], 4, 4, 2],
    [THREE, undefined, 3, 3],
    [THREE, 2, 2, 2],
    [THREE, 4, 4, 2],
    [THREE, 6, 6, 3],
    [['a', 'b', 'c', 'd'], undefined, 3, 3],
  ])('in zones %j, %j of them said: %i in %i zones', (available, nodes, count, zones) => {
    const search = domain({ nodes }, undefined, available).resource('aws_opensearch_domain');
    expect(search.cluster_config).toMatchObject({
      instance_count: count,
      zone_awareness_config: { availability_zone_count: zones },
    });
    expect((search.vpc_options as { subnet_ids: string[] }).subnet_ids).toHaveLength(zones);
  });

  test('take one subnet a zone, where a network has more', () => {
    const search = domain({}, undefined, ['a', 'a', 'b']).resource('aws_opensearch_domain');
    expect(search.vpc_options).toMatchObject({ subnet_ids: ['subnet-data-0', 'subnet-data-2'] });
  });

  test('are one in an ephemeral environment, which may be destroyed', () => {
    const search = domain({}, EPHEMERAL).resource('aws_opensearch_domain');
    expect(search.cluster_config).toEqual({
      instance_type: 't3.small.search',
      instance_count: 1,
      zone_awareness_enabled: false,
      dedicated_master_enabled: false,
    });
    expect(search.vpc_options).toMatchObject({ subnet_ids: ['subnet-data-0'] });
    expect(search.tags).toMatchObject({ 'tom:data-class': 'personal' });
    expect(search).not.toHaveProperty('lifecycle');
  });

  test('are more in an ephemeral environment where that is said', () => {
    const search = domain({ nodes: 2 }, EPHEMERAL).resource('aws_opensearch_domain');
    expect(search.cluster_config).toMatchObject({ instance_count: 2, zone_awareness_enabled: true });
  });
});

describe('logs', () => {
  test('of who searched what are kept for a year, others for 30 days or for as long as the data', () => {
    const kept = (written: Written): [unknown, unknown][] =>
      Object.values(written.resources('aws_cloudwatch_log_group')).map((group) => [
        group.name,
        group.retention_in_days,
      ]);
    expect(kept(domain())).toEqual([
      ['/aws/opensearch/test-products/audit', 365],
      ['/aws/opensearch/test-products/engine', 30],
      ['/aws/opensearch/test-products/index-slow', 30],
      ['/aws/opensearch/test-products/search-slow', 30],
    ]);
    expect(kept(domain({}, { owner: 'tests', retentionDays: 10 })).map(([, days]) => days)).toEqual([365, 7, 7, 7]);
  });

  test('are published, each to its group', () => {
    const group = (name: string): unknown =>
      expect.stringMatching(new RegExp(`^\\$\\{aws_cloudwatch_log_group\\.Products_${name}_\\w+\\.arn\\}$`));
    expect(domain().resource('aws_opensearch_domain').log_publishing_options).toEqual([
      { log_type: 'AUDIT_LOGS', cloudwatch_log_group_arn: group('AuditLogs') },
      { log_type: 'SEARCH_SLOW_LOGS', cloudwatch_log_group_arn: group('SearchSlowLogs') },
      { log_type: 'INDEX_SLOW_LOGS', cloudwatch_log_group_arn: group('IndexSlowLogs') },
      { log_type: 'ES_APPLICATION_LOGS', cloudwatch_log_group_arn: group('EngineLogs') },
    ]);
  });

  test('may be written by their domain alone, by one policy a stack and region, which is there first', () => {
    const stack = newStack();
    const vpc = network(stack);
    new SearchDomain(stack, 'Products', { vpc, masterUserArn: MASTER_USER });
    new SearchDomain(stack, 'Orders', { vpc, masterUserArn: MASTER_USER });
    const written = Written.of(stack);
    const policy = written.resource('aws_cloudwatch_log_resource_policy');
    expect(policy.policy_name).toBe('test-searchlogdelivery');
    expect(statementsOf(policy.policy_document)).toEqual(
      ['test-products', 'test-orders'].map((name) => ({
        Effect: 'Allow',
        Principal: { Service: 'es.amazonaws.com' },
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: `arn:${PARTITION}:logs:${REGION}:${ACCOUNT}:log-group:/aws/opensearch/${name}/*`,
        Condition: {
          StringEquals: { 'aws:SourceAccount': ACCOUNT },
          ArnLike: { 'aws:SourceArn': `arn:${PARTITION}:es:${REGION}:${ACCOUNT}:domain/${name}` },
        },
      }))
    );
    for (const search of Object.values(written.resources('aws_opensearch_domain'))) {
      expect(search.depends_on).toEqual([
        expect.stringMatching(/^aws_cloudwatch_log_resource_policy\.SearchLogDelivery_\w+$/) as string,
      ]);
    }
  });

  test('of another region have a policy there', () => {
    const stack = newStack();
    const vpc = network(stack, ['a', 'b'], 'eu-west-1');
    new SearchDomain(stack, 'Products', { vpc, masterUserArn: MASTER_USER });
    const written = Written.of(stack);
    const policy = written.resource('aws_cloudwatch_log_resource_policy');
    expect(policy.region).toBe('eu-west-1');
    expect(statementsOf(policy.policy_document)[0]).toMatchObject({
      Resource: `arn:${PARTITION}:logs:eu-west-1:${ACCOUNT}:log-group:/aws/opensearch/test-products/*`,
    });
    expect(written.resource('aws_opensearch_domain').region).toBe('eu-west-1');
    for (const group of Object.values(written.resources('aws_cloudwatch_log_group'))) {
      expect(group.region).toBe('eu-west-1');
    }
  });
});

test('takes sizes, names, a window, a version, a class, a key and tags', () => {
  const stack = newStack();
  make(
    stack,
    {
      engineVersion: 'Elasticsearch_7.10',
      instanceType: 'm5.large.search',
      masterInstanceType: 'c5.large.search',
      nodes: 6,
      storageGiB: 100,
      domainName: 'acme-products',
      offPeakStart: '23:30',
      dataClass: DataClass.INTERNAL,
      encryptionKey: new RotatedKey(stack, 'Key'),
      tags: { team: 'shop' },
    },
    THREE
  );
  expect(Written.of(stack).resource('aws_opensearch_domain')).toMatchObject({
    domain_name: 'acme-products',
    engine_version: 'Elasticsearch_7.10',
    cluster_config: { instance_type: 'm5.large.search', dedicated_master_type: 'c5.large.search', instance_count: 6 },
    ebs_options: { volume_size: 100 },
    off_peak_window_options: { enabled: true, off_peak_window: { window_start_time: { hours: 23, minutes: 30 } } },
    encrypt_at_rest: { kms_key_id: expect.stringMatching(/^\$\{aws_kms_key\.Key_/) as string },
    tags: { team: 'shop', 'tom:data-class': 'internal' },
  });
});

test('takes tokens for the master user, the version and the instances', () => {
  const stack = newStack();
  const text = new TerraformVariable(stack, 'text', {}).stringValue;
  const vpc = network(stack);
  new SearchDomain(stack, 'Products', { vpc, masterUserArn: text, engineVersion: text, instanceType: text });
  expect(Written.of(stack).resource('aws_opensearch_domain')).toMatchObject({
    engine_version: '${var.text}',
    cluster_config: { instance_type: '${var.text}' },
    advanced_security_options: { master_user_options: { master_user_arn: '${var.text}' } },
  });
});

describe('grants', () => {
  const READS = (arn: string): Statement[] => [
    { Effect: 'Allow', Action: ['es:ESHttpGet', 'es:ESHttpHead'], Resource: [`${arn}/*`] },
    {
      Effect: 'Allow',
      Action: ['es:ESHttpPost'],
      Resource: [
        `${arn}/_search`,
        `${arn}/*/_search`,
        `${arn}/_msearch`,
        `${arn}/*/_msearch`,
        `${arn}/_count`,
        `${arn}/*/_count`,
        `${arn}/_mget`,
        `${arn}/*/_mget`,
      ],
    },
  ];
  const WRITES = (arn: string): Statement => ({
    Effect: 'Allow',
    Action: ['es:ESHttpDelete', 'es:ESHttpPatch', 'es:ESHttpPost', 'es:ESHttpPut'],
    Resource: [`${arn}/*`],
  });
  const READS_AND_WRITES = (arn: string): Statement[] => {
    const [gets, searches] = READS(arn);
    return [{ ...gets, Action: [...(gets.Action as string[]), ...(WRITES(arn).Action as string[])] }, searches];
  };
  const LEGACY = 'arn:aws:es:eu-central-1:111122223333:domain/legacy';

  test.each<['grantRead' | 'grantWrite' | 'grantReadWrite', Statement[]]>([
    ['grantRead', READS(LEGACY)],
    ['grantWrite', [WRITES(LEGACY)]],
    ['grantReadWrite', READS_AND_WRITES(LEGACY)],
  ])('%s lets a role send what it needs, and nothing that configures the domain', (method, statements) => {
    const stack = newStack();
    const role = new IamRole(stack, 'Role', { assumeRolePolicy: '{}' });
    const legacy = SearchDomain.fromDomainAttributes(stack, 'Legacy', {
      domainArn: LEGACY,
      domainEndpoint: 'vpc-legacy-abc.eu-central-1.es.amazonaws.com',
      securityGroup: SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-0123456789abcdef0'),
    });
    legacy[method](role);
    legacy[method](role);
    expect(statementsOf(Written.of(stack).resource('aws_iam_role_policy').policy)).toEqual(statements);
  });

  test('name the domain, and leave its access policy as it is', () => {
    const stack = newStack();
    const role = new IamRole(stack, 'Role', { assumeRolePolicy: '{}' });
    make(stack).grantRead(role);
    const written = Written.of(stack);
    const [statement] = statementsOf(written.resource('aws_iam_role_policy').policy);
    expect((statement.Resource as string[])[0]).toMatch(/^\$\{aws_opensearch_domain\.Products_\w+\.arn\}\/\*$/);
    expect(statementsOf(written.resource('aws_opensearch_domain').access_policies)).toHaveLength(1);
  });
});

test('lets in whom is named, here or at a domain that is already there', () => {
  const stack = newStack();
  const vpc = network(stack);
  const application = new SecurityGroup(stack, 'App', { vpc });
  const products = new SearchDomain(stack, 'Products', { vpc, masterUserArn: MASTER_USER });
  const legacy = SearchDomain.fromDomainAttributes(stack, 'Legacy', {
    domainArn: 'arn:aws:es:eu-central-1:111122223333:domain/legacy',
    domainEndpoint: 'vpc-legacy-abc.eu-central-1.es.amazonaws.com',
    securityGroup: SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-0123456789abcdef0'),
  });
  application.connections.allowTo(products, products.port);
  application.connections.allowTo(legacy, legacy.port);
  const rules = Object.values(Written.of(stack).resources('aws_vpc_security_group_egress_rule'));
  expect(rules.map(({ from_port }) => from_port as number)).toEqual([443, 443]);
});

test.each(Object.values(Environment))('passes the rules (%s)', (environment) => {
  const stack = newStack({ environment, owner: 'tests', retentionDays: 400 });
  (stack.node.findChild('aws') as AwsProvider).allowedAccountIds = ['111122223333'];
  make(stack);
  const written = Written.of(stack);
  const { report } = check([readStack('test', 'cdk.tf.json', written.json)]);
  expect(report.findings.filter(({ address }) => /aws_(?:opensearch|cloudwatch)_/.test(address))).toEqual([]);
  const kept = report.outcomes.filter(({ rule, met }) => rule.startsWith('OPENSEARCH-') && met.length > 0);
  expect(kept.map(({ rule }) => rule)).toEqual(
    environment === Environment.PRODUCTION
      ? ['OPENSEARCH-001', 'OPENSEARCH-002', 'OPENSEARCH-003', 'OPENSEARCH-004', 'OPENSEARCH-005', 'OPENSEARCH-007']
      : ['OPENSEARCH-001', 'OPENSEARCH-002', 'OPENSEARCH-003', 'OPENSEARCH-005', 'OPENSEARCH-007']
  );
});

describe('refuses', () => {
  const TLS = ` must not be set: the domain takes only HTTPS, of TLS 1.2 or newer with forward secrecy (TOM 1.1.1 TLS on untrusted networks), got `;
  const PRIVATE = ` must not be set: a domain stands in the data subnets, and has no public endpoint (TOM 3.3.4 Layered network defence), got `;
  const CLOSED = ` must not be set: the access policy lets in only the master user, and others come by policies of their roles (TOM 3.1.1 Least privilege through roles), got `;
  const BY_IAM = ` must not be set: everybody signs requests as a role, and the domain knows no passwords and nobody without a name (TOM 3.1.1 Least privilege through roles)`;
  const LOGGED = ` must not be set: audit, slow and error logs are always published (TOM 8.1 Central logging and correlation), got `;
  const VERSION = `'engineVersion' must be a version of OpenSearch, or of Elasticsearch from 6.7 on: older ones have no fine-grained access control and no audit logs, got `;
  const TYPE = ` must be a type that can encrypt: those of m3, r3 and t2 cannot (TOM 1.2.1 AES-256 for databases and object stores), got `;
  const MASTER = `'masterUserArn' must be the ARN of a role: its sessions end, and nobody keeps a password or an access key (TOM 3.1.1 Least privilege through roles), got `;
  const NODES = (what: string): string =>
    `'nodes' must be a multiple of ${what}: every zone has as many nodes as the next, and one that fails must not take all of them (TOM 3.3.1 Redundant and distributed architecture), got `;

  test.each<[object, string]>([
    [{ enforceHttps: false }, `'enforceHttps'${TLS}false; leave it out`],
    [
      { tlsSecurityPolicy: 'Policy-Min-TLS-1-0-2019-07' },
      `'tlsSecurityPolicy'${TLS}"Policy-Min-TLS-1-0-2019-07"; leave it out`,
    ],
    [
      { nodeToNodeEncryption: false },
      `'nodeToNodeEncryption' must not be set: nodes always encrypt what they send one another (TOM 1.1.2 Strong ciphers between services too), got false; leave it out`,
    ],
    [
      { encryptionAtRest: false },
      `'encryptionAtRest' must not be set: indices and automated snapshots are always encrypted (TOM 1.2.1 AES-256 for databases and object stores), got false; write encryptionKey for a key of your own, or leave it out`,
    ],
    [
      { publicAccess: true },
      `'publicAccess'${PRIVATE}true; leave it out, and name who may connect by connections.allowFrom`,
    ],
    [{ vpcSubnets: [] }, `'vpcSubnets'${PRIVATE}[]; leave it out, and name who may connect by connections.allowFrom`],
    [
      { accessPolicies: '{"Statement":[]}' },
      `'accessPolicies'${CLOSED}"{\\"Statement\\":[]}"; leave it out, and call grantRead, grantWrite or grantReadWrite`,
    ],
    [
      { anonymousAuthEnabled: true },
      `'anonymousAuthEnabled'${BY_IAM}, got true; leave it out, and write masterUserArn: role.arn`,
    ],
    [
      { internalUserDatabaseEnabled: true },
      `'internalUserDatabaseEnabled'${BY_IAM}, got true; leave it out, and write masterUserArn: role.arn`,
    ],
    [
      { fineGrainedAccessControl: { masterUserName: 'admin', masterUserPassword: 'hunter2' } },
      `'fineGrainedAccessControl'${BY_IAM}, got an object; leave it out, and write masterUserArn: role.arn`,
    ],
    [
      { masterUserPassword: 'hunter2' },
      `'masterUserPassword'${BY_IAM}; leave it out, and write masterUserArn: role.arn`,
    ],
    [{ auditLogEnabled: false }, `'auditLogEnabled'${LOGGED}false; leave it out`],
    [{ logPublishingOptions: [] }, `'logPublishingOptions'${LOGGED}[]; leave it out`],
    [
      { zoneAwarenessEnabled: false },
      `'zoneAwarenessEnabled' must not be set: nodes are spread over zones, and three others lead them (TOM 3.3.1 Redundant and distributed architecture), got false; leave it out, and write nodes for how many there are`,
    ],
    [
      { enableAutoSoftwareUpdate: false },
      `'enableAutoSoftwareUpdate' must not be set: updates of the service always come by themselves, in the off-peak window (TOM 5.1.2 Ranking and remediation of vulnerabilities), got false; leave it out, and write offPeakStart`,
    ],
    [
      { automatedSnapshotStartHour: 3 },
      `'automatedSnapshotStartHour' must not be set: OpenSearch Service takes a snapshot every hour, and keeps it for 14 days (TOM 4.1 Automated backups), got 3; leave it out`,
    ],
    [
      { removalPolicy: 'destroy' },
      `'removalPolicy' must not be set: the environment of the posture decides it (TOM 3.2.1 Change management), got "destroy"; set the posture of a test to Environment.EPHEMERAL`,
    ],
    [{ engineVersion: 'Elasticsearch_6.5' }, `${VERSION}"Elasticsearch_6.5"; write engineVersion: 'OpenSearch_3.1'`],
    [{ engineVersion: '2.19' }, `${VERSION}"2.19"; write engineVersion: 'OpenSearch_3.1'`],
    [
      { instanceType: 't2.small.search' },
      `'instanceType'${TYPE}"t2.small.search"; write instanceType: 'r6g.large.search'`,
    ],
    [
      { instanceType: 'r3.large.search' },
      `'instanceType'${TYPE}"r3.large.search"; write instanceType: 'r6g.large.search'`,
    ],
    [
      { masterInstanceType: 'm3.medium.search' },
      `'masterInstanceType'${TYPE}"m3.medium.search"; write masterInstanceType: 'r6g.large.search'`,
    ],
    [
      { instanceType: 'r6g.large' },
      `'instanceType' must be a type of instances, with '.search' at its end, got "r6g.large"; write instanceType: 'r6g.large.search'`,
    ],
    [
      { masterUserArn: 'arn:aws:iam::111122223333:user/admin' },
      `${MASTER}"arn:aws:iam::111122223333:user/admin"; write masterUserArn: role.arn`,
    ],
    [{ masterUserArn: '*' }, `${MASTER}"*"; write masterUserArn: role.arn`],
    [{ masterUserArn: undefined }, `${MASTER}undefined; write masterUserArn: role.arn`],
    [{ nodes: 1 }, `${NODES('2')}1; write nodes: 2`],
    [{ nodes: 3 }, `${NODES('2')}3; write nodes: 2`],
    [{ nodes: 0 }, `${NODES('2')}0; write nodes: 2`],
    [{ nodes: 2.5 }, `${NODES('2')}2.5; write nodes: 2`],
    [
      { storageGiB: 9 },
      `'storageGiB' must be a whole number of GiB, at least 10 (TOM 3.3.2 Capacity management), got 9; write storageGiB: 20`,
    ],
    [
      { domainName: 'Products' },
      `'domainName' must be 3 to 28 lower case letters, digits and hyphens, a letter first, known when the program runs, got "Products"; write domainName: 'acme-products'`,
    ],
    [
      { offPeakStart: '24:00' },
      `'offPeakStart' must be a time of day in UTC, known when the program runs, got "24:00"; write offPeakStart: '22:00'`,
    ],
  ])('%j', (props, message) => {
    expect(messageOf(() => domain(props))).toBe(`[test/Products] ${message}`);
  });

  test('nodes that do not fit three zones either', () => {
    expect(messageOf(() => domain({ nodes: 5 }, undefined, THREE))).toBe(
      `[test/Products] ${NODES('2 or 3')}5; write nodes: 3`
    );
  });

  test('three nodes in two zones, in an ephemeral environment too', () => {
    expect(messageOf(() => domain({ nodes: 3 }, EPHEMERAL))).toBe(`[test/Products] ${NODES('2')}3; write nodes: 2`);
  });

  test.each<['nodes' | 'storageGiB', string, number]>([
    ['nodes', '3.3.1 Redundant and distributed architecture', 2],
    ['storageGiB', '3.3.2 Capacity management', 20],
  ])('a token for %s', (prop, measure, example) => {
    const stack = newStack();
    const token = new TerraformVariable(stack, 'size', {}).numberValue;
    expect(messageOf(() => make(stack, { [prop]: token }))).toBe(
      `[test/Products] '${prop}' must be a plain number, known when the program runs (TOM ${measure}), got a token; write ${prop}: ${example}`
    );
  });

  test.each<['domainName' | 'offPeakStart', string]>([
    [
      'domainName',
      `must be 3 to 28 lower case letters, digits and hyphens, a letter first, known when the program runs, got a token; write domainName: 'acme-products'`,
    ],
    [
      'offPeakStart',
      `must be a time of day in UTC, known when the program runs, got a token; write offPeakStart: '22:00'`,
    ],
  ])('a token for %s', (prop, message) => {
    const stack = newStack();
    const token = new TerraformVariable(stack, 'text', {}).stringValue;
    expect(messageOf(() => make(stack, { [prop]: token }))).toBe(`[test/Products] '${prop}' ${message}`);
  });

  test('a name that another domain has', () => {
    const stack = newStack();
    const vpc = network(stack);
    const props = { vpc, masterUserArn: MASTER_USER, domainName: 'products' };
    new SearchDomain(stack, 'Products', props);
    expect(messageOf(() => new SearchDomain(stack, 'Other', props))).toBe(
      `[test/Other] 'domainName' must be unique: test/Products has this name, got "products"; write another domainName, or leave it out`
    );
  });

  test('a network with data subnets in one zone', () => {
    expect(messageOf(() => domain({}, undefined, ['a']))).toBe(
      `[test/Products] 'vpc' must have data subnets in two zones or more: one zone that fails takes the domain along (TOM 3.3.1 Redundant and distributed architecture), got ["eu-central-1a"]; give the network a second zone`
    );
  });

  test('a key of another region', () => {
    const stack = newStack();
    const encryptionKey = new RotatedKey(stack, 'Key', { region: 'eu-west-1' });
    expect(messageOf(() => make(stack, { encryptionKey }))).toBe(
      `[test/Products] 'encryptionKey' must be a key of eu-central-1, where what it encrypts lies (TOM 1.2.1 AES-256 for databases and object stores), got "eu-west-1"; make one there: new RotatedKey(this, 'Key', { region: 'eu-central-1' })`
    );
  });
});
