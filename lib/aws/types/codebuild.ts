import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'CodeBuild',
  types: {
    aws_codebuild_project: {
      noun: 'build project',
      holdsData: true,
      hardening: {
        demand: 'runs without the rights of its host',
        ways: [[{ attribute: 'environment.privileged_mode', is: [false], default: false }]],
        otherwise: 'a build has every right on its host',
        facts:
          'A privileged build container can reach the devices and the Docker daemon of its host. By default a build is not privileged; only building images needs it.',
        sources: ['https://docs.aws.amazon.com/codebuild/latest/userguide/change-project.html'],
      },
      logs: {
        what: 'its builds',
        ways: [
          [{ attribute: 'logs_config.cloudwatch_logs.status', is: ['ENABLED'], default: 'ENABLED' }],
          [{ attribute: 'logs_config.s3_logs.status', is: ['ENABLED'], default: 'DISABLED' }],
        ],
        otherwise: 'nobody can tell what a build did',
        facts:
          'A build runs code with a role of the account. Its log goes to CloudWatch Logs by default, and may go to S3 instead.',
        sources: [
          'https://docs.aws.amazon.com/codebuild/latest/userguide/change-project.html',
          'AWS Security Hub CodeBuild.4',
        ],
      },
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
