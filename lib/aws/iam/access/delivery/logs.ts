import { Model } from '../../../../terraform/model';
import { plainTarget, targetsOf } from '../../../../terraform/references';
import { Memo } from '../../../../terraform/memo';
import { Resource } from '../../../../terraform/stack';
import { Value, isFalse, isTrue, isUnknown, items } from '../../../../terraform/value';
import { accountNameOf } from '../../../account-of';
import { Text, hole } from '../../evaluation/text';
import { accountTextOf, arnOf, partitionOf, regionTextOf } from '../symbols';
import { assuming, byRole, roleOf } from './by-role';
import { ofConfig } from './config';
import { Delivery, Right, Route, Routes, deliver, service } from './need';
import { NOTHING_TOLD, bucketOf, originOf, prefixed, sinkOf, textAt, withPrefix } from './source';
import { Writing, keyOf, listOf, obstaclesOf, rightsOn, toBucket } from './to-bucket';
import { encrypting, writingByPolicy, writingByRole } from './to-log-group';
import { sending } from './to-messages';

const GROUP = 'aws_cloudwatch_log_group';

/** What AWS does where the caller that sets logging up may change the policy: it adds what is missing. */
const ADDED =
  'a statement that AWS adds to the policy of the bucket where the caller that sets the logging up may change it';

const DELIVERY = service('delivery.logs.amazonaws.com');

function deliveryArn(source: Resource): Text {
  const place = [...partitionOf(source), ...':logs:', ...regionTextOf(source), ':', ...accountTextOf(source), ':'];
  return [...'arn:', ...place, hole(`the delivery of ${source.stack.name}:${source.address}`)];
}

/** How the services write that send by the common delivery of CloudWatch Logs. */
function vended(part: string): Writing {
  return {
    by: [DELIVERY],
    reads: ['s3:GetBucketAcl'],
    part,
    hasAcl: true,
    encryption: 'default',
    otherwise: ADDED,
  };
}

function toGroup(model: Model, source: Resource, value: Value): readonly Route[] {
  const to = sinkOf(model, source, value, GROUP);
  return to ? [{ to, rights: writingByPolicy(to, [DELIVERY], originOf(source, deliveryArn(source))) }] : [];
}

/**
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-permissions-for-sns-notifications.html
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html
 */
function ofTrail(model: Model, trail: Resource): readonly Route[] {
  const writer = service('cloudtrail.amazonaws.com');
  const origin = originOf(trail, arnOf(trail));
  const key = trail.get('kms_key_id');
  const isOfOrganization = trail.get('is_organization_trail');
  const bucket = toBucket(model, trail, trail.get('s3_bucket_name'), withPrefix(origin, trail, 's3_key_prefix'), {
    by: [writer],
    reads: ['s3:GetBucketAcl'],
    // The logs of other accounts lie below the id of the organization.
    part: `${prefixed(trail, 's3_key_prefix')}/AWSLogs/${
      isTrue(isOfOrganization) || isUnknown(isOfOrganization) ? '*' : '${source account}/CloudTrail/*'
    }`,
    hasAcl: true,
    encryption: key === undefined ? 'S3' : { key },
    keyContext: { 'kms:EncryptionContext:aws:cloudtrail:arn': ['${source}'] },
  });
  const topic = sinkOf(model, trail, trail.get('sns_topic_name'), 'aws_sns_topic');
  const group = sinkOf(model, trail, trail.get('cloud_watch_logs_group_arn'), GROUP);
  const role = roleOf(model, trail, trail.get('cloud_watch_logs_role_arn'));
  const texts = { ...origin.texts, '${region}': regionTextOf(trail) };
  return [
    ...bucket,
    ...(topic ? [sending(model, topic, writer, origin)] : []),
    ...(group && role
      ? [
          {
            to: group,
            rights: [
              assuming(role, [writer], NOTHING_TOLD),
              ...writingByRole(group, role, '${source account}_CloudTrail_${region}*', texts),
            ],
          },
        ]
      : []),
  ];
}

/**
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-permissions.html
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
 */
