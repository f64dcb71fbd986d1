import { RESOURCE_TYPES } from '../../aws/types';
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
  const {
    settings = [],
    key,
    keys,
    data,
    keyOfAny,
    keepsKeyOfSource,
    unknownWithoutKey,
  } = RESOURCE_TYPES[type].atRest!;
  const on: Attributes = Object.fromEntries(settings.map(({ attribute, is }) => [attribute, is[0]]));
  const withKey: Attributes = key === undefined ? on : { ...on, [key]: OWN };
  const pass: Example[] = [example('encrypted with a customer managed key', type, withKey, KEY)];
  const fail: Example[] = [];
  const undetermined: Example[] = [];
  if (key !== undefined) pass.push(example('encrypted with a key of another stack', type, { ...on, [key]: ARN }));
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
    if (byDefault !== is[0]) fail.push(example(`${attribute} is not set`, type, rest, KEY));
    const off = otherValue(setting);
    fail.push(example(`${attribute} is ${off}`, type, { ...withKey, [attribute]: off }, KEY));
    undetermined.push(
      example(`a variable decides ${attribute}`, type, { ...rest, [attribute]: '${var.open}' }, { ...KEY, ...OPEN })
    );
  }
  if (key !== undefined) {
    if (unknownWithoutKey !== undefined) undetermined.push(example('no key is named', type, on));
    else if (keepsKeyOfSource) pass.push(example('the key of the source stays', type, on));
    else fail.push(example('no key is named', type, on));
    fail.push(example('AWS manages the key', type, { ...on, [key]: 'alias/aws/example' }));
    undetermined.push(example('a variable names the key', type, { ...on, [key]: '${var.open}' }, OPEN));
  }
  if (keys !== undefined) {
    const inner = { [keys.blocks]: [{ region_name: 'eu-west-1' }] };
    fail.push(example(`a ${keys.blocks} without a key`, type, { ...withKey, ...inner }, KEY));
  }
  return { pass, fail, undetermined };
}
