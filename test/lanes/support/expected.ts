/** What the examples must have made, written down by hand: taken from their output, it would only repeat it. Paths are those of constructs. */
import { Resources } from './deployment';

export interface BucketExpectation {
  readonly path: string;
  /** Its key, or nothing for a bucket that is encrypted with a key that S3 owns. */
  readonly key?: string;
  /** When current objects expire. */
  readonly days?: number;
  readonly noncurrentDays: number;
  /** Where accesses are logged: a bucket of this stack, or of another. */
  readonly accessLogs?: { readonly path: string; readonly in?: Resources };
  readonly lockDays?: number;
}

export interface LogGroupExpectation {
  readonly path: string;
  readonly key: string;
  readonly days: number;
}

export interface Expectation {
  readonly buckets: readonly BucketExpectation[];
  readonly keys: readonly string[];
  readonly logGroups?: readonly LogGroupExpectation[];
}

export const QUICKSTART: Expectation = {
  buckets: [
    {
      path: 'quickstart/Invoices',
      key: 'quickstart/PersonalDataKey',
      days: 3650,
      noncurrentDays: 30,
      accessLogs: { path: 'quickstart/AccessLogs' },
    },
    { path: 'quickstart/AccessLogs', days: 365, noncurrentDays: 365 },
  ],
  keys: ['quickstart/PersonalDataKey'],
};

export const STATE: Expectation = {
  buckets: [
    { path: 'state/States', key: 'state/StateKey', noncurrentDays: 90, accessLogs: { path: 'state/AccessLogs' } },
    { path: 'state/AccessLogs', days: 365, noncurrentDays: 365 },
  ],
  keys: ['state/StateKey'],
};

/** A bucket of files of the site: they stay, and replaced versions go. */
function siteFiles(path: string, suffix = ''): BucketExpectation[] {
  const accessLogs = { path: `site/AccessLogs${suffix}` };
  return [
    { path, key: `site/PublicDataKey${suffix}`, noncurrentDays: 90, accessLogs },
    { ...accessLogs, days: 365, noncurrentDays: 365 },
  ];
}

/** The files lie in two regions, and the logs of the firewall in us-east-1, each under a key there. */
export const SITE: Expectation = {
  buckets: [...siteFiles('site/Content'), ...siteFiles('site/Standby', '-eu-west-1')],
  keys: ['site/PublicDataKey', 'site/PublicDataKey-eu-west-1', 'site/Firewall/Logs/Key'],
  logGroups: [{ path: 'site/Firewall/Logs', key: 'site/Firewall/Logs/Key', days: 365 }],
};

export const SERVERLESS: Expectation = {
  buckets: [],
  keys: ['orders/PersonalDataKey'],
  logGroups: [
    { path: 'orders/Api/AccessLog', key: 'orders/PersonalDataKey', days: 365 },
    ...['Accept', 'Fulfil', 'Events'].map((name) => {
      return { path: `orders/${name}/Log`, key: 'orders/PersonalDataKey', days: 30 };
    }),
  ],
};

/** The logs of the network of the product, of the queries of its zone, and the key that signs it. */
export const SAAS_NETWORK: Expectation = {
  buckets: [],
  keys: ['network/PersonalDataKey', 'network/Zone/QueryLog/Key'],
  logGroups: [
    { path: 'network/Vpc/FlowLogs', key: 'network/PersonalDataKey', days: 365 },
    { path: 'network/Vpc/QueryLogs', key: 'network/PersonalDataKey', days: 365 },
    { path: 'network/Zone/QueryLog', key: 'network/Zone/QueryLog/Key', days: 365 },
  ],
};

export const SAAS_DATA: Expectation = {
  buckets: [
    {
      path: 'data/Uploads',
      key: 'data/PersonalDataKey',
      days: 1096,
      noncurrentDays: 30,
      accessLogs: { path: 'data/AccessLogs' },
    },
    { path: 'data/AccessLogs', days: 365, noncurrentDays: 365 },
  ],
  keys: ['data/PersonalDataKey', 'data/PersonalDataKey-eu-west-1'],
  logGroups: [
    { path: 'data/Database/PostgresqlLogs', key: 'data/PersonalDataKey', days: 365 },
    { path: 'data/Users/WebFirewall/Logs', key: 'data/PersonalDataKey', days: 365 },
  ],
};

/** What the containers print is kept for 30 days, and what people type into them for 365. */
export const SAAS_APPLICATION: Expectation = {
  buckets: [{ path: 'application/AccessLogs', days: 365, noncurrentDays: 365 }],
  keys: ['application/PersonalDataKey'],
  logGroups: [
    ...['Api/Log', 'Worker/Log', 'Erasure/Log', 'Cluster/InsightsLog'].map((path) => {
      return { path: `application/${path}`, key: 'application/PersonalDataKey', days: 30 };
    }),
    { path: 'application/Cluster/SessionLog', key: 'application/PersonalDataKey', days: 365 },
  ],
};

export const SAAS_EDGE: Expectation = {
  buckets: [
    { path: 'edge/Site', key: 'edge/PublicDataKey', noncurrentDays: 90, accessLogs: { path: 'edge/AccessLogs' } },
    { path: 'edge/AccessLogs', days: 365, noncurrentDays: 365 },
  ],
  keys: ['edge/PublicDataKey', 'edge/Distribution/WebFirewall/Logs/Key'],
  logGroups: [{ path: 'edge/Distribution/WebFirewall/Logs', key: 'edge/Distribution/WebFirewall/Logs/Key', days: 365 }],
};

