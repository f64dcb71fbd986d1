import { requireWholeNumber } from '../core/require';

/**
 * How long a lock in compliance mode can still be taken back, at least.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
 */
const MIN_COOLING_OFF_DAYS = 3;

/** How a vault keeps backups from deletion until their retention ends (TOM 4.2). */
export class VaultLock {
  /**
   * Nobody deletes a backup before its time, except those who may first remove the lock with `backup:DeleteBackupVaultLockConfiguration`. It can be taken back.
   */
  public static governance(): VaultLock {
    return new VaultLock();
  }

  /**
   * Nobody deletes a backup before its time, not even the root user or AWS, and nobody removes or changes the lock.
   *
   * **This cannot be undone.** Once the cooling-off time is over, the vault, its lock and every backup in it stay until the last backup has ended by its retention; no
   * `terraform destroy`, no support case and no erasure of a single record ends that sooner. Ask for it once a vault in governance mode receives what it should.
   *
   * @param coolingOffDays for how many days after the first apply the lock can still be changed or removed: 3 to 36500
   * @throws ValidationError where that is less than AWS takes.
   */
  public static compliance(coolingOffDays: number): VaultLock {
    requireWholeNumber(undefined, 'coolingOffDays', coolingOffDays, {
      min: MIN_COOLING_OFF_DAYS,
      max: 36_500,
      because: ': AWS Backup gives 72 hours at least, and after it nobody can undo the lock',
      measure: '4.2',
      example: 14,
    });
    return new VaultLock(coolingOffDays);
  }

  /** @internal */
  public readonly _coolingOffDays?: number;

  private constructor(coolingOffDays?: number) {
    this._coolingOffDays = coolingOffDays;
  }
}
