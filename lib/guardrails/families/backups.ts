import { holdsPersonalData, isEphemeral } from '../../aws/declared';
import { minBackupDays } from '../../aws/min-backup-days';
import { Backups } from '../../aws/types/resource-type';
import { configured } from '../../terraform/configured';
import { Resource } from '../../terraform/stack';
import { asNumber, describe, isUnknown } from '../../terraform/value';
import { DEMANDS } from '../../toms/demands';
import { MET, Verdict, undetermined, violated } from '../rule';
import { unknownAttribute } from '../verdicts/checks';
import { settingVerdict } from '../verdicts/setting';
import { Family, unique } from './family';
import { article, instruction } from './text';

/** Backups that a service takes by itself (TOM 4.1): whether it does, and for how many days they are kept. */
export const BACKUPS: Family<Backups> = {
  name: 'backups',
  claims: ['4.1.a'],
  facetOf: ({ backups }) => backups,
  title: ({ noun: what, days, isCache }, noun) => {
    const subject = article(noun);
    if (days === undefined) return `${subject} outside ephemeral environments has ${what}`;
    return isCache
      ? `${subject} of personal data keeps ${what} for ${DEMANDS.cacheSnapshotDays} days or more`
      : `${subject} keeps ${what} for ${DEMANDS.backupDays} days, of personal data for ${DEMANDS.personalBackupDays}, or the declared retention where that is shorter`;
  },
  rationale: (facets) =>
    [
      'A faulty release or a stolen key overwrites and deletes data like any other caller, and a replica repeats it within seconds: only a copy from before brings it back.',
      ...unique(facets.map(({ facts }) => facts)),
      ...(facets.some(({ days, isCache }) => days && !isCache)
        ? [
            'A day is too short to notice what went wrong. Where the posture or the tag tom:retention-days declares a shorter retention, backups need not outlast it.',
          ]
        : []),
      ...(facets.some(({ isCache }) => isCache)
        ? [
            'Sessions, carts and counters often live only in a cache, and a cache without snapshots begins empty after a fault. A cache of copies that the application can make again needs none: declare its class, or waive the rule.',
          ]
        : []),
      ...(facets.some(({ isReplica }) => isReplica) ? ['Replicas, which can be made again, are not judged.'] : []),
      'Ephemeral environments may lose their data. Backups that AWS Backup takes are not looked at.',
    ].join(' '),
  fix: (facets) =>
    instruction(facets.map(([type, facet]) => [type, [step(facet)]])) +
    (facets.some(([, { days, isCache }]) => days && !isCache)
      ? ' Where the data is not personal, declare its class by the tag tom:data-class.'
      : ''),
  demands: (facets) =>
    unique(facets.filter(({ days }) => days).map(({ isCache }) => (isCache ? 'cacheSnapshotDays' : 'backupDays'))),
  check: (backups, resource) => {
    const { setting, days, reach, isCache, isReplica, isTemporary, noneIf, partOf } = backups;
    if (isEphemeral(resource) || isReplica?.(resource) || isTemporary?.(resource)) return undefined;
    if (isCache && !holdsPersonalData(resource)) return undefined;
    if (partOf !== undefined && resource.has(partOf)) return undefined;
    if (noneIf) {
      const value = configured(resource, noneIf.attribute);
      if (value === noneIf.is) return undefined;
      if (isUnknown(value)) return unknownAttribute(noneIf.attribute, value);
    }
    if (setting) {
      const verdict = settingVerdict(resource, setting);
      return verdict.outcome === 'met' && reach ? daysVerdict(resource, backups, reach) : verdict;
    }
    return days && daysVerdict(resource, backups, days);
  },
};

function step({ setting, days, isCache }: Backups): string {
  if (days === undefined) return `set \`${setting?.attribute}\` to ${setting?.is[0]}`;
  return isCache
    ? `set \`${days.attribute}\` to ${DEMANDS.cacheSnapshotDays} or more`
    : `set \`${days.attribute}\` to ${DEMANDS.personalBackupDays}, or the declared retention where that is shorter, or at least ${DEMANDS.backupDays} for data that is not personal`;
}

function daysVerdict(
  resource: Resource,
  { noun, restoredBy }: Backups,
  { attribute, default: byDefault }: NonNullable<Backups['days']>
): Verdict {
  const value = configured(resource, attribute);
  if (isUnknown(value)) return unknownAttribute(attribute, value);
  const origin = value === undefined ? restoredBy?.(resource) : undefined;
  if (origin !== undefined) return undetermined(`${attribute} is not set, and ${origin} decides it`);
  const min = minBackupDays(resource);
  if ((asNumber(value ?? byDefault) ?? 0) >= min) return MET;
  const set = value === undefined ? `not set, which means ${byDefault}` : describe(value);
  const what = holdsPersonalData(resource) ? `${noun} of personal data` : noun;
  return violated(`${attribute} is ${set}, and ${what} must be kept for ${min} days`, { [attribute]: min });
}
