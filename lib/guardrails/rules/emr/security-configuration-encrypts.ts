import { ResourceRule } from '../../rule';
import { emrDisksVerdict } from '../../verdicts/emr-encryption';

/** Clusters that encrypt their disks. */
export const RULE: ResourceRule = {
  id: 'EMR-001',
  name: 'security-configuration-encrypts',
  title: 'A security configuration of EMR encrypts at rest',
  severity: 'medium',
  claims: ['1.2.1.e'],
  rationale:
    'A cluster spreads the data over the disks of its nodes. They are unencrypted unless the security configuration says otherwise, and it cannot be changed once a cluster uses it. The switch for encryption at rest encrypts no disk by itself: `LocalDiskEncryptionConfiguration` does, with a provider of keys. LUKS leaves the root volume out; where KMS provides the keys, EBS encrypts that as well.',
  fix: 'Set `EncryptionConfiguration.EnableAtRestEncryption` in `configuration` to true, and in its `AtRestEncryptionConfiguration.LocalDiskEncryptionConfiguration` set `EncryptionKeyProviderType` to AwsKms, `AwsKmsKey` to the key, and `EnableEbsEncryption` to true.',
  sources: [
    'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-create-security-configuration.html',
    'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-data-encryption-options.html',
    'https://docs.aws.amazon.com/controltower/latest/controlreference/emr-rules.html',
    'AWS Security Hub EMR.3',
  ],
  types: ['aws_emr_security_configuration'],
  check: emrDisksVerdict,
};
