import { Token } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { AutoscalingAttachment } from '@cdktf/provider-aws/lib/autoscaling-attachment';
import { refuse } from '../core/errors';
import { ITargetGroup } from '../encryption/tls-endpoint';
import { Connections, IConnectable } from '../network/connections';
import { ISecurityGroup } from '../network/security-group';

/** A group of instances: one of this library's, or one that is already there. */
export interface IInstanceGroup extends IConstruct, IConnectable {
  /**
   * The name of the Auto Scaling group.
   *
   * @attribute
   */
  readonly autoScalingGroupName: string;

  /**
   * Registers the instances of the group as targets of a load balancer. Let the load balancer reach them, by `connections`.
   *
   * @param targetGroup the targets, of a load balancer in the same region
   */
  attachTo(targetGroup: ITargetGroup): void;
}

/** What is known of a group that is already there. */
export interface InstanceGroupAttributes {
  /** The name of the Auto Scaling group. */
  readonly autoScalingGroupName: string;

  /** The security group of its instances. */
  readonly securityGroup: ISecurityGroup;

  /**
   * The region that it lies in.
   *
   * @default - the region of the stack's provider
   */
  readonly region?: string;
}

/** A group that is already there. */
export class ImportedInstanceGroup extends Construct implements IInstanceGroup {
  public readonly autoScalingGroupName: string;
  public readonly connections: Connections;

  private readonly region?: string;
  private readonly attached = new Set<string>();

  constructor(scope: Construct, id: string, attributes: InstanceGroupAttributes) {
    super(scope, id);
    const { autoScalingGroupName, securityGroup, region } = attributes;
    if (!Token.isUnresolved(autoScalingGroupName) && !/^[^:\r\n]{1,255}$/.test(autoScalingGroupName)) {
      refuse(this, {
        prop: 'autoScalingGroupName',
        must: 'must be 1 to 255 characters without a colon',
        value: autoScalingGroupName,
        fix: "write autoScalingGroupName: 'acme-shop'",
      });
    }
    this.autoScalingGroupName = autoScalingGroupName;
    this.connections = securityGroup.connections;
    this.region = region;
  }

  public attachTo(targetGroup: ITargetGroup): void {
    const { path } = targetGroup.node;
    if (this.attached.has(path)) return;
    this.attached.add(path);
    new AutoscalingAttachment(this, `To-${path.replace(/\//g, '-')}`, {
      autoscalingGroupName: this.autoScalingGroupName,
      lbTargetGroupArn: targetGroup.targetGroupArn,
      region: this.region,
    });
  }
}
