import { RESOURCE_TYPES } from '../../aws/types';
import { AtRest, AtRestPart } from '../../aws/types/resource-type';
import { JsonObject } from '../../terraform/value';
import { Example, Examples, ResourceRule } from '../rule';
import { Attributes, INTERNAL, OPEN, example, joined, otherValue, without } from './examples';

/** A key of the same stack. */
const KEY: JsonObject = { resource: { aws_kms_key: { data: { enable_key_rotation: true } } } };
const ARN = 'arn:aws:kms:eu-central-1:111122223333:key/11111111-2222-3333-4444-555555555555';
const OWN = '${aws_kms_key.data.arn}';

/** The examples of a rule of the family: those of each of its types. */
export function examplesOf({ types }: ResourceRule): Examples {
  const { pass, fail, undetermined = [] } = joined(types.map(ofType));
  const more = types.flatMap((type) => MORE.get(type) ?? []);
  return {
    pass: [...pass, ...more.flatMap((of) => of.pass)],
    fail: [...fail, ...more.flatMap((of) => of.fail)],
    undetermined: [...undetermined, ...more.flatMap((of) => of.undetermined ?? [])],
  };
}

const VAULT = 'aws_backup_vault.this';

/** A vault, the plan that fills it, and what the plan selects. */
function filled(vault: JsonObject, selection: JsonObject, cluster: JsonObject = {}, rule: JsonObject = {}): JsonObject {
  return {
    resource: {
      aws_backup_plan: {
        weekly: {
          name: 'weekly',
          rule: [{ rule_name: 'weekly', target_vault_name: '${aws_backup_vault.this.name}', ...rule }],
          region: 'eu-central-1',
        },
      },
      aws_backup_selection: { stores: { plan_id: '${aws_backup_plan.weekly.id}', ...selection } },
      aws_backup_vault: { this: { name: 'orders', region: 'eu-central-1', ...vault } },
      aws_rds_cluster: { orders: { storage_encrypted: true, ...cluster } },
      aws_s3_bucket: { invoices: {} },
      ...(KEY.resource as JsonObject),
    },
  };
}

const CLUSTER = '${aws_rds_cluster.orders.arn}';
const BUCKET = '${aws_s3_bucket.invoices.arn}';

/** A rule that fills another vault, and copies into this one. */
const COPIED: JsonObject = {
  target_vault_name: 'elsewhere',
  copy_action: [{ destination_vault_arn: '${aws_backup_vault.this.arn}' }],
};

/** What is more to say of a type. */
const MORE: ReadonlyMap<string, Examples> = new Map([
  [
    'aws_backup_vault',
    {
      pass: [
        {
          title: 'aws_backup_vault: no key, where every backup has the key of its source',
          terraform: filled({}, { resources: [CLUSTER, 'arn:aws:rds:*:*:db:*', 'arn:aws:ec2:*:*:volume/*'] }),
        },
        {
          title: 'aws_backup_vault: no key, where tags take away from what has the key of its source',
          terraform: filled(
            {},
            { resources: [CLUSTER], condition: [{ string_equals: [{ key: 'aws:ResourceTag/backup', value: 'yes' }] }] }
          ),
        },
        {
          title: 'aws_backup_vault: no key, for copies within the Region of what has the key of its source',
          terraform: filled({}, { resources: [CLUSTER] }, {}, COPIED),
        },
        {
          title: 'aws_backup_vault: a key for copies from another Region',
          terraform: filled({ kms_key_arn: OWN, region: 'eu-west-1' }, { resources: [CLUSTER] }, {}, COPIED),
        },
      ],
      fail: [
        {
          title: 'aws_backup_vault: no key, where one backup has that of the vault',
          terraform: filled({}, { resources: [CLUSTER, BUCKET] }),
          addresses: [VAULT],
        },
        {
          title: 'aws_backup_vault: no key, where tags add more',
          terraform: filled(
            {},
            { resources: [CLUSTER], selection_tag: [{ type: 'STRINGEQUALS', key: 'backup', value: 'yes' }] }
          ),
          addresses: [VAULT],
        },
        {
          title: 'aws_backup_vault: no key, where everything is backed up',
          terraform: filled({}, {}),
          addresses: [VAULT],
        },
        {
          title: 'aws_backup_vault: no key, for copies from another Region',
          terraform: filled({ region: 'eu-west-1' }, { resources: [CLUSTER] }, {}, COPIED),
          addresses: [VAULT],
        },
      ],
      undetermined: [
        {
          title: 'aws_backup_vault: a key, for copies of a cluster that may not be encrypted',
          terraform: filled(
            { kms_key_arn: OWN, region: 'eu-west-1' },
            { resources: [CLUSTER] },
            { storage_encrypted: false },
            COPIED
          ),
          addresses: [VAULT],
        },
      ],
    },
  ],
]);

