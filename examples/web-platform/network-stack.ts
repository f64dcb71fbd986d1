import { EbsEncryptionByDefault } from '@cdktf/provider-aws/lib/ebs-encryption-by-default';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack } from 'cdktf';
import {
  AuditLogArchive,
  BastionHost,
  BlockPublicAccess,
  Certificate,
  EncryptedStateBackend,
  EncryptedStateBackendProps,
  EncryptedTargetGroup,
  HttpsLoadBalancer,
  SegmentedVpc,
} from 'cdktf-aws-toms';
import { Construct } from 'constructs';

/** The network and its edge: segments, the load balancer with its firewall, and the bastion by which administrators come in. */
export class NetworkStack extends TerraformStack {
  public readonly vpc: SegmentedVpc;
  public readonly loadBalancer: HttpsLoadBalancer;
  public readonly shop: EncryptedTargetGroup;
  public readonly bastion: BastionHost;

  constructor(
    scope: Construct,
    id: string,
    props: {
      readonly state: EncryptedStateBackendProps;
      readonly archive: AuditLogArchive;
      readonly certificateArn: string;
    }
  ) {
    super(scope, id);
    new AwsProvider(this, 'aws', { region: 'eu-central-1' });
    new EncryptedStateBackend(this, 'Backend', props.state);
    new EbsEncryptionByDefault(this, 'EncryptVolumes', { enabled: true });

    const { archive } = props;
    this.vpc = new SegmentedVpc(this, 'Vpc', { archive, blockPublicAccess: BlockPublicAccess.ON });
    this.loadBalancer = new HttpsLoadBalancer(this, 'Front', {
      vpc: this.vpc,
      accessLogBucket: archive.accessLogBucket,
      certificates: [Certificate.fromArn(props.certificateArn)],
      internetFacing: true,
    });
    this.shop = this.loadBalancer.addTargets('Shop', { port: 8443, healthCheckPath: '/health' });
    this.bastion = new BastionHost(this, 'Bastion', { vpc: this.vpc });
  }
}
