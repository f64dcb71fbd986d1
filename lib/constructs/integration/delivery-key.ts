import { IConstruct } from 'constructs';
import { accountOf } from '../core/account';
import { PolicyStatement } from '../core/policy';
import { IKey } from '../encryption/key';
import { addOnce } from '../encryption/service-use';

const EVENTS = { Service: ['events.amazonaws.com'] };

/**
 * Lets EventBridge encrypt what the buses of this account take and their archives keep, and what they log. Of archives it names no source to KMS, and of both the bus
 * as the context.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-event-bus-cmkey.html
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/encryption-archives.html
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/encryption-bus-logs.html
 */
export function letBusesUse(key: IKey, region: string | undefined): void {
  const { partition, id, region: own } = accountOf(key);
  const where = `${region ?? own}:${id}`;
  addOnce(key, {
    sid: 'EventBridgeLooks',
    principals: EVENTS,
    actions: ['kms:DescribeKey'],
    resources: ['*'],
    conditions: { StringEquals: { 'aws:SourceAccount': [id] } },
  });
  addOnce(key, {
    sid: 'EventBuses',
    principals: EVENTS,
    actions: ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:ReEncrypt*'],
    resources: ['*'],
    conditions: {
      ArnLike: { 'kms:EncryptionContext:aws:events:event-bus:arn': [`arn:${partition}:events:${where}:event-bus/*`] },
    },
  });
  addOnce(key, {
    sid: 'EventBusLogs',
    principals: EVENTS,
    actions: ['kms:GenerateDataKey'],
    resources: ['*'],
    conditions: ofLogs(key, region),
  });
}

/**
 * Lets the delivery of logs read what a service encrypted for it under a key, before it writes that to a log group of this account.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/encryption-bus-logs.html
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html
 */
export function letLogDeliveryRead(key: IKey, region: string | undefined): void {
  addOnce(key, {
    sid: 'LogDelivery',
    principals: { Service: ['delivery.logs.amazonaws.com'] },
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    resources: ['*'],
    conditions: ofLogs(key, region),
  });
}

/** The context in which services encrypt what they hand to the delivery of logs, which ends with an asterisk itself. */
export function logContext(scope: IConstruct, region: string | undefined): string {
  const { partition, id, region: own } = accountOf(scope);
  return `arn:${partition}:logs:${region ?? own}:${id}:*`;
}

function ofLogs(key: IKey, region: string | undefined): PolicyStatement['conditions'] {
  return { StringLike: { 'kms:EncryptionContext:SourceArn': [logContext(key, region)] } };
}
