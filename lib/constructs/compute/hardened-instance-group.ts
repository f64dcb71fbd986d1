import { Fn } from 'cdktf';
import { Construct } from 'constructs';
import { AutoscalingGroup } from '@cdktf/provider-aws/lib/autoscaling-group';
import { AutoscalingPolicy } from '@cdktf/provider-aws/lib/autoscaling-policy';
import { IamInstanceProfile } from '@cdktf/provider-aws/lib/iam-instance-profile';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { IamServiceLinkedRole } from '@cdktf/provider-aws/lib/iam-service-linked-role';
import { LaunchTemplate } from '@cdktf/provider-aws/lib/launch-template';
import { refuse } from '../core/errors';
import { requireInstanceType } from '../core/instance-type';
import { defaultName, shortName } from '../core/names';
import { identityPolicyText, trustPolicyText } from '../core/policy';
import { Posture } from '../core/posture';
import { requireWholeNumber } from '../core/require';
import { SESSION_TARGET } from '../core/session-manager';
import { IKey } from '../encryption/key';
import { openStore } from '../encryption/store';
import { ITargetGroup } from '../encryption/tls-endpoint';
import { Connections } from '../network/connections';
import { Port } from '../network/port';
import { ISecurityGroup, SecurityGroup } from '../network/security-group';
import { IVpc, SubnetTier } from '../network/vpc';
import { instanceTypeIn } from '../network/vpc-encryption';
import { autoScalingRole, letAutoScalingUse } from './auto-scaling-key';
import { HardenedInstanceGroupProps } from './hardened-instance-group-props';
import { IInstanceGroup, ImportedInstanceGroup, InstanceGroupAttributes } from './instance-group';
import { MachineImage } from './machine-image';
import { HARDENED_INSTANCE_GROUP } from './refused';
import { userDataOf } from './user-data';

const SECONDS_PER_DAY = 86_400;

/**
 * Instances in an Auto Scaling group over all zones of a network (TOM 1.2.1, 3.1.1, 3.3.1, 3.3.2, 9.1): with IMDSv2, volumes under a key of your own, no SSH key and no public
 * address, a role that may do nothing but what is granted, and Session Manager to reach them. What is unhealthy, old or of a former launch template is replaced, a new
 * one before an old one ends; where new ones fail, Auto Scaling goes back to the former template.
 *
 * ```ts
 * const shop = new HardenedInstanceGroup(this, 'Shop', { vpc, targetGroups: [loadBalancer.addTargets('Targets', { port: 8443 })] });
 * loadBalancer.connections.allowTo(shop, Port.tcp(8443));
 * bucket.grantRead(shop.role);
 * ```
 *
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/security-best-practices.html
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html
 */
export class HardenedInstanceGroup extends Construct implements IInstanceGroup {
  /**
   * A group that is already there. Nothing about it is checked.
   *
   * @throws ValidationError where the name is none of a group.
   */
  public static fromInstanceGroupAttributes(
    scope: Construct,
    id: string,
    attributes: InstanceGroupAttributes
  ): IInstanceGroup {
    return new ImportedInstanceGroup(scope, id, attributes);
  }

  /** The Auto Scaling group itself. */
  public readonly resource: AutoscalingGroup;
  /** What its instances are started by. */
  public readonly launchTemplate: LaunchTemplate;
  /**
   * The name of the Auto Scaling group.
   *
   * @attribute
   */
  public readonly autoScalingGroupName: string;
  /** The role of the instances: grant to it what they need. */
  public readonly role: IamRole;
  /** What gives the instances their role. */
  public readonly instanceProfile: IamInstanceProfile;
  /** The key that encrypts their volumes. */
  public readonly encryptionKey: IKey;
  /** Their security group. */
  public readonly securityGroup: ISecurityGroup;
  /** What may connect to them, and what they may connect to. */
  public readonly connections: Connections;

  private readonly targetGroupArns: string[] = [];

