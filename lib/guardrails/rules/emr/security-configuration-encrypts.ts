import { ResourceRule } from '../../rule';
import { emrFlagVerdict } from '../../verdicts/emr-encryption';

/** Clusters that encrypt their disks. */
export const RULE: ResourceRule = {
  id: 'EMR-001',
  name: 'security-configuration-encrypts',
  title: 'A security configuration of EMR encrypts at rest',
  severity: 'medium',
  claims: ['1.2.1.e'],
  rationale:
    'A cluster spreads the data over the disks of its nodes. They are unencrypted unless the security configuration says otherwise, and it cannot be changed once a cluster uses it.',
  fix: 'Set `EncryptionConfiguration.EnableAtRestEncryption` in `configuration` to true, with a KMS key for the disks.',
  sources: [
    'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-create-security-configuration.html',
    'AWS Security Hub EMR.3',
  ],
  types: ['aws_emr_security_configuration'],
  check: (configuration) =>
    emrFlagVerdict(configuration, 'EnableAtRestEncryption', 'data lies unencrypted on the disks of the nodes'),
};
