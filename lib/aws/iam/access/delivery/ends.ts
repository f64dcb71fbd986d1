import { Model } from '../../../../terraform/model';
import { plainTarget, targetOf, targetsOf } from '../../../../terraform/references';
import { Block } from '../../../../terraform/block';
import { Resource } from '../../../../terraform/stack';
import { Value, isFalse, isUnknown } from '../../../../terraform/value';
import { bucketOf, sinkOf } from './source';
import { MESSAGE_SINKS } from './to-messages';

/** What a source names, to deliver to it or by its right. */
export interface End {
  readonly attribute: string;
  readonly value: Value;
  /** Whether it is not even told what it is. */
  readonly isOpen: boolean;
}

const BALANCER_LOGS = ['access_logs', 'connection_logs', 'health_check_logs'];
const ALARM_ACTIONS = ['alarm_actions', 'ok_actions', 'insufficient_data_actions'];

/** The attributes with the ends of a source, by its type. */
export const ENDS: { readonly [type: string]: readonly string[] } = {
  aws_alb: BALANCER_LOGS.map((logs) => `${logs}.bucket`),
  aws_cloudtrail: ['s3_bucket_name', 'sns_topic_name', 'cloud_watch_logs_group_arn', 'cloud_watch_logs_role_arn'],
  aws_cloudwatch_composite_alarm: ALARM_ACTIONS,
  aws_cloudwatch_event_target: ['arn', 'role_arn'],
  aws_cloudwatch_log_group: ['kms_key_id'],
  aws_cloudwatch_log_subscription_filter: ['destination_arn', 'role_arn'],
  aws_cloudwatch_metric_alarm: ALARM_ACTIONS,
  aws_config_delivery_channel: ['s3_bucket_name', 'sns_topic_arn'],
  aws_elb: ['access_logs.bucket'],
  aws_flow_log: ['log_destination', 'log_group_name', 'iam_role_arn'],
  aws_kinesis_firehose_delivery_stream: [
    ...['extended_s3_configuration', 's3_configuration'],
    ...['elasticsearch', 'http_endpoint', 'opensearch', 'opensearchserverless', 'redshift', 'snowflake', 'splunk'].map(
      (destination) => `${destination}_configuration.s3_configuration`
    ),
  ].flatMap((path) => [`${path}.bucket_arn`, `${path}.role_arn`]),
  aws_lb: BALANCER_LOGS.map((logs) => `${logs}.bucket`),
  aws_route53_query_log: ['cloudwatch_log_group_arn'],
  aws_route53_resolver_query_log_config: ['destination_arn'],
  aws_s3_bucket_logging: ['target_bucket'],
  aws_s3_bucket_notification: ['topic.topic_arn', 'queue.queue_arn'],
  aws_sns_topic_subscription: ['endpoint'],
  aws_wafv2_web_acl_logging_configuration: ['log_destination_configs'],
};

/** The types of ends that are known to decide who delivers there. */
const TYPES = [
  'aws_cloudwatch_log_group',
  'aws_iam_role',
  'aws_kinesis_firehose_delivery_stream',
  'aws_kinesis_stream',
  'aws_kms_external_key',
  'aws_kms_key',
  'aws_kms_replica_external_key',
  'aws_kms_replica_key',
  'aws_s3_bucket',
  'aws_sns_topic',
  'aws_sqs_queue',
];

/** What a source names, and does not switch off. */
export function endsOf(source: Resource): readonly Omit<End, 'isOpen'>[] {
  return (ENDS[source.type] ?? []).flatMap((attribute) =>
    valuesOf(source, attribute)
      .filter((value) => value !== undefined && value !== '')
      .map((value) => ({ attribute, value }))
  );
}

/** What a source names that is not in the model: the ends of others, and those of which only a plan can tell what they are. */
export function absentEndsOf(model: Model, source: Resource): readonly End[] {
  return endsOf(source)
    .filter(({ value }) => !isInModel(model, source, value))
    .map((end) => ({
      ...end,
      isOpen:
        isUnknown(end.value) && !isOfOtherService(end.value.text) && targetOf(model, source, end.value) === undefined,
    }));
}

/** The services of the types that decide who delivers there, as ARNs name them. */
const SERVICES = ['firehose', 'iam', 'kinesis', 'kms', 'logs', 's3', 'sns', 'sqs'];

/** Whether the text of an expression is the ARN of something else, such as an event bus, whatever its account and partition are. */
function isOfOtherService(text: string): boolean {
  const [, service] = /^arn:(?:\$\{data\.aws_partition\.[\w-]+\.partition\}|aws[a-z-]*):([a-z0-9-]+):/.exec(text) ?? [];
  return service !== undefined && !SERVICES.includes(service);
}

/** Whether a source sends to a topic or queue of the model. */
export function notifiesWithin(model: Model, source: Resource): boolean {
  return endsOf(source).some(({ value }) => MESSAGE_SINKS.some((type) => sinkOf(model, source, value, type)));
}

/** What an attribute holds, where its block is not switched off. */
function valuesOf(source: Block, attribute: string): readonly Value[] {
  const [, switched] = /^(\w+_logs)\./.exec(attribute) ?? [];
  if (switched === undefined) return source.valuesAt(attribute);
  return source
    .blocks(switched)
    .filter((block) => !isFalse(block.get('enabled')))
    .map((block) => block.get('bucket'));
}

function isInModel(model: Model, source: Resource, value: Value): boolean {
  const plain = isUnknown(value) ? plainTarget(source, value.text) : undefined;
  if (plain && TYPES.includes(plain.type)) return true;
  const named = typeof value === 'string' ? value.replace(/:\*$/, '') : value;
  const by = ['id', 'arn', 'name', 'bucket', 'url', 'key_id'];
  return targetsOf(model, source, named, TYPES, by).length > 0 || bucketOf(model, source, value) !== undefined;
}
