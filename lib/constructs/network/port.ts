import { refuse } from '../core/errors';
import { requirePort } from '../core/require';

const MEASURE = '9.3';

/** What administrators connect to: SSH, Telnet, RDP and WinRM. */
const ADMIN_PORTS = [22, 23, 3389, 5985, 5986];

/**
 * What a rule of a security group opens: a protocol and a port, or a range of ports (TOM 3.3.4, 9.3).
 *
 * ```ts
 * application.connections.allowTo(database, Port.POSTGRESQL);
 * application.connections.allowTo(search, Port.tcp(9200));
 * ```
 */
export class Port {
  /** HTTPS: TCP 443. */
  public static readonly HTTPS = Port.tcp(443);
  /** PostgreSQL: TCP 5432. */
  public static readonly POSTGRESQL = Port.tcp(5432);
  /** MySQL and MariaDB: TCP 3306. */
  public static readonly MYSQL = Port.tcp(3306);
  /** Redis and Valkey: TCP 6379. */
  public static readonly REDIS = Port.tcp(6379);
  /** NFS, of EFS: TCP 2049. */
  public static readonly NFS = Port.tcp(2049);

  /**
   * One TCP port.
   *
   * @throws ValidationError where it is no whole number from 1 to 65535.
   */
  public static tcp(port: number): Port {
    return new Port('tcp', port, port);
  }

  /**
   * A range of TCP ports, both ends included.
   *
   * @throws ValidationError where an end is no whole number from 1 to 65535, or the first is greater than the last.
   */
  public static tcpRange(first: number, last: number): Port {
    return new Port('tcp', first, last);
  }

  /**
   * One UDP port.
   *
   * @throws ValidationError where it is no whole number from 1 to 65535.
   */
  public static udp(port: number): Port {
    return new Port('udp', port, port);
  }

  /**
   * A range of UDP ports, both ends included.
   *
   * @throws ValidationError where an end is no whole number from 1 to 65535, or the first is greater than the last.
   */
  public static udpRange(first: number, last: number): Port {
    return new Port('udp', first, last);
  }

  /** As ids and descriptions name it: `tcp 443`, `udp 6000-6010`. */
  public readonly name: string;

  private constructor(
    /** `tcp` or `udp`. */
    public readonly protocol: string,
    /** The first port. */
    public readonly fromPort: number,
    /** The last port. */
    public readonly toPort: number
  ) {
    for (const port of [fromPort, toPort]) requirePort(undefined, port, MEASURE, 'write a port such as Port.tcp(443)');
    if (fromPort > toPort) {
      refuse(undefined, {
        prop: 'port',
        must: 'must be a range whose first port is not greater than its last',
        value: [fromPort, toPort],
        measure: MEASURE,
        fix: `write Port.${protocol}Range(${toPort}, ${fromPort})`,
      });
    }
    this.name = `${protocol} ${fromPort === toPort ? fromPort : `${fromPort}-${toPort}`}`;
  }

  /** Whether the range holds a port by which administrators connect: SSH, Telnet, RDP or WinRM. */
  public get isAdministrative(): boolean {
    return this.protocol === 'tcp' && ADMIN_PORTS.some((port) => port >= this.fromPort && port <= this.toPort);
  }
}
