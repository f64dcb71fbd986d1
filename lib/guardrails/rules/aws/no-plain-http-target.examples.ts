import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'HTTPS',
      terraform: {
        resource: {
          aws_api_gateway_integration: { stock: { type: 'HTTP_PROXY', uri: 'https://stock.example.com/{proxy}' } },
        },
      },
    },
    {
      title: 'HTTPS, an ARN, and an address that another resource gives',
      terraform: {
        resource: {
          aws_api_gateway_integration: {
            function: { type: 'AWS_PROXY', uri: '${aws_lambda_function.shop.invoke_arn}' },
            stock: { count: 2, type: 'HTTP_PROXY', uri: 'https://stock.example.com/{proxy}' },
          },
          aws_apigatewayv2_integration: {
            mock: { integration_type: 'MOCK' },
            stock: { integration_uri: 'https://${aws_lb.stock.dns_name}/' },
          },
          aws_cloudwatch_event_api_destination: {
            billing: { invocation_endpoint: 'https://billing.example.com/events' },
          },
          aws_lambda_function: {
            shop: {
              environment: {
                variables: {
                  HTTPS_PROXY: 'http://proxy.internal:3128',
                  SIDECAR_URL: 'http://localhost:2773',
                  STOCK_URL: 'https://stock.example.com',
                  TABLE: '${aws_dynamodb_table.orders.name}',
                },
              },
            },
          },
        },
      },
    },
    {
      title: 'the credentials of the container, and no address',
      terraform: {
        resource: {
          aws_lambda_function: {
            shop: { environment: { variables: { CREDENTIALS_URL: 'http://169.254.170.2/v2' } } },
            stock: { function_name: 'stock' },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'plain HTTP, also where the host is filled in',
      terraform: {
        resource: {
          aws_api_gateway_integration: { stock: { type: 'HTTP_PROXY', uri: 'http://stock.example.com' } },
          aws_apigatewayv2_integration: { stock: { integration_uri: 'http://${aws_lb.stock.dns_name}/' } },
          aws_cloudwatch_event_api_destination: {
            billing: { invocation_endpoint: 'HTTP://billing.example.com/events' },
          },
        },
      },
      addresses: [
        'aws_api_gateway_integration.stock',
        'aws_apigatewayv2_integration.stock',
        'aws_cloudwatch_event_api_destination.billing',
      ],
    },
    {
      title: 'in the environment of functions',
      terraform: {
        variable: { host: {} },
        resource: {
          aws_lambda_function: {
            shop: { count: 2, environment: { variables: { STOCK_URL: 'http://stock.internal' } } },
            stock: { environment: [{ variables: { SEARCH_URL: 'http://${var.host}:9200' } }] },
          },
        },
      },
      addresses: ['aws_lambda_function.shop', 'aws_lambda_function.stock'],
    },
  ],
  undetermined: [
    {
      title: 'variables name the addresses',
      terraform: {
        variable: { environment: {}, host: {}, url: {} },
        resource: {
          aws_api_gateway_integration: { stock: { type: 'HTTP', uri: '${var.url}' } },
          aws_lambda_function: {
            shop: { environment: { variables: '${var.environment}' } },
            stock: { environment: { variables: { SEARCH_URL: '${var.url}' } } },
          },
        },
      },
      addresses: ['aws_api_gateway_integration.stock', 'aws_lambda_function.shop', 'aws_lambda_function.stock'],
    },
  ],
};
