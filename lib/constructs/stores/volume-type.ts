import { IConstruct } from 'constructs';
import { refuse } from '../core/errors';
import { requireWholeNumber } from '../core/require';

const MEASURE = '3.3.2';

/** What a volume is made of, which bounds how large and how fast it is. */
export enum VolumeType {
  /** Solid state, for nearly everything. */
  GP3 = 'gp3',
  /** Solid state for much input and output, and the most durable. */
  IO2 = 'io2',
  /** Its forerunner. */
  IO1 = 'io1',
  /** Disks, for large files that are read and written in one go. */
  ST1 = 'st1',
  /** Disks, for what is rarely read. */
  SC1 = 'sc1',
}

interface Range {
  readonly min: number;
  readonly max: number;
}

/** What EBS makes of a type. */
interface Limits {
  readonly sizeGib: Range;
  /** Absent where nobody sets them. They are bounded by the size too, but for those that every volume has. */
  readonly iops?: Range & { readonly perGib: number; readonly usual?: number };
  readonly throughput?: Range;
  readonly multiAttach?: boolean;
}

/** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVolume.html */
const LIMITS: { readonly [T in VolumeType]: Limits } = {
  [VolumeType.GP3]: {
    sizeGib: { min: 1, max: 65_536 },
    iops: { min: 3000, max: 80_000, perGib: 500, usual: 3000 },
    throughput: { min: 125, max: 2000 },
  },
  [VolumeType.IO2]: {
    sizeGib: { min: 4, max: 65_536 },
    iops: { min: 100, max: 256_000, perGib: 1000 },
    multiAttach: true,
  },
  [VolumeType.IO1]: {
    sizeGib: { min: 4, max: 16_384 },
    iops: { min: 100, max: 64_000, perGib: 50 },
    multiAttach: true,
  },
  [VolumeType.ST1]: { sizeGib: { min: 125, max: 16_384 } },
  [VolumeType.SC1]: { sizeGib: { min: 125, max: 16_384 } },
};

/** How large and how fast a volume is to be. */
export interface Performance {
  readonly volumeType: VolumeType;
  readonly sizeGib?: number;
  readonly iops?: number;
  readonly throughput?: number;
  readonly multiAttach: boolean;
}

/** Refuses what EBS would refuse when Terraform applies. */
export function requirePerformance(scope: IConstruct, performance: Performance): void {
  const { volumeType, sizeGib, multiAttach } = performance;
  const limits = LIMITS[volumeType] as Limits | undefined;
  if (!limits) {
    refuse(scope, {
      prop: 'volumeType',
      must: `must be one of ${Object.values(VolumeType).join(', ')}`,
      value: volumeType,
      measure: MEASURE,
      fix: 'write volumeType: VolumeType.GP3, or leave it out',
    });
  }
  if (sizeGib !== undefined) {
    requireWithin(scope, 'sizeGib', sizeGib, limits.sizeGib, volumeType, Math.max(100, limits.sizeGib.min));
  }
  requireIops(scope, performance, limits);
  requireThroughput(scope, performance, limits);
  if (multiAttach && !limits.multiAttach) {
    refuse(scope, {
      prop: 'multiAttach',
      must: `must not be set for ${volumeType}: EBS attaches it to one instance at a time`,
      value: multiAttach,
      fix: 'write volumeType: VolumeType.IO2, or leave it out',
    });
  }
}

function requireIops(scope: IConstruct, performance: Performance, limits: Limits): void {
  const { volumeType, sizeGib, iops } = performance;
  if (!limits.iops) return refuseSet(scope, 'iops', iops, volumeType, 'its size decides');
  const { min, perGib, usual } = limits.iops;
  const bySize = sizeGib === undefined ? Infinity : Math.max(usual ?? 0, sizeGib * perGib);
  const max = Math.min(limits.iops.max, bySize);
  if (iops !== undefined) {
    const what = max === limits.iops.max ? volumeType : `${volumeType} of ${sizeGib} GiB`;
    return requireWithin(scope, 'iops', iops, { min, max }, what, max);
  }
  if (usual !== undefined) return;
  refuse(scope, {
    prop: 'iops',
    must: `is required for ${volumeType}: EBS has no default`,
    measure: MEASURE,
    fix: `write iops: ${min}, or more`,
  });
}

function requireThroughput(scope: IConstruct, performance: Performance, limits: Limits): void {
  const { volumeType, iops, throughput } = performance;
  if (!limits.throughput) return refuseSet(scope, 'throughput', throughput, volumeType, 'its type decides');
  if (throughput === undefined) return;
  const { min, max } = limits.throughput;
  requireWithin(scope, 'throughput', throughput, limits.throughput, volumeType, min);
  const operations = iops ?? limits.iops?.usual ?? 0;
  if (throughput * 4 <= operations) return;
  refuse(scope, {
    prop: 'throughput',
    must: `must be at most ${Math.min(max, Math.floor(operations / 4))} MiB/s with ${operations} iops`,
    value: throughput,
    measure: MEASURE,
    fix: `write iops: ${throughput * 4}, or less throughput`,
  });
}

function refuseSet(scope: IConstruct, prop: string, value: number | undefined, type: string, why: string): void {
  if (value === undefined) return;
  refuse(scope, {
    prop,
    must: `must not be set for ${type}: ${why}`,
    value,
    measure: MEASURE,
    fix: 'leave it out, or write volumeType: VolumeType.GP3',
  });
}

function requireWithin(
  scope: IConstruct,
  prop: string,
  value: number,
  { min, max }: Range,
  what: string,
  example: number
): void {
  requireWholeNumber(scope, prop, value, { min, max, because: ` for ${what}`, measure: MEASURE, example });
}
