import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformOutput, TerraformStack } from 'cdktf';
import {
  DataClass,
  EncryptedBucket,
  EncryptedStateBackend,
  EncryptedStateBackendProps,
  ManagedCertificate,
  WebDistribution,
  WebOrigin,
} from 'cdktf-aws-toms';
import { Construct } from 'constructs';
import { ApplicationStack } from './application-stack';
import { DataStack } from './data-stack';
import { COUNTRIES, Settings } from './environments';
import { NetworkStack } from './network-stack';

/** What the internet sees: one domain, whose files come from a bucket and whose API from the load balancer, behind a firewall. */
export class EdgeStack extends TerraformStack {
  constructor(
    scope: Construct,
    id: string,
    props: {
      readonly state: EncryptedStateBackendProps;
      readonly settings: Settings;
      readonly network: NetworkStack;
      readonly data: DataStack;
      readonly application: ApplicationStack;
    }
  ) {
    super(scope, id);
    const { settings, network, data, application } = props;
    const { domainName } = settings;
    new AwsProvider(this, 'aws', { region: 'eu-central-1' });
    new EncryptedStateBackend(this, 'Backend', props.state);

    // The web application, which everyone may read. A release replaces its files.
    const site = new EncryptedBucket(this, 'Site', {
      dataClass: DataClass.PUBLIC,
      retainCurrentVersions: true,
      noncurrentRetentionDays: 90,
    });
    // CloudFront takes certificates of us-east-1.
    const certificate = new ManagedCertificate(this, 'Certificate', {
      domainName,
      zone: network.zone,
      region: 'us-east-1',
    });
    const distribution = new WebDistribution(this, 'Distribution', {
      domainNames: [domainName],
      certificate: certificate.certificate,
      defaultOrigin: WebOrigin.bucket(site),
      countries: COUNTRIES,
    });
    distribution.addBehavior('Api', '/api/*', WebOrigin.loadBalancer(application.front));
    network.zone.addAlias('App', {
      targetDnsName: distribution.distributionDnsName,
      targetZoneId: distribution.distributionZoneId,
      ipv6: true,
    });

    // A release uploads the files, and has CloudFront fetch them again.
    site.grantReadWrite(data.deploy);
    distribution.grantInvalidate(data.deploy);

    new TerraformOutput(this, 'url', { value: `https://${domainName}/` });
  }
}
