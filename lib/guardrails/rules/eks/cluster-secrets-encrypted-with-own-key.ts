import { holdsPersonalData } from '../../../aws/declared';
import { Block } from '../../../terraform/block';
import { configured } from '../../../terraform/configured';
import { Model } from '../../../terraform/model';
import { Resource } from '../../../terraform/stack';
import { asStrings, hasUnknown, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { worst } from '../../verdicts/checks';
import { keyKind } from '../../verdicts/encryption-key';

const PATH = 'encryption_config';

/** Kubernetes secrets under a key of one's own. */
export const RULE: ResourceRule = {
  id: 'EKS-001',
  name: 'cluster-secrets-encrypted-with-own-key',
  title: 'A cluster that handles personal data encrypts its secrets with a customer managed KMS key',
  severity: 'medium',
  claims: ['1.2.1.e'],
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
    if (!holdsPersonalData(cluster)) return undefined;
    const blocks = cluster.blocks(PATH);
    const whole = blocks.length === 0 ? configured(cluster, PATH) : undefined;
    if (isUnknown(whole)) return undetermined(`${PATH} is ${whole.text}, which only a plan can tell`);
    return (
      worst(blocks.map((block) => configVerdict(model, cluster, block))) ??
      violated(`${PATH} is not set: secrets are encrypted with a key that EKS owns, or only as the disk is`)
    );
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
