/** What a measure that the configuration does not decide does to synth. */
export enum Undetermined {
  /** It is reported, and undetermined in the evidence. The plan settles it. */
  REPORT = 'report',
  /** It is refused, as if the measure were broken, unless a waiver covers it. */
  REFUSE = 'refuse',
}

/** What a finding does to synth. */
export enum Enforcement {
  /** Synth throws, and leaves nothing to apply. */
  REFUSE = 'refuse',
  /** Everything is reported and written, and the evidence says that nothing was enforced. For adoption in an app that does not pass yet. */
  WARN = 'warn',
}

/** What a report is written as. */
export enum ReportFormat {
  /** As synth prints it. */
  TEXT = 'text',
  /** As `schema/toms-check.schema.json` describes it. */
  JSON = 'json',
  /** SARIF 2.1.0, for code scanning. */
  SARIF = 'sarif',
  /** JUnit XML, for the test reports of CI servers. */
  JUNIT = 'junit',
  /** JSON for GitLab's reports of code quality. */
  CODE_QUALITY = 'codequality',
}

/** A report of the check, beside what synth prints. */
export interface ReportFile {
  /** Where to: a path from the working directory. The directories above it are made. */
  readonly file: string;

  /** What it is written as. */
  readonly format: ReportFormat;
}

/** How grave a finding is. */
export enum Severity {
  /** Data is exposed, unencrypted or lost, or nobody would notice. */
  HIGH = 'high',
  /** One protection of several is missing. */
  MEDIUM = 'medium',
  /** Good practice, of which little depends by itself. */
  LOW = 'low',
}

/** Numbers that are demanded instead of those of the measures. None may be looser. */
export interface Demands {
  /**
   * The minimum days that security logs are kept (TOM 8.4), up to 3653.
   *
   * @default 365
   */
  readonly securityLogDays?: number;

  /**
   * The minimum days that a database keeps backups (TOM 4.1), up to 35. Of personal data it is 35 in any case, unless the declared retention is shorter.
   *
   * @default 7
   */
  readonly backupDays?: number;

  /**
   * The minimum days that a cache of personal data keeps snapshots (TOM 4.1), up to 35.
   *
   * @default 7
   */
  readonly cacheSnapshotDays?: number;

  /**
   * The maximum days between two rotations of a key (TOM 1.3.1), down to 90.
   *
   * @default 365
   */
  readonly keyRotationDays?: number;

  /**
   * The minimum days that a key waits for its deletion (TOM 1.3.1), up to 30.
   *
   * @default 14
   */
  readonly keyDeletionDays?: number;

  /**
   * The maximum days between two rotations of a secret (TOM 1.3.1), down to 1.
   *
   * @default 90
   */
  readonly secretRotationDays?: number;

  /**
   * The maximum minutes that a session on a machine is idle (TOM 6.4), down to 1.
   *
   * @default 15
   */
  readonly sessionIdleMinutes?: number;

  /**
   * The maximum minutes that a session on a machine lasts (TOM 6.4), down to 1.
   *
   * @default 60
   */
  readonly sessionMinutes?: number;

  /**
   * The maximum days for which a risk is accepted (TOM 10.3), down to 1. A posture that allows fewer still does.
   *
   * @default 366
   */
  readonly waiverDays?: number;
}

/** How the guardrails are enforced. */
export interface GuardrailsOptions {
  /**
   * What a measure that the configuration does not decide does to synth.
   *
   * @default Undetermined.REPORT
   */
  readonly undetermined?: Undetermined;

  /**
   * What a finding does to synth.
   *
   * @default Enforcement.REFUSE
   */
  readonly enforcement?: Enforcement;

  /**
   * A file of findings that are known and refuse nothing, which `toms check --baseline <file> --update-baseline` writes. New findings are refused, and so is
   * an output in which known ones are gone, until they are taken out of the file. The evidence calls them violated.
   *
   * @default - everything that is found is refused
   */
  readonly baseline?: string;

  /**
   * Reports that are written whether the app passes or not. Unlike `toms check`, they name the lines of the program. A refused synth leaves no output that
   * `toms check` could read, so this is the way to show in CI what was refused.
   *
   * @default - no reports
   */
  readonly reports?: ReportFile[];

  /**
   * A configuration, as `toms check` reads it: a path from the working directory, such as `toms.config.json`. An option of this call stands instead of the
   * same in the file.
   *
   * @default - no file is read
   */
  readonly configuration?: string;

  /**
   * The least severity of a finding that is refused. Others are reported.
   *
   * @default Severity.LOW
   */
  readonly failOn?: Severity;

  /**
   * Rules that do not run: by id or name, by measure (`8.4`) or by severity. What they speak of is not shown in the evidence. A rule that nobody may waive
   * always runs.
   *
   * @default - every rule runs
   */
  readonly skip?: string[];

  /**
   * Files and packages with rules of your company, from the working directory.
   *
   * @default - only the rules of this package
   */
  readonly rules?: string[];

  /**
   * Demands that are stricter than those of the measures.
   *
   * @default - the numbers of the measures
   */
  readonly demands?: Demands;
}
