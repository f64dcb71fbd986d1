import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'CodePipeline',
  types: {
    aws_codepipeline: {
      noun: 'pipeline',
      atRest: {
        data: 'personal',
        parts: [{ blocks: 'artifact_store', key: 'encryption_key.id' }],
        withoutKey: 'a key that AWS manages encrypts personal data',
        facts: 'A pipeline encrypts its artifacts, by default with the key that AWS manages for S3.',
        sources: ['https://docs.aws.amazon.com/codepipeline/latest/userguide/S3-artifact-encryption.html'],
      },
    },
  },
};
