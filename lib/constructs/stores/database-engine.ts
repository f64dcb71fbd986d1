import { Token } from 'cdktf';
import { refuse } from '../core/errors';
import { Port } from '../network/port';

/** A parameter of an engine, and whether it waits for the next start. */
export interface EngineParameter {
  readonly name: string;
  readonly value: string;
  readonly applyMethod?: string;
}

/** What an engine is run with. */
interface Recipe {
  /** What RDS calls it. */
  readonly engine: string;
  /** The versions that it is known by, and the oldest that keeps all promises. */
  readonly form: RegExp;
  readonly min: string;
  readonly lacking: string;
  /** The part of a version that names a parameter group family, and the family. */
  readonly major: RegExp;
  readonly family: (major: string) => string;
  readonly port: Port;
  readonly instanceClass: string;
  /** In a network that enforces encryption. */
  readonly encryptingClass: string;
  readonly parameters: readonly EngineParameter[];
  readonly logs: readonly string[];
  /** Whether an option group writes the audit log. */
  readonly auditOption?: boolean;
}

const LARGE = 'db.r7g.large';
const SMALL = 'db.t4g.medium';
const SMALL_ENCRYPTING = 'db.m7g.large';

/**
 * TLS, who connected, and changes of tables and rights. pgAudit keeps passwords out of what it writes, which `log_statement` does not; and no statement is
 * written for being slow, since its text holds the data. Both are off by default, and stay off. What a changed object is and what it is called is only
 * logged where the extension of pgAudit exists, which no parameter creates.
 *
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.PostgreSQL.CommonDBATasks.pgaudit.basic-setup.html
 */
const POSTGRESQL_PARAMETERS = [
  { name: 'rds.force_ssl', value: '1' },
  { name: 'ssl_min_protocol_version', value: 'TLSv1.2' },
  { name: 'log_connections', value: '1' },
  { name: 'log_disconnections', value: '1' },
  { name: 'log_statement', value: 'none' },
  { name: 'log_min_duration_statement', value: '-1' },
  { name: 'pgaudit.log', value: 'ddl,role' },
  { name: 'shared_preload_libraries', value: 'pg_stat_statements,pgaudit', applyMethod: 'pending-reboot' },
];

/** Who connected, and changes of tables and rights. */
export const AUDIT_EVENTS = 'CONNECT,QUERY_DDL,QUERY_DCL';

const WHOLE = /^\d+(?:\.\d+)?$/;
const POINTED = /^\d+\.\d+(?:\.\d+)?$/;
const FIRST = /^\d+/;
const FIRST_TWO = /^\d+\.\d+/;

const OLD_TLS = 'older ones take TLS below 1.2';

const AURORA_POSTGRESQL: Recipe = {
  engine: 'aurora-postgresql',
  form: WHOLE,
  min: '12',
  lacking: OLD_TLS,
  major: FIRST,
  family: (major) => `aurora-postgresql${major}`,
  port: Port.POSTGRESQL,
  instanceClass: LARGE,
  encryptingClass: LARGE,
  parameters: POSTGRESQL_PARAMETERS,
  logs: ['postgresql'],
};

const AURORA_MYSQL: Recipe = {
  engine: 'aurora-mysql',
  form: /^\d+\.\d+(?:\.mysql_aurora(?:\.\d+){3})?$/,
  min: '8.0',
  lacking: OLD_TLS,
  major: FIRST_TWO,
  family: (major) => `aurora-mysql${major}`,
  port: Port.MYSQL,
  instanceClass: LARGE,
  encryptingClass: LARGE,
  parameters: [
    { name: 'require_secure_transport', value: 'ON' },
    { name: 'server_audit_logging', value: '1' },
    { name: 'server_audit_events', value: AUDIT_EVENTS },
  ],
  logs: ['audit', 'error'],
};

const POSTGRESQL: Recipe = {
  ...AURORA_POSTGRESQL,
  engine: 'postgres',
  family: (major) => `postgres${major}`,
  instanceClass: SMALL,
  encryptingClass: SMALL_ENCRYPTING,
  logs: ['postgresql', 'upgrade'],
};

const MYSQL: Recipe = {
  engine: 'mysql',
  form: POINTED,
  min: '8.0',
  lacking: OLD_TLS,
  major: FIRST_TWO,
  family: (major) => `mysql${major}`,
  port: Port.MYSQL,
  instanceClass: SMALL,
  encryptingClass: SMALL_ENCRYPTING,
  parameters: [{ name: 'require_secure_transport', value: '1' }],
  logs: ['audit', 'error'],
  auditOption: true,
};

const MARIADB: Recipe = {
  ...MYSQL,
  engine: 'mariadb',
  min: '10.11',
  lacking: 'older ones know no IAM authentication',
  family: (major) => `mariadb${major}`,
};

/**
 * What a database runs, and in which version (TOM 1.1.2): an engine that can be made to refuse connections without TLS 1.2 or newer, to
 * authenticate by IAM and to say who connected.
 *
 * ```ts
 * new EncryptedDatabase(this, 'Orders', { vpc, engine: DatabaseEngine.postgresql('16.9') });
 * ```
 */
