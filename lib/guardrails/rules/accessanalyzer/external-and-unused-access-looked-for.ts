import { isSameAccount } from '../../../aws/account-of';
import { Memo } from '../../../terraform/memo';
import { Model } from '../../../terraform/model';
import { configured } from '../../../terraform/configured';
import { Resource } from '../../../terraform/stack';
import { isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, undetermined, violated } from '../../rule';

const TYPE = 'aws_accessanalyzer_analyzer';

/** Analyzers of external access, with one of unused access beside them. */
export const RULE: ResourceRule = {
  id: 'ACCESSANALYZER-002',
  name: 'external-and-unused-access-looked-for',
  title: 'Where an analyzer finds external access, one finds unused access',
  severity: 'low',
  claims: ['3.1.1.g'],
  rationale:
    'An analyzer of external access finds what others can use, in its region. What nobody uses, it does not find: roles, keys and permissions that are left over, which are a way in that nobody misses. That takes an analyzer of its own, one for an account or for the organization, and in one region, since IAM is the same in all. AWS charges for it by the number of roles and users.',
  fix: 'Add an `aws_accessanalyzer_analyzer` of type ACCOUNT_UNUSED_ACCESS to the account, or of type ORGANIZATION_UNUSED_ACCESS where the organization is administrated. `AccountBaseline` makes both.',
  sources: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/what-is-access-analyzer.html', 'AWS Security Hub IAM.28'],
  types: [TYPE],
  check: (analyzer, model) => {
    const type = configured(analyzer, 'type') ?? 'ACCOUNT';
    if (isUnknown(type)) return undetermined(`type is ${type.text}, which only a plan can tell`);
    if (type !== 'ACCOUNT' && type !== 'ORGANIZATION') return undefined;
    const { ofOrganization, ofAccounts, open } = UNUSED.of(model, () => readUnused(model));
    if (ofOrganization) return MET;
    const same = ofAccounts.map((other) => isSameAccount(analyzer, other));
    if (same.includes(true)) return MET;
    if (same.includes(undefined)) return undetermined('no provider tells in which account unused access is looked for');
    return open
      ? undetermined(`the type of ${open} is only known to a plan`)
      : violated('nothing looks for unused access in this account');
  },
};

interface Unused {
  readonly ofOrganization: boolean;
  readonly ofAccounts: readonly Resource[];
  /** An analyzer of which nobody can tell what it looks for. */
  readonly open?: string;
}

const UNUSED = new Memo<Unused>();

function readUnused(model: Model): Unused {
  const there = model.present(TYPE).map((one) => ({ one, type: configured(one, 'type') }));
  return {
    ofOrganization: there.some(({ type }) => type === 'ORGANIZATION_UNUSED_ACCESS'),
    ofAccounts: there.filter(({ type }) => type === 'ACCOUNT_UNUSED_ACCESS').map(({ one }) => one),
    open: there.find(({ type }) => isUnknown(type))?.one.address,
  };
}
