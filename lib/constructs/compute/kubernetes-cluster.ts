import { TerraformStack, Token } from 'cdktf';
import { Construct } from 'constructs';
import { EksCluster } from '@cdktf/provider-aws/lib/eks-cluster';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import { LIFECYCLES, endOf } from '../../aws/lifecycles';
import { accountOf } from '../core/account';
import { refuse } from '../core/errors';
import { claimName, shortName } from '../core/names';
import { trustPolicyText } from '../core/policy';
import { Posture } from '../core/posture';
import { ClassifiedProps } from '../core/props';
import { IKey } from '../encryption/key';
import { RotatedKey } from '../encryption/rotated-key';
import { openStore } from '../encryption/store';
import { LogType, RetainedLogGroup } from '../logging/retained-log-group';
import { Connections, IConnectable } from '../network/connections';
import { ISecurityGroup, SecurityGroup } from '../network/security-group';
import { IVpc, SubnetTier } from '../network/vpc';
import { requireAllowed } from '../network/vpc-encryption';
import { IKubernetesCluster, KubernetesClusterBase } from './kubernetes';
import { letClusterUse } from './kubernetes-key';
import { KUBERNETES_CLUSTER } from './refused';

/** Which Kubernetes, where, and under which key. */
export interface KubernetesClusterProps extends ClassifiedProps {
  /** The network. The cluster stands in its application tier, in two zones or more. */
  readonly vpc: IVpc;

  /** The version of Kubernetes, one that is in standard support (TOM 9.1): `1.34`. AWS upgrades it when that ends. */
  readonly version: string;

  /**
   * The name of the cluster: letters, digits, `_` and `-`, 100 at most, a letter or digit first.
   *
   * @default - the posture's prefix, the name of the stack, and the construct's path
   */
  readonly clusterName?: string;

  /**
   * The key that encrypts what the API server keeps, secrets among it, and the log, in the same region (TOM 1.2.1). A `RotatedKey` is told to let EKS use it; another must already.
   *
   * @default - a key of its own
   */
  readonly encryptionKey?: IKey;

  /**
   * How many days the log of the control plane is kept: at least 365 (TOM 8.4).
   *
   * @default 365
   */
  readonly logRetentionDays?: number;

  /**
   * The ARN of a policy that bounds what the roles of control plane and nodes can ever do.
   *
   * @default - none
   */
  readonly permissionsBoundaryArn?: string;
}

/** All that a control plane logs: who changed what, who signed in, and what the API server and the controllers did. */
const LOGS = ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'];

/**
 * A Kubernetes cluster of EKS in Auto Mode (TOM 1.2.1, 3.1.1, 3.3.1, 3.3.4, 8.1, 8.4, 9.1): an API server within the network only, secrets under a key of your own, all logs of the
 * control plane kept, roles let in by access entries and pods by identities of their own, nodes that AWS hardens and replaces, and a version in standard support.
 *
 * ```ts
 * const cluster = new KubernetesCluster(this, 'Apps', { vpc, version: '1.34' });
 * cluster.grantAccess(role, KubernetesAccess.EDIT, { namespaces: ['orders'] });
 * bucket.grantRead(cluster.addPodRole('Orders', { namespace: 'orders', serviceAccount: 'orders' }));
 * ```
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/automode.html
 * @see https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html
 * @see https://docs.aws.amazon.com/eks/latest/best-practices/identity-and-access-management.html
 */
export class KubernetesCluster extends KubernetesClusterBase implements IConnectable {
  /**
   * A cluster of this account and region that is already there, by its name. Nothing about it is checked: it must take access entries, and have the agent of Pod Identity.
   */
  public static fromClusterName(scope: Construct, id: string, clusterName: string): IKubernetesCluster {
    class ImportedCluster extends KubernetesClusterBase {
      public readonly clusterName = clusterName;
      /** @internal */
      protected readonly _region?: string;
    }
    return new ImportedCluster(scope, id);
  }

