import { Statement, isEverybody, readPolicy } from '../aws/iam/policy';
import { ownPolicy } from '../aws/iam/resource-policies';
import { foreignPrincipals } from '../aws/iam/trust';
import { withinDepth } from '../guardrails/check';
import { configured } from '../terraform/configured';
import { Model } from '../terraform/model';
import { Redaction } from '../terraform/redaction';
import { Resource } from '../terraform/stack';
import { asStrings, ownProperty } from '../terraform/value';

/** Somebody outside the account to whom the configuration opens something. */
export interface Recipient {
  /** An account, an organization, a principal, or `everybody`. */
  readonly who: string;
  /** Whether that is certainly another account. */
  readonly isCertain: boolean;
  /** What opens it: `stack:address`. */
  readonly through: string;
}

/** Where shares name accounts. */
const SHARES: { readonly [type: string]: string } = {
  aws_ami_launch_permission: 'account_id',
  aws_db_cluster_snapshot: 'shared_accounts',
  aws_db_snapshot: 'shared_accounts',
  aws_db_snapshot_copy: 'shared_accounts',
  aws_ram_principal_association: 'principal',
  aws_rds_cluster_snapshot_copy: 'shared_accounts',
  aws_snapshot_create_volume_permission: 'account_id',
};

/** Everybody outside the account whom policies, trust policies and shares name, by who it is. */
export function recipientsOf(model: Model): readonly Recipient[] {
  return withinDepth(model.stacks, () => readRecipients(model));
}

function readRecipients(model: Model): readonly Recipient[] {
  const redaction = new Redaction(model.stacks);
  const found = new Map<string, Recipient>();
  for (const type of model.types) {
    if (FILTERS.test(type)) continue;
    for (const resource of model.present(type)) {
      for (const { who, isCertain } of namedBy(model, resource)) {
        const one = { who: redaction.of(who), isCertain, through: resource.qualifiedAddress };
        found.set(JSON.stringify(one), one);
      }
    }
  }
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, recipient]) => recipient);
}

/** Policies of endpoints filter what passes, and open nothing. */
const FILTERS = /^aws_vpc_endpoint/;

type Named = Pick<Recipient, 'who' | 'isCertain'>;

function namedBy(model: Model, resource: Resource): readonly Named[] {
  const share = ownProperty(SHARES, resource.type);
  const shared = share === undefined ? [] : asStrings(configured(resource, share));
  const policy =
    resource.type === 'aws_iam_role' ? readPolicy(model, resource, 'assume_role_policy') : ownPolicy(model, resource);
  const statements = policy && 'statements' in policy ? policy.statements : [];
  return [
    ...shared.map((who) => ({ who, isCertain: true })),
    ...statements.filter(({ effect }) => effect === 'Allow').flatMap((one) => principalsOf(model, resource, one)),
  ];
}

function principalsOf(model: Model, resource: Resource, statement: Statement): readonly Named[] {
  const everybody = statement.conditions.length === 0 && statement.principals.some(isEverybody);
  return [
    ...(everybody ? [{ who: 'everybody', isCertain: true }] : []),
    ...foreignPrincipals(model, resource, statement)
      .filter(({ isForeign }) => isForeign !== 'no')
      .map(({ id, isForeign }) => ({ who: id, isCertain: isForeign === 'yes' })),
  ];
}
