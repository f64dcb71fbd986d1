import { VOLUME_TYPES, volumesOf } from '../../../aws/ec2/volumes';
import { MET, ResourceRule, undetermined, violated } from '../../rule';
import { defaultEncryption } from '../../verdicts/default-encryption';

/** Volumes that nobody reads without a key. */
export const RULE: ResourceRule = {
  id: 'EC2-010',
  name: 'volumes-encrypted',
  title: 'Every EBS volume, and every copy of one, is encrypted',
  severity: 'high',
  claims: ['1.2.1.c'],
  rationale:
    'A volume that is not encrypted lies readable in its snapshots, in images made from it, and with anyone that they are shared with. Unless the account encrypts by default, EBS encrypts what asks for it and what comes from an encrypted snapshot or image, and nothing else; so a root volume without a block of its own is as its image is, which the configuration does not show. What ECS makes for a service is encrypted unless `encrypted` is false. A volume that `aws_ebs_encryption_by_default` of the same account and region encrypts passes, whatever it says of itself.',
  fix: 'Set `encrypted` to true on each volume and copy, for the root volume too: `root_block_device` of an instance, `block_device_mappings` for the root device of a launch template. Or encrypt all new volumes of the region by an `aws_ebs_encryption_by_default`.',
  sources: [
    'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html',
    'https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceManagedEBSVolumeConfiguration.html',
    'CIS AWS Foundations Benchmark 3.0.0, 2.2.1',
    'AWS Security Hub EC2.3, EC2.173, EC2.181',
  ],
  types: VOLUME_TYPES,
  check: (resource, model) => {
    const volumes = volumesOf(model, resource);
    const weak = volumes.filter(({ encrypted }) => encrypted === 'no');
    const open = volumes.find(({ encrypted }) => encrypted === 'open');
    if (volumes.length === 0) return undefined;
    if (weak.length === 0 && !open) return MET;
    const byDefault = defaultEncryption(model, resource);
    if (byDefault.outcome === 'met') return MET;
    if (byDefault.outcome === 'undetermined') return byDefault;
    if (weak.length === 0) return undetermined(open!.because);
    const set = weak.flatMap(({ attribute }) => (attribute === undefined ? [] : [[attribute, true] as const]));
    return violated(
      weak.map(({ because }) => because).join(', '),
      set.length > 0 ? Object.fromEntries(set) : undefined
    );
  },
};
