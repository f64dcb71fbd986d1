/**
 * The day of the calendars below: what AWS moved or announced since is not in them. They hold what has left standard support by the end of November 2026,
 * as https://github.com/endoflife-date/endoflife.date at a70eca3 (MIT) tells of AWS's own calendars, which each entry names.
 */
export const LIFECYCLES_AS_OF = '2026-08-22';

/** The days on which versions left standard support, by the version or what it begins with. */
type Ends = { readonly [version: string]: string };

const POSTGRES: Ends = {
  '9': '2022-04-30',
  '10': '2023-04-30',
  '11': '2024-02-29',
  '12': '2025-02-28',
  '13': '2026-02-28',
};
const KUBERNETES: Ends = {
  '1.21': '2023-02-16',
  '1.22': '2023-06-04',
  '1.23': '2023-10-11',
  '1.24': '2024-01-31',
  '1.25': '2024-05-01',
  '1.26': '2024-06-11',
  '1.27': '2024-07-24',
  '1.28': '2024-11-26',
  '1.29': '2025-03-23',
  '1.30': '2025-07-23',
  '1.31': '2025-11-26',
  '1.32': '2026-03-23',
  '1.33': '2026-07-29',
};
const KAFKA: Ends = {
  '1': '2024-06-08',
  '2.2': '2024-06-08',
  '2.3': '2024-06-08',
  '2.4': '2024-06-08',
  '2.5': '2024-06-08',
  '2.6': '2024-09-11',
  '2.7': '2024-09-11',
  '2.8': '2025-01-14',
  '3.1': '2024-09-11',
  '3.2': '2024-09-11',
  '3.3': '2024-09-11',
  '3.4': '2025-08-04',
  '3.5': '2025-10-23',
  '3.6': '2026-06-01',
  '3.7': '2026-09-01',
};
const SEARCH_ENDED = '2025-11-07';
const SEARCH: Ends = Object.fromEntries(
  [
    ...['1.0', '1.1', '1.2', '2.3', '2.5', '2.7', '2.9'].map((version) => `OpenSearch_${version}`),
    ...[
      '1.5',
      '2.3',
      '5.1',
      '5.3',
      '5.5',
      '6.0',
      '6.2',
      '6.3',
      '6.4',
      '6.5',
      '6.7',
      '7.1',
      '7.4',
      '7.7',
      '7.8',
    ].flatMap((version) => [`Elasticsearch_${version}`, version]),
  ].map((version) => [version, SEARCH_ENDED])
);

const MYSQL: Ends = { '5': '2024-02-29', '8.0': '2026-07-31' };
const AURORA_MYSQL: Ends = { '5.6': '2023-02-28', '5.7': '2024-10-31' };
const MARIADB: Ends = {
  '10.0': '2021-02-01',
  '10.1': '2021-02-01',
  '10.2': '2022-10-15',
  '10.3': '2023-10-23',
  '10.4': '2025-02-28',
  '10.5': '2026-08-31',
};

const ACTIVEMQ: Ends = { '5.15': '2024-09-16', '5.16': '2024-11-15', '5.17': '2025-06-16' };
const RABBITMQ: Ends = { '3.11': '2025-02-17', '3.12': '2025-03-17' };

/** Where a type names its version, and when versions ended: of every engine (`''`), or by the engine. */
export interface Lifecycle {
  readonly attribute: string;
  readonly engine?: { readonly attribute: string; readonly default?: string };
  readonly ends: { readonly [engine: string]: Ends };
  /** Set where a resource that names no version has none: it is not judged. */
  readonly isOptional?: true;
  /** AWS's own calendar. */
  readonly source: string;
}

const RDS: Lifecycle = {
  attribute: 'engine_version',
  engine: { attribute: 'engine' },
  ends: {
    'aurora-mysql': AURORA_MYSQL,
    'aurora-postgresql': POSTGRES,
    mariadb: MARIADB,
    mysql: MYSQL,
    postgres: POSTGRES,
  },
  source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/extended-support-viewing-support-dates.html',
};

const CACHE: Lifecycle = {
  attribute: 'engine_version',
  engine: { attribute: 'engine', default: 'redis' },
  ends: { redis: { '2': '2026-01-31', '3': '2026-01-31', '4': '2026-01-31', '5': '2026-01-31' } },
  source: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/extended-support.html',
};

