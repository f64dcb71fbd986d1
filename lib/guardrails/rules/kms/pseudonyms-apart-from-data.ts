import { policiesOf } from '../../../aws/iam/resource-policies';
import { isTagged, showPrincipal } from '../../../aws/kms/principals';
import { EVERYBODY, Reach, reachOf } from '../../../aws/kms/who-may';
import { RESOURCE_TYPES, typesWith } from '../../../aws/types';
import { Reading } from '../../../aws/types/resource-type';
import { Memo } from '../../../terraform/memo';
import { Model } from '../../../terraform/model';
import { Resource } from '../../../terraform/stack';
import { isUnknown } from '../../../terraform/value';
import { TAG } from '../../../toms/tags';
import { MET, ResourceRule, undetermined, violated } from '../../rule';

/** Anyone who may check a token may guess at what it stands for, one name after the other. */
const DERIVING = ['kms:GenerateMac', 'kms:VerifyMac'];

/** The types of stores whose readers are known. */
const STORES = typesWith(({ reading }) => reading !== undefined);

/** A store of pseudonymized data, and who reads it. */
interface Store {
  readonly address: string;
  readonly readers: Reach;
}

const STORES_OF = new Memo<readonly Store[]>();

/** Pseudonyms that their readers cannot resolve. */
export const RULE: ResourceRule = {
  id: 'KMS-004',
  name: 'pseudonyms-apart-from-data',
  title: 'Nobody can both derive pseudonyms and read the data that they stand in',
  severity: 'high',
  claims: ['1.4.1.a'],
  rationale: `Data is pseudonymized only while what resolves it is kept apart (GDPR Art. 4(5)). Anyone who may call GenerateMac or VerifyMac with the HMAC key can compute the token of any name, and look it up in the data. Buckets and tables with the tag ${TAG.pseudonymized} = true are such data. Seen are the policies of roles and users, attached, inline and within the role, and those of the key, the bucket and the table; a denial that holds without a condition, or for everybody but named principals, takes the right away. Rights that a policy of IAM gives count even where the key policy leaves nothing to IAM. Not seen are managed policies of AWS, groups, permission sets, KMS grants, policies of other inputs, and who may assume whose role.`,
  fix: `Give the tokenizer a role of its own that may use the key and reads none of the data, and deny \`kms:GenerateMac\` and \`kms:VerifyMac\` in the key policy to everybody but that role (ArnNotEquals aws:PrincipalArn).`,
  sources: [
    'https://eur-lex.europa.eu/eli/reg/2016/679/oj (Art. 4(5))',
    'https://docs.aws.amazon.com/kms/latest/developerguide/hmac.html',
    'https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html',
  ],
  types: ['aws_kms_key'],
  check: (key, model) => {
    const usage = key.get('key_usage');
    if (usage !== 'GENERATE_VERIFY_MAC' && !isUnknown(usage)) return undefined;
    const stores = STORES_OF.of(model, () => storesOf(model));
    if (stores.length === 0) return undefined;
    if (isUnknown(usage)) return undetermined(`key_usage is ${usage.text}, which only a plan can tell`);
    const arn = key.get('arn');
    const derivers = reachOf(model, key, policiesOf(model, key), DERIVING, typeof arn === 'string' ? arn : undefined);
    for (const { address, readers } of stores) {
      const both = inBoth(readers.principals, derivers.principals);
      if (both !== undefined) {
        const who = both === EVERYBODY ? 'everybody' : showPrincipal(both);
        return violated(`${who} may use the key to derive tokens, and reads ${address}, where they stand`);
      }
    }
    const open = derivers.open ?? stores.find(({ readers }) => readers.open !== undefined)?.readers.open;
    return open === undefined ? MET : undetermined(`only a plan can tell what ${open} allows`);
  },
};

/** Somebody who is in two sets, where everybody is in one as soon as the set says so. */
function inBoth(readers: ReadonlySet<string>, derivers: ReadonlySet<string>): string | undefined {
  if (derivers.has(EVERYBODY)) return [...readers][0];
  return readers.has(EVERYBODY) ? [...derivers][0] : [...readers].find((id) => derivers.has(id));
}

function storesOf(model: Model): readonly Store[] {
  return STORES.flatMap((type) =>
    model
      .resources(type)
      .filter((store) => isTagged(store, TAG.pseudonymized))
      .map((store) => ({ address: store.address, readers: readersOf(model, store, RESOURCE_TYPES[type].reading!) }))
  );
}

function readersOf(model: Model, store: Resource, { actions, arn, name }: Reading): Reach {
  const called = store.get(name);
  return reachOf(model, store, policiesOf(model, store), actions, typeof called === 'string' ? arn(called) : undefined);
}