  /**
   * @throws ValidationError on user data with a secret, SSH keys, public addresses and IMDSv1; on one instance or one zone outside ephemeral environments; on numbers that
   * EC2 does not take, an image without an owner, a type of instances that does not encrypt where the network enforces it, a key of another region, and a region
   * that is unknown or outside the residency.
   */
  constructor(scope: Construct, id: string, props: HardenedInstanceGroupProps) {
    super(scope, id);
    const { vpc } = props;
    const { region } = vpc;
    const { posture, dataClass, key, tags } = openStore(this, props, {
      refused: HARDENED_INSTANCE_GROUP,
      region,
      creatorUsesKey: true,
    });
    const { minCapacity, maxCapacity, targetCpuPercent, warmupSeconds, lifetimeDays } = this.numbers(props, posture);
    if (props.instanceType !== undefined) requireInstanceType(this, props.instanceType);
    const instanceType = instanceTypeIn(this, vpc, {
      prop: 'instanceType',
      given: props.instanceType,
      usual: 't4g.small',
      encrypting: 'c7g.medium',
    });
    const subnetIds = this.subnetIds(vpc, posture);
    const userData = props.userData === undefined ? undefined : userDataOf(this, props.userData);
    const image = (props.image ?? MachineImage.amazonLinux2023())._bind(this, { instanceType, region });

    this.encryptionKey = key;
    const serviceRole = props.makesServiceLinkedRole
      ? new IamServiceLinkedRole(this, 'ServiceLinkedRole', { awsServiceName: 'autoscaling.amazonaws.com', tags }).arn
      : undefined;
    letAutoScalingUse(key, serviceRole ?? autoScalingRole(this));
    const namePrefix = `${shortName(this, posture, 37)}-`;
    this.role = new IamRole(this, 'Role', {
      namePrefix,
      description: `The instances of ${this.node.path}`,
      assumeRolePolicy: trustPolicyText({ Service: ['ec2.amazonaws.com'] }),
      permissionsBoundary: props.permissionsBoundaryArn,
      tags,
    });
    const policy = new IamRolePolicy(this, 'RolePolicy', {
      role: this.role.name,
      policy: identityPolicyText([SESSION_TARGET]),
    });
    this.instanceProfile = new IamInstanceProfile(this, 'InstanceProfile', { namePrefix, role: this.role.name, tags });
    this.securityGroup =
      props.securityGroup ?? new SecurityGroup(this, 'SecurityGroup', { vpc, dataClass, tags: props.tags });
    this.connections = this.securityGroup.connections;
    if (vpc.interfaceEndpoints)
      this.connections.allowTo(vpc.interfaceEndpoints, Port.HTTPS, 'the private endpoints of AWS services');
    if (vpc.s3Endpoint)
      this.connections.allowTo(vpc.s3Endpoint, Port.HTTPS, 'S3, where the packages of Amazon Linux lie');

    // A new instance serves before an old one ends, whatever it is replaced for, and there is room for one more.
    const healthy = { minHealthyPercentage: 100, maxHealthyPercentage: minCapacity < 2 ? 200 : 150 };
    const named = { Name: defaultName(this, posture), ...tags };
    this.launchTemplate = new LaunchTemplate(this, 'LaunchTemplate', {
      namePrefix,
      imageId: image.imageId,
      instanceType,
      userData,
      iamInstanceProfile: { arn: this.instanceProfile.arn },
      networkInterfaces: [
        {
          deviceIndex: 0,
          associatePublicIpAddress: 'false',
          deleteOnTermination: 'true',
          securityGroups: [this.securityGroup.securityGroupId],
        },
      ],
      metadataOptions: {
        httpEndpoint: 'enabled',
        httpTokens: 'required',
        httpPutResponseHopLimit: 1,
        instanceMetadataTags: 'disabled',
      },
      blockDeviceMappings: [
        {
          deviceName: image.rootDeviceName,
          ebs: {
            encrypted: 'true',
            kmsKeyId: key.keyArn,
            volumeType: 'gp3',
            volumeSize: props.volumeSizeGib,
            deleteOnTermination: 'true',
          },
        },
      ],
      monitoring: { enabled: true },
      updateDefaultVersion: true,
      tagSpecifications: ['volume', 'network-interface'].map((resourceType) => ({ resourceType, tags: named })),
      region,
      tags,
    });
    this.resource = new AutoscalingGroup(this, 'Resource', {
      namePrefix,
      minSize: minCapacity,
      maxSize: maxCapacity,
      vpcZoneIdentifier: subnetIds,
      healthCheckType: 'EC2',
      healthCheckGracePeriod: warmupSeconds,
      defaultInstanceWarmup: warmupSeconds,
      maxInstanceLifetime: lifetimeDays * SECONDS_PER_DAY,
      launchTemplate: { id: this.launchTemplate.id, version: Fn.tostring(this.launchTemplate.latestVersion) },
      instanceMaintenancePolicy: healthy,
      instanceRefresh: { strategy: 'Rolling', preferences: { ...healthy, autoRollback: true } },
      terminationPolicies: ['OldestLaunchTemplate', 'OldestInstance'],
      serviceLinkedRoleArn: serviceRole,
      tag: Object.entries(named).map(([name, value]) => ({ key: name, value, propagateAtLaunch: true })),
      region,
      // An agent that may not register when it starts sleeps before it tries again.
      dependsOn: [policy],
    });
    this.node.defaultChild = this.resource;
    this.autoScalingGroupName = this.resource.name;
    new AutoscalingPolicy(this, 'Scaling', {
      name: 'target-cpu',
      autoscalingGroupName: this.autoScalingGroupName,
      policyType: 'TargetTrackingScaling',
      targetTrackingConfiguration: {
        predefinedMetricSpecification: { predefinedMetricType: 'ASGAverageCPUUtilization' },
        targetValue: targetCpuPercent,
      },
      region,
    });
    for (const targetGroup of props.targetGroups ?? []) this.attachTo(targetGroup);
  }

