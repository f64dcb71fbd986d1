import { Token } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { SecurityGroup as Ec2SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { refuse } from '../core/errors';
import { defaultName } from '../core/names';
import { openConstruct } from '../core/open';
import { ClassifiedProps } from '../core/props';
import { preferOrder } from '../core/stack-order';
import { Connections, IConnectable, describe } from './connections';
import { IVpc } from './vpc';

/** A security group: one of this library's, or one that is already there. */
export interface ISecurityGroup extends IConstruct, IConnectable {
  /**
   * The id of the security group.
   *
   * @attribute
   */
  readonly securityGroupId: string;

  /** The network that it belongs to, where that is known. */
  readonly vpc?: IVpc;
}

/** The network of a security group, and what it is for. */
export interface SecurityGroupProps extends ClassifiedProps {
  /** The network that it belongs to. */
  readonly vpc: IVpc;

  /**
   * What its members are, up to 255 of the characters that EC2 takes. A changed description makes a new security group.
   *
   * @default - the construct's path
   */
  readonly description?: string;
}

/**
 * Who may talk to whom, on which port (TOM 3.3.4, 9.3). It begins closed in both directions; `connections` opens what is named, by described
 * rules that are resources of their own.
 *
 * ```ts
 * const application = new SecurityGroup(this, 'Application', { vpc });
 * const database = new SecurityGroup(this, 'Database', { vpc });
 * application.connections.allowTo(database, Port.POSTGRESQL);
 * ```
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html
 */
export class SecurityGroup extends Construct implements ISecurityGroup {
  /** A security group that is already there. `connections` adds rules to it; those that it has are not checked. */
  public static fromSecurityGroupId(scope: Construct, id: string, securityGroupId: string, vpc?: IVpc): ISecurityGroup {
    class ImportedSecurityGroup extends Construct implements ISecurityGroup {
      public readonly securityGroupId = securityGroupId;
      public readonly vpc = vpc;
      public readonly connections = Connections._ofGroup(this);
    }
    const group = new ImportedSecurityGroup(scope, id);
    if (!Token.isUnresolved(securityGroupId) && !/^sg-[0-9a-f]{8,17}$/.test(securityGroupId)) {
      refuse(group, {
        prop: 'securityGroupId',
        must: 'must be the id of a security group',
        value: securityGroupId,
        measure: '3.3.4',
        fix: "write securityGroupId: 'sg-0123456789abcdef0'",
      });
    }
    return group;
  }

  /** The security group itself. */
  public readonly resource: Ec2SecurityGroup;
  /**
   * The id of the security group.
   *
   * @attribute
   */
  public readonly securityGroupId: string;
  /** The network that it belongs to. */
  public readonly vpc?: IVpc;
  /** What may connect to it, and what it may connect to. */
  public readonly connections: Connections;

  /**
   * @throws ValidationError on rules as props, which belong into `connections`, and on a description that EC2 does not take.
   */
  constructor(scope: Construct, id: string, props: SecurityGroupProps) {
    super(scope, id);
    const refused = { ingress: INLINE, egress: INLINE, allowAllOutbound: INLINE };
    const { posture, tags } = openConstruct(this, props, { refused });
    const { vpc } = props;
    this.vpc = vpc;
    preferOrder(this, vpc);
    this.resource = new Ec2SecurityGroup(this, 'Resource', {
      namePrefix: `${defaultName(this, posture).slice(0, 200)}-`,
      description: describe(this, props.description, this.node.path),
      vpcId: vpc.vpcId,
      revokeRulesOnDelete: true,
      region: vpc.region,
      tags,
      lifecycle: { createBeforeDestroy: true },
    });
    this.node.defaultChild = this.resource;
    this.securityGroupId = this.resource.id;
    this.connections = Connections._ofGroup(this);
  }
}

const INLINE = {
  must: 'must not be set: rules are resources of their own, and everything is closed until it is named',
  measure: '3.3.4',
  fix: 'call connections.allowTo and connections.allowFrom',
};