function ofType(type: string): Examples {
  const atRest = RESOURCE_TYPES[type].atRest!;
  const { parts = [] } = atRest;
  // What is always there is encrypted in every example but its own.
  const always = Object.assign({}, ...parts.filter(isAlwaysThere).map(encrypted)) as Attributes;
  const own = ofOwn(type, atRest, always);
  const on = { ...always, ...encrypted(atRest) };
  const all = [
    own,
    ...parts.map((part) => {
      const around = parts.filter((other) => other !== part && isAround(other, part));
      const what = around.some(({ blocks }) => blocks === part.blocks)
        ? `${part.blocks} with ${part.key}`
        : nameOf(part);
      return ofPart(type, part, what, Object.assign({ ...on }, ...around.map(encrypted)) as Attributes, atRest.data);
    }),
  ];
  return {
    pass: all.flatMap(({ pass }) => pass),
    fail: all.flatMap(({ fail }) => fail),
    undetermined: all.flatMap(({ undetermined = [] }) => undetermined),
  };
}

/** The examples of what a resource holds itself. */
function ofOwn(type: string, atRest: AtRest, always: Attributes): Examples {
  const { settings = [], key, data, keyOfAny, keepsKeyOfSource, unknownWithoutKey } = atRest;
  if (key === undefined && settings.length === 0) return { pass: [], fail: [] };
  const withKey: Attributes = { ...always, ...encrypted(atRest) };
  const on = key === undefined ? withKey : without(withKey, key);
  const pass: Example[] = [example('encrypted with a customer managed key', type, withKey, KEY)];
  const fail: Example[] = [];
  const undetermined: Example[] = [];
  if (key !== undefined) pass.push(example('encrypted with a key of another stack', type, { ...on, [key]: ARN }, KEY));
  if (keyOfAny === undefined) {
    const least = data === 'personal' ? {} : on;
    pass.push(example('the data is internal', type, { ...least, ...INTERNAL }));
  }
  if (keyOfAny === 'anyone') {
    const managed = { ...on, [key!]: 'alias/aws/example', ...INTERNAL };
    pass.push(example('AWS manages the key of internal data', type, managed));
    fail.push(example('no key, even of internal data', type, { ...on, ...INTERNAL }));
  }
  for (const setting of settings) {
    const { attribute, is, default: byDefault } = setting;
    const rest = without(withKey, attribute);
    if (!is.some((value) => value === byDefault)) fail.push(example(`${attribute} is not set`, type, rest, KEY));
    const off = otherValue(setting);
    fail.push(example(`${attribute} is ${off}`, type, { ...withKey, [attribute]: off }, KEY));
    undetermined.push(
      example(`a variable decides ${attribute}`, type, { ...rest, [attribute]: '${var.open}' }, { ...KEY, ...OPEN })
    );
  }
  if (key !== undefined) {
    if (unknownWithoutKey !== undefined) undetermined.push(example('no key is named', type, on, keyOf(on)));
    else if (keepsKeyOfSource) pass.push(example('the key of the source stays', type, on));
    else fail.push(example('no key is named', type, on, keyOf(on)));
    fail.push(example('AWS manages the key', type, { ...on, [key]: 'alias/aws/example' }, keyOf(on)));
    undetermined.push(
      example('a variable names the key', type, { ...on, [key]: '${var.open}' }, { ...keyOf(on), ...OPEN })
    );
  }
  return { pass, fail, undetermined };
}

