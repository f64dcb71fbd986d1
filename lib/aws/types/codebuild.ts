import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'CodeBuild',
  types: {
    aws_codebuild_project: {
      noun: 'build project',
      holdsData: true,
      atRest: {
        data: 'any',
        key: 'encryption_key',
        parts: [
          {
            blocks: 'artifacts',
            settings: [
              {
                attribute: 'encryption_disabled',
                is: [false],
                default: false,
                otherwise: 'what is built is stored unencrypted',
              },
            ],
          },
          {
            blocks: 'secondary_artifacts',
            settings: [
              {
                attribute: 'encryption_disabled',
                is: [false],
                default: false,
                otherwise: 'what is built is stored unencrypted',
              },
            ],
          },
          {
            blocks: 'logs_config.s3_logs',
            settings: [
              {
                attribute: 'encryption_disabled',
                is: [false],
                default: false,
                otherwise: 'logs are stored unencrypted',
              },
            ],
          },
        ],
        withoutKey: 'a key that AWS manages encrypts personal data',
        facts:
          'CodeBuild encrypts artifacts and logs in S3 unless told not to, by default with the key that AWS manages for S3.',
        sources: [
          'https://docs.aws.amazon.com/codebuild/latest/APIReference/API_CreateProject.html',
          'https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectArtifacts.html',
          'AWS Security Hub CodeBuild.3',
        ],
      },
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
      inTransit: {
        demand: 'verifies the certificate of its source',
        blocks: 'source',
        settings: [
          {
            attribute: 'insecure_ssl',
            is: [false],
            default: false,
            otherwise: 'anyone in between can change the code that is built',
          },
        ],
        within: [
          {
            blocks: 'secondary_sources',
            settings: [
              {
                attribute: 'insecure_ssl',
                is: [false],
                default: false,
                otherwise: 'anyone in between can change the code that is built',
              },
            ],
          },
        ],
        facts: 'CodeBuild verifies the certificate of a source unless told to ignore errors of TLS.',
        sources: ['https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectSource.html'],
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
    aws_codebuild_report_group: {
      noun: 'report group',
      atRest: {
        data: 'any',
        parts: [
          {
            blocks: 'export_config.s3_destination',
            settings: [
              {
                attribute: 'encryption_disabled',
                is: [false],
                default: false,
                otherwise: 'reports are exported unencrypted',
              },
            ],
            key: 'encryption_key',
          },
        ],
        withoutKey: 'a key that S3 owns encrypts the reports',
        facts: 'CodeBuild encrypts the reports that it exports to S3 unless told not to.',
        sources: [
          'https://docs.aws.amazon.com/codebuild/latest/APIReference/API_S3ReportExportConfig.html',
          'AWS Security Hub CodeBuild.7',
        ],
      },
    },
  },
};
