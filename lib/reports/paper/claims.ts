import { ClaimEvidence } from '../../evidence/claims';
import { isShown } from '../../evidence/measures';
import { ProviderReport } from '../../toms/claim-records';
import { ClaimId } from '../../toms/claims/catalogue';
import { Population } from '../../toms/claims/claim';
import { GERMAN_CLAIMS } from '../../toms/claims/german/catalogue';
import { GERMAN_POPULATIONS } from '../../toms/claims/german/populations';
import { Language, countIn, dateIn } from '../language';

/** A claim as papers need it. */
export type PaperClaim = Pick<ClaimEvidence, 'id' | 'says' | 'state' | 'over' | 'count' | 'record' | 'report' | 'why'>;

/** How much of what it speaks of a claim is shown for. */
interface Extent {
  readonly met: number;
  readonly of: number;
}

/** What a claim says. */
export function sentenceOf(language: Language, { id, says }: PaperClaim): string {
  return language === 'de' ? GERMAN_CLAIMS[id as ClaimId] : says;
}

/** Whether a paper may say what a claim says, as far as the claim is shown. What is violated, waived or open for one is said for none. */
export function isPromised(claim: PaperClaim): boolean {
  if (isShown(claim)) return true;
  if (claim.state !== 'in part') return false;
  const extent = extentOf(claim);
  // A record or report that is in part for a reason lacks something that nobody counts, such as stacks that it is not for.
  const isCounted = claim.why === undefined || !(claim.record ?? claim.report);
  return isCounted && extent !== undefined && extent.met > 0 && extent.met < extent.of;
}

/** What a claim says, as far as it is shown. What holds for some is never said of all. */
export function promiseOf(language: Language, claim: PaperClaim): string {
  const says = sentenceOf(language, claim);
  const extent = extentOf(claim);
  if (isShown(claim) || extent === undefined) return says;
  const of = `${countIn(language, extent)} ${membersOf(language, claim)}`.trim();
  return language === 'de' ? `Nur für ${of}: ${says}` : `Only for ${of}: ${says}`;
}

function membersOf(language: Language, { over, record, report }: PaperClaim): string {
  if (report) return language === 'de' ? 'genutzten Regionen und Diensten' : 'Regions and services in use';
  if (record || over === undefined) return '';
  return language === 'de' ? GERMAN_POPULATIONS[over as Population] : over;
}

/** `6 of 6`, or nothing where nobody counted. */
export function shownFor(language: Language, claim: PaperClaim): string {
  const extent = extentOf(claim);
  return extent === undefined ? '' : countIn(language, extent);
}

function extentOf({ count, record, report }: PaperClaim): Extent | undefined {
  if (report) return report.covers;
  return record ? record.count : count;
}

/** What shows a claim: the configuration, a record by its title, or a report of the provider by its title and period. */
export function shownBy(language: Language, { state, record, report }: PaperClaim): string {
  const [configuration, kept, reported] = SOURCES[language];
  if (report) return `${reported}: ${report.title} (${periodOf(language, report)})`;
  if (record) return `${kept}: ${record.document.title} (${dateIn(language, record.document.date)})`;
  return state === 'declared' ? kept : state === 'inherited' ? reported : configuration;
}

const SOURCES = {
  en: ['configuration', 'record', 'AWS report'],
  de: ['Konfiguration', 'Nachweis', 'Bericht von AWS'],
} as const;

/** The period of a report of the provider, and how far a bridge letter carries it. */
export function periodOf(
  language: Language,
  { from, to, bridgedTo }: Pick<ProviderReport, 'from' | 'to' | 'bridgedTo'>
): string {
  const period = `${dateIn(language, from)} – ${dateIn(language, to)}`;
  if (bridgedTo === undefined) return period;
  const bridge = language === 'de' ? 'Überbrückungsschreiben bis' : 'bridge letter to';
  return `${period}, ${bridge} ${dateIn(language, bridgedTo)}`;
}