  /**
   * Registers the instances as targets of a load balancer, whose health checks then decide which of them are replaced. Let the load balancer reach them, by
   * `connections`.
   *
   * @param targetGroup the targets, of a load balancer in the same region
   */
  public attachTo(targetGroup: ITargetGroup): void {
    if (this.targetGroupArns.includes(targetGroup.targetGroupArn)) return;
    this.targetGroupArns.push(targetGroup.targetGroupArn);
    this.resource.targetGroupArns = this.targetGroupArns;
    this.resource.healthCheckType = 'ELB';
  }

  private numbers(
    { minCapacity = 2, maxCapacity, volumeSizeGib, ...props }: HardenedInstanceGroupProps,
    { isEphemeral }: Posture
  ): {
    minCapacity: number;
    maxCapacity: number;
    targetCpuPercent: number;
    warmupSeconds: number;
    lifetimeDays: number;
  } {
    const { targetCpuPercent = 50, warmupSeconds = 300, maxInstanceLifetimeDays: lifetimeDays = 30 } = props;
    requireWholeNumber(this, 'minCapacity', minCapacity, {
      min: isEphemeral ? 1 : 2,
      of: 'instances',
      because: isEphemeral ? '' : ': nothing serves while the only one is replaced',
      measure: '3.3.1',
      example: 2,
    });
    const most = maxCapacity ?? 2 * minCapacity;
    requireWholeNumber(this, 'maxCapacity', most, {
      min: minCapacity,
      of: 'instances',
      measure: '3.3.2',
      example: 2 * minCapacity,
    });
    requireWholeNumber(this, 'targetCpuPercent', targetCpuPercent, {
      min: 10,
      max: 90,
      of: 'percent',
      measure: '3.3.2',
      example: 50,
    });
    requireWholeNumber(this, 'warmupSeconds', warmupSeconds, { min: 1, max: 7200, of: 'seconds', example: 300 });
    const lifetime = { min: 1, max: 365, of: 'days', measure: '9.1', example: 30 };
    requireWholeNumber(this, 'maxInstanceLifetimeDays', lifetimeDays, lifetime);
    if (volumeSizeGib !== undefined) {
      requireWholeNumber(this, 'volumeSizeGib', volumeSizeGib, { min: 1, max: 16_384, of: 'GiB', example: 20 });
    }
    return { minCapacity, maxCapacity: most, targetCpuPercent, warmupSeconds, lifetimeDays };
  }

  private subnetIds(vpc: IVpc, { isEphemeral }: Posture): string[] {
    const subnets = vpc.subnets(SubnetTier.APPLICATION);
    const zones = [...new Set(subnets.map(({ availabilityZone }) => availabilityZone))];
    if (zones.length < 2 && !isEphemeral) {
      refuse(this, {
        prop: 'vpc',
        must: 'must have application subnets in two zones or more: in one zone the group starts nothing while that is out',
        value: zones,
        measure: '3.3.1',
        fix: 'give the network a second zone, or set the posture of a test to Environment.EPHEMERAL',
      });
    }
    return subnets.map(({ subnetId }) => subnetId);
  }
}
