import { holdsPersonalData } from '../../aws/declared';
import { AtRest } from '../../aws/types/resource-type';
import { configured } from '../../terraform/configured';
import { Model } from '../../terraform/model';
import { Resource } from '../../terraform/stack';
import { isUnknown } from '../../terraform/value';
import { MET, Verdict, undetermined } from '../rule';
import { allOf, unknownAttribute, worst } from '../verdicts/checks';
import { keyVerdict } from '../verdicts/encryption-key';
import { settingVerdict } from '../verdicts/setting';
import { Family, unique } from './family';
import { article, codeList, instruction, settingStep } from './text';

const NO_KEY = 'nobody can change the policy of the key';

/** Encryption at rest, and the key that does it (TOM 1.2.1): in every service that stores something. */
export const OWN_KEY: Family<AtRest> = {
  name: 'own-key',
  claims: ['1.2.1.e'],
  facetOf: ({ atRest }) => atRest,
  title: ({ data, key, keyOfAny }, noun) => {
    const subject = article(noun);
    if (key === undefined) return `${subject} is encrypted at rest`;
    if (data === 'personal') return `${subject} of personal data is encrypted with a customer managed KMS key`;
    if (keyOfAny === 'customer') return `${subject} is encrypted with a customer managed KMS key`;
    const how = keyOfAny === 'anyone' ? 'with a KMS key' : 'at rest';
    return `${subject} is encrypted ${how}, for personal data with a customer managed KMS key`;
  },
  rationale: (facets) =>
    [
      ...unique(facets.map(({ facts }) => facts)),
      ...(facets.some(({ key }) => key !== undefined)
        ? [
            'Nobody can change the policy of a key that AWS owns or manages, or take it away: anyone who may read the resource reads the data. With a customer managed key, the key policy decides, and CloudTrail records every use.',
          ]
        : []),
      ...(facets.some(isAboutPersonalData) ? ['Data of an undeclared class counts as personal.'] : []),
    ].join(' '),
  fix: (facets) =>
    [
      instruction(
        facets.map(([type, { settings = [], key, keys }]) => {
          const paths = [key, keys && `${keys.blocks}.${keys.key}`].filter((path) => path !== undefined);
          return [
            type,
            [
              ...settings.map((setting) => settingStep(setting)),
              ...(paths.length > 0
                ? [`set ${codeList(paths)} to a customer managed key, such as that of a \`RotatedKey\``]
                : []),
            ],
          ];
        })
      ),
      ...unique(facets.flatMap(([, { note }]) => note ?? [])),
      ...(facets.some(([, facet]) => isAboutPersonalData(facet))
        ? ['Where the data is not personal, declare its class by the tag tom:data-class.']
        : []),
    ].join(' '),
  check: (atRest, resource, model) => {
    const inherits = atRest.inherits?.(resource, model);
    if (inherits === true) return undefined;
    const verdict = ownVerdict(atRest, resource, model);
    if (inherits !== 'open' || verdict?.outcome !== 'violated') return verdict;
    return undetermined(
      `${verdict.message}, unless other resources decide how it is encrypted, which only a plan can tell`
    );
  },
};

function ownVerdict(atRest: AtRest, resource: Resource, model: Model): Verdict | undefined {
  const isPersonal = holdsPersonalData(resource);
  if (!isPersonal && atRest.data === 'personal') return undefined;
  const settings = (atRest.settings ?? []).filter(({ data }) => isPersonal || data !== 'personal');
  const settled = allOf(
    settings.map((setting) => {
      const origin = atRest.restoredBy?.(resource);
      return origin !== undefined && configured(resource, setting.attribute) === undefined
        ? undetermined(`${setting.attribute} is not set, and ${origin} decides it`)
        : settingVerdict(resource, setting);
    })
  );
  if (settled.outcome !== 'met') return settled;
  const owner = ownerOf(atRest, isPersonal);
  const verdict = owner === undefined ? MET : worst(keyVerdicts(atRest, resource, model, owner));
  const open = verdict?.outcome === 'met' ? atRest.leavesOpen?.(resource, model) : undefined;
  return open === undefined ? verdict : undetermined(open);
}

function isAboutPersonalData({ key, keyOfAny }: AtRest): boolean {
  return key !== undefined && keyOfAny !== 'customer';
}

/** Whose key it must be, or `undefined` where nobody asks. */
function ownerOf({ key, keyOfAny }: AtRest, isPersonal: boolean): 'anyone' | 'customer' | undefined {
  if (key === undefined) return undefined;
  return isPersonal ? 'customer' : keyOfAny;
}

function keyVerdicts(
  { key = '', keys, withoutKey = NO_KEY, keepsKeyOfSource, unknownWithoutKey }: AtRest,
  resource: Resource,
  model: Model,
  owner: 'anyone' | 'customer'
): (Verdict | undefined)[] {
  const own = configured(resource, key);
  if (unknownWithoutKey !== undefined && (own === undefined || own === '')) {
    return [undetermined(`${key} is not set, and ${unknownWithoutKey}`)];
  }
  if (keepsKeyOfSource && (own === undefined || own === '')) return [undefined];
  return [keyVerdict(model, resource, key, own, withoutKey, owner), ...innerVerdicts()];

  function innerVerdicts(): Verdict[] {
    if (keys === undefined) return [];
    const path = `${keys.blocks}.${keys.key}`;
    const blocks = resource.blocks(keys.blocks);
    const whole = blocks.length === 0 ? configured(resource, keys.blocks) : undefined;
    if (isUnknown(whole)) return [unknownAttribute(keys.blocks, whole)];
    return blocks.map((block) => keyVerdict(model, resource, path, configured(block, keys.key), withoutKey, owner));
  }
}
