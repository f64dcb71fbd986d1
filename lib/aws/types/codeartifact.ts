import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'CodeArtifact',
  types: {
    aws_codeartifact_domain: {
      noun: 'domain of CodeArtifact',
      atRest: {
        data: 'personal',
        key: 'encryption_key',
        withoutKey: 'a key that AWS manages encrypts personal data',
        facts:
          'CodeArtifact encrypts the packages of a domain, by default with aws/codeartifact. The key cannot change later.',
        sources: ['https://docs.aws.amazon.com/codeartifact/latest/APIReference/API_CreateDomain.html'],
      },
    },
  },
};