function ofFlowLog(model: Model, flow: Resource): readonly Route[] {
  const destination = flow.get('log_destination');
  const isHive = flow.get('destination_options.hive_compatible_partitions');
  const part = isHive === undefined || isFalse(isHive) ? '/AWSLogs/${source account}/vpcflowlogs/*' : '/AWSLogs/*';
  const group = sinkOf(model, flow, destination ?? flow.get('log_group_name'), GROUP);
  const role = roleOf(model, flow, flow.get('iam_role_arn'));
  const arn = [...'arn:', ...partitionOf(flow), ...':ec2:', ...regionTextOf(flow), ':', ...accountTextOf(flow)];
  const origin = originOf(flow, [...arn, ...':vpc-flow-log/', hole(`the id of ${flow.stack.name}:${flow.key}`, ':/')]);
  return [
    ...toBucket(model, flow, destination, originOf(flow, deliveryArn(flow)), vended(part)),
    ...(group && role
      ? [
          {
            to: group,
            rights: [assuming(role, [service('vpc-flow-logs.amazonaws.com')], origin), ...writingByRole(group, role)],
          },
        ]
      : []),
  ];
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-S3.html */
function vendedFrom(attribute: string, part: string): Routes {
  return (model, source) =>
    items(source.get(attribute)).flatMap((value) => [
      ...toBucket(model, source, value, originOf(source, deliveryArn(source)), vended(part)),
      ...toGroup(model, source, value),
    ]);
}

/**
 * All buckets of an account may log to one: what holds for any of them is asked once.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html
 */
function ofAccessLogs(model: Model, logging: Resource): readonly Route[] {
  const plain = plainTarget(logging, logging.body.target_bucket);
  const bucket =
    plain?.type === 'aws_s3_bucket' ? plain : bucketOf(model, logging, logging.get('target_bucket'))?.bucket;
  if (!bucket) return [];
  const account = accountNameOf(logging);
  const of = ANY.of(bucket, () => {
    const any = [...'arn:', ...partitionOf(logging), ...':s3:::', hole('one of the buckets', ':/')];
    const prefix = [hole('a prefix')];
    return { account, deliveries: deliver(model, accessLogs(model, logging, bucket, any, prefix)) };
  });
  if (of.account === account && of.deliveries.every(({ decision }) => decision === 'allow')) {
    return [{ to: bucket, rights: [], settled: of.deliveries }];
  }
  const source = sinkOf(model, logging, logging.get('bucket'), 'aws_s3_bucket');
  const arn = source ? arnOf(source) : [hole(`the bucket of ${logging.address}`)];
  return [accessLogs(model, logging, bucket, arn, textAt(logging, 'target_prefix'))];
}

/** What any bucket of an account may do that logs to this one. */
const ANY = new Memo<{ readonly account: string; readonly deliveries: readonly Delivery[] }>();

function accessLogs(model: Model, logging: Resource, bucket: Resource, source: Text, prefix: Text): Route {
  const origin = originOf(logging, source);
  const texts = { ...origin.texts, '${prefix}': prefix };
  const writing: Writing = {
    by: [service('logging.s3.amazonaws.com')],
    part: '/${prefix}*',
    encryption: 'S3 only',
    refusesLock: 'any',
    otherwise: listOf(model, bucket),
  };
  return {
    to: bucket,
    rights: rightsOn(model, logging, bucket, { ...origin, texts }, writing),
    obstacles: obstaclesOf(model, logging, bucket, writing),
  };
}

/**
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/enable-access-logs.html
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-access-logs.html
 */
function ofBalancer(model: Model, balancer: Resource): readonly Route[] {
  return ['access_logs', 'connection_logs', 'health_check_logs'].flatMap((kind) =>
    balancer.blocks(kind).flatMap((logs): readonly Route[] => {
      const enabled = logs.get('enabled');
      // A classic load balancer logs where nobody says otherwise.
      if (isFalse(enabled) || (enabled === undefined && balancer.type !== 'aws_elb')) return [];
      const prefix = logs.get(balancer.type === 'aws_elb' ? 'bucket_prefix' : 'prefix');
      const path = prefix === undefined || prefix === '' ? '' : '/${own prefix}';
      const part = `${path}/AWSLogs/\${source account}/*`;
      const isNetwork = balancer.get('load_balancer_type') === 'network';
      const told = isNetwork
        ? originOf(balancer, deliveryArn(balancer))
        : { texts: originOf(balancer).texts, context: {} };
      const text: Text = typeof prefix === 'string' ? [...prefix] : [hole(`the prefix of ${balancer.address}`)];
      const origin = { ...told, texts: { ...told.texts, '${own prefix}': text } };
      return toBucket(model, balancer, logs.get('bucket'), origin, isNetwork ? vended(part) : byBalancing(part));
    })
  );
}

/** AWS documents no condition key of the service, and in older Regions an account that writes instead. */
function byBalancing(part: string): Writing {
  return {
    by: [
      service('logdelivery.elasticloadbalancing.amazonaws.com'),
      { account: [hole('the account of Elastic Load Balancing in the Region', ':/')] },
    ],
    part,
    encryption: 'S3 only',
  };
}

/**
 * CloudWatch Logs keeps the policies of the hosted zones' groups in us-east-1. Route 53 tells which zone it logs.
 * https://docs.aws.amazon.com/Route53/latest/APIReference/API_CreateQueryLoggingConfig.html
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutResourcePolicy.html
 */
function ofQueryLog(model: Model, log: Resource): readonly Route[] {
  const to = sinkOf(model, log, log.get('cloudwatch_log_group_arn'), GROUP);
  if (!to) return [];
  const zone = targetsOf(model, log, log.get('zone_id'), ['aws_route53_zone'], ['id', 'zone_id'])[0];
  const id = hole(`the zone of ${log.stack.name}:${log.key}`, ':/*?');
  const arn = zone ? arnOf(zone) : [...'arn:', ...partitionOf(log), ...':route53:::hostedzone/', id];
  return [{ to, rights: writingByPolicy(to, [service('route53.amazonaws.com')], originOf(log, arn)) }];
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html */
function ofSubscription(model: Model, filter: Resource): readonly Route[] {
  const role = roleOf(model, filter, filter.get('role_arn'));
  if (!role) return [];
  const by = [service('logs.amazonaws.com'), { service: [...'logs.', ...regionTextOf(filter), ...'.amazonaws.com'] }];
  const destination = filter.get('destination_arn');
  return STREAMS.flatMap(({ type, action }): readonly Route[] => {
    const to = sinkOf(model, filter, destination, type);
    if (!to) return [];
    const rights: Right[] = [
      assuming(role, by, NOTHING_TOLD),
      ...byRole(role, to, [action]),
      ...streamKey(model, to, role),
    ];
    return [{ to, rights }];
  });
}

const STREAMS = [
  { type: 'aws_kinesis_stream', action: 'kinesis:PutRecord' },
  { type: 'aws_kinesis_firehose_delivery_stream', action: 'firehose:PutRecord' },
] as const;

/** https://docs.aws.amazon.com/streams/latest/dev/permissions-user-key-KMS.html */
function streamKey(model: Model, stream: Resource, role: Resource): readonly Right[] {
  const key = stream.type === 'aws_kinesis_stream' ? keyOf(model, stream, stream.get('kms_key_id')) : undefined;
  return key ? byRole(role, key, ['kms:GenerateDataKey']) : [];
}

/**
 * The destinations of a delivery stream in S3: what failed elsewhere ends there too.
 * https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html
 */
function ofDeliveryStream(model: Model, stream: Resource): readonly Route[] {
  const blocks = [...DESTINATIONS, ...OTHERS.map((other) => `${other}.s3_configuration`)];
  return blocks.flatMap((path) =>
    stream.blocks(path).flatMap((block): readonly Route[] => {
      const role = roleOf(model, stream, block.get('role_arn'));
      const found = bucketOf(model, stream, block.get('bucket_arn'));
      if (!role || !found) return [];
      const { bucket } = found;
      const named = block.get('kms_key_arn');
      const writing: Writing = {
        by: [{ role }],
        part: '/*',
        encryption: named === undefined ? 'default' : { key: named },
      };
      const rights = rightsOn(model, stream, bucket, NOTHING_TOLD, writing);
      return [
        {
          to: bucket,
          rights: [assuming(role, [service('firehose.amazonaws.com')], NOTHING_TOLD), ...rights],
          obstacles: obstaclesOf(model, stream, bucket, writing),
        },
      ];
    })
  );
}

const DESTINATIONS = ['extended_s3_configuration', 's3_configuration'];
const OTHERS = [
  'elasticsearch_configuration',
  'http_endpoint_configuration',
  'opensearch_configuration',
  'opensearchserverless_configuration',
  'redshift_configuration',
  'snowflake_configuration',
  'splunk_configuration',
];

/** The sources of logs, by their types. */
export const LOG_SOURCES: { readonly [type: string]: Routes } = {
  aws_alb: ofBalancer,
  aws_cloudtrail: ofTrail,
  aws_cloudwatch_log_group: encrypting,
  aws_cloudwatch_log_subscription_filter: ofSubscription,
  aws_config_delivery_channel: ofConfig,
  aws_elb: ofBalancer,
  aws_flow_log: ofFlowLog,
  aws_kinesis_firehose_delivery_stream: ofDeliveryStream,
  aws_lb: ofBalancer,
  aws_route53_query_log: ofQueryLog,
  aws_route53_resolver_query_log_config: vendedFrom('destination_arn', '/AWSLogs/${source account}/vpcdnsquerylogs/*'),
  aws_s3_bucket_logging: ofAccessLogs,
  aws_wafv2_web_acl_logging_configuration: vendedFrom(
    'log_destination_configs',
    '/AWSLogs/${source account}/WAFLogs/*'
  ),
};
