import { Token, propertyAccess } from 'cdktf';
import { Construct } from 'constructs';
import { DataAwsAvailabilityZones } from '@cdktf/provider-aws/lib/data-aws-availability-zones';
import { refuse } from '../core/errors';
import { providerRegion } from '../core/provider-region';
import { regionOfZone } from '../core/region';

const MEASURE = '3.3.1';

/** The fewest zones that survive the loss of one, and as many as every tier has an address range for. */
const ZONES = { min: 2, max: 3 };

/** Which zones a network spans, as its props say it. */
export interface ZoneProps {
  readonly availabilityZones?: string[];
  readonly zoneCount?: number;
  readonly region?: string;
}

/** The zones of a network. */
export interface Zones {
  readonly names: string[];
  /** Whether AWS is asked for them: the answer may change, and what was made stays where it is. */
  readonly areLookedUp: boolean;
}

/** The zones that are named, or the first of the region. */
export function zonesOf(scope: Construct, props: ZoneProps): Zones {
  const { availabilityZones: named, zoneCount, region } = props;
  if (named !== undefined) {
    requireCount(scope, 'availabilityZones', Token.isUnresolved(named) ? named : named.length, named);
    if (zoneCount !== undefined && zoneCount !== named.length) {
      refuse(scope, {
        prop: 'zoneCount',
        must: `must be left out where availabilityZones are named`,
        value: zoneCount,
        measure: MEASURE,
        fix: 'remove it: there are as many zones as are named',
      });
    }
    named.forEach((zone, at) => requireZone(scope, zone, named.slice(0, at), region ?? providerRegion(scope)));
    return { names: [...named], areLookedUp: false };
  }
  const count = zoneCount ?? ZONES.max;
  requireCount(scope, 'zoneCount', count, count);
  const { names } = new DataAwsAvailabilityZones(scope, 'Zones', {
    state: 'available',
    // Leaves out Local Zones and Wavelength Zones, which are close to users and no second place.
    filter: [{ name: 'opt-in-status', values: ['opt-in-not-required'] }],
    region,
  });
  const nth = (at: number): string => Token.asString(propertyAccess(names, [at]));
  return { names: Array.from({ length: count }, (_, at) => nth(at)), areLookedUp: true };
}

function requireCount(scope: Construct, prop: string, count: unknown, value: unknown): void {
  const fix =
    prop === 'zoneCount' ? 'write zoneCount: 3' : "write availabilityZones: ['eu-central-1a', 'eu-central-1b']";
  if (Token.isUnresolved(count)) {
    const must = 'must be known when the program runs';
    refuse(scope, { prop, must, value, measure: MEASURE, fix });
  }
  if (count !== ZONES.min && count !== ZONES.max) {
    const must = `must be ${ZONES.min} or ${ZONES.max} zones`;
    refuse(scope, { prop, must, value, measure: MEASURE, fix });
  }
}

function requireZone(scope: Construct, zone: string, before: string[], region: string | undefined): void {
  if (Token.isUnresolved(zone)) return;
  const prop = 'availabilityZones';
  const home = regionOfZone(zone);
  if (home === undefined) {
    refuse(scope, {
      prop,
      must: 'must name zones of a region, and no Local Zone',
      value: zone,
      measure: MEASURE,
      fix: "write zones such as 'eu-central-1a'",
    });
  }
  const first = before.find((other) => !Token.isUnresolved(other))?.slice(0, -1);
  const expected = region ?? first;
  if (expected !== undefined && home !== expected) {
    refuse(scope, {
      prop,
      must: `must be zones of ${expected}`,
      value: zone,
      measure: MEASURE,
      fix: `write zones such as '${expected}a', or name the region of the network: region: '${home}'`,
    });
  }
  if (before.includes(zone)) {
    refuse(scope, {
      prop,
      must: 'must not name a zone twice',
      value: zone,
      measure: MEASURE,
      fix: 'name 2 or 3 different zones: two subnets of one zone are lost together',
    });
  }
}