  /** The cluster itself. */
  public readonly resource: EksCluster;
  /**
   * The ARN of the cluster.
   *
   * @attribute
   */
  public readonly clusterArn: string;
  /**
   * The name of the cluster.
   *
   * @attribute
   */
  public readonly clusterName: string;
  /** The role of the control plane. */
  public readonly role: IamRole;
  /** The role of the nodes, which may pull images and nothing else: pods have roles of their own. */
  public readonly nodeRole: IamRole;
  /** The log of the control plane. */
  public readonly logGroup: RetainedLogGroup;
  /** The key that encrypts what the API server keeps, and the log. */
  public readonly encryptionKey: IKey;
  /** The security group of the API server. */
  public readonly securityGroup: ISecurityGroup;
  /** What may connect to the API server. */
  public readonly connections: Connections;
  /** The security group that EKS makes for nodes and pods: let them connect to a database by it. */
  public readonly nodes: ISecurityGroup;

  /** @internal */
  protected readonly _region?: string;

  /**
   * @throws ValidationError on a version that has left standard support, an API server that the internet reaches, encryption, logs or access that are set another way, application
   * subnets in one zone, a network that enforces encryption, a name that is malformed or taken, a key that those who apply the stack may
   * not use or of another region, and a region that is unknown or outside the residency.
   */
  constructor(scope: Construct, id: string, props: KubernetesClusterProps) {
    super(scope, id);
    const { vpc } = props;
    const { posture, dataClass, key, region, tags } = openStore(this, props, {
      refused: KUBERNETES_CLUSTER,
      region: vpc.region,
      creatorUsesKey: true,
      makeKey: (opened) =>
        new RotatedKey(this, 'Key', { dataClass: opened.dataClass, region: opened.region, tags: props.tags }),
    });
    this.requireVersion(props.version);
    requireAllowed(this, vpc, 'nodes of EKS Auto Mode, which chooses their types');
    const subnetIds = this.subnetIds(vpc);
    const name = props.clusterName ?? shortName(this, posture, 100);
    this.requireName(name);
    this._region = region;
    this.encryptionKey = key;
    this.logGroup = new RetainedLogGroup(this, 'Log', {
      logType: LogType.SECURITY,
      // EKS writes into a group of this name where one is there, and otherwise makes one that keeps everything, without a key.
      logGroupName: `/aws/eks/${name}/cluster`,
      retentionDays: props.logRetentionDays,
      encryptionKey: key,
      dataClass,
      region,
      tags: props.tags,
    });
    const boundary = props.permissionsBoundaryArn;
    this.role = this.makeRole('Role', 'The control plane', 'eks.amazonaws.com', boundary, tags);
    this.nodeRole = this.makeRole('NodeRole', 'The nodes', 'ec2.amazonaws.com', boundary, tags);
    const attached = [...this.attach(this.role, OF_CLUSTER), ...this.attach(this.nodeRole, OF_NODES)];
    letClusterUse(this, key, this.role.arn);
    this.securityGroup = new SecurityGroup(this, 'SecurityGroup', { vpc, dataClass, tags: props.tags });
    this.connections = this.securityGroup.connections;

    this.resource = new EksCluster(this, 'Resource', {
      name,
      version: props.version,
      roleArn: this.role.arn,
      vpcConfig: {
        subnetIds,
        securityGroupIds: [this.securityGroup.securityGroupId],
        endpointPrivateAccess: true,
        endpointPublicAccess: false,
      },
      accessConfig: { authenticationMode: 'API', bootstrapClusterCreatorAdminPermissions: false },
      encryptionConfig: { resources: ['secrets'], provider: { keyArn: key.keyArn } },
      enabledClusterLogTypes: LOGS,
      upgradePolicy: { supportType: 'STANDARD' },
      deletionProtection: posture.isEphemeral ? undefined : true,
      // EKS takes the three of Auto Mode together or not at all.
      computeConfig: { enabled: true, nodePools: ['general-purpose', 'system'], nodeRoleArn: this.nodeRole.arn },
      kubernetesNetworkConfig: { elasticLoadBalancing: { enabled: true } },
      storageConfig: { blockStorage: { enabled: true } },
      bootstrapSelfManagedAddons: false,
      region,
      tags,
      lifecycle: posture.isEphemeral ? undefined : { preventDestroy: true },
      dependsOn: [this.logGroup.resource, ...attached],
    });
    this.node.defaultChild = this.resource;
    this.clusterArn = this.resource.arn;
    this.clusterName = this.resource.name;
    this.nodes = SecurityGroup.fromSecurityGroupId(this, 'Nodes', this.resource.vpcConfig.clusterSecurityGroupId, vpc);
  }

