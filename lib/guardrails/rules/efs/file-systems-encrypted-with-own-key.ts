import { holdsPersonalData } from '../../../aws/declared';
import { Model } from '../../../terraform/model';
import { Resource } from '../../../terraform/stack';
import { MET, ResourceRule, Verdict } from '../../rule';
import { requireTrue } from '../../verdicts/checks';
import { requireKey } from '../../verdicts/encryption-key';

const SHARES: readonly string[] = ['aws_storagegateway_nfs_file_share', 'aws_storagegateway_smb_file_share'];

const AWS_KEY = 'a key that AWS manages encrypts personal data';

/** File systems that nobody reads without a key. */
export const RULE: ResourceRule = {
  id: 'EFS-001',
  name: 'file-systems-encrypted-with-own-key',
  title: 'A shared file system is encrypted, for personal data with a customer managed KMS key',
  severity: 'high',
  measures: ['1.2.1'],
  rationale:
    'An EFS file system is only encrypted if it asks for it when it is made. FSx always encrypts, and file shares of a Storage Gateway leave it to S3, but both with keys that nobody can limit or take away unless one is named. A file system whose class nobody declares counts as personal; FSx and file shares of other data are not judged.',
  fix: 'Set `encrypted` to true and `kms_key_id` to a customer managed key, such as that of a `RotatedKey`, for a file share `kms_encrypted` and `kms_key_arn`. FSx for Lustre takes a key in its persistent deployment types alone. A file system gets its key when it is made. Where the data is not personal, say so by the tag tom:data-class.',
  sources: [
    'https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html',
    'https://docs.aws.amazon.com/fsx/latest/WindowsGuide/encryption-at-rest.html',
    'https://docs.aws.amazon.com/fsx/latest/LustreGuide/encryption-at-rest.html',
    'https://docs.aws.amazon.com/storagegateway/latest/APIReference/API_CreateSMBFileShare.html',
    'CIS AWS Foundations Benchmark 3.0.0, 2.4.1',
    'AWS Security Hub EFS.1, EFS.8',
  ],
  types: [
    'aws_efs_file_system',
    'aws_fsx_file_cache',
    'aws_fsx_lustre_file_system',
    'aws_fsx_ontap_file_system',
    'aws_fsx_openzfs_file_system',
    'aws_fsx_windows_file_system',
    ...SHARES,
  ],
  check: (system, model) => {
    if (system.type === 'aws_efs_file_system') return efsVerdict(model, system);
    if (!holdsPersonalData(system)) return undefined;
    if (SHARES.includes(system.type)) return shareVerdict(model, system);
    return requireKey(model, system, 'kms_key_id', AWS_KEY);
  },
};

function efsVerdict(model: Model, system: Resource): Verdict {
  const encrypted = requireTrue(system, 'encrypted', 'files lie on disk unencrypted');
  if (encrypted.outcome !== 'met') return encrypted;
  return holdsPersonalData(system) ? requireKey(model, system, 'kms_key_id', AWS_KEY) : MET;
}

function shareVerdict(model: Model, share: Resource): Verdict {
  const encrypted = requireTrue(share, 'kms_encrypted', 'a key that S3 owns encrypts personal data');
  if (encrypted.outcome !== 'met') return encrypted;
  return requireKey(model, share, 'kms_key_arn', AWS_KEY);
}
