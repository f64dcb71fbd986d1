import { ClaimId } from '../catalogue';
import { GERMAN_1 } from './chapter-01';
import { GERMAN_2 } from './chapter-02';
import { GERMAN_3 } from './chapter-03';
import { GERMAN_3_3 } from './chapter-03-resilience';
import { GERMAN_4 } from './chapter-04';
import { GERMAN_5 } from './chapter-05';
import { GERMAN_6 } from './chapter-06';
import { GERMAN_7 } from './chapter-07';
import { GERMAN_8 } from './chapter-08';
import { GERMAN_9 } from './chapter-09';
import { GERMAN_10 } from './chapter-10';
import { GERMAN_11 } from './chapter-11';

/**
 * What each claim says in German. One sentence in the present without a full stop, as true as the English one: neither stronger nor weaker.
 * "Jeder" for coverage, "kein" for absence, "es gibt" for existence. Words are those of the GDPR in German and of data protection officers:
 * Löschkonzept, Löschfrist, Schutzbedarf, Verantwortlicher, Unterauftragsverarbeiter. Of AWS they are those of its console in German
 * (Richtlinie, Konto, Protokollgruppe, Warteschlange), or English where engineers speak so (Bucket, Trail, Security Group, Web-ACL).
 */
export const GERMAN_CLAIMS: { readonly [Id in ClaimId]: string } = {
  ...GERMAN_1,
  ...GERMAN_2,
  ...GERMAN_3,
  ...GERMAN_3_3,
  ...GERMAN_4,
  ...GERMAN_5,
  ...GERMAN_6,
  ...GERMAN_7,
  ...GERMAN_8,
  ...GERMAN_9,
  ...GERMAN_10,
  ...GERMAN_11,
};
