import { CHAPTER_1 } from './chapter-01';
import { CHAPTER_2 } from './chapter-02';
import { CHAPTER_3 } from './chapter-03';
import { CHAPTER_4 } from './chapter-04';
import { CHAPTER_5 } from './chapter-05';
import { CHAPTER_6 } from './chapter-06';
import { CHAPTER_7 } from './chapter-07';
import { CHAPTER_8 } from './chapter-08';
import { CHAPTER_9 } from './chapter-09';
import { CHAPTER_10 } from './chapter-10';
import { CHAPTER_11 } from './chapter-11';
import { Measure } from './measure';

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
export const MEASURES: readonly Measure[] = [
  ...CHAPTER_1,
  ...CHAPTER_2,
  ...CHAPTER_3,
  ...CHAPTER_4,
  ...CHAPTER_5,
  ...CHAPTER_6,
  ...CHAPTER_7,
  ...CHAPTER_8,
  ...CHAPTER_9,
  ...CHAPTER_10,
  ...CHAPTER_11,
];

const BY_ID: ReadonlyMap<string, Measure> = new Map(MEASURES.map((each) => [each.id, each]));

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
