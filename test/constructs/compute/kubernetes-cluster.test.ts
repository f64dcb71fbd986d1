import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import {
  Environment,
  KubernetesAccess,
  KubernetesAccessOptions,
  KubernetesCluster,
  KubernetesClusterProps,
  Port,
  RotatedKey,
  SecurityGroup,
  VpcEncryption,
} from '../../../lib';
import { trustPolicyText } from '../../../lib/constructs/core/policy';
import { network, privateNetwork, segmentedVpc } from '../../support/network';
import { Written, messageOf, newStack } from '../../support/synth';

type Stack = ReturnType<typeof newStack>;

function made(
  props: Partial<KubernetesClusterProps> = {},
  stack = newStack()
): { stack: Stack; cluster: KubernetesCluster } {
  return {
    stack,
    cluster: new KubernetesCluster(stack, 'Apps', { vpc: privateNetwork(stack), version: '1.34', ...props }),
  };
}

function roleIn(stack: Stack): IamRole {
  return new IamRole(stack, 'Team', { assumeRolePolicy: trustPolicyText({ Service: ['ec2.amazonaws.com'] }) });
}

test('is private, encrypted, logged, protected and in Auto Mode', () => {
  const { stack } = made();
  const written = Written.of(stack);
  const cluster = written.resource('aws_eks_cluster');
  expect(cluster).toMatchObject({
    name: 'test-apps',
    version: '1.34',
    vpc_config: {
      endpoint_private_access: true,
      endpoint_public_access: false,
      subnet_ids: ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'],
    },
    access_config: { authentication_mode: 'API', bootstrap_cluster_creator_admin_permissions: false },
    enabled_cluster_log_types: ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'],
    upgrade_policy: { support_type: 'STANDARD' },
    deletion_protection: true,
    compute_config: { enabled: true, node_pools: ['general-purpose', 'system'] },
    kubernetes_network_config: { elastic_load_balancing: { enabled: true } },
    storage_config: { block_storage: { enabled: true } },
    bootstrap_self_managed_addons: false,
    lifecycle: { prevent_destroy: true },
  });
  expect(cluster.encryption_config).toEqual({
    resources: ['secrets'],
    provider: { key_arn: expect.stringMatching(/^\$\{aws_kms_key\.Apps_Key_.+\.arn\}$/) as string },
  });
  expect(cluster.depends_on).toContainEqual(expect.stringMatching(/^aws_cloudwatch_log_group\.Apps_Log_/));
  expect(written.resource('aws_cloudwatch_log_group')).toMatchObject({
    name: '/aws/eks/test-apps/cluster',
    retention_in_days: 365,
  });
  const policies = Object.values(written.resources('aws_iam_role_policy_attachment')).map(({ policy_arn }) =>
    String(policy_arn).split('/').pop()
  );
  expect(policies.sort()).toEqual([
    'AmazonEC2ContainerRegistryPullOnly',
    'AmazonEKSBlockStoragePolicy',
    'AmazonEKSClusterPolicy',
    'AmazonEKSComputePolicy',
    'AmazonEKSLoadBalancingPolicy',
    'AmazonEKSNetworkingPolicy',
    'AmazonEKSWorkerNodeMinimalPolicy',
  ]);
});

test('an ephemeral one may be deleted', () => {
  const { stack } = made({}, newStack({ owner: 'tests', retentionDays: 400, environment: Environment.EPHEMERAL }));
  const cluster = Written.of(stack).resource('aws_eks_cluster');
  expect(cluster).not.toHaveProperty('deletion_protection');
  expect(cluster).not.toHaveProperty('lifecycle');
});

test('its key lets who creates it make a grant that cannot be passed on, and the role of the control plane use it', () => {
  const { stack } = made();
  const statements = Object.values(Written.of(stack).statements('aws_kms_key'));
  const grants = statements.filter(({ Sid }) => /^ClusterGrant[0-9a-f]{8}$/.test(String(Sid)));
  expect(grants).toMatchObject([
    {
      Action: 'kms:CreateGrant',
      Condition: {
        'ForAllValues:StringEquals': {
          'kms:GrantOperations': expect.not.arrayContaining(['CreateGrant']) as string[],
        },
      },
    },
  ]);
  expect(grants[0].Condition).not.toHaveProperty('Bool');
  expect(statements.filter(({ Sid }) => String(Sid).startsWith('ClusterUse'))).toMatchObject([
    { Principal: { AWS: expect.stringContaining('aws_iam_role.Apps_Role_') as string } },
  ]);
});

test('takes a key that is already there', () => {
  const stack = newStack();
  const keyArn = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-44cd-a6ef-1234567890ab';
  made({ encryptionKey: RotatedKey.fromKeyArn(stack, 'There', keyArn) }, stack);
  expect(Written.of(stack).resource('aws_eks_cluster').encryption_config.provider).toEqual({ key_arn: keyArn });
});

test('lets roles in by access entries, one for each role', () => {
  const { stack, cluster } = made();
  const role = roleIn(stack);
  cluster.grantAccess(role, KubernetesAccess.VIEW);
  cluster.grantAccess(role, KubernetesAccess.EDIT, { namespaces: ['orders', 'orders-*'] });
  const written = Written.of(stack);
  expect(written.resource('aws_eks_access_entry')).toMatchObject({ type: 'STANDARD' });
  const associations = Object.values(written.resources('aws_eks_access_policy_association'));
  expect(
    associations.map(({ access_scope: scope, policy_arn: arn }) => [scope as object, String(arn).split('/').pop()])
  ).toEqual([
    [{ type: 'namespace', namespaces: ['orders', 'orders-*'] }, 'AmazonEKSEditPolicy'],
    [{ type: 'cluster' }, 'AmazonEKSViewPolicy'],
  ]);
});

