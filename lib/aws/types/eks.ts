import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'EKS',
  types: {
    aws_eks_cluster: {
      noun: 'EKS cluster',
      holdsData: true,
      authentication: {
        demand: 'lets in only those that its access entries name',
        ways: [
          [
            { attribute: 'access_config.authentication_mode', is: ['API'], default: 'CONFIG_MAP' },
            {
              attribute: 'access_config.bootstrap_cluster_creator_admin_permissions',
              is: [false],
              default: true,
            },
          ],
        ],
        otherwise:
          'a map within the cluster says who administers it, or the one that creates it does, and no configuration names them',
        facts:
          'By default EKS reads from a ConfigMap within the cluster (aws-auth) who may do what, which anyone who may edit it changes without a call to AWS, and makes the one that creates the cluster its administrator. Access entries are resources of AWS: configuration names them, and CloudTrail logs each change.',
        note: 'A cluster that runs goes from CONFIG_MAP to API_AND_CONFIG_MAP and then to API, and not back. A change of `bootstrap_cluster_creator_admin_permissions` replaces the cluster: for one that runs, delete the access entry of its creator, and waive this.',
        sources: [
          'https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAccessConfigRequest.html',
          'https://docs.aws.amazon.com/eks/latest/userguide/access-policies.html',
        ],
      },
      publicAddress: {
        isWorkload: true,
        setting: {
          attribute: 'vpc_config.endpoint_public_access',
          is: [false],
          default: true,
          otherwise: 'the internet reaches the API server',
        },
        facts:
          'The API server of an EKS cluster has a public endpoint by default; with `endpoint_private_access` it is reached within the VPC.',
        sources: ['https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html', 'AWS Security Hub EKS.1'],
      },
      logs: {
        what: 'its control plane',
        ways: [
          [
            {
              attribute: 'enabled_cluster_log_types',
              holds: ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'],
            },
          ],
        ],
        otherwise: 'what they would say of the cluster is lost',
        facts:
          'The logs of the control plane say who changed what (audit), who signed in (authenticator), and what the API server and the controllers did. EKS sends none of them to CloudWatch Logs by default.',
        sources: [
          'https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html',
          'CIS Amazon EKS Benchmark 1.7.0, 2.1.1',
          'AWS Security Hub EKS.8',
        ],
      },
      network: {
        drawn: { as: 'workload', what: 'EKS cluster' },
        groups: ['vpc_config.security_group_ids'],
        subnets: ['vpc_config.subnet_ids'],
      },
      deletionProtection: {
        setting: {
          attribute: 'deletion_protection',
          is: [true],
          default: false,
          otherwise: 'one call deletes the cluster',
        },
        demand: 'is protected from deletion',
        facts: 'By default one call deletes a cluster, and what runs in it.',
        sources: ['https://docs.aws.amazon.com/eks/latest/userguide/deletion-protection.html'],
      },
    },
    aws_eks_node_group: {
      noun: 'node group',
      network: {
        drawn: { as: 'workload', what: 'EKS nodes' },
        groups: [],
        subnets: ['subnet_ids'],
        templates: ['launch_template.id', 'launch_template.name'],
      },
    },
  },
};
