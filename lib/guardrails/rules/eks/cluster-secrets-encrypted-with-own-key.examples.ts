import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a key of the stack',
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
      title: 'the cluster handles nothing personal, blocks as lists',
      terraform: { resource: [{ aws_eks_cluster: [{ builds: [{ tags: { 'tom:data-class': 'internal' } }] }] }] },
    },
  ],
  fail: [
    {
      title: 'no configuration',
      terraform: { resource: { aws_eks_cluster: { orders: { name: 'orders' } } } },
      addresses: ['aws_eks_cluster.orders'],
    },
    {
      title: 'a key of AWS, blocks as lists',
      terraform: {
        data: { aws_kms_alias: { eks: { name: 'alias/aws/eks' } } },
        resource: [
          {
            aws_eks_cluster: [
              {
                orders: [
                  {
                    encryption_config: [
                      { resources: ['secrets'], provider: [{ key_arn: '${data.aws_kms_alias.eks.target_key_arn}' }] },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
      addresses: ['aws_eks_cluster.orders'],
    },
    {
      title: 'no configuration within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.eks',
                resources: [
                  {
                    address: 'module.eks.aws_eks_cluster.orders',
                    mode: 'managed',
                    type: 'aws_eks_cluster',
                    name: 'orders',
                    values: { name: 'orders', encryption_config: [] },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.eks.aws_eks_cluster.orders'],
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
