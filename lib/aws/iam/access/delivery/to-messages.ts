import { Model } from '../../../../terraform/model';
import { Resource } from '../../../../terraform/stack';
import { Request } from '../../evaluation/evaluate';
import { HeldPolicy } from '../../evaluation/statements';
import { policyFromJson } from '../../policy';
import { resourcePolicies } from '../resource-side';
import { accountTextOf, arnOf, regionTextOf } from '../symbols';
import { Obstacle, Right, Route, Writer } from './need';
import { Origin } from './source';
import { keyOf } from './to-bucket';

/** How messages arrive somewhere. */
interface Kind {
  readonly action: string;
  /** The name of its endpoint, by which it uses a key for a role. */
  readonly endpoint: string;
  /** The encryption context under which the service encrypts them. */
  readonly encryptedBy: string;
  readonly awsKey: string;
}

const KINDS: { readonly [type: string]: Kind } = {
  aws_sns_topic: {
    action: 'sns:Publish',
    endpoint: 'sns',
    encryptedBy: 'aws:sns:topicArn',
    awsKey: 'alias/aws/sns',
  },
  aws_sqs_queue: {
    action: 'sqs:SendMessage',
    endpoint: 'sqs',
    encryptedBy: 'aws:sqs:arn',
    awsKey: 'alias/aws/sqs',
  },
};

/** The types of what takes messages. */
export const MESSAGE_SINKS = Object.keys(KINDS);

/**
 * What it takes to send messages to a topic or a queue, and to use its key. For a role the topic or queue uses it, for a service the service itself does.
 *
 * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
 * https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
 */
export function sending(model: Model, to: Resource, writer: Writer, { texts, context }: Origin): Route {
  const { action, endpoint, encryptedBy, awsKey } = KINDS[to.type];
  const written = to.get('kms_master_key_id');
  const key = keyOf(model, to, written);
  const encryption: NonNullable<Request['context']> = {
    [`kms:EncryptionContext:${encryptedBy}`]: ['${sink}'],
    ...('role' in writer ? { 'kms:ViaService': ['${via}'] } : {}),
  };
  const right = {
    by: [writer],
    part: '',
    texts: {
      ...texts,
      '${sink}': arnOf(to),
      '${sink account}': accountTextOf(to),
      '${via}': [...`${endpoint}.`, ...regionTextOf(to), ...'.amazonaws.com'],
    },
  };
  const obstacles: Obstacle[] =
    written === awsKey && !('role' in writer)
      ? [{ of: to, because: `it is encrypted with ${awsKey}, which lets no other service use it` }]
      : [];
  const rights: Right[] = [
    { ...right, action, of: to, contexts: [context], unseen: defaultPolicy(model, to) },
    ...(key === undefined ? [] : ['kms:GenerateDataKey', 'kms:Decrypt']).map((use) => ({
      ...right,
      action: use,
      of: key!,
      contexts: [{ ...context, ...encryption }],
    })),
  ];
  return { to, rights, obstacles };
}

const OF_OWNER = policyFromJson({
  Version: '2008-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { AWS: '*' },
      Action: 'sns:Publish',
      Resource: '*',
      Condition: { StringEquals: { 'AWS:SourceOwner': '${owner}' } },
    },
  ],
});

/** The policy that SNS gives a topic for which nobody writes one. A queue has none then. */
function defaultPolicy(model: Model, to: Resource): readonly HeldPolicy[] {
  if (to.type !== 'aws_sns_topic' || resourcePolicies(model, to).length > 0) return [];
  const owner = accountTextOf(to);
  return [{ where: 'the default policy of a topic', policy: OF_OWNER, symbols: () => owner }];
}
