import { Measure } from './measure';
import { CHAPTER_1 } from './chapters/chapter-01';
import { CHAPTER_2 } from './chapters/chapter-02';
import { CHAPTER_3 } from './chapters/chapter-03';
import { CHAPTER_4 } from './chapters/chapter-04';
import { CHAPTER_5 } from './chapters/chapter-05';
import { CHAPTER_6 } from './chapters/chapter-06';
import { CHAPTER_7 } from './chapters/chapter-07';
import { CHAPTER_8 } from './chapters/chapter-08';
import { CHAPTER_9 } from './chapters/chapter-09';
import { CHAPTER_10 } from './chapters/chapter-10';
import { CHAPTER_11 } from './chapters/chapter-11';

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
