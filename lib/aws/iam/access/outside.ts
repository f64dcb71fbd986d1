import { Model } from '../../../terraform/model';
import { Resource } from '../../../terraform/stack';
import { isOfOrganization } from '../../organizations/membership';
import { Reading } from '../../types/resource-type';
import { knownText } from '../evaluation/text';
import { Question } from './ask';
import { needsOf } from './reading-needs';
import { unreadPolicies } from './resource-side';
import { Access, foreignAccess, namesForeign } from './who-can';

/** Somebody of another account who can do something, or perhaps can. */
export interface OutsideAccess extends Access {
  readonly action: string;
  /** Whether the account is certainly none of the organization. */
  readonly isCertainlyOutside: boolean;
}

/** What others can do to a resource. */
export interface Outside {
  readonly access: readonly OutsideAccess[];
  /** The policies of which nobody knows whom they name. */
  readonly unread: readonly string[];
}

/** Statements for everybody are judged elsewhere, and services by whom they act for. */
const OTHERS = ['account'] as const;

/**
 * What the policies of a resource let accounts and principals read that they name, and that are not known to be of the organization, as far as its key lets
 * them, too. Statements for everybody are not looked at, nor services: public access is asked elsewhere.
 */
export function outsideAccess(model: Model, resource: Resource, reading: Reading): Outside {
  const unread = unreadPolicies(model, resource);
  // Nearly no policy names others.
  if (!namesForeign(model, resource, OTHERS)) return { access: [], unread };
  return {
    access: reading.reads.flatMap((read) =>
      accessTo(model, (context) => ({
        ...read,
        resource,
        isBest: true,
        context,
        needs: () => needsOf(model, resource, { reading, action: read.action, context }),
      }))
    ),
    unread,
  };
}

/**
 * Somebody of another organization, or of none: then the keys are not in the request.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgid
 */
const OF_OTHERS: readonly NonNullable<Question['context']>[] = [
  { 'aws:PrincipalOrgID': ['o-others'], 'aws:PrincipalOrgPaths': ['o-others/r-others/'] },
  { 'aws:PrincipalOrgID': 'absent', 'aws:PrincipalOrgPaths': 'absent' },
];

function accessTo(
  model: Model,
  questionOf: (context: NonNullable<Question['context']>) => Question
): readonly OutsideAccess[] {
  const found = new Map<string, OutsideAccess>();
  for (const context of OF_OTHERS) {
    const question = questionOf(context);
    for (const access of foreignAccess(model, question, OTHERS)) {
      const isOurs = isOfOurs(model, access);
      if (isOurs === true || found.get(access.who)?.decision === 'allow') continue;
      found.set(access.who, { ...access, action: question.action, isCertainlyOutside: isOurs === false });
    }
  }
  return [...found.values()];
}

/** Whether somebody is of the organization, or none of the accounts that are asked about. */
function isOfOurs(model: Model, { outsider }: Access): boolean | undefined {
  const text = outsider?.kind === 'account' ? outsider.account : undefined;
  const account = text && knownText(text);
  if (account === undefined) return undefined;
  // What stands in the place of an account and is none, such as `cloudfront`, is of AWS.
  return /^\d{12}$/.test(account) ? isOfOrganization(model, account) : true;
}
