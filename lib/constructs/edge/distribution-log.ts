import { Construct } from 'constructs';
import { CloudwatchLogDelivery } from '@cdktf/provider-aws/lib/cloudwatch-log-delivery';
import { CloudwatchLogDeliveryDestination } from '@cdktf/provider-aws/lib/cloudwatch-log-delivery-destination';
import { CloudwatchLogDeliverySource } from '@cdktf/provider-aws/lib/cloudwatch-log-delivery-source';
import { GLOBAL_SERVICE_REGION } from '../../toms/regions';
import { shortName } from '../core/names';
import { Posture } from '../core/posture';
import { accessLogTarget } from '../stores/buckets/access-log-bucket';
import { IBucket } from '../stores/buckets/bucket';

/**
 * What is logged of a request. Not who asked, with which cookies and for which query: the firewall logs the addresses, and once is enough (TOM 2.1).
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logs-reference.html
 */
const FIELDS = [
  'date',
  'time',
  'x-edge-location',
  'sc-bytes',
  'cs-method',
  'cs(Host)',
  'cs-uri-stem',
  'sc-status',
  'x-edge-result-type',
  'x-edge-request-id',
  'x-host-header',
  'cs-protocol',
  'cs-bytes',
  'time-taken',
  'ssl-protocol',
  'ssl-cipher',
  'x-edge-response-result-type',
  'cs-protocol-version',
  'time-to-first-byte',
  'x-edge-detailed-result-type',
  'sc-content-type',
  'sc-content-len',
];

/**
 * Logs the requests to a distribution to a bucket, wherever that lies. Only the delivery is made in us-east-1, where CloudFront is.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html
 */
export function logRequests(
  scope: Construct,
  distributionArn: string,
  bucket: IBucket,
  tags: { [key: string]: string }
): void {
  const region = GLOBAL_SERVICE_REGION;
  const name = shortName(scope, Posture.of(scope), 60);
  const { prefix, policy } = accessLogTarget(scope, bucket, scope.node.path);
  const source = new CloudwatchLogDeliverySource(scope, 'LogSource', {
    name,
    logType: 'ACCESS_LOGS',
    resourceArn: distributionArn,
    region,
    tags,
  });
  const destination = new CloudwatchLogDeliveryDestination(scope, 'LogDestination', {
    name,
    outputFormat: 'json',
    deliveryDestinationConfiguration: [{ destinationResourceArn: `${bucket.bucketArn}/${prefix}` }],
    region,
    tags,
  });
  new CloudwatchLogDelivery(scope, 'LogDelivery', {
    deliverySourceName: source.name,
    deliveryDestinationArn: destination.arn,
    recordFields: FIELDS,
    region,
    tags,
    // Without its leave AWS would write a policy of its own, which Terraform then overwrites.
    dependsOn: policy && [policy],
  });
}
