/**
 * What a stack is for. It decides whether data stores may be destroyed.
 */
export enum Environment {
  /** Serves real users with real data. Data stores refuse destruction. */
  PRODUCTION = 'production',
  /** Mirrors production for a last test. Data stores refuse destruction. */
  STAGING = 'staging',
  /** Where changes are made. Data stores refuse destruction. */
  DEVELOPMENT = 'development',
  /** Lives for a test run. The only environment whose data stores may be destroyed. */
  EPHEMERAL = 'ephemeral',
}
