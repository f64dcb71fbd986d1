import { Construct } from 'constructs';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { SqsQueuePolicy } from '@cdktf/provider-aws/lib/sqs-queue-policy';
import { denyOutsiders, denyPlainHttp } from '../core/perimeter';
import { policyText } from '../core/policy';
import { Posture } from '../core/posture';
import { GrowingPolicy } from '../core/resource-policy';
import { serviceName } from './service-names';

const SECONDS_A_DAY = 86_400;

/** For how long SQS may use a data key again before it asks KMS for another: five minutes, its own default. */
const DATA_KEY_SECONDS = 300;

/** What the queues of this library differ in. */
export interface QueueResourcesProps {
  readonly posture: Posture;
  readonly queueName?: string;
  readonly fifo: boolean;
  readonly retentionDays: number;
  readonly visibilityTimeoutSeconds?: number;
  /** The ARN of the queue that takes what is received too often, and how often that is. */
  readonly redrive?: { readonly deadLetterTargetArn: string; readonly maxReceiveCount: number };
  /** Which queues may send their dead letters here, where that is known before they are made. */
  readonly redriveAllow?: { readonly redrivePermission: 'denyAll' };
  readonly keyArn: string;
  readonly organizationId?: string;
  readonly region?: string;
  readonly tags: { [key: string]: string };
}

/** The queue that was made, and the policy that it will have. */
export interface QueueResources {
  readonly resource: SqsQueue;
  readonly queueArn: string;
  readonly queueUrl: string;
  readonly policyResource: SqsQueuePolicy;
  readonly policy: GrowingPolicy;
}

/**
 * Makes a queue and its policy.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html
 */
export function queueResources(scope: Construct, props: QueueResourcesProps): QueueResources {
  const { posture, fifo, region } = props;
  const resource = new SqsQueue(scope, 'Resource', {
    name: serviceName(scope, posture, {
      prop: 'queueName',
      given: props.queueName,
      max: 80,
      suffix: fifo ? '.fifo' : '',
    }),
    fifoQueue: fifo ? true : undefined,
    messageRetentionSeconds: props.retentionDays * SECONDS_A_DAY,
    visibilityTimeoutSeconds: props.visibilityTimeoutSeconds,
    redrivePolicy: props.redrive && JSON.stringify(props.redrive),
    redriveAllowPolicy: props.redriveAllow && JSON.stringify(props.redriveAllow),
    kmsMasterKeyId: props.keyArn,
    kmsDataKeyReusePeriodSeconds: DATA_KEY_SECONDS,
    region,
    tags: props.tags,
    lifecycle: posture.isEphemeral ? undefined : { preventDestroy: true },
  });
  scope.node.defaultChild = resource;
  const queueArn = resource.arn;
  const queueUrl = resource.url;
  const everything = { actions: ['sqs:*'], resources: [queueArn] };
  const statements = [denyPlainHttp(everything), denyOutsiders(scope, props.organizationId, everything)];
  const policyResource = new SqsQueuePolicy(scope, 'Policy', {
    queueUrl,
    policy: policyText(scope, 'queue', statements),
    region,
  });
  const policy = new GrowingPolicy(scope, 'queue', statements, policyResource);
  return { resource, queueArn, queueUrl, policyResource, policy };
}
