import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformOutput, TerraformStack } from 'cdktf';
import {
  Certificate,
  DataClass,
  EncryptedBucket,
  EncryptedStateBackend,
  EncryptedStateBackendProps,
  SecurityTxtOptions,
  WebAclScope,
  WebDistribution,
  WebFirewall,
  WebOrigin,
} from 'cdktf-aws-toms';
import { Construct } from 'constructs';

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
      /** Whom to tell of a weakness. */
      readonly securityTxt?: SecurityTxtOptions;
    }
  ) {
    super(scope, id);
    const { certificateArn, domainName, countries, securityTxt } = props;
    new AwsProvider(this, 'aws', { region: 'eu-central-1' });
    new EncryptedStateBackend(this, 'Backend', props.state);

    // What everyone may read. Files stay until they are replaced.
    const files = { dataClass: DataClass.PUBLIC, retainCurrentVersions: true, noncurrentRetentionDays: 90 };
    const content = new EncryptedBucket(this, 'Content', files);
    const standby = new EncryptedBucket(this, 'Standby', { ...files, region: 'eu-west-1' });
    const webFirewall = new WebFirewall(this, 'Firewall', { webAclScope: WebAclScope.CLOUDFRONT });

    const distribution = new WebDistribution(this, 'Distribution', {
      domainNames: [domainName],
      certificate: Certificate.fromArn(certificateArn),
      defaultOrigin: WebOrigin.bucket(content),
      standbyOrigin: WebOrigin.bucket(standby),
      notFoundPage: '/404.html',
      webFirewall,
      countries,
      securityTxt,
    });
    // What it was called before there was a construct for it.
    distribution.resource.moveFromId('aws_cloudfront_distribution.Distribution');
    distribution.originAccessControl.moveFromId('aws_cloudfront_origin_access_control.Access');
    distribution.responseHeadersPolicy.moveFromId('aws_cloudfront_response_headers_policy.Headers');

    // For the DNS: an alias record, or a CNAME.
    new TerraformOutput(this, 'domain_name', { value: distribution.distributionDnsName });
  }
}
