import { isEphemeral } from '../../aws/declared';
import { Safeguard } from '../../aws/types/resource-type';
import { configured } from '../../terraform/configured';
import { isUnknown } from '../../terraform/value';
import { allOf, unknownAttribute } from '../verdicts/checks';
import { settingVerdict, settingsInBlocks } from '../verdicts/setting';
import { Family, unique } from './family';
import { article, instruction, settingStep } from './text';

/** A family of settings that keep something from being deleted, outside ephemeral environments. */
export function safeguards({
  why,
  ...family
}: Pick<Family<Safeguard>, 'name' | 'claims' | 'facetOf'> & { readonly why: string }): Family<Safeguard> {
  return {
    ...family,
    title: ({ demand }, noun) => `${article(noun)} outside ephemeral environments ${demand}`,
    rationale: (facets) =>
      [
        ...unique(facets.map(({ facts }) => facts)),
        why,
        ...(facets.some(({ isReplica }) => isReplica) ? ['Replicas, which can be made again, are not judged.'] : []),
      ].join(' '),
    fix: (facets) =>
      [
        instruction(
          facets.map(([type, { setting, also = [], within = [] }]) => [
            type,
            [
              ...[setting, ...also].map((one) => settingStep(one)),
              ...within.flatMap(({ blocks, settings }) => settings.map((one) => settingStep(one, `${blocks}.`))),
            ],
          ])
        ),
        ...unique(facets.flatMap(([, { note }]) => note ?? [])),
        'A stack that lives for a test run declares it: environment EPHEMERAL, or the tag tom:environment = ephemeral.',
      ].join(' '),
    check: ({ setting, also = [], within = [], isReplica, isTemporary, noneIf }, resource) => {
      if (isEphemeral(resource) || isReplica?.(resource) || isTemporary?.(resource)) return undefined;
      const decides = noneIf && configured(resource, noneIf.attribute);
      if (noneIf && decides === noneIf.is) return undefined;
      if (noneIf && isUnknown(decides)) return unknownAttribute(noneIf.attribute, decides);
      const inner = within.flatMap((part) => settingsInBlocks(resource, part.blocks, part.settings) ?? []);
      const own = [setting, ...also].map((one) => settingVerdict(resource, one));
      return own.length + inner.length === 1 ? own[0] : allOf([...own, ...inner]);
    },
  };
}
