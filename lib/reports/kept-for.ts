import { Span } from '../erasure/days';
import { Erasure } from '../erasure/horizon';

/** How long a store may be kept, in words: `as access logs`, `90 days (invoices)`. */
export function keptFor(
  { retentionDays, dataCategory, purpose }: Pick<Erasure, 'retentionDays' | 'dataCategory' | 'purpose'>,
  spanText: (span: Span) => string,
  shown: (text: string) => string = (text) => text
): string {
  if (purpose !== undefined) return `as ${purpose}`;
  if (retentionDays === undefined) return 'not declared';
  return dataCategory === undefined ? spanText(retentionDays) : `${spanText(retentionDays)} (${shown(dataCategory)})`;
}
