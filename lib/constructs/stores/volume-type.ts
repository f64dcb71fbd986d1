import { Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { refuse } from '../core/errors';

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
  readonly least: number;
  readonly most: number;
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
    sizeGib: { least: 1, most: 65_536 },
    iops: { least: 3000, most: 80_000, perGib: 500, usual: 3000 },
    throughput: { least: 125, most: 2000 },
  },
  [VolumeType.IO2]: {
    sizeGib: { least: 4, most: 65_536 },
    iops: { least: 100, most: 256_000, perGib: 1000 },
    multiAttach: true,
  },
  [VolumeType.IO1]: {
    sizeGib: { least: 4, most: 16_384 },
    iops: { least: 100, most: 64_000, perGib: 50 },
    multiAttach: true,
  },
  [VolumeType.ST1]: { sizeGib: { least: 125, most: 16_384 } },
  [VolumeType.SC1]: { sizeGib: { least: 125, most: 16_384 } },
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
    requireWithin(scope, 'sizeGib', sizeGib, limits.sizeGib, volumeType, Math.max(100, limits.sizeGib.least));
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
  const { least, perGib, usual } = limits.iops;
  const bySize = sizeGib === undefined ? Infinity : Math.max(usual ?? 0, sizeGib * perGib);
  const most = Math.min(limits.iops.most, bySize);
  if (iops !== undefined) {
    const what = most === limits.iops.most ? volumeType : `${volumeType} of ${sizeGib} GiB`;
    return requireWithin(scope, 'iops', iops, { least, most }, what, most);
  }
  if (usual !== undefined) return;
  refuse(scope, {
    prop: 'iops',
    must: `must be said for ${volumeType}: EBS has no default`,
    measure: MEASURE,
    fix: `write iops: ${least}, or more`,
  });
}

function requireThroughput(scope: IConstruct, performance: Performance, limits: Limits): void {
  const { volumeType, iops, throughput } = performance;
  if (!limits.throughput) return refuseSet(scope, 'throughput', throughput, volumeType, 'its type decides');
  if (throughput === undefined) return;
  const { least, most } = limits.throughput;
  requireWithin(scope, 'throughput', throughput, limits.throughput, volumeType, least);
  const operations = iops ?? limits.iops?.usual ?? 0;
  if (throughput * 4 <= operations) return;
  refuse(scope, {
    prop: 'throughput',
    must: `must be at most ${Math.min(most, Math.floor(operations / 4))} MiB/s with ${operations} iops`,
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
  { least, most }: Range,
  what: string,
  example: number
): void {
  const fix = `write ${prop}: ${example}`;
  if (Token.isUnresolved(value)) {
    const must = 'must be a plain number, known when the program runs';
    refuse(scope, { prop, must, value, measure: MEASURE, fix });
  }
  if (Number.isInteger(value) && value >= least && value <= most) return;
  const must = `must be a whole number from ${least} to ${most} for ${what}`;
  refuse(scope, { prop, must, value, measure: MEASURE, fix });
}
