import { GuardrailsError } from './guardrails-error';

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
}

/** The options of all calls for one app. The strictest holds: no call loosens what another one set. */
export class Policy {
  public undeterminedFails = false;
  public refuses = false;
  /** The baseline that every call names. */
  public baseline: string | undefined;
  /** The reports that any call asks for, by file. */
  public readonly reports = new Map<string, ReportFormat>();
  private isCalled = false;

  public tighten({ undetermined, enforcement, baseline, reports = [] }: GuardrailsOptions): void {
    if (baseline === '') throw new GuardrailsError("'baseline' is empty: name a file");
    requireOneOf('undetermined', Object.values(Undetermined), undetermined);
    requireOneOf('enforcement', Object.values(Enforcement), enforcement);
    for (const { file, format } of reports) {
      if (file === '') throw new GuardrailsError("'reports' has an empty file: name one");
      requireOneOf('format', Object.values(ReportFormat), format);
    }
    for (const { file, format } of reports) this.reports.set(file, format);
    this.undeterminedFails ||= undetermined === Undetermined.REFUSE;
    this.refuses ||= enforcement !== Enforcement.WARN;
    this.baseline = this.isCalled && this.baseline !== baseline ? undefined : baseline;
    this.isCalled = true;
  }
}

/** A program in JavaScript may write anything, and a typing error must not loosen the gate. */
function requireOneOf(option: string, values: readonly string[], value: string | undefined): void {
  if (value === undefined || values.includes(value)) return;
  const listed = values.map((each) => `'${each}'`).join(' or ');
  throw new GuardrailsError(`'${option}' must be ${listed}, got ${JSON.stringify(value)}`);
}