  private makeRole(
    id: string,
    what: string,
    service: string,
    permissionsBoundary: string | undefined,
    tags: { [key: string]: string }
  ): IamRole {
    // EKS tags the sessions of its role in Auto Mode.
    const actions = service.startsWith('eks') ? ['sts:AssumeRole', 'sts:TagSession'] : ['sts:AssumeRole'];
    return new IamRole(this, id, {
      namePrefix: `${shortName(this, Posture.of(this), 37)}-`,
      description: `${what} of ${this.node.path}`,
      assumeRolePolicy: trustPolicyText({ Service: [service] }, undefined, ...actions),
      permissionsBoundary,
      tags,
    });
  }

  private attach(role: IamRole, policies: readonly string[]): IamRolePolicyAttachment[] {
    const { partition } = accountOf(this);
    return policies.map(
      (policy) =>
        new IamRolePolicyAttachment(this, policy, {
          role: role.name,
          policyArn: `arn:${partition}:iam::aws:policy/${policy}`,
        })
    );
  }

  private requireVersion(version: string): void {
    if (Token.isUnresolved(version)) return;
    const ended = endOf(LIFECYCLES.aws_eks_cluster.ends[''], version);
    if (ended === undefined && /^1\.\d{2}$/.test(version)) return;
    refuse(this, {
      prop: 'version',
      must:
        ended === undefined
          ? 'must be a version of Kubernetes'
          : `must be in standard support, which ended for it on ${ended}`,
      value: version,
      measure: '9.1',
      fix: "write version: '1.34', or a newer one",
    });
  }

  private subnetIds(vpc: IVpc): string[] {
    const subnets = vpc.subnets(SubnetTier.APPLICATION);
    const zones = [...new Set(subnets.map(({ availabilityZone }) => availabilityZone))];
    if (zones.length < 2) {
      refuse(this, {
        prop: 'vpc',
        must: 'must have application subnets in two zones or more, as EKS demands',
        value: zones,
        measure: '3.3.1',
        fix: 'give the network a second zone',
      });
    }
    return subnets.map(({ subnetId }) => subnetId);
  }

  private requireName(name: string): void {
    if (!Token.isUnresolved(name) && !/^[0-9A-Za-z][\w-]{0,99}$/.test(name)) {
      refuse(this, {
        prop: 'clusterName',
        must: "must be 1 to 100 letters, digits, '_' and '-', a letter or digit first",
        value: name,
        fix: "write clusterName: 'acme-apps', or leave it out",
      });
    }
    claimName(this, TerraformStack.of(this), 'kubernetesClusterName', name);
  }
}

/** https://docs.aws.amazon.com/eks/latest/userguide/auto-cluster-iam-role.html */
const OF_CLUSTER = [
  'AmazonEKSBlockStoragePolicy',
  'AmazonEKSClusterPolicy',
  'AmazonEKSComputePolicy',
  'AmazonEKSLoadBalancingPolicy',
  'AmazonEKSNetworkingPolicy',
];

/** https://docs.aws.amazon.com/eks/latest/userguide/auto-create-node-role.html */
const OF_NODES = ['AmazonEC2ContainerRegistryPullOnly', 'AmazonEKSWorkerNodeMinimalPolicy'];
