import { Model } from '../../terraform/model';
import { companionsOf, targetOf } from '../../terraform/references';
import { Resource } from '../../terraform/stack';
import { Service, Setting } from './resource-type';

/** What a distribution asks of a behavior. */
const VIEWERS: readonly Setting[] = [
  {
    attribute: 'viewer_protocol_policy',
    is: ['redirect-to-https', 'https-only'],
    otherwise: 'viewers get answers by plain HTTP',
  },
];

/** How CloudFront connects to what is behind it. */
const ORIGIN_PROTOCOL: Setting = {
  attribute: 'origin_protocol_policy',
  is: ['https-only'],
  otherwise: 'CloudFront may connect to the origin by plain HTTP',
};

function originTls(attribute: string): Setting {
  return {
    attribute,
    is: ['TLSv1.2'],
    list: true,
    otherwise: 'CloudFront may connect to the origin by TLS 1.1 or older',
  };
}

export const SERVICE: Service = {
  name: 'CloudFront',
  types: {
    aws_cloudfront_distribution: {
      noun: 'distribution',
      logs: {
        what: 'its requests',
        companion: {
          type: 'aws_cloudwatch_log_delivery_source',
          attribute: 'resource_arn',
          needs: { attribute: 'log_type', is: 'ACCESS_LOGS' },
        },
        ways: [[{ attribute: 'logging_config.bucket', such: '${aws_s3_bucket.log.bucket_domain_name}' }]],
        isLoggedBefore: firewallLogsAll,
        otherwise: 'no log says who asked for what',
        facts:
          'A distribution writes no access log unless it names a bucket, or CloudWatch Logs delivers it (standard logging v2). A web ACL that logs every request before it has the same addresses, so that a second log is not asked for.',
        note: 'Or add an `aws_cloudwatch_log_delivery_source` of type ACCESS_LOGS that names it in `resource_arn`.',
        sources: [
          'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html',
          'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html',
          'AWS Security Hub CloudFront.5',
        ],
      },
      minTls: {
        demand: 'uses TLS 1.2 or newer, with viewers under a certificate of its own, and with origins',
        settings: [
          {
            attribute: 'viewer_certificate.cloudfront_default_certificate',
            is: [false],
            default: false,
            otherwise: 'viewers may use TLS 1.0, whatever minimum_protocol_version is',
            noProposal: true,
          },
          {
            attribute: 'viewer_certificate.minimum_protocol_version',
            is: ['TLSv1.2_2021', 'TLSv1.2_2025', 'TLSv1.3_2025'],
            default: 'TLSv1',
            otherwise: 'viewers may use old TLS or weak ciphers',
          },
          {
            attribute: 'viewer_certificate.ssl_support_method',
            is: ['sni-only', 'static-ip'],
            default: 'sni-only',
            otherwise: 'the distribution serves clients that are too old for SNI',
          },
        ],
        within: [
          { blocks: 'default_cache_behavior', settings: VIEWERS },
          { blocks: 'ordered_cache_behavior', settings: VIEWERS },
          { blocks: 'origin.custom_origin_config', settings: [ORIGIN_PROTOCOL, originTls('origin_ssl_protocols')] },
        ],
        facts:
          'A behavior of the policy allow-all answers plain HTTP. An origin of the policy http-only, or match-viewer where a viewer comes by HTTP, is asked unencrypted over the internet. The security policy of a distribution sets the versions of TLS and the ciphers that viewers may use. It is TLSv1 under the default certificate of cloudfront.net, whatever the configuration says, and where it is not set. TLSv1.2_2018 and TLSv1.2_2019 admit CBC ciphers, the older one also ciphers without forward secrecy. The method vip serves clients too old to name the host that they want, costs extra, and AWS advises against it.',
        note: 'Set `viewer_certificate.acm_certificate_arn` to a certificate in us-east-1 for a name of your own.',
        sources: [
          'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html',
          'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ViewerCertificate.html',
          'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https.html',
          'AWS Security Hub CloudFront.3, CloudFront.7, CloudFront.8, CloudFront.9, CloudFront.10, CloudFront.15',
        ],
      },
    },
    aws_cloudfront_vpc_origin: {
      noun: 'VPC origin',
      minTls: {
        demand: 'is asked by TLS 1.2 or newer',
        blocks: 'vpc_origin_endpoint_config',
        settings: [ORIGIN_PROTOCOL, originTls('origin_ssl_protocols.items')],
        facts: 'A VPC origin takes a protocol policy and versions of TLS as other origins do.',
        sources: [
          'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html',
        ],
      },
    },
  },
};

/** Whether the web ACL of a distribution logs its requests, and leaves none out. */
function firewallLogsAll(distribution: Resource, model: Model): boolean {
  const acl = targetOf(model, distribution, distribution.get('web_acl_id'));
  if (acl?.type !== 'aws_wafv2_web_acl') return false;
  const logs = companionsOf(model, acl, 'aws_wafv2_web_acl_logging_configuration', 'resource_arn');
  return logs.some((log) => !log.has('logging_filter'));
}
