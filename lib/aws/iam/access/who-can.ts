import { Model } from '../../../terraform/model';
import { hasUndeterminedCompanion } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { RESOURCE_TYPES } from '../../types';
import { Caller } from '../evaluation/caller';
import { Decision, Policies, Request, evaluate } from '../evaluation/evaluate';
import { matches } from '../evaluation/match';
import { HeldPolicy } from '../evaluation/statements';
import { STRANGER, Text, hole, knownText, textOf } from '../evaluation/text';
import { isEverybody, policyFromJson } from '../policy';
import { policiesOf } from '../resource-policies';
import { holdersOf, unlimited } from './holders';
import { accountTextOf, arnOf, rootOf, symbolsOf } from './symbols';

/** Somebody who can do something, or perhaps can. */
export interface Access extends Decision {
  /** A role or user of the model, a service, an account, or everybody, as messages name it. */
  readonly who: string;
  readonly principal?: Resource;
  /** Whether it is outside of what the model shows. */
  readonly isOutside: boolean;
}

/** What is asked of a resource. */
export interface Question {
  /** `s3:GetObject` */
  readonly action: string;
  readonly resource: Resource;
  /** What stands behind the ARN: `/AWSLogs/*`. Objects of buckets have `/*` by themselves. */
  readonly part?: string;
  readonly context?: Request['context'];
  /** What the `${…}` in part and context stand for. */
  readonly texts?: { readonly [expression: string]: Text };
}

/**
 * Who can do something to a resource: the roles and users of the model, and whom the resource's own policy names. Others whom
 * accounts let in by themselves count as their account. Service and resource control policies are not looked at, which can only
 * make the answer smaller.
 */
export function whoCan(model: Model, question: Question): readonly Access[] {
  return [...ownAccess(model, question), ...foreignAccess(model, question)].filter(
    ({ decision }) => decision !== 'deny'
  );
}

function ownAccess(model: Model, question: Question): Access[] {
  return holdersOf(model).map(({ principal, identity, boundary }) => {
    const kind = principal.type === 'aws_iam_user' ? 'user' : 'role';
    const names: Asker = { kind, id: arnOf(principal), account: accountTextOf(principal) };
    const decision = ask(model, question, names, { identity, boundary });
    return { ...decision, who: principal.address, principal, isOutside: false };
  });
}

/** Who asks, by texts that are not all known. */
export interface Asker {
  readonly kind: Caller['kind'];
  readonly id: Text;
  readonly account?: Text;
}

/** Whether somebody can do what is asked, with policies of his own. */
export function ask(model: Model, question: Question, { kind, id, account }: Asker, own: Policies): Decision {
  const { action, resource, part, context } = question;
  const texts: { readonly [expression: string]: Text } = {
    ...question.texts,
    '${caller}': id,
    '${account}': account ?? [],
    '${resource}': arnOf(resource),
    '${owner}': accountTextOf(resource),
  };
  const request: Request = {
    caller: { kind, id: '${caller}', account: account && '${account}' },
    action,
    resource: `\${resource}${part ?? partOf(action)}`,
    account: '${owner}',
    context,
    symbols: (expression) => texts[expression] ?? [hole(expression)],
  };
  return evaluate(request, { ...own, resource: resourcePolicies(model, resource) });
}

/** What an action of S3 is about: an object, or the bucket. */
function partOf(action: string): string {
  return /^s3:(?!.*Bucket).*(?:Object|MultipartUpload)/.test(action) ? '/*' : '';
}

/** The policies of a resource itself, with the one that a key has where nobody writes one. */
export function resourcePolicies(model: Model, resource: Resource): HeldPolicy[] {
  const found = policiesOf(model, resource).map(({ of, policy }) => ({
    where: of.address,
    policy,
    symbols: symbolsOf(model, of),
  }));
  const apart = RESOURCE_TYPES[resource.type]?.policy?.apart;
  const open: HeldPolicy[] =
    apart && hasUndeterminedCompanion(model, apart.type, apart.attribute)
      ? [{ where: apart.type, policy: { unknown: `an ${apart.type} that may be of ${resource.address}` } }]
      : [];
  if (found.length > 0 || !resource.type.startsWith('aws_kms_')) return [...found, ...open];
  const root = rootOf(resource);
  return [{ where: 'the default key policy', policy: DEFAULT_KEY_POLICY, symbols: () => root }, ...open];
}

