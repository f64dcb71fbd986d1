import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a key from the same stack',
      terraform: {
        resource: {
          aws_kms_key: { main: {} },
          aws_eks_cluster: {
            orders: {
              count: 2,
              encryption_config: { resources: ['secrets'], provider: { key_arn: '${aws_kms_key.main.arn}' } },
            },
          },
        },
      },
    },
    {
      title: 'the cluster handles nothing personal',
      terraform: { resource: { aws_eks_cluster: { builds: { tags: { 'tom:data-class': 'internal' } } } } },
    },
  ],
  fail: [
    {
      title: 'no configuration',
      terraform: { resource: { aws_eks_cluster: { orders: { name: 'orders' } } } },
      addresses: ['aws_eks_cluster.orders'],
    },
    {
      title: 'an AWS managed key',
      terraform: {
        data: { aws_kms_alias: { eks: { name: 'alias/aws/eks' } } },
        resource: {
          aws_eks_cluster: {
            orders: {
              encryption_config: {
                resources: ['secrets'],
                provider: { key_arn: '${data.aws_kms_alias.eks.target_key_arn}' },
              },
            },
          },
        },
      },
      addresses: ['aws_eks_cluster.orders'],
    },
  ],
  undetermined: [
    {
      title: 'variables name the key, or hold the configuration',
      terraform: {
        variable: { key: {}, config: {} },
        resource: {
          aws_eks_cluster: {
            orders: { encryption_config: { resources: ['secrets'], provider: { key_arn: '${var.key}' } } },
            reports: { encryption_config: '${var.config}' },
          },
        },
      },
      addresses: ['aws_eks_cluster.orders', 'aws_eks_cluster.reports'],
    },
  ],
};
