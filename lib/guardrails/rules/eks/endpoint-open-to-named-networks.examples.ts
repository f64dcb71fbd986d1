import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'no public endpoint',
      terraform: {
        resource: {
          aws_eks_cluster: { pods: { vpc_config: { endpoint_public_access: false, endpoint_private_access: true } } },
        },
      },
    },
    {
      title: 'a public endpoint for one network',
      terraform: {
        resource: {
          aws_eks_cluster: {
            pods: { vpc_config: { endpoint_public_access: true, public_access_cidrs: ['203.0.113.0/24'] } },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'nothing is set',
      terraform: { resource: { aws_eks_cluster: { pods: { vpc_config: { subnet_ids: ['subnet-1'] } } } } },
      addresses: ['aws_eks_cluster.pods'],
    },
    {
      title: 'for everyone',
      terraform: {
        resource: {
          aws_eks_cluster: {
            pods: {
              vpc_config: { endpoint_public_access: true, public_access_cidrs: ['203.0.113.0/24', '0.0.0.0/0'] },
            },
          },
        },
      },
      addresses: ['aws_eks_cluster.pods'],
    },
    {
      title: 'for everyone, in halves',
      terraform: {
        resource: { aws_eks_cluster: { pods: { vpc_config: { public_access_cidrs: ['0.0.0.0/1', '128.0.0.0/1'] } } } },
      },
      addresses: ['aws_eks_cluster.pods'],
    },
  ],
  undetermined: [
    {
      title: 'variables decide',
      terraform: {
        variable: { open: {} },
        resource: {
          aws_eks_cluster: {
            ranges: { vpc_config: { public_access_cidrs: ['${var.open}'] } },
            whether: { vpc_config: { endpoint_public_access: '${var.open}' } },
          },
        },
      },
      addresses: ['aws_eks_cluster.ranges', 'aws_eks_cluster.whether'],
    },
  ],
};
