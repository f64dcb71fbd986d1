import { AutoscalingGroup } from '@cdktf/provider-aws/lib/autoscaling-group';
import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { DataAwsSsmParameter } from '@cdktf/provider-aws/lib/data-aws-ssm-parameter';
import { IamInstanceProfile } from '@cdktf/provider-aws/lib/iam-instance-profile';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { LaunchTemplate } from '@cdktf/provider-aws/lib/launch-template';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { Fn, TerraformStack } from 'cdktf';
import {
  AuditLogArchive,
  EncryptedBucket,
  EncryptedStateBackend,
  EncryptedStateBackendProps,
  LogType,
  Port,
  RetainedLogGroup,
  RotatedKey,
  SecurityGroup,
  SubnetTier,
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
      readonly tags: { [key: string]: string };
    }
  ) {
    super(scope, id);
    new AwsProvider(this, 'aws', { region: 'eu-central-1' });
    new EncryptedStateBackend(this, 'Backend', props.state);
    const { vpc, loadBalancer, shop } = props.network;

    const documents = new EncryptedBucket(this, 'Documents', { accessLogBucket: props.archive.accessLogBucket });
    const events = new RetainedLogGroup(this, 'Events', { logType: LogType.APPLICATION, retentionDays: 90 });
    const role = new IamRole(this, 'Role', {
      assumeRolePolicy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
      }),
    });
    documents.grantReadWrite(role);
    events.grantWrite(role);

    // The load balancer reaches the instances on one port; they reach the endpoints of AWS, and nothing else.
    const group = new SecurityGroup(this, 'Instances', { vpc });
    loadBalancer.connections.allowTo(group, Port.tcp(8443));
    group.connections.allowTo(vpc.interfaceEndpoints!, Port.HTTPS);
    group.connections.allowTo(vpc.s3Endpoint!, Port.HTTPS);

    const volumeKey = new RotatedKey(this, 'VolumeKey');
    letAutoScalingUse(volumeKey, new DataAwsCallerIdentity(this, 'Account').accountId);
    const profile = new IamInstanceProfile(this, 'Profile', { role: role.name });
    const image = new DataAwsSsmParameter(this, 'Image', {
      name: '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64',
    });
    const template = new LaunchTemplate(this, 'Template', {
      namePrefix: 'acme-workload-',
      imageId: image.insecureValue,
      instanceType: 't4g.small',
      vpcSecurityGroupIds: [group.securityGroupId],
      iamInstanceProfile: { arn: profile.arn },
      metadataOptions: { httpEndpoint: 'enabled', httpTokens: 'required', httpPutResponseHopLimit: 1 },
      blockDeviceMappings: [
        {
          deviceName: '/dev/xvda',
          ebs: {
            encrypted: 'true',
            kmsKeyId: volumeKey.keyArn,
            volumeSize: 20,
            volumeType: 'gp3',
            deleteOnTermination: 'true',
          },
        },
      ],
      monitoring: { enabled: true },
      tagSpecifications: [{ resourceType: 'volume', tags: props.tags }],
      tags: props.tags,
      updateDefaultVersion: true,
    });
    new AutoscalingGroup(this, 'Group', {
      namePrefix: 'acme-workload-',
      minSize: 2,
      maxSize: 6,
      vpcZoneIdentifier: vpc.subnets(SubnetTier.APPLICATION).map(({ subnetId }) => subnetId),
      targetGroupArns: [shop.targetGroupArn],
      healthCheckType: 'ELB',
      launchTemplate: { id: template.id, version: Fn.tostring(template.latestVersion) },
      tag: Object.entries(props.tags).map(([key, value]) => ({ key, value, propagateAtLaunch: true })),
    });
  }
}

/**
 * Auto Scaling starts instances by a role of its own, which the key must name before it can open their volumes. An account has that role once it had
 * an Auto Scaling group, or after `aws iam create-service-linked-role --aws-service-name autoscaling.amazonaws.com`.
 */
function letAutoScalingUse(key: RotatedKey, accountId: string): void {
  const principals = {
    AWS: [`arn:aws:iam::${accountId}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`],
  };
  key.addToResourcePolicy({
    sid: 'AutoScalingUse',
    principals,
    actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
    resources: ['*'],
  });
  key.addToResourcePolicy({
    sid: 'AutoScalingAttach',
    principals,
    actions: ['kms:CreateGrant'],
    resources: ['*'],
    conditions: { Bool: { 'kms:GrantIsForAWSResource': ['true'] } },
  });
}
