import { nearest } from '../../terraform/nearest';
import { ownProperty } from '../../terraform/value';
import { DEMANDS, STRICTER_DEMANDS, StricterDemand, StricterDemandId, StricterDemands } from '../../toms/demands';
import { measureTitle } from '../../toms/measures/catalogue';
import { InvalidSetting } from './settings';

/**
 * The demands that a project makes stricter, where each of them is.
 *
 * @throws InvalidSetting on a demand that does not exist, or is looser than its measure, or more than AWS can do
 */
export function checkDemands(written: { readonly [demand: string]: unknown }): StricterDemands {
  for (const [id, value] of Object.entries(written)) {
    const demand: StricterDemand | undefined = ownProperty<StricterDemand>(STRICTER_DEMANDS, id);
    if (demand === undefined) throw new InvalidSetting(unknownDemand(id));
    if (value !== undefined) checkDemand(id as StricterDemandId, demand, value);
  }
  return written;
}

function unknownDemand(id: string): string {
  const known = Object.keys(STRICTER_DEMANDS);
  const meant = nearest(id, known);
  return `no demand is called ${JSON.stringify(id)}: ${meant ? `is it ${meant}?` : `there are ${known.join(', ')}`}`;
}

function checkDemand(id: StricterDemandId, demand: StricterDemand, value: unknown): void {
  const { measure, unit, stricter, strictest } = demand;
  const own = DEMANDS[id];
  const refuse = (must: string, fix: string): never => {
    throw new InvalidSetting(`the demand '${id}' must be ${must}, got ${JSON.stringify(value)}: ${fix}`);
  };
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    return refuse(`a whole number of ${unit}`, `write a number, such as ${own}`);
  }
  const isMore = stricter === 'more';
  const [bound, beyond] = isMore ? ['at least', 'or more'] : ['at most', 'or less'];
  if (isMore ? value < own : value > own) {
    const must = `${bound} ${own} ${unit} (TOM ${measure} ${measureTitle(measure)})`;
    refuse(must, `a demand may be made stricter, never looser; write ${own} ${beyond}, or leave it out`);
  }
  if (isMore ? value > strictest : value < strictest) {
    const must = `${isMore ? 'at most' : 'at least'} ${strictest} ${unit}, beyond which nothing can meet it`;
    refuse(must, `write ${strictest}, or what lies between that and ${own}`);
  }
}

/** Of several demands of one project, the strictest of each. */
export function strictestOf(one: StricterDemands, other: StricterDemands): StricterDemands {
  const all: { [D in StricterDemandId]?: number } = { ...one };
  for (const id of Object.keys(STRICTER_DEMANDS) as StricterDemandId[]) {
    const [known, asked] = [one[id], other[id]];
    if (asked === undefined) continue;
    const isMore = STRICTER_DEMANDS[id].stricter === 'more';
    all[id] = known === undefined ? asked : isMore ? Math.max(known, asked) : Math.min(known, asked);
  }
  return all;
}

/** Demands in words, each with the unit: `securityLogDays 400`. */
export function demandsText(demands: StricterDemands): string {
  return Object.entries(demands)
    .flatMap(([id, value]) => (value === undefined ? [] : [`${id} ${value}`]))
    .join(', ');
}
