import { CloudfrontDistribution } from '@cdktf/provider-aws/lib/cloudfront-distribution';
import { CloudfrontOriginAccessControl } from '@cdktf/provider-aws/lib/cloudfront-origin-access-control';
import { CloudfrontResponseHeadersPolicy } from '@cdktf/provider-aws/lib/cloudfront-response-headers-policy';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformOutput, TerraformStack } from 'cdktf';
import {
  DataClass,
  EncryptedBucket,
  EncryptedStateBackend,
  EncryptedStateBackendProps,
  Posture,
  WebAclScope,
  WebFirewall,
} from 'cdktf-aws-toms';
import { Construct } from 'constructs';

/** What CloudFront caches by default: `CachingOptimized`, a cache policy of AWS. */
const CACHING_OPTIMIZED = '658327ea-f89d-4fab-a63d-7e88639e58f6';

const YEAR = 365 * 24 * 60 * 60;

/** What CloudFront asks the second bucket for: where the first does not answer, or fails. A file that is not there is no failure. */
const FAILURES = [500, 502, 503, 504];

/** A site of files: a bucket in each of two regions that only its distribution reads, and a firewall before them. */
export class SiteStack extends TerraformStack {
  constructor(
    scope: Construct,
    id: string,
    props: {
      readonly state: EncryptedStateBackendProps;
      readonly certificateArn: string;
      readonly domainName: string;
      /** Where the site is offered, by the codes of ISO 3166. */
      readonly countries: string[];
    }
  ) {
    super(scope, id);
    const { certificateArn, domainName, countries } = props;
    new AwsProvider(this, 'aws', { region: 'eu-central-1' });
    new EncryptedStateBackend(this, 'Backend', props.state);

    // What everyone may read. Files stay until they are replaced.
    const files = { dataClass: DataClass.PUBLIC, retainCurrentVersions: true, noncurrentRetentionDays: 90 };
    const content = new EncryptedBucket(this, 'Content', files);
    const standby = new EncryptedBucket(this, 'Standby', { ...files, region: 'eu-west-1' });
    const firewall = new WebFirewall(this, 'Firewall', { webAclScope: WebAclScope.CLOUDFRONT });

    const access = new CloudfrontOriginAccessControl(this, 'Access', {
      name: 'acme-site',
      originAccessControlOriginType: 's3',
      signingBehavior: 'always',
      signingProtocol: 'sigv4',
    });
    const distribution = new CloudfrontDistribution(this, 'Distribution', {
      enabled: true,
      isIpv6Enabled: true,
      httpVersion: 'http2and3',
      aliases: [domainName],
      defaultRootObject: 'index.html',
      origin: [content, standby].map(({ node, resource }) => ({
        originId: node.id,
        domainName: resource.bucketRegionalDomainName,
        originAccessControlId: access.id,
      })),
      originGroup: [
        {
          originId: 'files',
          failoverCriteria: { statusCodes: FAILURES },
          member: [{ originId: content.node.id }, { originId: standby.node.id }],
        },
      ],
      defaultCacheBehavior: {
        targetOriginId: 'files',
        allowedMethods: ['GET', 'HEAD', 'OPTIONS'],
        cachedMethods: ['GET', 'HEAD'],
        viewerProtocolPolicy: 'redirect-to-https',
        compress: true,
        cachePolicyId: CACHING_OPTIMIZED,
        responseHeadersPolicyId: this.headers().id,
      },
      // The distribution may not list the buckets, so S3 answers 403 for a file that is not there.
      customErrorResponse: [{ errorCode: 403, responseCode: 404, responsePagePath: '/404.html' }],
      viewerCertificate: {
        acmCertificateArn: certificateArn,
        minimumProtocolVersion: 'TLSv1.2_2021',
        sslSupportMethod: 'sni-only',
      },
      restrictions: { geoRestriction: { restrictionType: 'whitelist', locations: countries } },
      webAclId: firewall.webAclArn,
      tags: this.tags(),
    });
    for (const bucket of [content, standby])
      bucket.allowService('cloudfront.amazonaws.com', { sourceArn: distribution.arn });

    // For the DNS: an alias record, or a CNAME.
    new TerraformOutput(this, 'domain_name', { value: distribution.domainName });
  }

  /** What browsers are told: HTTPS only, nothing but files of this site, no frame around it. */
  private headers(): CloudfrontResponseHeadersPolicy {
    return new CloudfrontResponseHeadersPolicy(this, 'Headers', {
      name: 'acme-site',
      securityHeadersConfig: {
        strictTransportSecurity: {
          accessControlMaxAgeSec: 2 * YEAR,
          includeSubdomains: true,
          // Browsers may list the domain, once somebody asks them to.
          preload: true,
          override: true,
        },
        contentSecurityPolicy: {
          contentSecurityPolicy: "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
          override: true,
        },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: 'DENY', override: true },
        referrerPolicy: { referrerPolicy: 'strict-origin-when-cross-origin', override: true },
      },
    });
  }

  /** For what no construct of the library makes. Requests of people pass through it. */
  private tags(): { [key: string]: string } {
    const { environment, owner = '', dataClass } = Posture.of(this);
    return { 'tom:environment': environment, 'tom:owner': owner, 'tom:data-class': dataClass };
  }
}
