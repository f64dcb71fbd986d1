import { Construct, IConstruct } from 'constructs';
import { EksAccessEntry } from '@cdktf/provider-aws/lib/eks-access-entry';
import { EksAccessPolicyAssociation } from '@cdktf/provider-aws/lib/eks-access-policy-association';
import { EksPodIdentityAssociation } from '@cdktf/provider-aws/lib/eks-pod-identity-association';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { accountOf } from '../core/account';
import { refuse } from '../core/errors';
import { IGrantee, roleOf } from '../core/grantee';
import { shortName } from '../core/names';
import { trustPolicyText } from '../core/policy';
import { Posture } from '../core/posture';
import { tags } from '../core/tags';

/**
 * What a role may do in a Kubernetes cluster, by the policies of AWS.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html
 */
export enum KubernetesAccess {
  /** It reads most of what there is, and no secrets. */
  VIEW = 'AmazonEKSViewPolicy',
  /** It changes most of what there is, and reads secrets. */
  EDIT = 'AmazonEKSEditPolicy',
  /** It changes what there is, and gives others rights in its namespaces. */
  ADMIN = 'AmazonEKSAdminPolicy',
  /** It may do everything in the whole cluster. */
  CLUSTER_ADMIN = 'AmazonEKSClusterAdminPolicy',
}

/** Where a role may do something. */
export interface KubernetesAccessOptions {
  /**
   * The namespaces in which it may (TOM 3.1.1): names, and such with `*` at the end.
   *
   * @default - all
   */
  readonly namespaces?: string[];
}

/** Which pods a role is for. */
export interface PodRoleOptions {
  /** The namespace of the pods. */
  readonly namespace: string;

  /** The service account of the pods. */
  readonly serviceAccount: string;

  /**
   * The ARN of a policy that bounds what the role can ever do.
   *
   * @default - none
   */
  readonly permissionsBoundaryArn?: string;
}

/** A Kubernetes cluster: one of this library's, or one that is already there. */
export interface IKubernetesCluster extends IConstruct {
  /**
   * The name of the cluster.
   *
   * @attribute
   */
  readonly clusterName: string;

  /** Lets a role into the cluster, by an access entry. */
  grantAccess(grantee: IGrantee, access: KubernetesAccess, options?: KubernetesAccessOptions): void;

  /** Makes a role for the pods of one service account, and no others. */
  addPodRole(id: string, options: PodRoleOptions): IamRole;
}

/** A name as Kubernetes takes it for namespaces and service accounts. */
const NAME = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const NAMES = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9-])?\*?$/;

/**
 * What every Kubernetes cluster can do: let roles in, and give pods roles.
 * @internal
 */
export abstract class KubernetesClusterBase extends Construct implements IKubernetesCluster {
  public abstract readonly clusterName: string;

  /** @internal */
  protected abstract readonly _region?: string;

  private readonly entries = new Map<string, EksAccessEntry>();

  /**
   * Lets a role into the cluster, by an access entry: what configuration names, and CloudTrail logs each change of.
   *
   * @param grantee the role
   * @param access what it may do
   * @param options where
   * @throws ValidationError on a list of namespaces that is empty, names that Kubernetes does not take, and namespaces of a right over the whole cluster.
   * @see https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html
   */
  public grantAccess(grantee: IGrantee, access: KubernetesAccess, options: KubernetesAccessOptions = {}): void {
    const { namespaces } = options;
    if (namespaces) this.requireNamespaces(access, namespaces);
    const { title } = roleOf(this, grantee);
    const id = `Access-${title.replace(/\//g, '-')}`;
    const principalArn = grantee.arn;
    const common = { clusterName: this.clusterName, principalArn, region: this._region };
    const entry =
      this.entries.get(title) ?? new EksAccessEntry(this, id, { ...common, type: 'STANDARD', tags: this.ownTags });
    this.entries.set(title, entry);
    new EksAccessPolicyAssociation(this, `${id}-${access.replace(/^AmazonEKS|Policy$/g, '')}`, {
      ...common,
      policyArn: `arn:${accountOf(this).partition}:eks::aws:cluster-access-policy/${access}`,
      accessScope: namespaces ? { type: 'namespace', namespaces } : { type: 'cluster' },
      dependsOn: [entry],
    });
  }

  /**
   * Makes a role for the pods of one service account, and no others: EKS Pod Identity gives them its credentials. Grant to it what they need.
   *
   * @param id the id of the role
   * @param options which pods
   * @throws ValidationError on names that Kubernetes does not take.
   * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html
   */
  public addPodRole(id: string, options: PodRoleOptions): IamRole {
    const { namespace, serviceAccount } = options;
    requirePodName(this, 'namespace', namespace);
    requirePodName(this, 'serviceAccount', serviceAccount);
    const posture = Posture.of(this);
    const holder = new Construct(this, id);
    const role = new IamRole(holder, 'Role', {
      namePrefix: `${shortName(holder, posture, 37)}-`,
      description: `Pods of ${namespace}/${serviceAccount} of ${this.node.path}`,
      assumeRolePolicy: trustPolicyText(
        { Service: ['pods.eks.amazonaws.com'] },
        {
          StringEquals: {
            'aws:RequestTag/eks-cluster-name': [this.clusterName],
            'aws:RequestTag/kubernetes-namespace': [namespace],
            'aws:RequestTag/kubernetes-service-account': [serviceAccount],
          },
        },
        'sts:AssumeRole',
        'sts:TagSession'
      ),
      permissionsBoundary: options.permissionsBoundaryArn,
      tags: this.ownTags,
    });
    new EksPodIdentityAssociation(holder, 'Association', {
      clusterName: this.clusterName,
      namespace,
      serviceAccount,
      roleArn: role.arn,
      region: this._region,
      tags: this.ownTags,
    });
    return role;
  }

  private get ownTags(): { [key: string]: string } {
    const posture = Posture.of(this);
    return tags(posture, posture.dataClass);
  }

  private requireNamespaces(access: KubernetesAccess, namespaces: readonly string[]): void {
    const isWhole = access === KubernetesAccess.CLUSTER_ADMIN;
    if (!isWhole && namespaces.length > 0 && namespaces.every((one) => NAMES.test(one))) return;
    refuse(this, {
      prop: 'namespaces',
      must: isWhole
        ? 'must not be set for CLUSTER_ADMIN, which is a right over the whole cluster'
        : "must be names of namespaces, at least one, with '*' at their end only",
      value: namespaces,
      measure: '3.1.1',
      fix: isWhole
        ? 'write KubernetesAccess.ADMIN'
        : "write namespaces: ['orders', 'orders-*'], or leave it out for all",
    });
  }
}

/** Refuses a name that is none, or stands for several. */
function requirePodName(scope: IConstruct, prop: string, name: string): void {
  if (NAME.test(name)) return;
  refuse(scope, {
    prop,
    must: "must be 1 to 63 lower case letters, digits and '-': a role is for the pods that it names",
    value: name,
    measure: '3.1.1',
    fix: `write ${prop}: 'orders'`,
  });
}
