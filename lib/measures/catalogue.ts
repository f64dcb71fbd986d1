import { Measure } from './measure';
import { CHAPTER_1 } from './chapters/chapter-01';

/** The titles of the chapters, by number. */
export const CHAPTERS: { readonly [chapter: number]: string } = {
  1: 'Pseudonymization and encryption',
  2: 'Minimization, retention and deletion',
  3: 'Confidentiality, integrity, availability and resilience',
  4: 'Restoring availability and access',
  5: 'Testing and evaluating effectiveness',
  6: 'Identification and authorization',
  7: 'Physical security',
  8: 'Event logging',
  9: 'System configuration',
  10: 'Governance',
  11: 'Accountability and assistance',
};

/** The whole catalogue, in the order of the chapters. */
export const MEASURES: readonly Measure[] = [...CHAPTER_1];

const BY_ID: ReadonlyMap<string, Measure> = new Map(MEASURES.map((measure) => [measure.id, measure]));

/** The measure with this id. */
export function measure(id: string): Measure | undefined {
  return BY_ID.get(id);
}

/** The title of a measure that must exist. */
export function measureTitle(id: string): string {
  const found = BY_ID.get(id);
  if (!found) throw new Error(`no measure has the id ${JSON.stringify(id)}`);
  return found.title;
}
