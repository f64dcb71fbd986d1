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
}

/** The options of all calls for one app. The strictest holds: no call loosens what another one set. */
export class Policy {
  public undeterminedFails = false;
  public refuses = false;
  /** The baseline that every call names. */
  public baseline: string | undefined;
  private isCalled = false;

  public tighten({ undetermined, enforcement, baseline }: GuardrailsOptions): void {
    if (baseline === '') throw new GuardrailsError("'baseline' is empty: name a file");
    requireOneOf('undetermined', Object.values(Undetermined), undetermined);
    requireOneOf('enforcement', Object.values(Enforcement), enforcement);
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
