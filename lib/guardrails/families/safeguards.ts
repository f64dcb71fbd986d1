import { isEphemeral } from '../../aws/declared';
import { Safeguard } from '../../aws/types/resource-type';
import { settingVerdict } from '../verdicts/setting';
import { Family, unique } from './family';
import { article, instruction } from './text';

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
        instruction(facets.map(([type, { setting }]) => [type, [`set \`${setting.attribute}\` to ${setting.is[0]}`]])),
        ...unique(facets.flatMap(([, { note }]) => note ?? [])),
        'A stack that lives for a test run declares it: environment EPHEMERAL, or the tag tom:environment = ephemeral.',
      ].join(' '),
    check: ({ setting, isReplica }, resource) =>
      isEphemeral(resource) || isReplica?.(resource) ? undefined : settingVerdict(resource, setting),
  };
}