export class DatabaseEngine {
  /**
   * Aurora PostgreSQL 17. Run `CREATE EXTENSION pgaudit` in each of its databases: until then the log has a change of a table without the type and name of
   * what was changed.
   */
  public static readonly AURORA_POSTGRESQL = DatabaseEngine.auroraPostgresql('17');
  /** Aurora MySQL 3, which is compatible with MySQL 8.0. */
  public static readonly AURORA_MYSQL = DatabaseEngine.auroraMysql('8.0');
  /** PostgreSQL 17 on RDS. Run `CREATE EXTENSION pgaudit` in each of its databases, as with Aurora PostgreSQL. */
  public static readonly POSTGRESQL = DatabaseEngine.postgresql('17');
  /** MySQL 8.4 on RDS. */
  public static readonly MYSQL = DatabaseEngine.mysql('8.4');
  /** MariaDB 11.8 on RDS. */
  public static readonly MARIADB = DatabaseEngine.mariadb('11.8');

  /**
   * A version of Aurora PostgreSQL: `17`, which takes minor upgrades as they come, or `17.5`. It needs `CREATE EXTENSION pgaudit` in each database.
   *
   * @throws ValidationError where it is no such version, a token, or older than 12.
   */
  public static auroraPostgresql(version: string): DatabaseEngine {
    return new DatabaseEngine(AURORA_POSTGRESQL, version);
  }

  /**
   * A version of Aurora MySQL: `8.0`, which takes minor upgrades as they come, or `8.0.mysql_aurora.3.10.0`.
   *
   * @throws ValidationError where it is no such version, a token, or older than 8.0.
   */
  public static auroraMysql(version: string): DatabaseEngine {
    return new DatabaseEngine(AURORA_MYSQL, version);
  }

  /**
   * A version of PostgreSQL on RDS: `17`, which takes minor upgrades as they come, or `17.5`. It needs `CREATE EXTENSION pgaudit` in each database.
   *
   * @throws ValidationError where it is no such version, a token, or older than 12.
   */
  public static postgresql(version: string): DatabaseEngine {
    return new DatabaseEngine(POSTGRESQL, version);
  }

  /**
   * A version of MySQL on RDS: `8.4`, which takes minor upgrades as they come, or `8.4.6`.
   *
   * @throws ValidationError where it is no such version, a token, or older than 8.0.
   */
  public static mysql(version: string): DatabaseEngine {
    return new DatabaseEngine(MYSQL, version);
  }

  /**
   * A version of MariaDB on RDS: `11.8`, which takes minor upgrades as they come, or `11.8.3`.
   *
   * @throws ValidationError where it is no such version, a token, or older than 10.11.
   */
  public static mariadb(version: string): DatabaseEngine {
    return new DatabaseEngine(MARIADB, version);
  }

  /** What RDS calls the engine: `aurora-postgresql`. */
  public readonly engine: string;
  /** The version, as RDS takes it. */
  public readonly version: string;
  /** Whether it is Aurora, whose instances share the storage of a cluster. */
  public readonly isAurora: boolean;
  /** The port that it listens on. */
  public readonly port: Port;
  /** The part of the version that an upgrade must be asked for: `17`, `8.4`. */
  public readonly majorVersion: string;

  /** @internal */
  public readonly _family: string;
  /** @internal */
  public readonly _instanceClass: string;
  /** @internal */
  public readonly _encryptingClass: string;
  /** @internal */
  public readonly _parameters: readonly EngineParameter[];
  /** @internal */
  public readonly _logs: readonly string[];
  /** @internal */
  public readonly _hasAuditOption: boolean;

  private constructor(recipe: Recipe, version: string) {
    const { engine, major, family } = recipe;
    requireVersion(recipe, version);
    this.engine = engine;
    this.version = version;
    this.isAurora = engine.startsWith('aurora-');
    this.port = recipe.port;
    this.majorVersion = major.exec(version)![0];
    this._family = family(this.majorVersion);
    this._instanceClass = recipe.instanceClass;
    this._encryptingClass = recipe.encryptingClass;
    this._parameters = recipe.parameters;
    this._logs = recipe.logs;
    this._hasAuditOption = recipe.auditOption === true;
  }
}

/** The family of the parameter group follows from the version, so it must be known. */
function requireVersion({ engine, form, min, lacking }: Recipe, version: string): void {
  const known = !Token.isUnresolved(version) && form.test(version);
  if (known && isAtLeast(version, min)) return;
  refuse(undefined, {
    prop: 'version',
    must: known
      ? `must be ${min} or newer for ${engine}: ${lacking}`
      : `must be a version of ${engine}, known when the program runs`,
    value: version,
    measure: '1.1.2',
    fix: `write a newer one, such as '${min}'`,
  });
}

function isAtLeast(version: string, min: string): boolean {
  const parts = version.split('.').map(Number);
  const wanted = min.split('.').map(Number);
  const at = wanted.findIndex((number, index) => parts[index] !== number);
  return at === -1 || parts[at] > wanted[at];
}
