import { Block, Model, Resource, describe } from '../../model';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { asStrings, hasUnknown, isUnknown } from '../../value';
import { worst } from '../checks';
import { configured } from '../configured';
import { keyKind } from '../encryption-key';

const PATH = 'encryption_config';

/** Kubernetes secrets under a key of one's own. */
export const EKS_001: ResourceRule = {
  id: 'EKS-001',
  title: 'A cluster that handles personal data encrypts its secrets with a customer managed KMS key',
  severity: 'medium',
  measures: ['1.2.1'],
  rationale:
    'Kubernetes secrets hold the passwords of the databases. EKS encrypts what the cluster stores with a key of its own; in older versions the secrets stand in etcd without an envelope around each. With a key of yours the key policy says who may use it, every use is logged, and taking it away locks the secrets.',
  fix: 'Give the cluster an `encryption_config` with `resources` ["secrets"] and `provider.key_arn` of a customer managed key, such as that of a `RotatedKey`. It can be added to a cluster that runs, and never be removed. Where the data is not personal, say so by the tag tom:data-class.',
  sources: [
    'https://docs.aws.amazon.com/eks/latest/userguide/enable-kms.html',
    'https://docs.aws.amazon.com/eks/latest/userguide/envelope-encryption.html',
    'AWS Security Hub EKS.3',
  ],
  types: ['aws_eks_cluster'],
  check: (cluster, model) => {
    if (!cluster.isPersonal) return undefined;
    const blocks = cluster.blocks(PATH);
    const whole = blocks.length === 0 ? configured(cluster, PATH) : undefined;
    if (isUnknown(whole)) return undetermined(`${PATH} is ${whole.text}, which only a plan can tell`);
    return (
      worst(blocks.map((block) => configVerdict(model, cluster, block))) ??
      violated(`${PATH} is not set: secrets are encrypted with a key that EKS owns, or only as the disk is`)
    );
  },
  examples: {
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
  },
};

function configVerdict(model: Model, cluster: Resource, block: Block): Verdict {
  const resources = block.get('resources');
  if (!asStrings(resources).includes('secrets')) {
    return hasUnknown(resources)
      ? undetermined(`${PATH}.resources is ${describe(resources)}, which only a plan can tell`)
      : violated(`${PATH}.resources is ${describe(resources)}, without secrets`);
  }
  const key = block.get('provider.key_arn');
  const where = `${PATH}.provider.key_arn is ${describe(key)}`;
  switch (keyKind(model, cluster, key)) {
    case 'customer':
      return MET;
    case 'open':
      return undetermined(`${where}, and only a plan can tell whose key that is`);
    default:
      return violated(`${where}, which is no customer managed key`);
  }
}
