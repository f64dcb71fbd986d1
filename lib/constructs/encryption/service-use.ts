import { accountOf } from '../core/account';
import { PolicyStatement, sidOf } from '../core/policy';
import { ServiceAccess } from '../core/service-access';
import { IKey } from './key';
import { RotatedKey } from './rotated-key';

/** What encrypts messages, by the service that the ARNs of its resources name, and the context that it encrypts them in. */
const CONTEXTS = { sns: 'aws:sns:topicArn', sqs: 'aws:sqs:arn' } as const;

const LET_USE = Symbol.for('cdktf-aws-toms/LetServicesUse');

/** Adds a statement to the policy of a key, once by its Sid. That of a key which is already there must have it. */
export function addOnce(key: IKey, statement: PolicyStatement & { readonly sid: string }): void {
  if (!(key instanceof RotatedKey)) return;
  const holder = key as RotatedKey & { [LET_USE]?: Set<string> };
  if (!holder[LET_USE]) Object.defineProperty(key, LET_USE, { value: new Set<string>() });
  if (holder[LET_USE]!.has(statement.sid)) return;
  holder[LET_USE]!.add(statement.sid);
  key.addToResourcePolicy(statement);
}

/**
 * Lets a service of AWS send under a key to the queues or topics of this account, once a key. Which of its sources may send where is said by the policy of the
 * queue or topic: EventBridge names no source to KMS, and a condition on one would lose its events.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 */
export function letServiceSend(
  key: IKey | undefined,
  service: string,
  to: 'sns' | 'sqs',
  region: string | undefined
): void {
  if (!(key instanceof RotatedKey)) return;
  const account = accountOf(key);
  const where = region ?? account.region;
  addOnce(key, {
    sid: `${sidOf(service)}To${sidOf(to)}`,
    principals: { Service: [service] },
    actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
    resources: ['*'],
    conditions: {
      ArnLike: {
        [`kms:EncryptionContext:${CONTEXTS[to]}`]: [`arn:${account.partition}:${to}:${where}:${account.id}:*`],
      },
    },
  });
}

/**
 * Lets a service of AWS read or write under a key what a store of this account holds. Which of its sources may is said by the policy of the store: the key
 * names none, since it would depend on the source, and the source often on what the key encrypts.
 *
 * @see https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_cloudfront_origins-readme.html
 */
export function letServiceStore(key: IKey | undefined, service: string, access: ServiceAccess): void {
  if (key instanceof RotatedKey) key.allowService(service, { access });
}
