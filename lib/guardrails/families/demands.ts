import { Demand } from '../../aws/types/resource-type';
import { Verdict } from '../rule';
import { worst } from '../verdicts/checks';
import { waysVerdict, whereMeant } from '../verdicts/needs';
import { settingsInBlocks } from '../verdicts/setting';
import { Family, unique } from './family';
import { article, instruction, settingStep, waysStep } from './text';

/** A family of demands that attributes of a resource meet in one of several ways. */
export function demands(family: Pick<Family<Demand>, 'name' | 'claims' | 'facetOf'>): Family<Demand> {
  return {
    ...family,
    title: ({ demand }, noun) => `${article(noun)} ${demand}`,
    rationale: (facets) => unique(facets.map(({ facts }) => facts)).join(' '),
    fix: (facets) =>
      [
        instruction(
          facets.map(([type, { ways, within = [] }]) => [
            type,
            [
              waysStep(ways),
              ...within.flatMap(({ blocks, settings }) =>
                settings.map((setting) => settingStep(setting, `${blocks}.`))
              ),
            ],
          ])
        ),
        ...unique(facets.flatMap(([, { note }]) => note ?? [])),
      ].join(' '),
    check: ({ ways, only, within = [], otherwise }, resource) =>
      whereMeant(resource, only, (): Verdict | undefined =>
        worst([
          waysVerdict(resource, ways, otherwise),
          ...within.map(({ blocks, settings }) => settingsInBlocks(resource, blocks, settings)),
        ])
      ),
  };
}
