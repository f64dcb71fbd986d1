import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformOutput, TerraformStack } from 'cdktf';
import {
  AwsService,
  BlockPublicAccess,
  DnsZone,
  EncryptedStateBackend,
  EncryptedStateBackendProps,
  NatGateways,
  SegmentedVpc,
} from 'cdktf-aws-toms';
import { Construct } from 'constructs';
import { Settings } from './environments';

/** Where the login pages of Cognito are: a domain of Cognito, which an account has to itself in the region. */
export function loginPrefix({ environment }: Settings): string {
  return `acme-app-${environment}`;
}

/** The network, and the zone of the domain. */
export class NetworkStack extends TerraformStack {
  public readonly vpc: SegmentedVpc;
  public readonly zone: DnsZone;

  constructor(
    scope: Construct,
    id: string,
    props: { readonly state: EncryptedStateBackendProps; readonly settings: Settings }
  ) {
    super(scope, id);
    const { settings } = props;
    new AwsProvider(this, 'aws', { region: 'eu-central-1' });
    new EncryptedStateBackend(this, 'Backend', props.state);

    this.vpc = new SegmentedVpc(this, 'Vpc', {
      availabilityZones: ['eu-central-1a', 'eu-central-1b', 'eu-central-1c'].slice(0, settings.zoneCount),
      blockPublicAccess: BlockPublicAccess.ON,
      // Cognito takes logins from the internet only. Of the names outside AWS, the containers resolve this one.
      natGateways: NatGateways.ONE_PER_ZONE,
      allowedDomains: [`${loginPrefix(settings)}.auth.eu-central-1.amazoncognito.com`],
      interfaceEndpoints: [AwsService.ECR_API, AwsService.ECR_DOCKER, AwsService.LOGS, AwsService.of('sqs')],
    });
    this.zone = new DnsZone(this, 'Zone', { zoneName: settings.domainName });

    // For the parent zone, in this order: first where the zone is, then by which key it is signed.
    new TerraformOutput(this, 'name_servers', { value: this.zone.nameServers });
    new TerraformOutput(this, 'ds_record', { value: this.zone.dsRecord });
  }
}
