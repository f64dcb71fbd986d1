import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'CodeCommit',
  types: {
    aws_codecommit_repository: {
      noun: 'repository of code',
      atRest: {
        data: 'personal',
        key: 'kms_key_id',
        withoutKey: 'a key that AWS manages encrypts personal data',
        facts: 'CodeCommit encrypts a repository, by default with aws/codecommit.',
        sources: ['https://docs.aws.amazon.com/codecommit/latest/userguide/encryption.html'],
      },
    },
  },
};
