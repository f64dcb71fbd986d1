import { StoreProps } from '../encryption/store';
import { IVpc } from '../network/vpc';
import { DatabaseEngine } from './database-engine';
import { ISecret } from './secret';

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
   * How large an instance of an Aurora cluster becomes with its load (TOM 3.3.2): Aurora Serverless v2. In Aurora capacity units (ACU) of about 2 GiB each, from 1
   * to 256 in steps of 0.5, with older versions to 128. Needs Aurora PostgreSQL 13.6, 14.3, 15.2 or 16.1, or Aurora MySQL 3.02, or newer.
   *
   * @default - instances are of `instanceClass`, and keep their size
   * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.how-it-works.html
   */
  readonly serverlessV2MaxCapacity?: number;

  /**
   * How small it becomes, in ACU: 0 to 256 in steps of 0.5. At 0 it pauses while nobody is connected; older versions begin at 0.5.
   *
   * @default 0.5
   */
  readonly serverlessV2MinCapacity?: number;

  /**
   * After how many seconds without a connection an instance pauses, where `serverlessV2MinCapacity` is 0: 300 to 86,400. The first connection then waits for
   * about 15 seconds, and for longer after a day.
   *
   * @default 300
   * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2-auto-pause.html
   */
  readonly serverlessV2AutoPauseSeconds?: number;

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
   * A secret with the password of the master user, `dbadmin`, as `password` of a JSON object. Terraform reads it as it runs, and keeps it in no state; what
   * rotates the secret hands each later password to the database. Only needed for what AWS does not offer where RDS keeps the password itself: replicas in
   * another Region, and readers of an RDS instance. Needs Terraform 1.11.
   *
   * @default - RDS makes the password, keeps it in Secrets Manager under the key, and rotates it
   */
  readonly masterSecret?: ISecret;

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
