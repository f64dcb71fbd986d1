import { DutyHolders, holdersOf } from '../../../aws/iam/access/role-chains';
import { RESOURCE_TYPES, typesWith } from '../../../aws/types';
import { Memo } from '../../../terraform/memo';
import { Model } from '../../../terraform/model';
import { isTrue, isUnknown } from '../../../terraform/value';
import { TAG } from '../../../toms/tags';
import { MET, ResourceRule, undetermined } from '../../rule';
import { bothDuties } from '../../verdicts/both-duties';
import { worst } from '../../verdicts/checks';

/** Anyone who may check a token may guess at what it stands for, one name after the other. */
const DERIVING = [{ action: 'kms:GenerateMac' }, { action: 'kms:VerifyMac' }];

/** The types of stores whose readers are known. */
const STORES = typesWith(({ reading }) => reading !== undefined);

/** A store of pseudonymized data, and who reads it. */
interface Store {
  readonly address: string;
  readonly readers: DutyHolders;
}

const STORES_OF = new Memo<readonly Store[]>();

/** Pseudonyms that their readers cannot resolve. */
export const RULE: ResourceRule = {
  id: 'KMS-004',
  name: 'pseudonyms-apart-from-data',
  title: 'Nobody can both derive pseudonyms and read the data that they stand in',
  severity: 'high',
  claims: ['1.4.1.a'],
  rationale: `Data is pseudonymized only while what resolves it is kept apart (GDPR Art. 4(5)). Anyone who may call GenerateMac or VerifyMac with the HMAC key can compute the token of any name, and look it up in the data. Buckets, tables, streams, queues, secrets and other stores with a policy of their own and the tag ${TAG.pseudonymized} = true are such data. Seen are the policies of roles, users and groups, attached, inline and within the role, boundaries, who may assume which role, the policies and grants of the key, the policies of the store, and policies of the organization that the configuration attaches. What somebody can do by some request counts as done: a condition that he can meet takes no right away. A policy that nobody read, such as one of AWS, leaves it undetermined, unless the key or the store denies it. Not seen are permission sets, what passing a role to a service gives, and policies of other inputs.`,
  fix: `Give the tokenizer a role of its own that may use the key and reads none of the data, and deny \`kms:GenerateMac\` and \`kms:VerifyMac\` in the key policy to everybody but that role (ArnNotEquals aws:PrincipalArn).`,
  sources: [
    'https://eur-lex.europa.eu/eli/reg/2016/679/oj (Art. 4(5))',
    'https://docs.aws.amazon.com/kms/latest/developerguide/hmac.html',
    'https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html',
  ],
  types: ['aws_kms_key'],
  check: (key, model) => {
    const usage = key.get('key_usage');
    if (usage !== 'GENERATE_VERIFY_MAC' && !isUnknown(usage)) return undefined;
    const stores = STORES_OF.of(model, () => storesOf(model));
    if (stores.length === 0) return undefined;
    if (isUnknown(usage)) return undetermined(`key_usage is ${usage.text}, which only a plan can tell`);
    const derivers = holdersOf(model, { asks: DERIVING, resource: key });
    const verdicts = stores.map(({ address, readers }) =>
      bothDuties(derivers, readers, {
        one: 'use the key to derive tokens',
        other: `reads ${address}, where they stand`,
      })
    );
    return worst(verdicts) ?? MET;
  },
};

function storesOf(model: Model): readonly Store[] {
  return STORES.flatMap((type) =>
    model
      .resources(type)
      .filter((store) => isTrue(store.tag(TAG.pseudonymized)))
      .map((store) => ({
        address: store.address,
        readers: holdersOf(model, { asks: RESOURCE_TYPES[type].reading!.reads, resource: store }),
      }))
  );
}
