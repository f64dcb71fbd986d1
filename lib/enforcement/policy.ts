import {
  ConfigFile,
  InvalidSetting,
  NO_SETTINGS,
  SEVERITIES,
  Settings,
  UnreadableInput,
  readConfig,
  selecting,
  settingsOf,
  strictestOf,
} from './engine';
import { GuardrailsError } from './guardrails-error';
import { Enforcement, GuardrailsOptions, ReportFormat, Severity, Undetermined } from './options';

/** The options of all calls for one app. The strictest holds: no call loosens what another one set. */
export class Policy {
  public undeterminedFails = false;
  public refuses = false;
  /** The least severity that is refused. */
  public failOn: Severity = Severity.HIGH;
  /** The files that every call names. */
  public baseline: string | undefined;
  public waivers: string | undefined;
  public records: string | undefined;
  /** What every call skips, what any adds, and the strictest that any demands. */
  public settings: Settings = NO_SETTINGS;
  /** The reports that any call asks for, by file. */
  public readonly reports = new Map<string, ReportFormat>();
  private isCalled = false;

  public tighten(options: GuardrailsOptions): void {
    const { enforcement, reports = [] } = options;
    if (options.baseline === '') throw new GuardrailsError("'baseline' is empty: name a file");
    requireOneOf('undetermined', Object.values(Undetermined), options.undetermined);
    requireOneOf('enforcement', Object.values(Enforcement), enforcement);
    requireOneOf('failOn', Object.values(Severity), options.failOn);
    for (const { file, format } of reports) {
      if (file === '') throw new GuardrailsError("'reports' has an empty file: name one");
      requireOneOf('format', Object.values(ReportFormat), format);
    }
    const file = configurationOf(options.configuration);
    const settings = settingsIn(options, file);
    const { undetermined = file?.undetermined === 'fail' ? Undetermined.REFUSE : undefined } = options;
    const { failOn = (file?.failOn as Severity | undefined) ?? Severity.LOW, baseline = file?.baseline } = options;

    this.settings = this.isCalled ? stricterOf(this.settings, settings) : settings;
    for (const report of reports) this.reports.set(report.file, report.format);
    this.undeterminedFails ||= undetermined === Undetermined.REFUSE;
    this.refuses ||= enforcement !== Enforcement.WARN;
    if (SEVERITIES.indexOf(failOn) > SEVERITIES.indexOf(this.failOn)) this.failOn = failOn;
    this.baseline = this.inEvery(this.baseline, baseline);
    this.waivers = this.inEvery(this.waivers, file?.waivers);
    this.records = this.inEvery(this.records, file?.records);
    this.isCalled = true;
  }

  private inEvery(former: string | undefined, now: string | undefined): string | undefined {
    return this.isCalled && former !== now ? undefined : now;
  }
}

function configurationOf(path: string | undefined): ConfigFile | undefined {
  if (path === '') throw new GuardrailsError("'configuration' is empty: name a file");
  try {
    return path === undefined ? undefined : readConfig(path);
  } catch (error) {
    throw error instanceof UnreadableInput ? new GuardrailsError(error.message) : error;
  }
}

/** What one call sets: its file, and what it says itself, which stands instead of the same in the file. */
function settingsIn({ skip, rules, demands }: GuardrailsOptions, file: ConfigFile | undefined): Settings {
  const ofFile = file ? refusing(`${file.file}: `, () => settingsOf(file)) : NO_SETTINGS;
  const own = refusing('', () =>
    settingsOf({ rules, directory: process.cwd(), demands: { ...ofFile.demands, ...demands } })
  );
  const settings = { ...own, companyRules: joined(ofFile, own) };
  if (skip !== undefined) return refusing('', () => selecting(settings, { skip, from: 'Guardrails.enforce' }));
  if (!file) return settings;
  return refusing(`${file.file}: `, () => selecting(settings, { only: file.only, skip: file.skip, from: file.file }));
}

/** Of two calls: what both skip, and what either adds or demands. */
function stricterOf(one: Settings, other: Settings): Settings {
  const left = new Set(other.skipped.map(({ rule }) => rule));
  return {
    skipped: one.skipped.filter(({ rule }) => left.has(rule)),
    companyRules: joined(one, other),
    demands: strictestOf(one.demands, other.demands),
  };
}

/** The company's rules of both, each once. */
function joined(one: Settings, other: Settings): Settings['companyRules'] {
  const known = new Map(one.companyRules.map((rule) => [rule.id, rule]));
  for (const rule of other.companyRules) {
    const same = known.get(rule.id);
    if (same !== undefined && same.source !== rule.source) {
      throw new GuardrailsError(
        `the rule ${rule.id} is in ${JSON.stringify(same.package)} and in ${JSON.stringify(rule.package)}: name it otherwise in one of them`
      );
    }
  }
  return [...one.companyRules, ...other.companyRules.filter(({ id }) => !known.has(id))];
}

function refusing<T>(where: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw error instanceof InvalidSetting ? new GuardrailsError(`${where}${error.message}`) : error;
  }
}

/** A program in JavaScript may write anything, and a typing error must not loosen the gate. */
function requireOneOf(option: string, values: readonly string[], value: string | undefined): void {
  if (value === undefined || values.includes(value)) return;
  const listed = values.map((each) => `'${each}'`).join(' or ');
  throw new GuardrailsError(`'${option}' must be ${listed}, got ${JSON.stringify(value)}`);
}
