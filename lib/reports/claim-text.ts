import { ClaimEvidence } from '../evidence/claims';
import { MeasureEvidence, isShown, liveOf } from '../evidence/measures';

/** `3 of 8`, and what keeps it from being more where that is no lack of a verdict. */
export function countText({ count, kind, state, record, report }: ClaimEvidence): string {
  if (report) return `${report.covers.met} of ${report.covers.of}`;
  if (record) return record.count ? `${record.count.met} of ${record.count.of}` : '';
  if (!count || state === 'not applicable') return '';
  if (kind === 'existence' && count.of === 0) return '';
  const others = (['violated', 'waived', 'undetermined'] as const).filter((outcome) => count[outcome] > 0);
  const beside = others.map((outcome) => `, ${count[outcome]} ${outcome}`).join('');
  return `${count.met} of ${count.of}${beside}`;
}

/** `1 of 7 claims (1 not applicable)`, of those that count. */
export function tallyText({ claims }: Pick<MeasureEvidence, 'claims'>): string {
  const live = liveOf(claims);
  const shown = live.filter(isShown).length;
  const idle = claims.filter((claim) => claim.state === 'not applicable' && !claim.supports).length;
  const counted = live.length > 0 ? `${shown} of ${live.length} claims` : '';
  const aside = idle > 0 ? `(${idle} not applicable)` : '';
  return [counted, aside].filter((text) => text !== '').join(' ');
}
