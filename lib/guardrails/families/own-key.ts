import { blocksOfPart, isPartThere } from '../../aws/at-rest';
import { holdsPersonalData } from '../../aws/declared';
import { regionalSettings } from '../../aws/ec2/regional-settings';
import { AtRest, AtRestPart } from '../../aws/types/resource-type';
import { Block } from '../../terraform/block';
import { configured } from '../../terraform/configured';
import { Model } from '../../terraform/model';
import { Resource } from '../../terraform/stack';
import { isUnknown } from '../../terraform/value';
import { MET, Verdict, undetermined } from '../rule';
import { allOf, unknownAttribute } from '../verdicts/checks';
import { keyVerdict } from '../verdicts/encryption-key';
import { settingIn, settingVerdict } from '../verdicts/setting';
import { Family, unique } from './family';
import { article, codeList, instruction, settingStep } from './text';

type Owner = 'anyone' | 'customer';

const NO_KEY = 'nobody can change the policy of the key';

/** Encryption at rest, and the key that does it (TOM 1.2.1): in every service that stores something. */
export const OWN_KEY: Family<AtRest> = {
  name: 'own-key',
  claims: ['1.2.1.e'],
  facetOf: ({ atRest }) => atRest,
  title: (facet, noun) => {
    const { data, keyOfAny } = facet;
    const subject = article(noun);
    if (!takesKey(facet)) return `${subject} is encrypted at rest`;
    if (data === 'personal') return `${subject} of personal data is encrypted with a customer managed KMS key`;
    if (keyOfAny === 'customer') return `${subject} is encrypted with a customer managed KMS key`;
    const how = keyOfAny === 'anyone' ? 'with a KMS key' : 'at rest';
    return `${subject} is encrypted ${how}, for personal data with a customer managed KMS key`;
  },
  rationale: (facets) =>
    [
      ...unique(facets.map(({ facts }) => facts)),
      ...(facets.some(takesKey)
        ? [
            'Nobody can change the policy of a key that AWS owns or manages, or take it away: anyone who may read the resource reads the data. With a customer managed key, the key policy decides, and CloudTrail records every use.',
          ]
        : []),
      ...(facets.some(isAboutPersonalData) ? ['Data of an undeclared class counts as personal.'] : []),
    ].join(' '),
  fix: (facets) =>
    [
      instruction(
        facets.map(([type, { settings = [], key, parts = [] }]) => {
          const paths = [key, ...parts.map((part) => part.key && pathIn(part, part.key))].filter(isNamed);
          return [
            type,
            [
              ...settings.map((setting) => settingStep(setting)),
              ...parts.flatMap((part) =>
                (part.settings ?? []).map((setting) => settingStep(setting, pathIn(part, '')))
              ),
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
  const owner = ownerOf(atRest, isPersonal);
  const settings = settingVerdicts(atRest, resource, isPersonal);
  const isOff = settings.some(({ outcome }) => outcome !== 'met');
  const verdicts = [
    ...settings,
    ...(isOff || owner === undefined ? [] : keyVerdicts(atRest, resource, model, owner)),
    ...(atRest.parts ?? []).flatMap((part) => partVerdicts(atRest, part, resource, model, owner)),
  ];
  if (verdicts.length === 0) return owner === undefined && hasOwn(atRest) ? MET : undefined;
  const verdict = allOf(verdicts);
  const open = verdict.outcome === 'met' ? atRest.leavesOpen?.(resource, model) : undefined;
  return open === undefined ? verdict : undetermined(open);
}

/** Whether it holds anything itself, and not only what its parts describe. */
function hasOwn({ key, settings = [] }: AtRest): boolean {
  return key !== undefined || settings.length > 0;
}

function takesKey({ key, parts = [] }: AtRest): boolean {
  return key !== undefined || parts.some((part) => part.key !== undefined);
}

function isNamed(path: string | undefined): path is string {
  return path !== undefined;
}

function isAboutPersonalData(facet: AtRest): boolean {
  return takesKey(facet) && facet.keyOfAny !== 'customer';
}

/** Whose key it must be, or `undefined` where nobody asks. */
function ownerOf(facet: AtRest, isPersonal: boolean): Owner | undefined {
  if (!takesKey(facet)) return undefined;
  return isPersonal ? 'customer' : facet.keyOfAny;
}

function settingVerdicts({ settings = [], restoredBy }: AtRest, resource: Resource, isPersonal: boolean): Verdict[] {
  return settings
    .filter(({ data }) => data === undefined || isPersonal)
    .map((setting) => {
      const origin = restoredBy?.(resource);
      return origin !== undefined && configured(resource, setting.attribute) === undefined
        ? undetermined(`${setting.attribute} is not set, and ${origin} decides it`)
        : settingVerdict(resource, setting);
    });
}

function keyVerdicts(atRest: AtRest, resource: Resource, model: Model, owner: Owner): Verdict[] {
  const { key, keepsKeyOfSource, unknownWithoutKey } = atRest;
  if (key === undefined) return [];
  const own = configured(resource, key);
  if (unknownWithoutKey !== undefined && (own === undefined || own === '')) {
    return [undetermined(`${key} is not set, and ${unknownWithoutKey}`)];
  }
  if (keepsKeyOfSource && (own === undefined || own === '')) return [];
  return [namedKey(atRest, resource, resource, key, model, owner)];
}

/** The verdict on the key that a block of a resource names, or that its account and region take by default. */
function namedKey(
  { key = '', defaultKey, withoutKey = NO_KEY }: Pick<AtRest, 'key' | 'defaultKey' | 'withoutKey'>,
  resource: Resource,
  block: Block,
  path: string,
  model: Model,
  owner: Owner
): Verdict {
  const value = configured(block, key);
  const verdict = keyVerdict(model, resource, path, value, withoutKey, owner);
  if (value !== undefined || defaultKey === undefined) return verdict;
  const { here, perhaps } = regionalSettings(model, resource, defaultKey.type);
  const [setting] = here;
  if (setting !== undefined) {
    const name = `${defaultKey.key} of ${setting.address}`;
    return keyVerdict(model, setting, name, configured(setting, defaultKey.key), withoutKey, owner);
  }
  if (perhaps.length === 0) return verdict;
  return undetermined(
    `${path} is not set, and only a plan can tell whether ${perhaps[0].qualifiedAddress} is of this account and region`
  );
}

/** The verdicts on what a resource sets up beside its own data. */
function partVerdicts(
  { withoutKey, defaultKey }: AtRest,
  part: AtRestPart,
  resource: Resource,
  model: Model,
  owner: Owner | undefined
): Verdict[] {
  const { blocks: path, only, settings = [], key } = part;
  const blocks = blocksOfPart(resource, part);
  if (path !== undefined && blocks.length === 0) {
    const whole = configured(resource, path);
    return isUnknown(whole) ? [unknownAttribute(path, whole)] : [];
  }
  return blocks.flatMap((block) => {
    const isThere = isPartThere(part, block, resource, model);
    if (isThere === false) return [];
    const verdicts = settings.map((setting) => settingIn(block, setting, pathIn(part, setting.attribute)));
    if (key !== undefined && owner !== undefined) {
      verdicts.push(namedKey({ withoutKey, defaultKey, ...part }, resource, block, pathIn(part, key), model, owner));
    }
    const isOpen = isThere === 'open' && verdicts.some(({ outcome }) => outcome === 'violated');
    return isOpen ? [unknownAttribute(pathIn(part, only!.attribute), configured(block, only!.attribute))] : verdicts;
  });
}

function pathIn({ blocks }: AtRestPart, attribute: string): string {
  return blocks === undefined ? attribute : `${blocks}.${attribute}`;
}