test('a role of pods is for one service account of one cluster, also of one that is there', () => {
  const stack = newStack();
  const there = KubernetesCluster.fromClusterName(stack, 'There', 'apps');
  there.addPodRole('Orders', { namespace: 'orders', serviceAccount: 'api' });
  const written = Written.of(stack);
  expect(JSON.parse(written.resource('aws_iam_role').assume_role_policy as string)).toMatchObject({
    Statement: [
      {
        Principal: { Service: 'pods.eks.amazonaws.com' },
        Action: ['sts:AssumeRole', 'sts:TagSession'],
        Condition: {
          StringEquals: {
            'aws:RequestTag/eks-cluster-name': 'apps',
            'aws:RequestTag/kubernetes-namespace': 'orders',
            'aws:RequestTag/kubernetes-service-account': 'api',
          },
        },
      },
    ],
  });
  expect(written.resource('aws_eks_pod_identity_association')).toMatchObject({
    cluster_name: 'apps',
    namespace: 'orders',
    service_account: 'api',
  });
});

test('its API server is reached by whom connections name', () => {
  const { stack, cluster } = made();
  const bastion = SecurityGroup.fromSecurityGroupId(stack, 'Bastion', 'sg-0123456789abcdef1');
  cluster.connections.allowFrom(bastion, Port.HTTPS);
  const rules = Object.values(Written.of(stack).resources('aws_vpc_security_group_ingress_rule'));
  expect(rules).toMatchObject([{ from_port: 443, referenced_security_group_id: 'sg-0123456789abcdef1' }]);
  expect(cluster.nodes.securityGroupId).toBeDefined();
});

describe('refuses', () => {
  const access = (right: KubernetesAccess, options: KubernetesAccessOptions) => (): void => {
    const { stack, cluster } = made();
    cluster.grantAccess(roleIn(stack), right, options);
  };
  const names =
    "[test/Apps] 'namespaces' must be names of namespaces, at least one, with '*' at their end only (TOM 3.1.1 Least privilege through roles), got ";

  test.each<[string, () => unknown, string]>([
    [
      'a version that has left standard support',
      () => made({ version: '1.32' }),
      "[test/Apps] 'version' must be in standard support, which ended for it on 2026-03-23 (TOM 9.1 ",
    ],
    [
      'no version',
      () => made({ version: 'latest' }),
      "[test/Apps] 'version' must be a version of Kubernetes (TOM 9.1 ",
    ],
    [
      'an API server that the internet reaches',
      () => made({ publicAccessCidrs: ['0.0.0.0/0'] } as object),
      '[test/Apps] \'publicAccessCidrs\' must not be set: the API server is reached within the network only, and not from the internet (TOM 3.3.4 Layered network defence), got ["0.0.0.0/0"]; leave it out, and reach it by a BastionHost or a RemoteAccessVpn: connections.allowFrom(…)',
    ],
    [
      'secrets under another key',
      () => made({ encryptionConfig: [] } as object),
      "[test/Apps] 'encryptionConfig' must not be set: secrets are always encrypted with a key of your own (TOM 1.2.1 AES-256 for databases and object stores), got []; write encryptionKey, or leave it out for a key of its own",
    ],
    [
      'one zone',
      () => {
        const stack = newStack();
        return new KubernetesCluster(stack, 'Apps', { vpc: network(stack, ['a']), version: '1.34' });
      },
      "[test/Apps] 'vpc' must have application subnets in two zones or more, as EKS demands (TOM 3.3.1 Redundant and distributed architecture), got [",
    ],
    [
      'a network that enforces encryption',
      () => {
        const stack = newStack();
        const vpc = segmentedVpc(stack, 'Net', { vpcEncryption: VpcEncryption.ENFORCE });
        return new KubernetesCluster(stack, 'Apps', { vpc, version: '1.34' });
      },
      "[test/Apps] 'vpc' must not enforce encryption: there is no exclusion for nodes of EKS Auto Mode, which chooses their types (TOM 1.1.2 ",
    ],
    [
      'a malformed name',
      () => made({ clusterName: '-apps' }),
      "[test/Apps] 'clusterName' must be 1 to 100 letters, digits, '_' and '-', a letter or digit first, got \"-apps\"; write clusterName: 'acme-apps', or leave it out",
    ],
    ['no namespace', access(KubernetesAccess.EDIT, { namespaces: [] }), `${names}[]; write namespaces: `],
    ['every namespace', access(KubernetesAccess.EDIT, { namespaces: ['*'] }), `${names}["*"]; write namespaces: `],
    [
      'namespaces of a right over the whole cluster',
      access(KubernetesAccess.CLUSTER_ADMIN, { namespaces: ['orders'] }),
      '[test/Apps] \'namespaces\' must not be set for CLUSTER_ADMIN, which is a right over the whole cluster (TOM 3.1.1 Least privilege through roles), got ["orders"]; write KubernetesAccess.ADMIN',
    ],
    [
      'a role for the pods of any service account',
      () => made().cluster.addPodRole('All', { namespace: 'orders', serviceAccount: '*' }),
      "[test/Apps] 'serviceAccount' must be 1 to 63 lower case letters, digits and '-': a role is for the pods that it names (TOM 3.1.1 Least privilege through roles), got \"*\"; write serviceAccount: 'orders'",
    ],
  ])('%s', (_, act, message) => {
    expect(messageOf(act).slice(0, message.length)).toBe(message);
  });
});
