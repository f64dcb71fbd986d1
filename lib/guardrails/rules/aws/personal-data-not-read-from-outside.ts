import { OutsideAccess, outsideAccess } from '../../../aws/iam/access/outside';
import { givesPersonalData } from '../../../aws/iam/access/reading-needs';
import { RESOURCE_TYPES, typesWith } from '../../../aws/types';
import { MET, ResourceRule, undetermined, violated } from '../../rule';
import { listed } from '../../verdicts/both-duties';

const TYPES = typesWith(({ reading }) => reading !== undefined);
const SOURCES = [...new Set(TYPES.flatMap((type) => RESOURCE_TYPES[type].reading!.sources))];

/** Stores of personal data that only the organization reads. */
export const RULE: ResourceRule = {
  id: 'AWS-015',
  name: 'personal-data-not-read-from-outside',
  title: 'No policy of a store of personal data lets another organization read it',
  severity: 'high',
  claims: ['3.1.1.k'],
  rationale:
    'Another organization that reads personal data is a recipient, by a contract (GDPR Art. 28) or by mistake, and no role, boundary or policy of this account binds it. The policy evaluator answers for every account and principal that the policy of the store names, or that of its access point, its consumer, its registry or its catalog: what conditions and denials keep from other organizations, such as `aws:PrincipalOrgID`, is not read from outside. Where the reader has to decrypt, as with buckets, tables, streams, queues and secrets, the key of the store is asked too: one that AWS manages, and one whose policy leaves the reader out, keep him from the data. In a bucket that holds only if its policy refuses uploads under other keys. A key that is not in the input leaves it open. Accounts that the stacks work in, and those that an `aws_organizations_organization` lists, are of the organization; without that list nobody can tell of others, and a plan that has it settles it. Public access is judged by other rules. Not seen are roles of this account that others may assume, permissions of Lake Formation and grants of S3 Access Grants.',
  fix: 'Add the condition `aws:PrincipalOrgID` with the id of the organization to the statement that names the account, or a statement that denies everyone of another organization. Waive it for a processor, with the contract as the reason.',
  sources: [
    'https://eur-lex.europa.eu/eli/reg/2016/679/oj (Art. 28, 32)',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html',
    'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html',
    ...SOURCES,
  ],
  types: TYPES,
  check: (store, model) => {
    if (!givesPersonalData(model, store)) return undefined;
    const { access, unread } = outsideAccess(model, store, RESOURCE_TYPES[store.type].reading!);
    const readers = access.filter(({ decision }) => decision === 'allow');
    const certain = readers.find(({ isCertainlyOutside }) => isCertainlyOutside);
    if (certain) return violated(`${shown(certain)}, and its account is not in the organization`);
    const [open] = readers;
    if (open) return undetermined(`${shown(open)}, and nothing that was read tells whether it is of the organization`);
    const [depending] = access;
    if (depending) return undetermined(`whether ${shown(depending)} hangs on ${listed(depending.on)}`);
    return unread.length > 0 ? undetermined(`nobody can tell whom ${listed(unread)} names`) : MET;
  },
};

function shown({ who, action }: OutsideAccess): string {
  return `${who} may ${action}`;
}
