import { Model } from '../../../../terraform/model';
import { Resource } from '../../../../terraform/stack';
import { Text, hole } from '../../evaluation/text';
import { accountTextOf, partitionOf, regionTextOf } from '../symbols';
import { roleOf } from './by-role';
import { Route, Writer, service } from './need';
import { originOf, prefixed, sinkOf, withPrefix } from './source';
import { toBucket } from './to-bucket';
import { sending } from './to-messages';

/** Of two pages of AWS, one has the ARN end with the account, and the other with whatever follows it. */
function configArn(channel: Resource): Text {
  const place = [...partitionOf(channel), ...':config:', ...regionTextOf(channel), ':', ...accountTextOf(channel)];
  return [...'arn:', ...place, hole(`what follows the account of ${channel.stack.name}:${channel.address}`)];
}

/**
 * By the role of the recorder, or else by the service. Without a key in the channel, what it delivers is encrypted by S3, whatever the default of the bucket.
 * https://docs.aws.amazon.com/config/latest/developerguide/manage-delivery-channel.html
 * https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html
 * https://docs.aws.amazon.com/config/latest/developerguide/s3-kms-key-policy.html
 * https://docs.aws.amazon.com/controltower/latest/userguide/logging-s3-audit-bucket.html
 * https://docs.aws.amazon.com/config/latest/developerguide/sns-topic-policy.html
 */
export function ofConfig(model: Model, channel: Resource): readonly Route[] {
  const recorders = model.resources('aws_config_configuration_recorder').filter((one) => one.sharesProvider(channel));
  const roles = recorders.map((recorder) => roleOf(model, recorder, recorder.get('role_arn')));
  const isRoleElsewhere = roles.length === 0 || roles.includes(undefined);
  const by: readonly Writer[] = [service('config.amazonaws.com'), ...roles.flatMap((role) => (role ? [{ role }] : []))];
  const otherwise = isRoleElsewhere ? 'the role of the configuration recorder' : undefined;
  const key = channel.get('s3_kms_key_arn');
  const origin = withPrefix(originOf(channel, configArn(channel)), channel, 's3_key_prefix');
  const bucket = toBucket(model, channel, channel.get('s3_bucket_name'), origin, {
    by,
    reads: ['s3:GetBucketAcl', 's3:ListBucket'],
    part: `${prefixed(channel, 's3_key_prefix')}/AWSLogs/\${source account}/Config/*`,
    hasAcl: true,
    encryption: key === undefined || key === '' ? 'S3 always' : { key },
    refusesLock: 'default retention',
    otherwise,
  });
  const topic = sinkOf(model, channel, channel.get('sns_topic_arn'), 'aws_sns_topic');
  const route = topic && sending(model, topic, service('config.amazonaws.com'), origin);
  const rights = route?.rights.map((right) => ({ ...right, by, otherwise }));
  return [...bucket, ...(route && rights ? [{ ...route, rights }] : [])];
}
