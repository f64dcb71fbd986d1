import { Memo } from '../../terraform/memo';
import { Model } from '../../terraform/model';
import { Resource } from '../../terraform/stack';
import { accountOf } from '../account-of';

/** The accounts that are known to belong together. */
interface Accounts {
  readonly own: ReadonlySet<string>;
  /** Whether these are all accounts of the organization. */
  readonly isWhole: boolean;
}

const ACCOUNTS = new Memo<Accounts>();

/**
 * Whether an account is one that the stacks work in, or of their organization: where a data source lists them, an account that it leaves out is outside.
 * `undefined` where nobody tells.
 */
export function isOfOrganization(model: Model, account: string): boolean | undefined {
  const { own, isWhole } = ACCOUNTS.of(model, () => readAccounts(model));
  return own.has(account) || (isWhole ? false : undefined);
}

function readAccounts(model: Model): Accounts {
  const own = new Set<string>();
  for (const { resources } of model.stacks) {
    for (const resource of resources) {
      const account = accountOf(resource);
      if (account !== undefined) own.add(account);
    }
  }
  for (const account of model.resources('aws_organizations_account')) {
    const id = account.get('id');
    if (typeof id === 'string') own.add(id);
  }
  const lists = ORGANIZATIONS.flatMap((type) => model.resources(type)).map(accountsListedBy);
  for (const id of lists.flatMap((ids) => ids ?? [])) own.add(id);
  return { own, isWhole: lists.some((ids) => ids !== undefined) };
}

const ORGANIZATIONS = ['aws_organizations_organization', 'data.aws_organizations_organization'];

/** The accounts of an organization, as its management account or a delegated administrator sees them. `undefined` where not all are known. */
function accountsListedBy(organization: Resource): readonly string[] | undefined {
  const ids = organization.blocks('accounts').map((account) => account.get('id'));
  const known = ids.filter((id): id is string => typeof id === 'string');
  return known.length > 0 && known.length === ids.length ? known : undefined;
}
