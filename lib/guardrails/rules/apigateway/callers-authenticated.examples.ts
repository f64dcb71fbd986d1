import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a method and a route with authorizers',
      terraform: {
        resource: {
          aws_api_gateway_method: {
            orders: {
              http_method: 'GET',
              authorization: 'COGNITO_USER_POOLS',
              authorizer_id: '${aws_api_gateway_authorizer.people.id}',
            },
          },
          aws_apigatewayv2_route: {
            orders: {
              route_key: 'GET /orders',
              authorization_type: 'JWT',
              authorizer_id: '${aws_apigatewayv2_authorizer.people.id}',
            },
          },
        },
      },
    },
    {
      title: 'preflight requests, and messages of a WebSocket API',
      terraform: {
        resource: {
          aws_apigatewayv2_api: { chat: { protocol_type: 'WEBSOCKET' } },
          aws_api_gateway_method: { preflight: { http_method: 'OPTIONS', authorization: 'NONE' } },
          aws_apigatewayv2_route: {
            say: { api_id: '${aws_apigatewayv2_api.chat.id}', route_key: 'say' },
            rest: { api_id: '${aws_apigatewayv2_api.chat.id}', route_key: '$default' },
            preflight: { route_key: 'OPTIONS /{all+}' },
          },
        },
      },
    },
    {
      title: 'a private API',
      terraform: {
        resource: {
          aws_api_gateway_rest_api: { inner: { endpoint_configuration: { types: ['PRIVATE'] } } },
          aws_api_gateway_method: {
            orders: { rest_api_id: '${aws_api_gateway_rest_api.inner.id}', http_method: 'GET', authorization: 'NONE' },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'no authorization',
      terraform: { resource: { aws_api_gateway_method: { orders: { http_method: 'GET', authorization: 'NONE' } } } },
      addresses: ['aws_api_gateway_method.orders'],
    },
    {
      title: 'routes without one',
      terraform: {
        resource: {
          aws_apigatewayv2_route: {
            orders: { route_key: 'ANY /orders' },
            rest: { route_key: '$default', authorization_type: 'NONE' },
          },
        },
      },
      addresses: ['aws_apigatewayv2_route.orders', 'aws_apigatewayv2_route.rest'],
    },
    {
      title: 'an API key only',
      terraform: {
        resource: {
          aws_api_gateway_method: { orders: { http_method: 'POST', authorization: 'NONE', api_key_required: true } },
        },
      },
      addresses: ['aws_api_gateway_method.orders'],
    },
    {
      title: 'the connection of a WebSocket API',
      terraform: {
        resource: {
          aws_apigatewayv2_api: { chat: { protocol_type: 'WEBSOCKET' } },
          aws_apigatewayv2_route: { connect: { api_id: '${aws_apigatewayv2_api.chat.id}', route_key: '$connect' } },
        },
      },
      addresses: ['aws_apigatewayv2_route.connect'],
    },
  ],
  undetermined: [
    {
      title: 'variables decide',
      terraform: {
        variable: { open: {} },
        resource: {
          aws_api_gateway_method: {
            a: { http_method: 'GET', authorization: '${var.open}' },
            b: { http_method: '${var.open}', authorization: 'NONE' },
          },
          aws_apigatewayv2_route: {
            a: { route_key: 'GET /', authorization_type: '${var.open}' },
            b: { route_key: '${var.open}' },
          },
        },
      },
      addresses: [
        'aws_api_gateway_method.a',
        'aws_api_gateway_method.b',
        'aws_apigatewayv2_route.a',
        'aws_apigatewayv2_route.b',
      ],
    },
    {
      title: 'a variable decides whether the API is private',
      terraform: {
        variable: { open: {} },
        resource: {
          aws_api_gateway_rest_api: { inner: { endpoint_configuration: { types: '${var.open}' } } },
          aws_api_gateway_method: {
            orders: { rest_api_id: '${aws_api_gateway_rest_api.inner.id}', http_method: 'GET', authorization: 'NONE' },
          },
        },
      },
      addresses: ['aws_api_gateway_method.orders'],
    },
  ],
};
