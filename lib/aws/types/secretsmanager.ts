import { PublicPolicy, Service } from './resource-type';

const PUBLIC: PublicPolicy = {
  facts: 'Anyone with an AWS account can then read the secret.',
  note: 'Within one account the policies of roles are enough, and the secret needs none.',
  sources: [
    'https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html',
    'https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html',
  ],
};

export const SERVICE: Service = {
  name: 'Secrets Manager',
  types: {
    aws_secretsmanager_secret: {
      noun: 'secret',
      holdsData: true,
      policy: {
        attribute: 'policy',
        apart: { type: 'aws_secretsmanager_secret_policy', attribute: 'secret_arn', names: 'arn' },
      },
      publicPolicy: PUBLIC,
      reading: {
        reads: [{ action: 'secretsmanager:GetSecretValue' }],
        key: { via: 'secretsmanager', attribute: 'kms_key_id', unnamed: 'aws' },
        sources: [
          'https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html',
          'https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html',
        ],
      },
      atRest: {
        data: 'personal',
        key: 'kms_key_id',
        parts: [{ blocks: 'replica', key: 'kms_key_id' }],
        withoutKey: 'Secrets Manager encrypts with aws/secretsmanager, whose policy nobody can change',
        facts:
          'Under aws/secretsmanager anyone who may read the secret in the account can decrypt it, and no other account ever can.',
        note: 'Each `replica` needs a key of its region.',
        sources: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html'],
      },
    },
    aws_secretsmanager_secret_policy: {
      noun: 'policy of a secret',
      policy: { attribute: 'policy' },
      publicPolicy: PUBLIC,
    },
    aws_secretsmanager_secret_version: {
      noun: 'version of a secret',
      secrets: [
        { path: 'secret_string', instead: 'secret_string_wo' },
        { path: 'secret_binary', instead: 'secret_string_wo' },
      ],
    },
  },
};
