import { InTransit } from '../../aws/types/resource-type';
import { violated } from '../rule';
import { allOf } from '../verdicts/checks';
import { settingVerdict, settingsInBlocks } from '../verdicts/setting';
import { Family, unique } from './family';
import { article, instruction, settingStep } from './text';

/** Encryption of what passes between a resource and its clients, servers or nodes (TOM 1.1.2). */
export const IN_TRANSIT: Family<InTransit> = {
  name: 'in-transit',
  claims: ['1.1.2.c', '3.2.4.a'],
  facetOf: ({ inTransit }) => inTransit,
  title: ({ demand }, noun) => `${article(noun)} ${demand}`,
  rationale: (facets) =>
    [
      ...unique(facets.map(({ facts }) => facts)),
      'Anyone with access to the network in between can read what passes unencrypted, and change it.',
    ].join(' '),
  fix: (facets) =>
    [
      instruction(
        facets.map(([type, { settings, blocks, within = [] }]) => [
          type,
          [{ blocks, settings }, ...within].flatMap((part) =>
            part.settings.map((setting) => settingStep(setting, part.blocks === undefined ? '' : `${part.blocks}.`))
          ),
        ])
      ),
      ...unique(facets.flatMap(([, { note }]) => note ?? [])),
    ].join(' '),
  check: ({ settings, blocks, within = [], settingsOf, inherits, never }, resource) => {
    if (inherits?.(resource)) return undefined;
    if (never !== undefined) return violated(never);
    const inner = within.flatMap((part) => settingsInBlocks(resource, part.blocks, part.settings) ?? []);
    if (blocks !== undefined) {
      const own = settingsInBlocks(resource, blocks, settings);
      return own === undefined && inner.length === 0 ? undefined : allOf(own === undefined ? inner : [own, ...inner]);
    }
    const own = (settingsOf?.(resource) ?? settings).map((setting) => settingVerdict(resource, setting));
    return allOf([...own, ...inner]);
  },
};
