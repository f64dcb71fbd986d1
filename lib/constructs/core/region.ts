import { IConstruct } from 'constructs';
import { DataClass, isPersonal } from '../../toms/data-class';
import { GLOBAL_SERVICE_REGION } from '../../toms/regions';
import { Refusal, refuse } from './errors';
import { Posture, requireKnownRegion } from './posture';
import { providerRegion } from './provider-region';

/** Refuses a region that AWS does not have, and for personal data one outside the residency (GDPR chapter V). */
export function requireRegion(
  scope: IConstruct,
  region: string | undefined,
  posture: Posture,
  dataClass: DataClass,
  prop = 'region',
  mayHoldGlobalLogs = false
): void {
  if (region === undefined) return;
  requireKnownRegion(scope, prop, region);
  if (!isPersonal(dataClass) || posture.residency.includes(region)) return;
  const isOfGlobalLogs = mayHoldGlobalLogs && region === GLOBAL_SERVICE_REGION;
  if (isOfGlobalLogs && posture.globalServiceLogs !== undefined) return;
  const declare = isOfGlobalLogs
    ? "; for logs of CloudFront or Route 53 say why they may lie there, in Posture.set(…, { globalServiceLogs: '…' })"
    : '';
  refuse(scope, {
    prop,
    must: `must be within the residency of ${dataClass} data`,
    value: region,
    measure: '7.1',
    fix: `write one of ${posture.residency.join(', ')}, or name the region in Posture.set(…, { residency })${declare}`,
  });
}

/** Refuses logs of a global service that nobody declares: they hold addresses of people, and AWS keeps them outside of the residency. */
export function requireGlobalLogs(
  scope: IConstruct,
  dataClass: DataClass,
  { prop, must, value }: Pick<Refusal, 'prop' | 'must' | 'value'>
): void {
  const posture = Posture.of(scope);
  if (posture.residency.includes(GLOBAL_SERVICE_REGION) || posture.globalServiceLogs !== undefined) return;
  refuse(scope, {
    prop,
    must: `${must} without a word on its logs: they hold addresses of people, and lie in ${GLOBAL_SERVICE_REGION}, outside of the residency of ${dataClass} data`,
    value,
    measure: '7.1',
    fix: "say why they may lie there, in Posture.set(…, { globalServiceLogs: '…' })",
  });
}

/** The region of an Availability Zone such as `eu-central-1a`; nothing for a Local Zone, which lies elsewhere, and what is no zone. */
export function regionOfZone(zone: string): string | undefined {
  return /^([a-z]+(?:-[a-z]+)+-\d+)[a-z]$/.exec(zone)?.[1];
}

/** Refuses a replica in the region of what is replicated, where that is known. */
export function requireOtherRegions(
  scope: IConstruct,
  replicas: readonly string[],
  region: string | undefined,
  what: string
): void {
  const own = region ?? providerRegion(scope);
  if (own === undefined || !replicas.includes(own)) return;
  refuse(scope, {
    prop: 'replicaRegions',
    must: `must not name the region of the ${what} itself`,
    value: own,
    fix: 'leave it out',
  });
}