const ARCHIVE = { key: 'logs/Archive/Key', days: 400, accessLogs: { path: 'logs/Archive/AccessLogs' } };

export const LOGS: Expectation = {
  buckets: [
    { path: 'logs/Archive/Trails', ...ARCHIVE, noncurrentDays: 1, lockDays: 400 },
    { path: 'logs/Archive/Config', ...ARCHIVE, noncurrentDays: 400 },
    { path: 'logs/Archive/AccessLogs', days: 400, noncurrentDays: 400 },
  ],
  keys: ['logs/Archive/Key', 'logs/PersonalDataKey'],
  logGroups: [{ path: 'logs/Logins', key: 'logs/PersonalDataKey', days: 400 }],
};

const PLATFORM = { key: 'archive/Archive/Key', days: 400, accessLogs: { path: 'archive/Archive/AccessLogs' } };

/** Its buckets log their accesses to the archive of the logs stack. */
export function orders(logs: Resources): Expectation {
  const kept = { days: 3650, noncurrentDays: 30, accessLogs: { path: 'logs/Archive/AccessLogs', in: logs } };
  return {
    buckets: [
      { path: 'orders/Invoices', key: 'orders/PersonalDataKey', ...kept },
      { path: 'orders/Catalogue', key: 'orders/InternalDataKey', ...kept },
    ],
    keys: ['orders/PersonalDataKey', 'orders/InternalDataKey'],
    logGroups: [{ path: 'orders/Events', key: 'orders/PersonalDataKey', days: 90 }],
  };
}

/** The archive of the web platform, and the key of its trail's log group. */
export const PLATFORM_ARCHIVE: Expectation = {
  buckets: [
    { path: 'archive/Archive/Trails', ...PLATFORM, noncurrentDays: 1, lockDays: 400 },
    { path: 'archive/Archive/Config', ...PLATFORM, noncurrentDays: 400 },
    { path: 'archive/Archive/AccessLogs', days: 400, noncurrentDays: 400 },
  ],
  keys: ['archive/Archive/Key', 'archive/PersonalDataKey'],
  logGroups: [{ path: 'archive/Trail/LogGroup', key: 'archive/PersonalDataKey', days: 365 }],
};

/** The network of the web platform keeps no bucket; its firewall and its bastion keep logs. */
export const PLATFORM_NETWORK: Expectation = {
  buckets: [],
  keys: ['network/PersonalDataKey'],
  logGroups: [{ path: 'network/Front/WebFirewall/Logs', key: 'network/PersonalDataKey', days: 365 }],
};

/** Its workload logs accesses to the archive of the archive stack. */
export function platformWorkload(archive: Resources): Expectation {
  return {
    buckets: [
      {
        path: 'workload/Documents',
        key: 'workload/PersonalDataKey',
        days: 3650,
        noncurrentDays: 30,
        accessLogs: { path: 'archive/Archive/AccessLogs', in: archive },
      },
    ],
    keys: ['workload/PersonalDataKey', 'workload/VolumeKey'],
    logGroups: [{ path: 'workload/Events', key: 'workload/PersonalDataKey', days: 90 }],
  };
}

/** The network of the data platform keeps its own logs. */
export const DATA_NETWORK: Expectation = {
  buckets: [],
  keys: ['network/PersonalDataKey'],
  logGroups: ['network/Vpc/FlowLogs', 'network/Vpc/QueryLogs', 'network/Vpn/Connections'].map((path) => ({
    path,
    key: 'network/PersonalDataKey',
    days: 365,
  })),
};

export const DATA_RECORDS: Expectation = {
  buckets: [
    {
      path: 'records/Certificates',
      key: 'records/SpecialCategoryDataKey',
      days: 3653,
      noncurrentDays: 30,
      accessLogs: { path: 'records/AccessLogs' },
    },
    { path: 'records/AccessLogs', days: 365, noncurrentDays: 365 },
  ],
  keys: ['records/SpecialCategoryDataKey', 'records/PersonalDataKey', 'records/CopyKey'],
  logGroups: [
    { path: 'records/Customers/PostgresqlLogs', key: 'records/PersonalDataKey', days: 365 },
    { path: 'records/Appointments/PostgresqlLogs', key: 'records/PersonalDataKey', days: 365 },
    { path: 'records/Sessions/EngineLogs', key: 'records/PersonalDataKey', days: 14 },
    { path: 'records/Sessions/SlowLogs', key: 'records/PersonalDataKey', days: 14 },
  ],
};

export const DATABASES: Expectation = {
  buckets: [],
  keys: ['databases/PersonalDataKey', 'databases/PersonalDataKey-eu-west-1'],
  logGroups: ['databases/Cluster/PostgresqlLogs', 'databases/Cluster/Proxy/Logs'].map((path) => ({
    path,
    key: 'databases/PersonalDataKey',
    days: 365,
  })),
};

export const DATA_ANALYTICS: Expectation = {
  buckets: [
    {
      path: 'analytics/Visits',
      key: 'analytics/PersonalDataKey',
      days: 731,
      noncurrentDays: 30,
      accessLogs: { path: 'analytics/AccessLogs' },
    },
    { path: 'analytics/AccessLogs', days: 365, noncurrentDays: 365 },
  ],
  keys: ['analytics/InternalDataKey', 'analytics/PersonalDataKey'],
  logGroups: [{ path: 'analytics/Queries', key: 'analytics/PersonalDataKey', days: 731 }],
};