/** https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html */
const DEFAULT_KEY_POLICY = policyFromJson({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: '${root}' }, Action: 'kms:*', Resource: '*' }],
});

const NOBODY_KNOWN: Text = [hole('an account of others', '0123456789:/', STRANGER)];

/** Whom the policy of a resource names: services, and everybody and accounts that are not the resource's own. */
function foreignAccess(model: Model, question: Question): Access[] {
  const askers = new Map<string, { readonly asker: Asker; readonly own: Policies }>();
  const owner = accountTextOf(question.resource);
  const holders = holdersOf(model).map(({ principal }) => arnOf(principal));
  for (const { policy, symbols } of resourcePolicies(model, question.resource)) {
    if (!policy || !('statements' in policy)) continue;
    for (const { effect, principals, notPrincipals } of policy.statements) {
      if (effect === 'Deny') continue;
      for (const principal of notPrincipals.length > 0 ? [{ type: '*', id: '*' }] : principals) {
        const { type, id } = principal;
        const text = textOf(id, { symbols });
        if (isEverybody(principal)) {
          askers.set('everybody', { asker: { kind: 'anonymous', id: [] }, own: {} });
          askers.set('every account', stranger(NOBODY_KNOWN));
        } else if (type === 'Service')
          askers.set(knownText(text) ?? id, { asker: { kind: 'service', id: text }, own: {} });
        else if (type === 'Federated') askers.set(id, { asker: { kind: 'federated', id: text }, own: {} });
        else if (!holders.some((arn) => matches(arn, text).is === 'yes')) {
          const account = accountIn(text);
          const isOwn = account !== undefined && matches(account, owner).is === 'yes';
          if (!isOwn) askers.set(id, outsider(text, account));
          else if (isPrincipal(text)) askers.set(id, { asker: { kind: 'role', id: text, account }, own: unshown(id) });
        }
      }
    }
  }
  return [...askers].map(([who, { asker, own }]) => ({ ...ask(model, question, asker, own), who, isOutside: true }));
}

/** Somebody of another account, who has of it whatever rights it takes. */
function stranger(account: Text): { readonly asker: Asker; readonly own: Policies } {
  const id = [
    ...'arn:',
    hole('the partition', ':/'),
    ...':iam::',
    ...account,
    ...':role/',
    hole('a role of others', ':/', STRANGER),
  ];
  return { asker: { kind: 'role', id, account }, own: { identity: [unlimited('the policies of the other account')] } };
}

function outsider(text: Text, account: Text | undefined): { readonly asker: Asker; readonly own: Policies } {
  if (!account || !isPrincipal(text)) return stranger(account ?? [hole('an account that a policy names', ':/')]);
  return {
    asker: { kind: 'role', id: text, account },
    own: { identity: [unlimited('the policies of the other account')] },
  };
}

/** Whether a text names a role or a user, and not an account. */
function isPrincipal(text: Text): boolean {
  return text.length > 12 && !text.slice(-5).every((token, at) => token === ':root'[at]);
}

/** The policies of a principal that the model does not show. */
function unshown(id: string): Policies {
  const where = `the policies of ${id}`;
  return { identity: [{ where, policy: { unknown: where } }] };
}

/** The account in `111122223333`, or in an ARN. */
function accountIn(text: Text): Text | undefined {
  const colons = [...text.keys()].filter((at) => text[at] === ':');
  if (colons.length >= 5) return text.slice(colons[3] + 1, colons[4]);
  return colons.length === 0 && text.length === 12 ? text : undefined;
}
