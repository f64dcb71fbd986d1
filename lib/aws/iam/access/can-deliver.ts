import { Model } from '../../../terraform/model';
import { targetOf } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { encryptionOf } from '../../s3/encryption';
import { Decision } from '../evaluation/evaluate';
import { Text, hole, textOf } from '../evaluation/text';
import { accountTextOf, arnOf, partitionOf, regionTextOf } from './symbols';
import { Question, ask } from './who-can';

/** How a service delivers logs to buckets. */
interface Form {
  readonly service: string;
  /** What it asks of the bucket itself, before it writes. */
  readonly reads: readonly string[];
  /** Where it writes: `${account}` is that of the source. */
  readonly part: string;
  /** The attribute with what stands before that. */
  readonly prefix?: string;
  /** Whether it leaves the objects to the owner of the bucket by an access control list. */
  readonly hasAcl: boolean;
  /** The ARN that it names as the source of its request, where AWS documents one. */
  readonly sourceArn?: (source: Resource, model: Model) => Text | undefined;
}

function deliveryArn(source: Resource): Text {
  const place = [...partitionOf(source), ...':logs:', ...regionTextOf(source), ':', ...accountTextOf(source), ':'];
  return [...'arn:', ...place, hole(`the delivery of ${source.address}`)];
}

function loggingBucket(source: Resource, model: Model): Text | undefined {
  const bucket = targetOf(model, source, source.get('bucket'));
  return bucket?.type === 'aws_s3_bucket' ? arnOf(bucket) : undefined;
}

const VENDED: Form = {
  service: 'delivery.logs.amazonaws.com',
  reads: ['s3:GetBucketAcl'],
  part: '/AWSLogs/${source account}/x',
  hasAcl: true,
  sourceArn: deliveryArn,
};

/**
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
 * https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-S3.html
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
 */
const FORMS: { readonly [type: string]: Form } = {
  aws_cloudtrail: { ...VENDED, service: 'cloudtrail.amazonaws.com', prefix: 's3_key_prefix', sourceArn: arnOf },
  aws_config_delivery_channel: {
    service: 'config.amazonaws.com',
    reads: ['s3:GetBucketAcl', 's3:ListBucket'],
    part: '/AWSLogs/${source account}/Config/x',
    prefix: 's3_key_prefix',
    hasAcl: true,
  },
  aws_flow_log: VENDED,
  aws_route53_resolver_query_log_config: VENDED,
  aws_wafv2_web_acl_logging_configuration: VENDED,
  aws_s3_bucket_logging: {
    service: 'logging.s3.amazonaws.com',
    reads: [],
    part: '/${prefix}x',
    hasAcl: false,
    sourceArn: loggingBucket,
  },
};

/** What a source of logs asks of a bucket or its key, and whether it may. */
export interface Delivery extends Decision {
  readonly action: string;
  readonly of: Resource;
}

/** The types of the sources of which `canDeliver` knows what they ask. */
export const DELIVERING: readonly string[] = Object.keys(FORMS);

/** Whether a source of logs can write them to a bucket, and use the key of the bucket. */
export function canDeliver(model: Model, source: Resource, bucket: Resource): readonly Delivery[] {
  const form = FORMS[source.type] as Form | undefined;
  if (!form) return [];
  const asker = { kind: 'service', id: textOf(form.service) } as const;
  const sourceArn = form.sourceArn?.(source, model);
  const texts: Question['texts'] = {
    '${source}': sourceArn ?? [],
    '${source account}': accountTextOf(source),
    '${prefix}': prefixOf(source, 'target_prefix'),
    '${own prefix}': form.prefix === undefined ? [] : prefixOf(source, form.prefix),
  };
  const from = { 'aws:SourceAccount': ['${source account}'], ...(sourceArn ? { 'aws:SourceArn': ['${source}'] } : {}) };
  const safe = { 'aws:SecureTransport': ['true'], 's3:TlsVersion': ['1.2'] };
  const asked = (action: string, of: Resource, part: string, context: Question['context']): Delivery => {
    const question = { action, resource: of, part, context: { ...from, ...safe, ...context }, texts };
    return { ...ask(model, question, asker, {}), action, of };
  };
  const prefix = form.prefix !== undefined && source.get(form.prefix) !== undefined ? '/${own prefix}' : '';
  const acl = { 's3:x-amz-acl': form.hasAcl ? ['bucket-owner-full-control'] : ('absent' as const) };
  return [
    ...form.reads.map((action) => asked(action, bucket, '', {})),
    asked('s3:PutObject', bucket, `${prefix}${form.part}`, acl),
    ...keysOf(model, source, bucket).map((key) => asked('kms:GenerateDataKey', key, '', {})),
  ];
}

function prefixOf(source: Resource, attribute: string): Text {
  const prefix = source.get(attribute);
  if (prefix === undefined) return [];
  return typeof prefix === 'string' ? [...prefix] : [hole(`${attribute} of ${source.address}`)];
}

/** The keys that what arrives is encrypted with: that of the source, or else that of the bucket. */
function keysOf(model: Model, source: Resource, bucket: Resource): Resource[] {
  const own = targetOf(model, source, source.get('kms_key_id') ?? source.get('s3_kms_key_arn'));
  const keys = own
    ? [own]
    : encryptionOf(model, bucket).flatMap(({ of, rules }) =>
        rules.map((rule) => targetOf(model, of, rule.get('apply_server_side_encryption_by_default.kms_master_key_id')))
      );
  return [...new Set(keys)].filter((key): key is Resource => key?.type.startsWith('aws_kms_') ?? false);
}
