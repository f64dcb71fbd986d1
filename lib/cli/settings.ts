import { ConfigFile, findConfig, readConfig } from '../guardrails/settings/config-file';
import { selecting, settingsOf } from '../guardrails/settings/compose';
import { InvalidSetting, NO_SETTINGS, Settings } from '../guardrails/settings/settings';
import { UnreadableInput } from '../terraform/unreadable-input';
import { UsageError } from './usage';

/** The configuration that a command runs with: the one that is named, or else the nearest at or above the working directory. */
export function configOf(named: string | undefined): ConfigFile | undefined {
  const path = named ?? findConfig(process.cwd());
  return path === undefined ? undefined : readConfig(path);
}

/** What the options of a command select. They stand instead of all that the configuration selects. */
export interface SelectionOptions {
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
}

/** The settings of a configuration, and of the options of the command. */
export function settingsFrom(config: ConfigFile | undefined, { only, skip }: SelectionOptions = {}): Settings {
  const settings = config
    ? orElse(
        () => settingsOf(config),
        (message) => new UnreadableInput(config.file, message)
      )
    : NO_SETTINGS;
  if (only !== undefined || skip !== undefined) {
    const asked = { only: only && wordsOf(only), skip: skip && wordsOf(skip), from: 'command line' };
    return orElse(
      () => selecting(settings, asked),
      (message) => new UsageError(message)
    );
  }
  if (!config) return settings;
  const { file: from, ...kept } = config;
  return orElse(
    () => selecting(settings, { only: kept.only, skip: kept.skip, from }),
    (message) => new UnreadableInput(from, message)
  );
}

/** The words of an option that may be given several times, each with commas between them. */
function wordsOf(option: readonly string[]): readonly string[] {
  return option.flatMap((words) => words.split(',')).map((word) => word.trim());
}

function orElse<T>(make: () => T, refusal: (message: string) => Error): T {
  try {
    return make();
  } catch (error) {
    throw error instanceof InvalidSetting ? refusal(error.message) : error;
  }
}
