import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'API Gateway',
  types: {
    aws_api_gateway_method_settings: {
      noun: 'method settings of a stage',
      atRest: {
        data: 'any',
        parts: [
          {
            blocks: 'settings',
            only: { attribute: 'caching_enabled', is: 'true' },
            settings: [
              {
                attribute: 'cache_data_encrypted',
                is: [true],
                default: false,
                otherwise: 'answers of the API lie in its cache unencrypted',
              },
            ],
          },
        ],
        facts:
          'The cache of a stage keeps answers of the API for as long as it is told, and is encrypted only where the settings of the methods say so.',
        sources: [
          'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html',
          'AWS Security Hub APIGateway.5',
        ],
      },
      logs: {
        what: 'its executions',
        ways: [[{ attribute: 'settings.logging_level', is: ['ERROR', 'INFO'], default: 'OFF' }]],
        otherwise: 'failed calls leave no trace',
        facts:
          'The execution log of a stage says which calls API Gateway refused or could not pass on, and why. It is off unless the settings of the methods set a level.',
        note: 'The account needs a role for it, by an `aws_api_gateway_account`.',
        sources: [
          'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
          'AWS Security Hub APIGateway.1',
        ],
      },
    },
    aws_api_gateway_stage: {
      noun: 'stage of an API',
      logs: {
        what: 'its requests',
        ways: [
          [
            {
              attribute: 'access_log_settings',
              such: {
                destination_arn: '${aws_cloudwatch_log_group.log.arn}',
                format: '$context.requestId $context.identity.sourceIp $context.status',
              },
            },
          ],
        ],
        otherwise: 'no log says who called it',
        facts:
          'The access log of a stage says who called which method, from where, and with which result. A stage has none unless a destination is set.',
        sources: [
          'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
          'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging.html',
          'AWS Security Hub APIGateway.9',
        ],
      },
    },
    aws_apigatewayv2_stage: {
      noun: 'stage of an API',
      logs: {
        what: 'its requests',
        ways: [
          [
            {
              attribute: 'access_log_settings',
              such: {
                destination_arn: '${aws_cloudwatch_log_group.log.arn}',
                format: '$context.requestId $context.identity.sourceIp $context.status',
              },
            },
          ],
        ],
        otherwise: 'no log says who called it',
        facts:
          'The access log of a stage says who called which method, from where, and with which result. A stage has none unless a destination is set.',
        sources: [
          'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
          'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging.html',
          'AWS Security Hub APIGateway.9',
        ],
      },
    },
  },
};
