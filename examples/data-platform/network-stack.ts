import { DataAwsAvailabilityZones } from '@cdktf/provider-aws/lib/data-aws-availability-zones';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack } from 'cdktf';
import {
  BlockPublicAccess,
  Certificate,
  EncryptedStateBackend,
  EncryptedStateBackendProps,
  RemoteAccessVpn,
  SegmentedVpc,
} from 'cdktf-aws-toms';
import { Construct } from 'constructs';

/** The network that the stores stand in, and the tunnel by which their administrators come in. */
export class NetworkStack extends TerraformStack {
  public readonly vpc: SegmentedVpc;
  public readonly vpn: RemoteAccessVpn;

  constructor(
    scope: Construct,
    id: string,
    props: {
      readonly state: EncryptedStateBackendProps;
      readonly certificateArn: string;
      readonly samlProviderArn: string;
    }
  ) {
    super(scope, id);
    new AwsProvider(this, 'aws', { region: 'eu-central-1' });
    new EncryptedStateBackend(this, 'Backend', props.state);

    this.vpc = new SegmentedVpc(this, 'Vpc', { zoneCount: 2, blockPublicAccess: BlockPublicAccess.ON });
    // The zones that it is in, whatever AWS adds. As availabilityZones they would rename what the VPN is associated with.
    const zones = this.vpc.node.findChild('Zones') as DataAwsAvailabilityZones;
    zones.putFilter([{ name: 'zone-name', values: ['eu-central-1a', 'eu-central-1b'] }]);
    this.vpn = new RemoteAccessVpn(this, 'Vpn', {
      vpc: this.vpc,
      clientCidrBlock: '10.250.0.0/20',
      samlProviderArn: props.samlProviderArn,
      serverCertificate: Certificate.fromArn(props.certificateArn),
    });
    this.vpn.allowGroup('database-administrators', this.vpc.vpcCidrBlock, 'administrators to the databases');
  }
}
