import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'KMS',
  types: {
    aws_kms_ciphertext: {
      noun: 'ciphertext',
      secrets: [{ path: 'plaintext', instead: 'plaintext_wo' }],
    },
    aws_kms_external_key: {
      noun: 'KMS key with imported material',
      holdsData: true,
    },
    aws_kms_key: {
      noun: 'KMS key',
      holdsData: true,
      policy: {
        attribute: 'policy',
        apart: { type: 'aws_kms_key_policy', attribute: 'key_id', names: 'key_id' },
      },
    },
    aws_kms_replica_external_key: {
      noun: 'replica of a KMS key with imported material',
      holdsData: true,
    },
    aws_kms_replica_key: {
      noun: 'replica of a KMS key',
      holdsData: true,
    },
  },
};
