import { isEphemeral, isProduction } from '../../aws/declared';
import { Zones } from '../../aws/types/resource-type';
import { itemsOf, zoneOf } from '../../aws/zones';
import { dynamicBlocks } from '../../terraform/block';
import { configured } from '../../terraform/configured';
import { Model } from '../../terraform/model';
import { Resource } from '../../terraform/stack';
import { Unknown, Value, describe, isUnknown } from '../../terraform/value';
import { MET, Verdict, violated } from '../rule';
import { unknownAttribute } from '../verdicts/checks';
import { settingVerdict } from '../verdicts/setting';
import { Family, unique } from './family';
import { article, codeList, instruction, settingStep } from './text';

/** Resources that outlive the loss of an Availability Zone (TOM 3.3.1). */
export const ZONES: Family<Zones> = {
  name: 'zones',
  claims: ['3.3.1.b'],
  facetOf: ({ zones }) => zones,
  title: ({ environments }, noun) => {
    const where = environments === 'production' ? 'in production' : 'outside ephemeral environments';
    return `${article(noun)} ${where} spans two Availability Zones or more`;
  },
  rationale: (facets) =>
    [
      ...unique(facets.map(({ facts }) => facts)),
      ...(facets.some(({ subnets }) => subnets)
        ? [
            'Subnets count as different zones where nothing shows that they share one; a list that is not written out is left to the plan.',
          ]
        : []),
      ...(facets.some(({ environments }) => environments === 'production')
        ? ['A resource of an undeclared environment counts as production.']
        : []),
    ].join(' '),
  fix: (facets) =>
    [
      instruction(facets.map(([type, facet]) => [type, [step(facet)]])),
      ...unique(facets.flatMap(([, { note }]) => note ?? [])),
      facets.some(([, { environments }]) => environments === 'production')
        ? 'What is not production declares it: by the posture, or by the tag tom:environment.'
        : 'A stack that may fail declares it: environment EPHEMERAL, or the tag tom:environment = ephemeral.',
    ].join(' '),
  check: (zones, resource, model) => {
    if (zones.environments === 'production' ? !isProduction(resource) : isEphemeral(resource)) return undefined;
    if (zones.setting) return settingVerdict(resource, zones.setting);
    return zones.oneZone === undefined
      ? spreadVerdict(model, resource, zones)
      : oneZoneVerdict(resource, zones.oneZone);
  },
};

function step({ subnets = [], mappings, oneZone, setting }: Zones): string {
  if (setting) return settingStep(setting);
  if (oneZone !== undefined) return `leave out \`${oneZone}\``;
  const paths = [...subnets, ...(mappings ? [`${mappings.blocks}.${mappings.subnet}`] : [])];
  return `name at least two subnets, each of another Availability Zone, in ${codeList(paths).replace(' and ', ' or ')}`;
}

function oneZoneVerdict(resource: Resource, attribute: string): Verdict {
  const zone = configured(resource, attribute);
  if (isUnknown(zone)) return unknownAttribute(attribute, zone);
  if (zone === undefined || zone === '') return MET;
  return violated(`${attribute} is ${describe(zone)}: all is lost with that Availability Zone`);
}

function spreadVerdict(
  model: Model,
  resource: Resource,
  { subnets = [], mappings, zones, byItself }: Zones
): Verdict | undefined {
  const lists = subnets.map((path): [string, Value] => [path, configured(resource, path)]);
  const mapped = mappings ? resource.blocks(mappings.blocks).map((mapping) => mapping.get(mappings.subnet)) : [];
  // The zones by what names them.
  const found = new Map<string, string>();
  for (const [path, list] of [...lists, [mappings?.blocks ?? '', mapped] as const]) {
    for (const subnet of itemsOf(list)) found.set(zoneOf(model, resource, subnet), path);
  }
  if (mappings) lists.push([mappings.blocks, repeated(resource, mappings.blocks)]);
  // The provider fills in the zones of the subnets: they only count where no subnets are named.
  if (zones !== undefined && found.size === 0 && !lists.some(([, list]) => isUnknown(list))) {
    const list = configured(resource, zones);
    lists.push([zones, list]);
    for (const zone of itemsOf(list)) found.set(`zone ${describe(zone)}`, zones);
  }
  if (found.size > 1) return MET;
  const open = lists.find(([, list]) => isUnknown(list));
  if (open) return unknownAttribute(...open);
  const [one] = found;
  if (one) return violated(`${one[1]} names one Availability Zone (${one[0]}): all is lost with it`);
  const paths = [...subnets, ...(mappings ? [mappings.blocks] : [])].join(' or ');
  return byItself ? undefined : violated(`no ${paths} is set, so nothing says that it spans two Availability Zones`);
}

/** A dynamic block stands for as many as its `for_each` has. */
function repeated(resource: Resource, blocks: string): Value {
  return dynamicBlocks(resource.body, blocks).length > 0
    ? new Unknown(`made by a dynamic ${blocks}`)
    : configured(resource, blocks);
}
