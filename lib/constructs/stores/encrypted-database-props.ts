import { StoreProps } from '../encryption/store';
import { IVpc } from '../network/vpc';
import { DatabaseEngine } from './database-engine';

/** What a database runs, and how large it is. */
export interface EncryptedDatabaseProps extends StoreProps {
  /** The network. The database stands in its data subnets, of which there must be some in two zones. */
  readonly vpc: IVpc;

  /**
   * What it runs.
   *
   * @default DatabaseEngine.AURORA_POSTGRESQL
   */
  readonly engine?: DatabaseEngine;

  /**
   * The class of its instances. One that is too small keeps no performance data, and cannot be made.
   *
   * @default - `db.r7g.large` for Aurora, `db.t4g.medium` for others, or `db.m7g.large` for those where the network enforces encryption
   */
  readonly instanceClass?: string;

  /**
   * How many instances an Aurora cluster has: 2 to 16, or 1 in an ephemeral environment. Other engines have one, and a standby in another zone.
   *
   * @default 2
   */
  readonly instances?: number;

  /**
   * How much an RDS instance holds at first: 20 to 65,536 GiB. The storage of Aurora grows by itself.
   *
   * @default 20
   */
  readonly allocatedStorageGiB?: number;

  /**
   * How far the storage of an RDS instance may grow, in GiB.
   *
   * @default - ten times `allocatedStorageGiB`
   */
  readonly maxAllocatedStorageGiB?: number;

  /**
   * The database that is made within it.
   *
   * @default - the one that the engine makes by itself, where it makes one
   */
  readonly databaseName?: string;

  /**
   * The name of the cluster or instance.
   *
   * @default - the posture's prefix, the name of the stack, and the construct's path, cut and with a hash where that is too long
   */
  readonly identifier?: string;

  /**
   * For how many days it can go back to any second: 7 to 35 (TOM 4.1). The guardrails ask for 35 where the data is personal, or
   * for the retention where that is shorter.
   *
   * @default - 35, or the retention where that is shorter, and 7 at least
   */
  readonly backupRetentionDays?: number;

  /**
   * When snapshots of RDS instances begin, in UTC: `02:00-03:00`. Outside of maintenance.
   *
   * @default - RDS chooses, by region
   */
  readonly backupWindow?: string;

  /**
   * When upgrades are made, in UTC: `sun:03:30-sun:04:30`.
   *
   * @default - RDS chooses, by region
   */
  readonly maintenanceWindow?: string;
}
