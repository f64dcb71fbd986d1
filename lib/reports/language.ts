/** The languages that papers for people outside are written in. */
export const LANGUAGES = ['en', 'de'] as const;

export type Language = (typeof LANGUAGES)[number];

/** A text in each language. */
export type InLanguages<T = string> = { readonly [L in Language]: T };

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October'],
  ...['November', 'December'],
];

/** A day: `29 November 2026`, `29.11.2026`. What is no ISO date stays as it is. */
export function dateIn(language: Language, iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return iso;
  return language === 'de' ? `${day}.${month}.${year}` : `${Number(day)} ${name} ${year}`;
}

/** A whole number: `12,345`, `12.345`. */
export function numberIn(language: Language, count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, language === 'de' ? '.' : ',');
}

/** `3 of 8`, `3 von 8`. */
export function countIn(language: Language, { met, of }: { readonly met: number; readonly of: number }): string {
  return `${numberIn(language, met)} ${language === 'de' ? 'von' : 'of'} ${numberIn(language, of)}`;
}
