/** How Object Lock keeps what is written from deletion and change until its retention ends. */
export enum ObjectLockMode {
  /** Until then nobody deletes without the permission `s3:BypassGovernanceRetention`, by which the lock can be taken back. */
  GOVERNANCE = 'GOVERNANCE',
  /** Until then nobody deletes, not even the root user, and nobody takes the lock back. Only the end of the account ends it sooner. */
  COMPLIANCE = 'COMPLIANCE',
}
