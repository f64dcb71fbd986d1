import { accountOf, isSameAccount } from '../../../aws/account-of';
import { configured } from '../../../terraform/configured';
import { Resource } from '../../../terraform/stack';
import { describe, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, undetermined, violated } from '../../rule';

const TYPE = 'aws_account_alternate_contact';
const KIND = 'alternate_contact_type';

/** Accounts that name contacts, one of them for security. */
export const RULE: ResourceRule = {
  id: 'ACCOUNT-001',
  name: 'security-contact-named',
  title: 'An account that names contacts names one for security',
  severity: 'medium',
  claims: ['10.2.d'],
  rationale:
    'AWS writes about abuse, exposed keys and vulnerabilities to the security contact of an account, and without one to the mailbox of the root user. An account whose contacts for billing or operations are in code, and none for security, has left out the one that matters. Contacts that a management account names for another account, by `account_id`, are not judged: nothing shows what else that account names.',
  fix: 'Add an `aws_account_alternate_contact` of type SECURITY with a mailbox that several people read, or `new AccountBaseline(…)`.',
  sources: [
    'https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-update-contact-alternate.html',
    'AWS Security Hub Account.1',
  ],
  types: [TYPE],
  check: (contact, model) => {
    if (isOfAnother(contact)) return undefined;
    const kind = configured(contact, KIND);
    if (kind === 'SECURITY') return MET;
    const others = model
      .resources(TYPE)
      .filter((other) => other !== contact && !isOfAnother(other) && isSameAccount(contact, other) !== false)
      .map((other) => configured(other, KIND));
    if (others.includes('SECURITY')) return undefined;
    const open = [kind, ...others].find(isUnknown);
    return open
      ? undetermined(`${KIND} is ${open.text}, which only a plan can tell`)
      : violated(`${KIND} is ${describe(kind)}, and no contact of the account is for security`);
  },
};

/** Whether a contact is of another account than that of its provider, or perhaps is. */
function isOfAnother(contact: Resource): boolean {
  const account = configured(contact, 'account_id');
  return account !== undefined && account !== accountOf(contact);
}
