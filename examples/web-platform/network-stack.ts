import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { EbsEncryptionByDefault } from '@cdktf/provider-aws/lib/ebs-encryption-by-default';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
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
  TrustPolicy,
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
    this.vpc = new SegmentedVpc(this, 'Vpc', {
      archive,
      availabilityZones: ['eu-central-1a', 'eu-central-1b', 'eu-central-1c'],
      blockPublicAccess: BlockPublicAccess.ON,
    });
    this.loadBalancer = new HttpsLoadBalancer(this, 'Front', {
      vpc: this.vpc,
      accessLogBucket: archive.accessLogBucket,
      certificates: [Certificate.fromArn(props.certificateArn)],
      internetFacing: true,
    });
    this.shop = this.loadBalancer.addTargets('Shop', { port: 8443, healthCheckPath: '/health' });
    this.bastion = new BastionHost(this, 'Bastion', { vpc: this.vpc });

    // The policies of the account say which of its users may assume the role, and AWS asks each of them for a second factor.
    const { accountId } = new DataAwsCallerIdentity(this, 'Account');
    const operator = new IamRole(this, 'Operator', {
      assumeRolePolicy: TrustPolicy.withMfa([`arn:aws:iam::${accountId}:root`]),
    });
    this.bastion.grantConnect(operator);
  }
}
