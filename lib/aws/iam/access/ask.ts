import { Model } from '../../../terraform/model';
import { Resource } from '../../../terraform/stack';
import { accountOf } from '../../account-of';
import { Caller } from '../evaluation/caller';
import { Decision, Policies, Request, evaluate } from '../evaluation/evaluate';
import { HeldPolicy } from '../evaluation/statements';
import { Text, hole, knownText } from '../evaluation/text';
import { policiesOf } from '../resource-policies';
import { organizationPolicies } from './organization';
import { resourcePolicies } from './resource-side';
import { accountTextOf, arnOf, nameTextOf, placeOf, symbolsOf } from './symbols';

/** What is asked of a resource. */
export interface Question {
  /** `s3:GetObject` */
  readonly action: string;
  readonly resource: Resource;
  /** What stands behind the ARN: `/AWSLogs/*`. Objects of buckets have `/*` by themselves. */
  readonly part?: string;
  /** What stands behind the account in the ARN instead, with the name of the resource: `rule/${name}/*`. */
  readonly path?: string;
  readonly context?: Request['context'];
  /** What the `${…}` in part and context stand for. */
  readonly texts?: { readonly [expression: string]: Text };
  /** Whether it is asked of the best request that somebody can make, and not of any. */
  readonly isBest?: true;
  /** The VPC endpoint that the request passes. Without one it comes another way. */
  readonly via?: Resource;
  /** The account that the resource lies in, where that is to be another one than its own. */
  readonly owner?: Text;
  /** Policies of the resource that the model does not show. */
  readonly unseen?: readonly HeldPolicy[];
  /** What must be allowed to the same one as well. Asked only where the rest does not refuse. */
  readonly needs?: () => readonly Need[];
}

/** What else somebody needs. */
export type Need =
  /** A right. Where it is denied and does not decide all, what the rest hangs on. */
  | { readonly question: Question; readonly orElse?: string }
  /** Something of which nobody tells whether he has it. */
  | { readonly on: string }
  /** Something that nobody of another account ever has. */
  | 'never';

/** Who asks, by texts that are not all known. */
export interface Asker {
  readonly kind: Caller['kind'];
  readonly id: Text;
  readonly account?: Text;
}

/** Whether somebody can do what is asked, with policies of his own. */
export function ask(model: Model, question: Question, asker: Asker, own: Policies = {}): Decision {
  const { action, resource, part, path, via, unseen = [] } = question;
  const { kind, id, account } = asker;
  const texts: { readonly [expression: string]: Text } = {
    ...question.texts,
    '${caller}': id,
    '${account}': account ?? [],
    '${resource}': arnOf(resource),
    ...(path === undefined ? {} : { '${place}': placeOf(resource), '${name}': nameTextOf(resource) }),
    '${owner}': question.owner ?? accountTextOf(resource),
    '${endpoint}': via ? [hole(`the id of ${via.stack.name}:${via.key}`, ':/', 'aws_vpc_endpoint')] : [],
  };
  const request: Request = {
    caller: { kind, id: '${caller}', account: account && '${account}' },
    action,
    resource: path === undefined ? `\${resource}${part ?? partOf(action)}` : `\${place}${path}`,
    account: '${owner}',
    context: via ? { 'aws:SourceVpce': ['${endpoint}'], ...question.context } : question.context,
    symbols: (expression) => texts[expression] ?? [hole(expression)],
  };
  return evaluate(request, {
    ...own,
    ...organizationPolicies(model, account && { account: knownText(account) }, accountOf(resource)),
    resource: [...resourcePolicies(model, resource), ...unseen],
    endpoint: via ? endpointPolicies(model, via) : undefined,
  });
}

/** What an endpoint lets through: everything, where nobody says otherwise. */
function endpointPolicies(model: Model, endpoint: Resource): readonly HeldPolicy[] | undefined {
  const found = policiesOf(model, endpoint);
  if (found.length === 0) return undefined;
  return found.map(({ of, policy }) => ({ where: of.address, policy, symbols: symbolsOf(model, of) }));
}

/** What an action of S3 is about: an object, or the bucket. */
function partOf(action: string): string {
  return /^s3:(?!.*Bucket).*(?:Object|MultipartUpload)/.test(action) ? '/*' : '';
}
