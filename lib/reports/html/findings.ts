import { Finding } from '../../guardrails/finding';

/** What a rule found at an address, `stack:address`. Nothing where it is met. */
export type FindingsAt = (rule: string, address: string) => readonly Finding[];

export function findingsAt(findings: readonly Finding[]): FindingsAt {
  const byPlace = new Map<string, Finding[]>();
  for (const finding of findings) {
    const place = placeOf(finding.rule, `${finding.stack}:${finding.address}`);
    const known = byPlace.get(place);
    if (known) known.push(finding);
    else byPlace.set(place, [finding]);
  }
  return (rule, address) => byPlace.get(placeOf(rule, address)) ?? [];
}

function placeOf(rule: string, address: string): string {
  return `${rule} ${address}`;
}
