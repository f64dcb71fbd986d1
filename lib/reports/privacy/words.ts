import { Span } from '../../erasure/days';
import { InLanguages, Language, numberIn } from '../language';
import { Line, field } from '../paper/paper';

/** The classes of data in German. */
const CLASSES: { readonly [dataClass: string]: string } = {
  public: 'öffentlich',
  internal: 'intern',
  confidential: 'vertraulich',
  personal: 'personenbezogen',
  'special-category': 'besondere Kategorie',
};

/** A class of data. One that nobody declares is left open. */
export function classIn(language: Language, dataClass: string | null | undefined): Line {
  const name = dataClass ?? undefined;
  return field(language, name !== undefined && language === 'de' ? (CLASSES[name] ?? name) : name);
}

const SPANS: InLanguages<{ readonly never: string; readonly undetermined: string; readonly day: string }> = {
  en: { never: 'never', undetermined: 'only a plan can tell', day: 'day' },
  de: { never: 'nie', undetermined: 'erst aus dem Plan ersichtlich', day: 'Tag' },
};

/** `90 days`, `90 Tage`. */
export function spanText(language: Language, span: Span): string {
  const words = SPANS[language];
  if (typeof span === 'string') return words[span];
  const plural = language === 'de' ? 'e' : 's';
  return `${numberIn(language, span)} ${words.day}${span === 1 ? '' : plural}`;
}

/** A span. What nobody declares or computes is left open. */
export function spanIn(language: Language, span: Span | null): Line {
  return field(language, span === null ? undefined : spanText(language, span));
}
