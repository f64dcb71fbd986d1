import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'AppSync',
  types: {
    aws_appsync_api: {
      noun: 'event API',
      logs: {
        what: 'its requests',
        ways: [
          [
            {
              attribute: 'event_config.log_config',
              such: { cloudwatch_logs_role_arn: '${aws_iam_role.log.arn}', log_level: 'ERROR' },
            },
          ],
        ],
        otherwise: 'no log says who published or subscribed',
        facts: 'AppSync logs what clients ask of an API where a role for it is set, and nothing otherwise.',
        sources: ['https://docs.aws.amazon.com/appsync/latest/eventapi/event-api-monitoring-cw-logs.html'],
      },
    },
    aws_appsync_graphql_api: {
      noun: 'GraphQL API',
      authentication: {
        demand: 'takes no API keys',
        ways: [
          [
            {
              attribute: 'authentication_type',
              is: ['AWS_IAM', 'AMAZON_COGNITO_USER_POOLS', 'OPENID_CONNECT', 'AWS_LAMBDA'],
            },
          ],
        ],
        within: [
          {
            blocks: 'additional_authentication_provider',
            settings: [
              {
                attribute: 'authentication_type',
                is: ['AWS_IAM', 'AMAZON_COGNITO_USER_POOLS', 'OPENID_CONNECT', 'AWS_LAMBDA'],
                otherwise: 'anyone who has the key is let in',
              },
            ],
          },
        ],
        otherwise: 'anyone who has the key is let in',
        facts:
          'An API key is one value that every client carries: it says that somebody has it, and not who calls. AWS advises it for development and public APIs only.',
        sources: [
          'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html',
          'AWS Security Hub AppSync.5',
        ],
      },
      logs: {
        what: 'its requests',
        ways: [
          [
            { attribute: 'log_config.cloudwatch_logs_role_arn', such: '${aws_iam_role.log.arn}' },
            { attribute: 'log_config.field_log_level', is: ['ERROR', 'INFO', 'DEBUG', 'ALL'] },
          ],
        ],
        otherwise: 'no log says who asked what',
        facts:
          'AppSync logs what clients ask of an API where a role for it is set, and nothing otherwise. Of fields it logs nothing at level NONE.',
        sources: ['https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html', 'AWS Security Hub AppSync.2'],
      },
    },
    aws_appsync_api_cache: {
      noun: 'cache of an AppSync API',
      atRest: {
        data: 'any',
        settings: [
          {
            attribute: 'at_rest_encryption_enabled',
            is: [true],
            default: false,
            otherwise: 'answers of the API lie on disk unencrypted',
          },
        ],
        facts:
          'A cache of AppSync is encrypted at rest only where its configuration says so, which cannot change once it is made.',
        sources: [
          'https://docs.aws.amazon.com/appsync/latest/APIReference/API_CreateApiCache.html',
          'AWS Security Hub AppSync.1',
        ],
      },
      inTransit: {
        demand: 'encrypts its connections',
        settings: [
          {
            attribute: 'transit_encryption_enabled',
            is: [true],
            default: false,
            otherwise: 'answers pass unencrypted between AppSync and the cache',
          },
        ],
        facts:
          'AppSync talks to a cache unencrypted unless its configuration says otherwise, which cannot change once it is made.',
        sources: [
          'https://docs.aws.amazon.com/appsync/latest/APIReference/API_CreateApiCache.html',
          'AWS Security Hub AppSync.6',
        ],
      },
    },
  },
};
