import { EbsEncryptionByDefault } from '@cdktf/provider-aws/lib/ebs-encryption-by-default';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack } from 'cdktf';
import {
  AuditLogArchive,
  Certificate,
  EncryptedStateBackend,
  EncryptedStateBackendProps,
  EncryptedTargetGroup,
  HttpsLoadBalancer,
  SegmentedVpc,
} from 'cdktf-aws-toms';
import { Construct } from 'constructs';

export class NetworkStack extends TerraformStack {
  public readonly vpc: SegmentedVpc;
  public readonly loadBalancer: HttpsLoadBalancer;
  public readonly shop: EncryptedTargetGroup;

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
    this.vpc = new SegmentedVpc(this, 'Vpc', { archive });
    this.loadBalancer = new HttpsLoadBalancer(this, 'Front', {
      vpc: this.vpc,
      accessLogBucket: archive.accessLogBucket,
      certificates: [Certificate.fromArn(props.certificateArn)],
      internetFacing: true,
    });
    this.shop = this.loadBalancer.addTargets('Shop', { port: 8443, healthCheckPath: '/health' });
  }
}
