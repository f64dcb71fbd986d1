import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'CodeBuild',
  types: {
    aws_codebuild_project: {
      noun: 'build project',
      holdsData: true,
    },
    aws_codebuild_source_credential: {
      noun: 'source credential',
      secrets: [
        {
          path: 'token',
          only: { attribute: 'auth_type', is: ['BASIC_AUTH', 'PERSONAL_ACCESS_TOKEN'] },
          instead: 'auth_type CODECONNECTIONS or SECRETS_MANAGER',
        },
      ],
    },
  },
};
