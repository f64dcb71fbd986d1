import { Model } from '../../../../terraform/model';
import { Resource } from '../../../../terraform/stack';
import { textOf } from '../../evaluation/text';
import { arnOf, regionTextOf } from '../symbols';
import { Right, Route, Writer } from './need';
import { Origin } from './source';
import { keyOf } from './to-bucket';

const WRITES = ['logs:CreateLogStream', 'logs:PutLogEvents'];

/** Policies of CloudWatch Logs speak of all groups of an account: there may be others, of other stacks, and some that AWS writes itself. */
const OF_OTHERS = 'another policy of CloudWatch Logs in the account';

/** What a service needs to write to a log group in its own name. */
export function writingByPolicy(group: Resource, by: readonly Writer[], { texts, context }: Origin): readonly Right[] {
  return WRITES.map((action) => ({
    by,
    action,
    of: group,
    part: ':log-stream:*',
    texts,
    contexts: [context],
    otherwise: OF_OTHERS,
  }));
}

/** What a role needs to write to a log group, or to some of its streams. */
export function writingByRole(
  group: Resource,
  role: Resource,
  stream = '*',
  texts: Right['texts'] = {}
): readonly Right[] {
  const part = `:log-stream:${stream}`;
  return WRITES.map((action) => ({ by: [{ role }], action, of: group, part, texts, contexts: [{}] }));
}

/**
 * What CloudWatch Logs needs to encrypt a log group with its key.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
export function encrypting(model: Model, group: Resource): readonly Route[] {
  const key = keyOf(model, group, group.get('kms_key_id'));
  if (!key) return [];
  const by: readonly Writer[] = [
    { service: [...'logs.', ...regionTextOf(group), ...'.amazonaws.com'] },
    { service: textOf('logs.amazonaws.com'), isSure: false },
  ];
  const rights = ['kms:GenerateDataKey', 'kms:Decrypt'].map((action) => ({
    by,
    action,
    of: key,
    part: '',
    texts: { '${group}': arnOf(group) },
    contexts: [{ 'kms:EncryptionContext:aws:logs:arn': ['${group}'] }],
  }));
  return [{ to: group, rights }];
}
