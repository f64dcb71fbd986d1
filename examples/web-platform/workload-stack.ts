import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack } from 'cdktf';
import {
  AuditLogArchive,
  EncryptedBucket,
  EncryptedStateBackend,
  EncryptedStateBackendProps,
  HardenedInstanceGroup,
  LogType,
  Port,
  RetainedLogGroup,
  RotatedKey,
  SecurityGroup,
} from 'cdktf-aws-toms';
import { Construct } from 'constructs';
import { NetworkStack } from './network-stack';

/** The shop: hardened instances behind the load balancer, and the personal data that they keep. */
export class WorkloadStack extends TerraformStack {
  constructor(
    scope: Construct,
    id: string,
    props: {
      readonly state: EncryptedStateBackendProps;
      readonly archive: AuditLogArchive;
      readonly network: NetworkStack;
    }
  ) {
    super(scope, id);
    new AwsProvider(this, 'aws', { region: 'eu-central-1' });
    new EncryptedStateBackend(this, 'Backend', props.state);
    const { vpc, loadBalancer, shop } = props.network;

    const documents = new EncryptedBucket(this, 'Documents', { accessLogBucket: props.archive.accessLogBucket });
    const events = new RetainedLogGroup(this, 'Events', { logType: LogType.APPLICATION, retentionDays: 90 });
    // The load balancer reaches the instances on one port; they reach the endpoints of AWS, and nothing else.
    const securityGroup = new SecurityGroup(this, 'Instances', { vpc });
    loadBalancer.connections.allowTo(securityGroup, Port.tcp(8443));
    const instances = new HardenedInstanceGroup(this, 'Shop', {
      vpc,
      securityGroup,
      encryptionKey: new RotatedKey(this, 'VolumeKey'),
      targetGroups: [shop],
      maxCapacity: 6,
      volumeSizeGib: 20,
    });
    keepWhatIsThere(instances);
    documents.grantReadWrite(instances.role);
    events.grantWrite(instances.role);
  }
}

/**
 * Before there was a construct for them, the group and what belongs to it were resources of this stack. They move to their new addresses with the names that they
 * have: another name would replace them, while instances run with the old profile. What is new needs none of this.
 */
function keepWhatIsThere({ resource, launchTemplate, role, instanceProfile }: HardenedInstanceGroup): void {
  resource.moveFromId('aws_autoscaling_group.Group');
  launchTemplate.moveFromId('aws_launch_template.Template');
  role.moveFromId('aws_iam_role.Role');
  instanceProfile.moveFromId('aws_iam_instance_profile.Profile');
  resource.namePrefix = 'acme-workload-';
  launchTemplate.namePrefix = 'acme-workload-';
  role.resetNamePrefix();
  instanceProfile.resetNamePrefix();
}