/** The types that run an engine of a version. */
export const LIFECYCLES: { readonly [type: string]: Lifecycle } = {
  aws_db_instance: RDS,
  aws_docdb_cluster: {
    attribute: 'engine_version',
    ends: { '': { '3.6': '2026-03-30' } },
    source: 'https://docs.aws.amazon.com/documentdb/latest/developerguide/release-notes.html',
  },
  aws_ecs_service: {
    attribute: 'platform_version',
    ends: { '': { '1.3.0': '2026-06-30' } },
    isOptional: true,
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-versions-retired.html',
  },
  aws_eks_cluster: {
    attribute: 'version',
    ends: { '': KUBERNETES },
    source: 'https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html',
  },
  aws_elasticache_cluster: CACHE,
  aws_elasticache_replication_group: CACHE,
  aws_elasticsearch_domain: {
    attribute: 'elasticsearch_version',
    ends: { '': SEARCH },
    source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/what-is.html',
  },
  aws_mq_broker: {
    attribute: 'engine_version',
    engine: { attribute: 'engine_type' },
    // The provider takes the engine in either spelling.
    ends: { ACTIVEMQ, ActiveMQ: ACTIVEMQ, RABBITMQ, RabbitMQ: RABBITMQ },
    source: 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/activemq-version-management.html',
  },
  aws_msk_cluster: {
    attribute: 'kafka_version',
    ends: { '': KAFKA },
    source: 'https://docs.aws.amazon.com/msk/latest/developerguide/supported-kafka-versions.html',
  },
  aws_neptune_cluster: {
    attribute: 'engine_version',
    ends: { '': { '1.0': '2023-01-30', '1.1.0': '2025-03-15' } },
    source: 'https://docs.aws.amazon.com/neptune/latest/userguide/engine-releases.html',
  },
  aws_opensearch_domain: {
    attribute: 'engine_version',
    ends: { '': SEARCH },
    source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/what-is.html',
  },
  aws_rds_cluster: RDS,
  aws_rds_global_cluster: RDS,
};

/** The day on which a version left standard support. `undefined` where it has not, or is not in the calendar. */
export function endOf(ends: Ends | undefined, version: string): string | undefined {
  const parts = version.split('.');
  for (let count = parts.length; count > 0; count--) {
    const end = ends?.[parts.slice(0, count).join('.')];
    if (end !== undefined) return end;
  }
  return undefined;
}

/** The days on which AWS deprecated the runtimes of Lambda: from then on it applies no security patches. */
export const DEPRECATED_RUNTIMES: { readonly [runtime: string]: string } = {
  'dotnet5.0': '2022-05-10',
  dotnet6: '2024-12-20',
  dotnet7: '2024-05-14',
  dotnet8: '2026-11-10',
  'dotnetcore1.0': '2019-06-27',
  'dotnetcore2.0': '2019-05-30',
  'dotnetcore2.1': '2022-01-05',
  'dotnetcore3.1': '2023-04-03',
  'go1.x': '2024-01-08',
  java8: '2024-01-08',
  nodejs: '2016-08-30',
  'nodejs10.x': '2021-07-30',
  'nodejs12.x': '2023-03-31',
  'nodejs14.x': '2023-12-04',
  'nodejs16.x': '2024-06-12',
  'nodejs18.x': '2025-09-01',
  'nodejs20.x': '2026-04-30',
  'nodejs4.3': '2020-03-05',
  'nodejs4.3-edge': '2020-03-05',
  'nodejs6.10': '2019-08-12',
  'nodejs8.10': '2020-03-06',
  provided: '2024-01-08',
  'provided.al2': '2026-07-31',
  'python2.7': '2021-07-15',
  'python3.10': '2026-10-31',
  'python3.6': '2022-07-18',
  'python3.7': '2023-12-04',
  'python3.8': '2024-10-14',
  'python3.9': '2025-12-15',
  'ruby2.5': '2021-07-30',
  'ruby2.7': '2023-12-07',
  'ruby3.2': '2026-03-31',
};

/** The certificate authorities of RDS and DocumentDB that have expired, and when they did. */
export const EXPIRED_AUTHORITIES: { readonly [authority: string]: string } = {
  'rds-ca-2015': 'March 2020',
  'rds-ca-2019': 'August 2024',
};
