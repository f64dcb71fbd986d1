import { StricterDemands } from '../../toms/demands';
import { SkippedRule } from '../finding';
import { CompanyRule } from '../company/company-rule';

/** What a project sets for its runs: what is left out, what is added, and what is demanded beyond the measures. */
export interface Settings {
  /** The rules that do not run. */
  readonly skipped: readonly SkippedRule[];
  readonly companyRules: readonly CompanyRule[];
  readonly demands: StricterDemands;
}

/** Every rule of the package runs, and demands what the measures do. */
export const NO_SETTINGS: Settings = { skipped: [], companyRules: [], demands: {} };

/** A setting that is none, and the way out. */
export class InvalidSetting extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InvalidSetting';
  }
}
