import { Model } from '../../../../terraform/model';
import { Resource } from '../../../../terraform/stack';
import { Value, items } from '../../../../terraform/value';
import { Text, hole } from '../../evaluation/text';
import { accountTextOf, arnOf, partitionOf, regionTextOf } from '../symbols';
import { assuming, roleOf } from './by-role';
import { Right, Route, Routes, SOURCELESS, Writer, service } from './need';
import { Origin, originOf, sinkOf } from './source';
import { writingByPolicy } from './to-log-group';
import { MESSAGE_SINKS, sending } from './to-messages';

function sinks(model: Model, source: Resource, value: Value, types: readonly string[]): readonly Resource[] {
  return items(value).flatMap((item) => types.flatMap((type) => sinkOf(model, source, item, type) ?? []));
}

/**
 * EventBridge names no source to SNS and KMS, so that no condition on one holds.
 *
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-troubleshooting.html
 */
function ofEventTarget(model: Model, target: Resource): readonly Route[] {
  const rule = sinkOf(model, target, target.get('rule'), 'aws_cloudwatch_event_rule');
  const origin = originOf(target, rule ? arnOf(rule) : [hole(`the rule of ${target.stack.name}:${target.address}`)]);
  const events = service('events.amazonaws.com');
  const written = target.get('role_arn');
  const role = roleOf(model, target, written);
  if (written !== undefined && !role) return [];
  const groups = sinks(model, target, target.get('arn'), ['aws_cloudwatch_log_group']).map((to) => ({
    to,
    rights: writingByPolicy(to, [events, service('delivery.logs.amazonaws.com')], origin),
  }));
  const messages = sinks(model, target, target.get('arn'), MESSAGE_SINKS).map((to): Route => {
    const writer: Writer = role ? { role } : events;
    const told = role
      ? { texts: origin.texts, context: {} }
      : to.type === 'aws_sns_topic'
        ? withoutSource(origin)
        : origin;
    const route = sending(model, to, writer, told);
    if (role) return { ...route, rights: [assuming(role, [events], origin), ...route.rights] };
    return {
      ...route,
      rights: route.rights.map((right) => (right.action.startsWith('kms:') ? sourceless(right) : right)),
    };
  });
  return [...groups, ...messages];
}

function withoutSource({ texts, context }: Origin): Origin {
  return { texts, context: { ...context, ...SOURCELESS } };
}

function sourceless(right: Right): Right {
  return { ...right, contexts: right.contexts.map((context) => ({ ...context, ...SOURCELESS })) };
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html */
function ofAlarm(model: Model, alarm: Resource): readonly Route[] {
  const place = [...regionTextOf(alarm), ':', ...accountTextOf(alarm), ':'];
  const name: Text = [hole(`the name of ${alarm.stack.name}:${alarm.key}`, ':')];
  const given = alarm.get('alarm_name');
  const written: Text = typeof given === 'string' ? [...given] : name;
  const arn = [...'arn:', ...partitionOf(alarm), ...':cloudwatch:', ...place, ...'alarm:', ...written];
  const { texts, context } = originOf(alarm, arn);
  // An alarm publishes for its account, as the default policy of a topic demands.
  const origin = { texts, context: { ...context, 'aws:SourceOwner': ['${source account}'] } };
  const topics = ['alarm_actions', 'ok_actions', 'insufficient_data_actions'].flatMap((attribute) =>
    sinks(model, alarm, alarm.get(attribute), ['aws_sns_topic'])
  );
  return [...new Set(topics)].map((to) => sending(model, to, service('cloudwatch.amazonaws.com'), origin));
}

/**
 * https://docs.aws.amazon.com/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html
 * https://docs.aws.amazon.com/sns/latest/dg/sns-enable-encryption-for-topic-sqs-queue-subscriptions.html
 */
function ofSubscription(model: Model, subscription: Resource): readonly Route[] {
  const protocol = subscription.get('protocol');
  if (typeof protocol === 'string' && protocol !== 'sqs') return [];
  const topic = sinkOf(model, subscription, subscription.get('topic_arn'), 'aws_sns_topic');
  const arn = topic ? arnOf(topic) : [hole(`the topic of ${subscription.stack.name}:${subscription.address}`)];
  const origin = originOf(topic ?? subscription, arn);
  return sinks(model, subscription, subscription.get('endpoint'), ['aws_sqs_queue']).map((to) =>
    sending(model, to, service('sns.amazonaws.com'), origin)
  );
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html */
function ofBucket(model: Model, notification: Resource): readonly Route[] {
  const bucket = sinkOf(model, notification, notification.get('bucket'), 'aws_s3_bucket');
  const origin = originOf(notification, bucket ? arnOf(bucket) : [hole(`the bucket of ${notification.address}`)]);
  const named = [...notification.valuesAt('topic.topic_arn'), ...notification.valuesAt('queue.queue_arn')];
  const to = [...new Set(named.flatMap((value) => sinks(model, notification, value, MESSAGE_SINKS)))];
  return to.map((sink) => sending(model, sink, service('s3.amazonaws.com'), origin));
}

/** What sends notifications, by its type. */
export const NOTIFIERS: { readonly [type: string]: Routes } = {
  aws_cloudwatch_composite_alarm: ofAlarm,
  aws_cloudwatch_event_target: ofEventTarget,
  aws_cloudwatch_metric_alarm: ofAlarm,
  aws_s3_bucket_notification: ofBucket,
  aws_sns_topic_subscription: ofSubscription,
};
