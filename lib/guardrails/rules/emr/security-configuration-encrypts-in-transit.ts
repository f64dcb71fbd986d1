import { ResourceRule } from '../../rule';
import { emrFlagVerdict } from '../../verdicts/emr-encryption';

/** Clusters whose nodes encrypt what they exchange. */
export const RULE: ResourceRule = {
  id: 'EMR-002',
  name: 'security-configuration-encrypts-in-transit',
  title: 'A security configuration of EMR encrypts in transit',
  severity: 'medium',
  claims: ['1.1.2.c', '3.2.4.a'],
  rationale:
    'The nodes of a cluster exchange data over the network. It passes unencrypted unless the security configuration says otherwise, and it cannot be changed once a cluster uses it.',
  fix: 'Set `EncryptionConfiguration.EnableInTransitEncryption` in `configuration` to true, with certificates for the nodes.',
  sources: [
    'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-create-security-configuration.html',
    'AWS Security Hub EMR.4',
  ],
  types: ['aws_emr_security_configuration'],
  check: (configuration) =>
    emrFlagVerdict(configuration, 'EnableInTransitEncryption', 'data passes unencrypted from node to node'),
};
