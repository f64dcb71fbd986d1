import { Memo } from '../../terraform/memo';
import { Model } from '../../terraform/model';
import { Resource } from '../../terraform/stack';
import { accountOf, isSameAccount } from '../account-of';
import { regionOf } from '../regions-of';

/** The settings of an account and region that are there to be checked. */
export interface RegionalSettings {
  /** Those that hold for the resource. */
  readonly here: readonly Resource[];
  /** Those of which only a plan can tell whether they do. */
  readonly perhaps: readonly Resource[];
}

const FOUND = new Memo<Map<string, RegionalSettings>>();

/**
 * The settings of a type, such as `aws_ebs_encryption_by_default`, that hold for all of a region of an account,
 * for the region and account of a resource.
 */
export function regionalSettings(model: Model, resource: Resource, type: string): RegionalSettings {
  const settings = model.resources(type);
  if (settings.length === 0) return NONE;
  const found = FOUND.of(model, () => new Map<string, RegionalSettings>());
  // Resources of one provider and region share the answer.
  const place = [type, resource.stack.file, resource.providerName, regionOf(resource), accountOf(resource)];
  const key = JSON.stringify([...place, regionOf(resource) === undefined ? resource.body.region : null]);
  let known = found.get(key);
  if (!known) {
    const judged = settings.map((setting) => ({ setting, holds: holdsFor(setting, resource) }));
    const those = (wanted: boolean | undefined): Resource[] =>
      judged.filter(({ holds }) => holds === wanted).map(({ setting }) => setting);
    found.set(key, (known = { here: those(true), perhaps: those(undefined) }));
  }
  // What only a plan makes is asked of each time.
  return { here: known.here.filter(({ isThere }) => isThere), perhaps: known.perhaps };
}

const NONE: RegionalSettings = { here: [], perhaps: [] };

function holdsFor(setting: Resource, resource: Resource): boolean | undefined {
  const answers = [isSameAccount(setting, resource), isSameRegion(setting, resource)];
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

function isSameRegion(one: Resource, other: Resource): boolean | undefined {
  const regions = [regionOf(one), regionOf(other)];
  if (regions.every((region) => region !== undefined)) return regions[0] === regions[1];
  // Where one provider leaves its region open, or one expression names it, it is still one region.
  const [mine, theirs] = [one, other].map(({ body }) => (typeof body.region === 'string' ? body.region : ''));
  const isOneExpression = mine === theirs && !/\b(?:each|count)\./.test(mine);
  return isOneExpression && one.sharesProvider(other) ? true : undefined;
}