/** The examples of a part of a resource, beside attributes that hold. */
function ofPart(type: string, part: AtRestPart, what: string, beside: Attributes, data: AtRest['data']): Examples {
  const { only, settings = [], key } = part;
  const full: Attributes = { ...beside, ...encrypted(part) };
  const pass = [example(`${what}: encrypted with a customer managed key`, type, full, KEY)];
  const fail: Example[] = [];
  const undetermined: Example[] = [];
  // Its blocks may be those of another part, which stands beside it.
  const isInBeside = Object.keys(beside).some((path) => path === part.blocks || path.startsWith(`${part.blocks}.`));
  if (!isAlwaysThere(part) && !isInBeside) pass.push(example(`without ${what}`, type, beside, keyOf(beside)));
  if (data === 'personal') pass.push(example(`${what}: the data is internal`, type, { ...full, ...INTERNAL }, KEY));
  for (const setting of settings) {
    const path = pathIn(part, setting.attribute);
    const rest = without(full, path);
    const unset = example(`${path} is not set`, type, rest, KEY);
    (setting.is.some((value) => value === setting.default) ? pass : fail).push(unset);
    fail.push(example(`${path} is ${otherValue(setting)}`, type, { ...full, [path]: otherValue(setting) }, KEY));
    undetermined.push(
      example(`a variable decides ${path}`, type, { ...full, [path]: '${var.open}' }, { ...KEY, ...OPEN })
    );
  }
  if (key !== undefined) {
    const path = pathIn(part, key);
    const rest = without(full, path);
    fail.push(
      example(`${path} is not set`, type, rest, keyOf(rest)),
      example(`${path} is a key that AWS manages`, type, { ...full, [path]: 'alias/aws/example' }, keyOf(beside))
    );
    undetermined.push(
      example(`a variable names ${path}`, type, { ...full, [path]: '${var.open}' }, { ...keyOf(beside), ...OPEN })
    );
  }
  if (only) {
    const path = pathIn(part, only.attribute);
    const off = key === undefined ? full : without(full, pathIn(part, key));
    undetermined.push(
      ...(key === undefined
        ? []
        : [example(`a variable decides ${path}`, type, { ...off, [path]: '${var.open}' }, { ...keyOf(off), ...OPEN })])
    );
  }
  return { pass, fail, undetermined };
}

/** What an attribute holds for a condition on it. */
const VALUES: { readonly [is: string]: string | boolean } = { '': 'example', true: true };

/** Whether a part stands in the blocks of another, which then has to be encrypted too. */
function isAround({ blocks, only }: AtRestPart, part: AtRestPart): boolean {
  if (blocks === undefined || part.blocks === undefined) return false;
  return part.blocks.startsWith(`${blocks}.`) || (part.blocks === blocks && only === undefined);
}

function nameOf({ blocks, key, settings = [], only }: AtRestPart): string {
  const thing = blocks ?? key ?? settings[0].attribute;
  return only === undefined || only.unset ? thing : `${thing} with ${only.attribute}`;
}

function isAlwaysThere({ blocks, only }: AtRestPart): boolean {
  return blocks === undefined && only === undefined;
}

/** The attributes with which a resource, or a part of it, is encrypted. */
function encrypted(one: Pick<AtRestPart, 'blocks' | 'key' | 'only' | 'settings'>): Attributes {
  const { blocks, only, settings = [], key } = one;
  return {
    ...(blocks === undefined ? {} : { [blocks]: {} }),
    ...(only === undefined || only.unset ? {} : { [pathIn(one, only.attribute)]: VALUES[only.is ?? ''] ?? only.is! }),
    ...Object.fromEntries(settings.map(({ attribute, is }) => [pathIn(one, attribute), is[0]])),
    ...(key === undefined ? {} : { [pathIn(one, key)]: OWN }),
  };
}

function pathIn({ blocks }: AtRestPart, attribute: string): string {
  return blocks === undefined ? attribute : `${blocks}.${attribute}`;
}

/** The key of the stack, where attributes name it. */
function keyOf(attributes: Attributes): JsonObject | undefined {
  return Object.values(attributes).includes(OWN) ? KEY : undefined;
}
