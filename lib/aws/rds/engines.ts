/**
 * What the rules on databases know of the engines, as AWS documents it:
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mysql-ssl-connections.require-ssl.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mariadb-ssl-connections.require-ssl.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/SQLServer.Concepts.General.SSL.Using.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Db2.Concepts.SSL.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Security.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Security.html
 * https://docs.aws.amazon.com/documentdb/latest/developerguide/API_Parameter.html
 */

/** The parameter that makes an engine refuse connections without TLS. */
export interface TlsParameter {
  readonly name: string;
  /** The values that do, in small letters; the first is the one to set. */
  readonly values: readonly string[];
  /** The first version whose default does. None where no default does. */
  readonly since?: string;
  /** What the database does under other values, defaults included. */
  readonly otherwise: string;
  /** What it does under one of them, where that is something else. */
  readonly under?: { readonly [value: string]: string };
}

/** An engine of RDS, Aurora, DocumentDB or Neptune. */
export interface Engine {
  /** None where no parameter group can make it refuse. */
  readonly tls?: TlsParameter;
  /** The logs that say who did what, by their names for the export. None where it exports none that does. */
  readonly accessLogs: readonly string[];
}

const TAKES_PLAIN = 'the database also takes connections without TLS';
const FORCE_SSL = { name: 'rds.force_ssl', values: ['1'], otherwise: TAKES_PLAIN };
const SECURE_TRANSPORT = { name: 'require_secure_transport', values: ['1', 'on'], otherwise: TAKES_PLAIN };

const ENGINES: ReadonlyMap<string, Engine> = new Map<string, Engine>([
  ['aurora-mysql', { tls: SECURE_TRANSPORT, accessLogs: ['audit'] }],
  ['aurora-postgresql', { tls: { ...FORCE_SSL, since: '17' }, accessLogs: ['postgresql'] }],
  // Its audit goes to a bucket: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Db2.Options.Audit.html
  ['db2', { tls: { name: 'DB2COMM', values: ['ssl'], otherwise: TAKES_PLAIN }, accessLogs: [] }],
  [
    'docdb',
    {
      // The default is `enabled`, which demands TLS, but of any version.
      tls: {
        name: 'tls',
        values: ['tls1.2+', 'tls1.3+', 'fips-140-3'],
        otherwise: 'the database also takes TLS 1.0',
        under: { disabled: TAKES_PLAIN },
      },
      accessLogs: ['audit', 'profiler'],
    },
  ],
  ['mariadb', { tls: { ...SECURE_TRANSPORT, since: '11.8' }, accessLogs: ['audit', 'error'] }],
  ['mysql', { tls: { ...SECURE_TRANSPORT, since: '9.7' }, accessLogs: ['audit', 'error'] }],
  ['neptune', { accessLogs: ['audit'] }],
  ['oracle', { accessLogs: ['audit'] }],
  ['postgres', { tls: { ...FORCE_SSL, since: '15' }, accessLogs: ['postgresql'] }],
  ['sqlserver', { tls: FORCE_SSL, accessLogs: ['error'] }],
]);

/** What is known of an engine, or of one of its editions: `sqlserver-se`. */
export function engineNamed(name: string): Engine | undefined {
  return ENGINES.get(name) ?? ENGINES.get(name.split('-')[0]);
}

/** The engine and the version that the family of a parameter group is for: `aurora-mysql8.0`, `sqlserver-se-15.0`. */
export function engineOfFamily(family: string): { readonly engine: string; readonly version: string } | undefined {
  // No name of a family is longer than this.
  const parts = /^([a-z].*?)-?(\d+(?:\.\d+)*)$/.exec(family.slice(0, 256));
  return parts ? { engine: parts[1], version: parts[2] } : undefined;
}

/** Whether a version is another one or a newer one. `undefined` where it is cut off before it tells: 11 against 11.8. */
export function isAtLeast(version: string, min: string): boolean | undefined {
  const parts = version.split('.');
  for (const [at, wanted] of min.split('.').map(Number).entries()) {
    const part = parseInt(parts[at] ?? '', 10);
    if (Number.isNaN(part)) return undefined;
    if (part !== wanted) return part > wanted;
  }
  return true;
}
